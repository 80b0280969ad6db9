import { dirname, join } from 'node:path';
import { out } from '../diagnostics/messages/out.js';
import { type Disk, errorCode, kindOf, readIfThere, syncFolder, unlessGone } from './disk.js';
import { hashOfFile, hashOfVirtual, isObject } from './lock.js';
import type { Plan } from './plan.js';
import { Refusal } from './refusal.js';
import { pathInside, type Target } from './target.js';

/** What a swap changes, kept on disk while it runs, so that a later run can undo it. */
interface Journal {
  readonly changes: readonly JournalEntry[];
  /** Folders of the package that were not there before. */
  readonly folders: readonly string[];
}

interface JournalEntry {
  readonly path: string;
  /** Hash of what was there before; null when nothing was. */
  readonly before: string | null;
  /** Hash of what is to be there; null when the file goes. */
  readonly after: string | null;
}

/** Where in the staging folder things are. */
const at = (staging: string) => ({
  fresh: (path: string) => join(staging, 'new', path),
  kept: (path: string) => join(staging, 'old', path),
  journal: join(staging, 'journal.json'),
});

/**
 * Puts the new files, and every file that they replace, into the staging folder, and last the journal. The package itself
 * is not touched; up to here a killed run leaves only a folder that the next one throws away.
 */
export async function stage(target: Target, plan: Plan, check: () => void, disk: Disk): Promise<void> {
  const { fresh, kept, journal } = at(target.staging);
  await disk.mkdir(target.staging);
  const folder = folderMaker(disk);
  await all(plan.changes, async ({ path, file, before }) => {
    check();
    if (file !== undefined) {
      await folder(dirname(fresh(path)));
      await disk.writeFile(fresh(path), file.text, { flag: 'wx', flush: true });
    }
    if (before !== undefined) {
      await folder(dirname(kept(path)));
      await linkOrCopy(pathInside(target, path), kept(path), disk);
    }
  });
  const content: Journal = {
    changes: plan.changes.map(({ path, before = null, file }) => ({
      path,
      before,
      after: file === undefined ? null : hashOfVirtual(file),
    })),
    folders: await absentFolders(target, plan, disk),
  };
  await disk.writeFile(`${journal}.part`, JSON.stringify(content), { flag: 'wx', flush: true });
  await disk.rename(`${journal}.part`, journal);
  await syncFolder(target.staging, disk);
}

/** Moves the staged files to their places. A run that is killed in here is undone by the next one: see {@link rollBack}. */
export async function swap(target: Target, plan: Plan, check: () => void, disk: Disk): Promise<void> {
  const { fresh } = at(target.staging);
  const folder = folderMaker(disk);
  for (const { path, file } of plan.changes) {
    check();
    const place = pathInside(target, path);
    if (file === undefined) {
      await unlessGone(disk.unlink(place));
    } else {
      await folder(dirname(place));
      await disk.rename(fresh(path), place);
    }
  }
  for (const { path, file } of plan.changes) {
    if (file === undefined) await removeEmptyFolders(target, dirname(path), disk);
  }
}

/** Makes a swap final: without its journal it is not undone any more. */
export async function commit(target: Target, disk: Disk): Promise<void> {
  await syncFolder(target.folder, disk);
  await disk.unlink(at(target.staging).journal);
}

/** Removes the staging folder. */
export async function discard(target: Target, disk: Disk): Promise<void> {
  await disk.rm(target.staging, { recursive: true, force: true });
}

/**
 * Undoes whatever an unfinished swap did, with the journal it left; without a journal there is nothing to undo. A file that
 * was edited since is left as it is. May itself be cut off at any point and run again.
 */
export async function rollBack(target: Target, disk: Disk): Promise<void> {
  const { kept, journal } = at(target.staging);
  const bytes = await readIfThere(journal, disk);
  if (bytes !== undefined) {
    const { changes, folders } = parseJournal(bytes.toString('utf8'), journal);
    // somebody else may have written it: all of it is looked at before anything is done
    const places = changes.map((change) => ({ ...change, place: pathInside(target, change.path) }));
    const made = folders.map((folder) => folderInside(target, folder));
    for (const { path, place, before, after } of places) {
      const found = await readIfThere(place, disk);
      const hash = found === undefined ? null : hashOfFile(path, found);
      if (hash !== after || hash === before) continue;
      if (before === null) {
        await disk.unlink(place);
      } else {
        await disk.mkdir(dirname(place), { recursive: true });
        await disk.rename(kept(path), place);
      }
    }
    for (const folder of made.reverse()) await unlessGone(disk.rmdir(folder));
    await syncFolder(target.parent, disk);
    await disk.unlink(journal);
  }
  await discard(target, disk);
}

/** Makes folders, each once. */
function folderMaker(disk: Disk): (path: string) => Promise<unknown> {
  const made = new Map<string, Promise<unknown>>();
  return (path) => {
    const making = made.get(path) ?? disk.mkdir(path, { recursive: true });
    made.set(path, making);
    return making;
  };
}

/** Does the same to all, at once. Fails only when all have ended: what comes after must not meet one that still runs. */
async function all<Item>(items: readonly Item[], action: (item: Item) => Promise<void>): Promise<void> {
  const ends = await Promise.allSettled(items.map(action));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** A second name for the same bytes, where the file system can do that: what is rolled back is then the very same file. */
async function linkOrCopy(from: string, to: string, disk: Disk): Promise<void> {
  try {
    await disk.link(from, to);
  } catch (error) {
    if (errorCode(error) === 'ENOSPC') throw error;
    await disk.copyFile(from, to);
  }
}

/** The folders that a swap will make, outermost first; '' is the package's own. */
async function absentFolders(target: Target, plan: Plan, disk: Disk): Promise<string[]> {
  const absent = new Set<string>();
  for (const { path, file } of plan.changes) {
    if (file === undefined) continue;
    const parts = path.split('/').slice(0, -1);
    for (let depth = 0; depth <= parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      if (!absent.has(folder) && (await kindOf(folderInside(target, folder), disk)) === undefined) absent.add(folder);
    }
  }
  return [...absent].sort();
}

async function removeEmptyFolders(target: Target, folder: string, disk: Disk): Promise<void> {
  for (let path = folder; path !== '.'; path = dirname(path)) await unlessGone(disk.rmdir(pathInside(target, path)));
}

function folderInside(target: Target, folder: string): string {
  return folder === '' ? target.folder : pathInside(target, folder);
}

function parseJournal(text: string, path: string): Journal {
  try {
    const value: unknown = JSON.parse(text);
    if (isJournal(value)) return value;
  } catch {
    // said below
  }
  throw new Refusal(out.journal(path));
}

function isJournal(value: unknown): value is Journal {
  return (
    isObject(value) &&
    Array.isArray(value['changes']) &&
    value['changes'].every(
      (entry) => isObject(entry) && typeof entry['path'] === 'string' && isHash(entry['before']) && isHash(entry['after']),
    ) &&
    Array.isArray(value['folders']) &&
    value['folders'].every((folder) => typeof folder === 'string')
  );
}

function isHash(value: unknown): boolean {
  return value === null || typeof value === 'string';
}
