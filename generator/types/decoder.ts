import { code, docWords, identifier, join, jsdoc, literal, member, nothing, template, type Code } from '../code.js';
import { Locals, type FileScope } from './file-scope.js';
import type { RecordType } from './model.js';
import { DECODER_WORDS } from './type-names.js';
import { fieldsOf, referencesOf } from './walk.js';
import { childPath, PREFIX, UNDECLARED, type Target } from './check-parts.js';
import { checkObject, checkVariants } from './value-checks.js';

/** The functions that make the interface true: `decodeEvent`, and `checkEvent` where other records refer to it. */
export function emitDecoder(type: RecordType, file: FileScope, errorClass: Code): readonly Code[] {
  const name = identifier(type.typeName);
  const value = identifier(type.variable);
  const noObject = (keys: Code): Code =>
    code`if (!${file.helper('isObject')}${keys}(${value})) throw new ${errorClass}(place, '', 'an object', ${value});`;
  if (!type.declared) {
    const { keys } = type;
    const without = keys.length === 0 ? code`if it is not an object` : code`if it is not an object, or without what tells it apart`;
    const owned = join(
      keys.map((key) => literal(key)),
      ' | ',
    );
    return [
      code`${jsdoc(code`Returns \`${value}\` as it came: which fields ${anOf(type)} has is not declared.`, code`@throws {@link ${errorClass}} ${without}.`)}
export function ${identifier(type.decode)}(${value}: unknown, place: ReadPosition): ${name} {
  ${noObject(keys.length === 0 ? nothing : code`<${owned}>`)}
  ${keys.map((key) => {
    const read = key === '__proto__' ? code`${value}['__proto__']` : member(value, key);
    const missing = key in Object.prototype ? code`!Object.hasOwn(${value}, ${literal(key)})` : code`${read} === undefined`;
    return code`if (${missing} || ${read} === null) throw new ${errorClass}(place, ${template(childPath([], key))}, 'a key', ${key in Object.prototype ? code`${missing} ? undefined : ${read}` : read});`;
  })}
  return ${value};
}`,
    ];
  }

  const strict = type.mayDiscardRows ? identifier(`assert${type.typeName}`) : identifier(type.decode);
  const check = identifier(`check${type.typeName}`);
  const taken = [
    ...DECODER_WORDS,
    type.decode,
    strict.text,
    ...[type, ...referencesOf(fieldsOf(type))].map((each) => `check${each.typeName}`),
  ];
  const uses: Target['uses'] = new Set();
  const path = type.shared ? [PREFIX] : [];
  const target: Target = { uses, file, locals: new Locals([...taken, type.variable]), errorClass, contract: type.contract, taken };
  const checks =
    type.variants === undefined
      ? checkObject(type.typeName, type.fields, value, path, target)
      : checkVariants(type.variants.told, value, path, target);
  const keys = join(
    (type.variants?.told.variants ?? [{ object: type }]).map(({ object }) => code`keyof ${identifier(object.typeName)}`),
    ' | ',
  );
  const nulls = fieldsOf(type).some((field) => field.nullable && !field.optional)
    ? code`, and with null in the nullable fields that it leaves out`
    : nothing;
  const strictDecoder = code`${type.mayDiscardRows ? nothing : jsdoc(code`Returns \`${value}\` as ${anOf(type)}: checked${nulls}.`, code`@throws {@link ${errorClass}} that names the field.`)}
${type.mayDiscardRows ? nothing : code`export `}function ${strict}(${value}: unknown, place: ReadPosition): ${name} {
  ${noObject(code`<${keys}>`)}
  ${type.shared ? [code`${check}(${value}, place, '');`] : checks}
  return ${value} as ${name}; // every field was checked above
}`;
  const checker = code`/** Checks the fields of ${anOf(type)}. \`prefix\` is the path to it, with a dot at its end. */
export function ${check}(${value}: Record<keyof ${name}, unknown>, ${uses.has('place') ? code`place` : code`_place`}: ReadPosition, ${uses.has('prefix') ? code`prefix` : code`_prefix`}: string): void {
  ${checks}
}`;
  return [...(type.mayDiscardRows ? [discardingDecoder(type, strict, errorClass)] : []), strictDecoder, ...(type.shared ? [checker] : [])];
}

/** Records that the contract drops are counted, not thrown. */
function discardingDecoder(type: RecordType, strict: Code, errorClass: Code): Code {
  const value = identifier(type.variable);
  const { columns, dataType } = type.contract;
  const dropped =
    columns === dataType
      ? 'A record that is not one'
      : columns === 'discard_row'
        ? 'A record with an undeclared field'
        : 'A record with a value of the wrong type';
  const others =
    columns === dataType ? nothing : code` || error.expected ${columns === 'discard_row' ? code`!==` : code`===`} ${literal(UNDECLARED)}`;
  return code`${jsdoc(code`Returns \`${value}\` as ${anOf(type)}.`, code`${docWords(dropped)} is dropped: \`undefined\` is returned, and \`place.discardedRows\` counts it.`)}
export function ${identifier(type.decode)}(${value}: unknown, place: ReadPosition): ${identifier(type.typeName)} | undefined {
  try {
    return ${strict}(${value}, place);
  } catch (error) {
    if (!(error instanceof ${errorClass})${others}) throw error;
    place.discardedRows++;
    return undefined;
  }
}`;
}

/** `an {@link Event}` */
export function anOf(type: RecordType): Code {
  return code`${/^[AEIO]/.test(type.typeName) ? code`an` : code`a`} {@link ${identifier(type.typeName)}}`;
}
