// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { ClickhouseServer, InsertedColumn } from './clickhouse-server.ts';
import { isWiderDecimal } from './decimals.ts';
import { quoted } from './destination.ts';
import { growthOf, type Growth, type PresentColumn } from './present-tables.ts';
import type { Table } from './table.ts';

/** What tables of a database look like, and how they become what a new version of the package wants. */
export class ClickhouseTables {
  readonly #server: ClickhouseServer;

  constructor(server: ClickhouseServer) {
    this.#server = server;
  }

  /** The statement that makes a table. */
  createSql(table: Table, target: string): string {
    const columns = insertedColumns(table).map(({ name, type }) => `${quoted(name)} ${type}`);
    const key = table.key.map(quoted).join(', ');
    const engine = key === '' ? 'MergeTree ORDER BY tuple()' : `ReplacingMergeTree("_sync_version") ORDER BY (${key})`;
    return `CREATE TABLE ${this.#server.at(target)} (${[...columns, 'INDEX "_sync_version" "_sync_version" TYPE minmax'].join(', ')}) ENGINE = ${engine}`;
  }

  /** How a table of an older version has to change. The columns of a key stay as they are. */
  async growth(table: Table, name: string): Promise<Growth> {
    const present = await this.#server.columnsOf(name);
    const asPresent = (columns: Iterable<readonly [string, string]>): ReadonlyMap<string, PresentColumn> =>
      new Map(Array.from(columns, ([column, type]) => [column, { type, isRequired: false }]));
    const wanted = asPresent(insertedColumns(table).map((column) => [column.name, column.type]));
    return growthOf(table, `ClickHouse, ${name}`, wanted, asPresent(present), (column, before, type) => {
      if (before === undefined) return `ADD COLUMN ${quoted(column)} ${type}`;
      const isWider =
        !table.key.includes(column) &&
        (type === 'Nullable(String)' ||
          (type === 'Nullable(Int256)' && before === 'Nullable(Int64)') ||
          isWiderDecimal(before.slice(9, -1), type.slice(9, -1)));
      return isWider ? `MODIFY COLUMN ${quoted(column)} ${type}` : undefined;
    });
  }

  /** Merged rows are folded by an engine that knows their key and number. */
  async keyMisfits(table: Table, name: string): Promise<readonly string[]> {
    if (table.key.length === 0) return [];
    const found = await this.#server.tableOf(name);
    const key = table.key
      .map((column) => (/^[A-Za-z_]\w*$/.test(column) ? column : `\`${column.replaceAll('`', '\\`')}\``))
      .join(', ');
    const isOurs =
      /^\w*ReplacingMergeTree\(.*_sync_version/.test(found?.engine ?? '') &&
      found?.sortedBy.replace(/^\((.*)\)$/, '$1') === key;
    return isOurs
      ? []
      : [
          `ClickHouse, ${name}: rows are merged by ${table.key.join(', ')}, which takes ENGINE = ReplacingMergeTree("_sync_version") ORDER BY (${key}), and the table has ${found?.engine}`,
        ];
  }
}

/** The columns that rows are written to. */
export function insertedColumns(table: Table): readonly InsertedColumn[] {
  const own = table.columns.map((name, index) => ({ name, type: table.clickhouse.types[index] ?? 'Nullable(String)' }));
  const version = { name: '_sync_version', type: 'UInt64' };
  return [...own, version];
}
