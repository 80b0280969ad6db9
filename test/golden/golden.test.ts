import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadPipeline, type Pipeline } from '../../generator/commands/pipeline.js';
import { renderDiagnostics } from '../../generator/diagnostics/frame.js';
import { cli } from '../../generator/diagnostics/messages/cli.js';
import { fixtures } from '../../generator/diagnostics/messages/fixtures.js';
import { hooks } from '../../generator/diagnostics/messages/hooks.js';
import { imports } from '../../generator/diagnostics/messages/import.js';
import { init } from '../../generator/diagnostics/messages/init.js';
import { internal } from '../../generator/diagnostics/messages/internal.js';
import { io } from '../../generator/diagnostics/messages/io.js';
import { out as output } from '../../generator/diagnostics/messages/out.js';
import { record } from '../../generator/diagnostics/messages/record.js';
import { records } from '../../generator/diagnostics/messages/records.js';
import { spec } from '../../generator/diagnostics/messages/spec.js';
import { surface } from '../../generator/diagnostics/messages/surface.js';
import { yaml } from '../../generator/diagnostics/messages/yaml.js';
import { codesIn, tapwright } from '../support/command-line.js';
import { repository } from '../support/generator-sources.js';
import { contentOf, put } from '../support/sandbox.js';
import { SAMPLES } from './samples.js';

/**
 * A case is a folder: `spec.yaml`, with recordings in `spec/` and hooks in `spec.hooks.ts`, and what comes of it: `expected/**`, or `stderr.txt`. A first
 * line `# shows: src/internal/auth.ts src/resources/*` keeps the expected files to those that the case is about.
 *
 * `npm run golden:update` writes what comes of it now: read the difference before you commit it.
 */
const UPDATE = process.env['MODE'] === 'golden-update';
const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const CASES = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** `test/sync/temporal` runs them, each in a process of its own: they open a whole SDK. */
const TESTED_ELSEWHERE = ['--exclude', 'temporal/*/test/temporal/**'];

/** Every module of `diagnostics/messages/`. */
const groups = { cli, fixtures, hooks, import: imports, init, internal, io, out: output, record, records, spec, surface, yaml };
const reached = new Set<string>();
const shown = new Set<string>();
let out = '';
let pipeline: Pipeline;

beforeAll(async () => {
  out = realpathSync(mkdtempSync(join(tmpdir(), 'tapwright-golden-')));
  symlinkSync(join(repository, 'node_modules'), join(out, 'node_modules'), 'junction');
  pipeline = await loadPipeline();
  for (const [group, messages] of Object.entries(groups)) watch(group, messages);
});

afterAll(() => {
  vi.restoreAllMocks();
  rmSync(out, { recursive: true, force: true });
});

describe.each(CASES)('%s', (name) => {
  const folder = join(FOLDER, name);

  test('gives what is expected', async () => {
    const run = await tapwright(folder, ['generate', 'spec.yaml', '--out', join(out, name)], { pipeline });
    expect(run.exitCode).toBe(name.startsWith('recording-') ? 5 : /^(error|yaml|hooks)-/.test(name) ? 1 : 0);
    const files: Record<string, string> = run.exitCode === 0 ? shownOf(folder, packageIn(join(out, name))) : {};
    for (const code of codesIn(run)) shown.add(code);
    const golden = { ...files, ...(run.stderr === '' ? {} : { 'stderr.txt': run.stderr }) };
    if (UPDATE) writeGolden(folder, golden);
    expect(goldenIn(folder)).toEqual(golden);
  });
});

describe('the packages of all cases', () => {
  test('compile', () => {
    const compilerOptions = {
      ...{
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable'],
        module: 'nodenext',
        types: ['node'],
        noEmit: true,
        allowImportingTsExtensions: true,
        skipLibCheck: true,
      },
      ...{ strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, noPropertyAccessFromIndexSignature: true },
      ...{ noImplicitOverride: true, noUnusedLocals: true, verbatimModuleSyntax: true, erasableSyntaxOnly: true, isolatedModules: true },
    };
    put(out, {
      'tsconfig.json': JSON.stringify({ compilerOptions, include: ['*/*/src', '*/*/test'] }),
      'package.json': '{"type":"module"}',
    });
    expect(node('typescript/bin/tsc', '-p', '.')).toEqual({ status: 0, said: '' });
  });

  test('pass their own tests', () => {
    const { status, said } = node(
      'vitest/vitest.mjs',
      'run',
      '--root',
      '.',
      '--reporter',
      'dot',
      '--isolate=false',
      '--maxWorkers=2',
      '--testTimeout=60000', // as their own `npm test` has it
      ...TESTED_ELSEWHERE,
    );
    expect(status, said).toBe(0);
  }, 600_000); // half a minute where nothing else runs
});

test('every message has a case, or a sample where a spec alone cannot cause it', () => {
  const missing = Object.entries(groups).flatMap(([group, messages]) =>
    Object.keys(messages)
      .filter((name) => !reached.has(`${group}.${name}`) && !shown.has(`${group}/${kebab(name)}`) && !hasSample(group, name))
      .map((name) => `${group}.${name}`),
  );
  expect(missing).toEqual([]);
  const modules = readdirSync(join(repository, 'generator/diagnostics/messages')).map((file) => file.replace('.ts', ''));
  expect(Object.keys(groups).sort()).toEqual(modules.sort());
});

test('the messages that no spec causes', () => {
  const texts = Object.entries(SAMPLES).flatMap(([, samples]) =>
    Object.values(samples).map((sample) => renderDiagnostics([sample], { path: 'spec.yaml', text: '' }, { color: false })),
  );
  if (UPDATE) put(FOLDER, { 'samples.txt': texts.join('') });
  expect(texts.join('')).toBe(readFileSync(join(FOLDER, 'samples.txt'), 'utf8'));
});

function hasSample(group: string, name: string): boolean {
  return Object.entries(SAMPLES).some(([key, samples]) => key === group && name in samples);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

/** Notes which messages are made. */
function watch(group: string, messages: object): void {
  for (const [name, make] of Object.entries(messages)) {
    Object.defineProperty(messages, name, {
      value: (...args: readonly unknown[]): unknown => {
        reached.add(`${group}.${name}`);
        return make(...args);
      },
    });
  }
}

function packageIn(folder: string): Record<string, string> {
  const [name = ''] = readdirSync(folder);
  return contentOf(join(folder, name));
}

/** The files that a case is about. */
function shownOf(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  const [, shown] = /^# shows: (.*)\n/.exec(readFileSync(join(folder, 'spec.yaml'), 'utf8')) ?? [];
  const patterns = shown?.split(' ').map((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`));
  const about = Object.entries(files).filter(([path]) => patterns === undefined || patterns.some((pattern) => pattern.test(path)));
  return Object.fromEntries(about.map(([path, text]) => [`expected/${path}`, text]));
}

/** What a case has beside its spec and recordings. */
function goldenIn(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(contentOf(folder)).filter(([path]) => /^(expected\/|stderr\.txt$)/.test(path)));
}

function writeGolden(folder: string, golden: Readonly<Record<string, string>>): void {
  for (const path of ['expected', 'stderr.txt']) rmSync(join(folder, path), { recursive: true, force: true });
  put(folder, golden);
}

/** Runs a program of `node_modules` where the packages are. */
function node(program: string, ...args: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, 'node_modules', program), ...args], {
    cwd: out,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}
