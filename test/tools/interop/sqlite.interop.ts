import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { arch, platform } from 'node:os';
import { expect, test } from 'vitest';
import { installed } from '../bench/scratch.js';
import { sandbox } from '../../support/sandbox.js';
import { buildPackage, installedWith, messagesIn, recordedEnvironment, runCommand } from '../../sync/support/built-package.js';
import { recordedIssues } from '../../sync/support/recorded-api.js';

const bin = buildPackage('github-issues');

/** The drivers that people have: they are installed from npm, the first is compiled where npm has no binary of it. */
const DRIVERS = {
  'better-sqlite3': () => ({
    node: process.execPath,
    libraries: { 'better-sqlite3': join(installed('driver-better-sqlite3', ['better-sqlite3@12']), 'node_modules/better-sqlite3') },
    query: (path: string, sql: string) =>
      `import Database from 'better-sqlite3'; console.log(JSON.stringify(new Database(${JSON.stringify(path)}).prepare(${JSON.stringify(sql)}).all()))`,
  }),
  'node:sqlite': () => {
    const module = `node-${platform()}-${arch()}`;
    return {
      node: join(installed('runtime-node-22', [`${module}@22`]), 'node_modules', module, 'bin/node'),
      libraries: {},
      query: (path: string, sql: string) =>
        `import { DatabaseSync } from 'node:sqlite'; console.log(JSON.stringify(new DatabaseSync(${JSON.stringify(path)}).prepare(${JSON.stringify(sql)}).all()))`,
    };
  },
} as const;

test.each(['better-sqlite3', 'node:sqlite'] as const)(
  'sync to SQLite by %s: 13 rows, and 13 after another run and a full refresh',
  async (name) => {
    const { node, libraries, query } = DRIVERS[name]();
    const command = installedWith(bin, libraries);
    const { url } = await recordedIssues();
    const options = { cwd: sandbox(), env: recordedEnvironment(url), node };
    const path = join(options.cwd, 'issues.sqlite');
    const script = join(command, '../query.mjs');
    const rows = async (sql: string): Promise<unknown> => {
      writeFileSync(script, query(path, sql));
      return JSON.parse((await runCommand(script, [], options)).stdout);
    };
    for (const more of [[], [], ['--full-refresh']]) {
      expect(await runCommand(command, ['sync', '--to', 'issues.sqlite', ...more], options)).toMatchObject({ exitCode: 0 });
      expect(await rows('SELECT count(*) AS count, min(number) AS least, typeof(locked) AS type FROM issues')).toEqual([
        { count: 13, least: 1, type: 'integer' },
      ]);
    }
    expect(messagesIn(await runCommand(command, ['state', 'show', '--to', 'issues.sqlite'], options))).toMatchObject([
      { resource: 'issues', complete: true },
    ]);
  },
);
