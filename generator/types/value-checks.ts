import { code, identifier, join, literal, member, nothing, template, type Code } from '../code.js';
import { singular } from '../names.js';
import {
  block,
  childPath,
  discards,
  failure,
  firstTold,
  inBlock,
  isPrefix,
  PREFIX,
  thrown,
  usePath,
  when,
  type Path,
  type Slot,
  type Target,
} from './check-parts.js';
import { allOf, rightWhen, wrongWhen } from './conditions.js';
import { Locals } from './file-scope.js';
import type { FieldModel, ToldByFields, TypeModel, UnionType, ValueModel, VariantsType } from './model.js';
import { inParts } from './branches.js';
import { toldIn } from './tells.js';
import { isDeep } from './value-kinds.js';
import { emptied, presentWhen, jsonWrong } from './presence.js';
import { convert } from './exact-numbers.js';
import { checkDeclared } from './undeclared.js';

/**
 * Statements that check the fields of the object in `value`, which is known to be one. Those of an object with many are in
 * functions of their own: a compiler gives up on one that is too long.
 */
export function checkObject(
  owner: string,
  fields: readonly FieldModel[],
  value: Code,
  path: Path,
  target: Target,
  skip?: string,
): readonly Code[] {
  const checked = fields.filter((field) => field.name !== skip);
  const [first = [], ...more] = inParts(checked);
  const declared = checkDeclared(owner, fields, value, path, target);
  if (more.length === 0) return [...declared, ...first.flatMap((field) => checkField(field, value, path, target))];
  return [...declared, ...[first, ...more].flatMap((part) => callPart(owner, part, value, path, target))];
}

/** The statement that calls a function for some of the fields of an object, which it adds to the file; none where nothing is to be checked. */
function callPart(owner: string, fields: readonly FieldModel[], value: Code, path: Path, target: Target): readonly Code[] {
  const { file, taken } = target;
  const name = file.functionName(`check_${owner}_part`, taken);
  const parameter = identifier('value');
  const uses: Target['uses'] = new Set();
  const own: Target = { ...target, uses, locals: new Locals([...taken, ...PART_WORDS, name.text]) };
  const checks = fields.flatMap((field) => checkField(field, parameter, [PREFIX], own));
  if (checks.length === 0) return [];
  const place = uses.has('place') ? code`, place: ReadPosition${uses.has('prefix') ? code`, prefix: string` : nothing}` : nothing;
  file.functions.push(code`/** Checks some of the fields of a {@link ${identifier(owner)}}. */
function ${name}(${parameter}: Record<keyof ${identifier(owner)}, unknown>${place}): void {
  ${checks}
}`);
  if (uses.has('place')) target.uses.add('place');
  if (!uses.has('prefix')) return [code`${name}(${value}${uses.has('place') ? code`, place` : nothing});`];
  usePath(path, target.uses);
  return [code`${name}(${value}, place, ${template(path.length === 0 || isPrefix(path) ? path : [...path, '.'])});`];
}

const PART_WORDS = ['value', 'place', 'prefix', 'undefined'];

function checkField(field: FieldModel, value: Code, path: Path, target: Target): readonly Code[] {
  return checkValue(
    field,
    {
      read: field.name === '__proto__' ? code`${value}['__proto__']` : member(value, field.name),
      holder: value,
      key: literal(field.name),
      path: childPath(path, field.name),
      words: field.name,
      presence: field.optional ? 'optional' : 'field',
      inherited: field.name in Object.prototype,
    },
    target,
  );
}

function checkValue(value: ValueModel, slot: Slot, target: Target): readonly Code[] {
  const { type, nullable } = value;
  const { read } = slot;
  const normalised = nullable && slot.presence === 'field';
  const own = [
    ...(slot.inherited && slot.presence === 'field' ? [code`${target.file.helper('ownKey')}(${slot.holder}, ${slot.key});`] : []),
    ...(slot.presence === 'item'
      ? []
      : emptied(
          value,
          read,
          target.file,
          slot.inherited && slot.presence === 'optional' ? code`Object.hasOwn(${slot.holder}, ${slot.key})` : undefined,
        )),
  ];

  if (!isDeep(type)) {
    const wrong = type.kind === 'json' ? jsonWrong(value, slot) : wrongWhen(type, read, slot.words, target.file);
    const present = presentWhen(value, slot, read);
    return [
      ...own,
      ...(normalised ? [code`${read} ??= null;`] : []),
      ...(wrong.length === 0
        ? []
        : [when(present === undefined ? join(wrong, ' || ') : code`${present} && ${allOf(wrong)}`, failure(value, slot, read, target))]),
    ];
  }

  const needsLocal = type.kind !== 'bigint' && type.kind !== 'decimal' && slot.presence !== 'item';
  const local = needsLocal ? target.locals.variable(slot.words) : read;
  const declared = needsLocal
    ? [code`const ${local} = ${normalised ? code`(${read} ??= null)` : read};`]
    : normalised
      ? [code`${read} ??= null;`]
      : [];
  const present = presentWhen(value, slot, local);
  const checks = checkDeep(value, slot, local, present === undefined ? target : inBlock(target));
  return [...own, ...declared, ...(present === undefined ? checks : [block(present, checks)])];
}

/** Statements for a value in `local` that is there and not null. */
function checkDeep(value: ValueModel, slot: Slot, local: Code, target: Target): readonly Code[] {
  const { type } = value;
  if (type.kind === 'bigint' || type.kind === 'decimal') return convert(value, slot, target);
  if (type.kind === 'union') return checkUnion(value, type, slot, local, target);
  const wrong = join(wrongWhen(type, local, slot.words, target.file), ' || ');
  const inner = checkInner(type, slot, local, discards(value, slot, target) ? inBlock(target) : target);
  if (discards(value, slot, target))
    return [
      code`${block(wrong, [failure(value, slot, local, target)])} else {
  ${inner}
}`,
    ];
  return [when(wrong, failure(value, slot, local, target)), ...inner];
}

/** Statements for an object in `local` that is one of several. */
export function checkVariants(type: VariantsType | ToldByFields, local: Code, path: Path, target: Target): readonly Code[] {
  if (type.kind === 'told_by_fields') return [checkTold(type, local, path, target)];
  const tag = member(local, type.discriminator);
  const tagValue: ValueModel = {
    type: { kind: 'enum', values: type.variants.map((variant) => variant.word), open: false },
    nullable: false,
    sensitive: type.variants.some((variant) => variant.object.fields.some((field) => field.name === type.discriminator && field.sensitive)),
  };
  const cases = type.variants.map(
    ({ word, object }) => code`case ${literal(word)}: {
  ${checkObject(object.typeName, object.fields, local, path, inBlock(target), type.discriminator)}
  break;
}`,
  );
  return [
    code`switch (${tag}) {
  ${cases}
  default:
    ${thrown(tagValue, childPath(path, type.discriminator), tag, target)}
}`,
  ];
}

/** The variant is the first of which the object has the field that only this one has. */
function checkTold({ variants }: ToldByFields, local: Code, path: Path, target: Target): Code {
  const branches = variants.map(({ object, tell }) => ({
    tell,
    checks: checkObject(object.typeName, object.fields, local, path, inBlock(target)),
  }));
  return firstTold(branches, local, () => {
    usePath(path, target.uses);
    const expected = `an object with ${variants.map(({ tell }) => JSON.stringify(tell)).join(' or ')}`;
    return code`throw new ${target.errorClass}(place, ${template(path)}, ${literal(expected)}, ${local});`;
  });
}

/** Statements for the inside of an array or object in `local`. */
function checkInner(type: TypeModel, slot: Slot, local: Code, target: Target): readonly Code[] {
  switch (type.kind) {
    case 'object':
      return checkObject(type.typeName, type.fields, local, slot.path, target);
    case 'record':
      usePath(slot.path, target.uses);
      return [code`${identifier(`check${type.record.typeName}`)}(${local}, place, ${template([...slot.path, '.'])});`];
    case 'variants':
      return checkVariants(type, local, slot.path, target);
    case 'array': {
      const body = inBlock(target);
      const index = body.locals.variable('index');
      return loop(
        type.items,
        code`for (let ${index} = 0; ${index} < ${local}.length; ${index}++)`,
        index,
        [...slot.path, '[', index, ']'],
        slot,
        local,
        body,
      );
    }
    case 'map': {
      const body = inBlock(target);
      const key = body.locals.variable('key');
      return loop(
        type.values,
        code`for (const ${key} in ${local})`,
        key,
        [...slot.path, '[', code`JSON.stringify(${key})`, ']'],
        slot,
        local,
        body,
      );
    }
    default:
      return [];
  }
}

/** Statements for each of the values in `local`. */
function loop(items: ValueModel, head: Code, key: Code, path: Path, slot: Slot, local: Code, target: Target): readonly Code[] {
  const words = singular(slot.words) === slot.words ? `${slot.words}_item` : singular(slot.words);
  const place = { holder: local, key, path, words, presence: 'item', inherited: false } as const;
  if (items.type.kind === 'bigint' || items.type.kind === 'decimal') {
    return [
      code`${head} {
  ${emptied(items, code`${local}[${key}]`, target.file)}
  ${checkValue(items, { ...place, read: code`${local}[${key}]` }, target)}
}`,
    ];
  }
  const item = target.locals.variable(words);
  const checks = checkValue(items, { ...place, read: item }, target);
  return [
    code`${head} {
  ${emptied(items, code`${local}[${key}]`, target.file)}
  ${checks.length === 0 ? nothing : code`const ${item}: unknown = ${local}[${key}];`}
  ${checks}
}`,
  ];
}

/** Each member of the union that needs more than an expression gets a branch; what is left is wrong. */
function checkUnion(value: ValueModel, union: UnionType, slot: Slot, local: Code, target: Target): readonly Code[] {
  const told = toldIn(union);
  const members = union.members.filter((each) => told.every(({ type }) => type !== each));
  const deep = members.filter(isDeep);
  const shallow = members.filter((each) => !isDeep(each));
  const branches = deep.map((type) => {
    const inner: ValueModel = { type, nullable: false, sensitive: value.sensitive };
    const fits = rightWhen(type, local, slot.words, target.file);
    const body =
      type.kind === 'bigint' || type.kind === 'decimal'
        ? convert(inner, slot, inBlock(target))
        : checkInner(type, slot, local, inBlock(target));
    return code`if (${fits}) {
  ${body}
}`;
  });
  const wrong =
    shallow.length === 0
      ? undefined
      : join(
          shallow.map((type) => allOf(wrongWhen(type, local, slot.words, target.file))),
          ' && ',
        );
  const fail = failure(value, slot, local, target);
  const last =
    wrong === undefined
      ? code`{
  ${fail}
}`
      : block(wrong, [fail]);
  const objects = told.length === 0 ? [] : [checkToldIn(value, told, slot, local, target)];
  return [
    join(
      [...branches, ...objects, last].map((each, index) => (index === 0 ? each : code`else ${each}`)),
      ' ',
    ),
  ];
}

/** The branch for objects: each is the first that has the field that tells it. */
function checkToldIn(value: ValueModel, told: ReturnType<typeof toldIn>, slot: Slot, local: Code, target: Target): Code {
  const keys = join(
    told.map(
      ({ type }) => code`keyof ${identifier(type.kind === 'record' ? type.record.typeName : type.kind === 'object' ? type.typeName : '')}`,
    ),
    ' | ',
  );
  const branches = told.map(({ type, tell }) => ({ tell, checks: checkInner(type, slot, local, inBlock(target)) }));
  return code`if (${target.file.helper('isObject')}<${keys}>(${local})) {
  ${firstTold(branches, local, () => failure(value, slot, local, inBlock(target)))}
}`;
}
