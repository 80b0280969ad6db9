import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { io as ioMessages } from '../diagnostics/messages/io.js';
import { record } from '../diagnostics/messages/record.js';
import { errorCode, kindOf } from '../output/disk.js';
import { shownPath } from '../output/target.js';
import type { Io } from './io.js';

/** For whoever runs the program alone, until somebody has looked at it. */
const PRIVATE = 0o600;

/** Looks at the bytes that are about to be published; what it returns stops that. */
export type Inspect = (name: string, bytes: Buffer) => Diagnostic | undefined;

/**
 * Writes files into `folder` (absolute), all or none of them visible: first into a folder beside it, where their bytes are
 * read again and inspected, then each takes its place in one step. Whatever goes wrong, what was there is as it was.
 */
export async function putFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  inspect: Inspect,
  { disk, cwd }: Io,
  mode: number = PRIVATE,
): Promise<Diagnostic | undefined> {
  const staging = join(dirname(folder), `.${basename(folder)}-${randomBytes(6).toString('hex')}`);
  const kind = await kindOf(folder, disk);
  if (kind === 'link') return ioMessages.fixtureSymlink(shownPath(folder, cwd));
  if (kind !== undefined && kind !== 'folder') return record.notWritten(shownPath(folder, cwd), 'it is no folder');
  try {
    await disk.mkdir(staging);
    for (const [name, text] of files) {
      await disk.writeFile(join(staging, name), text, { flag: 'wx', flush: true, mode });
      const refused = inspect(name, await disk.readFile(join(staging, name)));
      if (refused !== undefined) return refused;
      if ((await kindOf(join(folder, name), disk)) === 'link') return ioMessages.fixtureSymlink(shownPath(join(folder, name), cwd));
    }
    await disk.mkdir(folder, { recursive: true });
    for (const name of files.keys()) await disk.rename(join(staging, name), join(folder, name));
    return undefined;
  } catch (error) {
    return record.notWritten(shownPath(folder, cwd), errorCode(error) ?? 'an unforeseen failure');
  } finally {
    await disk.rm(staging, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Replaces the text of a file (absolute path) in one step; its folder must be there. */
export async function replaceFile(path: string, text: string, { disk }: Io, mode?: number): Promise<void> {
  const staging = join(dirname(path), `.${basename(path)}-${randomBytes(6).toString('hex')}`);
  try {
    await disk.writeFile(staging, text, { flag: 'wx', flush: true, ...(mode !== undefined && { mode }) });
    await disk.rename(staging, path);
  } finally {
    await disk.rm(staging, { recursive: true, force: true }).catch(() => undefined);
  }
}
