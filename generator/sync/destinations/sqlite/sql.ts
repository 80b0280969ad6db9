import { type Column, type ColumnType, sqlName } from '../column.js';
import type { Removal } from '../contract.js';
import { keysOf, onConflict } from '../postgres/sql.js';
import { listed, type Sql, TABLE } from '../sql.js';

/** What SQLite is told about one table. */
export interface SqliteSql {
  readonly create: Sql;
  /** Run for every row. */
  readonly write: Sql;
}

/** `replaces`: whether a row may be there already; otherwise those of its key were removed before. */
export function sqliteSql(columns: readonly Column[], merges: boolean, replaces: boolean): SqliteSql {
  const names = columns.map((column) => sqlName(column.name)).join(', ');
  const declared = columns.map((column) => `${sqlName(column.name)} ${sqliteType(column.type)}${column.isKey ? ' NOT NULL' : ''}`);
  return {
    create: [
      ['CREATE TABLE IF NOT EXISTS ', TABLE, ' ('],
      ...listed([...declared, ...(merges ? [`PRIMARY KEY (${keysOf(columns)})`] : [])]),
      [') STRICT'],
    ],
    write: [
      ['INSERT INTO ', TABLE, ` (${names})`],
      [`VALUES (${columns.map(() => '?').join(', ')})`],
      ...(merges && replaces ? onConflict(columns) : []),
    ],
  };
}

/** What removes the rows of a record. */
export function sqliteRemoval({ keys, names }: Removal): Sql | undefined {
  if (names === undefined) return undefined;
  const same = keys.map((key, index) => `${sqlName(names[index] ?? key.name)} = ?`);
  return [['DELETE FROM ', TABLE], [`WHERE ${same.join(' AND ')}`]];
}

/** The type of a column, of the four that SQLite has. Whatever has no room in a number without loss is text. */
export function sqliteType({ kind }: ColumnType): string {
  switch (kind) {
    case 'integer':
    case 'boolean':
      return 'INTEGER';
    case 'number':
    case 'epoch':
      return 'REAL';
    case 'binary':
      return 'BLOB';
    default:
      return 'TEXT';
  }
}
