import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileConsumer, CONSUMERS, installPacked, node, outside, testPublishing } from './outside.js';

const run = promisify(execFile);
const place = outside('analytics');

describe('a package with outputs, outside the repository', () => testPublishing(place, '@acme/analytics-connector@1.0.0'));

describe('a project that installs a package with outputs', () => {
  const EVENTS = ['a', 'b', 'c'].map((id) => ({
    id,
    name: 'opened',
    customer_id: null,
    timestamp: '2026-01-02T00:00:00Z',
    plan: 'pro',
    properties: {},
  }));
  const server = createServer(({ url = '' }, response) => {
    const isFirst = new URL(url, 'http://api').searchParams.get('offset') === '0';
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: isFirst ? EVENTS : [] }));
  });
  let project = '';
  let packed: readonly string[] = [];
  let url = '';

  beforeAll(async () => {
    ({ project, packed } = installPacked(place, { 'consumer.ts': CONSUMER, 'main.js': MAIN }));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => server.close());

  test('gets the command and what syncs, no tests, and no database that it did not ask for', () => {
    expect(packed).toEqual(
      expect.arrayContaining(['bin.js', 'dist/sync/bin.js', 'dist/sync/index.js', 'dist/sync/index.d.ts', 'schemas/events.json']),
    );
    expect(packed.filter((path) => /^(test|fixtures)\//.test(path))).toEqual([]);
    expect(existsSync(join(project, 'node_modules/@duckdb'))).toBe(false);
  });

  test.each(CONSUMERS)('compiles with %s under %s', (compiler, resolution) => compileConsumer(project, compiler, resolution));

  test('imports what it syncs from the entry for that', () => {
    expect(node(project, 'main.js').trim().split('\n')).toEqual([
      'active_users, annotations, cohorts, events, events_list',
      'function',
      'AnalyticsClient',
    ]);
  });

  test('runs the command', async () => {
    const command = join(project, 'node_modules/.bin/analytics-connector');
    const env = { PATH: process.env['PATH'], ANALYTICS_API_KEY: 'key', ANALYTICS_BASE_URL: url };
    const start = (...argv: string[]) => run(command, argv, { cwd: project, env, shell: process.platform === 'win32' });
    expect((await start('--help')).stdout).toMatch(/^Usage: analytics-connector /);
    const { stdout } = await start('read', 'events', '--limit', '2');
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(['a', 'b']);
    expect((await start('check')).stdout).toBe('ok: events can be read\n');
  });
});

const CONSUMER = `
import { AnalyticsClient, type Event } from '@acme/analytics-connector';
import { openDestination, sync, tables, type Destination, type Progress } from '@acme/analytics-connector/sync';
import manifest from '@acme/analytics-connector/package.json' with { type: 'json' };

export async function main(): Promise<void> {
  const client = new AnalyticsClient({ apiKey: 'key' });
  for await (const event of client.events.list()) {
    const read: Event = event;
    const customer: string | null = read.customer_id;
    void customer;
  }
  const destination: Destination = await openDestination('file.duckdb');
  await destination.close();
  const names: readonly string[] = tables.map(({ name }) => name);
  const version: string = manifest.version;
  void [names, version, sync];
  const progress: Progress | undefined = undefined;
  void progress;
}
`;

const MAIN = `
import { AnalyticsClient } from '@acme/analytics-connector';
import { sync, tables } from '@acme/analytics-connector/sync';
console.log(tables.map(({ name }) => name).sort().join(', '));
console.log(typeof sync);
console.log(AnalyticsClient.name);
`;
