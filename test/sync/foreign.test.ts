import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { GithubIssuesClient } from '../../generated/github-issues/src/index.ts';
import {
  sync,
  tables,
  type DestinationOptions,
  type SavedState,
  type Table,
  type WriteMode,
} from '../../generated/github-issues/src/sync/index.ts';
import { sandbox } from '../support/sandbox.js';
import { buildPackage, recordedEnvironment, runCommand } from './support/built-package.js';
import { query } from './support/duckdb.js';
import { harnesses, type Place } from './support/harness.js';
import { run } from './support/postgres.js';
import { RECORDED_OPTIONS, recordedIssues } from './support/recorded-api.js';

const [issues] = tables as readonly [Table];
const all = await harnesses();

afterAll(async () => void (await Promise.all(all.map((harness) => harness.stop()))));

const saved = (mode: WriteMode, complete: boolean): SavedState => ({ version: 1, mode, complete, state: { page: 1 } });

/** Syncs what GitHub answered; resolves with how often it was asked. */
async function syncTo(place: Place, options: DestinationOptions = {}, syncOptions: Parameters<typeof sync>[2] = {}): Promise<number> {
  const { url, requests } = await recordedIssues();
  const destination = await place.open(options);
  try {
    await sync(new GithubIssuesClient({ ...RECORDED_OPTIONS, baseUrl: url }), destination, syncOptions);
  } catch (error) {
    expect(requests).toEqual([]);
    throw error;
  } finally {
    await destination.close();
  }
  return requests.length;
}

const count = async (place: Place, table = 'issues'): Promise<number> => (await place.rows(table, ['id'])).length;

describe.each(all)('$name', (harness) => {
  test.each(['append', 'merge', 'replace'] as const)('leaves what it did not make as it is, where rows are %sd', async (mode) => {
    const place = await harness.place();
    await place.makeForeign('issues');
    const before = await place.snapshot();
    const destination = await place.open();
    try {
      const refusal = { code: 'foreign', message: expect.stringMatching(/issues was not made by this connector.*--prefix TEXT.*--adopt/) };
      await expect(destination.check?.([{ table: issues, mode }])).rejects.toMatchObject(refusal);
      await expect(destination.begin({ ...issues, mode }, mode, false)).rejects.toMatchObject(refusal);
    } finally {
      await destination.close();
    }
    expect(await place.snapshot()).toEqual(before);
  });

  test('is asked nothing when a table is refused, by a full refresh neither', async () => {
    const place = await harness.place();
    await place.makeForeign('issues');
    const before = await place.snapshot();
    await expect(syncTo(place)).rejects.toMatchObject({ code: 'foreign' });
    await expect(syncTo(place, {}, { fullRefresh: true })).rejects.toMatchObject({ code: 'foreign' });
    expect(await place.snapshot()).toEqual(before);
  });

  test('leaves the place where rows would gather as it is', async () => {
    const place = await harness.place();
    await place.makeForeign('issues__next');
    const before = await place.snapshot();
    const destination = await place.open();
    const refused = destination.check?.([{ table: issues, mode: 'replace' }]).finally(() => destination.close());
    if (place.format === 'parquet' || harness.name.endsWith('S3'))
      await refused; // they gather in a database of its own, or are not seen
    else await expect(refused).rejects.toMatchObject({ code: 'foreign', message: expect.stringContaining('issues__next') });
    expect(await place.snapshot()).toEqual(before);
  });

  test('writes beside it under a prefix, and goes on there', async () => {
    const place = await harness.place();
    await place.makeForeign('issues');
    for (const _ of ['first', 'second']) await syncTo(place, { prefix: 'gh_' });
    expect(await count(place, 'gh_issues')).toBe(13);
    await expect(syncTo(place)).rejects.toMatchObject({ code: 'foreign' });
  });

  test('knows its own tables again: those of a run that ended before its first row, too', async () => {
    const place = await harness.place();
    for (const mode of ['merge', 'replace', 'merge', 'replace'] as const) {
      const destination = await place.open(); // as soon as the one before is closed
      await destination.begin(issues, mode, false).finally(() => destination.close());
    }
    await syncTo(place);
    await syncTo(place, {}, { fullRefresh: true });
    await syncTo(place);
    expect(await count(place)).toBe(13);
  });

  test('knows a full refresh that was cut off', async () => {
    const place = await harness.place();
    await syncTo(place);
    const destination = await place.open();
    await destination.begin(issues, 'replace', false);
    await destination.write(issues, { records: [], rows: [], saved: saved('replace', false) }).finally(() => destination.close());
    await syncTo(place, {}, { fullRefresh: true });
    expect(await count(place)).toBe(13);
  });
});

describe('a schema of its own', () => {
  const schemas = all.filter(({ hasSchemas }) => hasSchemas);

  test.each(schemas)('is made in $name, and keeps tables and states apart', async (harness) => {
    const place = await harness.place();
    await place.makeForeign('issues');
    for (const _ of ['first', 'second']) await syncTo(place, { schema: 'odd "schema"' });
    expect(await count(place, '"odd ""schema"""."issues"')).toBe(13);
  });

  test.each(all.filter((harness) => !schemas.includes(harness)))('is refused by $name, which has none', async (harness) => {
    const place = await harness.place();
    if (harness.name === 'SQLite') return; // opened by the test: see the command
    await expect(place.open({ schema: 'other' })).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('--prefix') });
  });
});

describe('what is taken over by --adopt', () => {
  test('keeps its rows and gets the columns it lacks', async () => {
    const place = await all.find(({ name }) => name === 'DuckDB')!.place();
    await query(place.to, "CREATE TABLE issues (id BIGINT, title VARCHAR, mine VARCHAR); INSERT INTO issues VALUES (1, 'old', 'MINE')");
    await syncTo(place, { adopt: true });
    await syncTo(place);
    expect(await count(place)).toBe(14);
    expect(await query(place.to, 'SELECT mine, title FROM issues WHERE id = 1')).toEqual([{ mine: 'MINE', title: 'old' }]);
  });

  test('must have room for the rows: nothing is added to a table that does not', async () => {
    const place = await all.find(({ name }) => name === 'Postgres')!.place();
    await run(place.to, "CREATE TABLE issues (id bigint, title integer, mine text NOT NULL); INSERT INTO issues VALUES (1, 2, 'MINE')");
    const before = await place.snapshot();
    const message = await syncTo(place, { adopt: true }).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(message).toMatch(/title is integer.*would have to become text/);
    expect(message).toMatch(/mine may not be null/);
    expect(message).toMatch(/no unique index of id.*ADD PRIMARY KEY \("id"\)/);
    expect(await place.snapshot()).toEqual(before);
  });

  test('is never a view', async () => {
    const place = await all.find(({ name }) => name === 'Postgres')!.place();
    await run(place.to, 'CREATE VIEW issues AS SELECT 1::bigint AS id');
    await expect(syncTo(place, { adopt: true })).rejects.toMatchObject({
      code: 'foreign',
      message: expect.stringContaining('the view issues'),
    });
  });
});

test('one table that cannot be written keeps all others as they are', async () => {
  const place = await all.find(({ name }) => name === 'DuckDB')!.place();
  const destination = await place.open({ adopt: true });
  try {
    await destination.begin({ ...issues, name: 'good' }, 'merge', false);
    await destination.begin({ ...issues, name: 'bad' }, 'merge', false);
  } finally {
    await destination.close();
  }
  await query(place.to, 'ALTER TABLE good DROP COLUMN title; ALTER TABLE bad ALTER COLUMN comments TYPE VARCHAR');
  const before = await place.snapshot();
  const again = await place.open();
  await expect(
    again.check?.(['good', 'bad'].map((name) => ({ table: { ...issues, name }, mode: 'merge' as const }))).finally(() => again.close()),
  ).rejects.toMatchObject({ code: 'narrowing', message: expect.stringContaining('comments is VARCHAR') });
  expect(await place.snapshot()).toEqual(before);
});

test('a table of another connector is called so', async () => {
  const place = await all.find(({ name }) => name === 'DuckDB')!.place();
  await syncTo(place);
  await query(place.to, "UPDATE _sync_states SET connector = 'other'");
  await expect(syncTo(place)).rejects.toMatchObject({
    code: 'foreign',
    message: expect.stringContaining('was made by the connector other'),
  });
});

test('the command says what is in its way and what can be done, with exit code 3', async () => {
  const bin = buildPackage('github-issues');
  const { url, requests } = await recordedIssues();
  const options = { cwd: sandbox(), env: recordedEnvironment(url) };
  await query(join(options.cwd, 'x.duckdb'), 'CREATE VIEW issues AS SELECT 1 AS id');
  expect(await runCommand(bin, ['sync', '--to', 'x.duckdb'], options)).toMatchObject({
    exitCode: 3,
    stderr:
      'error: x.duckdb: the view issues was not made by this connector. Nothing was read, nothing changed. ' +
      'Write elsewhere, with --schema NAME or --prefix TEXT; or take a table over as it is, with --adopt\n',
  });
  expect(await runCommand(bin, ['sync', '--to', 'x.sqlite', '--schema', 'a'], options)).toMatchObject({ exitCode: 2 });
  expect(await runCommand(bin, ['sync', '--to', 'x.duckdb', '--adopt', '--full-refresh'], options)).toMatchObject({ exitCode: 2 });
  expect(requests).toEqual([]);
  for (const _ of ['first', 'second']) {
    expect(await runCommand(bin, ['sync', '--to', 'x.duckdb', '--schema', 'github', '--prefix', 'gh_'], options)).toMatchObject({
      exitCode: 0,
    });
  }
  expect(await query(join(options.cwd, 'x.duckdb'), 'SELECT count(*)::INTEGER AS count FROM github.gh_issues')).toEqual([{ count: 13 }]);
  expect((await runCommand(bin, ['state', 'show', '--to', 'x.duckdb', '--schema', 'github', '--prefix', 'gh_'], options)).stdout).toContain(
    '"complete":true',
  );
  writeFileSync(join(options.cwd, 'issues.parquet'), 'MINE');
  expect(await runCommand(bin, ['sync', '--to', './', '--format', 'parquet'], options)).toMatchObject({ exitCode: 3 });
  expect(existsSync(join(options.cwd, '_sync.duckdb'))).toBe(false);
});
