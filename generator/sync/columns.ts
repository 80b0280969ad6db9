import { type Code, code, identifier, literal, member, optionalMember } from '../code.js';
import type { ConnectorModel, DeletedWhenModel, ResourceModel } from '../model/connector-model.js';
import type { EnumType, FieldModel, RecordsModel, RecordType, TimeType, TypeModel } from '../types/model.js';
import { isEpoch } from '../types/time-format.js';
import type { Column, ColumnType } from './destinations/column.js';
import { nameOf } from '../names.js';
import { timeKind, readerOf, type TimeReader, timeReaders } from './times.js';
import { digitsOf, writingOf } from './writing.js';

/** The columns of a table, and the constants that their cells refer to. */
export interface TableColumns {
  readonly columns: readonly Column[];
  readonly constants: readonly Code[];
}

/** What columns are made of. */
export type ColumnsContext = Pick<ConnectorModel, 'records' | 'resources'>;

/** The columns of a resource: one for each field that is not a table of its own; the whole record where fields are not declared. */
export function columnsOf(resource: ResourceModel, type: RecordType, model: ColumnsContext): TableColumns {
  const record = identifier(type.variable);
  const names = new ColumnNames();
  const marks = (): readonly Column[] =>
    resource.deletedWhen?.mode !== 'soft'
      ? []
      : [{ name: names.claim('_deleted'), isKey: false, type: { kind: 'boolean' }, cell: isDeleted(record, type, resource.deletedWhen) }];
  if (!type.declared) {
    const keys = resource.primaryKey.map((key) => ({
      name: names.claim(key),
      isKey: true,
      type: TEXT,
      cell: code`keyText(${record}[${literal(key)}])`,
    }));
    const whole: Column = { name: names.claim('record'), isKey: false, type: JSON_TYPE, cell: code`jsonText(${record})` };
    return { columns: [...keys, whole, ...marks()], constants: [] };
  }
  const tables = new Set(resource.lists.flatMap(({ path: [field, ...more] }) => (more.length === 0 ? field : [])));
  const fields = type.fields.filter((field) => !tables.has(field.name));
  const constants: Code[] = [];
  const columns = columnsOfFields(fields, record, names, constants, { model, mayBeDropped: type.mayDiscardValues }).map(
    (column, index) => ({
      ...column,
      isKey: resource.primaryKey.includes(fields[index]?.name ?? ''),
    }),
  );
  return { columns: [...columns, ...marks()], constants };
}

/** Whether a record is gone: a condition. */
export function isDeleted(record: Code, { declared }: RecordType, { field, equals }: DeletedWhenModel): Code {
  const [first = '', ...inside] = field;
  const value = inside.reduce(optionalMember, declared ? member(record, first) : code`${record}[${literal(first)}]`);
  return equals === null ? code`(${value} ?? null) !== null` : code`${value} === ${literal(equals)}`;
}

/** Columns of the fields of a value. `constants` gets what their cells refer to. */
export function columnsOfFields(
  fields: readonly FieldModel[],
  value: Code,
  names: ColumnNames,
  constants: Code[],
  { model, mayBeDropped, prefix = '' }: { readonly model: ColumnsContext; readonly mayBeDropped: boolean; readonly prefix?: string },
): readonly Column[] {
  return fields.map((field, index): Column => {
    const { camel } = nameOf(field.name);
    const wish = /^[a-z]\w*$/i.test(camel) ? camel : 'field';
    const constant = `${prefix === '' ? wish : `${prefix}${wish.charAt(0).toUpperCase()}${wish.slice(1)}`}Writing${index + 1}`;
    return columnOf(field, names.claim(field.name), member(value, field.name), constant, constants, { model, mayBeDropped });
  });
}

/** The column of a value that stands at a place. `constant`: what may be called how it is written. */
export function columnOf(
  field: FieldModel,
  name: string,
  value: Code,
  constant: string,
  constants: Code[],
  { model, mayBeDropped }: { readonly model: ColumnsContext; readonly mayBeDropped: boolean },
): Column {
  const column = columnType(field.type, model.records);
  const writing = isJson(column) ? writingOf(field.type, model.records, digitsOf) : undefined;
  if (writing !== undefined) constants.push(code`const ${identifier(constant)}: Writing = ${writing};`);
  const json = writing === undefined ? code`jsonText(${value})` : code`jsonText(${value}, ${identifier(constant)})`;
  return {
    name,
    isKey: false,
    type: column,
    cell: isJson(column) ? json : cellOf(field, column, value, mayBeDropped, timeReaders(model)),
  };
}

/** Whether its cells are JSON text. */
function isJson({ kind }: ColumnType): boolean {
  return kind === 'json' || kind === 'list' || kind === 'map' || kind === 'struct';
}

const TEXT = { kind: 'text' } as const;

function columnType(type: TypeModel, records: RecordsModel): ColumnType {
  switch (type.kind) {
    case 'string':
      return type.format === 'base64' ? { kind: 'binary' } : TEXT;
    case 'boolean':
    case 'bigint':
      return { kind: type.kind };
    case 'decimal':
      return { kind: 'decimal', ...type.size };
    case 'number':
      return { kind: type.integer ? 'integer' : 'number' };
    case 'enum':
      return enumType(type);
    case 'time':
      return timeType(type);
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

function timeType(type: TimeType): ColumnType {
  const kind = timeKind(type);
  return kind === 'text' ? TEXT : { kind };
}

function enumType({ values, open }: EnumType): ColumnType {
  if (values.every((value) => typeof value === 'string')) return TEXT;
  if (values.every((value) => typeof value === 'boolean')) return { kind: 'boolean' };
  if (values.every((value) => typeof value === 'number')) return { kind: !open && values.every(Number.isInteger) ? 'integer' : 'number' };
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
    case 'time': // as it was sent: only one in ISO 8601 is understood where it stands
      if (isEpoch(type.format)) return { kind: 'epoch' };
      return type.format.kind === 'iso8601' ? { kind: type.of === 'datetime' ? 'instant' : type.of } : TEXT;
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

function cellOf(field: FieldModel, column: ColumnType, value: Code, mayBeDropped: boolean, times: readonly TimeReader[]): Code {
  switch (column.kind) {
    case 'bigint':
      return code`digits(${value})`;
    case 'binary':
      return code`bytes(${value})`;
    case 'instant':
    case 'timestamp':
    case 'date':
    case 'time': {
      const reader = field.type.kind === 'time' ? readerOf(field.type, times) : undefined;
      if (reader !== undefined) return code`${identifier(reader.name)}(${value})`;
    }
  }
  return field.optional || mayBeDropped ? code`${value} ?? null` : value;
}

/** Postgres cuts longer names. */
const MAX_NAME_BYTES = 63;

/** Names of columns, none of which is another in any letter case. */
export class ColumnNames {
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
