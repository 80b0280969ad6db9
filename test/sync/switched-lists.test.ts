import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Sync from '../../generated/github-issues/src/sync/index.ts';
import { buildSpec } from './support/built-package.js';
import { harnesses, isLines, type Place } from './support/harness.js';
import { serve } from '../support/loopback.js';

/** Three versions of a package: lists are columns, lists of records are tables, lists in those are tables, too. */
const VERSIONS = {
  columns: { nested: 'json', taxes: 'json' },
  tables: { nested: 'tables', taxes: 'json' },
  all: { nested: 'tables', taxes: 'tables' },
} as const;
type Version = keyof typeof VERSIONS;

const specOf = (version: Version): string =>
  JSON.stringify({
    name: 'shop',
    outputs: 'all',
    client: { base_url: 'https://api.example.com', paginator: 'single_page' },
    resources: ['merge', 'append'].map((disposition) => ({
      name: disposition === 'merge' ? 'orders' : 'visits', // rows that are appended are for Parquet in S3, which cannot replace those of lists
      primary_key: 'id',
      write_disposition: disposition,
      endpoint: { path: '/orders', data_selector: 'data' },
      fields: {
        id: 'integer',
        items: {
          type: 'array',
          nested: VERSIONS[version].nested,
          items: { type: 'object', fields: { sku: 'string', taxes: { type: 'array', nested: VERSIONS[version].taxes, items: 'integer' } } },
        },
      },
    })),
  });

const all = await harnesses();
afterAll(() => Promise.all(all.map((each) => each.stop())));

interface Package {
  readonly library: typeof Sync;
  readonly Client: new (options: object) => never;
}
const packages = new Map<Version, Package>();
beforeAll(async () => {
  for (const version of Object.keys(VERSIONS) as Version[]) {
    const bin = await buildSpec(specOf(version));
    const library = (await import(pathToFileURL(join(bin, '../index.js')).href)) as typeof Sync;
    const { ShopClient } = (await import(pathToFileURL(join(bin, '../../index.js')).href)) as { readonly ShopClient: Package['Client'] };
    packages.set(version, { library, Client: ShopClient });
  }
}, 120_000);

/** What the API sends in a round: one order, which has as many items as the round is high. */
const orderOf = (round: number): object => ({
  id: round,
  items: Array.from({ length: round }, (_, index) => ({ sku: `s${round}${index}`, taxes: [round, index] })),
});

describe.each(all)('$name', (harness) => {
  test('a list that becomes a table, or a column again, is refused until its table is replaced', async () => {
    const place: Place = await harness.place();
    const isAppended = harness.name === 'Parquet in S3';
    const table = isAppended ? 'visits' : 'orders';
    let round = 1;
    const { origin } = await serve(() => ({ body: { data: [orderOf(round)] } }));
    const sync = async (version: Version, fullRefresh = false): Promise<void> => {
      const made = packages.get(version);
      if (made === undefined) throw new Error(version);
      const destination = await made.library.openDestination(place.to, { format: place.format });
      await made.library
        .sync(new made.Client({ baseUrl: origin }), destination, { resources: [table], fullRefresh })
        .finally(() => destination.close());
    };
    const refuses = async (version: Version, message: RegExp): Promise<void> => {
      const before = JSON.stringify(await place.snapshot());
      await expect(sync(version)).rejects.toMatchObject({ code: 'narrowing', message: expect.stringMatching(message) as string });
      expect(JSON.stringify(await place.snapshot())).toBe(before);
      await sync(version, true); // the way out that the message names
      if (!isAppended) await sync(version);
    };
    const messageOf = (text: string): RegExp => new RegExp(text.replaceAll('T', table), 's');
    await sync('columns');
    round = 2;
    if (isLines(harness)) {
      for (const version of ['tables', 'all', 'columns'] as const) await sync(version); // a list is in the line of its record, whatever the spec says
      expect(await place.rows(table, ['items'])).toMatchObject(harness.name.endsWith('S3') ? [{}, {}] : [{}]);
      return;
    }
    const rows = async (name: string, columns: readonly string[]): Promise<string[]> =>
      (await place.rows(name, columns)).map((row) => columns.map((column) => String(row[column])).join(' '));
    await refuses('tables', messageOf('items is a column, and would have to become the table T__items.*full-refresh --resource T'));
    expect((await rows(`${table}__items`, [`_${table}_id`, '_index', 'sku'])).sort()).toEqual(['2 0 s20', '2 1 s21']);
    round = 3;
    await refuses('all', messageOf('taxes is a column, and would have to become the table T__items__taxes.*full-refresh --resource T'));
    expect(await rows(`${table}__items`, ['sku'])).toHaveLength(3);
    expect((await rows(`${table}__items__taxes`, ['_items_index', '_index', 'value'])).sort()).toEqual(
      [0, 1, 2].flatMap((index) => [`${index} 0 3`, `${index} 1 ${index}`]),
    );
    round = 2;
    await refuses('tables', messageOf('T__items__taxes has rows of a list that would now be a column of T__items.*--resource T, and drop'));
    expect(await rows(`${table}__items`, ['sku'])).toHaveLength(2);
    round = 1;
    await refuses('columns', messageOf('T__items has rows of a list that would now be a column of T\\..*--resource T, and drop'));
    const [order] = await place.rows(table, ['id', 'items']);
    expect(Number(order?.['id'])).toBe(1);
    expect(JSON.stringify(order?.['items'])).toContain('s10');
    round = 2;
    await refuses('tables', messageOf('items is a column, and would have to become the table T__items'));
    expect(await rows(`${table}__items`, ['sku'])).toEqual(['s20', 's21']);
  });
});
