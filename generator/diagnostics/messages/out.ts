import type { Diagnostic } from '../diagnostic.js';
import { list, printable } from '../words.js';
import { error } from './spec.js';

/** Why nothing was written. Each function is one message; its name is its code. */
export const out = {
  noParent: (parent: string) =>
    error('out/no-parent', undefined, `${printable(parent)} does not exist`, 'Create it first, or give another --out.'),

  protected: (folder: string, name: string) =>
    error('out/protected', undefined, `refuses to write inside ${printable(name)}: ${printable(folder)}`),

  symlink: (path: string) =>
    error('out/symlink', undefined, `${printable(path)} is a symbolic link; nothing is written through one`, 'Give the real folder.'),

  notFolder: (path: string) => error('out/not-a-folder', undefined, `${printable(path)} is not a folder`),

  notEmpty: (folder: string) =>
    error(
      'out/not-empty',
      undefined,
      `${printable(folder)} is not empty and was not made by tapwright`,
      'Move what is in it, or give another --out.',
    ),

  modified: (folder: string, paths: readonly string[]) =>
    error(
      'out/modified',
      undefined,
      `${count(paths.length, 'file')} of ${printable(folder)} changed since generated: ${some(paths)}`,
      'Change the spec instead of the output; --force overwrites.',
    ),

  inTheWay: (path: string) =>
    error('out/in-the-way', undefined, `${printable(path)} is in the way: only a plain file can be replaced by a generated one`),

  outside: (path: string) => error('out/outside', undefined, `${printable(path)} would leave the package's folder`),

  journal: (path: string) =>
    error(
      'out/journal',
      undefined,
      `${printable(path)} is the journal of an unfinished write, and damaged; nothing was touched`,
      'Get the package back from your repository, and remove the folder of the journal.',
    ),

  sameFolder: (folder: string, specs: readonly string[]) =>
    error(
      'out/same-folder',
      undefined,
      `${list(specs.map(printable))} would both be written to ${printable(folder)}`,
      'Give each its own name.',
    ),

  locked: (folder: string, pid: number, lock: string) =>
    error(
      'out/locked',
      undefined,
      `${printable(folder)} is being written by another run, process ${pid}`,
      `Wait for it; if there is no such run, delete ${printable(lock)}.`,
    ),

  noSpace: (folder: string) =>
    error('out/no-space', undefined, `no space is left to write ${printable(folder)}`, 'Every file is as it was.'),

  notWritable: (path: string) => error('out/not-writable', undefined, `no permission to write ${printable(path)}`),

  failed: (folder: string, reason: string) =>
    error('out/failed', undefined, `writing ${printable(folder)} failed (${printable(reason)})`, 'Every file is as it was.'),

  halfWritten: (folder: string, kept: string, reason: string) =>
    error(
      'out/half-written',
      undefined,
      `writing ${printable(folder)} failed, and so did putting it back (${printable(reason)})`,
      `The files as they were are in ${printable(kept)}; the next run puts them back.`,
    ),

  stale: (folder: string, { stale, missing, extra }: Readonly<Record<'stale' | 'missing' | 'extra', number>>, command: string) =>
    error(
      'out/stale',
      undefined,
      `${printable(folder)} is not what its spec makes: ${stale} stale, ${missing} missing, ${extra} left over`,
      `Run: ${command}`,
    ),
} satisfies Readonly<Record<string, (...args: never[]) => Diagnostic>>;

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function some(paths: readonly string[]): string {
  const shown = paths.slice(0, 5).map(printable);
  return paths.length > 5 ? `${shown.join(', ')} and ${paths.length - 5} more` : list(shown);
}
