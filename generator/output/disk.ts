import type { Stats } from 'node:fs';
import * as promises from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** What the writer needs of a file system; tests hand over one that fails. */
export interface Disk {
  lstat(path: string): Promise<Stats>;
  readFile(path: string): Promise<Buffer>;
  readdir(path: string): Promise<string[]>;
  mkdir(path: string, options?: { readonly recursive: true }): Promise<unknown>;
  writeFile(path: string, text: string, options?: { readonly flag: 'wx'; readonly flush: boolean; readonly mode?: number }): Promise<void>;
  link(from: string, to: string): Promise<void>;
  copyFile(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  rmdir(path: string): Promise<void>;
  rm(path: string, options: { readonly recursive: true; readonly force: true }): Promise<void>;
  open(path: string, flag: 'r'): Promise<FileHandle>;
}

export const disk: Disk = promises;

/** The kind of what is at `path`, a link not followed; undefined when there is nothing. */
export async function kindOf(path: string, disk: Disk): Promise<'file' | 'folder' | 'link' | 'other' | undefined> {
  try {
    const stats = await disk.lstat(path);
    if (stats.isSymbolicLink()) return 'link';
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : 'other';
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** The bytes of a file; undefined when there is none. */
export async function readIfThere(path: string, disk: Disk): Promise<Buffer | undefined> {
  try {
    return await disk.readFile(path);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** Runs `action`; a failure because the thing is not there (or, for folders, is not empty) counts as done. */
export async function unlessGone(action: Promise<unknown>): Promise<void> {
  try {
    await action;
  } catch (error) {
    if (!isAbsent(error) && !['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error;
  }
}

/** Makes the entries of a folder last a power cut. Windows cannot, and does not need to. */
export async function syncFolder(path: string, disk: Disk): Promise<void> {
  try {
    const handle = await disk.open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = errorCode(error);
    if (code !== undefined && !['EPERM', 'EISDIR', 'EACCES', 'EINVAL'].includes(code)) throw error; // no code: Yarn's PnP has no such call
  }
}

/** `ENOENT`, `ENOSPC`…: the code of an error of the operating system. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '');
}
