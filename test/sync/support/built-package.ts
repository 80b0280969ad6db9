import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, onTestFinished } from 'vitest';
import { load } from '../../../generator/spec/load.js';
import { compileProgramLater } from '../../support/compile-later.js';
import { generateLater } from '../../support/generate.js';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));

/** Makes JavaScript of a committed package, which `npm run typecheck` compiles, in a folder that goes with the test file; returns the path of its command. */
export function buildPackage(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tapwright-package-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return transpilePackage(join(REPOSITORY, 'generated', name), folder);
}

/** The command of a built package as it is for somebody who installed it beside only these libraries, by where they lie. */
export function installedWith(bin: string, libraries: Readonly<Record<string, string>>): string {
  const from = join(bin, '../../..');
  const folder = mkdtempSync(join(tmpdir(), 'tapwright-installed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['dist', 'schemas', 'package.json']) cpSync(join(from, part), join(folder, part), { recursive: true });
  for (const [name, path] of Object.entries(libraries)) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(path, join(folder, 'node_modules', name));
  }
  return join(folder, 'dist/sync/bin.js');
}

/** Where a library of this repository lies. */
export function libraryPath(name: string): string {
  return join(REPOSITORY, 'node_modules', name);
}

/** Generates the package of a spec, and makes JavaScript of it; returns the path of its command. It is compiled with others when the test file is done. */
export async function buildSpec(spec: string): Promise<string> {
  const loaded = load('specs/made.yaml', new TextEncoder().encode(spec));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  const generated = await generateLater(loaded.source);
  if (!generated.ok) throw new Error(generated.diagnostics.map(({ message }) => message).join('\n'));
  const source = mkdtempSync(join(tmpdir(), 'tapwright-source-'));
  const folder = mkdtempSync(join(tmpdir(), 'tapwright-package-'));
  afterAll(() => [source, folder].forEach((each) => rmSync(each, { recursive: true, force: true })));
  for (const { path, text } of generated.files) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  compileProgramLater(generated.files);
  return transpilePackage(source, folder);
}

/** Makes `dist` of the package in `source`, with the libraries of this repository, in `folder`: what `npm run build` does, without a look at types. */
function transpilePackage(source: string, folder: string): string {
  cpSync(source, folder, { recursive: true, filter: (path) => !/\/(node_modules|dist)$/.test(path) });
  symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'));
  const outdir = join(folder, 'dist');
  const entryPoints = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, 'src', path));
  const compilerOptions = { target: 'es2022', verbatimModuleSyntax: true, useDefineForClassFields: false };
  buildSync({ entryPoints, outdir, outbase: join(folder, 'src'), format: 'esm', tsconfigRaw: { compilerOptions } });
  for (const path of readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.js'))) {
    const text = readFileSync(join(outdir, path), 'utf8');
    writeFileSync(join(outdir, path), text.replaceAll(/((?:from|import) ?\(?"\.[^"\n]*)\.ts"/g, '$1.js"'));
  }
  return join(outdir, 'sync/bin.js');
}

export interface Finished {
  /** null: ended by a signal. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The program that runs it. Default: the Node.js of the tests. */
  readonly node?: string;
  /** Called with the process as soon as it runs. */
  readonly during?: (child: ChildProcess) => void;
}

/** Runs a command with only these environment variables. */
export function runCommand(
  bin: string,
  args: readonly string[],
  { cwd, env = {}, node = process.execPath, during }: RunOptions,
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(node, [bin, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
    during?.(child);
  });
}

/** The messages of a protocol on stdout. */
export function messagesIn({ stdout }: Finished): readonly Readonly<Record<string, unknown>>[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}

/** What the settings of `RECORDED_OPTIONS` are in the environment. */
export function recordedEnvironment(baseUrl: string): Record<string, string> {
  return {
    GITHUB_ISSUES_TOKEN: 'a-token',
    GITHUB_ISSUES_OWNER: 'octokit-fixture-org',
    GITHUB_ISSUES_REPO: 'paginate-issues',
    GITHUB_ISSUES_PAGE_SIZE: '3',
    GITHUB_ISSUES_BASE_URL: baseUrl,
  };
}
