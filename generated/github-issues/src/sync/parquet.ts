// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Batch, Destination, DestinationOptions, SavedState, SyncRun, TablePlan, Written } from './destination.ts';
import { openDuckdb, type DuckdbDestination } from './duckdb.ts';
import { prepareFolder } from './files.ts';
import { isThere, makeBeside, refuseLinks } from './own-file.ts';
import { SharedParquet } from './parquet-pieces.ts';
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
  if (options.coordinator === undefined) return openTables(folder, options, false);
  await prepareFolder(folder, options);
  return new SharedParquet(folder, options, () => openTables(folder, options, true));
}

/** `isShared`: an empty database stays, since another process may just have opened it. */
async function openTables(folder: string, options: DestinationOptions, isShared: boolean): Promise<ParquetDestination> {
  await prepareFolder(folder, options);
  const path = join(folder, '_sync.duckdb');
  const isNew = !isShared && !(await isThere(path));
  return new ParquetDestination(folder, await openDuckdb(path, options), options, isNew ? path : undefined);
}

export class ParquetDestination implements Destination {
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
        kindOf: async (name) => ((await isThere(this.#fileOf(name))) ? 'file' : undefined),
        makersOf: (name) => this.#database.makersOf(name),
        load: (table) => this.load(table),
        keepsKeys: false,
        misfitsOf: async () => [],
      },
      plans,
      this.#options,
    );
  }

  get replaced(): number {
    return this.#database.replaced;
  }

  load(table: Table): ReturnType<Destination['load']> {
    return this.#database.load(table);
  }

  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    await this.check([{ table, mode }]);
    this.#unused = undefined;
    return this.#database.begin(table, mode, resume);
  }

  async write(table: Table, batch: Batch): Promise<Written> {
    const written = await this.#database.write(table, batch);
    if (!batch.saved.complete && 'state' in batch.saved) return written; // the rest is still to come
    await this.publish(table);
    return written;
  }

  /** Brings the rows of Parquet files into a table, and writes it out. */
  async bring(table: Table, files: readonly string[], saved: SavedState): Promise<void> {
    await this.#database.importParquet(table, files, saved);
    await this.publish(table);
  }

  /** Writes out what the database has of a resource. */
  async publish(table: Table): Promise<void> {
    await this.#export(table);
  }

  saveRun(run: SyncRun): Promise<void> {
    return this.#database.saveRun(run);
  }

  runs(): Promise<readonly SyncRun[]> {
    return this.#database.runs();
  }

  /** Writes a table out, in place of what its file had. */
  async #export(table: Table): Promise<void> {
    const file = this.#fileOf(this.#database.nameOf(table));
    await refuseLinks(file);
    const next = await makeBeside(file);
    await next.file.close();
    try {
      await this.#database.exportParquet(table, next.path);
      await rename(next.path, file);
    } catch (error) {
      await rm(next.path, { force: true });
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#database.close();
    if (this.#unused !== undefined) await rm(this.#unused, { force: true });
  }

  #fileOf(name: string): string {
    return join(this.#folder, `${name}.parquet`);
  }
}
