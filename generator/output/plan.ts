import { dirname } from 'node:path';
import { out } from '../diagnostics/messages/out.js';
import type { VirtualFile } from '../virtual-file.js';
import { type Disk, errorCode, kindOf, readIfThere } from './disk.js';
import { hashOfFile, hashOfVirtual, LOCK_PATH, type Lock, parseLock } from './lock.js';
import { Refusal } from './refusal.js';
import { pathInside, type Target } from './target.js';

/** What building or installing in a package leaves behind: not ours, and no sign that the folder is somebody's work. */
const LEFTOVERS = new Set(['node_modules', 'dist', 'coverage', 'package-lock.json', '.DS_Store']);

/** A file that a write replaces, adds or removes. */
export interface Change {
  readonly path: string;
  /** Hash of what is there; absent when nothing is. */
  readonly before?: string;
  /** What is to be there; absent when the file is to go. */
  readonly file?: VirtualFile;
}

/** What a write of a package would do. Paths are sorted. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly unchanged: readonly string[];
}

/**
 * Compares a folder with the files it is to hold.
 *
 * Three kinds of file are told apart by the lock that the last run left: ours and untouched (replaced, or removed when no
 * longer emitted), ours but edited since (refused, unless `force`), and everything else, which belongs to the user and is
 * never touched: node_modules, dist, notes.
 */
export async function planPackage(target: Target, files: readonly VirtualFile[], force: boolean, disk: Disk): Promise<Plan> {
  checkPaths(target, files);
  const lock = await readLock(target, disk);
  if (lock === undefined) await checkUnused(target, disk);

  const gone = await leftOver(target, lock, files, disk);
  const wanted = [...files.map((file) => ({ path: file.path, file })), ...gone.map((path) => ({ path, file: undefined }))];
  wanted.sort((a, b) => (a.path < b.path ? -1 : 1));
  const kinds = new Kinds(target, disk);
  const found = await Promise.all(wanted.map(async (each) => ({ ...each, before: await hashOnDisk(target, each.path, kinds, disk) })));

  const changes: Change[] = [];
  const unchanged: string[] = [];
  const edited: string[] = [];
  for (const { path, file, before } of found) {
    if (before === (file && hashOfVirtual(file))) {
      unchanged.push(path);
      continue;
    }
    if (before !== undefined && path !== LOCK_PATH && before !== lock?.files.get(path)) edited.push(path);
    changes.push({ path, ...(file === undefined ? {} : { file }), ...(before === undefined ? {} : { before }) });
  }
  if (edited.length > 0 && !force) throw new Refusal(out.modified(target.shown, edited));
  return { changes, unchanged };
}

/** Every path of a folder, the lock's among them, when the lock has this hash and each file the one that the lock says. */
export async function filesAsLocked(target: Target, hash: string, disk: Disk): Promise<readonly string[] | undefined> {
  const kinds = new Kinds(target, disk);
  if ((await hashOnDisk(target, LOCK_PATH, kinds, disk)) !== hash) return undefined;
  const files = [...((await readLock(target, disk))?.files ?? [])];
  const same = await Promise.all(files.map(async ([path, locked]) => (await hashOnDisk(target, path, kinds, disk)) === locked));
  return same.every(Boolean) ? [LOCK_PATH, ...files.map(([path]) => path)].sort() : undefined;
}

/** The lock of a folder; undefined when there is none, so that the folder is not ours. */
export async function readLock(target: Target, disk: Disk): Promise<Lock | undefined> {
  const bytes = (await isThere(target, LOCK_PATH, new Kinds(target, disk))) && (await readIfThere(pathInside(target, LOCK_PATH), disk));
  return bytes ? parseLock(bytes.toString('utf8')) : undefined;
}

/** Files on disk that an earlier run emitted and `files` does not hold. A path in the lock that leads elsewhere is passed over. */
export async function leftOver(
  target: Target,
  lock: Lock | undefined,
  files: readonly VirtualFile[],
  disk: Disk,
): Promise<readonly string[]> {
  const kept = new Set(files.map(({ path }) => path.toLowerCase()));
  const found: string[] = [];
  for (const path of [...(lock?.files.keys() ?? [])].sort()) {
    if (kept.has(path.toLowerCase()) || !leadsInside(target, path)) continue;
    if ((await kindOf(pathInside(target, path), disk)) === 'file') found.push(path);
  }
  return found;
}

async function hashOnDisk(target: Target, path: string, kinds: Kinds, disk: Disk): Promise<string | undefined> {
  if (!(await isThere(target, path, kinds))) return undefined;
  try {
    const bytes = await readIfThere(pathInside(target, path), disk);
    return bytes && hashOfFile(path, bytes);
  } catch (error) {
    if (errorCode(error) === 'EISDIR') throw new Refusal(out.inTheWay(`${target.shown}/${path}`));
    throw error;
  }
}

/** Whether there is something at a path. Refuses one that has a link, or a file where a folder is needed, on its way. */
async function isThere(target: Target, path: string, kinds: Kinds): Promise<boolean> {
  const parts = path.split('/');
  for (const [index] of parts.entries()) {
    const way = parts.slice(0, index + 1).join('/');
    const kind = await kinds.of(way);
    if (kind === undefined) return false;
    if (kind === 'link') throw new Refusal(out.symlink(`${target.shown}/${way}`));
    if (kind === 'other' || (kind === 'file' && index < parts.length - 1)) throw new Refusal(out.inTheWay(`${target.shown}/${way}`));
  }
  return true;
}

/** What is at the paths of a package, each looked at once. */
class Kinds {
  readonly #target: Target;
  readonly #disk: Disk;
  readonly #known = new Map<string, ReturnType<typeof kindOf>>();

  constructor(target: Target, disk: Disk) {
    this.#target = target;
    this.#disk = disk;
  }

  of(path: string): ReturnType<typeof kindOf> {
    const known = this.#known.get(path) ?? kindOf(pathInside(this.#target, path), this.#disk);
    this.#known.set(path, known);
    return known;
  }
}

async function checkUnused({ folder, shown }: Target, disk: Disk): Promise<void> {
  if ((await kindOf(folder, disk)) === undefined) return;
  if ((await disk.readdir(folder)).some((name) => !LEFTOVERS.has(name))) throw new Refusal(out.notEmpty(shown));
}

/** Our own promises about what is emitted; a breach is a bug, or a spec that got past the name rule. */
function checkPaths(target: Target, files: readonly VirtualFile[]): void {
  const seen = new Set<string>();
  for (const { path } of files) {
    pathInside(target, path);
    if (seen.has(path.toLowerCase())) throw new Error(`two emitted files are called ${path}`);
    seen.add(path.toLowerCase());
  }
  if (!seen.has(LOCK_PATH)) throw new Error(`the emitted files lack ${LOCK_PATH}`);
}

function leadsInside(target: Target, path: string): boolean {
  try {
    return dirname(pathInside(target, path)) !== '';
  } catch {
    return false;
  }
}
