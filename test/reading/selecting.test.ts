import { beforeAll, describe, expect, test } from 'vitest';
import { filesFrom, specText } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';
import { answer, send } from '../transport/acts.js';
import { play } from '../transport/server.js';

/** Records of all shapes, from answers of a real server. */

interface Resource {
  list(): AsyncIterable<unknown>;
}
type Client = new (options: object) => Readonly<Record<string, Resource>>;

let SelectingClient: Client;

beforeAll(async () => {
  const path = 'test/package/mutation/selecting.yaml';
  const exported = await importPackage(await filesFrom(path, specText(path)));
  SelectingClient = exported['SelectingClient'] as Client;
});

/** The records of a resource when the API answers with these bodies, one for each page. */
async function read(resource: string, ...bodies: readonly unknown[]): Promise<readonly unknown[]> {
  const server = await play(...bodies.map((body) => send(answer(200, JSON.stringify(body)))));
  const client = new SelectingClient({ baseUrl: server.url, sleep: () => Promise.resolve() });
  const records = [];
  for await (const record of client[resource]?.list() ?? []) records.push(record);
  return records;
}

describe('wildcards', () => {
  test('reach into lists and mappings, in order', async () => {
    const groups = { b: { users: [{ id: 1 }, { id: 2 }] }, a: { users: { x: { id: 3 } } }, c: { users: [] } };
    expect(await read('nested', { groups })).toMatchObject([{ id: 1 }, { id: 2 }, { id: 3 }]);
    expect(await read('nested', { groups: [groups.b] })).toMatchObject([{ id: 1 }, { id: 2 }]);
  });

  test('give a record for each match', async () => {
    const page = { list: [{ record: { id: 1 } }, { record: { id: 2 } }] };
    expect(await read('wrapped', page, { list: [] })).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test('do not pass over what is missing', async () => {
    await expect(read('nested', { groups: [{ users: [] }, { members: [] }] })).rejects.toThrow(
      'nested page 1: expected a list or an object at "users"; the keys there are "members"',
    );
    await expect(read('wrapped', { list: [{ record: { id: 1 } }, {}] })).rejects.toMatchObject({ code: 'invalid_record', index: 1 });
  });
});

describe('what is optional', () => {
  test.each([[{}], [{ result: null }], [{ result: {} }], [{ result: { items: null } }], [null]])('%j has no records', async (body) => {
    expect(await read('sometimes', body)).toEqual([]);
  });

  test('is still not anything', async () => {
    await expect(read('sometimes', { result: { items: 'none' } })).rejects.toMatchObject({ code: 'no_records' });
  });

  test('one object is one record where there is one page', async () => {
    expect(await read('sometimes', { result: { items: { id: 7 } } })).toEqual([{ id: 7 }]);
  });
});

describe('reshaping', () => {
  test('makes rows of a mapping', async () => {
    expect(await read('rates', { rates: { EUR: 1, 'U S': 0.5 } })).toEqual([
      { currency: 'EUR', rate: 1 },
      { currency: 'U S', rate: 0.5 },
    ]);
    expect(await read('people', { p1: { name: 'Ada' }, p2: { name: null } })).toEqual([
      { id: 'p1', name: 'Ada' },
      { id: 'p2', name: null },
    ]);
    await expect(read('people', { p1: 'Ada' })).rejects.toMatchObject({ code: 'invalid_record', index: 0 });
  });

  test('makes rows of plain values', async () => {
    expect(await read('tags', { tags: ['a', 'b'] })).toEqual([{ tag: 'a' }, { tag: 'b' }]);
  });

  test('makes rows of lists of one length, and of no others', async () => {
    const time = ['2026-01-01T00:00:00Z', '2026-01-01T01:00:00Z'];
    expect(await read('weather', { hourly: { time, temperature: [1, null], unit: 'C' } })).toEqual([
      { time: time[0], temperature: 1 },
      { time: time[1], temperature: null },
    ]);
    await expect(read('weather', { hourly: { time, temperature: [1] } })).rejects.toThrow('expected lists of one length');
    await expect(read('weather', { hourly: { time } })).rejects.toThrow('expected a list at "temperature"; the keys there are "time"');
  });

  test('makes rows of inner lists, with what is around them', async () => {
    const orders = [
      { id: 1, shop: { region: 'eu' }, items: [{ sku: 'a' }, { sku: 'b', region: 'own' }] },
      { id: 2, items: [] },
      { id: 3, items: [{ sku: 'c' }] },
    ];
    expect(await read('lines', { orders })).toEqual([
      { order_id: 1, region: 'eu', sku: 'a' },
      { order_id: 1, region: 'eu', sku: 'b' },
      { order_id: 3, region: null, sku: 'c' },
    ]);
    await expect(read('lines', { orders: [{ id: 1 }] })).rejects.toThrow('expected a list at "items"; the keys there are "id"');
  });
});

test('a filter leaves records out, and paging counts them', async () => {
  const all = [
    { id: 1, state: 'open', size: 10 },
    { id: 2, state: 'closed', size: 10 },
    { id: 3, state: 'open', size: 3 },
    { id: 4, state: 'open', size: null },
    { id: 5, state: 'open', size: 2 },
  ];
  const none = all.slice(1, 4);
  const server = await play(...[none, all, []].map((data) => send(answer(200, JSON.stringify({ data })))));
  const client = new SelectingClient({ baseUrl: server.url });
  const records = [];
  for await (const record of client['kept']?.list() ?? []) records.push(record);
  expect(records).toMatchObject([{ id: 1 }, { id: 5 }]);
  expect(server.requests.map(({ target }) => new URL(target, server.url).searchParams.get('offset'))).toEqual(['0', '3', '8']);
});

describe('specs that cannot be', () => {
  const endpoint = (text: string, fields = 'id: integer, state: { type: string, enum: [open] }, at: datetime'): string =>
    `name: acme\nconfig: { most: { type: integer, optional: true } }\nclient: { base_url: https://acme.example }\nresources:\n  - name: users\n    endpoint: ${text}\n    fields: { ${fields} }\n`;

  test.each([
    ['two reshapes at once', '{ reshape: { scalars_to_rows: id, flatten: a } }', 'spec/reshape', '6:26'],
    ['no reshape', '{ reshape: {} }', 'spec/reshape', '6:26'],
    ['include without flatten', '{ reshape: { scalars_to_rows: id, include: [id] } }', 'spec/reshape', '6:49'],
    ['a key that is no text', '{ reshape: { map_to_rows: id } }', 'spec/reshape', '6:26'],
    ['a column that is no field', '{ reshape: { zip_columns: [id, nope] } }', 'spec/unknown-field', '6:26'],
    [
      'rows that an offset would count',
      '{ paginator: { type: offset, limit: 10 }, reshape: { flatten: rows } }',
      'spec/counted-rows',
      '6:66',
    ],
    [
      'matches that an offset would count',
      "{ paginator: { type: offset, limit: 10 }, data_selector: 'a[*].b[*]' }",
      'spec/counted-rows',
      '6:72',
    ],
    ['a filter on what is no field', '{ filter: { field: nope, value: 1 } }', 'spec/unknown-field', '6:25'],
    ['a filter with another type', '{ filter: { field: id, value: a } }', 'spec/filter', '6:25'],
    ['a filter that is never true', '{ filter: { field: state, value: shut } }', 'spec/filter', '6:25'],
    ['an order of instants', '{ filter: { field: at, op: lt, value: "2026-01-01" } }', 'spec/filter', '6:25'],
    ['a list without in', '{ filter: { field: id, value: [1, 2] } }', 'spec/filter', '6:45'],
    ['an option that may be left out', '{ filter: { field: id, op: le, value: "{config.most}" } }', 'spec/filter', '6:25'],
    ['an unknown operator', '{ filter: { field: id, op: like, value: a } }', 'spec/enum', '6:42'],
  ])('%s', async (_, text, code, at) => {
    expect((await diagnosticsOf(endpoint(text))).filter(({ severity }) => severity === 'error')).toMatchObject([{ code, at }]);
  });
});
