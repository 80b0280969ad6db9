import type { FieldModel, RecordsModel, RecordType, TimeType, TypeModel, ValueModel } from '../types/model.js';
import { isEpoch } from '../types/time-format.js';
import { writtenTime } from './times.js';

type Schema = { readonly [keyword: string]: unknown };

/**
 * What Singer and Airbyte are told about the records of a resource, as they are in messages: JSON Schema draft 7 in the few
 * words that every target knows. No references, no choices, no patterns.
 */
export function streamSchema(type: RecordType, records: RecordsModel): Schema {
  const properties = propertiesOf(type.fields, records, []);
  return { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', properties };
}

/** `within`: the shared records that these fields are in. */
function propertiesOf(fields: readonly FieldModel[], records: RecordsModel, within: readonly string[], isNested = false): Schema {
  return Object.fromEntries(
    fields.map((field) => {
      const { description } = field.doc;
      return [field.name, { ...valueSchema(field, records, within, isNested), ...(description === undefined ? {} : { description }) }];
    }),
  );
}

function valueSchema({ type, nullable }: ValueModel, records: RecordsModel, within: readonly string[], isNested: boolean): Schema {
  const { type: said, ...rest } = typeSchema(type, records, within, isNested);
  const words = [said].flat();
  const all = nullable && !words.includes('null') ? [...words, 'null'] : words.filter((word) => nullable || word !== 'null');
  return { type: all.length === 1 ? all[0] : all, ...rest };
}

/** What any value may be: targets that are told nothing leave a column out. */
const ANYTHING = ['string', 'number', 'boolean', 'object', 'array', 'null'];

function typeSchema(type: TypeModel, records: RecordsModel, within: readonly string[], isNested: boolean): Schema {
  switch (type.kind) {
    case 'string':
    case 'bigint': // its digits
      return { type: 'string' };
    case 'decimal':
      return { type: 'string', ...(type.size === undefined ? {} : { format: 'x-singer.decimal', ...type.size }) };
    case 'boolean':
      return { type: 'boolean' };
    case 'number':
      return { type: type.integer ? 'integer' : 'number' };
    case 'enum':
      return enumSchema(type.values);
    case 'time':
      return timeSchema(type, isNested);
    case 'object':
      return { type: 'object', properties: propertiesOf(type.fields, records, within, true) };
    case 'record': {
      const { typeName } = type.record;
      const found = records.types.find((each) => each.typeName === typeName);
      if (found === undefined || !found.declared || within.includes(typeName)) return { type: 'object' };
      return { type: 'object', properties: propertiesOf(found.fields, records, [...within, typeName], true) };
    }
    case 'array':
      return { type: 'array', items: valueSchema(type.items, records, within, true) };
    case 'map':
      return { type: 'object', additionalProperties: valueSchema(type.values, records, within, true) };
    case 'variants':
      return { type: 'object' };
    case 'union':
      return type.members.every(({ kind }) => kind === 'object' || kind === 'record') ? { type: 'object' } : { type: ANYTHING };
    case 'json':
      return { type: ANYTHING };
  }
}

/** Instants and dates are what `sync` makes of them; inside others, only those in ISO 8601 are understood. */
function timeSchema(type: TimeType, isNested: boolean): Schema {
  const written = writtenTime(type, isNested);
  if (written === 'instant') return { type: 'string', format: 'date-time' };
  if (written === 'date') return { type: 'string', format: 'date' };
  return { type: isEpoch(type.format) ? 'number' : 'string' };
}

function enumSchema(values: readonly (string | number | boolean)[]): Schema {
  if (values.every((value) => typeof value === 'string')) return { type: 'string' };
  if (values.every((value) => typeof value === 'boolean')) return { type: 'boolean' };
  return values.every((value) => typeof value === 'number')
    ? { type: values.every(Number.isInteger) ? 'integer' : 'number' }
    : { type: ['string', 'number', 'boolean'] };
}
