import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openS3 } from '../../../generated/github-issues/src/sync/index.ts';
import { sandbox } from '../../support/sandbox.js';
import { query } from '../support/duckdb.js';
import type { Harness, Place } from '../support/harness.js';
import { type Folder, installServer, newFolder, S3_ENVIRONMENT, stopServer, unlock } from '../support/s3.js';
import { duckdbText } from './duckdb.js';
import { rowsIn, textsIn } from './files.js';

/** `npm run test:s3` says so: it needs Python, and a server from PyPI. */
const IS_ASKED = process.env['TAPWRIGHT_TEST_S3'] === '1';

/** Copies what is in a folder to a disk, where other programs read it. */
export async function copied(folder: Folder): Promise<string> {
  const copy = sandbox();
  for (const name of await folder.names()) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    writeFileSync(join(copy, name), await folder.get(name));
  }
  return copy;
}

function harness(
  name: string,
  format: 'jsonl' | 'parquet',
  rows: (copy: string) => Place['rows'],
  texts: (copy: string) => Place['texts'],
): Harness {
  return {
    name,
    hasSchemas: false,
    async place() {
      const folder = await newFolder();
      return {
        to: folder.to,
        format,
        env: S3_ENVIRONMENT,
        open: (options) => openS3(folder.to, { format, ...options }),
        makeForeign: (table) => folder.put(`${table}/mine.${format}`, 'MINE'),
        snapshot: async () =>
          Promise.all((await folder.names()).map(async (each) => [each, Buffer.from(await folder.get(each)).toString('base64')])),
        unlock: () => unlock(folder),
        rows: async (table, columns) => rows(await copied(folder))(table, columns),
        texts: async (table, columns) => texts(await copied(folder))(table, columns),
      };
    },
    stop: stopServer,
  };
}

/** Rows of a table as this package tells people to read them: of those with one key the one in the last file. */
const latest = (copy: string, table: string): string =>
  `(SELECT * FROM read_parquet('${copy}/${table}/*.parquet', filename = true, union_by_name = true)
    QUALIFY rank() OVER (PARTITION BY ${table.includes('__') || table === 'events' ? 'filename' : 'id'} ORDER BY filename DESC) = 1)`;

const parquet = harness(
  'Parquet in S3',
  'parquet',
  (copy) => (table, columns) =>
    table === '_sync_runs'
      ? Promise.resolve(rowsIn(linesOf(copy, table), columns))
      : query(':memory:', `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM ${latest(copy, table)} ORDER BY 1`),
  (copy) => (table, columns) => query(':memory:', `SELECT ${columns.map(duckdbText).join(', ')} FROM ${latest(copy, table)} ORDER BY id`),
);

/** Lines of all files, in the order of their names: of those with one key, the last. */
function linesOf(copy: string, table: string): readonly string[] {
  const latestOf = new Map<unknown, string>();
  for (const name of readdirSync(join(copy, table)).sort()) {
    for (const line of readFileSync(join(copy, table, name), 'utf8')
      .split('\n')
      .slice(0, -1)) {
      latestOf.set(table === '_sync_runs' ? line : (JSON.parse(line) as { readonly id: unknown }).id, line);
    }
  }
  return [...latestOf].sort(([a], [b]) => Number(a) - Number(b)).map(([, line]) => line);
}

const jsonLines = harness(
  'JSON Lines in S3',
  'jsonl',
  (copy) => async (table, columns) => rowsIn(linesOf(copy, table), columns),
  (copy) => async (table, columns) => textsIn(linesOf(copy, table), columns),
);

if (IS_ASKED) installServer(); // here, and not in the time that a test has
export const harnesses = IS_ASKED ? [jsonLines, parquet] : [];
