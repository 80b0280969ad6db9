import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, runCommand, type Finished } from './support/built-package.js';
import { harnesses, isLines, type Place } from './support/harness.js';
import { serve } from './support/recorded-api.js';

const SPEC = `
name: shop
outputs: all
client:
  base_url: https://api.example.com
  auth: { type: bearer }
resources:
  - name: orders
    primary_key: id
    write_disposition: merge
    deleted_when: { field: gone, equals: true }
    schema_contract: { data_type: discard_row }
    endpoint:
      path: /orders
      data_selector: data
      paginator: single_page
      incremental: { cursor_path: at, start_param: since, initial_value: "2026-01-01" }
    fields: { id: integer, at: date, gone: boolean }
  - name: items
    primary_key: id
    write_disposition: replace
    endpoint: { path: /items, data_selector: data, paginator: single_page }
    fields: { id: integer }
`;

const bin = buildSpec(SPEC);
const all = await harnesses();

afterAll(async () => void (await Promise.all(all.map((harness) => harness.stop()))));

interface Answers {
  readonly orders: readonly object[];
  /** A status, when they are refused. */
  readonly items: readonly object[] | number;
}

/** Syncs to a place what an API answers, which says once in each run that it is busy. */
async function syncsTo(place: Place): Promise<(answers: Answers, ...more: readonly string[]) => Promise<Finished>> {
  let answers: Answers = { orders: [], items: [] };
  let asked = 0;
  const url = await serve((request, response) => {
    const isOrders = (request.url ?? '').startsWith('/orders');
    if (isOrders && ++asked === 1) return response.writeHead(429, { 'retry-after': '0' }).end();
    if (!isOrders && typeof answers.items === 'number') return response.writeHead(answers.items).end();
    const data = isOrders ? answers.orders : answers.items;
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  });
  return async (next, ...more) => {
    answers = next;
    asked = 0;
    const format = place.format === undefined ? [] : ['--format', place.format];
    const env = { SHOP_TOKEN: 'a-token', SHOP_BASE_URL: url, SHOP_TO: place.to, ...place.env };
    return runCommand(await bin, ['sync', ...format, ...more], { cwd: sandbox(), env });
  };
}

const order = (id: number, at: string, gone = false): object => ({ id, at, gone });
const FIRST = [order(1, '2026-01-02'), order(2, '2026-01-03'), { id: 'no number', at: '2026-01-03' }];
const SECOND = [order(2, '2026-01-04'), order(3, '2026-01-05'), order(1, '2026-01-06', true)];

/** The lines of the table, each word by itself; seconds are left out. */
function tableOf({ stderr }: Finished): readonly string[] {
  const lines = stderr.split('\n');
  return lines
    .slice(
      lines.findIndex((line) => /^resource +read/.test(line)),
      -1,
    )
    .map((line) => line.replace(/ +\d+\.\d(?: |$)/, ' *').replace(/ +/g, ' '));
}

const COLUMNS = ['resource', 'read', 'new', 'changed', 'skipped', 'retried', 'outcome'];

async function keptRuns(place: Place): Promise<readonly string[]> {
  const table = place.format === 'parquet' ? undefined : await place.rows('_sync_runs', COLUMNS);
  return (table ?? []).map((row) => COLUMNS.map((column) => String(row[column])).join(' ')).sort();
}

describe.each(all)('$name', (harness) => {
  test('says what became of the rows, and keeps it', async () => {
    const place = await harness.place();
    const folder = sandbox();
    const sync = await syncsTo(place);
    const knows = !isLines(harness) && !harness.name.endsWith('S3');
    const first = await sync({ orders: FIRST, items: [{ id: 1 }, { id: 2 }] });
    expect(first).toMatchObject({ exitCode: 0 });
    const head = 'resource read new changed skipped retried seconds';
    expect(tableOf(first)).toEqual([head, `orders 2 ${knows ? '2 0' : '- -'} 1 1 *`, 'items 2 2 0 0 0 *']);
    const second = await sync({ orders: SECOND, items: 400 }, '--report', join(folder, 'report.json'));
    expect(second).toMatchObject({ exitCode: 4 });
    expect(tableOf(second).slice(0, 3)).toEqual([head, `orders 3 ${knows ? '1 2' : '- -'} 0 1 *`, 'items 0 0 0 0 0 * failed']);
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as {
      readonly resources: unknown;
      readonly before: unknown;
    };
    const orders = knows ? { new: 1, changed: 2 } : { new: null, changed: null };
    expect(report).toMatchObject({
      connector: 'shop',
      resources: [
        { resource: 'orders', read: 3, ...orders, skipped: 0, retried: 1, outcome: 'done' },
        { resource: 'items', read: 0, outcome: 'failed' },
      ],
      before: [
        {
          resource: 'orders',
          read: 2,
          skipped: 1,
          retried: 1,
          outcome: 'done',
          started_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
        },
        { resource: 'items', read: 2, new: 2 },
      ],
    });
    if (place.format !== 'parquet') {
      expect(await keptRuns(place)).toEqual([
        'items 0 0 0 0 0 failed',
        'items 2 2 0 0 0 done',
        `orders 2 ${knows ? '2 0' : 'null null'} 1 1 done`,
        `orders 3 ${knows ? '1 2' : 'null null'} 0 1 done`,
      ]);
    }
    const third = await sync({ orders: [], items: [{ id: 1 }] }, '--report', join(folder, 'report.html'));
    expect(third).toMatchObject({ exitCode: 0 });
    const page = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(page.match(/<rect /g)).toHaveLength(6);
    expect(page.match(/<svg [^>]*aria-label="Records of (?:orders|items) in 3 runs, at most [32]"/g)).toHaveLength(2);
    expect(page).not.toMatch(/a-token|<script|https?:/);
  });
});

test('a table of that name that is not ours takes nothing, and the sync goes on', async () => {
  const place = await all.find(({ name }) => name === 'SQLite')?.place();
  if (place === undefined) throw new Error('no SQLite');
  await place.makeForeign('_sync_runs');
  const sync = await syncsTo(place);
  expect(await sync({ orders: FIRST, items: [] })).toMatchObject({
    exitCode: 0,
    stderr: expect.stringContaining('warning: what the run did was not kept'),
  });
  expect(await place.rows('_sync_runs', ['mine'])).toEqual([{ mine: 'MINE' }]);
});
