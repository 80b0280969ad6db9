// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { SyncError, type Batch, type Destination } from './destination.ts';
import { openDuckdb, type DuckdbDestination } from './duckdb.ts';
import type { Table } from './table.ts';

/**
 * Opens a folder of Parquet files, `issues.parquet` for each resource; it is made if it is not there. The tables are kept
 * in a DuckDB database beside them, and written out as a whole when a read is complete. Needs the package
 * `@duckdb/node-api`.
 */
export async function openParquet(folder: string): Promise<Destination> {
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new SyncError('destination', error.message);
  });
  return new ParquetDestination(folder, await openDuckdb(join(folder, '_sync.duckdb')));
}

class ParquetDestination implements Destination {
  readonly #folder: string;
  readonly #database: DuckdbDestination;
  readonly load: Destination['load'];
  readonly begin: Destination['begin'];

  constructor(folder: string, database: DuckdbDestination) {
    this.#folder = folder;
    this.#database = database;
    this.load = (table) => database.load(table);
    this.begin = (table, mode, resume) => database.begin(table, mode, resume);
  }

  async write(table: Table, batch: Batch): Promise<void> {
    await this.#database.write(table, batch);
    if (!batch.saved.complete) return;
    const file = join(this.#folder, `${table.name}.parquet`);
    await this.#database.exportParquet(table, `${file}.next`);
    await rename(`${file}.next`, file);
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}
