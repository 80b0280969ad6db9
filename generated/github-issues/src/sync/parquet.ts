// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SyncError, type Batch, type Destination, type DestinationOptions, type TablePlan } from './destination.ts';
import { openDuckdb, type DuckdbDestination } from './duckdb.ts';
import { refuseSchema } from './files.ts';
import { refuseOthers } from './present-tables.ts';
import type { Table, WriteMode } from './table.ts';

/**
 * Opens a folder of Parquet files, `issues.parquet` for each resource; it is made if it is not there. The tables are kept
 * in a DuckDB database beside them, and written out as a whole when a read is complete. Needs the package
 * `@duckdb/node-api`.
 *
 * @throws {@link SyncError} `usage`, `driver`, `foreign`, `locked` or `destination`.
 */
export async function openParquet(folder: string, options: DestinationOptions = {}): Promise<Destination> {
  refuseSchema(options);
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new SyncError('destination', error.message);
  });
  const path = join(folder, '_sync.duckdb');
  const isNew = !(await isFile(path));
  return new ParquetDestination(folder, await openDuckdb(path, options), options, isNew ? path : undefined);
}

class ParquetDestination implements Destination {
  readonly #folder: string;
  readonly #database: DuckdbDestination;
  readonly #options: DestinationOptions;
  /** The path of a database that was made for this run and has nothing in it yet. */
  #unused: string | undefined;

  constructor(folder: string, database: DuckdbDestination, options: DestinationOptions, unused: string | undefined) {
    this.#folder = folder;
    this.#database = database;
    this.#options = options;
    this.#unused = unused;
  }

  async check(plans: readonly TablePlan[]): Promise<void> {
    await this.#database.check(plans);
    await refuseOthers(
      {
        place: this.#folder,
        elsewhere: '--prefix TEXT',
        nameOf: (table) => this.#database.nameOf(table),
        besideOf: () => undefined,
        kindOf: async (name) => ((await isFile(this.#fileOf(name))) ? 'file' : undefined),
        makersOf: (name) => this.#database.makersOf(name),
        load: (table) => this.load(table),
        misfitsOf: async () => [],
      },
      plans,
      this.#options,
    );
  }

  load(table: Table): ReturnType<Destination['load']> {
    return this.#database.load(table);
  }

  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    await this.check([{ table, mode }]);
    this.#unused = undefined;
    return this.#database.begin(table, mode, resume);
  }

  async write(table: Table, batch: Batch): Promise<void> {
    await this.#database.write(table, batch);
    if (!batch.saved.complete) return;
    const file = this.#fileOf(this.#database.nameOf(table));
    await this.#database.exportParquet(table, `${file}.next`);
    await rename(`${file}.next`, file);
  }

  async close(): Promise<void> {
    await this.#database.close();
    if (this.#unused !== undefined) await rm(this.#unused, { force: true });
  }

  #fileOf(name: string): string {
    return join(this.#folder, `${name}.parquet`);
  }
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
