import type { FieldModel, RecordsModel, RecordType, TypeModel, ValueModel } from '../records/model.js';

type Schema = { readonly [keyword: string]: unknown };

/**
 * What Singer and Airbyte are told about the records of a resource, as they are after decoding: JSON Schema draft 7 in
 * the few words that every target knows. No references, no choices, no patterns.
 */
export function streamSchema(type: RecordType, records: RecordsModel): Schema {
  const properties = propertiesOf(type.fields, records, []);
  return { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', properties };
}

function propertiesOf(fields: readonly FieldModel[], records: RecordsModel, within: readonly string[]): Schema {
  return Object.fromEntries(
    fields.map((field) => {
      const { description } = field.doc;
      return [field.name, { ...valueSchema(field, records, within), ...(description === undefined ? {} : { description }) }];
    }),
  );
}

function valueSchema({ type, nullable }: ValueModel, records: RecordsModel, within: readonly string[]): Schema {
  const { type: word, ...rest } = typeSchema(type, records, within);
  if (word === undefined) return {};
  return { type: nullable ? [word, 'null'] : word, ...rest };
}

function typeSchema(type: TypeModel, records: RecordsModel, within: readonly string[]): Schema {
  switch (type.kind) {
    case 'string':
    case 'decimal':
    case 'bigint': // its digits
      return { type: 'string' };
    case 'boolean':
      return { type: 'boolean' };
    case 'number':
      return { type: type.integer ? 'integer' : 'number' };
    case 'enum':
      return enumSchema(type.values);
    case 'time':
      if (type.format.kind === 'epoch_s' || type.format.kind === 'epoch_ms') return { type: 'number' };
      if (type.format.kind !== 'iso8601' || type.of === 'time') return { type: 'string' };
      return { type: 'string', format: type.of === 'date' ? 'date' : 'date-time' };
    case 'object':
      return { type: 'object', properties: propertiesOf(type.fields, records, within) };
    case 'record': {
      const { typeName } = type.record;
      const found = records.types.find((each) => each.typeName === typeName);
      if (found === undefined || !found.declared || within.includes(typeName)) return { type: 'object' };
      return { type: 'object', properties: propertiesOf(found.fields, records, [...within, typeName]) };
    }
    case 'array':
      return { type: 'array', items: valueSchema(type.items, records, within) };
    case 'map':
      return { type: 'object', additionalProperties: valueSchema(type.values, records, within) };
    case 'variants':
      return { type: 'object' };
    case 'json':
    case 'union':
      return {}; // any value
  }
}

function enumSchema(values: readonly (string | number | boolean)[]): Schema {
  if (values.every((value) => typeof value === 'string')) return { type: 'string' };
  if (values.every((value) => typeof value === 'boolean')) return { type: 'boolean' };
  return values.every((value) => typeof value === 'number') ? { type: values.every(Number.isInteger) ? 'integer' : 'number' } : {};
}
