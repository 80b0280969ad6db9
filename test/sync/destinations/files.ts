import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFiles, openParquet } from '../../../generated/github-issues/src/sync/index.ts';
import { sandbox } from '../../support/sandbox.js';
import { query } from '../support/duckdb.js';
import type { Harness, Place } from '../support/harness.js';

function everyFile(folder: string): unknown {
  return readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);
}

function harness(name: string, format: 'jsonl' | 'parquet', open: typeof openFiles, rows: (folder: string) => Place['rows']): Harness {
  return {
    name,
    async place() {
      const folder = sandbox();
      return {
        to: `${folder}/`,
        format,
        open: (options) => open(`${folder}/`, options),
        makeForeign: async (table) => writeFileSync(join(folder, `${table}.${format}`), 'MINE'),
        snapshot: async () => everyFile(folder),
        rows: rows(folder),
      };
    },
    async stop() {},
  };
}

const jsonLines = harness('JSON Lines', 'jsonl', openFiles, (folder) => async (table, columns) => {
  const lines = readFileSync(join(folder, `${table}.jsonl`), 'utf8')
    .split('\n')
    .slice(0, -1);
  const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return records.map((record) => Object.fromEntries(columns.map((column) => [column, record[column] ?? null])));
});

const parquet = harness('Parquet', 'parquet', openParquet, (folder) => (table, columns) => {
  const file = join(folder, `${table}.parquet`).replaceAll("'", "''");
  return query(':memory:', `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM '${file}' ORDER BY 1`);
});

export const harnesses = [jsonLines, parquet];
