import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repository } from '../support/generator-sources.js';
import { put } from '../support/sandbox.js';

/** A package away from the repository, as a user has it who moves its folder to one of their own. */
export interface Outside {
  /** The package. Empty until `beforeAll` has run, as is `base`. */
  copy: string;
  /** The folder that the package, and projects that install it, are in. */
  base: string;
}

/** Copies a committed package and builds it, once for a test file. */
export function outside(name: string): Outside {
  const place: Outside = { copy: '', base: '' };
  beforeAll(() => {
    place.base = realpathSync(mkdtempSync(join(tmpdir(), 'tapwright-publish-')));
    place.copy = join(place.base, name);
    const source = join(repository, 'generated', name);
    cpSync(source, place.copy, { recursive: true, filter: (path) => !/[\\/](node_modules|dist)$/.test(path) });
    symlinkSync(join(repository, 'node_modules'), join(place.copy, 'node_modules'), 'junction'); // as if typescript and vitest were installed
    npmBuild(place.copy);
  });
  afterAll(() => rmSync(place.base, { recursive: true, force: true }));
  return place;
}

/** Builds the package in a folder. */
export function npmBuild(folder: string): void {
  npm(folder, 'run', 'build');
}

/** The tests that every package has to pass before it is published. `released` is its name and version as npm says them. */
export function testPublishing(place: Outside, released: string): void {
  test('builds', () => {
    expect(existsSync(join(place.copy, 'dist/index.d.ts'))).toBe(true);
  });

  test('tests itself', () => {
    expect(npm(place.copy, 'test')).toMatch(/Tests .*passed/);
  });

  test('pleases publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: place.copy, strict: true, pack: 'npm' });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test('pleases arethetypeswrong', () => {
    const cli = join(repository, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    node(place.copy, cli, '--pack', '.', '--profile', 'esm-only'); // ends with 1 when it finds something
  });

  test('would be published without a warning but that of who does it', () => {
    const said = npm(place.copy, 'publish', '--dry-run');
    const warnings = said
      .split('\n')
      .filter((line) => line.startsWith('npm warn') && !line.includes('user config') && !line.includes('config "nodedir"'));
    expect(warnings.filter((line) => !line.includes('requires you to be logged in'))).toEqual([]);
    expect(said).toContain(`+ ${released}`);
  });
}

/** Packs the package and installs it in a project with these files. Returns the project, and the paths that were packed. */
export function installPacked({ copy, base }: Outside, files: Readonly<Record<string, string>>): { project: string; packed: string[] } {
  const { filename, files: listed } = packed(copy);
  const project = join(base, 'project');
  mkdirSync(project);
  put(project, { 'package.json': '{ "name": "consumer", "private": true, "type": "module" }', ...files });
  npm(project, 'install', join(copy, filename));
  return { project, packed: listed.map(({ path }) => path) };
}

/** Packs the package in a folder; throws with what npm says. */
export function packed(folder: string): { readonly filename: string; readonly files: readonly { readonly path: string }[] } {
  const said = npm(folder, 'pack', '--json');
  const [made] = JSON.parse(said.slice(said.indexOf('[\n'), said.lastIndexOf(']') + 1)) as [
    { readonly filename: string; readonly files: readonly { readonly path: string }[] },
  ];
  return made;
}

/** Compilers and ways of resolution that a consumer may have. */
export const CONSUMERS: readonly (readonly [compiler: string, resolution: string])[] = [
  ['typescript-5.9', 'nodenext'],
  ['typescript-5.9', 'bundler'],
  ['typescript', 'nodenext'],
  ['typescript', 'bundler'],
];

/** Compiles `consumer.ts` of a project. Throws with what the compiler says. */
export function compileConsumer(project: string, compiler: string, resolution: string): void {
  const compilerOptions = {
    module: resolution === 'nodenext' ? 'nodenext' : 'esnext',
    moduleResolution: resolution,
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
  };
  put(project, { 'tsconfig.json': JSON.stringify({ compilerOptions, files: ['consumer.ts'] }) });
  node(project, join(repository, 'node_modules', compiler, 'bin/tsc'), '-p', '.');
}

/** Runs npm away from any registry; returns what it says. */
function npm(cwd: string, ...args: string[]): string {
  const offline = ['--offline', '--registry=http://127.0.0.1:9/', '--fetch-retries=0', '--no-audit', '--no-fund', '--no-update-notifier'];
  const { status, stdout, stderr } = spawnSync('npm', [...args, ...offline], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout + stderr;
}

export function node(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}
