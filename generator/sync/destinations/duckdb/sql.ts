import { type Column, type ColumnType, sizedDecimal, sqlName } from '../column.js';
import type { Removal } from '../contract.js';
import { listed, type Sql, TABLE } from '../sql.js';

/** What DuckDB is told about one table. */
export interface DuckdbSql {
  readonly create: Sql;
  /** The temporary table that rows are appended to. */
  readonly stage: Sql;
  /** From there into the table. */
  readonly write: readonly Sql[];
}

/** `replaces`: whether a row may be there already; otherwise those of its key were removed before. */
export function duckdbSql(columns: readonly Column[], merges: boolean, replaces: boolean): DuckdbSql {
  const names = columns.map((column) => sqlName(column.name));
  const keys = columns.filter((column) => column.isKey);
  const same = keys.map((column) => [...[TABLE], `.${sqlName(column.name)} = ${converted(column, 'rows.')}`]);
  return {
    create: [
      ['CREATE TABLE IF NOT EXISTS ', TABLE, ' ('],
      ...listed(columns.map((column) => `${sqlName(column.name)} ${duckdbType(column.type)}${column.isKey ? ' NOT NULL' : ''}`)),
      [')'],
    ],
    stage: [
      ['CREATE OR REPLACE TEMP TABLE "_sync_rows" ('],
      ...listed(columns.map((column) => `${sqlName(column.name)} ${stagedType(column.type)}`)),
      [')'],
    ],
    write: [
      ...(merges && replaces
        ? [
            [
              ['DELETE FROM ', TABLE, ' USING temp."_sync_rows" AS rows'],
              ...same.map((line, index) => [index === 0 ? 'WHERE ' : '  AND ', ...line]),
            ],
          ]
        : []),
      [
        ['INSERT INTO ', TABLE, ` (${names.join(', ')})`],
        ['SELECT'],
        ...listed(columns.map((column) => converted(column, ''))),
        ['FROM temp."_sync_rows"'],
      ],
    ],
  };
}

/** The temporary table that keys of records are appended to, and what removes their rows. */
export function duckdbRemoval({ keys, isOwn, names }: Removal): { readonly keys: Sql | undefined; readonly remove: Sql | undefined } {
  const same = keys.map((key, index) => [TABLE, `.${sqlName(names?.[index] ?? key.name)} = ${converted(key, 'keys.')}`]);
  return {
    keys: isOwn
      ? [
          ['CREATE OR REPLACE TEMP TABLE "_sync_keys" ('],
          ...listed(keys.map((column) => `${sqlName(column.name)} ${stagedType(column.type)}`)),
          [')'],
        ]
      : undefined,
    remove:
      names === undefined
        ? undefined
        : [
            ['DELETE FROM ', TABLE, ' USING temp."_sync_keys" AS keys'],
            ...same.map((line, index) => [index === 0 ? 'WHERE ' : '  AND ', ...line]),
          ],
  };
}

/** The type of a column. */
export function duckdbType(type: ColumnType): string {
  switch (type.kind) {
    case 'integer':
      return 'BIGINT';
    case 'number':
    case 'epoch':
      return 'DOUBLE';
    case 'boolean':
      return 'BOOLEAN';
    case 'bigint':
      return 'HUGEINT';
    case 'decimal':
      return sizedDecimal(type, 'DECIMAL', { precision: 38, scale: 38 }) ?? 'VARCHAR';
    case 'instant':
      return 'TIMESTAMPTZ';
    case 'timestamp':
      return 'TIMESTAMP';
    case 'date':
      return 'DATE';
    case 'time':
      return 'TIME';
    case 'binary':
      return 'BLOB';
    case 'json':
      return 'JSON';
    case 'list':
    case 'map':
    case 'struct':
      return nestedType(type);
    case 'text':
      return 'VARCHAR';
  }
}

/** The type of a value inside another, as `from_json` reads it from its JSON. */
function nestedType(type: ColumnType): string {
  switch (type.kind) {
    case 'list':
      return `${nestedType(type.items)}[]`;
    case 'map':
      return `MAP(VARCHAR, ${nestedType(type.values)})`;
    case 'struct':
      return `STRUCT(${type.fields.map((field) => `${sqlName(field.name)} ${nestedType(field.type)}`).join(', ')})`;
    case 'instant':
      return 'TIMESTAMP WITH TIME ZONE';
    case 'bigint': // Parquet has no type for it inside others
    case 'binary': // it stays base64
      return 'VARCHAR';
    default:
      return duckdbType(type);
  }
}

/** What cells are before they are converted. */
function stagedType({ kind }: ColumnType): string {
  switch (kind) {
    case 'boolean':
      return 'BOOLEAN';
    case 'integer':
    case 'number':
      return 'DOUBLE';
    case 'binary':
      return 'BLOB';
    default:
      return 'VARCHAR';
  }
}

function converted({ name, type }: Column, from: '' | 'rows.' | 'keys.'): string {
  const column = `${from}${sqlName(name)}`;
  if (type.kind === 'list' || type.kind === 'map' || type.kind === 'struct')
    return `from_json(${column}, '${JSON.stringify(nestedType(type)).replaceAll("'", "''")}')`;
  const wanted = duckdbType(type);
  return wanted === stagedType(type) ? column : `${column}::${wanted}`;
}
