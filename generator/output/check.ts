import { createTwoFilesPatch } from 'diff';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { printable } from '../diagnostics/words.js';
import type { VirtualFile } from '../virtual-file.js';
import { type Disk, disk as realDisk, readIfThere } from './disk.js';
import { hashOfFile } from './lock.js';
import { leftOver, readLock } from './plan.js';
import { explain } from './refusal.js';
import { checkTarget, pathInside, targetAt } from './target.js';

/** How a folder differs from what its spec makes. Paths are relative to it, and sorted. */
export interface Drift {
  /** Files that are there and differ, with a unified diff from what is there to what is to be. */
  readonly stale: readonly { readonly path: string; readonly diff: string }[];
  readonly missing: readonly string[];
  /** Files that an earlier run emitted and this one would remove. A user's own files are no drift. */
  readonly extra: readonly string[];
}

export type Compared = { readonly ok: true; readonly drift: Drift } | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Compares a package's folder (absolute) with the files it is to hold; writes nothing. */
export async function comparePackage(
  folder: string,
  files: readonly VirtualFile[],
  { base, disk = realDisk }: { readonly base: string; readonly disk?: Disk },
): Promise<Compared> {
  const target = targetAt(folder, base);
  try {
    await checkTarget(target, base, disk);
    const stale: { path: string; diff: string }[] = [];
    const missing: string[] = [];
    for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
      const found = await readIfThere(pathInside(target, path), disk);
      if (found === undefined) missing.push(path);
      else if (hashOfFile(path, found) !== hashOfFile(path, text))
        stale.push({ path, diff: unifiedDiff(`${target.shown}/${path}`, found.toString('utf8'), text) });
    }
    return { ok: true, drift: { stale, missing, extra: await leftOver(target, await readLock(target, disk), files, disk) } };
  } catch (error) {
    return { ok: false, diagnostic: explain(error, target.shown) };
  }
}

/** Whether a folder holds what it is to hold. */
export function isUpToDate({ stale, missing, extra }: Drift): boolean {
  return stale.length + missing.length + extra.length === 0;
}

/** A unified diff without anything that moves a terminal. Compared by line; CRLF counts as LF. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before.replaceAll('\r\n', '\n'), after, undefined, undefined, {
    context: 3,
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
  return patch
    .split('\n')
    .map((line) => line.split('\t').map(printable).join('\t'))
    .join('\n');
}
