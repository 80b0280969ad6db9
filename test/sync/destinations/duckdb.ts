import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDuckdb } from '../../../generated/github-issues/src/sync/index.ts';
import { sandbox } from '../../support/sandbox.js';
import { query } from '../support/duckdb.js';
import type { Harness } from '../support/harness.js';

const duckdb: Harness = {
  name: 'DuckDB',
  async place() {
    const to = join(sandbox(), 'things.duckdb');
    return {
      to,
      open: (options) => openDuckdb(to, options),
      async makeForeign(name) {
        await query(to, `CREATE TABLE "${name}" (mine VARCHAR)`);
        await query(to, `INSERT INTO "${name}" VALUES ('MINE')`);
      },
      snapshot: async () => readFileSync(to).toString('base64'),
      rows: (table, columns) => query(to, `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM ${table} ORDER BY 1`),
    };
  },
  async stop() {},
};

export const harnesses = [duckdb];
