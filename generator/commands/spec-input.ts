import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { record } from '../diagnostics/messages/record.js';
import { errorCode, kindOf, readIfThere } from '../output/disk.js';
import { io as messages } from '../diagnostics/messages/io.js';
import { shownPath } from '../output/target.js';
import { changelogPath } from './baseline.js';
import type { HooksSource } from '../hooks/source.js';
import { readHooksFile } from './hooks-input.js';
import type { Io } from './io.js';
import type { Finding } from './report.js';
import { replaceFile } from './staging.js';
import { readSpec, type SpecPath } from './specs.js';

/** What people write, and a package is made of, beside the recordings. */
export interface SpecInput {
  readonly spec: SpecPath;
  readonly bytes: Uint8Array;
  /** The text of `specs/<name>/CHANGELOG.md`, where there is one. */
  readonly changelog?: string | undefined;
  /** `specs/<name>.hooks.ts`, where there is one. */
  readonly hooks?: HooksSource | undefined;
  /** What `specs/<name>/size.txt` says, where it says something: `5.6 kB`. */
  readonly size?: string | undefined;
}

export type ReadInput =
  { readonly ok: true; readonly input: SpecInput } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export async function readInput(spec: SpecPath, cwd: string, disk: Io['disk']): Promise<ReadInput> {
  const read = await readSpec(spec, cwd);
  if (!read.ok) return { ok: false, diagnostics: [read.diagnostic] };
  const hooks = await readHooksFile(spec, disk);
  if (!hooks.ok) return { ok: false, diagnostics: [hooks.diagnostic] };
  const path = changelogPath(spec.path);
  if ((await kindOf(path, disk)) === 'link') return { ok: false, diagnostics: [messages.fixtureSymlink(shownPath(path, cwd))] };
  const changelog = (await readIfThere(path, disk))?.toString('utf8').replaceAll('\r\n', '\n');
  const [size] = /^\d{1,4}\.\d kB$/m.exec((await readIfThere(join(dirname(path), 'size.txt'), disk))?.toString('utf8') ?? '') ?? [];
  return { ok: true, input: { spec, bytes: read.bytes, changelog, hooks: hooks.hooks, size } };
}

/** Writes a spec and its CHANGELOG back. */
export async function writeInput({ spec, bytes, changelog }: SpecInput, io: Io): Promise<readonly Finding[]> {
  const path = changelogPath(spec.path);
  try {
    if (changelog !== undefined) {
      await mkdir(dirname(path), { recursive: true });
      await replaceFile(path, changelog, io);
    }
    await replaceFile(spec.path, Buffer.from(bytes).toString('utf8'), io);
    return [];
  } catch (error) {
    return [{ diagnostics: [record.notWritten(spec.shown, errorCode(error) ?? 'an unforeseen failure')] }];
  }
}
