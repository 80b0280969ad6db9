// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { chmod } from 'node:fs/promises';
import { resolve } from 'node:path';
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
import { changeOf } from './duckdb-types.ts';
import { isThere, permissions, refuseLinks } from './own-file.ts';
import { growthOf, refuseOthers, type Growth, type PresentColumn } from './present-tables.ts';
import { createRuns, insertRun, runOf, selectRuns } from './run-table.ts';
import { StorableRows, placeOf, type Limits } from './storable.ts';
import type { ColumnKind, Row, Table, WriteMode } from './table.ts';

/** With these, a table of any size is written in little memory: what does not fit goes to a folder beside the database. */
const SETTINGS = { threads: '1', preserve_insertion_order: 'false', default_block_size: '16384' };

/** Rows that are compressed together, all at once: an eighth of what is usual. */
const ROW_GROUP = 16384;

/**
 * What DuckDB gets to work in, in megabytes: so many at least, more for a table of many columns. Each column needs some
 * blocks at once when the database is checkpointed, which must not fail. Blocks are of 16 kB in a database that was
 * made here, of 256 kB in most others.
 */
const LEAST_MEMORY = { small: 24, large: 64 };
const MEMORY_PER_COLUMN = { small: 0.4, large: 4 };

/** The greatest whole number of as many digits as a decimal has. */
const MOST_DIGITS = `'${'9'.repeat(38)}'::HUGEINT`;

/** What needs more, as a batch of very long rows does, gets more. */
const MORE_MEMORY = [256, 1024];
const LACKS_MEMORY = /^(?!.*(FATAL|invalidated)).*(Out of Memory|could not allocate block|failed to pin block)/;

/** JSON in DuckDB is checked, and has no halves of characters; a whole number has 128 bits. */
const LIMITS: Limits = {
  name: 'DuckDB',
  holdsNul: { text: true, json: true },
  holdsHalves: false,
  refusalOf(cell: string, kind: ColumnKind): string | undefined {
    if (kind === 'bigint' && cell.length > 38 && BigInt.asIntN(128, BigInt(cell)) !== BigInt(cell)) {
      return 'it is beyond the 128 bits that a whole number has in DuckDB. Declare the field as decimal or json, which keep all digits';
    }
    return kind === 'time' && /[Z+-]/.test(cell)
      ? 'a time of day has no offset in DuckDB. Declare the field as a string'
      : undefined;
  },
};

/** Files that this process has open: DuckDB keeps other processes from them, and not this one. */
const opened = new Set<string>();

/**
 * Opens a DuckDB database, which is created if it is not there. Needs the package `@duckdb/node-api`.
 *
 * @throws {@link SyncError} `driver`, `locked` or `destination`.
 */
export async function openDuckdb(path: string, options: DestinationOptions = {}): Promise<DuckdbDestination> {
  const { DuckDBInstance } = await loadDriver<Driver>('@duckdb/node-api', 'Writing to DuckDB');
  if (path !== ':memory:') await refuseLinks(path, `${path}.wal`);
  const file = resolve(path);
  if (opened.has(file))
    throw new SyncError('locked', `${path} is in use by this process; nothing was read, nothing written`);
  opened.add(file);
  try {
    const instance = await DuckDBInstance.create(':memory:', { ...SETTINGS, temp_directory: `${path}.tmp` });
    const connection = await instance.connect();
    const isNew = !(await isThere(path));
    await connection.run(`ATTACH '${path.replaceAll("'", "''")}' AS "synced" (ROW_GROUP_SIZE ${ROW_GROUP})`);
    if (isNew && path !== ':memory:') await chmod(path, permissions.mode);
    await connection.run('USE "synced"');
    await connection.run("SET TimeZone = 'UTC'");
    const [size] = (
      await connection.runAndReadAll(
        'SELECT block_size FROM pragma_database_size() WHERE database_name = current_database()',
        [],
      )
    ).getRowObjectsJson();
    const blocks = Number(size?.['block_size']) > 16384 ? 'large' : 'small';
    return new DuckdbDestination(path, options, blocks, connection, () => {
      instance.closeSync();
      opened.delete(file);
    });
  } catch (error) {
    opened.delete(file);
    throw explained(error, path);
  }
}

/** Tables in a DuckDB database. */
export class DuckdbDestination implements Destination {
  readonly #path: string;
  readonly #options: DestinationOptions;
  readonly #schema: string;
  /** Where states are kept, for all connectors that write to the same schema; a row also marks a table as ours. */
  readonly #states: string;
  readonly #blocks: 'small' | 'large';
  readonly #connection: Connection;
  readonly #closeInstance: () => void;
  readonly #storable: StorableRows;

  constructor(
    path: string,
    options: DestinationOptions,
    blocks: 'small' | 'large',
    connection: Connection,
    closeInstance: () => void,
  ) {
    this.#path = path;
    this.#options = options;
    this.#schema = options.schema ?? 'main';
    this.#states = this.#at('_sync_states');
    this.#blocks = blocks;
    this.#connection = connection;
    this.#closeInstance = closeInstance;
    this.#storable = new StorableRows(LIMITS, options);
  }

  get replaced(): number {
    return this.#storable.replaced;
  }

  async check(plans: readonly TablePlan[]): Promise<void> {
    await refuseOthers(
      {
        place: this.#path,
        elsewhere: '--schema NAME or --prefix TEXT',
        nameOf: (table) => this.nameOf(table),
        besideOf: (table, mode) => (mode === 'replace' ? targetOf(this.nameOf(table), mode) : undefined),
        kindOf: (name) => this.#kindOf(name),
        makersOf: (name) => this.makersOf(name),
        load: (table) => this.load(table),
        misfitsOf: async (table, name) => (await this.#growth(table, name)).misfits,
      },
      plans,
      this.#options,
    );
  }

  async load(table: Table): Promise<SavedState | undefined> {
    if ((await this.#kindOf('_sync_states')) === undefined) return undefined;
    const found = await this.#query(`SELECT "saved" FROM ${this.#states} WHERE "connector" = $1 AND "resource" = $2`, [
      'github-issues',
      this.nameOf(table),
    ]);
    const saved = found[0]?.['saved'];
    return typeof saved === 'string' ? parseSaved(saved, `${this.#path}, ${table.name}`) : undefined;
  }

  async count(table: Table): Promise<number> {
    const [found] = await this.#query(`SELECT count(*) AS counted FROM ${this.#at(this.nameOf(table))}`, []);
    return Number(found?.['counted']);
  }

  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    await this.check([{ table, mode }]);
    await this.#setMemory(this.#memoryFor(table));
    const target = targetOf(this.nameOf(table), mode);
    const isThere = (await this.#kindOf(target)) !== undefined;
    if (resume && !isThere) return false;
    const { changes } =
      isThere && !(mode === 'replace' && !resume) ? await this.#growth(table, target) : { changes: [] };
    await this.#transaction(async () => {
      await this.#makeStates();
      await this.#make(table, target, mode, resume, changes);
    });
    return true;
  }

  async #makeStates(): Promise<void> {
    await this.#run(`CREATE SCHEMA IF NOT EXISTS "synced".${quoted(this.#schema)}`);
    await this.#run(
      `CREATE TABLE IF NOT EXISTS ${this.#states} ("connector" VARCHAR NOT NULL, "resource" VARCHAR NOT NULL, "saved" JSON NOT NULL, "saved_at" TIMESTAMPTZ NOT NULL)`,
    );
  }

  /** Makes a table, or changes one of an older version. */
  async #make(
    table: Table,
    target: string,
    mode: WriteMode,
    resume: boolean,
    changes: readonly string[],
  ): Promise<void> {
    if (mode === 'replace' && !resume) await this.#run(`DROP TABLE IF EXISTS ${this.#at(target)}`);
    await this.#run(table.duckdb.create(this.#at(target)));
    for (const change of changes) await this.#run(`ALTER TABLE ${this.#at(target)} ${change}`);
    await this.#mark(target, mode);
  }

  async write(table: Table, { rows, saved }: Batch): Promise<Written> {
    const written = { added: 0, changed: 0 };
    const storable = this.#storable.check(table, rows);
    await this.#withMemory(() =>
      this.#transaction(async () => {
        const replaced = await this.#writeRows(table, storable, saved.mode);
        if (saved.mode === 'replace' && saved.complete) await this.#swap(table);
        await this.#save(this.nameOf(table), saved);
        written.added = storable.length - replaced;
        written.changed = replaced;
      }),
    );
    return written;
  }

  /** Resolves with how many rows took the place of others. */
  async #writeRows(table: Table, rows: readonly Row[], mode: WriteMode): Promise<number> {
    if (rows.length === 0) return 0;
    let counted = 0;
    await this.#stage(table.duckdb.stage, '_sync_rows', rows);
    for (const statement of table.duckdb.write(this.#at(targetOf(this.nameOf(table), mode)))) {
      const [found] = await this.#query(statement, []).catch((error: unknown) => {
        throw located(error, table, rows);
      });
      counted += Number(found?.['Count']);
    }
    return counted - rows.length; // the last one inserts them
  }

  /** Gives the rows that were gathered beside a table its name. */
  async #swap(table: Table): Promise<void> {
    const name = this.nameOf(table);
    const target = targetOf(name, 'replace');
    await this.#run(`DROP TABLE IF EXISTS ${this.#at(name)}`);
    await this.#run(`ALTER TABLE ${this.#at(target)} RENAME TO ${quoted(name)}`);
    await this.#unmark(target);
  }

  async saveRun(run: SyncRun): Promise<void> {
    await this.#run(
      createRuns(this.#at('_sync_runs'), { text: 'VARCHAR', time: 'TIMESTAMPTZ', number: 'DOUBLE', integer: 'BIGINT' }),
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

  /** Writes a table out as a Parquet file. */
  async exportParquet(table: Table, file: string): Promise<void> {
    const from = this.#at(this.nameOf(table));
    const casts = await Promise.all(
      table.columns.map((column, index) => (table.kinds[index] === 'bigint' ? this.#exactCast(from, column) : [])),
    );
    const columns = casts.flat().length === 0 ? '*' : `* REPLACE (${casts.flat().join(', ')})`;
    const target = `'${file.replaceAll("'", "''")}' (FORMAT parquet, ROW_GROUP_SIZE ${ROW_GROUP})`;
    await this.#withMemory(() => this.#run(`COPY (SELECT ${columns} FROM ${from}) TO ${target}`));
  }

  /** Brings rows of Parquet files into a table, in the order of the files, and saves its state. */
  async importParquet(table: Table, files: readonly string[], saved: SavedState): Promise<void> {
    const at = this.#at(targetOf(this.nameOf(table), saved.mode));
    const columns = table.columns.map(quoted).join(', ');
    await this.#withMemory(() =>
      this.#transaction(async () => {
        for (const file of files) {
          const from = `read_parquet('${file.replaceAll("'", "''")}')`;
          if (saved.mode === 'merge')
            await this.#run(
              `DELETE FROM ${at} USING ${from} AS rows WHERE ${table.key.map((key) => `${at}.${quoted(key)} = rows.${quoted(key)}`).join(' AND ')}`,
            );
          await this.#run(`INSERT INTO ${at} (${columns}) SELECT ${columns} FROM ${from}`);
        }
        if (saved.mode === 'replace') await this.#swap(table);
        await this.#save(this.nameOf(table), saved);
      }),
    );
  }

  /** Parquet has no whole numbers of 128 bits: as they are, they would be rounded. Those of 38 digits are decimals, others text. */
  async #exactCast(from: string, column: string): Promise<string> {
    const name = quoted(column);
    const [found] = await this.#query(
      `SELECT coalesce(bool_and(${name} BETWEEN -(${MOST_DIGITS}) AND ${MOST_DIGITS}), true) AS fits FROM ${from}`,
      [],
    );
    return `${name}::${found?.['fits'] === true ? 'DECIMAL(38, 0)' : 'VARCHAR'} AS ${name}`;
  }

  async close(): Promise<void> {
    this.#connection.closeSync();
    this.#closeInstance();
  }

  /** In megabytes. Names in the statement that makes the table are its columns, and the fields of nested ones. */
  #memoryFor(table: Table): number {
    const columns = table.duckdb.create('t').match(/"(?:[^"]|"")*"/g)?.length ?? 0;
    return Math.ceil(Math.max(LEAST_MEMORY[this.#blocks], columns * MEMORY_PER_COLUMN[this.#blocks]));
  }

  /** Does something again, with more memory, when it lacked some. */
  async #withMemory(work: () => Promise<void>): Promise<void> {
    for (const megabytes of MORE_MEMORY) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof SyncError && LACKS_MEMORY.test(error.message))) throw error;
        await this.#setMemory(megabytes);
      }
    }
    await work();
  }

  async #setMemory(megabytes: number): Promise<void> {
    await this.#run(`SET memory_limit = '${megabytes}MB'`);
  }

  /** Rows go to a temporary table by DuckDB's appender, and from there to their table by SQL, which converts them. */
  async #stage(create: string, name: string, rows: readonly Row[]): Promise<void> {
    await this.#run(create);
    const appender = await this.#connection.createAppender(name, null, 'temp');
    for (const row of rows) {
      for (const cell of row) {
        if (cell === null) appender.appendNull();
        else if (typeof cell === 'string') appender.appendVarchar(cell);
        else if (typeof cell === 'number') appender.appendDouble(cell);
        else if (typeof cell === 'boolean') appender.appendBoolean(cell);
        else appender.appendBlob(cell);
      }
      appender.endRow();
    }
    appender.closeSync();
  }

  /** What a table is called in the schema. */
  nameOf({ name }: Table): string {
    return `${this.#options.prefix ?? ''}${name}`;
  }

  /** The name of a table for SQL, with its schema. */
  #at(name: string): string {
    return `"synced".${quoted(this.#schema)}.${quoted(name)}`;
  }

  async #kindOf(name: string): Promise<string | undefined> {
    const [found] = await this.#query(
      `SELECT CASE table_type WHEN 'BASE TABLE' THEN 'table' ELSE lower(table_type) END AS kind FROM information_schema.tables
       WHERE table_catalog = 'synced' AND lower(table_schema) = lower($1) AND lower(table_name) = lower($2)`,
      [this.#schema, name],
    );
    return found === undefined ? undefined : String(found['kind']);
  }

  /** The connectors that have made what has that name. */
  async makersOf(name: string): Promise<readonly string[]> {
    if ((await this.#kindOf('_sync_states')) === undefined) return [];
    const found = await this.#query(`SELECT "connector" FROM ${this.#states} WHERE "resource" = $1`, [name]);
    return found.map(({ connector }) => String(connector));
  }

  /** Says that a table is ours, before it has rows. */
  async #mark(name: string, mode: WriteMode): Promise<void> {
    if (!(await this.makersOf(name)).includes('github-issues')) await this.#insertState(name, beginning(mode));
  }

  async #unmark(name: string): Promise<void> {
    await this.#query(`DELETE FROM ${this.#states} WHERE "connector" = $1 AND "resource" = $2`, [
      'github-issues',
      name,
    ]);
  }

  async #save(name: string, saved: SavedState): Promise<void> {
    await this.#unmark(name);
    await this.#insertState(name, saved);
  }

  async #insertState(name: string, saved: object): Promise<void> {
    await this.#query(`INSERT INTO ${this.#states} VALUES ($1, $2, $3, now())`, [
      'github-issues',
      name,
      JSON.stringify(saved),
    ]);
  }

  /** How a table of an older version has to change. */
  async #growth(table: Table, name: string): Promise<Growth> {
    const present = await this.#columns('synced', this.#schema, name);
    return growthOf(table, `${this.#path}, ${name}`, await this.#wantedColumns(table), present, changeOf);
  }

  /** What the columns would be were the table made now, in DuckDB's own words. The database itself is not touched. */
  async #wantedColumns(table: Table): Promise<ReadonlyMap<string, PresentColumn>> {
    await this.#run(table.duckdb.create('"memory"."main"."_sync_shape"'));
    try {
      return await this.#columns('memory', 'main', '_sync_shape');
    } finally {
      await this.#connection.run('DROP TABLE "memory"."main"."_sync_shape"').catch(() => undefined);
    }
  }

  /** The columns of a table, by name; none when there is no such table. */
  async #columns(database: string, schema: string, table: string): Promise<ReadonlyMap<string, PresentColumn>> {
    const found = await this.#query(
      `SELECT column_name, data_type, NOT is_nullable AND column_default IS NULL AS required FROM duckdb_columns()
       WHERE database_name = $1 AND lower(schema_name) = lower($2) AND lower(table_name) = lower($3)`,
      [database, schema, table],
    );
    return new Map(
      found.map((column) => [
        String(column['column_name']),
        { type: String(column['data_type']), isRequired: column['required'] === true },
      ]),
    );
  }

  async #transaction(work: () => Promise<void>): Promise<void> {
    await this.#run('BEGIN');
    try {
      await work();
      await this.#run('COMMIT');
    } catch (error) {
      await this.#connection.run('ROLLBACK').catch(() => undefined); // the first error says why
      throw error instanceof SyncError ? error : explained(error, this.#path);
    }
  }

  async #run(sql: string): Promise<void> {
    await this.#query(sql, []);
  }

  async #query(sql: string, values: readonly string[]): Promise<readonly Found[]> {
    try {
      return (await this.#connection.runAndReadAll(sql, [...values])).getRowObjectsJson();
    } catch (error) {
      throw explained(error, this.#path);
    }
  }
}

/** Says which record has the value that an error is about. */
function located(error: unknown, table: Table, rows: readonly Row[]): unknown {
  const [, value] =
    (error instanceof SyncError && /(?:string |format: |range: )['"](.*?)['"]/.exec(error.message)) || [];
  const index = value === undefined ? -1 : rows.findIndex((row) => row.includes(value));
  if (!(error instanceof SyncError) || index < 0) return error;
  return new SyncError(
    error.code,
    `${placeOf(table, rows, index)}: ${error.message}. Nothing of this batch was written`,
  );
}

function explained(error: unknown, path: string): SyncError {
  const message = error instanceof Error ? error.message : String(error);
  if (/could not set lock/i.test(message)) {
    return new SyncError('locked', `${path} is in use by another process; nothing was read, nothing written`);
  }
  const [, version, readable] = /version number (\d+), but we can only read (versions? [\w ]*\d)/.exec(message) ?? [];
  if (version !== undefined) {
    const ways =
      "Update @duckdb/node-api, or make the file with a newer DuckDB anew, for older ones: ATTACH … (STORAGE_VERSION 'v1.2.0')";
    return new SyncError(
      'driver',
      `${path} has storage version ${version}; the installed @duckdb/node-api reads ${readable}. Nothing was read, nothing written. ${ways}`,
    );
  }
  return new SyncError('destination', `${path}: ${message.split('\n')[0]}`);
}

type Found = Readonly<Record<string, unknown>>;

/** What is used of `@duckdb/node-api`. */
interface Driver {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<Instance>;
  };
}

interface Instance {
  connect(): Promise<Connection>;
  closeSync(): void;
}

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string, values: string[]): Promise<{ getRowObjectsJson(): readonly Found[] }>;
  createAppender(table: string, schema: string | null, catalog: string | null): Promise<Appender>;
  closeSync(): void;
}

interface Appender {
  appendNull(): void;
  appendVarchar(value: string): void;
  appendDouble(value: number): void;
  appendBoolean(value: boolean): void;
  appendBlob(value: Uint8Array): void;
  endRow(): void;
  closeSync(): void;
}
