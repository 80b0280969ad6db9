import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page } from '../behaviour/acts.js';
import { play } from '../behaviour/server.js';
import { repository } from '../support/generator-sources.js';
import { put } from '../support/sandbox.js';

/** A copy of the package, away from the repository: what a user has who moves the folder to one of their own. */
let copy = '';
let base = '';

beforeAll(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'tapwright-publish-')));
  copy = join(base, 'metrics');
  cpSync(join(repository, 'generated/metrics'), copy, { recursive: true, filter: (path) => !/[\\/](node_modules|dist)$/.test(path) });
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'), 'junction'); // as if typescript and vitest were installed
  npm(copy, 'run', 'build');
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

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

function node(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

describe('a package outside the repository', () => {
  test('builds', () => {
    expect(existsSync(join(copy, 'dist/index.d.ts'))).toBe(true);
  });

  test('tests itself', () => {
    expect(npm(copy, 'test')).toMatch(/Tests .*passed/);
  });

  test('pleases publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: copy, strict: true, pack: 'npm' });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test('pleases arethetypeswrong', () => {
    const cli = join(repository, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    node(copy, cli, '--pack', '.', '--profile', 'esm-only'); // ends with 1 when it finds something
  });

  test('would be published without a warning but that of who does it', () => {
    const said = npm(copy, 'publish', '--dry-run');
    const warnings = said
      .split('\n')
      .filter((line) => line.startsWith('npm warn') && !line.includes('user config') && !line.includes('config "nodedir"'));
    expect(warnings.filter((line) => !line.includes('requires you to be logged in'))).toEqual([]);
    expect(said).toContain('+ metrics-connector@1.0.0');
  });
});

describe('a project that installs the package', () => {
  let project = '';

  beforeAll(() => {
    const [{ filename, files }] = JSON.parse(npm(copy, 'pack', '--json').replace(/^npm warn.*$/gm, '')) as [
      { filename: string; files: { path: string }[] },
    ];
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'LICENSE',
        'dist/index.js',
        'dist/index.d.ts',
        'schemas/metrics.json',
        'src/index.ts',
      ]),
    );
    expect(paths.filter((path) => /^(test|fixtures)\//.test(path))).toEqual([]);
    project = join(base, 'project');
    mkdirSync(project);
    put(project, {
      'package.json': '{ "name": "consumer", "private": true, "type": "module" }',
      'consumer.ts': CONSUMER,
      'main.js': MAIN,
      'main.cjs': REQUIRE,
    });
    npm(project, 'install', join(copy, filename));
  });

  test.each([
    ['typescript-5.9', 'nodenext'],
    ['typescript-5.9', 'bundler'],
    ['typescript', 'nodenext'],
    ['typescript', 'bundler'],
  ])('compiles with %s under %s', (compiler, resolution) => {
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
  });

  test.each(['main.js', 'main.cjs'])('reads records with %s', async (main) => {
    const server = await play(page);
    const printed = await new Promise<string>((resolve, reject) => {
      // not spawnSync: the server answers in this process
      import('node:child_process').then(({ execFile }) =>
        execFile(process.execPath, [main, server.url], { cwd: project }, (error, stdout) =>
          error === null ? resolve(stdout) : reject(error),
        ),
      );
    });
    expect(printed.trim().split('\n')).toEqual(['Metric 0 – Größe null', 'Metric 1 – Größe 0.5', 'Metric 2 – Größe 1', '13 records']);
  });
});

/** What the types say, said by a user. */
const CONSUMER = `
import { MetricsClient, MetricsHttpError, type Metric, type MetricsState } from 'metrics-connector';

const metrics = new MetricsClient({ apiKey: 'key' });
let state: MetricsState | undefined;

export async function main(): Promise<void> {
  try {
    for await (const metric of metrics.metrics.list()) {
      const value: number | null = metric.value;
      const name: string = metric.name;
      // @ts-expect-error a value may be null
      metric.value.toFixed();
      // @ts-expect-error there is no such field
      metric.valeu;
      // @ts-expect-error records are read-only
      metric.name = name + value;
    }
    for await (const page of metrics.metrics.pages({ state })) {
      const records: readonly Metric[] = page.records;
      state = page.state;
      void records;
    }
  } catch (error) {
    if (error instanceof MetricsHttpError) throw new Error(error.url + error.status.toFixed());
  }
}

// @ts-expect-error a credential is needed
new MetricsClient({});
`;

const PRINT = `
  const client = new MetricsClient({ apiKey: 'key', baseUrl: process.argv[2] });
  let count = 0;
  for await (const { name, value } of client.metrics.list()) if (count++ < 3) console.log(name, value);
  console.log(count, 'records');
`;
const MAIN = `import { MetricsClient } from 'metrics-connector';\n${PRINT}`;
const REQUIRE = `const { MetricsClient } = require('metrics-connector');\n(async () => {${PRINT}})();`;
