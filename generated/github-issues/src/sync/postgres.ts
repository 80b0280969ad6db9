// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  loadDriver,
  parseSaved,
  quoted,
  SyncError,
  targetOf,
  type Batch,
  type Destination,
  type SavedState,
} from './destination.ts';
import type { Cell, Row, Table, WriteMode } from './table.ts';

/** Where states are kept, for all connectors that write to the same schema. */
const STATES = `
  CREATE TABLE IF NOT EXISTS "_sync_states" (
    "connector" text NOT NULL,
    "resource" text NOT NULL,
    "saved" jsonb NOT NULL,
    "saved_at" timestamptz NOT NULL,
    PRIMARY KEY ("connector", "resource")
  )`;

/** What each type may become without losing a value. Every type may become jsonb. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  boolean: ['text'],
  bigint: ['numeric', 'double precision', 'text'],
  numeric: ['text'],
  'double precision': ['text'],
  date: ['text'],
  'timestamp with time zone': ['text'],
};

/**
 * Connects to a Postgres database. Needs the packages `pg` and `pg-copy-streams`. What the URL leaves out comes from the
 * environment, as everywhere with Postgres: `PGPASSWORD`, `PGSSLMODE`, …
 */
export async function openPostgres(url: string): Promise<Destination> {
  const { Client } = await loadDriver<Driver>('pg', 'Writing to Postgres');
  const { from } = await loadDriver<CopyDriver>('pg-copy-streams', 'Writing to Postgres');
  const client = new Client({ connectionString: url, application_name: 'github-issues' });
  client.on('error', () => undefined); // the next query says it
  try {
    await client.connect();
    await client.query("SET TimeZone = 'UTC'");
    return new PostgresDestination(client, from);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw explained(error);
  }
}

class PostgresDestination implements Destination {
  readonly #client: Client;
  readonly #copyFrom: CopyDriver['from'];
  #isOurs = false;

  constructor(client: Client, copyFrom: CopyDriver['from']) {
    this.#client = client;
    this.#copyFrom = copyFrom;
  }

  async load(table: Table): Promise<SavedState | undefined> {
    await this.#query(STATES);
    const [found] = await this.#query(
      'SELECT "saved"::text AS saved FROM "_sync_states" WHERE "connector" = $1 AND "resource" = $2',
      ['github-issues', table.name],
    );
    const saved = found?.['saved'];
    return typeof saved === 'string' ? parseSaved(saved, `Postgres, ${table.name}`) : undefined;
  }

  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    await this.#claim();
    const target = targetOf(table, mode);
    if (resume && (await this.#columns(target)).size === 0) return false;
    await this.#transaction(async () => {
      await this.#query(STATES);
      if (!resume && mode === 'replace') await this.#query(`DROP TABLE IF EXISTS ${quoted(target)}`);
      await this.#query(table.postgres.create(quoted(target)));
      await this.#grow(table, target);
    });
    return true;
  }

  async write(table: Table, { rows, saved }: Batch): Promise<void> {
    const target = targetOf(table, saved.mode);
    await this.#transaction(async () => {
      if (rows.length > 0) {
        await this.#query(table.postgres.stage);
        await this.#copy(rows);
        await this.#query(table.postgres.write(quoted(target)));
      }
      if (saved.mode === 'replace' && saved.complete) await this.#replace(table, target);
      await this.#query(
        `INSERT INTO "_sync_states" VALUES ($1, $2, $3, now())
         ON CONFLICT ("connector", "resource") DO UPDATE SET "saved" = EXCLUDED."saved", "saved_at" = EXCLUDED."saved_at"`,
        ['github-issues', table.name, JSON.stringify(saved)],
      );
    });
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  /** Rows go to a temporary table by `COPY`, which converts them, and from there to their table. */
  async #copy(rows: readonly Row[]): Promise<void> {
    try {
      const copy = this.#client.query(this.#copyFrom('COPY pg_temp."_sync_rows" FROM STDIN'));
      await pipeline(Readable.from(copyText(rows)), copy);
    } catch (error) {
      throw explained(error);
    }
  }

  /**
   * Gives a table the rows that were read. It stays what it is, with the views, grants and indexes that others put on it,
   * and its readers see the old rows until all is committed. Only where its shape does not allow that, another table takes
   * its place.
   */
  async #replace(table: Table, target: string): Promise<void> {
    if ((await this.#columns(table.name)).size > 0 && (await this.#fits(table, target))) {
      const columns = table.columns.map(quoted).join(', ');
      await this.#query(`DELETE FROM ${quoted(table.name)}`);
      await this.#query(`INSERT INTO ${quoted(table.name)} (${columns}) SELECT ${columns} FROM ${quoted(target)}`);
      await this.#query(`DROP TABLE ${quoted(target)}`);
    } else {
      await this.#query(`DROP TABLE IF EXISTS ${quoted(table.name)}`);
      await this.#query(`ALTER TABLE ${quoted(target)} RENAME TO ${quoted(table.name)}`);
    }
  }

  /** Whether a table can hold the rows of another: it has the same key, and columns of the same types, or that can be made so. */
  async #fits(table: Table, other: string): Promise<boolean> {
    if ((await this.#keyOf(table.name)) !== (await this.#keyOf(other))) return false;
    try {
      await this.#grow(table, table.name);
      return true;
    } catch (error) {
      if (error instanceof SyncError && error.code === 'narrowing') return false;
      throw error;
    }
  }

  async #keyOf(table: string): Promise<unknown> {
    const [found] = await this.#query(
      "SELECT pg_get_constraintdef(oid) AS key FROM pg_constraint WHERE conrelid = to_regclass($1) AND contype = 'p'",
      [quoted(table)],
    );
    return found?.['key'];
  }

  /** Keeps other runs of this connector from the database, for as long as the connection lasts. */
  async #claim(): Promise<void> {
    if (this.#isOurs) return;
    const [found] = await this.#query('SELECT pg_try_advisory_lock(hashtext($1)) AS ours', ['github-issues']);
    if (found?.['ours'] !== true) {
      throw new SyncError(
        'locked',
        'another run of this connector writes to this database; nothing was read, nothing written',
      );
    }
    this.#isOurs = true;
  }

  /** Adds the columns that a table of an older version lacks, and widens those that may hold more now. */
  async #grow(table: Table, target: string): Promise<void> {
    await this.#query('SAVEPOINT shape');
    await this.#query(table.postgres.create('"_sync_shape"'));
    const wanted = await this.#columns('_sync_shape');
    await this.#query('ROLLBACK TO shape');
    const present = await this.#columns(target);
    for (const [name, type] of wanted) {
      const before = present.get(name);
      const column = quoted(name);
      if (before === type) continue;
      if (before === undefined) {
        await this.#query(`ALTER TABLE ${quoted(target)} ADD COLUMN ${column} ${type}`);
      } else if (type === 'jsonb' || WIDER[before]?.includes(type) === true) {
        const value = type === 'jsonb' ? `to_jsonb(${column})` : `${column}::${type}`;
        await this.#query(`ALTER TABLE ${quoted(target)} ALTER COLUMN ${column} TYPE ${type} USING ${value}`);
      } else {
        const text = `${target}.${name} is ${before} in the database, and would have to become ${type}, which cannot hold the same`;
        throw new SyncError(
          'narrowing',
          `${text}. Replace the table with: sync --full-refresh --resource ${table.name}`,
        );
      }
    }
  }

  /** Types of the columns of a table, by name; none when there is no such table. */
  async #columns(table: string): Promise<ReadonlyMap<string, string>> {
    const found = await this.#query(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
       WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
      [quoted(table)],
    );
    return new Map(found.map((column) => [String(column['name']), String(column['type'])]));
  }

  async #transaction(work: () => Promise<void>): Promise<void> {
    await this.#query('BEGIN');
    try {
      await work();
      await this.#query('COMMIT');
    } catch (error) {
      await this.#client.query('ROLLBACK', []).catch(() => undefined); // the first error says why
      throw error;
    }
  }

  async #query(sql: string, values: readonly string[] = []): Promise<readonly Found[]> {
    try {
      return (await this.#client.query(sql, [...values])).rows;
    } catch (error) {
      throw explained(error);
    }
  }
}

/** Rows in the text format of `COPY`, in pieces of some 64 kB. */
function* copyText(rows: readonly Row[]): Generator<string, void, undefined> {
  let text = '';
  for (const row of rows) {
    text += `${row.map(copyCell).join('\t')}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}

function copyCell(cell: Cell): string {
  if (cell === null) return '\\N';
  return typeof cell === 'string' ? cell.replace(/[\\\n\r\t\0]/g, copyEscape) : String(cell);
}

/** Postgres has no U+0000: it is left out. */
function copyEscape(sign: string): string {
  return { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }[sign] ?? '';
}

function explained(error: unknown): SyncError {
  if (error instanceof SyncError) return error;
  const { message, code } = error as { readonly message?: unknown; readonly code?: unknown };
  return new SyncError('destination', `Postgres: ${String(message || code)}`);
}

type Found = Readonly<Record<string, unknown>>;

/** What is used of `pg`. */
interface Driver {
  readonly Client: new (options: Readonly<Record<string, string>>) => Client;
}

interface Client {
  connect(): Promise<unknown>;
  query(sql: string, values?: readonly string[]): Promise<{ readonly rows: readonly Found[] }>;
  query<Stream extends NodeJS.WritableStream>(stream: Stream): Stream;
  on(event: 'error', listener: () => void): unknown;
  end(): Promise<unknown>;
}

/** What is used of `pg-copy-streams`. */
interface CopyDriver {
  from(sql: string): NodeJS.WritableStream;
}
