import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildPackage, installedWith, libraryPath, recordedEnvironment, runCommand } from './support/built-package.js';
import { recordedIssues } from './support/recorded-api.js';

const bin = buildPackage('github-issues');

test.each([
  [['--to', 'issues.duckdb'], [], 'Writing to DuckDB needs the package @duckdb/node-api. Install it with: npm install @duckdb/node-api'],
  [['--to', 'folder/', '--format', 'parquet'], [], 'Writing to DuckDB needs the package @duckdb/node-api.'],
  [['--to', 'postgres://localhost/db'], [], 'Writing to Postgres needs the package pg. Install it with: npm install pg'],
  [['--to', 'postgres://localhost/db'], ['pg'], 'Writing to Postgres needs the package pg-copy-streams. Install it with: npm install'],
])('sync %j without its driver, beside %j, says what to install: nothing is asked, nothing is written', async (args, present, message) => {
  const cwd = sandbox();
  const { url, requests } = await recordedIssues();
  const alone = installedWith(bin, Object.fromEntries(present.map((name) => [name, libraryPath(name)])));
  const finished = await runCommand(alone, ['sync', ...args], { cwd, env: recordedEnvironment(url) });
  expect(finished).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining(`error: ${message}`) });
  expect(requests).toEqual([]);
  expect(existsSync(join(cwd, 'issues.duckdb'))).toBe(false);
});

/** Node.js 22.5 and later have SQLite themselves: `test/tools/interop` runs on one. */
const hasSqlite = Number(process.versions.node.split('.')[0]) >= 22;

test('sync to SQLite says what to install where Node.js has no SQLite of its own, and needs nothing where it has', async () => {
  const { url } = await recordedIssues();
  const finished = await runCommand(installedWith(bin, {}), ['sync', '--to', 'issues.sqlite'], {
    cwd: sandbox(),
    env: recordedEnvironment(url),
  });
  if (hasSqlite) expect(finished).toMatchObject({ exitCode: 0 });
  else {
    expect(finished).toMatchObject({
      exitCode: 2,
      stderr: 'error: Writing to SQLite needs Node.js 22.13 or newer, or the package libsql. Install it with: npm install libsql\n',
    });
  }
});

test('what needs no driver runs without any', async () => {
  const { url } = await recordedIssues();
  const cwd = sandbox();
  const run = (...args: readonly string[]): Promise<unknown> =>
    runCommand(installedWith(bin, {}), args, { cwd, env: recordedEnvironment(url) });
  expect(await run('sync', '--to', 'folder/')).toMatchObject({ exitCode: 0 });
  expect(await run('read', 'issues', '--limit', '1')).toMatchObject({ exitCode: 0 });
  expect(await run('--singer')).toMatchObject({ exitCode: 0 });
  expect(await run('spec')).toMatchObject({ exitCode: 0 });
});
