import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GithubIssuesClient } from '../../generated/github-issues/src/index.js';
import { openDuckdb, sync, tables, type Destination, type SavedState, type Table } from '../../generated/github-issues/src/sync/index.js';
import { sandbox } from '../support/sandbox.js';
import { query } from './support/duckdb.js';
import { RECORDED_OPTIONS, recordedIssues } from './support/recorded-api.js';

const [issues] = tables as readonly [Table];

/** Syncs what GitHub answered, as it is or with records changed, into a database. */
async function syncTo(path: string, options: Parameters<typeof sync>[2] = {}): Promise<void> {
  const { url } = await recordedIssues();
  const destination = await openDuckdb(path);
  await sync(new GithubIssuesClient({ ...RECORDED_OPTIONS, baseUrl: url }), destination, options).finally(() => destination.close());
}

/** Writes rows as a read would have made them. */
async function write(
  path: string,
  table: Table,
  rows: readonly (readonly (string | number | boolean | null)[])[],
  saved: SavedState,
  begin = true,
): Promise<void> {
  await using(await openDuckdb(path), async (destination) => {
    if (begin) await destination.begin(table, saved.mode, false);
    await destination.write(table, { records: rows.map(() => ({})), rows, saved });
  });
}

async function using(destination: Destination, use: (destination: Destination) => Promise<unknown>): Promise<void> {
  await use(destination).finally(() => destination.close());
}

const saved = (mode: SavedState['mode'], complete: boolean): SavedState => ({ version: 1, mode, complete, state: { page: 1 } });

/** A small table in the manner of the emitted ones. */
function table(columns: Readonly<Record<string, string>>, change: Partial<Table> = {}): Table {
  const names = Object.keys(columns);
  const listed = names.map((name) => `"${name}" ${columns[name]}`).join(', ');
  return {
    ...issues,
    name: 'things',
    columns: names,
    kinds: names.map(() => 'text' as const),
    key: ['id'],
    duckdb: {
      create: (name) => `CREATE TABLE IF NOT EXISTS ${name} (${listed})`,
      stage: `CREATE OR REPLACE TEMP TABLE "_sync_rows" (${names.map((name) => `"${name}" VARCHAR`).join(', ')})`,
      write: (name) => [
        `DELETE FROM ${name} USING temp."_sync_rows" AS rows WHERE ${name}."id" = rows."id"`,
        `INSERT INTO ${name} (${names.map((each) => `"${each}"`).join(', ')}) SELECT * FROM temp."_sync_rows"`,
      ],
    },
    ...change,
  };
}

describe('the recordings of github-issues in DuckDB', () => {
  test('are 13 rows, and 13 after another run', async () => {
    const path = join(sandbox(), 'issues.duckdb');
    await syncTo(path);
    expect(await query(path, 'SELECT count(*)::INTEGER AS count FROM issues')).toEqual([{ count: 13 }]);
    const first = await query(path, 'SELECT * FROM issues ORDER BY id');
    await syncTo(path);
    expect(await query(path, 'SELECT * FROM issues ORDER BY id')).toEqual(first);
  });

  test('have the types that the spec declares, nested ones too', async () => {
    const path = join(sandbox(), 'issues.duckdb');
    await syncTo(path);
    const columns = await query(path, "SELECT column_name, data_type, is_nullable FROM duckdb_columns() WHERE table_name = 'issues'");
    const types = Object.fromEntries(columns.map((column) => [column['column_name'], column['data_type']]));
    expect(types).toMatchObject({
      id: 'BIGINT',
      title: 'VARCHAR',
      locked: 'BOOLEAN',
      created_at: 'TIMESTAMP WITH TIME ZONE',
      labels: 'STRUCT(id BIGINT, "name" VARCHAR, color VARCHAR, description VARCHAR)[]',
      pull_request: 'STRUCT(html_url VARCHAR, merged_at TIMESTAMP WITH TIME ZONE)',
    });
    expect(Object.keys(types)).toEqual(issues.columns);
    expect(columns.filter((column) => column['is_nullable'] === false).map((column) => column['column_name'])).toEqual(['id']);
    expect(
      await query(
        path,
        'SELECT number::INTEGER AS number, "user".login AS login, created_at, reactions."+1"::INTEGER AS up FROM issues WHERE number = 13',
      ),
    ).toEqual([{ number: 13, login: 'octokit-fixture-user-a', created_at: '2017-10-10 16:00:00+00', up: 0 }]);
  });

  test('are replaced by a full refresh: rows that are gone from the API are gone', async () => {
    const path = join(sandbox(), 'issues.duckdb');
    await syncTo(path);
    await query(path, "INSERT INTO issues (id, title) VALUES (1, 'not there any more')");
    await syncTo(path);
    expect(await query(path, 'SELECT count(*)::INTEGER AS count FROM issues')).toEqual([{ count: 14 }]);
    await syncTo(path, { fullRefresh: true });
    expect(await query(path, 'SELECT count(*)::INTEGER AS count FROM issues')).toEqual([{ count: 13 }]);
    await syncTo(path);
    expect(await query(path, 'SELECT count(*)::INTEGER AS count FROM issues')).toEqual([{ count: 13 }]);
  });
});

describe('rows and state', () => {
  test('are both there after a batch', async () => {
    const path = join(sandbox(), 'things.duckdb');
    const things = table({ id: 'VARCHAR', size: 'BIGINT' });
    await write(path, things, [['a', '1']], saved('merge', false));
    expect(await query(path, 'SELECT * FROM things')).toEqual([{ id: 'a', size: '1' }]);
    await using(await openDuckdb(path), async (destination) => expect(await destination.load(things)).toEqual(saved('merge', false)));
  });

  test('are both as before when a batch fails', async () => {
    const path = join(sandbox(), 'things.duckdb');
    const things = table({ id: 'VARCHAR', size: 'BIGINT' });
    await write(path, things, [['a', '1']], saved('merge', false));
    await expect(
      write(
        path,
        things,
        [
          ['b', '2'],
          ['c', 'not a number'],
        ],
        saved('merge', true),
      ),
    ).rejects.toThrow(/Could not convert/);
    expect(await query(path, 'SELECT * FROM things')).toEqual([{ id: 'a', size: '1' }]);
    await using(await openDuckdb(path), async (destination) => expect(await destination.load(things)).toEqual(saved('merge', false)));
  });

  test('may be wide: a batch gets the memory it needs', async () => {
    const path = join(sandbox(), 'things.duckdb');
    const text = 'wide '.repeat(1_000_000);
    await write(
      path,
      table({ id: 'VARCHAR', text: 'VARCHAR' }),
      Array.from({ length: 10 }, (_, index) => [`${index}`, text]),
      saved('merge', true),
    );
    expect(await query(path, 'SELECT count(*)::INTEGER AS count, min(length(text))::INTEGER AS length FROM things')).toEqual([
      { count: 10, length: text.length },
    ]);
  });

  test('that are replaced are not seen before all are there', async () => {
    const path = join(sandbox(), 'things.duckdb');
    const things = table({ id: 'VARCHAR' });
    await write(path, things, [['old']], saved('replace', true));
    await write(path, things, [['new 1']], saved('replace', false));
    expect(await query(path, 'SELECT * FROM things')).toEqual([{ id: 'old' }]);
    await write(path, things, [['new 2']], saved('replace', true), false);
    expect(await query(path, 'SELECT * FROM things ORDER BY id')).toEqual([{ id: 'new 1' }, { id: 'new 2' }]);
  });

  test('are written by one sync at a time, in one process too', async () => {
    const path = join(sandbox(), 'things.duckdb');
    await using(await openDuckdb(path), async () => {
      await expect(openDuckdb(path)).rejects.toMatchObject({ code: 'locked' });
    });
    await using(await openDuckdb(path), async () => undefined);
    const nowhere = join(sandbox(), 'no/such/things.duckdb');
    for (const _ of ['first', 'second']) await expect(openDuckdb(nowhere)).rejects.toMatchObject({ code: 'destination' });
  });

  test('cannot be resumed when the table is gone', async () => {
    const path = join(sandbox(), 'things.duckdb');
    await using(await openDuckdb(path), async (destination) => {
      expect(await destination.begin(table({ id: 'VARCHAR' }), 'merge', true)).toBe(false);
      expect(await destination.begin(table({ id: 'VARCHAR' }), 'replace', true)).toBe(false);
    });
  });
});

describe('a table of an older version', () => {
  const grow = async (before: string, after: string, value: string): Promise<unknown> => {
    const path = join(sandbox(), 'things.duckdb');
    await query(path, `CREATE TABLE things (id VARCHAR, value ${before})`);
    await query(path, `INSERT INTO things VALUES ('a', ${value})`);
    await using(await openDuckdb(path, { adopt: true }), (destination) =>
      destination.begin(table({ id: 'VARCHAR', value: after, more: 'BOOLEAN' }), 'merge', false),
    );
    const [row] = await query(path, 'SELECT typeof(value) AS type, value, more FROM things');
    return row;
  };

  test.each([
    ['BIGINT', 'DOUBLE', '7', 7],
    ['BIGINT', 'VARCHAR', '7', '7'],
    ['STRUCT(a BIGINT)', 'STRUCT(a BIGINT, b VARCHAR)', '{a: 7}', { a: '7', b: null }],
    ['STRUCT(a BIGINT)[]', 'STRUCT(b VARCHAR[], a DOUBLE)[]', '[{a: 7}]', [{ b: null, a: 7 }]],
    [
      'MAP(VARCHAR, STRUCT(a BIGINT))',
      'MAP(VARCHAR, STRUCT(a BIGINT, "b ""c" TIMESTAMP WITH TIME ZONE))',
      "MAP {'k': {a: 7}}",
      [{ key: 'k', value: { a: '7', 'b "c': null } }],
    ],
    ['VARCHAR', 'JSON', "'seven'", '"seven"'],
  ])('gets its new column, and %s becomes %s', async (before, after, value, becomes) => {
    expect(await grow(before, after, value)).toEqual({ type: after, value: becomes, more: null });
  });

  test.each([
    ['DOUBLE', 'BIGINT', '7.5'],
    ['VARCHAR', 'BIGINT', "'7'"],
    ['STRUCT(a BIGINT, b VARCHAR)', 'STRUCT(a BIGINT)', "{a: 7, b: 'x'}"],
    ['STRUCT(a DOUBLE)[]', 'STRUCT(a BIGINT)[]', '[{a: 7}]'],
    ['JSON', 'VARCHAR', "'[]'"],
    ['BIGINT[]', 'BIGINT', '[7]'],
  ])('keeps %s: that it may not narrow to %s is said', async (before, after, value) => {
    await expect(grow(before, after, value)).rejects.toMatchObject({
      code: 'narrowing',
      message: expect.stringContaining('--full-refresh'),
    });
  });
});

test('a file of a newer DuckDB is refused before anything is asked, with both versions', async () => {
  const path = join(sandbox(), 'newer.duckdb');
  await query(path, 'CREATE TABLE mine (a INTEGER)');
  const file = readFileSync(path);
  file.writeBigUInt64LE(99n, 12); // the storage version, in the first block, which begins with its checksum
  let checksum = 5381n;
  for (let at = 8; at < 4096; at += 8) checksum ^= BigInt.asUintN(64, file.readBigUInt64LE(at) * 0xbf58476d1ce4e5b9n);
  file.writeBigUInt64LE(checksum, 0);
  writeFileSync(path, file);
  await expect(syncTo(path)).rejects.toMatchObject({
    code: 'driver',
    message: expect.stringMatching(
      /newer\.duckdb has storage version 99; the installed @duckdb\/node-api reads versions between \d+ and \d+.*Update/,
    ),
  });
  expect(readFileSync(path).equals(file)).toBe(true);
});
