// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { quoted } from './destination.ts';
import type { MysqlDatabase } from './mysql-database.ts';
import { changeOf } from './mysql-values.ts';
import { growthOf, type Growth, type PresentColumn } from './present-tables.ts';
import type { Table } from './table.ts';

/** What tables of a database look like, and how they become what a new version of the package wants. */
export class MysqlTables {
  readonly #database: MysqlDatabase;

  constructor(database: MysqlDatabase) {
    this.#database = database;
  }

  /** How a table of an older version has to change. */
  async growth(table: Table, name: string): Promise<Growth> {
    const present = await this.#columns(this.#database.at(name));
    return growthOf(table, `MySQL, ${name}`, await this.#wantedColumns(table), present, (column, before, type) =>
      changeOf(column, before, type, this.#database.collation),
    );
  }

  /** What the columns would be were the table made now, in the words of the server. */
  async #wantedColumns(table: Table): Promise<ReadonlyMap<string, PresentColumn>> {
    const shape = quoted('_sync_shape');
    await this.#database.query(table.mysql.create('TEMPORARY TABLE', shape, this.#database.collation));
    try {
      return await this.#columns(shape);
    } finally {
      await this.#database.query(`DROP TEMPORARY TABLE ${shape}`).catch(() => undefined);
    }
  }

  /** The columns of a table, by name. */
  async #columns(table: string): Promise<ReadonlyMap<string, PresentColumn>> {
    const found = await this.#database.query(`SHOW COLUMNS FROM ${table}`);
    return new Map(
      found.map(({ Field: name, Type: type, Null: nullable, Default: value, Extra: extra }) => {
        const isRequired = nullable === 'NO' && value === null && !String(extra).includes('auto_increment');
        return [String(name), { type: String(type).replace(/^bigint\(\d+\)$/, 'bigint'), isRequired }];
      }),
    );
  }

  /** Rows that replace each other need an index that tells them apart: a table that was not made here may have none. */
  async keyMisfits(table: Table, name: string): Promise<readonly string[]> {
    if (table.key.length === 0) return [];
    const found = await this.#database.query(`SHOW INDEX FROM ${this.#database.at(name)}`);
    const unique = new Map<string, string[]>();
    for (const { Key_name: index, Column_name: column, Non_unique: not } of found) {
      if (Number(not) === 0) unique.set(String(index), [...(unique.get(String(index)) ?? []), String(column)]);
    }
    const key = [...table.key].sort().join();
    if ([...unique.values()].some((columns) => [...columns].sort().join() === key)) return [];
    return [
      `${name} has no unique index of ${table.key.join(', ')}, by which rows are merged. Make one: ALTER TABLE ${this.#database.at(name)} ADD PRIMARY KEY (${table.key.map(quoted).join(', ')})`,
    ];
  }
}
