import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { compileTemplate } from './emit/template.js';
import { prepareTypes } from './types/compile-types.js';
import { ROOT } from './root.js';

const root = fileURLToPath(ROOT);

/** For builds: puts what each run would find out again in the place of what stands in for it in `generator/`. */
export async function prepared(): Promise<Plugin> {
  const templates = [...templatesBelow('templates'), ...templatesBelow('generator').map((path) => `generator/${path}`)].sort();
  const compiled = templates.map((path) => `  ${JSON.stringify(path)}: ${compileTemplate(path)},\n`);
  const types = await prepareTypes();
  return {
    name: 'prepared',
    setup: (build) => {
      build.onLoad({ filter: /[\\/]emit[\\/]compiled-templates\.ts$/ }, () => ({
        contents: `export const COMPILED = {\n${compiled.join('')}};\n`,
      }));
      build.onLoad({ filter: /[\\/]prepared-types\.ts$/ }, () => ({ contents: `export const PREPARED = ${JSON.stringify(types)};` }));
      build.onLoad({ filter: /[\\/]build-id\.ts$/ }, () => ({ contents: `export const BUILD = ${JSON.stringify(buildId())};` }));
      // json-schema-to-typescript formats what it makes, unless it is asked not to, as we do: prettier would be loaded for nothing
      build.onResolve({ filter: /^prettier$/ }, ({ importer }) =>
        importer.includes('json-schema-to-typescript') ? { path: 'prettier', namespace: 'unused' } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
    },
  };
}

/** Paths in a folder, with `/` between their parts. */
function templatesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.hbs'))
    .map((path) => path.replaceAll('\\', '/'));
}

/** A hash of what the program is built from: its sources, its templates and the versions of all libraries. */
function buildId(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of ['generator', 'templates'])
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:ts|hbs)$/.test(path)) hash.update(`${path}\0`).update(readFileSync(join(root, folder, path)));
  return hash.digest('hex');
}
