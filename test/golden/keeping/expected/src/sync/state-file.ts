// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { link, lstat, readFile, rm } from 'node:fs/promises';
import process from 'node:process';
import { checkSaved, SyncError, type SavedState } from './destination.ts';
import { isObject, readJsonFile } from './json-file.ts';
import { makeBeside, refuseLinks, removeLeftovers, writeAtomically } from './own-file.ts';
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
        const content = { version: 1, connector: 'shop', resources: Object.fromEntries(all) };
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
  const file = await readJsonFile(path, 'state');
  if (file === undefined) return new Map();
  if (!isObject(file))
    throw new SyncError('state', `${path}: this is not a saved state; nothing was read, nothing written`);
  const { version = file['v'], connector, resources } = file;
  if (version !== 1)
    throw new SyncError('state', `${path}: the state is of version ${String(version)}; this connector knows 1`);
  if (connector !== 'shop') throw new SyncError('state', `${path}: this is the state of another connector`);
  if (!isObject(resources)) throw new SyncError('state', `${path}: the state is damaged`);
  return new Map(Object.entries(resources).map(([name, saved]) => [name, checkSaved(saved, `${path}, ${name}`)]));
}

/** Files that this process has locked. */
const locked = new Set<string>();

/** Keeps other syncs from a file, by a file beside it. That of a process which has died does not count. */
export async function lock(path: string): Promise<() => Promise<void>> {
  const name = `${path}.lock`;
  await refuseLinks(path);
  for (let tries = 0; ; tries++) {
    const mine = await makeBeside(name);
    try {
      await mine.file.writeFile(String(process.pid));
      await link(mine.path, name); // the lock appears with its owner in it, or not at all
      locked.add(path);
      await removeLeftovers(path);
      return async () => {
        locked.delete(path);
        await rm(name, { force: true });
      };
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== 'EEXIST')
        throw new SyncError('destination', `${name}: cannot be written`);
      const owner = await ownerOf(name);
      if (tries === 3 || locked.has(path) || isAlive(owner)) {
        throw new SyncError('locked', `${path} is in use by process ${owner}; nothing was read, nothing written`);
      }
      await rm(name, { force: true });
    } finally {
      await mine.file.close();
      await rm(mine.path, { force: true });
    }
  }
}

/** The process that a lock names; 0 where it is gone by now. What is no lock of ours is left alone. */
async function ownerOf(name: string): Promise<number> {
  const found = await lstat(name).catch(() => undefined);
  if (found === undefined) return 0;
  const text = found.isFile() && found.size < 20 ? await readFile(name, 'utf8').catch(() => '0') : '';
  if (!/^\d{1,10}$/.test(text))
    throw new SyncError(
      'state',
      `${name}: this is no lock of a sync. Remove it if no sync is running; nothing was read, nothing written`,
    );
  return Number(text);
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
