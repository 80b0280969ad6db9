import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildPackage, buildSpec } from './support/built-package.js';
import { query } from './support/duckdb.js';
import { serve } from './support/recorded-api.js';
import { rowAt, WIDE } from './support/wide-spec.js';

/** `npm run test:million` takes 1,000,000, and 200,000 wide ones. */
const RECORDS = Number(process.env['TAPWRIGHT_TEST_RECORDS'] ?? 50_000);
const WIDE_RECORDS = RECORDS / 5;
const PAGE = 100;
const MOST_MEGABYTES = 200;

const analytics = join(buildPackage('analytics'), '../..');
const wide = buildSpec(WIDE).then((bin) => join(bin, '../..'));

/**
 * The command itself, which takes its words from behind its own name; at the end, the most memory it ever had, in KiB. On Linux, `maxRSS` begins with
 * what the process had that started this one: it is asked for what it had itself.
 */
const COMMAND = `
  await import(process.argv[1] + '/sync/bin.js');
  const { readFileSync, existsSync } = await import('node:fs');
  const status = '/proc/self/status';
  const [, own] = existsSync(status) ? /^VmHWM:\\s*(\\d+) kB/m.exec(readFileSync(status, 'utf8')) ?? [] : [];
  console.log(own ?? process.resourceUsage().maxRSS);
`;

test(`${RECORDS} records go to DuckDB in less than ${MOST_MEGABYTES} MB`, { timeout: 1_800_000 }, async () => {
  const url = await pagesOf(RECORDS, eventAt);
  const cwd = sandbox();
  const env = { ANALYTICS_API_KEY: 'a-key', ANALYTICS_BASE_URL: url };
  const megabytes = await peakOf(cwd, analytics, 'events', env, RECORDS);
  expect(
    await query(join(cwd, 'analytics.duckdb'), 'SELECT count(*)::INTEGER AS count, count(DISTINCT id)::INTEGER AS ids FROM events'),
  ).toEqual([{ count: RECORDS, ids: RECORDS }]);
  expect(megabytes).toBeLessThan(MOST_MEGABYTES);
});

test(`${WIDE_RECORDS} records of 40 fields, nested ones too, do as well`, { timeout: 1_800_000 }, async () => {
  const url = await pagesOf(WIDE_RECORDS, rowAt);
  const cwd = sandbox();
  const megabytes = await peakOf(cwd, await wide, 'things', { WIDE_TOKEN: 'a-token', WIDE_BASE_URL: url }, WIDE_RECORDS);
  expect(
    await query(join(cwd, 'wide.duckdb'), 'SELECT count(*)::INTEGER AS count, max(object_1.d.f)::INTEGER AS last FROM things'),
  ).toEqual([{ count: WIDE_RECORDS, last: Math.round((WIDE_RECORDS - 1) / 3) }]);
  expect(megabytes).toBeLessThan(MOST_MEGABYTES);
});

test('a wide table fits into a database that DuckDB made, with its larger blocks', { timeout: 600_000 }, async () => {
  const records = 20_000;
  const url = await pagesOf(records, rowAt);
  const cwd = sandbox();
  const path = join(cwd, 'wide.duckdb');
  await query(path, 'CREATE TABLE others (id INTEGER)');
  await peakOf(cwd, await wide, 'things', { WIDE_TOKEN: 'a-token', WIDE_BASE_URL: url }, records);
  expect(await query(path, 'SELECT count(*)::INTEGER AS count FROM things')).toEqual([{ count: records }]);
});

/** An API with so many records. */
function pagesOf(records: number, recordAt: (index: number) => object): Promise<string> {
  return serve((request, response) => {
    const offset = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('offset'));
    const data = Array.from({ length: Math.max(0, Math.min(PAGE, records - offset)) }, (_, index) => recordAt(offset + index));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  });
}

/** Syncs, and returns the most megabytes that the process ever had. */
async function peakOf(
  cwd: string,
  dist: string,
  resource: string,
  env: Readonly<Record<string, string>>,
  records: number,
): Promise<number> {
  const started = Date.now();
  const { exitCode, stdout } = await new Promise<{ readonly exitCode: number | null; readonly stdout: string }>((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', COMMAND, dist, 'sync', '--resource', resource], {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.on('close', (code) => resolve({ exitCode: code, stdout: text }));
  });
  expect(exitCode).toBe(0);
  const megabytes = Math.round(Number(stdout) / 1024);
  console.log(`${records} ${resource} in ${Math.round((Date.now() - started) / 1000)} s, at most ${megabytes} MB`);
  return megabytes;
}

function eventAt(index: number): object {
  return {
    id: `event-${index}`,
    name: `opened page ${index % 97}`,
    customer_id: index % 5 === 0 ? null : `customer-${index % 10_007}`,
    timestamp: new Date(1_700_000_000_000 + index * 1000).toISOString(),
    plan: index % 2 === 0 ? 'free' : 'pro',
    properties: { index, path: `/pages/${index % 97}`, tags: ['a', 'b'] },
  };
}
