// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import process from 'node:process';
import { loadDriver, quoted, SyncError } from './destination.ts';
import type { Years } from './clickhouse-values.ts';

/** A database of a ClickHouse server, by its HTTP interface. */
export class ClickhouseServer {
  readonly #client: Client;
  readonly database: string;

  constructor(client: Client, database: string) {
    this.#client = client;
    this.database = database;
  }

  /** The name of a table for SQL, with its database. */
  at(name: string): string {
    return `${quoted(this.database)}.${quoted(name)}`;
  }

  /** Runs a statement; `{p1:String}` in it is the first value, and so on. */
  async run(sql: string, values: readonly string[] = []): Promise<void> {
    await this.#client.command({ query: sql, query_params: named(values) }).catch(refuse);
  }

  async query(sql: string, values: readonly string[] = []): Promise<readonly Found[]> {
    try {
      const found = await this.#client.query({ query: sql, query_params: named(values), format: 'JSONEachRow' });
      return await found.json();
    } catch (error) {
      return refuse(error);
    }
  }

  /** Writes lines of the format `TSV`. */
  async insert(name: string, columns: readonly InsertedColumn[], lines: readonly string[]): Promise<void> {
    await this.run(
      `INSERT INTO ${this.at(name)} (${columns.map((column) => quoted(column.name)).join(', ')}) FORMAT TSV\n${lines.join('\n')}\n`,
    );
  }

  /** What has a name in the database. */
  async tableOf(name: string): Promise<PresentTable | undefined> {
    const [found] = await this.query(
      'SELECT engine, engine_full, sorting_key, toString(uuid) AS uuid FROM system.tables WHERE database = {p1:String} AND name = {p2:String}',
      [this.database, name],
    );
    if (found === undefined) return undefined;
    const engine = String(found['engine']);
    const kind = /View$/.test(engine) ? 'view' : engine === 'Dictionary' ? 'dictionary' : 'table';
    return {
      kind,
      engine: String(found['engine_full']),
      sortedBy: String(found['sorting_key']),
      uuid: String(found['uuid']),
    };
  }

  /** The types of the columns of a table, by their names. */
  async columnsOf(name: string): Promise<ReadonlyMap<string, string>> {
    const found = await this.query(
      'SELECT name, type FROM system.columns WHERE database = {p1:String} AND table = {p2:String} ORDER BY position',
      [this.database, name],
    );
    return new Map(found.map((column) => [String(column['name']), String(column['type'])]));
  }

  /** Years that the server has days for: newer ones have more. */
  async years(): Promise<Years> {
    const [found] = await this.query(
      `SELECT toString(toDateTime64('0001-01-01 00:00:00', 6, 'UTC')) AS first, toString(toDateTime64('9999-12-31 23:59:59', 6, 'UTC')) AS last`,
    );
    const isWide =
      String(found?.['first']).startsWith('0001-01-01 00:00:00') &&
      String(found?.['last']).startsWith('9999-12-31 23:59:59');
    return isWide ? { first: 1, last: 9999 } : { first: 1900, last: 2298 };
  }

  async close(): Promise<void> {
    await this.#client.close();
  }
}

export interface InsertedColumn {
  readonly name: string;
  readonly type: string;
}

export interface PresentTable {
  readonly kind: string;
  /** `ReplacingMergeTree(_sync_version) ORDER BY (id)` */
  readonly engine: string;
  readonly sortedBy: string;
  readonly uuid: string;
}

/** Connects to the server that a URL names. */
export async function connectClickhouse(url: string, schema: string | undefined): Promise<ClickhouseServer> {
  const { createClient } = await loadDriver<Driver>('@clickhouse/client', 'Writing to ClickHouse');
  const { hostname, port, pathname, searchParams, username, password } = new URL(url);
  const isSecure = searchParams.get('secure') === 'true';
  const client = createClient({
    url: `${isSecure ? 'https' : 'http'}://${hostname || 'localhost'}:${port || (isSecure ? 8443 : 8123)}`,
    username: decodeURIComponent(username) || 'default',
    password: decodeURIComponent(password) || (process.env['CLICKHOUSE_PASSWORD'] ?? ''),
    request_timeout: 600_000,
    log: { level: 127 }, // what went wrong, the error says
    clickhouse_settings: SETTINGS,
  });
  return new ClickhouseServer(client, (schema ?? decodeURIComponent(pathname.slice(1))) || 'default');
}

/** Numbers are read to their last digit, statements end when they are done, and what was written is seen by the next one. */
const SETTINGS = {
  async_insert: 0,
  date_time_input_format: 'best_effort',
  lightweight_deletes_sync: '2',
  max_query_size: '67108864', // the keys of a batch stand in a query
  mutations_sync: '2',
  precise_float_parsing: 1,
  select_sequential_consistency: '1',
  allow_nondeterministic_mutations: 1,
  wait_end_of_query: 1,
} as const;

function named(values: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(values.map((value, index) => [`p${index + 1}`, value]));
}

function refuse(error: unknown): never {
  if (error instanceof SyncError) throw error;
  const { message, code } = error as { readonly message?: unknown; readonly code?: unknown };
  throw new SyncError('destination', `ClickHouse: ${String(message || code).split('\n')[0]}`);
}

export type Found = Readonly<Record<string, unknown>>;

/** What is used of `@clickhouse/client`. */
interface Driver {
  createClient(options: Readonly<Record<string, unknown>>): Client;
}

export interface Client {
  command(options: { readonly query: string; readonly query_params: object }): Promise<unknown>;
  query(options: {
    readonly query: string;
    readonly query_params: object;
    readonly format: 'JSONEachRow';
  }): Promise<{ json(): Promise<readonly Found[]> }>;
  close(): Promise<void>;
}
