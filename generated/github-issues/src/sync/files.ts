// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { lstat, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
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
import { fileOf, nextOf, readEntries, type Entry } from './file-entries.ts';
import { FilePieces } from './file-pieces.ts';
import { jsonText } from './json-text.ts';
import { flush, openToAppend, refuseLinks, refuseSystemFolder, writeAtomically } from './own-file.ts';
import { compacted } from './compact.ts';
import type { UnitPieces } from './coordinated.ts';
import { refuseOthers } from './present-tables.ts';
import { runsIn } from './run-table.ts';
import { lock } from './state-file.ts';
import type { Table, WriteMode } from './table.ts';

/**
 * Opens a folder of JSON Lines files, `issues.jsonl` for each resource; it is made if it is not there.
 *
 * A file that is not appended to is the result of one read: it takes the place of the last one once it is complete. An
 * incremental read adds its lines at the end; of lines with the same key, the last one holds.
 *
 * @throws {@link SyncError} `usage`, `foreign`, `locked`, `state` or `destination`.
 */
export async function openFiles(folder: string, options: DestinationOptions = {}): Promise<Destination> {
  await prepareFolder(folder, options);
  const path = join(folder, '_sync_states.json');
  if (options.coordinator !== undefined) return new FilesDestination(folder, path, options, await readEntries(path)); // of many processes, who finishes a run locks it
  const unlock = await lock(path);
  try {
    const destination = new FilesDestination(folder, path, options, await readEntries(path), unlock);
    await destination.settle();
    return destination;
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Makes a folder for files, unless what was asked of it cannot be. */
export async function prepareFolder(folder: string, { schema, prefix = '' }: DestinationOptions): Promise<void> {
  if (schema !== undefined)
    throw new SyncError('usage', '--schema: a folder has no schemas; --prefix TEXT keeps names apart');
  if (/[/\\\0]/.test(prefix)) throw new SyncError('usage', '--prefix: the name of a file has no slashes');
  await refuseSystemFolder(folder);
  await mkdir(folder, { recursive: true }).catch(refuse);
}

interface OpenFile {
  file: string;
  bytes: number;
}

class FilesDestination implements Destination {
  readonly #folder: string;
  readonly #statesPath: string;
  readonly #options: DestinationOptions;
  #entries: Map<string, Entry>;
  #unlock: (() => Promise<void>) | undefined;
  /** The file that a table is being written to, and its length. */
  readonly #open = new Map<string, OpenFile>();

  constructor(
    folder: string,
    statesPath: string,
    options: DestinationOptions,
    entries: Map<string, Entry>,
    unlock?: () => Promise<void>,
  ) {
    this.#folder = folder;
    this.#statesPath = statesPath;
    this.#options = options;
    this.#entries = entries;
    this.#unlock = unlock;
  }

  /** Units of split reads, where a coordinator keeps them. */
  get pieces(): UnitPieces {
    const pieces = new FilePieces(this.#folder);
    return {
      put: (run, table, { records }) =>
        pieces.put(run, this.#nameOf(table), 'jsonl', (path) => append(path, table, records)),
      hold: async () => {
        if (this.#unlock !== undefined) return;
        this.#unlock = await lock(this.#statesPath);
        this.#entries = await readEntries(this.#statesPath);
        await this.settle();
      },
      bring: async (table, names, saved) => {
        const target = this.#targetOf(table);
        target.bytes += await pieces.copy(names, join(this.#folder, target.file));
        await this.#keep(table, target, saved);
      },
      drop: (run, table) => pieces.drop(run, this.#nameOf(table)),
    };
  }

  async check(plans: readonly TablePlan[]): Promise<void> {
    await refuseOthers(
      {
        place: this.#folder,
        elsewhere: '--prefix TEXT',
        nameOf: (table) => this.#nameOf(table),
        besideOf: (table, mode) => (mode === 'append' ? undefined : nextOf(this.#nameOf(table))),
        keepsLists: true,
        kindOf: async (name) => ((await lengthOf(join(this.#folder, fileOf(name)))) === undefined ? undefined : 'file'),
        makersOf: async (name) =>
          [...this.#entries.values()].some(({ file }) => file === fileOf(name)) || this.#entries.has(name)
            ? ['github-issues']
            : [],
        load: (table) => this.load(table),
        keepsKeys: false,
        misfitsOf: async () => [],
      },
      plans,
      this.#options,
    );
  }

  async load(table: Table): Promise<SavedState | undefined> {
    return this.#entries.get(this.#nameOf(table))?.saved ?? undefined;
  }

  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    await this.check([{ table, mode }]);
    const name = this.#nameOf(table);
    const known = this.#entries.get(name);
    const goesOn = resume || mode === 'append';
    const file = resume && known !== undefined ? known.file : fileOf(mode === 'append' ? name : nextOf(name));
    const length = await lengthOf(join(this.#folder, file));
    const bytes = !goesOn ? 0 : known?.file === file ? known.bytes : (length ?? 0);
    if (resume && length === undefined) return false;
    if (bytes > (length ?? 0)) {
      throw new SyncError(
        'state',
        `${file} has ${length ?? 0} bytes, and its state says ${bytes}: put the file back, or read anew with --full-refresh; nothing was changed`,
      );
    }
    if (known === undefined) await this.#save(name, { saved: null, file, bytes });
    else if (file !== known.file && file === fileOf(nextOf(name)))
      await this.#save(nextOf(name), { saved: null, file, bytes: 0 }); // a mark: ours, whatever becomes of this run
    await refuseLinks(join(this.#folder, file));
    await truncate(join(this.#folder, file), bytes);
    this.#open.set(name, { file, bytes });
    return true;
  }

  async write(table: Table, { records, saved }: Batch): Promise<Written | void> {
    const target = this.#targetOf(table);
    target.bytes += await append(join(this.#folder, target.file), table, records);
    await this.#keep(table, target, saved);
    if (saved.mode !== 'merge') return { added: records.length, changed: 0 };
  }

  #targetOf(table: Table): OpenFile {
    const target = this.#open.get(this.#nameOf(table));
    if (target === undefined) throw new TypeError('begin was not called');
    return target;
  }

  /** Saves the state of what was added to a file, which gets its name once it is whole. */
  async #keep(table: Table, target: OpenFile, saved: SavedState): Promise<void> {
    const name = this.#nameOf(table);
    let { file } = target;
    if ((saved.complete || !('state' in saved)) && file !== fileOf(name)) {
      file = fileOf(name);
      await refuseLinks(join(this.#folder, file));
      await rename(join(this.#folder, target.file), join(this.#folder, file)).catch(refuse);
      target.file = file;
      this.#entries.delete(nextOf(name));
    }
    await this.#save(name, { saved: 'state' in saved ? saved : null, file, bytes: target.bytes });
  }

  /** Leaves one line for each key: the last. Where a run ends in the middle of it, the next one finds the old file, or the new. */
  async compact(tables: readonly Table[]): Promise<void> {
    for (const table of tables) {
      const name = this.#nameOf(table);
      const entry = this.#entries.get(name);
      const isWhole = entry?.saved?.complete === true && entry.file === fileOf(name);
      if (!isWhole || table.mode !== 'merge' || table.key.length === 0) continue;
      const next = fileOf(nextOf(name));
      const to = join(this.#folder, next);
      await this.#save(nextOf(name), { saved: null, file: next, bytes: 0 }); // a mark: what a killed run leaves there is ours
      await refuseLinks(to);
      await truncate(to, 0);
      const bytes = await compacted(join(this.#folder, entry.file), entry.bytes, to, table).catch(refuse);
      await this.#save(name, { ...entry, file: next, bytes });
      await this.settle();
    }
  }

  /** Gives files that are whole their names, where a run ended before it could. */
  async settle(): Promise<void> {
    for (const [name, entry] of this.#entries) {
      if (entry.file === fileOf(name) || entry.saved?.complete !== true) continue;
      const file = fileOf(name);
      const beside = await lengthOf(join(this.#folder, entry.file));
      await refuseLinks(join(this.#folder, file));
      if (beside === entry.bytes) await rename(join(this.#folder, entry.file), join(this.#folder, file)).catch(refuse);
      else if (beside !== undefined || (await lengthOf(join(this.#folder, file))) !== entry.bytes) continue; // it is for the next sync to say
      this.#entries.delete(nextOf(name));
      await this.#save(name, { ...entry, file });
    }
  }

  async #save(name: string, entry: Entry): Promise<void> {
    this.#entries.set(name, entry);
    const content = { version: 1, connector: 'github-issues', tables: Object.fromEntries(this.#entries) };
    await writeAtomically(this.#statesPath, `${JSON.stringify(content, null, 2)}\n`).catch(refuse);
  }

  /** What a table is called in the folder. */
  #nameOf({ name }: Table): string {
    return `${this.#options.prefix ?? ''}${name}`;
  }

  async saveRun(run: SyncRun): Promise<void> {
    const file = await openToAppend(join(this.#folder, RUNS));
    await file.appendFile(`${JSON.stringify({ connector: 'github-issues', ...run })}\n`).finally(() => file.close());
  }

  async runs(): Promise<readonly SyncRun[]> {
    const path = join(this.#folder, RUNS);
    await refuseLinks(path);
    const text = await readFile(path, 'utf8').catch(() => '');
    return runsIn(text);
  }

  async close(): Promise<void> {
    await this.#unlock?.();
  }
}

/** What the runs did, a line for each and each resource. */
const RUNS = '_sync_runs.jsonl';

/** Cuts a file off; makes it when it is not there. */
async function truncate(path: string, bytes: number): Promise<void> {
  if (bytes === 0) await rm(path, { force: true }).catch(refuse);
  const file = await openToAppend(path);
  await file.truncate(bytes).finally(() => file.close());
}

/** Adds a line for each record, which is on the disk when this resolves, and returns how many bytes they are. */
async function append(path: string, { writing }: Table, records: readonly object[]): Promise<number> {
  const file = await openToAppend(path);
  let bytes = 0;
  try {
    for (let at = 0; at < records.length; at += 1000) {
      const lines = records.slice(at, at + 1000).map((record) => `${jsonText(record, writing)}\n`);
      const chunk = new TextEncoder().encode(lines.join(''));
      await file.appendFile(chunk); // all of it: `write` may leave the end to whoever calls it
      bytes += chunk.length;
    }
    await flush(file.fd);
    return bytes;
  } catch (error) {
    return refuse(error);
  } finally {
    await file.close();
  }
}

async function lengthOf(path: string): Promise<number | undefined> {
  return lstat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}

function refuse(error: unknown): never {
  throw new SyncError('destination', error instanceof Error ? error.message : String(error));
}
