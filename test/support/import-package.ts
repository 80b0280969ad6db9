import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** What a package exports, made from the texts of its files. */
export async function importPackage(texts: Readonly<Record<string, string>>): Promise<Readonly<Record<string, unknown>>> {
  const { outputFiles } = await build({
    entryPoints: ['src/index.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    plugins: [inMemory(texts)],
  });
  const folder = await mkdtemp(join(tmpdir(), 'tapwright-bundle-'));
  try {
    const path = join(folder, 'bundle.mjs');
    await writeFile(path, outputFiles[0]?.contents ?? '');
    return (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads the files of a package from these texts, as Node would. */
function inMemory(texts: Readonly<Record<string, string>>): Plugin {
  const { imports } = JSON.parse(texts['src/package.json'] ?? '{"imports":{}}') as Manifest;
  return {
    name: 'in-memory',
    setup(bundler) {
      bundler.onResolve({ filter: /^(?:src\/|\.|#)/ }, ({ path, importer }) => ({
        path: path.startsWith('src/')
          ? path
          : posix.join(path.startsWith('#') ? 'src' : posix.dirname(importer), imports[path]?.node ?? path),
        namespace: 'package',
      }));
      bundler.onLoad({ filter: /^/, namespace: 'package' }, ({ path }) => ({ contents: texts[path] ?? '', loader: 'ts' }));
    },
  };
}

interface Manifest {
  readonly imports: Readonly<Record<string, { readonly node: string }>>;
}
