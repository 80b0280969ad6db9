// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { quoted } from './destination.ts';
import { growthOf, type Growth, type PresentColumn } from './present-tables.ts';
import type { SqliteDatabase } from './sqlite-driver.ts';
import type { Table } from './table.ts';

/** What is in an SQLite database, and how it becomes what a new version of the package wants. */
export class SqliteTables {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /** Tables, views, indexes and triggers have their names in common. */
  kindOf(name: string): string | undefined {
    const [found] = this.all('SELECT "type" FROM "sqlite_master" WHERE lower("name") = lower(?)', [name]);
    return found === undefined ? undefined : String(found['type']);
  }

  /** How a table of an older version has to change. SQLite adds columns, and does not change types. */
  growth(table: Table, name: string): Growth {
    this.#database.exec(table.sqlite.create('temp."_sync_shape"'));
    const wanted = this.#columns('temp', '_sync_shape');
    this.#database.exec('DROP TABLE temp."_sync_shape"');
    return growthOf(table, `SQLite, ${name}`, wanted, this.#columns('main', name), (column, before, type) =>
      before === undefined ? `ADD COLUMN ${quoted(column)} ${type}` : undefined,
    );
  }

  /** Rows that replace each other need an index that tells them apart: a table that was not made here may have none. */
  keyMisfits(table: Table, name: string): readonly string[] {
    if (table.key.length === 0) return [];
    const key = [...table.key].sort().join();
    const primary = this.all('SELECT "name" FROM pragma_table_info(?) WHERE "pk" > 0', [name]);
    const indexes = this.all('SELECT "name" FROM pragma_index_list(?) WHERE "unique" = 1 AND "partial" = 0', [name]);
    const unique = [
      primary,
      ...indexes.map((index) => this.all('SELECT "name" FROM pragma_index_info(?)', [String(index['name'])])),
    ];
    const isTold = unique.some(
      (columns) =>
        columns
          .map((column) => String(column['name']))
          .sort()
          .join() === key,
    );
    return isTold ? [] : [`SQLite, ${name}: no unique index of ${table.key.join(', ')}, by which rows are merged`];
  }

  /** The columns of a table, by name; none when there is no such table. */
  #columns(schema: string, table: string): ReadonlyMap<string, PresentColumn> {
    const found = this.all(
      'SELECT "name", "type", "notnull" AND "dflt_value" IS NULL AS "required" FROM pragma_table_info(?, ?)',
      [table, schema],
    );
    return new Map(
      found.map((column) => [
        String(column['name']),
        { type: String(column['type']), isRequired: column['required'] === 1 },
      ]),
    );
  }

  all(sql: string, values: readonly string[]): readonly Readonly<Record<string, unknown>>[] {
    return this.#database.prepare(sql).all(...values) as readonly Readonly<Record<string, unknown>>[]; // SQLite has no other rows
  }
}
