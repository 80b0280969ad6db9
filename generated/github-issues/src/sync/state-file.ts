// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { link, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { checkSaved, SyncError, type SavedState } from './destination.ts';
import type { StateStore } from './sync.ts';
import type { Table } from './table.ts';

/** The states of all resources, in one JSON file: `{ "version": 1, "connector": …, "resources": { … } }`. */
export interface StateFile extends StateStore {
  /** By the name of the resource. */
  readonly all: ReadonlyMap<string, SavedState>;
  /** Lets other processes use the file. */
  close(): Promise<void>;
}

/** Opens a state file, which need not exist, and keeps other processes from it. */
export async function openStateFile(path: string): Promise<StateFile> {
  const unlock = await lock(path);
  try {
    const all = new Map(await readStates(path));
    return {
      all,
      close: unlock,
      load: async (table: Table) => all.get(table.name),
      save: async (table: Table, saved: SavedState) => {
        all.set(table.name, saved);
        const content = { version: 1, connector: 'github-issues', resources: Object.fromEntries(all) };
        await writeAtomically(path, `${JSON.stringify(content, null, 2)}\n`);
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** The states in a file, by resource; none when there is no file. */
export async function readStates(path: string): Promise<ReadonlyMap<string, SavedState>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return undefined;
    throw new SyncError('state', `${path}: cannot be read`);
  });
  if (text === undefined) return new Map();
  const file = parse(text, path);
  if (file.version !== 1) {
    throw new SyncError(
      'state',
      `${path}: the state is of version ${String(file.version ?? file.v)}; this connector knows 1`,
    );
  }
  if (file.connector !== 'github-issues')
    throw new SyncError('state', `${path}: this is the state of another connector`);
  if (typeof file.resources !== 'object' || file.resources === null)
    throw new SyncError('state', `${path}: the state is damaged`);
  return new Map(Object.entries(file.resources).map(([name, saved]) => [name, checkSaved(saved, `${path}, ${name}`)]));
}

interface StateFileContent {
  readonly version?: unknown;
  /** What single states call their version. */
  readonly v?: unknown;
  readonly connector?: unknown;
  readonly resources?: unknown;
}

function parse(text: string, path: string): StateFileContent {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // said below
  }
  throw new SyncError('state', `${path}: the state is not JSON; nothing was read, nothing written`);
}

/** A reader sees the old text or the new, also after a power cut. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const next = `${path}.next`;
  const file = await open(next, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, path);
}

/** Files that this process has locked. */
const locked = new Set<string>();

/** Keeps other syncs from a file, by a file beside it. That of a process which has died does not count. */
export async function lock(path: string): Promise<() => Promise<void>> {
  const name = `${path}.lock`;
  const mine = `${name}.${process.pid}`;
  for (let tries = 0; ; tries++) {
    try {
      await writeFile(mine, String(process.pid));
      await link(mine, name); // the lock appears with its owner in it, or not at all
      locked.add(path);
      return async () => {
        locked.delete(path);
        await rm(name, { force: true });
      };
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== 'EEXIST')
        throw new SyncError('destination', `${name}: cannot be written`);
      const owner = Number(await readFile(name, 'utf8').catch(() => ''));
      if (tries === 3 || locked.has(path) || isAlive(owner)) {
        throw new SyncError('locked', `${path} is in use by process ${owner}; nothing was read, nothing written`);
      }
      await rm(name, { force: true });
    } finally {
      await rm(mine, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return pid !== process.pid; // in a container, every process may have the same number
  } catch (error) {
    return (error as { readonly code?: unknown }).code === 'EPERM';
  }
}
