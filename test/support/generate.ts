import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecordings } from '../../generator/recordings/read.js';
import { generate } from '../../generator/generate.js';
import { load } from '../../generator/spec/load.js';
import { repository } from './generator-sources.js';
import { textsOf } from './packages.js';

/** The text of a spec of this repository: `specs/analytics.yaml`. */
export function specText(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}

/** The files that a spec makes, by path. The recordings are those beside the spec of that path, if there are any; `hooks` is the text of a hooks file. */
export async function filesFrom(path: string, text: string, hooks?: string): Promise<Record<string, string>> {
  const loaded = load(path, Buffer.from(text));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const recorded = await readRecordings(join(repository, path));
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.diagnostics));
  const generated = await generate(loaded.source, recorded.recordings, {
    hooks: hooks === undefined ? undefined : { path: path.replace(/\.yaml$/, '.hooks.ts'), text: hooks },
  });
  if (!generated.ok) throw new Error(JSON.stringify([...generated.diagnostics, ...(generated.hooksDiagnostics ?? [])]));
  return textsOf(generated.files);
}
