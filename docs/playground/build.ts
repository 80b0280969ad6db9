import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { prepared } from '../../generator/build-prepared.js';

// Builds the playground: a page, a style sheet and two programs, which any server of static files can serve.

const HERE = 'docs/playground';

/** Builds it into a folder, which holds nothing else afterwards. */
export async function buildPlayground(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['index.html', 'style.css']) cpSync(join(HERE, name), join(folder, name));
  await build({
    entryPoints: { app: join(HERE, 'src/app.ts'), worker: join(HERE, 'src/worker.ts') },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    chunkNames: '[name]-[hash]',
    alias: { handlebars: 'handlebars/runtime' },
    inject: [join(HERE, 'shims/globals.ts')],
    external: ['ts-morph'],
    plugins: [await prepared(), browser],
    logLevel: 'warning',
  });
}

/** Puts what a browser has, or nothing, in the place of what only Node.js has. */
const browser: Plugin = {
  name: 'browser',
  setup: (plugins) => {
    const shim = (name: string): { readonly path: string } => ({ path: join(process.cwd(), HERE, 'shims', `${name}.ts`) });
    plugins.onResolve({ filter: /^(?:node:)?crypto$/ }, () => shim('crypto'));
    plugins.onResolve({ filter: /^(?:node:)?(?:fs|fs\/promises|path|url|util|module|os|stream)$/ }, () => shim('absent'));
    const version: unknown = JSON.parse(readFileSync('package.json', 'utf8')).version;
    plugins.onLoad({ filter: /generator[\\/]version\.ts$/ }, () => ({ contents: `export const version = ${JSON.stringify(version)};` }));
    plugins.onLoad({ filter: /generator[\\/]root\.ts$/ }, () => ({
      contents: "export const ROOT = new URL('https://playground.invalid/');",
    }));
    plugins.onLoad({ filter: /playground[\\/]src[\\/]examples\.ts$/ }, () => ({
      contents: `export const EXAMPLES = ${JSON.stringify(examples())};`,
    }));
  },
};

/** The specs of the repository: the flagship first, then the examples of known APIs. */
function examples(): readonly { readonly title: string; readonly text: string }[] {
  const paths = ['specs', 'specs/examples'].flatMap((folder) => {
    const names = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith('.yaml'));
    return names
      .sort((a, b) => Number(b === 'analytics.yaml') - Number(a === 'analytics.yaml') || (a < b ? -1 : 1))
      .map((name) => join(folder, name));
  });
  return paths.map((path) => ({
    title: basename(path, '.yaml'),
    text: readFileSync(path, 'utf8').replace(/^# yaml-language-server:.*\n/, ''),
  }));
}
