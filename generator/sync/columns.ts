import { type Code, code, identifier, literal, member } from '../code.js';
import type { ResourceModel } from '../model/connector-model.js';
import type { EnumType, FieldModel, RecordsModel, RecordType, TypeModel } from '../records/model.js';
import type { Column, ColumnType } from './destinations/column.js';

/** The columns of a resource: one for each field; the whole record where fields are not declared. */
export function columnsOf(resource: ResourceModel, type: RecordType, records: RecordsModel): readonly Column[] {
  const record = identifier(type.variable);
  const names = new ColumnNames();
  if (!type.declared) {
    const keys = resource.primaryKey.map((key) => ({
      name: names.claim(key),
      isKey: true,
      type: TEXT,
      cell: code`keyText(${record}[${literal(key)}])`,
    }));
    return [...keys, { name: names.claim('record'), isKey: false, type: { kind: 'json' }, cell: code`jsonText(${record})` }];
  }
  return type.fields.map((field) => {
    const column = columnType(field.type, records);
    return {
      name: names.claim(field.name),
      isKey: resource.primaryKey.includes(field.name),
      type: column,
      cell: cellOf(field, column, member(record, field.name), type.mayDiscardValues),
    };
  });
}

const TEXT = { kind: 'text' } as const;

function columnType(type: TypeModel, records: RecordsModel): ColumnType {
  switch (type.kind) {
    case 'string':
      return TEXT;
    case 'boolean':
    case 'bigint':
    case 'decimal':
      return { kind: type.kind };
    case 'number':
      return { kind: type.integer ? 'integer' : 'number' };
    case 'enum':
      return enumType(type);
    case 'time':
      if (type.format.kind === 'epoch_s' || type.format.kind === 'epoch_ms')
        return { kind: 'epoch', unit: type.format.kind === 'epoch_s' ? 's' : 'ms' };
      if (type.of === 'datetime' && type.format.kind !== 'strftime') return { kind: 'instant' };
      return type.of === 'date' && type.format.kind === 'iso8601' ? { kind: 'date' } : TEXT;
    case 'json':
    case 'union':
    case 'variants':
      return JSON_TYPE;
    case 'object':
    case 'record':
    case 'array':
    case 'map':
      return nestedType(type, records, []);
  }
}

function enumType({ values }: EnumType): ColumnType {
  if (values.every((value) => typeof value === 'string')) return TEXT;
  if (values.every((value) => typeof value === 'boolean')) return { kind: 'boolean' };
  if (values.every((value) => typeof value === 'number')) return { kind: values.every(Number.isInteger) ? 'integer' : 'number' };
  return JSON_TYPE;
}

/** The type of a value with values in it; one that has fields nobody declared, or refers to itself, is JSON. */
function nestedType(type: TypeModel, records: RecordsModel, within: readonly string[]): ColumnType {
  switch (type.kind) {
    case 'object':
      return structType(type.fields, records, within);
    case 'record': {
      const { typeName } = type.record;
      const found = records.types.find((each) => each.typeName === typeName);
      if (found === undefined || !found.declared || within.includes(typeName)) return JSON_TYPE;
      return structType(found.fields, records, [...within, typeName]);
    }
    case 'array':
      return { kind: 'list', items: nestedType(type.items.type, records, within) };
    case 'map':
      return { kind: 'map', values: nestedType(type.values.type, records, within) };
    default:
      return columnType(type, records);
  }
}

const JSON_TYPE = { kind: 'json' } as const;

function structType(fields: readonly FieldModel[], records: RecordsModel, within: readonly string[]): ColumnType {
  const names = new Set(fields.map((field) => field.name.toLowerCase()));
  if (names.size === 0 || names.size < fields.length || names.has('')) return JSON_TYPE;
  return { kind: 'struct', fields: fields.map((field) => ({ name: field.name, type: nestedType(field.type, records, within) })) };
}

function cellOf(field: FieldModel, column: ColumnType, value: Code, mayBeDropped: boolean): Code {
  switch (column.kind) {
    case 'json':
    case 'list':
    case 'map':
    case 'struct':
      return code`jsonText(${value})`;
    case 'bigint':
      return code`digits(${value})`;
    case 'instant':
      if (field.type.kind === 'time' && field.type.format.kind === 'rfc2822') return code`instant(${value})`;
  }
  return field.optional || mayBeDropped ? code`${value} ?? null` : value;
}

/** Postgres cuts longer names. */
const MAX_NAME_BYTES = 63;

class ColumnNames {
  readonly #taken = new Set<string>();

  claim(wish: string): string {
    let name = cut(wish, MAX_NAME_BYTES);
    for (let count = 2; this.#taken.has(name.toLowerCase()); count++) name = `${cut(wish, MAX_NAME_BYTES - 4)}_${count}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

function cut(text: string, bytes: number): string {
  let cut = text;
  while (Buffer.byteLength(cut) > bytes) cut = [...cut].slice(0, -1).join('');
  return cut;
}
