import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Sync from '../../../generated/github-issues/src/sync/index.ts';
import type { Destination } from '../../../generated/github-issues/src/sync/index.ts';
import { serve } from '../../support/loopback.js';
import { buildSpec } from '../../sync/support/built-package.js';
import { harnesses } from '../../sync/support/harness.js';

const SPEC = JSON.stringify({
  name: 'shop',
  outputs: ['duckdb', 'postgres', 'mysql', 'clickhouse', 'files', 's3'],
  client: { base_url: 'https://api.example.com', paginator: 'single_page' },
  resources: [
    {
      name: 'orders',
      primary_key: 'id',
      write_disposition: 'merge',
      deleted_when: { field: 'gone', equals: true },
      endpoint: {
        path: '/orders',
        data_selector: 'data',
        incremental: { cursor_path: 'at', start_param: 'since', initial_value: '2026-01-01T00:00:00Z' },
      },
      fields: { id: 'integer', at: { type: 'datetime', nullable: false }, gone: 'boolean' },
    },
  ],
});

const all = await harnesses();
afterAll(() => Promise.all(all.map((each) => each.stop())));
const shared = all.filter(({ name }) => /^(?:Postgres|MySQL|ClickHouse|JSON Lines|Parquet)/.test(name));

let library: typeof Sync;
let Client: new (options: object) => never;
beforeAll(async () => {
  const bin = await buildSpec(SPEC);
  library = (await import(pathToFileURL(join(bin, '../index.js')).href)) as typeof Sync;
  ({ ShopClient: Client } = (await import(pathToFileURL(join(bin, '../../index.js')).href)) as { readonly ShopClient: typeof Client });
}, 120_000);

describe.each(shared)('$name', (harness) => {
  test('records that are gone lose their row when a run is finished', async () => {
    let day = 1;
    let sent: readonly { readonly id: number; readonly gone?: boolean }[] = [{ id: 1 }, { id: 2 }, { id: 3 }];
    const api = await serve(() => ({ body: { data: sent.map((row) => ({ ...row, at: `2026-01-0${day}T00:00:00Z` })) } }));
    const client = (): never => new Client({ baseUrl: api.origin });
    const place = await harness.place();
    const keeper = ['Postgres', 'MySQL'].includes(harness.name)
      ? undefined
      : (await all.find(({ name }) => name === 'Postgres')?.place())?.to;
    const using = async <Result>(work: (destination: Destination) => Promise<Result>, coordinator = keeper): Promise<Result> => {
      const destination = await library.openDestination(place.to, { format: place.format, ...(coordinator === '' ? {} : { coordinator }) });
      return work(destination).finally(() => destination.close());
    };
    await using((destination) => library.sync(client(), destination), '');
    for (const [run, next] of [
      ['r1', [{ id: 2, gone: true }, { id: 4 }]],
      ['r2', [{ id: 2 }, { id: 4, gone: true }]],
    ] as const) {
      day++;
      sent = next;
      const units = await using((destination) => library.planRun(client(), destination, { run }));
      for (const unit of units) await using((destination) => library.syncUnit(client(), destination, { run, unit }));
      await using((destination) => library.finishRun(destination, run));
      const rows = await place.rows('orders', ['id', 'gone']);
      const latest = new Map(rows.map(({ id, gone }) => [Number(id), harness.name.startsWith('JSON Lines') && gone === true]));
      const there = [...latest].filter(([, gone]) => !gone).map(([id]) => id);
      if (harness.name !== 'Parquet in S3') expect(there.sort()).toEqual(run === 'r1' ? [1, 3, 4] : [1, 2, 3]);
    }
  });
});
