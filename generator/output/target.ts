import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { out } from '../diagnostics/messages/out.js';
import { type Disk, kindOf } from './disk.js';
import { Refusal } from './refusal.js';

const PROTECTED = new Set(['node_modules', '.git']);

/**
 * Where one package goes, and the working area that a write of it uses beside it, on the same file system.
 * All paths are absolute.
 */
export interface Target {
  /** The package's folder: `/repo/generated/analytics`. */
  readonly folder: string;
  /** The folder that holds the packages. */
  readonly parent: string;
  /** Holds new files, the old ones and the journal while a write runs; absent otherwise. */
  readonly staging: string;
  /** How the folder is named in messages. */
  readonly shown: string;
}

/** The target at `folder`. Messages name it relative to `base` when it is inside. */
export function targetAt(folder: string, base: string): Target {
  const parent = dirname(folder);
  return { folder, parent, staging: join(parent, `.tapwright-${basename(folder)}`), shown: shownPath(folder, base) };
}

/**
 * Refuses places that must not be written to: inside node_modules or .git, below a folder that does not exist, and
 * through a symbolic link. Links are looked for from `base` down, or from the parent down when it is elsewhere: what
 * lies above is the machine's own layout (`/tmp` is a link on macOS).
 */
export async function checkTarget({ folder, parent, staging }: Target, base: string, disk: Disk): Promise<void> {
  const guarded = folder.split(sep).find((part) => PROTECTED.has(part.toLowerCase()));
  if (guarded !== undefined) throw new Refusal(out.protected(shownPath(folder, base), guarded));

  const from = isInside(base, parent) ? base : dirname(parent);
  for (const path of [...componentsBetween(from, parent), folder, staging]) {
    const kind = await kindOf(path, disk);
    if (kind === 'link') throw new Refusal(out.symlink(shownPath(path, base)));
    if (kind !== undefined && kind !== 'folder') throw new Refusal(out.notFolder(shownPath(path, base)));
    if (kind === undefined && path !== parent && isInside(path, parent)) throw new Refusal(out.noParent(shownPath(path, base)));
  }
  if ((await kindOf(dirname(parent), disk)) === undefined) throw new Refusal(out.noParent(shownPath(dirname(parent), base)));
}

/**
 * The absolute path of a file of the package. Every read, write and removal goes through here: a path that would leave
 * the folder is refused, whoever made it.
 */
export function pathInside({ folder }: Target, path: string): string {
  const full = join(folder, ...path.split('/'));
  const plain = path !== '' && !/[\\:\0]/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  if (!plain || !isInside(folder, full) || path.split('/').some((part) => PROTECTED.has(part.toLowerCase()))) {
    throw new Refusal(out.outside(path));
  }
  return full;
}

/** Whether `path` is `folder` or below it. */
function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

/** A path as messages show it: relative to `base` when it is inside, with forward slashes. */
export function shownPath(path: string, base: string): string {
  return (isInside(base, path) && path !== base ? relative(base, path) : path).replaceAll('\\', '/');
}

/** Every folder below `from` on the way to `to`, and `to`. */
function componentsBetween(from: string, to: string): string[] {
  const parts = relative(from, to)
    .split(sep)
    .filter((part) => part !== '');
  return parts.map((_, index) => join(from, ...parts.slice(0, index + 1)));
}
