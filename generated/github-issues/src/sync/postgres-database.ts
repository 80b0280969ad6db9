// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { loadDriver, quoted, SyncError } from './destination.ts';
import { placeOf } from './storable.ts';
import type { Cell, Row, Table } from './table.ts';

/** A connection to a schema of a Postgres database. */
export class PostgresDatabase {
  readonly #client: Client;
  readonly #copyFrom: CopyDriver['from'];
  readonly schema: string;
  #isOurs = false;

  constructor(client: Client, copyFrom: CopyDriver['from'], schema: string) {
    this.#client = client;
    this.#copyFrom = copyFrom;
    this.schema = schema;
  }

  /** The name of a table for SQL, with its schema. */
  at(name: string): string {
    return `${quoted(this.schema)}.${quoted(name)}`;
  }

  /** Parameters are written `?`. */
  async query(sql: string, values: readonly (string | number)[] = []): Promise<readonly Found[]> {
    try {
      return (await this.#client.query(numbered(sql), values.map(String))).rows;
    } catch (error) {
      throw explained(error);
    }
  }

  async transaction(work: () => Promise<void>): Promise<void> {
    await this.query('BEGIN');
    try {
      await work();
      await this.query('COMMIT');
    } catch (error) {
      await this.#client.query('ROLLBACK', []).catch(() => undefined); // the first error says why
      throw error;
    }
  }

  /** Rows go to a temporary table by `COPY`, which converts them, and from there to their table. */
  async copy(table: Table, rows: readonly Row[]): Promise<void> {
    try {
      const copy = this.#client.query(this.#copyFrom('COPY pg_temp."_sync_rows" FROM STDIN'));
      await pipeline(Readable.from(copyText(rows)), copy);
    } catch (error) {
      const [, line] = /line (\d+)/.exec(String((error as { readonly where?: unknown }).where)) ?? [];
      const { code, message } = explained(error);
      if (line === undefined) throw new SyncError(code, message);
      throw new SyncError(
        code,
        `${placeOf(table, rows, Number(line) - 1)}: ${message}. Nothing of this batch was written`,
      );
    }
  }

  /** Keeps other runs of this connector from the database, for as long as the connection lasts. */
  async claim(): Promise<void> {
    if (this.#isOurs) return;
    const [found] = await this.query('SELECT pg_try_advisory_lock(hashtext(?)) AS ours', [
      `${'github-issues'} ${this.schema}`,
    ]);
    if (found?.['ours'] !== true) {
      throw new SyncError(
        'locked',
        'another run of this connector writes to this database; nothing was read, nothing written',
      );
    }
    this.#isOurs = true;
  }

  async makeStates(): Promise<void> {
    const [schema] = await this.query('SELECT FROM pg_namespace WHERE nspname = ?', [this.schema]);
    if (schema === undefined) await this.query(`CREATE SCHEMA ${quoted(this.schema)}`);
    await this.query(
      `CREATE TABLE IF NOT EXISTS ${this.at('_sync_states')} (
         "connector" text NOT NULL,
         "resource" text NOT NULL,
         "saved" jsonb NOT NULL,
         "saved_at" timestamptz NOT NULL,
         PRIMARY KEY ("connector", "resource")
       )`,
    );
  }

  /** Tables, views, indexes and sequences have their names in common. */
  async kindOf(name: string): Promise<string | undefined> {
    const [found] = await this.query(
      `SELECT CASE relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'i' THEN 'index'
         WHEN 'S' THEN 'sequence' WHEN 'p' THEN 'partitioned table' WHEN 'f' THEN 'foreign table' ELSE 'type' END AS kind
       FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = ? AND relname = ?`,
      [this.schema, name],
    );
    return found === undefined ? undefined : String(found['kind']);
  }

  async close(): Promise<void> {
    // the server lets go of locks some time after the connection has ended: the next run would be refused meanwhile
    if (this.#isOurs)
      await this.query('SELECT pg_advisory_unlock(hashtext(?))', [`${'github-issues'} ${this.schema}`]).catch(
        () => undefined,
      );
    await this.#client.end();
  }
}

/**
 * Connects to a Postgres database. Needs the packages `pg` and `pg-copy-streams`. What the URL leaves out comes from the
 * environment, as everywhere with Postgres: `PGPASSWORD`, `PGSSLMODE`, …
 */
export async function connectPostgres(url: string, schema: string | undefined): Promise<PostgresDatabase> {
  const { Client } = await loadDriver<Driver>('pg', 'Writing to Postgres');
  const { from } = await loadDriver<CopyDriver>('pg-copy-streams', 'Writing to Postgres');
  let client: Client | undefined;
  try {
    client = new Client({ connectionString: url, application_name: 'github-issues' }); // reads the files of certificates
    client.on('error', () => undefined); // the next query says it
    await client.connect();
    await client.query("SET TimeZone = 'UTC'");
    const { rows } = await client.query('SELECT current_schema() AS schema');
    return new PostgresDatabase(client, from, schema ?? String(rows[0]?.['schema'] ?? 'public'));
  } catch (error) {
    await client?.end().catch(() => undefined);
    throw explained(error);
  }
}

/** Parameters as Postgres has them: `?` outside of names becomes `$1`, `$2`, … */
function numbered(sql: string): string {
  let number = 0;
  return sql.replace(/"[^"]*"|\?/g, (found) => (found === '?' ? `$${++number}` : found));
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
  if (typeof cell === 'string') return /[\\\n\r\t]/.test(cell) ? cell.replace(/[\\\n\r\t]/g, copyEscape) : cell;
  if (typeof cell === 'object') return `\\\\x${Buffer.from(cell).toString('hex')}`;
  return Object.is(cell, -0) ? '-0' : String(cell);
}

function copyEscape(sign: string): string {
  return { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }[sign] ?? sign;
}

function explained(error: unknown): SyncError {
  if (error instanceof SyncError) return error;
  const { message, code } = error as { readonly message?: unknown; readonly code?: unknown };
  return new SyncError('destination', `Postgres: ${String(message || code)}`);
}

export type Found = Readonly<Record<string, unknown>>;

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
