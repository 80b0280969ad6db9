import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { readRecordings, type Recordings } from '../recordings/read.js';
import { intactFiles } from '../output/intact.js';
import { hashOf, isObject, LOCK_PATH } from '../output/lock.js';
import type { VirtualFile } from '../virtual-file.js';
import type { MadeOne } from './generate-request.js';
import type { Io, Memory } from './io.js';
import type { SpecInput } from './spec-input.js';

/** What a run left about a spec: which package it made of which input. */
interface Remembered {
  /** Hash of all that the package was made of, the program included. */
  readonly key: string;
  /** The name of the connector. */
  readonly name: string;
  /** Hash of the package's lock, which in turn has that of every file. */
  readonly lock: string;
  /** The warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The package of a spec of which nothing has changed since a run of this very program made it: neither what people wrote,
 * nor a file of the package. Undefined otherwise. Nothing is made, nor is anything loaded that makes it.
 *
 * A lock alone is not believed: it lies where everybody may edit it. What is in `node_modules` was left by a run here.
 */
export async function recall(input: SpecInput, parent: string, io: Io): Promise<MadeOne | undefined> {
  const { memory, disk, cwd } = io;
  if (memory === undefined) return undefined;
  const { spec, bytes } = input;
  const started = io.now();
  const found = await read(fileOf(spec.path, memory), io);
  if (found === undefined) return undefined;
  const recorded = await readRecordings(spec.path, spec.shown);
  if (!recorded.ok || found.key !== keyOf(input, recorded.recordings, memory)) return undefined;

  const folder = join(parent, found.name);
  const unchanged = await intactFiles(folder, found.lock, cwd, disk);
  if (unchanged === undefined) return undefined;
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  return {
    findings: [{ source: { path: spec.shown, text }, diagnostics: found.diagnostics }],
    made: { spec, model: { name: { raw: found.name } }, files: [], unchanged, folder, milliseconds: io.now() - started },
  };
}

/** Keeps what was made of a spec, for {@link recall}. To fail to is no failure. */
export async function remember(
  input: SpecInput,
  recordings: Recordings,
  {
    model,
    files,
    diagnostics,
  }: Pick<Remembered, 'diagnostics'> & {
    readonly model: { readonly name: { readonly raw: string } };
    readonly files: readonly VirtualFile[];
  },
  { memory, disk }: Io,
): Promise<void> {
  const lock = files.find(({ path }) => path === LOCK_PATH);
  if (memory === undefined || lock === undefined) return;
  const content: Remembered = { key: keyOf(input, recordings, memory), name: model.name.raw, lock: hashOf(lock.text), diagnostics };
  try {
    await disk.mkdir(memory.folder, { recursive: true });
    await disk.writeFile(fileOf(input.spec.path, memory), JSON.stringify(content));
  } catch {
    // the next run makes the package again
  }
}

/** One file for each spec, so that what is out of date is overwritten. */
function fileOf(path: string, { folder }: Memory): string {
  return join(folder, `${sha256(path).slice(0, 32)}.json`);
}

/** Of the very bytes: places in warnings depend on line ends. */
function keyOf({ spec, bytes, ...beside }: SpecInput, recordings: Recordings, { program }: Memory): string {
  return sha256(JSON.stringify([program, spec.shown, sha256(bytes), beside, [...recordings]]));
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function read(path: string, { disk }: Io): Promise<Remembered | undefined> {
  try {
    const value: unknown = JSON.parse((await disk.readFile(path)).toString('utf8'));
    return isRemembered(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRemembered(value: unknown): value is Remembered {
  return (
    isObject(value) &&
    [value['key'], value['name'], value['lock']].every((each) => typeof each === 'string' && each !== '') &&
    Array.isArray(value['diagnostics']) &&
    value['diagnostics'].every(isObject)
  );
}
