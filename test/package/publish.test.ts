import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { page } from '../transport/acts.js';
import { play } from '../transport/server.js';
import { compileConsumer, CONSUMERS, installPacked, npmBuild, outside, packed, testPublishing } from './outside.js';

const place = outside('metrics');

describe('a package outside the repository', () => testPublishing(place, 'metrics-connector@1.0.0'));

describe('a package that is packed', () => {
  test('holds what it lists, and nothing that strayed in', () => {
    const stray = [
      'src/.env',
      'src/notes.txt',
      'src/records/dump.json',
      'schemas/.env',
      'schemas/key.pem',
      'dist/.env',
      'dist/core.12',
      '.env',
      'state.json',
    ];
    for (const path of stray) writeFileSync(join(place.copy, path), 'SECRET=1\n');
    try {
      const paths = packed(place.copy).files.map(({ path }) => path);
      expect(paths.filter((path) => stray.includes(path))).toEqual([]);
      expect(paths).toEqual(
        expect.arrayContaining(['src/index.ts', 'dist/index.js', 'dist/index.d.ts', 'dist/index.js.map', 'schemas/metrics.json']),
      );
    } finally {
      for (const path of stray) rmSync(join(place.copy, path));
    }
  });

  test('is built then, and fails there when it cannot be', () => {
    rmSync(join(place.copy, 'dist'), { recursive: true });
    expect(packed(place.copy).files.map(({ path }) => path)).toContain('dist/index.js');
    const source = join(place.copy, 'src/index.ts');
    const text = readFileSync(source, 'utf8');
    writeFileSync(source, 'not TypeScript');
    expect(() => packed(place.copy)).toThrow('prepack');
    writeFileSync(source, text);
    npmBuild(place.copy);
  });
});

describe('a project that installs the package', () => {
  let project = '';
  let contents: readonly string[] = [];

  beforeAll(() => {
    ({ project, packed: contents } = installPacked(place, { 'consumer.ts': CONSUMER, 'main.js': MAIN, 'main.cjs': REQUIRE }));
  });

  test('gets what it needs, and no tests', () => {
    expect(contents).toEqual(
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
    expect(contents.filter((path) => /^(test|fixtures)\//.test(path))).toEqual([]);
  });

  test.each(CONSUMERS)('compiles with %s under %s', (compiler, resolution) => compileConsumer(project, compiler, resolution));

  test.each(['main.js', 'main.cjs'])('reads records with %s', async (main) => {
    const server = await play(page);
    const printed = await new Promise<string>((resolve, reject) => {
      // not spawnSync: the server answers in this process
      execFile(process.execPath, [main, server.url], { cwd: project }, (error, stdout) =>
        error === null ? resolve(stdout) : reject(error),
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
