import { type Code, code, identifier, literal, member } from '../code.js';
import type { ResourceModel } from '../model/connector-model.js';
import type { EnumType, FieldModel, RecordsModel, RecordType, TypeModel } from '../records/model.js';

/** A column of a table, for every database. */
export interface Column {
  /** Unlike any other of its table in any letter case, and not too long for Postgres. */
  readonly name: string;
  readonly isKey: boolean;
  /** What it holds, in the words of the databases. */
  readonly type: ColumnType;
  /** The cell of a row: an expression of the record's variable. */
  readonly cell: Code;
}

export type ColumnType =
  | { readonly kind: 'text' | 'integer' | 'number' | 'boolean' | 'bigint' | 'decimal' | 'instant' | 'date' | 'json' }
  /** A number, in the given fraction of a second since 1970, that becomes an instant. */
  | { readonly kind: 'epoch'; readonly unit: 's' | 'ms' }
  /** Nested, with a type that DuckDB knows. */
  | { readonly kind: 'nested'; readonly duckdb: string };

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
      return { kind: 'json' };
    case 'object':
    case 'record':
    case 'array':
    case 'map': {
      const duckdb = nestedType(type, records, []);
      return duckdb === 'JSON' ? { kind: 'json' } : { kind: 'nested', duckdb };
    }
  }
}

function enumType({ values }: EnumType): ColumnType {
  if (values.every((value) => typeof value === 'string')) return TEXT;
  if (values.every((value) => typeof value === 'boolean')) return { kind: 'boolean' };
  if (values.every((value) => typeof value === 'number')) return { kind: values.every(Number.isInteger) ? 'integer' : 'number' };
  return { kind: 'json' };
}

/** DuckDB's type of a value inside another. What has none that loses nothing is JSON, or text. */
function nestedType(type: TypeModel, records: RecordsModel, within: readonly string[]): string {
  switch (type.kind) {
    case 'object':
      return structType(type.fields, records, within);
    case 'record': {
      const { typeName } = type.record;
      const found = records.types.find((each) => each.typeName === typeName);
      if (found === undefined || !found.declared || within.includes(typeName)) return 'JSON';
      return structType(found.fields, records, [...within, typeName]);
    }
    case 'array':
      return `${nestedType(type.items.type, records, within)}[]`;
    case 'map':
      return `MAP(VARCHAR, ${nestedType(type.values.type, records, within)})`;
    case 'time':
      if (type.format.kind === 'epoch_s' || type.format.kind === 'epoch_ms') return 'DOUBLE';
      if (type.of === 'datetime' && type.format.kind === 'iso8601') return 'TIMESTAMP WITH TIME ZONE';
      return type.of === 'date' && type.format.kind === 'iso8601' ? 'DATE' : 'VARCHAR';
    default: {
      const { kind } = columnType(type, records);
      return { boolean: 'BOOLEAN', integer: 'BIGINT', number: 'DOUBLE', json: 'JSON' }[kind as string] ?? 'VARCHAR';
    }
  }
}

function structType(fields: readonly FieldModel[], records: RecordsModel, within: readonly string[]): string {
  const names = new Set(fields.map((field) => field.name.toLowerCase()));
  if (names.size === 0 || names.size < fields.length || names.has('')) return 'JSON';
  return `STRUCT(${fields.map((field) => `${sqlName(field.name)} ${nestedType(field.type, records, within)}`).join(', ')})`;
}

function cellOf(field: FieldModel, column: ColumnType, value: Code, mayBeDropped: boolean): Code {
  switch (column.kind) {
    case 'json':
    case 'nested':
      return code`jsonText(${value})`;
    case 'bigint':
      return code`digits(${value})`;
    case 'instant':
      if (field.type.kind === 'time' && field.type.format.kind === 'rfc2822') return code`instant(${value})`;
  }
  return field.optional || mayBeDropped ? code`${value} ?? null` : value;
}

/** A name in SQL, whatever signs it has. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""').replaceAll('\0', '')}"`;
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
