import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { createClient } from '@clickhouse/client';
import { expect, onTestFinished, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { hasSmallDisks, smallDisk } from '../support/small-disk.js';
import { harnesses as clickhouse, startServer } from './destinations/clickhouse.js';
import { rowsIn } from './destinations/files.js';
import { buildPackage, recordedEnvironment, runCommand, type Finished } from './support/built-package.js';
import { changingIssues } from './support/changing-api.js';
import { query } from './support/duckdb.js';

const ROWS = 6_000;
const COLUMNS = ['id', 'title', 'comments'];

interface Kind {
  readonly to: string;
  readonly format?: string;
  /** What the disk has at first, in kilobytes: room for some of the rows. */
  readonly room: number;
  readonly rows: (folder: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}

const KINDS: Readonly<Record<string, Kind>> = {
  DuckDB: {
    to: 'a.duckdb',
    room: 2_500,
    rows: (folder) => query(join(folder, 'a.duckdb'), `SELECT ${COLUMNS.join()} FROM issues ORDER BY id`),
  },
  SQLite: {
    to: 'a.sqlite',
    room: 3_500,
    rows: async (folder) =>
      new Database(join(folder, 'a.sqlite')).prepare(`SELECT ${COLUMNS.join()} FROM issues ORDER BY id`).all() as readonly Record<
        string,
        unknown
      >[],
  },
  'JSON Lines': {
    to: '',
    room: 3_000,
    rows: async (folder) => rowsIn(readFileSync(join(folder, 'issues.jsonl'), 'utf8').split('\n').slice(0, -1), COLUMNS),
  },
  Parquet: {
    to: '',
    format: 'parquet',
    room: 2_500,
    rows: (folder) => query(':memory:', `SELECT ${COLUMNS.join()} FROM '${folder}/issues.parquet' ORDER BY id`),
  },
};

const bin = buildPackage('github-issues');

interface Issues {
  /** Syncs; resolves with how many records were read, where all was well. */
  sync(to: readonly string[], inside?: readonly string[]): Promise<Finished & { readonly read: number }>;
  rows(): readonly object[];
}

async function changing(): Promise<Issues> {
  const api = await changingIssues(ROWS, 100);
  const env = { ...recordedEnvironment(api.url), GITHUB_ISSUES_PAGE_SIZE: '100', GITHUB_ISSUES_OWNER: 'o', GITHUB_ISSUES_REPO: 'r' };
  return {
    rows: () => api.rows(),
    async sync(to, inside = []) {
      const [node = '', first = '', ...rest] = [...inside, process.execPath, bin, 'sync', '--to', ...to];
      const finished = await runCommand(first, rest, { cwd: sandbox(), env, node });
      return { ...finished, read: Number(/issues: (\d+) records.*done/.exec(finished.stderr)?.[1]) };
    },
  };
}

const FULL = { exitCode: 3, stderr: expect.stringMatching(/no space|is full|not enough space/i) as string };
const asTexts = (rows: readonly Readonly<Record<string, unknown>>[]): readonly object[] =>
  rows.map(({ id, title, comments }) => ({ id: String(id), title, comments: String(comments) }));

test.runIf(hasSmallDisks).each(Object.entries(KINDS))(
  '%s on a disk that is full keeps what was written; with more room, the next sync goes on',
  async (_, kind) => {
    const issues = await changing();
    const disk = await smallDisk(kind.room);
    const to = [`${disk.folder}/${kind.to}`, ...(kind.format === undefined ? [] : ['--format', kind.format])];
    expect(await issues.sync(to, disk.inside)).toMatchObject(FULL);
    await disk.grow(100_000);
    const { exitCode, read } = await issues.sync(to, disk.inside);
    expect(exitCode).toBe(0);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(ROWS); // the others are there
    const copy = sandbox();
    disk.copyTo(copy);
    expect(asTexts(await kind.rows(copy))).toEqual(issues.rows());
  },
);

test.runIf(hasSmallDisks && clickhouse.length > 0)(
  'ClickHouse on a disk that is full keeps what was written; with more room, the next sync goes on',
  async () => {
    const issues = await changing();
    const disk = await smallDisk(1_500);
    const server = await startServer(disk.folder, disk.inside);
    onTestFinished(() => server.stop());
    const to = [`clickhouse://default@127.0.0.1:${server.port}/default`];
    const failed = await issues.sync(to);
    expect(failed).toMatchObject(FULL);
    await disk.grow(1_000_000);
    const { exitCode, read } = await issues.sync(to);
    expect(exitCode).toBe(0);
    expect(read).toBeLessThan(ROWS);
    const client = createClient({ url: `http://127.0.0.1:${server.port}` });
    const found = await client.query({ query: `SELECT ${COLUMNS.join()} FROM issues FINAL ORDER BY id`, format: 'JSONEachRow' });
    expect(asTexts(await found.json())).toEqual(issues.rows());
    await client.close();
  },
  600_000,
);
