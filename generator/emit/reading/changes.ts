import { type Code, code, docWords, identifier, join, jsdoc, literal, nothing, property } from '../../code.js';
import { exportsIn } from '../../code/names.js';
import { templatesInChanges, type AddedValue, type ChangesModel } from '../../model/changes-model.js';
import type { Reference } from '../../model/connector-model.js';
import { keepsSecrets } from '../../model/secrets.js';
import { showPath, type Path } from '../../selector.js';
import type { VirtualFile } from '../../virtual-file.js';
import { configType } from '../client/config.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { READ_POSITION, valueFrom } from '../symbols.js';
import { renderTemplate } from '../template.js';
import { absentWhen, emitReference, emitText, type Surroundings } from './references.js';

/** What becomes of records before they are checked: the function of a resource, and what all of them share. */

const HELPERS = [
  'concatenated',
  'copyDigits',
  'dayOf',
  'lift',
  'lowerCased',
  'lowerKeys',
  'snakeKeys',
  'takeOut',
  'valueAt',
  'valuesAt',
  'withAdded',
] as const;
type ChangeHelper = (typeof HELPERS)[number];

function helper(name: ChangeHelper): Code {
  return valueFrom('internal/changes', name);
}

const IN_FUNCTION: Surroundings = { options: code`options`, part: code`part` };

function references({ model }: EmittedResource): readonly Reference[] {
  return templatesInChanges(model.changes).flatMap((template) => template.flatMap((part) => (typeof part === 'string' ? [] : [part])));
}

/** Whether records get something of what they are read for. */
export function changesByPart(resource: EmittedResource): boolean {
  return references(resource).some(({ kind }) => kind === 'parent' || kind === 'each');
}

interface Argument {
  readonly name: Code;
  readonly type: Code;
  /** Where the read has it. */
  readonly given: Code;
}

/** What the function is given besides the record, its place, and what it is read for. */
export function changeArguments(resource: EmittedResource): readonly Argument[] {
  const all = references(resource);
  const named = resource.model.config.filter(({ name }) => all.some((each) => each.kind === 'config' && each.config.raw === name.raw));
  const members = named.map((option) => code`readonly ${property(option.name.camel)}: ${configType(option)};`);
  const bounds = (['start', 'end'] as const).filter((bound) => all.some((each) => each.kind === 'bound' && each.bound === bound));
  return [
    ...(named.length === 0 ? [] : [{ name: code`options`, type: code`{ ${join(members, ' ')} }`, given: code`this.#options` }]),
    ...bounds.map((bound) => ({ name: identifier(bound), type: code`unknown`, given: identifier(bound) })),
  ];
}

/** A record as it is checked, an expression. */
export function emitChanged(resource: EmittedResource, record: Code): Code {
  if (resource.model.changes === null) return record;
  const part = changesByPart(resource) ? [code`part`] : [];
  return code`${resource.names.change}(${join([record, code`place`, ...part, ...changeArguments(resource).map(({ name }) => name)], ', ')})`;
}

/** The function that makes it. */
export function emitChange(resource: EmittedResource): Code {
  const { model, names } = resource;
  const { changes } = model;
  if (changes === null) return nothing;
  const { added, taken, flattened, keyCase, asSent } = changes;
  const part = changesByPart(resource) ? code`, part: ${names.part}` : nothing;
  const given = changeArguments(resource).map(({ name, type }) => code`, ${name}: ${type}`);
  const values = added.map(({ name, value }) => code`${property(name)}: ${emitValue(value, resource)},`);
  const fresh = added.filter(({ isNew }) => isNew).map(({ name }) => name);
  const own =
    keyCase === null
      ? code`record`
      : keyCase === 'lower'
        ? code`${helper('lowerKeys')}(record, place)`
        : code`${helper('snakeKeys')}(record, place${Object.keys(asSent).length === 0 ? nothing : code`, ${literal(asSent)}`})`;
  const result = added.length === 0 ? own : code`${helper('withAdded')}(${own}, added, ${literal(fresh)}, place)`;
  const usesPlace = added.length > 0 || flattened.length > 0 || keyCase !== null;
  return code`

    ${jsdoc(docWords(describeChanges(changes)))}
    function ${names.change}(record: unknown, ${usesPlace ? code`place` : code`_place`}: ${READ_POSITION}${part}${join(given, '')}): unknown {
      if (typeof record !== 'object' || record === null) return record; // it is checked after this
      ${added.length === 0 ? nothing : code`const added = { ${values} };`}
      ${digitsOf(resource).map(({ name, path }) => code`${helper('copyDigits')}(record, ${stepsOf(path)}, added, ${literal(name)});`)}
      ${taken.map((path) => code`${helper('takeOut')}(record, ${stepsOf(path)});`)}
      ${flattened.map(({ path, prefix }) => code`${helper('lift')}(record, ${stepsOf(path)}, ${literal(prefix)}, place);`)}
      return ${result};
    }
  `;
}

/** Fields that are made of numbers with all their digits, and of what. */
function digitsOf({ model, record }: EmittedResource): readonly { readonly name: string; readonly path: Path }[] {
  if (!record.type.needsExactNumbers) return [];
  return (model.changes?.added ?? []).flatMap(({ name, value }) => {
    const kind = record.type.fields.find((field) => field.name === name)?.type.kind;
    return value.kind === 'path' && (kind === 'decimal' || kind === 'bigint' || kind === 'union') ? [{ name, path: value.path }] : [];
  });
}

/** Whether numbers are put at other places before they are checked. */
export function movesDigits({ resources }: EmitContext): boolean {
  return resources.some(
    (resource) =>
      resource.record.type.needsExactNumbers &&
      resource.model.changes !== null &&
      (digitsOf(resource).length > 0 ||
        resource.model.changes.added.some(({ value }) => value.kind === 'path' && value.path.some((step) => step.kind === 'every')) ||
        resource.model.changes.keyCase !== null ||
        resource.model.changes.flattened.length > 0),
  );
}

function stepsOf(path: Path): Code {
  return literal(path.map((step) => (step.kind === 'key' ? step.key : step.kind === 'index' ? step.index : null)));
}

function emitValue(value: AddedValue, resource: EmittedResource): Code {
  const at = (path: Path): Code => {
    const steps = path.map((step) => literal(step.kind === 'key' ? step.key : step.kind === 'index' ? step.index : '*'));
    return path.some((step) => step.kind === 'every')
      ? code`${helper('valuesAt')}(record, ${stepsOf(path)})`
      : code`${helper('valueAt')}(record, ${join(steps, ', ')})`;
  };
  switch (value.kind) {
    case 'path':
      return at(value.path);
    case 'literal':
      return literal(value.value);
    case 'template': {
      const where: Surroundings = { ...IN_FUNCTION, config: resource.model.config };
      const [only, ...more] = value.template;
      const absent = absentWhen(value.template, where);
      if (only !== undefined && typeof only !== 'string' && more.length === 0)
        return absent === undefined ? emitReference(only, where) : code`${emitReference(only, where)} ?? null`;
      return absent === undefined ? emitText(value.template, where) : code`${absent} ? null : ${emitText(value.template, where)}`;
    }
    case 'concatenate': {
      const parts = value.parts.map((part) => emitValue(part, resource));
      return code`${helper('concatenated')}([${join(parts, ', ')}]${value.separator === '' ? nothing : code`, ${literal(value.separator)}`})`;
    }
    case 'lower':
      return code`${helper('lowerCased')}(${at(value.path)})`;
    case 'date':
      return code`${helper('dayOf')}(${at(value.path)}, ${literal(showPath(value.path))}, place)`;
    case 'hash': {
      const [only, ...more] = value.paths.map(at);
      return only !== undefined && more.length === 0
        ? code`${valueFrom('internal/sha-256', 'hashOf')}(${only})`
        : code`${valueFrom('internal/sha-256', 'hashOf')}([${join(
            value.paths.map((path) => code`${at(path)} ?? null`),
            ', ',
          )}])`;
    }
  }
}

/** In words: what is added, what is gone. */
function describeChanges({ added, taken, flattened, keyCase }: ChangesModel): string {
  const list = (all: readonly string[]): string => all.map((each) => `\`${each}\``).join(', ');
  const renamed = added.filter(({ isNew }) => isNew);
  const own = added.filter(({ isNew }) => !isNew).map(({ name }) => name);
  const dropped = taken.slice(renamed.length);
  const parts = [
    ...(own.length === 0 ? [] : [`with ${list(own)}`]),
    ...renamed.map(({ name }, index) => `\`${showPath(taken[index] ?? [])}\` as \`${name}\``),
    ...(dropped.length === 0 ? [] : [`without ${list(dropped.map(showPath))}`]),
    ...(flattened.length === 0 ? [] : [`what is in ${list(flattened.map(({ path }) => showPath(path)))} among its fields`]),
    ...(keyCase === null ? [] : [`its names in ${keyCase === 'snake' ? 'snake_case' : 'lower case'}`]),
  ];
  return `A record of the API as it is checked: ${parts.join('; ')}.`;
}

/** `src/internal/changes.ts` and `src/internal/sha-256.ts`, where some resource needs them. */
export function emitChanges(context: EmitContext): readonly VirtualFile[] {
  const { header, prefix, resources, model } = context;
  const bodies = resources.map(emitChange).flatMap(exportsIn);
  const uses = (name: ChangeHelper): boolean => bodies.some((each) => each.file === 'src/internal/changes.ts' && each.name === name);
  const used = HELPERS.filter(uses);
  const flags = Object.fromEntries(HELPERS.map((name) => [name, used.includes(name)]));
  const values = {
    ...flags,
    keys: uses('snakeKeys') || uses('lowerKeys'),
    puts: uses('lift') || uses('withAdded') || uses('snakeKeys') || uses('lowerKeys'),
    takes: uses('lift') || uses('withAdded'),
    refuses: uses('lift') || uses('withAdded') || uses('snakeKeys') || uses('lowerKeys') || uses('dayOf'),
    takeOut: uses('lift') || uses('takeOut'),
    exact: movesDigits(context),
    valueAt: uses('lift') || uses('valueAt') || uses('valuesAt') || uses('copyDigits'),
    usesTakeOut: uses('takeOut'),
    usesValueAt: uses('valueAt'),
    secrets: keepsSecrets(model),
  };
  return [
    ...(used.length === 0
      ? []
      : [{ path: 'src/internal/changes.ts', text: renderTemplate('src/internal/changes.ts.hbs', { header, prefix, ...values }) }]),
    ...(bodies.some(({ file }) => file === 'src/internal/sha-256.ts')
      ? [{ path: 'src/internal/sha-256.ts', text: renderTemplate('src/internal/sha-256.ts.hbs', { header }) }]
      : []),
  ];
}
