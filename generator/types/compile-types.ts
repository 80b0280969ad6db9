import type { FieldModel, RecordsModel, TypeModel, ValueModel } from './model.js';
import { PREPARED, type PreparedTypes } from './prepared-types.js';
import { isEpoch } from './time-format.js';
import { filled, parseDeclarations, type TypeText } from './type-text.js';
import { interfacesOf } from './walk.js';

/** The TypeScript type of every field, by interface and position; made by one compile for the whole connector. */
export type CompiledTypes = ReadonlyMap<string, readonly TypeText[]>;

type TypingSchema = { readonly [keyword: string]: unknown };

/** What stands for a type in the compile, and what belongs into its blanks. */
interface Blank {
  readonly key: string;
  readonly words: readonly string[];
  readonly shapes: readonly string[];
}

/**
 * Has json-schema-to-typescript turn the records into types. It sees a schema made here, with nothing of the spec in it but
 * numbers: interfaces, fields and words of enums are numbered, so no text can reach its output, nor be changed by it. Fields of
 * one type are one field to it, for its time grows with their number, and a connector has few types and many fields.
 */
export async function compileTypes(model: RecordsModel, prepared: PreparedTypes = PREPARED ?? {}): Promise<CompiledTypes> {
  const shapes = model.types.flatMap(interfacesOf);
  const blanks = shapes.map(({ typeName, fields }) => ({ typeName, fields: fields.map(blankOf) }));
  const keys = new Set(blanks.flatMap(({ fields }) => fields.map(({ key }) => key)));
  const known = new Map(Object.entries(prepared));
  const compiled = await compile([...keys].filter((key) => !known.has(key)));
  const typeOf = ({ key, words, shapes }: Blank): TypeText =>
    filled(known.get(key) ?? compiled.get(key) ?? { kind: 'name', name: 'unknown' }, words, shapes);
  return new Map(blanks.map(({ typeName, fields }) => [typeName, fields.map(typeOf)]));
}

/** Types by key, for the build to prepare: single values, lists and maps of them, and enums of a few words. */
export async function prepareTypes(): Promise<PreparedTypes> {
  const nested: TypeModel = { kind: 'object', typeName: '', fields: [] };
  const text: TypeModel = { kind: 'string', format: undefined };
  const number: TypeModel = { kind: 'number', integer: false, minimum: undefined, maximum: undefined };
  const singles: readonly TypeModel[] = [text, number, { kind: 'boolean' }, { kind: 'bigint' }, { kind: 'json' }, nested];
  const enums = Array.from({ length: 12 }, (_, index) => Array.from({ length: index + 1 }, (_, word) => `${word}`)).flatMap(
    (values): readonly TypeModel[] => [
      { kind: 'enum', values, open: false },
      { kind: 'enum', values, open: true },
    ],
  );
  const lists = singles.flatMap(either).flatMap((items): readonly TypeModel[] => [
    { kind: 'array', items },
    { kind: 'map', values: items },
  ]);
  const values = [...singles, ...enums, ...lists].flatMap(either);
  return Object.fromEntries(await compile([...new Set(values.map((value) => blankOf(value).key))]));
}

function either(type: TypeModel): readonly ValueModel[] {
  return [
    { type, nullable: false, sensitive: false },
    { type, nullable: true, sensitive: false },
  ];
}

async function compile(keys: readonly string[]): Promise<ReadonlyMap<string, TypeText>> {
  if (keys.length === 0) return new Map();
  const { default: library } = await import('json-schema-to-typescript');
  const text = await library.compile(schemaOf(keys), 'Records', {
    additionalProperties: false,
    bannerComment: '',
    customName: (_schema, name) => name,
    format: false,
    ignoreMinAndMaxItems: true,
    strictIndexSignatures: false,
    unknownAny: true,
    unreachableDefinitions: true,
    $refOptions: { resolve: { external: false } },
  });
  const declared = parseDeclarations(text).get('Fields') ?? [];
  if (declared.length !== keys.length) throw new Error('json-schema-to-typescript lost fields');
  return new Map(keys.flatMap((key, index): [string, TypeText][] => (declared[index] === undefined ? [] : [[key, declared[index]]])));
}

/** The fields as those of one interface, and an empty interface for each shape that they may refer to. */
function schemaOf(fields: readonly string[]): TypingSchema {
  const shapes = Math.max(0, ...fields.flatMap((field) => Array.from(field.matchAll(/\/Shape(\d+)"/g), ([, index]) => Number(index) + 1)));
  const all = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(fields.map((field, index) => [`field_${index}`, JSON.parse(field) as unknown])),
    required: fields.map((_, index) => `field_${index}`),
  };
  const definitions = {
    Fields: all,
    ...Object.fromEntries(
      Array.from({ length: shapes }, (_, index) => [`Shape${index}`, { type: 'object', additionalProperties: false, properties: {} }]),
    ),
  };
  return { $defs: definitions, type: 'object', additionalProperties: false };
}

function blankOf(value: ValueModel | FieldModel): Blank {
  const words: string[] = [];
  const shapes: string[] = [];
  const schema = valueSchema(value, {
    word: (word) => `word${words.push(word) - 1}`,
    shape: (typeName) => ({ $ref: `#/$defs/Shape${shapes.push(typeName) - 1}` }),
  });
  return { key: JSON.stringify(schema), words, shapes };
}

/** Takes what is left blank, and says what stands there. */
interface Taking {
  word(word: string): string;
  shape(typeName: string): TypingSchema;
}

function valueSchema({ type, nullable }: ValueModel, taking: Taking): TypingSchema {
  const schema = typeSchema(type, taking);
  return nullable && type.kind !== 'json' ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function typeSchema(type: TypeModel, taking: Taking): TypingSchema {
  switch (type.kind) {
    case 'string':
    case 'decimal':
      return { type: 'string' };
    case 'number':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    case 'time':
      return { type: isEpoch(type.format) ? 'number' : 'string' };
    case 'bigint':
      return { tsType: 'bigint' };
    case 'json':
      return {};
    case 'enum': {
      const values = { enum: type.values.map((value) => (typeof value === 'string' ? taking.word(value) : value)) };
      return type.open ? { anyOf: [values, { tsType: `(${typeof type.values[0]} & {})` }] } : values;
    }
    case 'object':
      return taking.shape(type.typeName);
    case 'record':
      return taking.shape(type.record.typeName);
    case 'array':
      return { type: 'array', items: valueSchema(type.items, taking) };
    case 'map':
      return { type: 'object', additionalProperties: valueSchema(type.values, taking) };
    case 'union':
      return { anyOf: type.members.map((member) => typeSchema(member, taking)) };
    case 'variants':
      return { anyOf: type.variants.map((variant) => typeSchema(variant.object, taking)) };
  }
}
