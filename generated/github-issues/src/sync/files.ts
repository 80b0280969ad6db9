// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkSaved, SyncError, type Batch, type Destination, type SavedState } from './destination.ts';
import { lock, writeAtomically } from './state-file.ts';
import { jsonText, type Table, type WriteMode } from './table.ts';

/**
 * Opens a folder of JSON Lines files, `issues.jsonl` for each resource; it is made if it is not there.
 *
 * A file that is not appended to is the result of one read: it takes the place of the last one once it is complete. An
 * incremental read adds its lines at the end; of lines with the same key, the last one holds.
 */
export async function openFiles(folder: string): Promise<Destination> {
  await mkdir(folder, { recursive: true }).catch(refuse);
  const path = join(folder, '_sync_states.json');
  const unlock = await lock(path);
  try {
    return new FilesDestination(folder, path, await readEntries(path), unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Where a table stands, and in which file. */
interface Entry {
  readonly saved: SavedState;
  readonly file: string;
  /** How much of the file belongs to that state. What stands behind it was cut off by a crash. */
  readonly bytes: number;
}

class FilesDestination implements Destination {
  readonly #folder: string;
  readonly #statesPath: string;
  readonly #entries: Map<string, Entry>;
  readonly #unlock: () => Promise<void>;
  /** The file that a table is being written to, and its length. */
  readonly #open = new Map<string, { readonly file: string; bytes: number }>();

  constructor(folder: string, statesPath: string, entries: Map<string, Entry>, unlock: () => Promise<void>) {
    this.#folder = folder;
    this.#statesPath = statesPath;
    this.#entries = entries;
    this.#unlock = unlock;
  }

  async load(table: Table): Promise<SavedState | undefined> {
    return this.#entries.get(table.name)?.saved;
  }

  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    const known = this.#entries.get(table.name);
    const goesOn = resume || mode === 'append';
    const file = resume && known !== undefined ? known.file : mode === 'append' ? fileOf(table) : nextFileOf(table);
    const length = await lengthOf(join(this.#folder, file));
    const bytes = !goesOn ? 0 : known?.file === file ? known.bytes : (length ?? 0);
    if (resume && (length === undefined || length < bytes)) return false;
    await truncate(join(this.#folder, file), bytes);
    this.#open.set(table.name, { file, bytes });
    return true;
  }

  async write(table: Table, { records, saved }: Batch): Promise<void> {
    const target = this.#open.get(table.name);
    if (target === undefined) throw new TypeError('begin was not called');
    target.bytes += await append(join(this.#folder, target.file), records);
    let { file } = target;
    if (saved.complete && file === nextFileOf(table)) {
      file = fileOf(table);
      await rename(join(this.#folder, target.file), join(this.#folder, file)).catch(refuse);
    }
    this.#entries.set(table.name, { saved, file, bytes: target.bytes });
    const content = { version: 1, connector: 'github-issues', tables: Object.fromEntries(this.#entries) };
    await writeAtomically(this.#statesPath, `${JSON.stringify(content, null, 2)}\n`).catch(refuse);
  }

  async close(): Promise<void> {
    await this.#unlock();
  }
}

function fileOf(table: Table): string {
  return `${table.name}.jsonl`;
}

/** Where lines gather until all are there. */
function nextFileOf(table: Table): string {
  return `${table.name}.next.jsonl`;
}

async function readEntries(path: string): Promise<Map<string, Entry>> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return new Map();
  try {
    const { tables } = JSON.parse(text) as { readonly tables: Readonly<Record<string, Entry>> };
    return new Map(
      Object.entries(tables).map(([name, entry]) => [name, { ...entry, saved: checkSaved(entry.saved, path) }]),
    );
  } catch (error) {
    if (error instanceof SyncError) throw error;
    throw new SyncError('state', `${path}: this is not a saved state; nothing was read, nothing written`);
  }
}

/** Cuts a file off; makes it when it is not there. */
async function truncate(path: string, bytes: number): Promise<void> {
  if (bytes === 0) await rm(path, { force: true }).catch(refuse);
  const file = await open(path, 'a').catch(refuse);
  await file.truncate(bytes).finally(() => file.close());
}

/** Adds a line for each record, which is on the disk when this resolves, and returns how many bytes they are. */
async function append(path: string, records: readonly object[]): Promise<number> {
  const file = await open(path, 'a').catch(refuse);
  let bytes = 0;
  try {
    for (let at = 0; at < records.length; at += 1000) {
      const lines = records.slice(at, at + 1000).map((record) => `${jsonText(record)}\n`);
      const chunk = new TextEncoder().encode(lines.join(''));
      await file.write(chunk);
      bytes += chunk.length;
    }
    await file.sync();
    return bytes;
  } catch (error) {
    return refuse(error);
  } finally {
    await file.close();
  }
}

async function lengthOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}

function refuse(error: unknown): never {
  throw new SyncError('destination', error instanceof Error ? error.message : String(error));
}
