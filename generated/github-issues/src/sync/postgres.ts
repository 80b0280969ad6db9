// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  beginning,
  loadDriver,
  parseSaved,
  quoted,
  SyncError,
  targetOf,
  type Batch,
  type Destination,
  type DestinationOptions,
  type SavedState,
  type SyncRun,
  type TablePlan,
  type Written,
} from './destination.ts';
import { growthOf, refuseOthers, type Growth, type PresentColumn } from './present-tables.ts';
import { createRuns, insertRun, runOf, selectRuns } from './run-table.ts';
import { StorableRows, placeOf, type Limits } from './storable.ts';
import type { Cell, ColumnKind, Row, Table, WriteMode } from './table.ts';
import { sqlUnits } from './unit-tables.ts';
import type { UnitStore } from './units.ts';

/** Postgres has no U+0000 in text, nor in jsonb. */
const LIMITS: Limits = {
  name: 'Postgres',
  holdsNul: { text: false, json: false },
  holdsHalves: false,
  refusalOf: (cell: string, kind: ColumnKind) =>
    kind === 'time' && /[Z+-]/.test(cell)
      ? 'a time of day has no offset in Postgres. Declare the field as a string'
      : undefined,
};

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

/**
 * Connects to a Postgres database. Needs the packages `pg` and `pg-copy-streams`. What the URL leaves out comes from the
 * environment, as everywhere with Postgres: `PGPASSWORD`, `PGSSLMODE`, …
 */
export async function openPostgres(url: string, options: DestinationOptions = {}): Promise<Destination> {
  const { Client } = await loadDriver<Driver>('pg', 'Writing to Postgres');
  const { from } = await loadDriver<CopyDriver>('pg-copy-streams', 'Writing to Postgres');
  let client: Client | undefined;
  try {
    client = new Client({ connectionString: url, application_name: 'github-issues' }); // reads the files of certificates
    client.on('error', () => undefined); // the next query says it
    await client.connect();
    await client.query("SET TimeZone = 'UTC'");
    const { rows } = await client.query('SELECT current_schema() AS schema');
    return new PostgresDestination(client, from, options.schema ?? String(rows[0]?.['schema'] ?? 'public'), options);
  } catch (error) {
    await client?.end().catch(() => undefined);
    throw explained(error);
  }
}

class PostgresDestination implements Destination {
  readonly #client: Client;
  readonly #copyFrom: CopyDriver['from'];
  readonly #schema: string;
  /** Where states are kept, for all connectors that write to the same schema; a row also marks a table as ours. */
  readonly #states: string;
  readonly #options: DestinationOptions;
  readonly #storable: StorableRows;
  #isOurs = false;

  constructor(client: Client, copyFrom: CopyDriver['from'], schema: string, options: DestinationOptions) {
    this.#client = client;
    this.#copyFrom = copyFrom;
    this.#schema = schema;
    this.#states = this.#at('_sync_states');
    this.#options = options;
    this.#storable = new StorableRows(LIMITS, options);
  }

  /** Units of split reads. */
  readonly units: UnitStore = sqlUnits({
    types: { name: 'text', json: 'text' },
    insertNew: ['INSERT INTO', 'ON CONFLICT DO NOTHING'],
    query: (sql, values = []) => this.#query(numbered(sql), values.map(String)),
    transaction: (work) => this.#transaction(work),
    alone: (work) =>
      this.#transaction(async () => {
        await this.#query('SELECT pg_advisory_xact_lock(hashtext($1))', [`${'github-issues'} units ${this.#schema}`]);
        await this.#makeStates();
        await work();
      }),
    claim: () => this.#claim(),
    at: (name) => this.#at(name),
    nameOf: (table) => this.#nameOf(table),
    check: (table, mode) => this.check([{ table, mode }]),
    has: async (name) => (await this.#kindOf(name)) !== undefined,
    load: (table) => this.load(table),
    now: async () =>
      Number((await this.#query('SELECT floor(extract(epoch FROM clock_timestamp()) * 1000) AS now'))[0]?.['now']),
    prepare: async (table, apart) => {
      if (apart !== undefined) await this.#query(table.postgres.create(this.#at(apart)));
      else await this.#make(table, 'merge', true);
    },
    insert: async (table, batch, apart) => void (await this.#writeBatch(table, batch, apart)),
    save: (table, saved) => this.#save(table, saved),
    swap: (table, from, saved) =>
      this.#transaction(async () => {
        if ((await this.#kindOf(from)) !== undefined) await this.#replace(table, from);
        await this.#save(table, saved);
      }),
  });

  get replaced(): number {
    return this.#storable.replaced;
  }

  async check(plans: readonly TablePlan[]): Promise<void> {
    await refuseOthers(
      {
        place: `Postgres, schema ${this.#schema}`,
        elsewhere: '--schema NAME or --prefix TEXT',
        nameOf: (table) => this.#nameOf(table),
        besideOf: (table, mode) => (mode === 'replace' ? targetOf(this.#nameOf(table), mode) : undefined),
        kindOf: (name) => this.#kindOf(name),
        makersOf: (name) => this.#makersOf(name),
        load: (table) => this.load(table),
        misfitsOf: async (table, name) => [
          ...(await this.#growth(table, name)).misfits,
          ...(await this.#keyMisfits(table, name)),
        ],
      },
      plans,
      this.#options,
    );
  }

  async load(table: Table): Promise<SavedState | undefined> {
    if ((await this.#kindOf('_sync_states')) === undefined) return undefined;
    const [found] = await this.#query(
      `SELECT "saved"::text AS saved FROM ${this.#states} WHERE "connector" = $1 AND "resource" = $2`,
      ['github-issues', this.#nameOf(table)],
    );
    const saved = found?.['saved'];
    return typeof saved === 'string' ? parseSaved(saved, `Postgres, ${table.name}`) : undefined;
  }

  async count(table: Table): Promise<number> {
    const [found] = await this.#query(`SELECT count(*) AS counted FROM ${this.#at(this.#nameOf(table))}`, []);
    return Number(found?.['counted']);
  }

  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    await this.#claim();
    await this.check([{ table, mode }]);
    const target = targetOf(this.#nameOf(table), mode);
    if (resume && (await this.#kindOf(target)) === undefined) return false;
    await this.#transaction(async () => {
      await this.#makeStates();
      await this.#make(table, mode, resume);
    });
    return true;
  }

  /** Makes a table, or changes one of an older version. */
  async #make(table: Table, mode: WriteMode, resume: boolean): Promise<void> {
    const target = targetOf(this.#nameOf(table), mode);
    if (mode === 'replace' && !resume) await this.#query(`DROP TABLE IF EXISTS ${this.#at(target)}`);
    await this.#query(table.postgres.create(this.#at(target)));
    await this.#grow(table, target);
    await this.#mark(target, mode);
  }

  /** Says that a table is ours, before it has rows. */
  async #mark(name: string, mode: WriteMode): Promise<void> {
    await this.#query(
      `INSERT INTO ${this.#states} VALUES ($1, $2, $3, now()) ON CONFLICT ("connector", "resource") DO NOTHING`,
      ['github-issues', name, JSON.stringify(beginning(mode))],
    );
  }

  async write(table: Table, batch: Batch): Promise<Written> {
    const { saved } = batch;
    let written: Written = { added: 0, changed: 0 };
    await this.#transaction(async () => {
      written = await this.#writeBatch(table, batch);
      if (saved.mode === 'replace' && saved.complete) await this.#replace(table);
      await this.#save(table, saved);
    });
    return written;
  }

  /** Inside of a transaction: rows, and those of their lists; `apart`: into a table of another name. */
  async #writeBatch(table: Table, { rows, saved }: Batch, apart?: string): Promise<Written> {
    const storable = this.#storable.check(table, rows);
    if (apart !== undefined) {
      const replaced = await this.#writeRows(table, storable, saved.mode, apart);
      return { added: storable.length - replaced, changed: replaced };
    }
    const replaced = await this.#writeRows(table, storable, saved.mode);
    return { added: storable.length - replaced, changed: replaced };
  }

  async #save(table: Table, saved: SavedState): Promise<void> {
    await this.#query(
      `INSERT INTO ${this.#states} VALUES ($1, $2, $3, now())
       ON CONFLICT ("connector", "resource") DO UPDATE SET "saved" = EXCLUDED."saved", "saved_at" = EXCLUDED."saved_at"`,
      ['github-issues', this.#nameOf(table), JSON.stringify(saved)],
    );
  }

  /** Resolves with how many rows took the place of others. */
  async #writeRows(
    table: Table,
    rows: readonly Row[],
    mode: WriteMode,
    target: string = targetOf(this.#nameOf(table), mode),
  ): Promise<number> {
    if (rows.length === 0) return 0;
    await this.#query(table.postgres.stage);
    await this.#copy(table, rows);
    const at = this.#at(target);
    const keys = table.key.map(quoted).join(', ');
    const [found] =
      mode !== 'merge'
        ? []
        : await this.#query(
            `SELECT count(*) AS count FROM ${at} WHERE (${keys}) IN (SELECT ${keys} FROM pg_temp."_sync_rows")`,
          );
    await this.#query(table.postgres.write(at));
    return Number(found?.['count'] ?? 0);
  }

  async saveRun(run: SyncRun): Promise<void> {
    await this.#query(
      createRuns(this.#at('_sync_runs'), {
        text: 'text',
        time: 'timestamptz',
        number: 'double precision',
        integer: 'bigint',
      }),
    );
    const { sql, values } = insertRun(this.#at('_sync_runs'), run, (n) => `$${n}`);
    await this.#query(sql, values);
  }

  async runs(): Promise<readonly SyncRun[]> {
    if ((await this.#kindOf('_sync_runs')) === undefined) return [];
    return (
      await this.#query(
        selectRuns(this.#at('_sync_runs'), (n) => `$${n}`),
        ['github-issues'],
      )
    )
      .map(runOf)
      .reverse();
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  /** Rows go to a temporary table by `COPY`, which converts them, and from there to their table. */
  async #copy(table: Table, rows: readonly Row[]): Promise<void> {
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

  /**
   * Gives a table the rows that were read. It stays what it is, with the views, grants and indexes that others put on it,
   * and its readers see the old rows until all is committed. Only where its shape does not allow that, another table takes
   * its place.
   */
  async #replace(table: Table, target: string = targetOf(this.#nameOf(table), 'replace')): Promise<void> {
    const name = this.#nameOf(table);
    if ((await this.#kindOf(name)) !== undefined && (await this.#fits(table, target))) {
      const columns = table.columns.map(quoted).join(', ');
      await this.#grow(table, name);
      await this.#query(`DELETE FROM ${this.#at(name)}`);
      await this.#query(`INSERT INTO ${this.#at(name)} (${columns}) SELECT ${columns} FROM ${this.#at(target)}`);
      await this.#query(`DROP TABLE ${this.#at(target)}`);
    } else {
      await this.#query(`DROP TABLE IF EXISTS ${this.#at(name)}`);
      await this.#query(`ALTER TABLE ${this.#at(target)} RENAME TO ${quoted(name)}`);
    }
    await this.#query(`DELETE FROM ${this.#states} WHERE "connector" = $1 AND "resource" = $2`, [
      'github-issues',
      target,
    ]);
  }

  /** Whether a table can hold the rows of another: it has the same key, and columns of the same types, or that can be made so. */
  async #fits(table: Table, other: string): Promise<boolean> {
    const name = this.#nameOf(table);
    if ((await this.#keyOf(name)) !== (await this.#keyOf(other))) return false;
    return (await this.#growth(table, name)).misfits.length === 0;
  }

  async #keyOf(table: string): Promise<unknown> {
    const [found] = await this.#query(
      "SELECT pg_get_constraintdef(oid) AS key FROM pg_constraint WHERE conrelid = to_regclass($1) AND contype = 'p'",
      [this.#at(table)],
    );
    return found?.['key'];
  }

  /** Rows that replace each other need an index that tells them apart: a table that was not made here may have none. */
  async #keyMisfits(table: Table, name: string): Promise<readonly string[]> {
    if (table.key.length === 0) return [];
    const found = await this.#query(
      `SELECT (SELECT json_agg(attname ORDER BY attname) FROM pg_attribute WHERE attrelid = indrelid AND attnum = ANY ((indkey::int2[])[0:indnkeyatts - 1]))::text AS columns
       FROM pg_index WHERE indrelid = to_regclass($1) AND indisunique AND indimmediate AND indpred IS NULL AND indexprs IS NULL`,
      [this.#at(name)],
    );
    const key = [...table.key].sort().join();
    if (found.some(({ columns }) => [...(JSON.parse(String(columns)) as readonly string[])].sort().join() === key))
      return [];
    const columns = table.key.map(quoted).join(', ');
    return [
      `${name} has no unique index of ${table.key.join(', ')}, by which rows are merged. Make one: ALTER TABLE ${this.#at(name)} ADD PRIMARY KEY (${columns})`,
    ];
  }

  /** Keeps other runs of this connector from the database, for as long as the connection lasts. */
  async #claim(): Promise<void> {
    if (this.#isOurs) return;
    const [found] = await this.#query('SELECT pg_try_advisory_lock(hashtext($1)) AS ours', [
      `${'github-issues'} ${this.#schema}`,
    ]);
    if (found?.['ours'] !== true) {
      throw new SyncError(
        'locked',
        'another run of this connector writes to this database; nothing was read, nothing written',
      );
    }
    this.#isOurs = true;
  }

  async #makeStates(): Promise<void> {
    const [schema] = await this.#query('SELECT FROM pg_namespace WHERE nspname = $1', [this.#schema]);
    if (schema === undefined) await this.#query(`CREATE SCHEMA ${quoted(this.#schema)}`);
    await this.#query(
      `CREATE TABLE IF NOT EXISTS ${this.#states} (
         "connector" text NOT NULL,
         "resource" text NOT NULL,
         "saved" jsonb NOT NULL,
         "saved_at" timestamptz NOT NULL,
         PRIMARY KEY ("connector", "resource")
       )`,
    );
  }

  /** What a table is called in the schema. */
  #nameOf({ name }: Table): string {
    return `${this.#options.prefix ?? ''}${name}`;
  }

  /** The name of a table for SQL, with its schema. */
  #at(name: string): string {
    return `${quoted(this.#schema)}.${quoted(name)}`;
  }

  /** Tables, views, indexes and sequences have their names in common. */
  async #kindOf(name: string): Promise<string | undefined> {
    const [found] = await this.#query(
      `SELECT CASE relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'i' THEN 'index'
         WHEN 'S' THEN 'sequence' WHEN 'p' THEN 'partitioned table' WHEN 'f' THEN 'foreign table' ELSE 'type' END AS kind
       FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = $1 AND relname = $2`,
      [this.#schema, name],
    );
    return found === undefined ? undefined : String(found['kind']);
  }

  async #makersOf(name: string): Promise<readonly string[]> {
    if ((await this.#kindOf('_sync_states')) === undefined) return [];
    const found = await this.#query(`SELECT "connector" FROM ${this.#states} WHERE "resource" = $1`, [name]);
    return found.map(({ connector }) => String(connector));
  }

  /** How a table of an older version has to change. */
  async #growth(table: Table, name: string): Promise<Growth> {
    const present = await this.#columns(this.#at(name));
    return growthOf(table, `Postgres, ${name}`, await this.#wantedColumns(table), present, changeOf);
  }

  async #grow(table: Table, name: string): Promise<void> {
    const { changes, misfits } = await this.#growth(table, name);
    if (misfits.length > 0) throw new SyncError('narrowing', misfits.join('\n'));
    for (const change of changes) await this.#query(`ALTER TABLE ${this.#at(name)} ${change}`);
  }

  /** What the columns would be were the table made now, in the words of Postgres. */
  async #wantedColumns(table: Table): Promise<ReadonlyMap<string, PresentColumn>> {
    await this.#query(table.postgres.create('pg_temp."_sync_shape"'));
    try {
      return await this.#columns('pg_temp."_sync_shape"');
    } finally {
      await this.#client.query('DROP TABLE pg_temp."_sync_shape"').catch(() => undefined);
    }
  }

  /** The columns of a table, by name; none when there is no such table. */
  async #columns(table: string): Promise<ReadonlyMap<string, PresentColumn>> {
    const found = await this.#query(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type, attnotnull AND NOT atthasdef AND attidentity = '' AS required
       FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
      [table],
    );
    return new Map(
      found.map((column) => [
        String(column['name']),
        { type: String(column['type']), isRequired: column['required'] === true },
      ]),
    );
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

/** How a column becomes one of that type: what follows `ALTER TABLE …`. Undefined: it would lose what it holds. */
function changeOf(name: string, before: string | undefined, type: string): string | undefined {
  const column = quoted(name);
  if (before === undefined) return `ADD COLUMN ${column} ${type}`;
  if (type === 'jsonb') return `ALTER COLUMN ${column} TYPE jsonb USING to_jsonb(${column})`;
  return WIDER[before]?.includes(type) === true
    ? `ALTER COLUMN ${column} TYPE ${type} USING ${column}::${type}`
    : undefined;
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
