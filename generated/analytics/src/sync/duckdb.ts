// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- specs/analytics.yaml

import {
  loadDriver,
  parseSaved,
  quoted,
  SyncError,
  targetOf,
  type Batch,
  type Destination,
  type SavedState,
} from './destination.js';
import { growthOf } from './duckdb-types.js';
import type { Row, Table, WriteMode } from './table.js';

/** Where states are kept, for all connectors that write to the same database. */
const STATES = `
  CREATE TABLE IF NOT EXISTS "_sync_states" (
    "connector" VARCHAR NOT NULL,
    "resource" VARCHAR NOT NULL,
    "saved" JSON NOT NULL,
    "saved_at" TIMESTAMPTZ NOT NULL
  )`;

/**
 * With these, a table of any size is written in little memory: what does not fit goes to a file beside the database. Less
 * would not do for tables of many columns: each needs some blocks of 256 kB at once when the database is checkpointed.
 */
const SETTINGS = { memory_limit: '64MB', threads: '1', preserve_insertion_order: 'false' };

/** A batch of rows so wide that they need more gets more, in megabytes. */
const MORE_MEMORY = [256, 1024];

/** Opens a DuckDB database, which is created if it is not there. Needs the package `@duckdb/node-api`. */
export async function openDuckdb(path: string): Promise<DuckdbDestination> {
  const { DuckDBInstance } = await loadDriver<Driver>('@duckdb/node-api', 'Writing to DuckDB');
  try {
    const instance = await DuckDBInstance.create(path, SETTINGS);
    const connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run(STATES);
    return new DuckdbDestination(path, connection, () => instance.closeSync());
  } catch (error) {
    throw explained(error, path);
  }
}

/** Tables in a DuckDB database. */
export class DuckdbDestination implements Destination {
  readonly #path: string;
  readonly #connection: Connection;
  readonly #closeInstance: () => void;

  constructor(path: string, connection: Connection, closeInstance: () => void) {
    this.#path = path;
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
    const target = targetOf(table, mode);
    if (resume && (await this.#columns(target)).size === 0) return false;
    if (!resume && mode === 'replace') await this.#run(`DROP TABLE IF EXISTS ${quoted(target)}`);
    await this.#run(table.duckdb.create(quoted(target)));
    await this.#grow(table, target);
    return true;
  }

  async write(table: Table, batch: Batch): Promise<void> {
    for (const megabytes of MORE_MEMORY) {
      try {
        return await this.#writeOnce(table, batch);
      } catch (error) {
        if (!(error instanceof SyncError && error.message.includes('Out of Memory'))) throw error;
        await this.#run(`SET memory_limit = '${megabytes}MB'`);
      }
    }
    await this.#writeOnce(table, batch);
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
    await this.#run(`COPY ${quoted(table.name)} TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`);
  }

  async close(): Promise<void> {
    this.#connection.closeSync();
    this.#closeInstance();
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
