import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { repository } from '../support/generator-sources.js';
import { put, sandbox } from '../support/sandbox.js';

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
const COMPILERS = ['typescript-5.9', 'typescript-6.0', 'typescript'];

/** Node's types, wherever the program is. */
const NODE = { types: ['node'], typeRoots: [join(repository, 'node_modules/@types')] };

/** The sources of every package, of those with every hook, and a program with all of them. */
let folder: string;
let main: string;
let portable: readonly string[];
let forNode: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tapwright-compilers-'));
  const hooked = await filesFrom(
    'spec.yaml',
    readFileSync(join(repository, 'test/golden/hooks/spec.yaml'), 'utf8'),
    readFileSync(join(repository, 'test/golden/hooks/spec.hooks.ts'), 'utf8'),
  );
  put(folder, Object.fromEntries(Object.entries(hooked).map(([path, text]) => [`tickets/${path}`, text])));
  const names = [...PACKAGES, 'tickets'];
  for (const name of PACKAGES) cpSync(join(repository, 'generated', name, 'src'), join(folder, name, 'src'), { recursive: true });
  main = join(folder, 'main.ts');
  put(folder, {
    'package.json': '{ "type": "module" }',
    'main.ts': names.map((name) => `export * as ${name.replaceAll('-', '_')} from './${name}/src/index.ts';\n`).join(''),
  });
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  portable = names.map((name) => join(folder, name, 'src'));
  forNode = portable.flatMap((src) => [
    join(src, 'sync'),
    ...['node', 'proxy', 'replaced', 'unpack'].map((name) => join(src, `internal/transport/${name}.ts`)),
  ]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(COMPILERS)('%s compiles every package with every check on', (compiler) => {
  test('with the types of the web alone, but for what runs on Node', () => {
    compile(compiler, { module: 'nodenext' }, { include: [...portable, main], exclude: forNode });
  });

  test('with the types of Node alone', () => {
    compile(compiler, { module: 'nodenext', lib: ['es2022'], ...NODE }, { include: [...forNode, main] });
  });

  test('with the types of both, for a bundler', () => {
    compile(compiler, { module: 'esnext', moduleResolution: 'bundler', ...NODE }, { include: [...portable, main] });
  });
});

function compile(
  compiler: string,
  options: object,
  files: { readonly include: readonly string[]; readonly exclude?: readonly string[] },
): void {
  put(folder, { 'tsconfig.json': JSON.stringify({ compilerOptions: { ...STRICTEST, ...options }, ...files }) });
  tsc(compiler, '-p', folder);
}

test.each(COMPILERS)('%s builds a package whose sources import each other as they are', (compiler) => {
  const built = sandbox();
  const own = join(repository, 'generated/github-issues');
  cpSync(join(own, 'package.json'), join(built, 'package.json'));
  const out = ['--outDir', join(built, 'dist')];
  tsc(compiler, '-p', own, ...out, '--skipLibCheck'); // it has no declarations but those of Node and of the compiler
  tsc(compiler, '-p', join(own, 'src/sync'), ...out);
  const imported = 'import("./dist/index.js").then(() => import("./dist/sync/index.js"))';
  execFileSync(process.execPath, ['--input-type=module', '-e', imported], { cwd: built });
});

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

function tsc(compiler: string, ...args: readonly string[]): void {
  // most of what a compiler makes lives as long as it does: to look through it for what is garbage was a tenth of the time
  const node = ['--max-semi-space-size=64', join(repository, 'node_modules', compiler, 'bin/tsc')];
  try {
    execFileSync(process.execPath, [...node, ...args], { encoding: 'utf8' });
  } catch (error) {
    throw new Error(error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error));
  }
}
