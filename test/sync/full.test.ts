import { expect, test } from 'vitest';
import { GithubIssuesClient } from '../../generated/github-issues/src/index.ts';
import { openMysql, sync } from '../../generated/github-issues/src/sync/index.ts';
import { harnesses, run, startServer } from './destinations/mysql.js';
import { changingIssues } from './support/changing-api.js';

const ROWS = 60_000;

/** One file for all tables, which has an end: what a full disk is to a server. */
const upTo = (megabytes: number): readonly string[] => [
  '--innodb-file-per-table=0',
  `--innodb-data-file-path=ibdata1:12M:autoextend:max:${megabytes}M`,
];

test.runIf(harnesses.length > 0)(
  'MySQL that has no more room ends a sync with what was written; with more room, it goes on',
  { timeout: 600_000 },
  async () => {
    const api = await changingIssues(ROWS, 100);
    const client = new GithubIssuesClient({ token: 'a-token', owner: 'o', repo: 'r', pageSize: 100, baseUrl: api.url });
    const syncTo = async (to: string): Promise<void> => {
      const destination = await openMysql(to);
      await sync(client, destination).finally(() => destination.close());
    };
    const small = await startServer(upTo(14));
    await run(`${small.url}/mysql`, 'CREATE DATABASE shop');
    await expect(syncTo(`${small.url}/shop`)).rejects.toMatchObject({ code: 'destination', message: expect.stringMatching(/is full/) });
    const [found] = await run(`${small.url}/shop`, 'SELECT count(*) AS count FROM issues');
    const written = Number(found?.['count']);
    expect(written).toBeGreaterThan(0);
    expect(written % 100).toBe(0); // whole pages, those that the state is of
    await expect(syncTo(`${small.url}/shop`)).rejects.toMatchObject({ code: 'destination' });
    await small.stop(true);

    const large = await startServer(upTo(64), small.folder);
    await syncTo(`${large.url}/shop`);
    const rows = await run(
      `${large.url}/shop`,
      'SELECT CAST(id AS CHAR) AS id, title, CAST(comments AS CHAR) AS comments FROM issues ORDER BY issues.id',
    );
    expect(rows).toEqual(api.rows());
    await large.stop();
  },
);
