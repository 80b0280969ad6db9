import { randomUUID } from 'node:crypto';
import { openPostgres } from '../../../generated/github-issues/src/sync/index.ts';
import type { Harness } from '../support/harness.js';
import { type PostgresServer, run, startPostgres } from '../support/postgres.js';

let server: Promise<PostgresServer> | undefined;

const postgres: Harness = {
  name: 'Postgres',
  hasSchemas: true,
  async place() {
    server ??= startPostgres();
    const to = await (await server).database(randomUUID());
    return {
      to,
      open: (options) => openPostgres(to, options),
      makeForeign: async (name) => void (await run(to, `CREATE TABLE "${name}" (mine text); INSERT INTO "${name}" VALUES ('MINE')`)),
      snapshot: async () => [
        await run(
          to,
          `SELECT relname, relkind, attname, atttypid::regtype::text AS type FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
           WHERE relnamespace = 'public'::regnamespace ORDER BY relname, attnum`,
        ),
        await run(
          to,
          `SELECT table_to_xml(oid, true, false, '')::text AS rows FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
        ),
      ],
      texts: (table, columns) =>
        run(
          to,
          `SELECT ${columns.map(({ name, kind }) => `${kind === 'binary' ? `encode("${name}", 'hex')` : `"${name}"::text`} AS "${name}"`).join(', ')} FROM ${table} ORDER BY id`,
        ),
      rows: (table, columns) => run(to, `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM ${table} ORDER BY 1`),
    };
  },
  async stop() {
    const started = server;
    server = undefined; // files that share a process have one each
    await (await started)?.stop();
  },
};

export const harnesses = [postgres];
