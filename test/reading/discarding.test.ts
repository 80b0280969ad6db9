import { beforeAll, describe, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { answer, send } from '../transport/acts.js';
import { play } from '../transport/server.js';

const SPEC = `name: dropping
schema_contract: discard_row
client:
  base_url: https://api.example.com
resources:
  - name: rows
    primary_key: id
    endpoint: { path: /rows, data_selector: data, paginator: { type: offset, limit: 10 } }
    fields: { id: integer, size: { type: integer, nullable: false } }
`;

interface Page {
  readonly records: readonly unknown[];
  readonly discardedRows: number;
}
type Client = new (options: object) => { readonly rows: { pages(): AsyncIterable<Page> } };

test('records that are dropped were received all the same: none is asked for again, none is skipped', async () => {
  const exported = await importPackage(await filesFrom('dropping.yaml', SPEC));
  const DroppingClient = exported['DroppingClient'] as Client;
  const pages = [
    [
      { id: 1, size: 1 },
      { id: 2, size: 'large' },
    ],
    [
      { id: 3, size: null },
      { id: 4, size: 'none' },
    ],
    [{ id: 5 }, { id: 6, size: {} }],
    [{ id: 7, size: 7 }],
    [],
  ];
  const server = await play(...pages.map((data) => send(answer(200, JSON.stringify({ data })))));
  const read: Page[] = [];
  for await (const page of new DroppingClient({ baseUrl: server.url }).rows.pages()) read.push(page);
  expect(read.flatMap((page) => page.records)).toEqual([
    { id: 1, size: 1 },
    { id: 7, size: 7 },
  ]);
  expect(read.map((page) => page.discardedRows)).toEqual([1, 2, 2, 0, 0]);
  expect(server.requests.map(({ target }) => new URL(target, server.url).searchParams.get('offset'))).toEqual(['0', '2', '4', '6', '7']);
});

describe('pages that are alike once something is taken out of them are told apart by what came', () => {
  const resources = {
    'values that are not declared, by page number': { paginator: { type: 'page_number', limit: 1 }, schema_contract: 'discard_value' },
    'values of another type, by offset': { paginator: { type: 'offset', limit: 1 }, schema_contract: 'discard_value' },
    'rows, of a cursor': {
      paginator: { type: 'cursor', cursor_path: 'next', cursor_param: 'after', stop_after_repeated_cursor: true },
      schema_contract: 'discard_row',
    },
    'fields that the spec drops': { paginator: { type: 'offset', limit: 1 }, drop: ['size'] },
  };
  let read: (index: number, baseUrl: string) => AsyncIterable<Page>;

  beforeAll(async () => {
    const spec = {
      name: 'alike',
      client: { base_url: 'https://api.example.com' },
      resources: Object.values(resources).map(({ paginator, ...more }, index) => ({
        name: `rows${index}`,
        endpoint: { path: '/rows', data_selector: 'data', paginator },
        fields: { status: 'string' },
        ...more,
      })),
    };
    const { AlikeClient } = await importPackage(await filesFrom('alike.yaml', JSON.stringify(spec)));
    const Client = AlikeClient as new (options: object) => Record<string, { pages(): AsyncIterable<Page> }>;
    read = (index, baseUrl) => new Client({ baseUrl })[`rows${index}`]?.pages() ?? never();
  });

  test.each(Object.keys(resources).map((name, index) => [name, index] as const))('%s', async (_, index) => {
    const rows = [1, 2, 3].map((size) => ({ status: index === 1 ? size : 'ok', size }));
    const server = await play(
      ...[...rows.map((row) => [row]), []].map((data, at) => send(answer(200, JSON.stringify({ data, next: at < 3 ? at : null })))),
    );
    let count = 0;
    for await (const page of read(index, server.url)) count += page.records.length + (index === 2 ? page.discardedRows : 0);
    expect({ count, requests: server.requests.length }).toEqual({ count: 3, requests: 4 });
  });
});

function never(): never {
  throw new Error('no such resource');
}
