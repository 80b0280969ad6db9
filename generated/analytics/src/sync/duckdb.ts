// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { resolve } from 'node:path';
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
import { growthOf } from './duckdb-types.ts';
import type { Row, Table, WriteMode } from './table.ts';

/** Where states are kept, for all connectors that write to the same database. */
const STATES = `
  CREATE TABLE IF NOT EXISTS "_sync_states" (
    "connector" VARCHAR NOT NULL,
    "resource" VARCHAR NOT NULL,
    "saved" JSON NOT NULL,
    "saved_at" TIMESTAMPTZ NOT NULL
  )`;

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

/** What needs more, as a batch of very long rows does, gets more. */
const MORE_MEMORY = [256, 1024];
const LACKS_MEMORY = /^(?!.*(FATAL|invalidated)).*(Out of Memory|could not allocate block|failed to pin block)/;

/** Files that this process has open: DuckDB keeps other processes from them, and not this one. */
const opened = new Set<string>();

/** Opens a DuckDB database, which is created if it is not there. Needs the package `@duckdb/node-api`. */
export async function openDuckdb(path: string): Promise<DuckdbDestination> {
  const { DuckDBInstance } = await loadDriver<Driver>('@duckdb/node-api', 'Writing to DuckDB');
  const file = resolve(path);
  if (opened.has(file))
    throw new SyncError('locked', `${path} is in use by this process; nothing was read, nothing written`);
  opened.add(file);
  try {
    const instance = await DuckDBInstance.create(':memory:', { ...SETTINGS, temp_directory: `${path}.tmp` });
    const connection = await instance.connect();
    await connection.run(`ATTACH '${path.replaceAll("'", "''")}' AS "synced" (ROW_GROUP_SIZE ${ROW_GROUP})`);
    await connection.run('USE "synced"');
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run(STATES);
    const [size] = (
      await connection.runAndReadAll(
        'SELECT block_size FROM pragma_database_size() WHERE database_name = current_database()',
        [],
      )
    ).getRowObjectsJson();
    const blocks = Number(size?.['block_size']) > 16384 ? 'large' : 'small';
    return new DuckdbDestination(path, blocks, connection, () => {
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
  readonly #blocks: 'small' | 'large';
  readonly #connection: Connection;
  readonly #closeInstance: () => void;

  constructor(path: string, blocks: 'small' | 'large', connection: Connection, closeInstance: () => void) {
    this.#path = path;
    this.#blocks = blocks;
    this.#connection = connection;
    this.#closeInstance = closeInstance;
  }

  async load(table: Table): Promise<SavedState | undefined> {
    const found = await this.#query('SELECT "saved" FROM "_sync_states" WHERE "connector" = $1 AND "resource" = $2', [
      'analytics',
      table.name,
    ]);
    const saved = found[0]?.['saved'];
    return typeof saved === 'string' ? parseSaved(saved, `${this.#path}, ${table.name}`) : undefined;
  }

  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    await this.#setMemory(this.#memoryFor(table));
    const target = targetOf(table, mode);
    if (resume && (await this.#columns(target)).size === 0) return false;
    if (!resume && mode === 'replace') await this.#run(`DROP TABLE IF EXISTS ${quoted(target)}`);
    await this.#run(table.duckdb.create(quoted(target)));
    await this.#grow(table, target);
    return true;
  }

  async write(table: Table, batch: Batch): Promise<void> {
    await this.#withMemory(() => this.#writeOnce(table, batch));
  }

  async #writeOnce(table: Table, { rows, saved }: Batch): Promise<void> {
    await this.#run('BEGIN');
    try {
      const target = targetOf(table, saved.mode);
      if (rows.length > 0) {
        await this.#stage(table, rows);
        for (const statement of table.duckdb.write(quoted(target))) await this.#run(statement);
      }
      if (saved.mode === 'replace' && saved.complete) {
        await this.#run(`DROP TABLE IF EXISTS ${quoted(table.name)}`);
        await this.#run(`ALTER TABLE ${quoted(target)} RENAME TO ${quoted(table.name)}`);
      }
      await this.#save(table, saved);
      await this.#run('COMMIT');
    } catch (error) {
      await this.#connection.run('ROLLBACK').catch(() => undefined); // the first error says why
      throw error instanceof SyncError ? error : explained(error, this.#path);
    }
  }

  /** Writes a table out as a Parquet file. */
  async exportParquet(table: Table, file: string): Promise<void> {
    const sql = `COPY ${quoted(table.name)} TO '${file.replaceAll("'", "''")}' (FORMAT parquet, ROW_GROUP_SIZE ${ROW_GROUP})`;
    await this.#withMemory(() => this.#run(sql));
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
  async #stage(table: Table, rows: readonly Row[]): Promise<void> {
    await this.#run(table.duckdb.stage);
    const appender = await this.#connection.createAppender('_sync_rows', null, 'temp');
    for (const row of rows) {
      for (const cell of row) {
        if (cell === null) appender.appendNull();
        else if (typeof cell === 'string') appender.appendVarchar(cell);
        else if (typeof cell === 'number') appender.appendDouble(cell);
        else appender.appendBoolean(cell);
      }
      appender.endRow();
    }
    appender.closeSync();
  }

  async #save(table: Table, saved: SavedState): Promise<void> {
    const place = ['analytics', table.name];
    await this.#query('DELETE FROM "_sync_states" WHERE "connector" = $1 AND "resource" = $2', place);
    await this.#query('INSERT INTO "_sync_states" VALUES ($1, $2, $3, now())', [...place, JSON.stringify(saved)]);
  }

  /** Adds the columns that a table of an older version lacks, and widens those that may hold more now. */
  async #grow(table: Table, target: string): Promise<void> {
    const wanted = await this.#wantedColumns(table);
    const present = await this.#columns(target);
    for (const [name, type] of wanted) {
      const change = growthOf(name, present.get(name), type);
      if (change === 'refused') {
        const text = `${target}.${name} is ${present.get(name)} in ${this.#path}, and would have to become ${type}, which cannot hold the same`;
        throw new SyncError(
          'narrowing',
          `${text}. Replace the table with: sync --full-refresh --resource ${table.name}`,
        );
      }
      if (change !== undefined) await this.#run(`ALTER TABLE ${quoted(target)} ${change}`);
    }
  }

  /** What the columns would be were the table made now, in DuckDB's own words. */
  async #wantedColumns(table: Table): Promise<ReadonlyMap<string, string>> {
    await this.#run('BEGIN');
    try {
      await this.#run(table.duckdb.create('"_sync_shape"'));
      return await this.#columns('_sync_shape');
    } finally {
      await this.#run('ROLLBACK');
    }
  }

  /** Types of the columns of a table, by name; none when there is no such table. */
  async #columns(table: string): Promise<ReadonlyMap<string, string>> {
    const found = await this.#query(
      'SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = $1 AND schema_name = current_schema() AND database_name = current_database()',
      [table],
    );
    return new Map(found.map((column) => [String(column['column_name']), String(column['data_type'])]));
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

function explained(error: unknown, path: string): SyncError {
  const message = error instanceof Error ? error.message : String(error);
  if (/could not set lock/i.test(message)) {
    return new SyncError('locked', `${path} is in use by another process; nothing was read, nothing written`);
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
  endRow(): void;
  closeSync(): void;
}
