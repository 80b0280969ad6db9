import { spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildPackage } from './support/built-package.js';
import { query } from './support/duckdb.js';
import { changingIssues, type ChangingIssues } from './support/changing-api.js';
import { harnesses } from './support/harness.js';
import { type PostgresServer, run, startPostgres } from './support/postgres.js';

const KILLS = Number(process.env['TAPWRIGHT_TEST_KILLS'] ?? 8);
const ROWS = Number(process.env['TAPWRIGHT_TEST_ROWS'] ?? 5_000);
const PAGE = 100;

const dist = join(buildPackage('github-issues'), '../..');
let postgres: PostgresServer;

beforeAll(async () => void (postgres = await startPostgres()));
afterAll(() => postgres.stop());

/** The library form, with batches so small that there are many moments to be killed at. */
const SYNC = `
  const [dist, to, baseUrl] = process.argv.slice(1);
  const { GithubIssuesClient } = await import(dist + '/index.js');
  const { openDestination, sync } = await import(dist + '/sync/index.js');
  const destination = await openDestination(to);
  await sync(new GithubIssuesClient({ token: 'a-token', owner: 'o', repo: 'r', pageSize: ${PAGE}, baseUrl }), destination, { OPTIONS batchRows: 500 });
  await destination.close();
`;

/** Syncs in a process, which is killed a moment after the API got so many requests; resolves with its exit code. */
function syncProcess(to: string, api: ChangingIssues, options: string, killAfter = Infinity): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', SYNC.replace('OPTIONS', options), dist, to, api.url], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('exit', (code) => resolve(code));
    api.whenAsked(killAfter, () => setTimeout(() => child.kill('SIGKILL'), randomInt(30)));
  });
}

async function killAndCompare(
  to: string,
  rows: () => Promise<readonly unknown[]>,
  options = '',
  unlock: () => Promise<void> | undefined = () => undefined,
): Promise<void> {
  const api = await changingIssues(ROWS, PAGE);
  let killed = 0;
  for (let count = 0; count < KILLS; count++) {
    const code = await syncProcess(to, api, options, randomInt(1, ROWS / PAGE));
    expect([0, null]).toContain(code);
    if (code === null) killed++;
    await unlock();
    api.change(200);
  }
  expect(killed).toBeGreaterThan(KILLS / 4);
  expect(await syncProcess(to, api, options)).toBe(0);
  expect(await rows()).toEqual(api.rows());
}

const COLUMNS = 'SELECT id::text AS id, title, comments::text AS comments FROM issues ORDER BY issues.id';

test('DuckDB has what the API has after runs that were killed at any moment, and a last one', { timeout: 1_200_000 }, async () => {
  const path = join(sandbox(), 'issues.duckdb');
  await killAndCompare(path, () => query(path, COLUMNS));
});

/** Servers that are tested with where they are installed. */
const servers = (await harnesses()).filter(({ name }) => ['MySQL', 'ClickHouse', 'JSON Lines in S3'].includes(name));
afterAll(async () => void (await Promise.all(servers.map((server) => server.stop()))));

test.each(servers)(
  '$name has what the API has after runs that were killed at any moment, and a last one',
  { timeout: 1_200_000 },
  async (harness) => {
    for (const options of ['', 'fullRefresh: true,']) {
      const place = await harness.place();
      await killAndCompare(
        place.to,
        () =>
          place.texts('issues', [
            { name: 'id', kind: 'integer' },
            { name: 'title', kind: 'text' },
            { name: 'comments', kind: 'integer' },
          ]),
        options,
        () => place.unlock?.(),
      );
    }
  },
);

test('Postgres has what the API has after runs that were killed at any moment, and a last one', { timeout: 1_200_000 }, async () => {
  const url = await postgres.database(randomUUID());
  await killAndCompare(url, () => run(url, COLUMNS));
});
