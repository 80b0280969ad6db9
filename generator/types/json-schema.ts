import type { DecimalSize } from './decimal.js';
import type { FieldModel, RecordType, RecordVariants, TypeModel, ValueModel } from './model.js';
import { DECIMAL_DIGITS, INTEGER_DIGITS, STRING_FORMATS } from './patterns.js';
import { timePattern } from './time-format.js';

export type WireSchema = { readonly [keyword: string]: unknown };

/**
 * The JSON Schema (draft 2020-12) of a record as the API sends it: before absent nullable fields are set to null and
 * exact numbers are read. A validator says yes to what the decoder takes, and to nothing else.
 */
export function recordSchema(type: RecordType, types: readonly RecordType[]): WireSchema {
  return schemaOf(type, { types, definitions: new Map(), isMarked: false });
}

/**
 * The same, with marks of what is else about the record that the decoder hands over: `optional` names the fields that may be
 * absent there too, `exact` says `decimal` or `bigint` of numbers that are no numbers there.
 */
export function markedSchema(type: RecordType, types: readonly RecordType[]): WireSchema {
  return schemaOf(type, { types, definitions: new Map(), isMarked: true });
}

interface Context {
  readonly types: readonly RecordType[];
  readonly definitions: Map<string, WireSchema>;
  readonly isMarked: boolean;
}

function schemaOf(type: RecordType, context: Context): WireSchema {
  const { definitions } = context;
  const { variants } = type;
  const schema =
    variants === undefined
      ? objectSchema(type.fields, type, context)
      : { type: 'object', anyOf: variantSchemas(variants.told, type, context) };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: type.typeName,
    ...(type.description === undefined ? {} : { description: type.description }),
    ...schema,
    ...(definitions.size === 0 ? {} : { $defs: Object.fromEntries(definitions) }),
  };
}

function variantSchemas(told: RecordVariants['told'], owner: RecordType, context: Context): readonly WireSchema[] {
  const schemas = told.variants.map(({ object }) => objectSchema(object.fields, owner, context));
  return told.kind === 'variants'
    ? schemas
    : inTurn(
        schemas,
        told.variants.map(({ tell }) => tell),
      );
}

/** Each of several objects without the fields that tell those before it. */
function inTurn(schemas: readonly WireSchema[], tells: readonly (string | undefined)[]): readonly WireSchema[] {
  const earlier: string[] = [];
  return schemas.map((schema, index) => {
    const [first, ...more] = earlier.map((name) => ({ type: 'object', required: [name] }));
    const tell = tells[index];
    if (tell !== undefined) earlier.push(tell);
    if (first === undefined || (schema['type'] !== 'object' && schema['$ref'] === undefined)) return schema;
    const not = more.length === 0 ? first : { anyOf: [first, ...more] };
    return schema['$ref'] === undefined ? { ...schema, not } : { allOf: [schema], not };
  });
}

function objectSchema(fields: readonly FieldModel[], owner: RecordType, context: Context): WireSchema {
  const required = fields.filter((field) => !field.nullable && !field.optional).map((field) => field.name);
  const optional = fields.filter((field) => field.optional).map((field) => field.name);
  const properties = fields.map((field) => [field.name, { ...valueSchema(field, owner, context), ...annotations(field) }]);
  return {
    type: 'object',
    ...(fields.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(required.length === 0 ? {} : { required }),
    ...(context.isMarked && optional.length > 0 ? { optional } : {}),
    ...(owner.contract.columns === 'freeze' || owner.contract.columns === 'discard_row' ? { additionalProperties: false } : {}),
  };
}

function annotations({ doc, type }: FieldModel): WireSchema {
  const unit = doc.unit === undefined ? undefined : `In ${doc.unit}.`;
  const description = [doc.description, unit].filter((each) => each !== undefined).join(' ');
  const known = type.kind === 'enum' && type.open ? type.values : [];
  const examples = [...doc.examples, ...known];
  return {
    ...(description === '' ? {} : { description }),
    ...(examples.length === 0 ? {} : { examples }),
    ...(doc.deprecated === false ? {} : { deprecated: true }),
  };
}

function valueSchema(value: ValueModel, owner: RecordType, context: Context): WireSchema {
  const { type, nullable } = value;
  if (type.kind === 'json') return nullable ? {} : { not: { type: 'null' } };
  const schema = typeSchema(type, owner, context);
  if (!nullable) return schema;
  if (typeof schema['type'] === 'string' && schema['type'] !== 'object') return { ...schema, type: [schema['type'], 'null'] };
  if (Array.isArray(schema['enum'])) return { enum: [...schema['enum'], null] };
  return { anyOf: [schema, { type: 'null' }] };
}

function typeSchema(type: TypeModel, owner: RecordType, context: Context): WireSchema {
  const { types, definitions, isMarked } = context;
  switch (type.kind) {
    case 'string': {
      const format = type.format === undefined ? undefined : STRING_FORMATS[type.format];
      return { type: 'string', ...(format === undefined ? {} : textSchema(format.pattern, format.jsonSchema)) };
    }
    case 'number':
      return {
        type: type.integer ? 'integer' : 'number',
        ...bound('minimum', type.integer ? Math.max(type.minimum ?? -Infinity, Number.MIN_SAFE_INTEGER) : type.minimum),
        ...bound('maximum', type.integer ? Math.min(type.maximum ?? Infinity, Number.MAX_SAFE_INTEGER) : type.maximum),
      };
    case 'boolean':
      return { type: 'boolean' };
    case 'time': {
      const pattern = timePattern(type.of, type.format);
      if (pattern === undefined) return { type: 'number' };
      const known = type.format.kind === 'iso8601' ? { datetime: 'date-time', date: 'date', time: undefined }[type.of] : undefined;
      return { type: 'string', ...textSchema(pattern, known) };
    }
    case 'decimal':
      return {
        anyOf: [
          { type: 'number', ...sizeBounds(type.size) },
          { type: 'string', pattern: DECIMAL_DIGITS },
        ],
        ...(isMarked ? { exact: 'decimal' } : {}),
      };
    case 'bigint':
      return { anyOf: [{ type: 'integer' }, { type: 'string', pattern: INTEGER_DIGITS }], ...(isMarked ? { exact: 'bigint' } : {}) };
    case 'json':
      return {};
    case 'enum':
      return type.open ? { type: typeof type.values[0] } : { enum: type.values };
    case 'object':
      return objectSchema(type.fields, owner, context);
    case 'array':
      return { type: 'array', ...inner('items', valueSchema(type.items, owner, context)) };
    case 'map':
      return { type: 'object', ...inner('additionalProperties', valueSchema(type.values, owner, context)) };
    case 'union':
      return {
        anyOf: inTurn(
          type.members.map((member) => typeSchema(member, owner, context)),
          type.tells ?? [],
        ),
      };
    case 'variants':
      return { anyOf: type.variants.map((variant) => typeSchema(variant.object, owner, context)) };
    case 'record': {
      const record = types.find((each) => each.typeName === type.record.typeName);
      if (record !== undefined && !definitions.has(record.typeName)) {
        definitions.set(record.typeName, {}); // it may refer to itself
        definitions.set(record.typeName, {
          ...(record.description === undefined ? {} : { description: record.description }),
          ...objectSchema(record.fields, record, context),
        });
      }
      return { $ref: `#/$defs/${type.record.typeName}` };
    }
  }
}

/** The pattern is what is checked, here as in the decoder; the format says to tools what it means. */
function textSchema(pattern: string, format: string | undefined): WireSchema {
  return { ...(format === undefined ? {} : { format }), pattern };
}

function bound(keyword: 'minimum' | 'maximum', value: number | undefined): WireSchema {
  return value === undefined ? {} : { [keyword]: value };
}

function inner(keyword: 'items' | 'additionalProperties', schema: WireSchema): WireSchema {
  return Object.keys(schema).length === 0 ? {} : { [keyword]: schema };
}

/** What JSON Schema can say of a size: that a number is too large for it. How many digits it has after the point, no. */
function sizeBounds(size: DecimalSize | undefined): object {
  if (size === undefined || size.precision - size.scale > 15) return {};
  const bound = 10 ** (size.precision - size.scale);
  return { exclusiveMinimum: -bound, exclusiveMaximum: bound };
}
