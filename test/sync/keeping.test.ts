import { afterAll, describe, expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, messagesIn, runCommand, type Finished } from './support/built-package.js';
import { harnesses, isLines, type Place } from './support/harness.js';
import { serve } from './support/recorded-api.js';

/** Orders with lists of lists, of which some say that they are gone; users that are only marked. */
const SPEC = `
name: shop
outputs: all
client:
  base_url: https://api.example.com
  auth: { type: bearer }
resources:
  - name: orders
    primary_key: [region, id]
    write_disposition: merge
    nested: tables
    deleted_when: { field: meta.deleted, equals: true }
    endpoint: { path: /orders, data_selector: data, paginator: single_page }
    fields:
      region: string
      id: bigint
      meta: { fields: { deleted: boolean } }
      tags: { type: array, items: string }
      items:
        type: array
        items:
          type: object
          fields:
            sku: string
            count: bigint
            at: { type: datetime, format: epoch_ms }
            price: { type: decimal, precision: 12, scale: 2 }
            taxes: { type: array, items: { type: object, nullable: true, fields: { name: string, rate: number } } }
  - name: users
    primary_key: id
    write_disposition: merge
    deleted_when: { not_null: deleted_at, mode: soft }
    endpoint: { path: /users, data_selector: data, paginator: single_page }
    fields: { id: integer, name: string, deleted_at: datetime }
  - name: parts
    primary_key: id
    write_disposition: replace
    endpoint: { path: /parts, data_selector: data, paginator: single_page }
    fields: { id: integer, made: { type: array, nested: tables, items: { type: array, items: integer } } }
  - name: events
    primary_key: id
    write_disposition: append
    nested: tables
    endpoint: { path: /events, data_selector: data, paginator: single_page }
    fields: { id: integer, points: { type: array, items: integer } }
`;

const BIG = '9007199254740993';
const item = (sku: string, count: string, ...taxes: readonly unknown[]): string =>
  `{"sku":"${sku}","count":${count},"at":1700000000123,"price":"12.50","taxes":${JSON.stringify(taxes)}}`;

const FIRST = {
  orders: `[
    {"region":"eu","id":1,"meta":{"deleted":false},"tags":["a","b"],"items":[${item('x', BIG, { name: 'vat', rate: 0.2 }, null)},${item('y', '2')}]},
    {"region":"us","id":1,"meta":null,"tags":[],"items":[${item('z', '3', { name: 'state', rate: 0.5 })}]},
    {"region":"eu","id":${BIG},"tags":["c"],"items":null}
  ]`,
  users: `[{"id":1,"name":"Ada","deleted_at":null},{"id":2,"name":"Bob"}]`,
  parts: `[{"id":1,"made":[[1,2],[3]]},{"id":2,"made":[[4]]}]`,
  events: `[{"id":1,"points":[5,6]}]`,
};

/** An item less, an order gone, another with the key as it would be rounded; a user gone, a part gone. */
const SECOND = {
  orders: `[
    {"region":"eu","id":1,"meta":{"deleted":false},"tags":["b"],"items":[${item('y', '7', { name: 'vat', rate: 0.1 })}]},
    {"region":"us","id":1,"meta":{"deleted":true},"tags":null,"items":null},
    {"region":"eu","id":9007199254740992,"meta":{"deleted":true}}
  ]`,
  users: `[{"id":2,"name":"Bob","deleted_at":"2026-01-01T00:00:00Z"}]`,
  parts: `[{"id":2,"made":[[4],[5,6]]}]`,
  events: `[{"id":2,"points":[7]}]`,
};

const bin = buildSpec(SPEC);
const all = await harnesses();

afterAll(async () => void (await Promise.all(all.map((harness) => harness.stop()))));

async function run(args: readonly string[], answers: typeof FIRST, env: Readonly<Record<string, string>> = {}): Promise<Finished> {
  const url = await serve((request, response) => {
    const name = new URL(request.url ?? '', 'http://x').pathname.slice(1) as keyof typeof FIRST;
    response.writeHead(200, { 'content-type': 'application/json' }).end(`{"data":${answers[name]}}`);
  });
  return runCommand(await bin, args, { cwd: sandbox(), env: { SHOP_TOKEN: 'a-token', SHOP_BASE_URL: url, ...env } });
}

async function syncTo(place: Place, answers: typeof FIRST, ...more: readonly string[]): Promise<void> {
  const format = place.format === undefined ? [] : ['--format', place.format];
  expect(await run(['sync', ...format, ...more], answers, { SHOP_TO: place.to })).toMatchObject({ exitCode: 0 });
}

/** Rows of a table as texts, in their own order. */
async function rowsOf(place: Place, table: string, columns: readonly string[]): Promise<readonly string[]> {
  const rows = await place.rows(table, columns);
  return rows.map((row) => columns.map((column) => String(row[column])).join(' ')).sort();
}

const ITEMS = ['_orders_region', '_orders_id', '_index', 'sku', 'count', 'price'];
const TAXES = ['_orders_region', '_orders_id', '_items_index', '_index', 'name', 'rate'];
const TAGS = ['_orders_region', '_orders_id', '_index', 'value'];

describe.each(all.filter((harness) => !isLines(harness) && !harness.name.endsWith('S3')))('$name', (harness) => {
  test('has a table for each list, whose rows are replaced and removed with their record', async () => {
    const place = await harness.place();
    await syncTo(place, FIRST);
    expect(await rowsOf(place, 'orders', ['region', 'id'])).toEqual(['eu 1', `eu ${BIG}`, 'us 1']);
    expect(await rowsOf(place, 'orders__items', ITEMS)).toEqual([`eu 1 0 x ${BIG} 12.50`, 'eu 1 1 y 2 12.50', 'us 1 0 z 3 12.50']);
    expect(await rowsOf(place, 'orders__items__taxes', TAXES)).toEqual(['eu 1 0 0 vat 0.2', 'eu 1 0 1 null null', 'us 1 0 0 state 0.5']);
    expect(await rowsOf(place, 'orders__tags', TAGS)).toEqual(['eu 1 0 a', 'eu 1 1 b', `eu ${BIG} 0 c`]);
    expect(await rowsOf(place, 'events__points', ['_events_id', '_index', 'value'])).toEqual(['1 0 5', '1 1 6']);

    await syncTo(place, SECOND);
    expect(await rowsOf(place, 'orders', ['region', 'id'])).toEqual(['eu 1', `eu ${BIG}`]);
    expect(await rowsOf(place, 'orders__items', ITEMS)).toEqual(['eu 1 0 y 7 12.50']);
    expect(await rowsOf(place, 'orders__items__taxes', TAXES)).toEqual(['eu 1 0 0 vat 0.1']);
    expect(await rowsOf(place, 'orders__tags', TAGS)).toEqual(['eu 1 0 b', `eu ${BIG} 0 c`]);
    expect(await rowsOf(place, 'parts__made', ['_parts_id', '_index'])).toEqual(['2 0', '2 1']);
    expect(await rowsOf(place, 'events__points', ['_events_id', '_index', 'value'])).toEqual(['1 0 5', '1 1 6', '2 0 7']);
    expect(await rowsOf(place, 'users', ['id', 'name', '_deleted'])).toEqual(
      ['SQLite', 'MySQL'].includes(harness.name) ? ['1 Ada 0', '2 Bob 1'] : ['1 Ada false', '2 Bob true'],
    );

    await syncTo(place, SECOND, '--full-refresh');
    expect(await rowsOf(place, 'orders', ['region', 'id'])).toEqual(['eu 1']);
    expect(await rowsOf(place, 'orders__items', ITEMS)).toEqual(['eu 1 0 y 7 12.50']);
    expect(await rowsOf(place, 'users', ['id'])).toEqual(['2']);
    await syncTo(place, FIRST);
    expect(await rowsOf(place, 'orders__items__taxes', TAXES)).toEqual(['eu 1 0 0 vat 0.2', 'eu 1 0 1 null null', 'us 1 0 0 state 0.5']);
  });

  test('does not touch what has the name of a list', async () => {
    const place = await harness.place();
    await place.makeForeign('orders__items');
    const before = await place.snapshot();
    const format = place.format === undefined ? [] : ['--format', place.format];
    expect(await run(['sync', ...format], FIRST, { SHOP_TO: place.to })).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('orders__items was not made by this connector'),
    });
    expect(await place.snapshot()).toEqual(before);
  });
});

test('lines keep their lists, and mark what is gone', async () => {
  const place = await all.find(({ name }) => name === 'JSON Lines')?.place();
  if (place === undefined) throw new Error('no lines');
  await syncTo(place, SECOND);
  expect(await rowsOf(place, 'orders', ['region', 'id', '_deleted'])).toEqual(['eu 1 null', 'eu 9007199254740992 true', 'us 1 true']);
  expect((await place.rows('orders', ['tags'])).slice(0, 1)).toEqual([{ tags: ['b'] }]);
  expect(await rowsOf(place, 'users', ['id', '_deleted'])).toEqual(['2 true']);
});

test('a tap says when it read that a record is gone', async () => {
  const messages = messagesIn(await run(['--singer', '--config', 'ENV'], SECOND));
  const schema = messages.find(({ type, stream }) => type === 'SCHEMA' && stream === 'orders');
  expect(schema).toMatchObject({ schema: { properties: { _sdc_deleted_at: { type: ['string', 'null'], format: 'date-time' } } } });
  const records = messages.filter(({ type, stream }) => type === 'RECORD' && stream === 'orders');
  const at = records.map(({ record }) => (record as { readonly _sdc_deleted_at: string | null })._sdc_deleted_at);
  expect(at).toEqual([null, expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), expect.stringMatching(/Z$/)]);
  expect(records[0]).toMatchObject({ record: { tags: ['b'] } });
});
