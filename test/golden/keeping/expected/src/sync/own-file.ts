// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { randomUUID } from 'node:crypto';
import { constants, fsync } from 'node:fs';
import { lstat, open, readdir, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, parse, resolve, sep } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { SyncError } from './destination.ts';

/** Who may read the files that a sync makes: they may hold personal data, or what opens an account. `--mode` says otherwise. */
export const permissions: { mode: number } = { mode: 0o600 };

/** Throws where something else than a file stands at one of these paths: what is written must not go through a link. */
export async function refuseLinks(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const found = await lstat(path).catch(() => undefined);
    if (found?.isSymbolicLink() === true)
      throw new SyncError('destination', `${path} is a link: name the file that it leads to`);
    if (found !== undefined && !found.isFile()) throw new SyncError('destination', `${path} is no file`);
  }
}

export function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Opens a file to add to it; it is made if it is not there. */
export async function openToAppend(path: string): Promise<FileHandle> {
  await refuseLinks(path);
  // Windows has no such flag, and needs more than a user's rights to make a link
  const noLink = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0;
  return open(path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | noLink, permissions.mode).catch(
    refuse,
  );
}

/** A file that is made beside `path`, under a name that nobody can know before, and that nobody has taken. */
export async function makeBeside(path: string): Promise<{ readonly path: string; readonly file: FileHandle }> {
  const beside = join(dirname(path), `${temporaryName(path)}${randomUUID()}`);
  return { path: beside, file: await open(beside, 'wx', permissions.mode).catch(refuse) };
}

/** Waits until a file is on its disk. A `FileHandle` does so by `sync`, which Yarn's PnP has not. */
export const flush: (fd: number) => Promise<void> = promisify(fsync);

/** A reader sees the old text or the new, also after a power cut. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  await refuseLinks(path);
  const next = await makeBeside(path);
  try {
    await next.file.writeFile(text);
    await flush(next.file.fd);
    await next.file.close();
    await rename(next.path, path);
  } catch (error) {
    await next.file.close().catch(() => undefined);
    await rm(next.path, { force: true });
    return refuse(error);
  }
}

/** Removes what runs left beside a file that were killed. Only whoever has locked it may call this. */
export async function removeLeftovers(path: string): Promise<void> {
  const names = await readdir(dirname(path)).catch(() => []);
  const left = names.filter(
    (name) =>
      name.startsWith(temporaryName(path)) && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(name.slice(-36)),
  );
  await Promise.all(left.map((name) => rm(join(dirname(path), name), { force: true })));
}

function temporaryName(path: string): string {
  return `.${basename(path)}.tmp-`;
}

/** Makes new files those of `--mode`, also the ones that libraries make, and folders those that lead to them. */
export function allow(mode: string): void {
  if (!/^0?[0-7]{3}$/.test(mode) || (parseInt(mode, 8) & 0o600) !== 0o600) {
    throw new SyncError(
      'usage',
      `--mode ${mode}: expected three digits from 0 to 7 that let you read and write, such as 640`,
    );
  }
  permissions.mode = parseInt(mode, 8);
  process.umask(0o777 & ~(permissions.mode | ((permissions.mode & 0o444) >> 2)));
}

/** Throws for the folders that belong to the system. */
export async function refuseSystemFolder(folder: string): Promise<void> {
  const path = await realpath(folder).catch(() => resolve(folder));
  const [first = ''] = path.slice(parse(path).root.length).split(sep);
  const isRoot = first === '';
  const isSystem =
    process.platform === 'win32' ? /^windows$/i.test(first) : SYSTEM.has(first) && !path.startsWith('/dev/shm/');
  if (isRoot || isSystem)
    throw new SyncError('destination', `${folder} is a folder of the system: name one of your own`);
}

const SYSTEM: ReadonlySet<string> = new Set([
  'bin',
  'boot',
  'dev',
  'etc',
  'lib',
  'lib32',
  'lib64',
  'proc',
  'sbin',
  'sys',
  'System',
  'usr',
]);

function refuse(error: unknown): never {
  throw new SyncError('destination', error instanceof Error ? error.message : String(error));
}
