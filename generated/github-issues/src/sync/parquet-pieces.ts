// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import {
  SyncError,
  type Batch,
  type Destination,
  type DestinationOptions,
  type SavedState,
  type TablePlan,
} from './destination.ts';
import type { UnitPieces } from './coordinated.ts';
import { FilePieces } from './file-pieces.ts';
import { permissions } from './own-file.ts';
import type { ParquetDestination } from './parquet.ts';
import { ParquetRows } from './parquet-rows.ts';
import type { Table } from './table.ts';

/** So often, and so many milliseconds apart, a database is tried that another process has open for a moment. */
const TRIES = 100;
const PAUSE = 100;

/**
 * A folder of Parquet files that many processes write units to: each batch is a file of its own, and comes into its table when the run is
 * finished. The database of the folder is open for one process at a time: for a moment where a unit begins, and while a run is finished.
 */
export class SharedParquet implements Destination {
  readonly #files: FilePieces;
  readonly #options: DestinationOptions;
  readonly #open: () => Promise<ParquetDestination>;
  #held: ParquetDestination | undefined;
  #rows: ParquetRows | undefined;

  constructor(folder: string, options: DestinationOptions, open: () => Promise<ParquetDestination>) {
    this.#files = new FilePieces(folder);
    this.#options = options;
    this.#open = open;
  }

  readonly pieces: UnitPieces = {
    put: (run, table, batch) => this.#put(run, table, batch),
    hold: async () => void (this.#held ??= await this.#open()),
    settle: (table) => this.#opened.publish(table),
    bring: (table, names, saved) =>
      this.#opened.bring(
        table,
        names.map((name) => this.#files.pathOf(name)),
        saved,
      ),
    drop: (run, table) => this.#files.drop(run, this.#nameOf(table)),
  };

  async #put(run: string, table: Table, batch: Batch): Promise<readonly string[]> {
    this.#rows ??= await ParquetRows.open(this.#options);
    const names: string[] = [];
    for (const { content } of await this.#rows.filesOf(table, batch)) {
      names.push(
        ...(await this.#files.put(run, this.#nameOf(table), 'parquet', (path) =>
          writeFile(path, content, { flag: 'wx', flush: true, mode: permissions.mode }),
        )),
      );
    }
    return names;
  }

  get replaced(): number {
    return this.#rows?.replaced ?? 0;
  }

  async check(plans: readonly TablePlan[]): Promise<void> {
    await this.#briefly((destination) => destination.check(plans));
  }

  load(table: Table): Promise<SavedState | undefined> {
    return this.#briefly((destination) => destination.load(table));
  }

  begin(table: Table, mode: SavedState['mode'], resume: boolean): Promise<boolean> {
    return this.#opened.begin(table, mode, resume);
  }

  write(table: Table, batch: Batch): ReturnType<ParquetDestination['write']> {
    return this.#opened.write(table, batch);
  }

  async close(): Promise<void> {
    await this.#held?.close();
    await this.#rows?.close();
  }

  /** Asks the database, which others may have open. */
  async #briefly<Result>(ask: (destination: ParquetDestination) => Promise<Result>): Promise<Result> {
    if (this.#held !== undefined) return ask(this.#held);
    for (let tries = 1; ; tries++) {
      try {
        const destination = await this.#open();
        return await ask(destination).finally(() => destination.close());
      } catch (error) {
        if (tries === TRIES || !(error instanceof SyncError && error.code === 'locked')) throw error;
        await setTimeout(PAUSE);
      }
    }
  }

  get #opened(): ParquetDestination {
    if (this.#held === undefined) throw new TypeError('the folder is not held');
    return this.#held;
  }

  #nameOf({ name }: Table): string {
    return `${this.#options.prefix ?? ''}${name}`;
  }
}
