import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GithubIssuesClient } from '../../generated/github-issues/src/index.js';
import {
  openPostgres,
  sync,
  tables,
  type Destination,
  type Row,
  type SavedState,
  type Table,
} from '../../generated/github-issues/src/sync/index.js';
import { type PostgresServer, run, startPostgres } from './support/postgres.js';
import { RECORDED_OPTIONS, recordedIssues } from './support/recorded-api.js';

const [issues] = tables as readonly [Table];
let server: PostgresServer;

beforeAll(async () => void (server = await startPostgres()));
afterAll(() => server.stop());

const database = (): Promise<string> => server.database(randomUUID());

async function syncTo(url: string, options: Parameters<typeof sync>[2] = {}): Promise<void> {
  const api = await recordedIssues();
  const destination = await openPostgres(url);
  await sync(new GithubIssuesClient({ ...RECORDED_OPTIONS, baseUrl: api.url }), destination, options).finally(() => destination.close());
}

async function using(url: string, use: (destination: Destination) => Promise<unknown>): Promise<void> {
  const destination = await openPostgres(url, { adopt: true }); // tables that a test makes itself are taken over
  await use(destination).finally(() => destination.close());
}

const saved = (mode: SavedState['mode'], complete: boolean): SavedState => ({ version: 1, mode, complete, state: { page: 1 } });

/** A small table in the manner of the emitted ones. */
function table(columns: Readonly<Record<string, string>>): Table {
  const names = Object.keys(columns);
  const listed = names.map((name) => `"${name}" ${columns[name]}`).join(', ');
  return {
    ...issues,
    name: 'things',
    columns: names,
    kinds: names.map(() => 'text' as const),
    key: ['id'],
    postgres: {
      create: (name) => `CREATE TABLE IF NOT EXISTS ${name} (${listed}, PRIMARY KEY ("id"))`,
      stage: `CREATE TEMP TABLE "_sync_rows" (${listed}) ON COMMIT DROP`,
      write: (name) =>
        `INSERT INTO ${name} (${names.map((each) => `"${each}"`).join(', ')}) SELECT * FROM pg_temp."_sync_rows"
         ON CONFLICT ("id") DO UPDATE SET ${names.map((each) => `"${each}" = EXCLUDED."${each}"`).join(', ')}`,
    },
  };
}

function write(url: string, rows: readonly Row[], state: SavedState, begin = true): Promise<void> {
  const things = table({ id: 'text', size: 'bigint' });
  return using(url, async (destination) => {
    if (begin) await destination.begin(things, state.mode, false);
    await destination.write(things, { records: rows.map(() => ({})), rows, saved: state });
  });
}

describe('the recordings of github-issues in Postgres', () => {
  test('are 13 rows, and 13 after another run, with the types that the spec declares', async () => {
    const url = await database();
    await syncTo(url);
    const first = await run(url, 'SELECT * FROM issues ORDER BY id');
    expect(first).toHaveLength(13);
    await syncTo(url);
    expect(await run(url, 'SELECT * FROM issues ORDER BY id')).toEqual(first);
    const columns = await run(
      url,
      "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'issues' ORDER BY ordinal_position",
    );
    expect(columns.map((column) => column['column_name'])).toEqual(issues.columns);
    expect(Object.fromEntries(columns.map((column) => [column['column_name'], column['data_type']]))).toMatchObject({
      id: 'bigint',
      title: 'text',
      locked: 'boolean',
      created_at: 'timestamp with time zone',
      labels: 'jsonb',
    });
    expect(
      await run(
        url,
        `SELECT number::int, "user"->>'login' AS login, created_at::text, reactions->>'+1' AS up FROM issues WHERE number = 13`,
      ),
    ).toEqual([{ number: 13, login: 'octokit-fixture-user-a', created_at: '2017-10-10 16:00:00+00', up: '0' }]);
  });

  test('are replaced by a full refresh: rows that are gone from the API are gone', async () => {
    const url = await database();
    await syncTo(url);
    await run(url, "INSERT INTO issues (id, title) VALUES (1, 'not there any more')");
    await syncTo(url, { fullRefresh: true });
    expect(await run(url, 'SELECT count(*)::int AS count FROM issues')).toEqual([{ count: 13 }]);
    await syncTo(url, { fullRefresh: true });
    await syncTo(url);
    expect(await run(url, 'SELECT count(*)::int AS count FROM issues')).toEqual([{ count: 13 }]);
  });
});

describe('rows and state', () => {
  test('are both there after a batch, and both as before when one fails', async () => {
    const url = await database();
    await write(url, [['a', 1]], saved('merge', false));
    await expect(
      write(
        url,
        [
          ['b', 2],
          ['c', 'many'],
        ],
        saved('merge', true),
      ),
    ).rejects.toMatchObject({ code: 'destination' });
    expect(await run(url, 'SELECT * FROM things')).toEqual([{ id: 'a', size: '1' }]);
    await using(url, async (destination) => expect(await destination.load(table({ id: 'text' }))).toEqual(saved('merge', false)));
  });

  test('that are replaced are not seen before all are there', async () => {
    const url = await database();
    await write(url, [['old', 1]], saved('replace', true));
    await write(url, [['new 1', 1]], saved('replace', false));
    expect(await run(url, 'SELECT id FROM things')).toEqual([{ id: 'old' }]);
    await write(url, [['new 2', 1]], saved('replace', true), false);
    expect(await run(url, 'SELECT id FROM things ORDER BY id')).toEqual([{ id: 'new 1' }, { id: 'new 2' }]);
  });

  test('that are replaced keep the views, grants and indexes of their table; readers see the old ones until all is there', async () => {
    const url = await database();
    await write(url, [['old', 1]], saved('replace', true));
    await run(url, 'CREATE VIEW sizes AS SELECT size FROM things');
    await run(url, 'GRANT SELECT ON things TO public');
    await run(url, 'CREATE INDEX own_index ON things (size)');
    const reader = new pg.Client({ connectionString: url });
    await reader.connect();
    try {
      await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      expect((await reader.query('SELECT id FROM things')).rows).toEqual([{ id: 'old' }]);
      await reader.query('COMMIT');
      await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await reader.query('SELECT 1');
      await write(url, [['new', 2]], saved('replace', true));
      expect((await reader.query('SELECT id FROM things')).rows).toEqual([{ id: 'old' }]);
      await reader.query('COMMIT');
      expect((await reader.query('SELECT id FROM things')).rows).toEqual([{ id: 'new' }]);
    } finally {
      await reader.end();
    }
    expect(await run(url, 'SELECT size FROM sizes')).toEqual([{ size: '2' }]);
    expect(await run(url, "SELECT has_table_privilege('public', 'things', 'SELECT') AS granted")).toEqual([{ granted: true }]);
    expect(await run(url, "SELECT indexname FROM pg_indexes WHERE tablename = 'things' AND indexname = 'own_index'")).toHaveLength(1);
    expect(await run(url, "SELECT to_regclass('things__next') AS next")).toEqual([{ next: null }]);
  });

  test('that are replaced by those of another shape come with it', async () => {
    const url = await database();
    await run(url, "CREATE TABLE things (id text PRIMARY KEY, size text, gone text); INSERT INTO things VALUES ('old', 'big', 'x')");
    await write(url, [['new', 2]], saved('replace', true));
    expect(await run(url, 'SELECT * FROM things')).toEqual([{ id: 'new', size: '2' }]);
    await run(url, 'ALTER TABLE things DROP COLUMN size');
    await write(url, [['newer', 3]], saved('replace', true));
    expect(await run(url, 'SELECT * FROM things')).toEqual([{ id: 'newer', size: '3' }]);
  });

  test('keep every sign that Postgres knows', async () => {
    const url = await database();
    const text = 'a\tb\nc\rd\\e\\N\u0001"\'é💡.';
    await write(
      url,
      [
        [text, null],
        ['\\N', -0],
      ],
      saved('merge', true),
    );
    expect(await run(url, 'SELECT id, size FROM things ORDER BY size NULLS FIRST')).toEqual([
      { id: text, size: null },
      { id: '\\N', size: '0' },
    ]);
  });

  test('are written by one run at a time', async () => {
    const url = await database();
    await using(url, async (first) => {
      await first.begin(table({ id: 'text' }), 'merge', false);
      await using(url, (second) => expect(second.begin(table({ id: 'text' }), 'merge', false)).rejects.toMatchObject({ code: 'locked' }));
    });
  });
});

describe('a table of an older version', () => {
  const grow = async (before: string, after: string, value: string): Promise<unknown> => {
    const url = await database();
    await run(url, `CREATE TABLE things (id text NOT NULL PRIMARY KEY, value ${before})`);
    await run(url, `INSERT INTO things VALUES ('a', ${value})`);
    await using(url, (destination) => destination.begin(table({ id: 'text NOT NULL', value: after, more: 'boolean' }), 'merge', false));
    const [row] = await run(url, 'SELECT pg_typeof(value)::text AS type, value, more FROM things');
    return row;
  };

  test.each([
    ['bigint', 'double precision', '7', 7],
    ['bigint', 'text', '7', '7'],
    ['text', 'jsonb', "'seven'", 'seven'],
    ['bigint', 'bigint', '7', '7'],
  ])('gets its new column, and %s becomes %s', async (before, after, value, becomes) => {
    expect(await grow(before, after, value)).toEqual({ type: after, value: becomes, more: null });
  });

  test.each([
    ['double precision', 'bigint', '7.5'],
    ['text', 'bigint', "'7'"],
    ['jsonb', 'text', "'[]'"],
  ])('keeps %s: that it may not narrow to %s is said', async (before, after, value) => {
    await expect(grow(before, after, value)).rejects.toMatchObject({
      code: 'narrowing',
      message: expect.stringContaining('--full-refresh'),
    });
  });
});

test('a server that is not there is said', async () => {
  await expect(openPostgres('postgres://tester@127.0.0.1:1/none')).rejects.toMatchObject({
    code: 'destination',
    message: expect.stringContaining('ECONNREFUSED'),
  });
});
