import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { cli } from '../diagnostics/messages/cli.js';
import { io as messages } from '../diagnostics/messages/io.js';
import { errorCode } from '../output/disk.js';
import { shownPath } from '../output/target.js';

/** The folder that specs are kept in. */
const SPECS = 'specs';

/** No more of a spec is read than this: twice what one may have, so that the limit is found to be passed. */
const MOST_BYTES = 2 * 1024 * 1024;

/** A spec on disk: its absolute path, and as messages name it. */
export interface SpecPath {
  readonly path: string;
  readonly shown: string;
}

export type SpecPaths =
  { readonly ok: true; readonly specs: readonly SpecPath[] } | { readonly ok: false; readonly diagnostic: Diagnostic };
export type SpecBytes = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly diagnostic: Diagnostic };

/** The specs that were asked for, each once; all of `specs/*.yaml`, sorted, when none was. */
export async function findSpecs(given: readonly string[], cwd: string): Promise<SpecPaths> {
  const names = given.length > 0 ? given : (await yamlFiles(join(cwd, SPECS))).map((name) => join(SPECS, name));
  if (names.length === 0) return { ok: false, diagnostic: cli.noSpec(SPECS) };
  const paths = new Set(names.map((name) => resolve(cwd, name)));
  return { ok: true, specs: [...paths].map((path) => ({ path, shown: shownPath(path, cwd) })) };
}

/** Reads a spec. What is no plain file is refused before it can block or never end. */
export async function readSpec({ path, shown }: SpecPath, cwd: string): Promise<SpecBytes> {
  try {
    const kind = await stat(path);
    if (kind.isDirectory()) return { ok: false, diagnostic: messages.isDirectory(shown) };
    if (!kind.isFile()) return { ok: false, diagnostic: messages.notAFile(shown) };
    const file = await open(path);
    try {
      return { ok: true, bytes: await readUpTo(file, Math.min(kind.size, MOST_BYTES)) };
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = errorCode(error) ?? String(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return { ok: false, diagnostic: messages.unreadable(shown, code) };
    const folders = [dirname(path), join(cwd, SPECS)];
    const neighbours = await Promise.all(
      folders.map(async (folder) => (await yamlFiles(folder)).map((name) => shownPath(join(folder, name), cwd))),
    );
    return { ok: false, diagnostic: cli.missingFile(shown, neighbours.flat()) };
  }
}

/** A read may give less than was asked for: it is asked again until it gives nothing. */
async function readUpTo(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await file.read(bytes, length, size - length, length); // all four: without them, Yarn's PnP reads nothing
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

async function yamlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.yaml')).sort();
}
