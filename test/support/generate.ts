import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Companions, emitFiles } from '../../generator/emitted.js';
import { type Generated, generate } from '../../generator/generate.js';
import { formatFiles } from '../../generator/output/format.js';
import { withLock } from '../../generator/output/lock.js';
import { describeFaults } from '../../generator/output/verify.js';
import { readRecordings, type Recordings } from '../../generator/recordings/read.js';
import { load, type SpecSource } from '../../generator/spec/load.js';
import { version } from '../../generator/version.js';
import { compileLater } from './compile-later.js';
import { repository } from './generator-sources.js';
import { textsOf } from './packages.js';

/** The text of a spec of this repository: `specs/analytics.yaml`. */
export function specText(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}

/**
 * The files that a spec makes, by path. The recordings are those beside the spec of that path, if there are any; `hooks` is the text of a hooks file.
 * They are what `generate` makes of it, but for one thing: they are compiled when the test file is done, with those of its other tests.
 */
export async function filesFrom(path: string, text: string, hooks?: string): Promise<Record<string, string>> {
  const { source, recordings, beside } = await read(path, text, hooks);
  return filesOf(await generateLater(source, recordings, beside));
}

/** What `generate` gives, compiled when the test file is done. */
export async function generateLater(source: SpecSource, recordings: Recordings = new Map(), beside: Companions = {}): Promise<Generated> {
  const emitted = await emitFiles(source, recordings, beside);
  if (!emitted.ok) return emitted;
  const laidOut = await formatFiles(emitted.files);
  const problems = [...laidOut.diagnostics, ...describeFaults(laidOut.files, [])];
  if (problems.length > 0) return { ok: false, diagnostics: problems };
  const { model, diagnostics, hooked } = emitted;
  const files = hooked === undefined ? laidOut.files : [...laidOut.files, hooked.file];
  compileLater(hooked === undefined ? files : [...files, ...hooked.probes], source.text);
  return { ok: true, diagnostics, model, files: withLock(files, version, source.text) };
}

/** The same, compiled at once: for hooks that are refused for what the compiler says. */
export async function filesCompiled(path: string, text: string, hooks: string): Promise<Record<string, string>> {
  const { source, recordings, beside } = await read(path, text, hooks);
  return filesOf(await generate(source, recordings, beside));
}

function filesOf(generated: Generated): Record<string, string> {
  if (!generated.ok) throw new Error(JSON.stringify([...generated.diagnostics, ...(generated.hooksDiagnostics ?? [])]));
  return textsOf(generated.files);
}

async function read(
  path: string,
  text: string,
  hooks: string | undefined,
): Promise<{ readonly source: SpecSource; readonly recordings: Recordings; readonly beside: Companions }> {
  const loaded = load(path, Buffer.from(text));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const recorded = await readRecordings(join(repository, path));
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.diagnostics));
  const beside = hooks === undefined ? {} : { hooks: { path: path.replace(/\.yaml$/, '.hooks.ts'), text: hooks } };
  return { source: loaded.source, recordings: recorded.recordings, beside };
}
