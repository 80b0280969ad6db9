import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { sqliteDestination } from '../../../generated/github-issues/src/sync/index.ts';
import { sandbox } from '../../support/sandbox.js';
import type { Harness } from '../support/harness.js';

/** The tests' driver is libsql: it has the interface of better-sqlite3, and needs no compiler to install. */
const sqlite: Harness = {
  name: 'SQLite',
  async place() {
    const to = join(sandbox(), 'things.sqlite');
    const using = <Result>(use: (database: Database.Database) => Result): Result => {
      const database = new Database(to);
      try {
        return use(database);
      } finally {
        database.close();
      }
    };
    return {
      to,
      open: async (options) => sqliteDestination(new Database(to), options),
      makeForeign: async (name) =>
        void using((database) => database.exec(`CREATE TABLE "${name}" (mine TEXT); INSERT INTO "${name}" VALUES ('MINE')`)),
      snapshot: async () => readFileSync(to).toString('base64'),
      rows: async (table, columns) =>
        using(
          (database) =>
            database
              .prepare(`SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM ${table} ORDER BY 1`)
              .all() as readonly Record<string, unknown>[],
        ),
    };
  },
  async stop() {},
};

export const harnesses = [sqlite];
