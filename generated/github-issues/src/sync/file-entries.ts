// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { checkSaved, SyncError, type SavedState } from './destination.ts';
import { isObject, readJsonFile } from './json-file.ts';
import { refuseLinks } from './own-file.ts';

/** Where a table stands, and in which file. */
export interface Entry {
  /** Null before the first line is written: the entry then only says that the file is ours. */
  readonly saved: SavedState | null;
  readonly file: string;
  /** How much of the file belongs to that state. What stands behind it was cut off by a crash. */
  readonly bytes: number;
}

export function fileOf(name: string): string {
  return `${name}.jsonl`;
}

/** Where lines gather until all are there. */
export function nextOf(name: string): string {
  return `${name}__next`;
}

/** The entries of the file of states. It lies beside what others may write: no name in it leads to another file than ours. */
export async function readEntries(path: string): Promise<Map<string, Entry>> {
  await refuseLinks(path);
  const content = await readJsonFile(path, 'state');
  if (content === undefined) return new Map();
  const { connector, tables } = isObject(content) ? content : {};
  if (typeof connector === 'string' && connector !== 'github-issues') {
    throw new SyncError('foreign', `${path}: the folder is that of the connector ${connector}; give each its own`);
  }
  if (connector === undefined || !isObject(tables))
    throw new SyncError('state', `${path}: this is not a saved state; nothing was read, nothing written`);
  return new Map(Object.entries(tables).map(([name, entry]) => [name, entryOf(name, entry, `${path}, ${name}`)]));
}

function entryOf(name: string, entry: unknown, where: string): Entry {
  const { file, bytes, saved } = isObject(entry) ? entry : {};
  const isOurs = (file === fileOf(name) || file === fileOf(nextOf(name))) && !/[/\\\0]/.test(name);
  if (!isOurs || typeof file !== 'string' || !Number.isSafeInteger(bytes) || Number(bytes) < 0) {
    throw new SyncError('state', `${where}: the state names no file of this table; nothing was read, nothing written`);
  }
  return { file, bytes: Number(bytes), saved: saved === null ? null : checkSaved(saved, where) };
}
