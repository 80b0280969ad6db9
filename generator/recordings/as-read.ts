import { castValue } from '../types/cast.js';
import type { FieldModel, RecordType, TypeModel, ValueModel } from '../types/model.js';
import { toldAs, variantOf } from '../types/variant-of.js';
import type { JsonValue } from '../shape.js';
import { isList, isObject } from './places.js';

/**
 * A record of a document as its decoder makes it: with lists, objects and texts where its fields say so, the types of its fields, and null
 * where a nullable one is missing.
 */
export function asRead(record: JsonValue, type: RecordType, types: readonly RecordType[]): JsonValue {
  const told = type.variants?.told;
  const fields = told === undefined ? type.fields : (variantOf(told, record)?.object.fields ?? []);
  return withFields(record, fields, types);
}

function withFields(value: JsonValue, fields: readonly FieldModel[], types: readonly RecordType[]): JsonValue {
  if (!isObject(value)) return value;
  const read = new Map(Object.entries(value));
  for (const field of fields) {
    const there = read.get(field.name) ?? (field.type.kind === 'array' ? [] : undefined);
    if (there !== undefined) read.set(field.name, valueAsRead(field, there, types));
    else if (field.nullable && !field.optional) read.set(field.name, null);
  }
  return Object.fromEntries(read);
}

function valueAsRead(field: ValueModel, sent: JsonValue, types: readonly RecordType[]): JsonValue {
  const value = asElement(field.type, sent);
  const isNull = (field.emptyAsNull === true && value === '') || (typeof value === 'string' && field.nullTexts?.includes(value) === true);
  if (isNull) return null;
  return insideAsRead(field.type, field.cast === undefined ? value : castValue(field.cast, value), types);
}

/** What an element is where nothing tells but its field. */
function asElement(type: TypeModel, value: JsonValue): JsonValue {
  switch (type.kind) {
    case 'array':
      return isList(value) || value === null ? value : [value];
    case 'object':
    case 'record':
    case 'variants':
    case 'map':
      return typeof value === 'string' ? (value === '' ? {} : { '#text': value }) : value;
    case 'json':
    case 'union':
      return value;
    default:
      return isObject(value) && Object.keys(value).every((key) => /^[@#]/.test(key)) ? (value['#text'] ?? '') : value;
  }
}

function insideAsRead(type: TypeModel, value: JsonValue, types: readonly RecordType[]): JsonValue {
  switch (type.kind) {
    case 'array':
      return isList(value) ? value.map((each) => valueAsRead(type.items, each, types)) : value;
    case 'map':
      return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, valueAsRead(type.values, each, types)]))
        : value;
    case 'object':
      return withFields(value, type.fields, types);
    case 'record': {
      const record = types.find(({ typeName }) => typeName === type.record.typeName);
      return record === undefined ? value : asRead(value, record, types);
    }
    case 'variants': {
      const variant = variantOf(type, value);
      return variant === undefined ? value : withFields(value, variant.object.fields, types);
    }
    case 'union': {
      const object = toldAs(type, value);
      return object === undefined ? value : insideAsRead(object, value, types);
    }
    default:
      return value;
  }
}
