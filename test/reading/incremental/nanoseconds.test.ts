import { beforeAll, describe, expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';
import { serve } from '../../support/loopback.js';
import { diagnosticsOf } from '../../support/spec-diagnostics.js';
import type { Resource } from '../../support/one-resource.js';

/** Cursors in nanoseconds since 1970, which no number holds: in windows of time, with every digit. */

const DAY = 86_400_000_000_000n;
const START = BigInt(Date.parse('2026-01-01T00:00:00Z')) * 1_000_000n;

const endpoint = { data_selector: 'items', path: '/events', paginator: { type: 'offset', limit: 2 } };
const bounds = { cursor_path: 'ns', format: 'epoch_ns', start_param: 'since', end_param: 'until' };

const SPEC = {
  name: 'one',
  config: { start: { type: 'datetime', default: '2026-01-01T00:00:00Z' }, until: { type: 'datetime', optional: true } },
  client: { base_url: 'https://api.example.com' },
  resource_defaults: { primary_key: 'id', write_disposition: 'merge', fields: { id: 'integer', ns: { type: 'bigint', nullable: false } } },
  resources: [
    {
      name: 'days',
      endpoint: { ...endpoint, incremental: { ...bounds, initial_value: '{config.start}', end_value: '{config.until}', step: 'P1D' } },
    },
    {
      name: 'exact',
      endpoint: {
        ...endpoint,
        incremental: { ...bounds, initial_value: '2026-01-01T00:00:00.123456789Z', end_value: String(START + DAY + 1n), step: 'PT12H' },
      },
    },
    {
      name: 'lagging',
      endpoint: {
        ...endpoint,
        incremental: { cursor_path: 'ns', format: 'epoch_ns', start_param: 'since', initial_value: '2026-01-01', lag: 1.5 },
      },
    },
  ],
};

let Client: new (options: object) => Readonly<Record<string, Resource>>;
beforeAll(async () => {
  ({ OneClient: Client } = (await importPackage(await filesFrom('one.yaml', JSON.stringify(SPEC)))) as {
    readonly OneClient: typeof Client;
  });
}, 60_000);

/** An API with events at these times; `since` is counted in, `until` is not. */
async function events(times: readonly bigint[]) {
  const log = [...times];
  const { origin, asked } = await serve(({ url }) => {
    const since = BigInt(url.searchParams.get('since') ?? 0);
    const until = BigInt(url.searchParams.get('until') ?? 2n ** 80n);
    const offset = Number(url.searchParams.get('offset'));
    const items = log.flatMap((ns, id) => (ns >= since && ns < until ? [`{"id":${id},"ns":${ns}}`] : []));
    return { text: `{"items":[${items.slice(offset, offset + 2).join(',')}]}` };
  });
  return { origin, asked, log };
}

async function run(origin: string, name: string, options: object, state?: unknown) {
  const resource = new Client({ baseUrl: origin, wallClock: () => Number((START + 3n * DAY) / 1_000_000n), ...options })[name];
  if (resource === undefined) throw new Error(`no ${name}`);
  const pages: { readonly ids: readonly unknown[]; readonly state: unknown }[] = [];
  for await (const page of resource.pages({ state }))
    pages.push({ ids: page.records.map(({ id }) => id), state: JSON.parse(JSON.stringify(page.state)) as unknown });
  return { ids: pages.flatMap(({ ids }) => ids), pages, state: pages.at(-1)?.state };
}

describe('windows', () => {
  const TIMES = [START, START + 1n, START + DAY - 1n, START + DAY, START + DAY + 1n, START + 2n * DAY + 123_456_789n];

  test('have every record once, with every digit, and the next run begins at the last of them', async () => {
    const { origin, asked, log } = await events(TIMES);
    const first = await run(origin, 'days', {});
    expect(first.ids).toEqual([0, 1, 2, 3, 4, 5]);
    const windows = [...new Set(asked.map(({ url }) => [url.searchParams.get('since'), url.searchParams.get('until')].join()))];
    const ms = 1_000_000n; // a window asks from a millisecond earlier: an API may count its start out
    expect(windows).toEqual([
      `${START},${START + DAY}`,
      `${START + DAY - ms},${START + 2n * DAY}`,
      `${START + 2n * DAY - ms},${START + 3n * DAY}`,
    ]);
    expect(first.state).toMatchObject({ cursor: { start: String(TIMES[5]) }, next: null });
    log.push(START + 2n * DAY + 123_456_790n);
    expect((await run(origin, 'days', {}, first.state)).ids).toEqual([6]);
  });

  test('go on from each of their pages', async () => {
    const { origin } = await events(TIMES);
    const { pages, ids } = await run(origin, 'days', { start: '2026-01-01', until: '2026-01-03T00:00:00Z' });
    expect(ids).toEqual([0, 1, 2, 3, 4]);
    for (const [index, { state }] of pages.slice(0, -1).entries()) {
      const rest = await run(origin, 'days', { start: '2026-01-01', until: '2026-01-03T00:00:00Z' }, state);
      expect([...pages.slice(0, index + 1).flatMap((page) => page.ids), ...rest.ids]).toEqual(ids);
    }
  });

  test('begin and end where bounds say, to the nanosecond', async () => {
    const { origin } = await events([START + 123_456_788n, START + 123_456_789n, START + DAY, START + DAY + 1n]);
    expect((await run(origin, 'exact', {})).ids).toEqual([1, 2]);
  });
});

test('a lag is in seconds', async () => {
  const { origin, asked } = await events([START + 2_000_000_000n]);
  const { state } = await run(origin, 'lagging', {});
  await run(origin, 'lagging', {}, state);
  expect(asked.filter(({ url }) => url.searchParams.get('offset') === '0').map(({ url }) => url.searchParams.get('since'))).toEqual([
    String(START),
    String(START + 500_000_000n - 1n), // one less: an API may count its start out
  ]);
});

test.each([
  ['integer', { format: 'epoch_ns' }, 'spec/cursor-type'],
  ['datetime', { format: 'epoch_ns' }, 'spec/time-format'],
  ['bigint', { format: 'epoch_ms' }, 'spec/cursor-type'],
  ['bigint', { step: 'P1D' }, 'spec/window'],
  ['bigint', { format: 'epoch_ns', step: 'P1D', initial_value: '2026-02-30' }, 'spec/cursor-type'],
])('of %s, %j is refused', async (type, more, code) => {
  const incremental = {
    cursor_path: 'ns',
    start_param: 'since',
    end_param: 'until',
    ...(type === 'bigint' ? { initial_value: '1' } : {}),
    ...more,
  };
  const things = {
    name: 'things',
    primary_key: 'id',
    write_disposition: 'merge',
    fields: { id: 'integer', ns: { type, nullable: false } },
  };
  const spec = {
    name: 'one',
    client: { base_url: 'https://api.example.com' },
    resources: [{ ...things, endpoint: { ...endpoint, incremental } }],
  };
  expect((await diagnosticsOf(JSON.stringify(spec))).map((each) => each.code)).toContain(code);
});
