import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Sync from '../../../generated/github-issues/src/sync/index.ts';
import type { Destination } from '../../../generated/github-issues/src/sync/index.ts';
import { serve } from '../../support/loopback.js';
import { buildSpec } from '../../sync/support/built-package.js';
import { harnesses, type Place } from '../../sync/support/harness.js';

/** Units of resources whose lists are tables: what they write is what one sync writes. */
const ITEMS = {
  type: 'array',
  items: { type: 'object', fields: { sku: 'string', taxes: { type: 'array', items: 'integer' } } },
};
const resource = (name: string, more: object): object => ({
  name,
  primary_key: 'id',
  nested: 'tables',
  for_each: { store: '{config.stores}' },
  endpoint: { path: `/${name}/{for_each.store}`, data_selector: 'data', paginator: { type: 'offset', limit: 2, total_path: null } },
  fields: { id: 'integer', gone: 'boolean', items: ITEMS },
  ...more,
});

const SPEC = JSON.stringify({
  name: 'shop',
  outputs: ['postgres', 'mysql', 'clickhouse', 'files', 's3'],
  config: { stores: { type: 'list' } },
  client: { base_url: 'https://api.example.com' },
  resources: [
    resource('orders', { write_disposition: 'merge', deleted_when: { field: 'gone', equals: true } }),
    resource('parts', { write_disposition: 'replace' }),
    resource('visits', { write_disposition: 'append' }),
  ],
});

const all = await harnesses();
afterAll(() => Promise.all(all.map((each) => each.stop())));
const keepers = all.filter(({ name }) => ['Postgres', 'MySQL'].includes(name));
const shared = [
  ...keepers.map((harness) => ({ name: harness.name, harness, coordinator: undefined })),
  ...all
    .filter(({ name }) => /^(?:Parquet|ClickHouse)/.test(name))
    .flatMap((harness) => keepers.map((coordinator) => ({ name: `${harness.name}, kept by ${coordinator.name}`, harness, coordinator }))),
];

let library: typeof Sync;
let Client: new (options: object) => never;
beforeAll(async () => {
  const bin = await buildSpec(SPEC);
  library = (await import(pathToFileURL(join(bin, '../index.js')).href)) as typeof Sync;
  ({ ShopClient: Client } = (await import(pathToFileURL(join(bin, '../../index.js')).href)) as { readonly ShopClient: typeof Client });
}, 120_000);

/** A record with other lists in each round. The one that both stores have has another list in each. */
function recordOf(store: string, id: number, round: number): object {
  const length = (id + round + (store === 'b' ? 1 : 0)) % 4;
  const items = Array.from({ length }, (_, index) => ({
    sku: `${store}${id}.${index}.${round}`,
    taxes: Array.from({ length: index }, () => round),
  }));
  return { id, gone: round > 0 && id === 2, items };
}
const STORES: Readonly<Record<string, readonly number[]>> = { a: [1, 2, 3, 4, 9], b: [5, 6, 9] };

describe.each(shared)('$name', ({ harness, coordinator }) => {
  test.each(['orders', 'parts', 'visits'])(
    'units of %s bring the rows of their lists as one sync does',
    { timeout: 600_000 },
    async (name) => {
      let round = 0;
      const { origin } = await serve(({ url }) => {
        const [, , store = ''] = url.pathname.split('/');
        const from = Number(url.searchParams.get('offset') ?? 0);
        const ids = (STORES[store] ?? []).slice(from, from + 2);
        return { body: { data: ids.map((id) => recordOf(store, id, round)) } };
      });
      const client = (): never => new Client({ baseUrl: origin, stores: ['a', 'b'] });
      const [apart, whole] = [await harness.place(), await harness.place()];
      const options = { format: apart.format, coordinator: (await coordinator?.place())?.to };
      const using = async <Result>(to: string, given: object, use: (destination: Destination) => Promise<Result>): Promise<Result> => {
        const destination = await library.openDestination(to, given);
        return use(destination).finally(() => destination.close());
      };
      const inUnits = async (run: string): Promise<void> => {
        const units = await using(apart.to, options, (each) => library.planRun(client(), each, { run, resources: [name] }));
        expect(units).toHaveLength(2);
        for (const unit of units) await using(apart.to, options, (each) => library.syncUnit(client(), each, { run, unit, batchRows: 1 }));
        expect(await using(apart.to, options, (each) => library.finishRun(each, run))).toEqual([name]);
      };
      if (harness.name === 'Parquet in S3' && name === 'orders') {
        await expect(inUnits('r0')).rejects.toMatchObject({
          code: 'usage',
          message: expect.stringContaining('its lists are tables') as string,
        });
        return;
      }
      for (; round < 2; round++) {
        await inUnits(`r${round}`);
        await using(whole.to, { format: whole.format }, (each) => library.sync(client(), each, { resources: [name], batchRows: 1 }));
        const rows = await rowsOf(whole, name);
        expect(rows[`${name}__items`]?.length).toBeGreaterThan(8);
        expect(await rowsOf(apart, name)).toEqual(rows);
      }
      expect(JSON.stringify(await apart.snapshot())).not.toMatch(/__run_[a-z\d]+(?:["`]|\\")|_sync_units\//); // indexes of Postgres keep their names
    },
  );
});

/** Rows of all tables of a resource, as texts. */
async function rowsOf(place: Place, name: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const key = `_${name}_id`;
  const columns = {
    [name]: ['id'],
    [`${name}__items`]: [key, '_index', 'sku'],
    [`${name}__items__taxes`]: [key, '_items_index', '_index', 'value'],
  };
  const tables = Object.entries(columns).map(async ([table, wanted]) => {
    const rows = await place.rows(table, wanted);
    return [table, rows.map((row) => wanted.map((column) => String(row[column])).join(' ')).sort()] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}
