import { createHash } from 'node:crypto';
import type { VirtualFile } from '../virtual-file.js';

/** Name of the file that says which files of a folder are ours, and what was in them. */
export const LOCK_PATH = 'connector.lock.json';

/** What a `connector.lock.json` says. */
export interface Lock {
  /** Version of tapwright. */
  readonly generator: string;
  /** Hash of the spec. */
  readonly spec: string;
  /** Hash of each emitted file but the lock, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * SHA-256 of the file of a package, in hexadecimal. CRLF counts as LF: a checkout on Windows is no edit. Nor is what an installer
 * makes of a manifest: Yarn writes `bin` as a text where it has one command of the package's own name.
 */
export function hashOfFile(path: string, content: string | Uint8Array): string {
  if (path !== 'package.json') return hashOf(content);
  const text = typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
  const manifest = asObject(parseJson(text));
  const { name, bin } = manifest;
  if (typeof name !== 'string' || typeof bin !== 'string') return hashOf(text);
  return hashOf(`${JSON.stringify({ ...manifest, bin: { [name.replace(/^@[^/]*\//, '')]: bin } }, null, 2)}\n`);
}

/** {@link hashOfFile} of a file that is to be: asked for at each step of a write, and worked out once. */
export function hashOfVirtual(file: VirtualFile): string {
  const known = hashes.get(file) ?? hashOfFile(file.path, file.text);
  hashes.set(file, known);
  return known;
}

const hashes = new WeakMap<VirtualFile, string>();

/** SHA-256 of a text or of bytes, in hexadecimal; CRLF counts as LF. */
export function hashOf(content: string | Uint8Array): string {
  const hash = createHash('sha256');
  if (typeof content === 'string') hash.update(content.replaceAll('\r\n', '\n'), 'utf8');
  else hash.update(Buffer.from(content).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return hash.digest('hex');
}

/** The files and the lock that describes them: what a package folder is to hold. */
export function withLock(files: readonly VirtualFile[], generator: string, spec: string | Uint8Array): readonly VirtualFile[] {
  const hashed = files.map((file): [string, string] => [file.path, hashOfVirtual(file)]).sort(([a], [b]) => (a < b ? -1 : 1));
  const lock = { generator, spec: hashOf(spec), files: Object.fromEntries(hashed) };
  return [...files, { path: LOCK_PATH, text: `${JSON.stringify(lock, null, 2)}\n` }];
}

/** Reads a lock leniently: what does not look like ours is left out, so that a broken lock vouches for no file. */
export function parseLock(text: string): Lock {
  const lock = asObject(parseJson(text));
  const files = Object.entries(asObject(lock['files'])).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { generator: asText(lock['generator']), spec: asText(lock['spec']), files: new Map(files) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

/** Whether a parsed JSON value has keys to look at. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
