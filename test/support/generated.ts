import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readRecordings } from '../../generator/fixtures/read.js';
import { generate } from '../../generator/generate.js';
import { load } from '../../generator/spec/load.js';
import type { VirtualFile } from '../../generator/virtual-file.js';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The package of a spec file, by its path from the root, with the recordings beside it. */
export async function generatePackage(specPath: string): Promise<readonly VirtualFile[]> {
  const read = await readRecordings(`${ROOT}${specPath}`);
  if (!read.ok) throw new Error(`the recordings of ${specPath} are refused`);
  return generateFrom(specPath, readFileSync(`${ROOT}${specPath}`, 'utf8'), read.recordings);
}

/** The package of a spec's text. */
export async function generateFrom(
  specPath: string,
  text: string,
  recordings: ReadonlyMap<string, string> = new Map(),
): Promise<readonly VirtualFile[]> {
  const loaded = load(specPath, new TextEncoder().encode(text));
  const generated = loaded.ok ? await generate(loaded.source, recordings) : loaded;
  if (generated.ok && 'files' in generated) return generated.files;
  const messages = 'diagnostics' in generated ? generated.diagnostics.map(({ code, message }) => `${code}: ${message}`) : [];
  throw new Error(`${specPath} is refused:\n${messages.join('\n')}`);
}
