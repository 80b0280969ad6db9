import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { imports as messages } from '../diagnostics/messages/import.js';
import { readSource, type Source } from '../import/source.js';
import { errorCode } from '../output/disk.js';
import type { Io } from './io.js';

/** So large a source is read; GitHub's description has 13 MB. */
const MOST_BYTES = 128 * 1024 * 1024;

export type FoundSource = { readonly ok: true; readonly source: Source } | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Reads a file, a URL, or `-`: the standard input. */
export async function findSource(given: string, io: Io): Promise<FoundSource> {
  const refuse = (diagnostic: Diagnostic): FoundSource => ({ ok: false, diagnostic });
  const isUrl = /^https?:\/\//i.test(given) && URL.canParse(given);
  let text: string;
  try {
    text = isUrl
      ? await download(given, io)
      : given === '-'
        ? await (io.stdin?.() ?? Promise.resolve(''))
        : await readFile(resolve(io.cwd, given), 'utf8');
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    return refuse(
      messages.unreadable(given, errorCode(cause) ?? errorCode(error) ?? (error instanceof Error ? error.message : 'it cannot be read')),
    );
  }
  if (text.length > MOST_BYTES) return refuse(messages.unreadable(given, 'it is larger than 128 MB'));
  const file = resolve(io.cwd, given);
  const read = readSource(given, text, isUrl || given === '-' ? undefined : (path) => beside(file, path));
  if (read.ok) return read;
  return refuse(messages.notParsed(given, read.reason, read.place === undefined ? '' : `:${read.place.line}:${read.place.column}`));
}

async function download(url: string, { interrupt }: Io): Promise<string> {
  const response = await fetch(url, {
    headers: { accept: 'application/json, application/yaml, text/yaml, */*' },
    signal: AbortSignal.any([interrupt, AbortSignal.timeout(60_000)]),
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.text();
}

/** A file beside another one; never one outside of its folder's tree. */
function beside(file: string, path: string): Source | undefined {
  const folder = dirname(file);
  const target = resolve(folder, path);
  if (!target.startsWith(dirname(folder))) return undefined;
  try {
    const read = readSource(path, readFileSync(target, 'utf8'), (inner) => beside(target, inner));
    return read.ok ? read.source : undefined;
  } catch {
    return undefined;
  }
}
