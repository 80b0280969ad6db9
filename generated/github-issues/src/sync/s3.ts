// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { randomUUID } from 'node:crypto';
import {
  SyncError,
  type Batch,
  type Destination,
  type DestinationOptions,
  type SavedState,
  type SyncRun,
  type TablePlan,
  type Written,
} from './destination.ts';
import type { UnitPieces } from './coordinated.ts';
import { jsonText } from './json-text.ts';
import { digestOf } from './joined-state.ts';
import { ParquetRows, type RowsFile } from './parquet-rows.ts';
import { refuseOthers } from './present-tables.ts';
import { openBucket, withEach, type S3Bucket, type Upload } from './s3-bucket.ts';
import { fileMisfits, joinedColumns } from './s3-columns.ts';
import { digits, S3Runs } from './s3-runs.ts';
import { States, type Entry } from './s3-states.ts';
import type { Table, WriteMode } from './table.ts';

/**
 * Opens a folder of an S3 bucket, or of a store that speaks like it: a folder of files for each resource, JSON Lines or Parquet. Needs
 * the package `@aws-sdk/client-s3`, and `@duckdb/node-api` for Parquet.
 *
 * No file is ever changed. A batch is uploaded first, which nobody sees; then the state is written, which names it; then the
 * upload is completed, by this run or the next. Of files with rows of the same key, the one whose name is last holds.
 *
 * @throws {@link SyncError} `usage`, `driver`, `foreign`, `locked`, `state` or `destination`.
 */
export async function openS3(to: string, options: DestinationOptions = {}): Promise<Destination> {
  if (options.schema !== undefined)
    throw new SyncError('usage', '--schema: a bucket has no schemas; --prefix TEXT keeps names apart');
  if (options.prefix?.includes('/') === true)
    throw new SyncError('usage', '--prefix: the name of a folder has no slashes');
  const bucket = await openBucket(to);
  try {
    const parquet = options.format === 'parquet' ? await ParquetRows.open(options) : undefined;
    return new S3Destination(bucket, await States.open(bucket), options, parquet);
  } catch (error) {
    bucket.close();
    throw error;
  }
}

class S3Destination implements Destination {
  /** Each batch is a file: larger ones than in databases. */
  readonly batch = { rows: 20_000, characters: 4_000_000, ms: 60_000 };
  readonly #bucket: S3Bucket;
  readonly #states: States;
  readonly #options: DestinationOptions;
  readonly #parquet: ParquetRows | undefined;
  readonly #runs: S3Runs;
  /** How many files this run has written. */
  #files = 0;

  constructor(bucket: S3Bucket, states: States, options: DestinationOptions, parquet: ParquetRows | undefined) {
    this.#bucket = bucket;
    this.#states = states;
    this.#options = options;
    this.#parquet = parquet;
    this.#runs = new S3Runs(bucket);
  }

  get replaced(): number {
    return this.#parquet?.replaced ?? 0;
  }

  /** Units of split reads, where a coordinator keeps them: objects `_sync_units/<run>/<folder>/<name>`, which the store copies when the run is finished. */
  get pieces(): UnitPieces {
    return {
      put: async (run, table, batch) => {
        const names: string[] = [];
        for (const { shape, content } of await this.#filesOf(table, batch)) {
          const name = `${UNITS}${digestOf([run])}/${this.#nameOf(shape)}/${randomUUID()}.${this.#format}`;
          await this.#bucket.put(name, content);
          names.push(name);
        }
        return names;
      },
      hold: () => this.#states.hold(),
      bring: async (table, names, saved) => {
        const uploads = names.map((name) => ({ name, to: this.#nextFile(name.split('/')[2] ?? '') }));
        const copied: Upload[] = [];
        await withEach(
          [...uploads.entries()],
          async ([index, { name, to }]) => void (copied[index] = await this.#bucket.copy(name, to)),
        );
        await this.#keep(table, copied, saved);
      },
      drop: async (run) =>
        withEach(await this.#bucket.list(`${UNITS}${digestOf([run])}/`), (name) => this.#bucket.remove(name)),
    };
  }

  async check(plans: readonly TablePlan[]): Promise<void> {
    for (const { table, mode } of plans) {
      const format = this.#states.entries.get(this.#nameOf(table))?.format ?? this.#format;
      if (format !== this.#format && mode !== 'replace') {
        throw new SyncError(
          'usage',
          `--format: ${table.name} has files of the format ${format} here. Say --format ${format}, or replace them, with --full-refresh`,
        );
      }
    }
    await refuseOthers(
      {
        place: this.#bucket.shown,
        elsewhere: '--prefix TEXT',
        nameOf: (table) => this.#nameOf(table),
        besideOf: () => undefined,
        keepsLists: this.#parquet === undefined,
        kindOf: async (name) => ((await this.#bucket.list(`${name}/`, 1)).length > 0 ? 'folder' : undefined),
        makersOf: async (name) =>
          [...this.#states.entries.values()].some(({ folders }) => folders.includes(name)) ? ['github-issues'] : [],
        load: (table) => this.load(table),
        keepsKeys: false,
        misfitsOf: (table, name) => this.#misfitsOf(table, name),
      },
      plans,
      this.#options,
    );
  }

  /** Files keep the columns that they were written with. */
  async #misfitsOf(table: Table, name: string): Promise<readonly string[]> {
    const before = this.#states.entries.get(name)?.columns?.[table.name];
    if (before === undefined || this.#parquet === undefined) return [];
    return fileMisfits(table, `${this.#bucket.shown}, ${name}`, before, await this.#parquet.columnsOf(table));
  }

  async load(table: Table): Promise<SavedState | undefined> {
    return this.#states.entries.get(this.#nameOf(table))?.saved ?? undefined;
  }

  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    await this.check([{ table, mode }]);
    await this.#states.hold();
    const name = this.#nameOf(table);
    await this.#settle(name, mode === 'replace' && !resume);
    const run = this.#states.run;
    const known = this.#states.entries.get(name);
    const folders = known?.folders ?? [name];
    if (mode !== 'replace') {
      if (known !== undefined) await this.#checkFiles(name, known);
      const entry = known ?? { saved: null, from: run, files: 0, pending: [] };
      await this.#states.save(name, { ...entry, folders, format: this.#format });
      return true;
    }
    const columns = await this.#parquet?.fileColumns(table);
    const gathered = known?.next === undefined ? [] : known.pending;
    if (resume) {
      if (
        known?.next === undefined ||
        known.format !== this.#format ||
        JSON.stringify(known.nextColumns) !== JSON.stringify(columns)
      )
        return false;
      const kept = await Promise.all(gathered.map((upload) => this.#bucket.isPending(upload)));
      if (!kept.includes(false)) return true;
    }
    const isGathering = known?.saved?.mode === 'replace' && !known.saved.complete;
    const entry = known ?? { from: run, files: 0, saved: null, format: this.#format };
    await this.#states.save(name, {
      ...entry,
      saved: isGathering ? null : entry.saved,
      folders,
      next: run,
      nextColumns: columns,
      pending: [],
    });
    await withEach(gathered, (upload) => this.#bucket.abandon(upload));
    return !resume;
  }

  async write(table: Table, batch: Batch): Promise<Written | void> {
    const uploads: Upload[] = [];
    for (const { shape, content } of await this.#filesOf(table, batch))
      uploads.push(await this.#bucket.upload(this.#nextFile(this.#nameOf(shape)), content));
    await this.#keep(table, uploads, batch.saved);
    if (batch.saved.mode !== 'merge') return { added: batch.records.length, changed: 0 };
  }

  /** Saves a state that names these files. They are seen after that, or, where they replace others, when all are there. */
  async #keep(table: Table, uploads: readonly Upload[], saved: SavedState): Promise<void> {
    const name = this.#nameOf(table);
    const entry = this.#states.entries.get(name);
    if (entry === undefined) throw new TypeError('begin was not called');
    const own = uploads.filter((upload) => upload.name.startsWith(`${name}/`)).length;
    const isOver = saved.complete || !('state' in saved);
    const isGathering = entry.next !== undefined && saved.mode === 'replace';
    const pending = [...entry.pending, ...uploads];
    const written: Entry = { ...entry, saved: 'state' in saved ? saved : null, pending, format: this.#format };
    if (!isGathering) {
      const isSame = uploads.length === 0 || this.#parquet === undefined;
      const columns = isSame ? entry.columns : joinedColumns(entry.columns, await this.#parquet.fileColumns(table));
      await this.#publish(name, { ...written, files: entry.files + own, columns });
    } else if (isOver) {
      const files = pending.filter((upload) => upload.name.startsWith(`${name}/`)).length;
      const columns = files === 0 ? undefined : entry.nextColumns;
      await this.#publish(name, {
        ...written,
        from: entry.next ?? entry.from,
        next: undefined,
        files,
        columns,
        nextColumns: undefined,
      });
    } else await this.#states.save(name, written);
  }

  /** Writes a state, and then lets its files be seen. Those that it replaces go after that. */
  async #publish(name: string, entry: Entry): Promise<void> {
    const before = this.#states.entries.get(name);
    await this.#states.save(name, entry);
    await withEach(entry.pending, (upload) => this.#bucket.complete(upload));
    const shown = { ...entry, pending: [] };
    this.#states.entries.set(name, shown); // it is written with the next state
    if (before === undefined || before.from === entry.from) return;
    await this.#removeOld(entry);
    await this.#states.save(name, shown);
  }

  /** Does what a run left undone that was killed: its rows count, and may not be seen. `isReplaced`: they need not be. */
  async #settle(name: string, isReplaced: boolean): Promise<void> {
    const entry = this.#states.entries.get(name);
    if (entry === undefined || entry.next !== undefined || entry.pending.length === 0) return;
    try {
      await withEach(entry.pending, (upload) => this.#bucket.completeLate(upload));
      await this.#removeOld(entry);
      await this.#states.save(name, { ...entry, pending: [] });
    } catch (error) {
      if (!isReplaced || !(error instanceof SyncError && error.code === 'state')) throw error;
      await this.#states.save(name, { ...entry, saved: null, files: 0, pending: [] });
    }
  }

  /** Removes the files of runs that no longer count, and no other. */
  async #removeOld({ folders, from }: Entry): Promise<void> {
    for (const folder of folders) {
      const old = (await this.#bucket.list(`${folder}/`)).filter((name) => runOf(name) < from);
      await withEach(old, async (name) => {
        if (await this.#bucket.isOurs(name)) await this.#bucket.remove(name);
      });
    }
  }

  async #checkFiles(name: string, { files, from }: Entry): Promise<void> {
    const found = (await this.#bucket.list(`${name}/`)).filter(
      (file) => runOf(file) >= from && runOf(file) < Infinity,
    ).length;
    if (found >= files) return;
    throw new SyncError(
      'state',
      `${this.#bucket.shown}: ${name}/ has ${found} files, and its state says ${files}: put them back, or read anew with --full-refresh; nothing was changed`,
    );
  }

  async #filesOf(table: Table, batch: Batch): Promise<readonly RowsFile[]> {
    if (this.#parquet !== undefined) return this.#parquet.filesOf(table, batch);
    const records = batch.records;
    if (records.length === 0) return [];
    const lines = records.map((record) => `${jsonText(record, table.writing)}\n`);
    return [{ shape: table, content: new TextEncoder().encode(lines.join('')) }];
  }

  /** Names sort in the order in which files were written. */
  #nextFile(folder: string): string {
    return `${folder}/${digits(this.#states.run)}-${digits(++this.#files)}.${this.#format}`;
  }

  async saveRun(run: SyncRun): Promise<void> {
    await this.#states.hold();
    await this.#runs.add(this.#states.run, run);
  }

  runs(): Promise<readonly SyncRun[]> {
    return this.#runs.all();
  }

  async close(): Promise<void> {
    try {
      await this.#states.release();
    } finally {
      this.#bucket.close();
      await this.#parquet?.close();
    }
  }

  get #format(): string {
    return this.#parquet === undefined ? 'jsonl' : 'parquet';
  }

  /** What a table is called in the folder. */
  #nameOf({ name }: Table): string {
    return `${this.#options.prefix ?? ''}${name}`;
  }
}

const UNITS = '_sync_units/';

/** The run that a file is of; Infinity: it has no name of ours. */
function runOf(name: string): number {
  const [, run] = /^[^/]+\/(\d{8})-\d{8}\.(?:jsonl|parquet)$/.exec(name) ?? [];
  return run === undefined ? Infinity : Number(run);
}
