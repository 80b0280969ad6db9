import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { sqliteDestination } from '../../../generated/github-issues/src/sync/index.ts';
import { sandbox } from '../../support/sandbox.js';
import type { Harness, TextColumn } from '../support/harness.js';

/** A column byte by byte: the driver ends texts at U+0000 when it reads them. */
function inHex({ name, kind }: TextColumn): string {
  if (isNumber(kind)) return `"${name}"`;
  return `CASE WHEN "${name}" IS NOT NULL THEN hex("${name}") END AS "${name}"`;
}

function isNumber(kind: TextColumn['kind']): boolean {
  return ['integer', 'number', 'boolean'].includes(kind);
}

function fromHex(value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value, 'hex').toString() : value;
}

/** The tests' driver is libsql: it has the interface of better-sqlite3, and needs no compiler to install. */
const sqlite: Harness = {
  name: 'SQLite',
  hasSchemas: false,
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
      snapshot: async () => {
        // the driver's log is written into the file when its last statement is collected as garbage: at any time
        using((database) => database.pragma('wal_checkpoint(PASSIVE)'));
        return readFileSync(to).toString('base64');
      },
      texts: async (table, columns) =>
        using((database) => {
          const rows = database.prepare(`SELECT ${columns.map(inHex).join(', ')} FROM ${table} ORDER BY id`).all();
          return (rows as readonly Record<string, unknown>[]).map((row) =>
            Object.fromEntries(
              columns.map(({ name, kind }) => [name, kind === 'binary' || isNumber(kind) ? row[name] : fromHex(row[name])]),
            ),
          );
        }),
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
