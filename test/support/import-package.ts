import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { filesOf } from './packages.js';
import { withPackages, writeFiles } from './vitest-run.js';

/** What a package exports, made from the texts of its files. */
export function importPackage(texts: Readonly<Record<string, string>>): Promise<Readonly<Record<string, unknown>>> {
  return withPackages(async (folder) => {
    await writeFiles(folder, filesOf(texts));
    const outfile = join(folder, 'bundle.mjs');
    await build({ entryPoints: [join(folder, 'src/index.ts')], outfile, bundle: true, format: 'esm', platform: 'node' });
    return (await import(pathToFileURL(outfile).href)) as Readonly<Record<string, unknown>>;
  });
}
