import { createServer, type RequestListener, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';

/** A server that nobody here wrote, read by generated connectors: every row once, in order. */

const ROWS = Array.from({ length: 250 }, (_, index) => ({
  id: index + 1,
  title: `Row ${index + 1}`,
  note: index % 7 === 0 ? null : 'kept',
}));

let server: Server;
let asked: string[] = [];

beforeAll(async () => {
  const jsonServer = createRequire(import.meta.url)('json-server') as JsonServer;
  const app = jsonServer.create();
  app.use((request: { readonly url: string }, _response: unknown, next: () => void) => {
    asked.push(request.url);
    next();
  });
  app.use(jsonServer.router({ rows: structuredClone(ROWS) }));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

test.each([
  [
    'by offset',
    '{ type: offset, offset_param: _start, limit_param: _limit, limit: 40 }',
    ['/rows?_limit=40&_start=0', '/rows?_limit=40&_start=240'],
    8,
  ],
  [
    'by page',
    '{ type: page_number, page_param: _page, base_page: 1, limit_param: _limit, limit: 40 }',
    ['/rows?_limit=40&_page=1', '/rows?_limit=40&_page=7'],
    8,
  ],
  [
    'by page until one is short',
    '{ type: page_number, page_param: _page, base_page: 1, limit_param: _limit, limit: 40, stop_after_short_page: true }',
    ['/rows?_limit=40&_page=7'],
    7,
  ],
])('reads 250 rows %s', async (_, paginator, requests, count) => {
  const exported = await importPackage(await filesFrom('specs/live-rows.yaml', specOf(paginator)));
  const { rows } = clientOf(exported['LiveRowsClient']);
  asked = [];
  const read: unknown[] = [];
  for await (const row of rows.list()) read.push(row);
  expect(read).toEqual(ROWS);
  expect(asked).toHaveLength(count);
  expect(asked).toEqual(expect.arrayContaining(requests));
});

test('goes on from any page with what is left', async () => {
  const exported = await importPackage(
    await filesFrom('specs/live-rows.yaml', specOf('{ type: offset, offset_param: _start, limit_param: _limit, limit: 40 }')),
  );
  const { rows } = clientOf(exported['LiveRowsClient']);
  let before = 0;
  for await (const page of rows.pages()) {
    before += page.records.length;
    if (page.state.next === null) break;
    const rest: unknown[] = [];
    for await (const next of rows.pages({ state: JSON.parse(JSON.stringify(page.state)) as Page['state'] })) rest.push(...next.records);
    expect(rest).toEqual(ROWS.slice(before));
  }
  expect(before).toBe(ROWS.length);
});

function specOf(paginator: string): string {
  const { port } = server.address() as AddressInfo;
  return `
name: live-rows
client: { base_url: "http://127.0.0.1:${port}" }
resources:
  - name: rows
    primary_key: id
    endpoint: { paginator: ${paginator} }
    fields: { id: integer, title: { type: string, nullable: false }, note: string }
`;
}

/** As much of json-server as is used here; it comes without types. */
interface JsonServer {
  create(): RequestListener & { use(handler: unknown): void };
  router(data: object): unknown;
}

interface Page {
  readonly records: readonly unknown[];
  readonly state: { readonly next: unknown };
}

interface Rows {
  list(): AsyncIterable<unknown>;
  pages(options?: { readonly state: Page['state'] }): AsyncIterable<Page>;
}

function clientOf(Client: unknown): { readonly rows: Rows } {
  return Reflect.construct(Client as new () => object, [{}]) as { readonly rows: Rows };
}
