import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildPackage } from './support/built-package.js';
import { query } from './support/duckdb.js';
import { serve } from './support/recorded-api.js';

const RECORDS = Number(process.env['TAPWRIGHT_TEST_RECORDS'] ?? 50_000);
const PAGE = 100;
const MOST_MEGABYTES = 256;

const dist = join(buildPackage('analytics'), '../..');

/** The command itself, which takes its words from behind its own name; at the end, the most memory it ever had. */
const COMMAND = `
  await import(process.argv[1] + '/sync/bin.js');
  console.log(process.resourceUsage().maxRSS);
`;

test(`${RECORDS} records go to DuckDB in less than ${MOST_MEGABYTES} MB`, { timeout: 1_800_000 }, async () => {
  const url = await serve((request, response) => {
    const offset = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('offset'));
    const data = Array.from({ length: Math.max(0, Math.min(PAGE, RECORDS - offset)) }, (_, index) => eventAt(offset + index));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  });
  const cwd = sandbox();
  const started = Date.now();
  const { exitCode, stdout } = await runCommand(cwd, { ANALYTICS_API_KEY: 'a-key', ANALYTICS_BASE_URL: url });
  expect(exitCode).toBe(0);
  const megabytes = Math.round(Number(stdout) / 1024);
  console.log(`${RECORDS} records in ${Math.round((Date.now() - started) / 1000)} s, at most ${megabytes} MB`);
  expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  expect(
    await query(join(cwd, 'analytics.duckdb'), 'SELECT count(*)::INTEGER AS count, count(DISTINCT id)::INTEGER AS ids FROM events'),
  ).toEqual([{ count: RECORDS, ids: RECORDS }]);
});

function runCommand(
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly exitCode: number | null; readonly stdout: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', COMMAND, dist, 'sync', '--resource', 'events'], {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.on('close', (exitCode) => resolve({ exitCode, stdout }));
  });
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
