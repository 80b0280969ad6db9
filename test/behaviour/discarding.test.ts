import { expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { answer, send } from './acts.js';
import { play } from './server.js';

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
