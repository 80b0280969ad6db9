// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { chmod } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadDriver, quoted, SyncError } from './destination.ts';
import { changeOf } from './duckdb-types.ts';
import { isThere, permissions, refuseLinks } from './own-file.ts';
import { growthOf, type Growth, type PresentColumn } from './present-tables.ts';
import type { Row, Table } from './table.ts';

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

/** A connection to a schema of a DuckDB database. */
export class DuckdbDatabase {
  readonly path: string;
  readonly schema: string;
  readonly #blocks: 'small' | 'large';
  readonly #connection: Connection;
  readonly #closeInstance: () => void;

  constructor(
    path: string,
    schema: string,
    blocks: 'small' | 'large',
    connection: Connection,
    closeInstance: () => void,
  ) {
    this.path = path;
    this.schema = schema;
    this.#blocks = blocks;
    this.#connection = connection;
    this.#closeInstance = closeInstance;
  }

  /** The name of a table for SQL, with its schema. */
  at(name: string): string {
    return `"synced".${quoted(this.schema)}.${quoted(name)}`;
  }

  async transaction(work: () => Promise<void>): Promise<void> {
    await this.run('BEGIN');
    try {
      await work();
      await this.run('COMMIT');
    } catch (error) {
      await this.#connection.run('ROLLBACK').catch(() => undefined); // the first error says why
      throw error instanceof SyncError ? error : explained(error, this.path);
    }
  }

  async run(sql: string): Promise<void> {
    await this.query(sql, []);
  }

  async query(sql: string, values: readonly string[] = []): Promise<readonly Found[]> {
    try {
      return (await this.#connection.runAndReadAll(sql, [...values])).getRowObjectsJson();
    } catch (error) {
      throw explained(error, this.path);
    }
  }

  async makeStates(): Promise<void> {
    await this.run(`CREATE SCHEMA IF NOT EXISTS "synced".${quoted(this.schema)}`);
    await this.run(
      `CREATE TABLE IF NOT EXISTS ${this.at('_sync_states')} ("connector" VARCHAR NOT NULL, "resource" VARCHAR NOT NULL, "saved" JSON NOT NULL, "saved_at" TIMESTAMPTZ NOT NULL)`,
    );
  }

  async kindOf(name: string): Promise<string | undefined> {
    const [found] = await this.query(
      `SELECT CASE table_type WHEN 'BASE TABLE' THEN 'table' ELSE lower(table_type) END AS kind FROM information_schema.tables
       WHERE table_catalog = 'synced' AND lower(table_schema) = lower($1) AND lower(table_name) = lower($2)`,
      [this.schema, name],
    );
    return found === undefined ? undefined : String(found['kind']);
  }

  /** Gives DuckDB the memory that a table needs. */
  async makeRoom(table: Table): Promise<void> {
    await this.#setMemory(this.#memoryFor(table));
  }

  /** In megabytes. Names in the statement that makes the table are its columns, and the fields of nested ones. */
  #memoryFor(table: Table): number {
    const columns = table.duckdb.create('t').match(/"(?:[^"]|"")*"/g)?.length ?? 0;
    return Math.ceil(Math.max(LEAST_MEMORY[this.#blocks], columns * MEMORY_PER_COLUMN[this.#blocks]));
  }

  /** Does something again, with more memory, when it lacked some. */
  async withMemory(work: () => Promise<void>): Promise<void> {
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
    await this.run(`SET memory_limit = '${megabytes}MB'`);
  }

  /** Rows go to a temporary table by DuckDB's appender, and from there to their table by SQL, which converts them. */
  async stage(create: string, name: string, rows: readonly Row[]): Promise<void> {
    await this.run(create);
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

  /** How a table of an older version has to change. */
  async growth(table: Table, name: string): Promise<Growth> {
    const present = await this.#columns('synced', this.schema, name);
    return growthOf(table, `${this.path}, ${name}`, await this.wantedColumns(table), present, changeOf);
  }

  /** What the columns would be were the table made now, in DuckDB's own words. The database itself is not touched. */
  async wantedColumns(table: Table): Promise<ReadonlyMap<string, PresentColumn>> {
    await this.run(table.duckdb.create('"memory"."main"."_sync_shape"'));
    try {
      return await this.#columns('memory', 'main', '_sync_shape');
    } finally {
      await this.#connection.run('DROP TABLE "memory"."main"."_sync_shape"').catch(() => undefined);
    }
  }

  /** The columns of a table, by name; none when there is no such table. */
  async #columns(database: string, schema: string, table: string): Promise<ReadonlyMap<string, PresentColumn>> {
    const found = await this.query(
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

  close(): void {
    this.#connection.closeSync();
    this.#closeInstance();
  }
}

/** Opens a database, which is created if it is not there, and keeps other processes from it. */
export async function connectDuckdb(path: string, schema = 'main'): Promise<DuckdbDatabase> {
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
    return new DuckdbDatabase(path, schema, blocks, connection, () => {
      instance.closeSync();
      opened.delete(file);
    });
  } catch (error) {
    opened.delete(file);
    throw explained(error, path);
  }
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
