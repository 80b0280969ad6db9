import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDuckdb } from '../../../generated/github-issues/src/sync/index.ts';
import { sandbox } from '../../support/sandbox.js';
import { query } from '../support/duckdb.js';
import type { Harness, TextColumn } from '../support/harness.js';

/** A column as text. */
export function duckdbText({ name, kind }: TextColumn): string {
  return `${kind === 'binary' ? `hex("${name}")` : `"${name}"::VARCHAR`} AS "${name}"`;
}

const duckdb: Harness = {
  name: 'DuckDB',
  hasSchemas: true,
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
      texts: (table, columns) => query(to, `SELECT ${columns.map(duckdbText).join(', ')} FROM ${table} ORDER BY id`),
      rows: (table, columns) => query(to, `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM ${table} ORDER BY 1`),
    };
  },
  async stop() {},
};

export const harnesses = [duckdb];
