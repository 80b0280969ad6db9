import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type * as Sync from '../../generated/github-issues/src/sync/index.ts';
import { buildSpec } from './support/built-package.js';
import { harnesses, type Place } from './support/harness.js';
import { serve } from './support/recorded-api.js';

/** What became of a resource between two versions of a package: what each declares, what the API sends then, and what the table has. */
interface Change {
  readonly before: object;
  readonly after: object;
  readonly sent: readonly (readonly object[])[];
  /** Columns, and rows in the order of the first one; undefined: the second version is refused, and nothing is changed. */
  readonly rows?: readonly (readonly unknown[])[];
  readonly columns: readonly string[];
  /** The refusal, where the destination of that name has one. */
  readonly refused?: { readonly by: RegExp; readonly message: RegExp };
}

const merged = { primary_key: 'id', write_disposition: 'merge' };
const of = (fields: object, more: object = merged): object => ({ ...more, fields: { id: 'integer', ...fields } });
const ALL = /./;
/** JSON Lines have records as they came: nothing narrows. */
const TYPED = /^(?!JSON Lines)/;

const CHANGES: Readonly<Record<string, Change>> = {
  added: {
    before: of({ a: 'string' }),
    after: of({ a: 'string', b: 'string' }),
    sent: [[{ id: 1, a: 'x' }], [{ id: 2, a: 'y', b: 'new' }]],
    columns: ['id', 'a', 'b'],
    rows: [[1, 'x', null], [2, 'y', 'new']], // prettier-ignore
  },
  dropped: {
    before: of({ a: 'string', b: 'string' }),
    after: of({ a: 'string' }),
    sent: [[{ id: 1, a: 'x', b: 'old' }], [{ id: 2, a: 'y' }]],
    columns: ['id', 'a', 'b'],
    rows: [[1, 'x', 'old'], [2, 'y', null]], // prettier-ignore
  },
  required: {
    before: of({ a: 'string' }),
    after: of({ a: { type: 'string', nullable: false } }),
    sent: [[{ id: 1, a: null }], [{ id: 2, a: 'y' }]],
    columns: ['id', 'a'],
    rows: [[1, null], [2, 'y']], // prettier-ignore
  },
  optional: {
    before: of({ a: { type: 'string', nullable: false } }),
    after: of({ a: 'string' }),
    sent: [[{ id: 1, a: 'x' }], [{ id: 2, a: null }]],
    columns: ['id', 'a'],
    rows: [[1, 'x'], [2, null]], // prettier-ignore
  },
  widened: {
    before: of({ n: 'integer' }),
    after: of({ n: 'bigint' }),
    sent: [[{ id: 1, n: 5 }], [{ id: 2, n: '12345678901234567890' }]],
    columns: ['id', 'n'],
    rows: [[1, '5'], [2, '12345678901234567890']], // prettier-ignore
    refused: { by: /^SQLite/, message: /n is INTEGER/ },
  },
  scaled: {
    before: of({ n: { type: 'decimal', precision: 10, scale: 2 } }),
    after: of({ n: { type: 'decimal', precision: 20, scale: 4 } }),
    sent: [[{ id: 1, n: '1.25' }], [{ id: 2, n: '1234567890.1234' }]],
    columns: ['id', 'n'],
    rows: [[1, 1.25], [2, 1234567890.1234]], // prettier-ignore
  },
  shrunk: {
    before: of({ n: { type: 'decimal', precision: 20, scale: 4 } }),
    after: of({ n: { type: 'decimal', precision: 10, scale: 2 } }),
    sent: [[{ id: 1, n: '1.2345' }], [{ id: 2, n: '1.25' }]],
    columns: ['id', 'n'],
    rows: [[1, 1.2345], [2, 1.25]], // prettier-ignore
    refused: { by: /^(?!JSON Lines|SQLite)/, message: /n is .*full-refresh/s },
  },
  retyped: {
    before: of({ a: 'string' }),
    after: of({ a: 'integer' }),
    sent: [[{ id: 1, a: 'x' }], [{ id: 2, a: 7 }]],
    columns: ['id', 'a'],
    refused: { by: TYPED, message: /a is .*full-refresh/s },
  },
  rekeyed: {
    before: of({ part: { type: 'string', nullable: false } }),
    after: of({ part: { type: 'string', nullable: false } }, { ...merged, primary_key: ['id', 'part'] }),
    sent: [[{ id: 1, part: 'a' }], [{ id: 1, part: 'b' }]],
    columns: ['id', 'part'],
    refused: { by: ALL, message: /told apart by id, and would now be by id, part.*full-refresh --resource rekeyed/s },
  },
  no_longer_merged: {
    before: of({ a: 'string' }),
    after: of({ a: 'string' }, { ...merged, write_disposition: 'append' }),
    sent: [[{ id: 1, a: 'x' }], [{ id: 1, a: 'y' }]],
    columns: ['id', 'a'],
    rows: [[1, 'x'], [1, 'y']], // prettier-ignore
    refused: { by: /^(?:Postgres|MySQL|SQLite|ClickHouse)/, message: /told apart by id, and would now be appended.*full-refresh/s },
  },
  now_replaced: {
    before: of({ a: 'string' }),
    after: of({ a: 'string' }, { ...merged, write_disposition: 'replace' }),
    sent: [[{ id: 1, a: 'x' }], [{ id: 2, a: 'y' }]],
    columns: ['id', 'a'],
    rows: [[2, 'y']],
  },
  now_merged: {
    before: of({ a: 'string' }, { write_disposition: 'replace' }),
    after: of({ a: 'string' }, { ...merged }),
    sent: [[{ id: 1, a: 'x' }], [{ id: 1, a: 'y' }]],
    columns: ['id', 'a'],
    rows: [[1, 'y']],
    refused: { by: /^(?:Postgres|MySQL|SQLite|ClickHouse)/, message: /unique index of id|ReplacingMergeTree/ },
  },
};

const specOf = (version: 'before' | 'after'): string =>
  JSON.stringify({
    name: 'shop',
    outputs: 'all',
    client: { base_url: 'https://api.example.com', paginator: 'single_page' },
    resource_defaults: { endpoint: { data_selector: 'data' } },
    resources: Object.entries(CHANGES).map(([name, change]) => ({ name, endpoint: { path: `/${name}` }, ...change[version] })),
  });

const all = await harnesses();
afterAll(() => Promise.all(all.map((each) => each.stop())));

interface Version {
  readonly library: typeof Sync;
  readonly Client: new (options: object) => never;
}
const versions: Version[] = [];
let api: string;
let sent: readonly object[] = [];

beforeAll(async () => {
  for (const version of ['before', 'after'] as const) {
    const bin = await buildSpec(specOf(version));
    const library = (await import(pathToFileURL(join(bin, '../index.js')).href)) as typeof Sync;
    const { ShopClient } = (await import(pathToFileURL(join(bin, '../../index.js')).href)) as { readonly ShopClient: Version['Client'] };
    versions.push({ library, Client: ShopClient });
  }
}, 120_000);

describe.each(all)('$name', (harness) => {
  let place: Place;
  beforeEach(async () => {
    place = await harness.place();
    api = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: sent })),
    );
  });

  async function sync(version: number, resource: string, fullRefresh = false): Promise<void> {
    const { library, Client } = versions[version] ?? { library: undefined, Client: undefined };
    if (library === undefined || Client === undefined) throw new Error('no such version');
    const destination = await library.openDestination(place.to, { format: place.format });
    await library
      .sync(new Client({ baseUrl: api }), destination, { resources: [resource], fullRefresh })
      .finally(() => destination.close());
  }

  const rowsOf = async (resource: string, columns: readonly string[]): Promise<readonly (readonly unknown[])[]> =>
    (await place.rows(resource, columns)).map((row) => columns.map((column) => plain(row[column])));

  test.each(Object.entries(CHANGES))('%s: a new version of a package finds its table, or says why not', async (resource, change) => {
    sent = change.sent[0] ?? [];
    await sync(0, resource);
    const before = await rowsOf(resource, ['id']);
    sent = change.sent[1] ?? [];
    if (change.refused?.by.test(harness.name) === true) {
      const snapshot = await place.snapshot();
      await expect(sync(1, resource)).rejects.toMatchObject({
        code: 'narrowing',
        message: expect.stringMatching(change.refused.message) as string,
      });
      expect(JSON.stringify(await place.snapshot())).toBe(JSON.stringify(snapshot));
      expect(await rowsOf(resource, ['id'])).toEqual(before);
      await sync(1, resource, true); // the way out that the message names
      expect(await rowsOf(resource, ['id'])).toEqual(sent.map((record) => [plain((record as { readonly id: number }).id)]));
      return;
    }
    await sync(1, resource);
    if (change.rows !== undefined && !(harness.name.endsWith('S3') && resource === 'no_longer_merged')) {
      // its rows are read by their key
      const ids = sent.map((record) => (record as { readonly id: number }).id);
      const isOneRead = harness.name === 'JSON Lines' && resource !== 'no_longer_merged'; // a file of what is not incremental is that of the last read
      const expected = change.rows.filter(([id]) => !isOneRead || ids.includes(id as number)).map((row) => row.map(plain));
      expect(await rowsOf(resource, change.columns)).toEqual(expected);
    }
  });
});

/** Numbers by their value, whatever a driver makes of them. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  const text = String(value);
  return /^-?\d+(?:\.\d+)?$/.test(text) ? text.replace(/\.(\d*?)0*$/, (_, digits: string) => (digits === '' ? '' : `.${digits}`)) : text;
}
