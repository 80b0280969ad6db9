import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { findLibrary } from './output/native-compiler.js';
import { WEB_TYPES, webTypes } from './output/web-types.js';
import { prepared } from './build-prepared.js';
import { ROOT } from './root.js';

// `npm run build`, no part of the program. A run of the program lasts half a second, of which opening three hundred modules
// was a third: they become a few files, and what each run would find out again is written down.

const root = fileURLToPath(ROOT);
const folder = join(root, 'dist');

const common = { absWorkingDir: root, outdir: 'dist', platform: 'node', format: 'esm', target: 'node20.19', logLevel: 'warning' } as const;

// as it is, in old syntax: the rest is loaded when Node.js is new enough for it
await build({ ...common, entryPoints: ['generator/bin.ts'] });
const { metafile } = await build({
  ...common,
  entryPoints: ['generator/cli.ts'],
  bundle: true,
  splitting: true,
  chunkNames: '[name]-[hash]',
  minifySyntax: true,
  minifyWhitespace: true, // names stay, for the stacks of --debug
  metafile: true,
  legalComments: 'none', // they are in LICENSES.txt
  // programs, and libraries too large to be copied; each is loaded where it is needed
  external: ['oxfmt', 'prettier', 'ts-morph', 'typescript'],
  alias: { handlebars: 'handlebars/runtime' }, // without its compiler
  plugins: [await prepared()],
  banner: { js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);" },
});
writeFileSync(join(folder, 'LICENSES.txt'), licenses(metafile));

const library = findLibrary();
if (library !== undefined) writeFileSync(WEB_TYPES, webTypes(readFileSync(join(library, 'lib.dom.d.ts'), 'utf8')));
removeOthers(
  new Set([...Object.keys(metafile.outputs).map((path) => basename(path)), 'bin.js', 'LICENSES.txt', basename(fileURLToPath(WEB_TYPES))]),
);

/** The licenses of the libraries whose text is in the bundle. */
function licenses({ inputs }: Metafile): string {
  const libraries = new Set(Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  const texts = [...libraries].sort().map((library) => {
    const { name, version, license }: Record<string, unknown> = JSON.parse(readFileSync(join(root, library, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, library)).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? `License: ${String(license)}` : readFileSync(join(root, library, file), 'utf8').trim();
    return `${String(name)} ${String(version)}\n\n${text}\n`;
  });
  return `tapwright contains the following libraries.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** Removes what earlier builds left, once nothing refers to it any more. Hidden files and scripts (`.mjs`) are not the build's. */
function removeOthers(kept: ReadonlySet<string>): void {
  for (const name of readdirSync(folder))
    if (!kept.has(name) && !name.startsWith('.') && !name.endsWith('.mjs')) rmSync(join(folder, name), { recursive: true });
}
