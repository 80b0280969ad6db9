import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, runCommand, type Finished } from './support/built-package.js';
import { serve } from './support/recorded-api.js';

const bin = buildSpec(`
name: shop
outputs: [files, sqlite]
client:
  base_url: https://api.example.com
  auth: { type: bearer }
resources:
  - name: orders
    primary_key: id
    write_disposition: merge
    deleted_when: { field: gone, equals: true }
    endpoint:
      path: /orders
      data_selector: data
      paginator: single_page
      incremental: { cursor_path: at, start_param: since, initial_value: "2026-01-01" }
    fields: { id: bigint, at: date, gone: boolean }
`);

const BIG = '9007199254740993';

/** A folder, and what syncs to it the records that are given as JSON texts. */
async function folderOf(): Promise<{
  readonly folder: string;
  readonly sync: (records: readonly string[], ...more: readonly string[]) => Promise<Finished>;
}> {
  const folder = sandbox();
  let records: readonly string[] = [];
  const url = await serve((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(`{"data":[${records.join(',')}]}`),
  );
  const env = { SHOP_TOKEN: 'a-token', SHOP_BASE_URL: url, SHOP_TO: `${folder}/` };
  return {
    folder,
    sync: async (next, ...more) => {
      records = next;
      return runCommand(await bin, ['sync', ...more], { cwd: sandbox(), env });
    },
  };
}

const lines = (folder: string, file = 'orders.jsonl'): readonly string[] =>
  readFileSync(join(folder, file), 'utf8').split('\n').slice(0, -1);
const FIRST = ['{"id":1,"at":"2026-01-02"}', `{"id":${BIG},"at":"2026-01-02"}`, '{"id":9007199254740992,"at":"2026-01-02"}'];
const SECOND = ['{"id":1,"at":"2026-01-03"}', '{"id":9007199254740992,"at":"2026-01-03","gone":true}'];

test('leaves one line for each key, the last, and none for what is gone', async () => {
  const { folder, sync } = await folderOf();
  expect(await sync(FIRST)).toMatchObject({ exitCode: 0 });
  expect(await sync(SECOND)).toMatchObject({ exitCode: 0 });
  expect(lines(folder)).toHaveLength(5);
  expect(await sync(['{"id":4,"at":"2026-01-04"}'], '--compact')).toMatchObject({ exitCode: 0 });
  const left = lines(folder).map((line) => JSON.parse(line) as { readonly id: string; readonly at: string });
  expect(left.map(({ id, at }) => `${id} ${at}`)).toEqual([`${BIG} 2026-01-02`, '1 2026-01-03', '4 2026-01-04']);
  expect(await sync(['{"id":1,"at":"2026-01-05"}'])).toMatchObject({ exitCode: 0 });
  expect(lines(folder)).toHaveLength(4);
  expect(await sync([], '--compact')).toMatchObject({ exitCode: 0 });
  expect(lines(folder).map((line) => (JSON.parse(line) as { readonly at: string }).at)).toEqual(['2026-01-02', '2026-01-04', '2026-01-05']);
});

test('a run that ended in the middle of it is followed by one that finds the old file, or the new', async () => {
  const { folder, sync } = await folderOf();
  await sync(FIRST);
  await sync(SECOND);
  const path = join(folder, '_sync_states.json');
  const states = JSON.parse(readFileSync(path, 'utf8')) as { tables: Record<string, object> };
  // while lines are copied: only a mark says whose they are
  writeFileSync(join(folder, 'orders__next.jsonl'), '{"id":"1"');
  const mark = { saved: null, file: 'orders__next.jsonl', bytes: 0 };
  writeFileSync(path, JSON.stringify({ ...states, tables: { ...states.tables, orders__next: mark } }));
  expect(await sync([])).toMatchObject({ exitCode: 0 });
  expect(lines(folder)).toHaveLength(5);
  // after they were copied, before the file has its name
  const whole = `${lines(folder).slice(1, 2).join('\n')}\n`;
  writeFileSync(join(folder, 'orders__next.jsonl'), whole);
  const now = JSON.parse(readFileSync(path, 'utf8')) as { tables: { orders: object } };
  writeFileSync(
    path,
    JSON.stringify({ ...now, tables: { orders: { ...now.tables.orders, file: 'orders__next.jsonl', bytes: Buffer.byteLength(whole) } } }),
  );
  expect(await sync(['{"id":5,"at":"2026-01-06"}'])).toMatchObject({ exitCode: 0 });
  expect(lines(folder).map((line) => (JSON.parse(line) as { readonly id: string }).id)).toEqual([BIG, '5']);
  // after it has its name, before that was said
  const last = JSON.parse(readFileSync(path, 'utf8')) as { tables: { orders: object } };
  writeFileSync(path, JSON.stringify({ ...last, tables: { orders: { ...last.tables.orders, file: 'orders__next.jsonl' } } }));
  expect(await sync(['{"id":6,"at":"2026-01-07"}'])).toMatchObject({ exitCode: 0 });
  expect(lines(folder)).toHaveLength(3);
});

test('is for files that are added to', async () => {
  const { folder, sync } = await folderOf();
  expect(await sync(FIRST, '--compact', '--to', join(folder, 'orders.sqlite'))).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('--compact: rows are replaced by their key here'),
  });
});
