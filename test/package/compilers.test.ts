import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { repository } from '../support/generator-sources.js';
import { sandbox } from '../support/sandbox.js';

/** Everything that a user of a package may have switched on, and more than its own tsconfig.json has. */
const STRICTEST = {
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: [],
  noEmit: true,
  allowImportingTsExtensions: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noFallthroughCasesInSwitch: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  noUncheckedSideEffectImports: true,
  noUnusedLocals: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  declaration: true,
  erasableSyntaxOnly: true,
  isolatedDeclarations: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true, // of the compiler's own: there are no others
};

const PACKAGES = readdirSync(join(repository, 'generated'));

describe.each(['typescript-5.9', 'typescript-6.0', 'typescript'])('%s compiles every package with every check on', (compiler) => {
  test.each([
    ['nodenext', {}],
    ['esnext', { moduleResolution: 'bundler' }],
  ])('as %s modules', (module, more) => {
    const folder = sandbox();
    const compilerOptions = { ...STRICTEST, module, ...more };
    const include = PACKAGES.map((name) => join(repository, 'generated', name, 'src'));
    const exclude = include.flatMap((src) => [
      join(src, 'sync'),
      ...['node', 'proxy', 'replaced', 'unpack'].map((name) => join(src, `internal/transport/${name}.ts`)),
    ]);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include, exclude }));
    run(process.execPath, [join(repository, 'node_modules', compiler, 'bin/tsc'), '-p', folder]);
    // what runs on Node knows Node's types, and nothing else does
    const typeRoots = [join(repository, 'node_modules/@types')];
    const node = { ...compilerOptions, types: ['node'], typeRoots };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: node, include: exclude }));
    run(process.execPath, [join(repository, 'node_modules', compiler, 'bin/tsc'), '-p', folder]);
  });
});

/** A package with every hook. */
const hooked = filesFrom(
  'spec.yaml',
  readFileSync(join(repository, 'test/golden/hooks/spec.yaml'), 'utf8'),
  readFileSync(join(repository, 'test/golden/hooks/spec.hooks.ts'), 'utf8'),
);

test.each(['typescript-5.9', 'typescript-6.0', 'typescript'])(
  '%s compiles a program with the sources of every package, with the types of the DOM and with those of Node alone',
  async (compiler) => {
    const folder = sandbox();
    const names = [...PACKAGES, 'tickets'];
    for (const name of PACKAGES) cpSync(join(repository, 'generated', name, 'src'), join(folder, name, 'src'), { recursive: true });
    for (const [path, text] of Object.entries(await hooked)) {
      mkdirSync(dirname(join(folder, 'tickets', path)), { recursive: true });
      writeFileSync(join(folder, 'tickets', path), text);
    }
    const all = names.map((name) => `export * as ${name.replaceAll('-', '_')} from './${name}/src/index.ts';\n`);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'main.ts'), all.join(''));
    const paths = { '#transport': ['./metrics/src/internal/transport/fetch.ts'] };
    const node = { lib: ['es2022'], types: ['node'], typeRoots: [join(repository, 'node_modules/@types')] };
    for (const more of [{}, node]) {
      const compilerOptions = { ...STRICTEST, ...more, module: 'nodenext', paths };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['main.ts'] }));
      run(process.execPath, [join(repository, 'node_modules', compiler, 'bin/tsc'), '-p', folder]);
    }
  },
);

test.each(['typescript-5.9', 'typescript-6.0', 'typescript'])(
  '%s builds a package whose sources import each other as they are',
  (compiler) => {
    const folder = sandbox();
    const own = join(repository, 'generated/github-issues');
    cpSync(join(own, 'package.json'), join(folder, 'package.json'));
    for (const project of [own, join(own, 'src/sync')]) {
      run(process.execPath, [join(repository, 'node_modules', compiler, 'bin/tsc'), '-p', project, '--outDir', join(folder, 'dist')]);
    }
    const imported = 'import("./dist/index.js").then(() => import("./dist/sync/index.js"))';
    execFileSync(process.execPath, ['--input-type=module', '-e', imported], { cwd: folder });
  },
);

test('no source of a package needs more than its types stripped', () => {
  const sources = PACKAGES.flatMap((name) =>
    readdirSync(join(repository, 'generated', name, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(join(repository, 'generated', name, 'src', path), 'utf8')),
  );
  const specifiers = sources.flatMap((text) => Array.from(text.matchAll(/(?:from|import\()\s*'(\.[^']*)'/g), ([, path]) => path));
  expect(specifiers.length).toBeGreaterThan(100);
  expect(specifiers.filter((path) => path?.endsWith('.ts') !== true)).toEqual([]);
});

function run(file: string, args: readonly string[]): void {
  try {
    execFileSync(file, args, { encoding: 'utf8' });
  } catch (error) {
    throw new Error(error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error));
  }
}
