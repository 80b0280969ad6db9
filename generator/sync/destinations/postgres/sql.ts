import { type Column, type ColumnType, sizedDecimal, sqlName } from '../column.js';
import type { Removal } from '../contract.js';
import { listed, type Sql, TABLE } from '../sql.js';

/** What Postgres is told about one table. */
export interface PostgresSql {
  readonly create: Sql;
  /** The temporary table that rows are copied to. */
  readonly stage: Sql;
  /** From there into the table. */
  readonly write: Sql;
}

/** `replaces`: whether a row may be there already; otherwise those of its key were removed before. */
export function postgresSql(columns: readonly Column[], merges: boolean, replaces: boolean): PostgresSql {
  const names = columns.map((column) => sqlName(column.name)).join(', ');
  const declared = columns.map((column) => `${sqlName(column.name)} ${postgresType(column.type)}${column.isKey ? ' NOT NULL' : ''}`);
  return {
    create: [
      ['CREATE TABLE IF NOT EXISTS ', TABLE, ' ('],
      ...listed([...declared, ...(merges ? [`PRIMARY KEY (${keysOf(columns)})`] : [])]),
      [')'],
    ],
    stage: [
      ['CREATE TEMP TABLE "_sync_rows" ('],
      ...listed(columns.map(({ name, type }) => `${sqlName(name)} ${postgresType(type)}`)),
      [') ON COMMIT DROP'],
    ],
    write: [
      ['INSERT INTO ', TABLE, ` (${names})`],
      ['SELECT'],
      ...listed(columns.map((column) => sqlName(column.name))),
      ['FROM pg_temp."_sync_rows"'],
      ...(merges && replaces ? onConflict(columns) : []),
    ],
  };
}

/** The temporary table that keys of records are copied to, and what removes their rows. */
export function postgresRemoval({ keys, isOwn, names }: Removal): { readonly keys: Sql | undefined; readonly remove: Sql | undefined } {
  const same = keys.map((key, index) => `${sqlName(names?.[index] ?? key.name)} = keys.${sqlName(key.name)}`);
  return {
    keys: isOwn
      ? [
          ['CREATE TEMP TABLE "_sync_keys" ('],
          ...listed(keys.map(({ name, type }) => `${sqlName(name)} ${postgresType(type)}`)),
          [') ON COMMIT DROP'],
        ]
      : undefined,
    remove:
      names === undefined
        ? undefined
        : [
            ['DELETE FROM ', TABLE, ' AS rows USING pg_temp."_sync_keys" AS keys'],
            ...same.map((line, index) => [`${index === 0 ? 'WHERE ' : '  AND '}rows.${line}`]),
          ],
  };
}

/** What follows an `INSERT` so that it replaces the row of the same key. SQLite says it in the same words. */
export function onConflict(columns: readonly Column[]): Sql {
  const others = columns.filter((column) => !column.isKey).map(({ name }) => `${sqlName(name)} = EXCLUDED.${sqlName(name)}`);
  if (others.length === 0) return [[`ON CONFLICT (${keysOf(columns)}) DO NOTHING`]];
  return [[`ON CONFLICT (${keysOf(columns)}) DO UPDATE SET`], ...listed(others)];
}

/** The names of the key, in the order of the columns. */
export function keysOf(columns: readonly Column[]): string {
  return columns
    .filter((column) => column.isKey)
    .map(({ name }) => sqlName(name))
    .join(', ');
}

/** The type of a column. */
export function postgresType(type: ColumnType): string {
  switch (type.kind) {
    case 'integer':
      return 'bigint';
    case 'number':
    case 'epoch':
      return 'double precision';
    case 'boolean':
      return 'boolean';
    case 'bigint':
      return 'numeric';
    case 'decimal':
      return sizedDecimal(type, 'numeric', { precision: 1000, scale: 1000 }) ?? 'numeric';
    case 'instant':
      return 'timestamptz';
    case 'timestamp':
      return 'timestamp';
    case 'time':
      return 'time';
    case 'binary':
      return 'bytea';
    case 'date':
      return 'date';
    case 'json':
    case 'list':
    case 'map':
    case 'struct':
      return 'jsonb';
    case 'text':
      return 'text';
  }
}
