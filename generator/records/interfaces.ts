import { code, identifier, join, literal, nothing, property, type Code } from '../code.js';
import { fieldDoc } from './doc.js';
import type { FieldModel, ObjectType, RecordsModel, TypeModel, ValueModel } from './model.js';
import { typesIn } from './build.js';
import { isEpoch } from './time-format.js';
import { parseDeclarations, type TypeText } from './type-text.js';

/** The TypeScript type of every field, by interface and position; made by one compile for the whole connector. */
export type CompiledTypes = ReadonlyMap<string, readonly TypeText[]>;

type TypingSchema = { readonly [keyword: string]: unknown };

interface Shaped {
  readonly typeName: string;
  readonly fields: readonly FieldModel[];
}

/**
 * Has json-schema-to-typescript turn the records into types. It sees a schema made here, with nothing of the spec in
 * it but enum values: fields are numbered, so no name of theirs can reach its output.
 */
export async function compileTypes(model: RecordsModel): Promise<CompiledTypes> {
  const shapes = model.types.flatMap((type) => [type, ...objectsIn(type.fields)]);
  const definitions = Object.fromEntries(shapes.map((shape) => [shape.typeName, interfaceSchema(shape)]));
  const { compile } = await import('json-schema-to-typescript');
  const text = await compile({ $defs: definitions, type: 'object', additionalProperties: false }, 'Records', {
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
  const declared = parseDeclarations(text);
  for (const { typeName, fields } of shapes) {
    if (declared.get(typeName)?.length !== fields.length) throw new Error(`json-schema-to-typescript lost fields of ${typeName}`);
  }
  return declared;
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

/** The nested objects with interfaces of their own, outer ones first. */
export function objectsIn(fields: readonly FieldModel[]): readonly ObjectType[] {
  return typesIn(fields).filter((type) => type.kind === 'object');
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

function interfaceSchema({ fields }: Shaped): TypingSchema {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(fields.map((field, index) => [`field_${index}`, valueSchema(field)])),
    required: fields.map((_, index) => `field_${index}`),
  };
}

function valueSchema({ type, nullable }: ValueModel): TypingSchema {
  const schema = typeSchema(type);
  return nullable && type.kind !== 'json' ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function typeSchema(type: TypeModel): TypingSchema {
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
      return { $ref: `#/$defs/${type.typeName}` };
    case 'record':
      return { $ref: `#/$defs/${type.record.typeName}` };
    case 'array':
      return { type: 'array', items: valueSchema(type.items) };
    case 'map':
      return { type: 'object', additionalProperties: valueSchema(type.values) };
    case 'union':
      return { anyOf: type.members.map(typeSchema) };
    case 'variants':
      return { anyOf: type.variants.map((variant) => typeSchema(variant.object)) };
  }
}
