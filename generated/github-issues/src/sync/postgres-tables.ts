// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { isWiderDecimal } from './decimals.ts';
import { quoted, SyncError } from './destination.ts';
import type { PostgresDatabase } from './postgres-database.ts';
import { growthOf, type Growth, type PresentColumn } from './present-tables.ts';
import type { Table } from './table.ts';

/** What each type may become without losing a value. Every type may become jsonb. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  boolean: ['text'],
  bigint: ['numeric', 'double precision', 'text'],
  numeric: ['text'],
  'double precision': ['text'],
  date: ['text'],
  'time without time zone': ['text'],
  'timestamp without time zone': ['text'],
  'timestamp with time zone': ['text'],
};

/** What tables of a schema look like, and how they become what a new version of the package wants. */
export class PostgresTables {
  readonly #database: PostgresDatabase;

  constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  /** How a table of an older version has to change. */
  async growth(table: Table, name: string): Promise<Growth> {
    const present = await this.#columns(this.#database.at(name));
    return growthOf(table, `Postgres, ${name}`, await this.#wantedColumns(table), present, changeOf);
  }

  async grow(table: Table, name: string): Promise<void> {
    const { changes, misfits } = await this.growth(table, name);
    if (misfits.length > 0) throw new SyncError('narrowing', misfits.join('\n'));
    for (const change of changes) await this.#database.query(`ALTER TABLE ${this.#database.at(name)} ${change}`);
  }

  /** What the columns would be were the table made now, in the words of Postgres. */
  async #wantedColumns(table: Table): Promise<ReadonlyMap<string, PresentColumn>> {
    await this.#database.query(table.postgres.create('pg_temp."_sync_shape"'));
    try {
      return await this.#columns('pg_temp."_sync_shape"');
    } finally {
      await this.#database.query('DROP TABLE pg_temp."_sync_shape"').catch(() => undefined);
    }
  }

  /** The columns of a table, by name; none when there is no such table. */
  async #columns(table: string): Promise<ReadonlyMap<string, PresentColumn>> {
    const found = await this.#database.query(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type, attnotnull AND NOT atthasdef AND attidentity = '' AS required
       FROM pg_attribute WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
      [table],
    );
    return new Map(
      found.map((column) => [
        String(column['name']),
        { type: String(column['type']), isRequired: column['required'] === true },
      ]),
    );
  }

  /** Whether a table can hold the rows of another: it has the same key, and columns of the same types, or that can be made so. */
  async fits(table: Table, name: string, other: string): Promise<boolean> {
    if ((await this.#keyOf(name)) !== (await this.#keyOf(other))) return false;
    return (await this.growth(table, name)).misfits.length === 0;
  }

  async #keyOf(table: string): Promise<unknown> {
    const [found] = await this.#database.query(
      "SELECT pg_get_constraintdef(oid) AS key FROM pg_constraint WHERE conrelid = to_regclass(?) AND contype = 'p'",
      [this.#database.at(table)],
    );
    return found?.['key'];
  }

  /** Rows that replace each other need an index that tells them apart: a table that was not made here may have none. */
  async keyMisfits(table: Table, name: string): Promise<readonly string[]> {
    if (table.key.length === 0) return [];
    const found = await this.#database.query(
      `SELECT (SELECT json_agg(attname ORDER BY attname) FROM pg_attribute WHERE attrelid = indrelid AND attnum = ANY ((indkey::int2[])[0:indnkeyatts - 1]))::text AS columns
       FROM pg_index WHERE indrelid = to_regclass(?) AND indisunique AND indimmediate AND indpred IS NULL AND indexprs IS NULL`,
      [this.#database.at(name)],
    );
    const key = [...table.key].sort().join();
    if (found.some(({ columns }) => [...(JSON.parse(String(columns)) as readonly string[])].sort().join() === key))
      return [];
    const columns = table.key.map(quoted).join(', ');
    return [
      `${name} has no unique index of ${table.key.join(', ')}, by which rows are merged. Make one: ALTER TABLE ${this.#database.at(name)} ADD PRIMARY KEY (${columns})`,
    ];
  }
}

/** How a column becomes one of that type: what follows `ALTER TABLE …`. Undefined: it would lose what it holds. */
function changeOf(name: string, before: string | undefined, type: string): string | undefined {
  const column = quoted(name);
  if (before === undefined) return `ADD COLUMN ${column} ${type}`;
  if (type === 'jsonb') return `ALTER COLUMN ${column} TYPE jsonb USING to_jsonb(${column})`;
  const isWider =
    WIDER[before]?.includes(type) === true ||
    isWiderDecimal(before, type) ||
    (/^numeric\(/.test(before) && type === 'numeric');
  return isWider ? `ALTER COLUMN ${column} TYPE ${type} USING ${column}::${type}` : undefined;
}
