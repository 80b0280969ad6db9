import { code, identifier, join, literal, nothing, property, type Code } from '../code.js';
import { fieldDoc } from './doc.js';
import type { FieldModel, RecordsModel, TypeModel, ValueModel } from './model.js';
import { isEpoch } from './time-format.js';
import { objectsIn } from './walk.js';
import { parseDeclarations, renamed, type TypeText } from './type-text.js';

/** The TypeScript type of every field, by interface and position; made by one compile for the whole connector. */
export type CompiledTypes = ReadonlyMap<string, readonly TypeText[]>;

type TypingSchema = { readonly [keyword: string]: unknown };

interface Shaped {
  readonly typeName: string;
  readonly fields: readonly FieldModel[];
}

/** What each interface is called in the compile. */
type Numbers = ReadonlyMap<string, string>;

/**
 * Has json-schema-to-typescript turn the records into types. It sees a schema made here, with nothing of the spec in it but
 * enum values: interfaces and fields are numbered, so no name can reach its output, nor be changed by it. Fields of one type
 * are one field to it, for its time grows with their number, and a connector has few types and many fields.
 */
export async function compileTypes(model: RecordsModel): Promise<CompiledTypes> {
  const shapes = model.types.flatMap((type) => [type, ...objectsIn(type.fields)]);
  const numbers: Numbers = new Map(shapes.map((shape, index) => [shape.typeName, `Shape${index}`]));
  const keys = shapes.map((shape) => shape.fields.map((field) => JSON.stringify(valueSchema(field, numbers))));
  const distinct = [...new Set(keys.flat())];
  const {
    default: { compile },
  } = await import('json-schema-to-typescript');
  const text = await compile(schemaOf(distinct, shapes.length), 'Records', {
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
  if (declared.length !== distinct.length) throw new Error('json-schema-to-typescript lost fields');
  const names = new Map(shapes.map((shape, index) => [`Shape${index}`, shape.typeName]));
  const types = new Map(distinct.map((key, index) => [key, renamed(declared[index] ?? { kind: 'name', name: 'unknown' }, names)]));
  return new Map(
    shapes.map((shape, index) => [shape.typeName, (keys[index] ?? []).map((key) => types.get(key) ?? { kind: 'name', name: 'unknown' })]),
  );
}

/** The fields as those of one interface, and an empty interface for each shape that they may refer to. */
function schemaOf(fields: readonly string[], shapes: number): TypingSchema {
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

/** An interface as a reader sees it. */
export function emitInterface(shape: Shaped, doc: Code, types: CompiledTypes): Code {
  const texts = types.get(shape.typeName) ?? [];
  const members = shape.fields.flatMap((field, index) => {
    const comment = fieldDoc(field);
    const mark = field.optional ? code`?` : nothing;
    const line = code`readonly ${property(field.name)}${mark}: ${typeCode(texts[index])};`;
    return comment.text === '' ? [line] : [comment, line];
  });
  return code`${doc}
export interface ${identifier(shape.typeName)} {
  ${members}
}`;
}

/** A type as prettier would print it on one line. */
export function typeCode(type: TypeText | undefined, inArray = false): Code {
  if (type === undefined) return code`unknown`;
  switch (type.kind) {
    case 'literal':
      return literal(type.value);
    case 'name':
      return KEYWORDS.get(type.name) ?? identifier(type.name);
    case 'open':
      return code`(${typeCode({ kind: 'name', name: type.of })} & {})`;
    case 'array': {
      const text = code`readonly ${typeCode(type.items, true)}[]`;
      return inArray ? code`(${text})` : text;
    }
    case 'map':
      return code`{ readonly [key: string]: ${typeCode(type.values)} }`;
    case 'union': {
      const text = join(
        type.members.map((member) => typeCode(member)),
        ' | ',
      );
      return inArray ? code`(${text})` : text;
    }
  }
}

const KEYWORDS: ReadonlyMap<string, Code> = new Map([
  ['string', code`string`],
  ['number', code`number`],
  ['boolean', code`boolean`],
  ['bigint', code`bigint`],
  ['unknown', code`unknown`],
  ['null', code`null`],
  ['never', code`never`],
]);

function valueSchema({ type, nullable }: ValueModel, numbers: Numbers): TypingSchema {
  const schema = typeSchema(type, numbers);
  return nullable && type.kind !== 'json' ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function typeSchema(type: TypeModel, numbers: Numbers): TypingSchema {
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
    case 'enum':
      return type.open ? { anyOf: [{ enum: type.values }, { tsType: `(${typeof type.values[0]} & {})` }] } : { enum: type.values };
    case 'object':
      return { $ref: `#/$defs/${numbers.get(type.typeName) ?? ''}` };
    case 'record':
      return { $ref: `#/$defs/${numbers.get(type.record.typeName) ?? ''}` };
    case 'array':
      return { type: 'array', items: valueSchema(type.items, numbers) };
    case 'map':
      return { type: 'object', additionalProperties: valueSchema(type.values, numbers) };
    case 'union':
      return { anyOf: type.members.map((member) => typeSchema(member, numbers)) };
    case 'variants':
      return { anyOf: type.variants.map((variant) => typeSchema(variant.object, numbers)) };
  }
}
