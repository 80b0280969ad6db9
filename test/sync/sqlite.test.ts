import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { GithubIssuesClient } from '../../generated/github-issues/src/index.js';
import {
  sqliteDestination,
  sync,
  tables,
  type Destination,
  type Row,
  type SavedState,
  type Table,
} from '../../generated/github-issues/src/sync/index.js';
import { join } from 'node:path';
import { sandbox } from '../support/sandbox.js';
import { RECORDED_OPTIONS, recordedIssues } from './support/recorded-api.js';

/** The tests' driver is libsql: it has the interface of better-sqlite3, and needs no compiler to install. */
const [issues] = tables as readonly [Table];
const open = (path: string): Destination => sqliteDestination(new Database(path));
const query = (path: string, sql: string): unknown => new Database(path).prepare(sql).all();
const saved = (mode: SavedState['mode'], complete: boolean): SavedState => ({ version: 1, mode, complete, state: { page: 1 } });

async function syncTo(path: string, options: Parameters<typeof sync>[2] = {}): Promise<void> {
  const api = await recordedIssues();
  const destination = open(path);
  await sync(new GithubIssuesClient({ ...RECORDED_OPTIONS, baseUrl: api.url }), destination, options).finally(() => destination.close());
}

function table(columns: Readonly<Record<string, string>>): Table {
  const names = Object.keys(columns);
  const listed = names.map((name) => `"${name}" ${columns[name]}`).join(', ');
  return {
    ...issues,
    name: 'things',
    columns: names,
    kinds: names.map(() => 'text' as const),
    sqlite: {
      create: (name) => `CREATE TABLE IF NOT EXISTS ${name} (${listed}, PRIMARY KEY ("id")) STRICT`,
      write: (name) =>
        `INSERT INTO ${name} VALUES (${names.map(() => '?').join(', ')}) ON CONFLICT ("id") DO UPDATE SET "size" = EXCLUDED."size"`,
    },
  };
}

async function write(path: string, rows: readonly Row[], state: SavedState, begin = true): Promise<void> {
  const destination = open(path);
  const things = table({ id: 'TEXT', size: 'INTEGER' });
  try {
    if (begin) await destination.begin(things, state.mode, false);
    await destination.write(things, { records: [], rows, saved: state });
  } finally {
    await destination.close();
  }
}

describe('the recordings of github-issues in SQLite', () => {
  test('are 13 rows, and 13 after another run and after a full refresh', async () => {
    const path = join(sandbox(), 'issues.sqlite');
    await syncTo(path);
    const first = query(path, 'SELECT * FROM issues ORDER BY id');
    expect(first).toHaveLength(13);
    await syncTo(path);
    expect(query(path, 'SELECT * FROM issues ORDER BY id')).toEqual(first);
    await syncTo(path, { fullRefresh: true });
    expect(query(path, 'SELECT * FROM issues ORDER BY id')).toEqual(first);
    expect(query(path, `SELECT typeof(id) AS id, locked, "user"->>'login' AS login, created_at FROM issues WHERE number = 13`)).toEqual([
      { id: 'integer', locked: 0, login: 'octokit-fixture-user-a', created_at: '2017-10-10T16:00:00Z' },
    ]);
  });
});

describe('rows and state', () => {
  test('are both as before when a batch fails', async () => {
    const path = join(sandbox(), 'things.sqlite');
    await write(path, [['a', 1]], saved('merge', false));
    await expect(
      write(
        path,
        [
          ['b', 2],
          ['c', 'many'],
        ],
        saved('merge', true),
      ),
    ).rejects.toMatchObject({ code: 'destination' });
    expect(query(path, 'SELECT * FROM things')).toEqual([{ id: 'a', size: 1 }]);
    expect(await open(path).load(table({ id: 'TEXT' }))).toEqual(saved('merge', false));
  });

  test('that are replaced are not seen before all are there', async () => {
    const path = join(sandbox(), 'things.sqlite');
    await write(path, [['old', 1]], saved('replace', true));
    await write(path, [['new 1', 1]], saved('replace', false));
    expect(query(path, 'SELECT id FROM things')).toEqual([{ id: 'old' }]);
    await write(path, [['new 2', 1]], saved('replace', true), false);
    expect(query(path, 'SELECT id FROM things ORDER BY id')).toEqual([{ id: 'new 1' }, { id: 'new 2' }]);
  });
});

test('a table gets the columns it lacks; another type is refused', async () => {
  const path = join(sandbox(), 'things.sqlite');
  await write(path, [['a', 1]], saved('merge', true));
  await open(path).begin(table({ id: 'TEXT', size: 'INTEGER', more: 'REAL' }), 'merge', false);
  expect(query(path, 'SELECT * FROM things')).toEqual([{ id: 'a', size: 1, more: null }]);
  await expect(open(path).begin(table({ id: 'TEXT', size: 'TEXT' }), 'merge', false)).rejects.toMatchObject({ code: 'narrowing' });
});
