import { beforeAll, describe, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { answer, send } from '../transport/acts.js';
import { play } from '../transport/server.js';

interface Page {
  readonly records: readonly unknown[];
  readonly discardedRows: number;
  readonly discardedValues: number;
  readonly state: object;
}
type Client = new (options: object) => Readonly<Record<string, { pages(options?: object): AsyncIterable<Page> }>>;

const endpoint = { path: '/rows', data_selector: 'data', paginator: { type: 'offset', limit: 3, overlap: 2 } };
const SPEC = {
  name: 'overlapping',
  client: { base_url: 'https://api.example.com' },
  resources: [
    { name: 'rows', endpoint, schema_contract: { data_type: 'discard_row' }, fields: { size: 'integer' } },
    { name: 'values', endpoint, schema_contract: { data_type: 'discard_value' }, fields: { size: 'integer' } },
    {
      name: 'short',
      endpoint: { ...endpoint, paginator: { ...endpoint.paginator, stop_after_short_page: true } },
      fields: { size: 'integer' },
    },
    { name: 'fewer', endpoint, drop: ['late'], fields: { size: 'integer' } },
  ],
};

let open: (name: string, baseUrl: string) => { pages(options?: object): AsyncIterable<Page> };

beforeAll(async () => {
  const { OverlappingClient } = await importPackage(await filesFrom('overlapping.yaml', JSON.stringify(SPEC)));
  open = (name, baseUrl) => new (OverlappingClient as Client)({ baseUrl })[name] ?? never();
});

async function readAll(name: string, pages: readonly (readonly unknown[] | null)[], options?: object) {
  const server = await play(...pages.map((data) => send(data === null ? answer(204, '') : answer(200, JSON.stringify({ data })))));
  const read: Page[] = [];
  let error: unknown;
  try {
    for await (const page of open(name, server.url).pages(options)) read.push(page);
  } catch (thrown) {
    error = thrown;
  }
  return { read, error };
}

const size = (value: unknown): object => ({ size: value });

describe('rows that are read again', () => {
  const pages = [[size(1), size('large'), size(3)], [size('large'), size(3), size(4)], [size(3), size(4)], []];

  test('are dropped, and counted, once: records', async () => {
    const { read, error } = await readAll('rows', pages);
    expect(error).toBeUndefined();
    expect(read.flatMap((page) => page.records)).toEqual([size(1), size(3), size(4)]);
    expect(read.map((page) => page.discardedRows)).toEqual([1, 0, 0, 0]);
  });

  test('are dropped, and counted, once: values', async () => {
    const { read, error } = await readAll('values', pages);
    expect(error).toBeUndefined();
    expect(read.flatMap((page) => page.records)).toHaveLength(4);
    expect(read.map((page) => page.discardedValues)).toEqual([1, 0, 0, 0]);
  });

  test.each([
    ['a record that is dropped', 'rows', [size(1), size('large'), size('small')], [size('small'), size('large'), size(4)]],
    ['a value that is dropped', 'values', [size(1), size('large'), size('small')], [size('small'), size('large'), size(4)]],
    ['a field that the spec drops', 'fewer', [size(1), { late: 1 }, { late: 2 }], [{ late: 2 }, { late: 1 }, size(4)]],
  ])('have moved where only %s tells them apart', async (_, name, first, second) => {
    expect(await readAll(name, [first, second])).toMatchObject({ read: [{}], error: { code: 'rows_moved' } });
  });

  test('have moved where none comes at all', async () => {
    expect(await readAll('rows', [[size(1), size(2), size(3)], null])).toMatchObject({ read: [{}], error: { code: 'rows_moved' } });
  });

  test('count for the size of a page', async () => {
    const { read, error } = await readAll('short', [
      [size(1), size(2), size(3)],
      [size(2), size(3), size(4)],
      [size(3), size(4)],
    ]);
    expect(error).toBeUndefined();
    expect(read.flatMap((page) => page.records)).toEqual([1, 2, 3, 4].map(size));
  });

  test('are named in an error as the page has them', async () => {
    const { error } = await readAll('short', [
      [size(1), size(2), size(3)],
      [size(2), size(3), size('large')],
    ]);
    expect(error).toMatchObject({ code: 'invalid_record', index: 2 });
  });

  test('are known after a resumption', async () => {
    const server = await play(...[...pages, ...pages.slice(1)].map((data) => send(answer(200, JSON.stringify({ data })))));
    const rows = open('rows', server.url);
    const states: object[] = [];
    for await (const { state } of rows.pages()) states.push(state);
    const again: Page[] = [];
    for await (const page of rows.pages({ state: states[0] })) again.push(page);
    expect(again).toMatchObject([{ records: [size(4)], discardedRows: 0 }, { records: [] }, { records: [] }]);
  });
});

function never(): never {
  throw new Error('no such resource');
}
