import { beforeAll, describe, expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';
import { serve } from '../../support/loopback.js';
import type { Resource } from '../../support/one-resource.js';

/** A change feed for each parent, or each value: each has its own position, and what becomes of one is no matter of the others. */

const FEED = {
  data_selector: 'items',
  paginator: { type: 'cursor', cursor_path: 'nextPageToken', cursor_param: 'pageToken' },
  change_feed: { position_path: 'nextSyncToken', start_param: 'syncToken' },
};
const EVENTS = { ...FEED, path: '/calendars/{resources.calendars.id}/events' };

/** Calendars as Google has them: `pageToken` in a read, `syncToken` after it, 410 for one that is too old. */
async function google(ids: readonly string[]) {
  const calendars = new Map(ids.map((id): [string, string[]] => [id, [`${id}1`, `${id}2`]]));
  const gone = new Set<string>();
  const locked = new Set<string>();
  const { origin, asked } = await serve(({ url }) => {
    const [, list, id = '', ending] = url.pathname.split('/');
    if (ending === undefined && list === 'calendars') return { body: { items: [...calendars.keys()].map((each) => ({ id: each })) } };
    const all = calendars.get(id);
    if (all === undefined) return { status: 404 };
    if (locked.has(id)) return { status: 403 };
    const since = Number(url.searchParams.get('syncToken') ?? 0);
    const at = Number(url.searchParams.get('pageToken') ?? since);
    if ((url.searchParams.has('syncToken') || url.searchParams.has('pageToken')) && gone.delete(id)) return { status: 410 };
    const items = all.slice(at, at + 1).map((each) => ({ id: each }));
    return { body: { items, ...(at + 1 < all.length ? { nextPageToken: `${at + 1}` } : { nextSyncToken: `${all.length}` }) } };
  });
  let told = 0;
  const requests = (): string[] => {
    const since = asked.slice(told);
    told = asked.length;
    return since.map(({ url }) => `${url.pathname.split('/')[2] ?? ''}${url.search}`);
  };
  return { origin, calendars, gone, locked, requests };
}

type Client = Readonly<Record<string, Resource & { splits(options?: object): Promise<readonly object[]> }>>;

let Client: new (options: object) => Client;
beforeAll(async () => {
  const things = { primary_key: 'id', fields: { id: { type: 'string', nullable: false } } };
  const merged = { ...things, write_disposition: 'merge', endpoint: EVENTS };
  const spec = {
    name: 'one',
    client: { base_url: 'https://api.example.com' },
    resources: [
      { ...things, name: 'calendars', endpoint: { data_selector: 'items', paginator: 'single_page' } },
      { ...merged, name: 'events', splits: true },
      { ...merged, name: 'ahead', concurrency: 3 },
      { ...merged, name: 'skipping', on_child_error: 'skip' },
      { ...merged, name: 'appended', write_disposition: 'append' },
      { ...merged, name: 'listed', for_each: { of: ['a', 'b'] }, endpoint: { ...FEED, path: '/of/{for_each.of}/events' } },
      { ...merged, name: 'alone', splits: true, endpoint: { ...FEED, path: '/of/a/events' } },
      {
        ...merged,
        name: 'linked',
        endpoint: {
          ...EVENTS,
          change_feed: true,
          paginator: { type: 'cursor', cursor_path: 'nextSyncToken', cursor_param: 'syncToken', stop_after_repeated_cursor: true },
        },
      },
    ],
  };
  ({ OneClient: Client } = (await importPackage(await filesFrom('one.yaml', JSON.stringify(spec)))) as {
    readonly OneClient: typeof Client;
  });
}, 60_000);

function open(origin: string, name: string) {
  const resource = new Client({ baseUrl: origin, sleep: async () => undefined })[name];
  if (resource === undefined) throw new Error(`no ${name}`);
  return resource;
}

/** What a run gave, and its states. */
async function run(resource: Resource, state?: unknown, more: object = {}) {
  const pages: { readonly ids: readonly unknown[]; readonly state: unknown; readonly restarted: boolean }[] = [];
  let error: unknown;
  try {
    for await (const page of resource.pages({ state, ...more }))
      pages.push({
        ids: page.records.map(({ id }) => id),
        state: JSON.parse(JSON.stringify(page.state)) as unknown,
        restarted: Object(page).restarted === true,
      });
  } catch (thrown) {
    error = thrown;
  }
  return {
    ids: pages.flatMap(({ ids }) => ids),
    states: pages.map((page) => page.state),
    state: pages.at(-1)?.state ?? state,
    restarted: pages.filter((page) => page.restarted).flatMap((page) => page.ids),
    error,
  };
}

describe.each(['events', 'ahead'])('%s', (name) => {
  test('each run has what came after the last one; new parents begin at the beginning, and those that are gone are forgotten', async () => {
    const { origin, calendars, requests } = await google(['a', 'b', 'c']);
    const resource = open(origin, name);
    const first = await run(resource);
    expect(first).toMatchObject({ ids: ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'], error: undefined, state: { next: null } });
    expect(first.state).toHaveProperty('positions', { a: { token: '2' }, b: { token: '2' }, c: { token: '2' } });
    requests();
    calendars.get('b')?.push('b3', 'b4', 'b5');
    calendars.delete('c');
    calendars.set('d', ['d1']);
    const second = await run(resource, first.state);
    expect(second).toMatchObject({ ids: ['b3', 'b4', 'b5', 'd1'], restarted: [], error: undefined });
    expect(second.state).toHaveProperty('positions', { a: { token: '2' }, b: { token: '5' }, d: { token: '1' } });
    expect(requests().sort()).toEqual(
      ['', 'a?syncToken=2', 'b?syncToken=2', 'b?syncToken=2&pageToken=3', 'b?syncToken=2&pageToken=4', 'd'].sort(),
    );
  });

  test('a run that was killed goes on from each of its pages', async () => {
    const { origin, calendars } = await google(['a', 'b', 'c']);
    const resource = open(origin, name);
    const { state } = await run(resource);
    for (const id of ['a', 'b', 'c']) calendars.get(id)?.push(`${id}3`, `${id}4`);
    const whole = await run(resource, state);
    expect(whole).toMatchObject({ ids: ['a3', 'a4', 'b3', 'b4', 'c3', 'c4'], error: undefined });
    for (const [index, cut] of whole.states.entries()) {
      const rest = await run(resource, cut);
      expect(rest.ids).toEqual(whole.ids.slice(index + 1));
      expect(rest.state).toHaveProperty('positions', { a: { token: '4' }, b: { token: '4' }, c: { token: '4' } });
    }
  });

  test('410 for one begins that one again, and no other', async () => {
    const { origin, calendars, gone, requests } = await google(['a', 'b', 'c']);
    const resource = open(origin, name);
    const { state } = await run(resource);
    requests();
    gone.add('b');
    calendars.get('c')?.push('c3');
    const again = await run(resource, state);
    expect(again).toMatchObject({ ids: ['b1', 'b2', 'c3'], restarted: ['b1'], error: undefined });
    expect(again.state).toHaveProperty('positions', { a: { token: '2' }, b: { token: '2' }, c: { token: '3' } });
    expect(requests().sort()).toEqual(['', 'a?syncToken=2', 'b?syncToken=2', 'b', 'b?pageToken=1', 'c?syncToken=2'].sort());
    const [, cut] = again.states;
    expect(cut).toMatchObject({ positions: { a: { token: '2' }, c: { token: '2' } }, next: { parent: 'b' } });
    expect(await run(resource, cut)).toMatchObject({ ids: ['b2', 'c3'], restarted: [], error: undefined });
  });

  test('410 in the middle of one begins that one again', async () => {
    const { origin, calendars, gone } = await google(['a', 'b']);
    const resource = open(origin, name);
    const { state } = await run(resource);
    calendars.get('a')?.push('a3', 'a4');
    const [cut] = (await run(resource, state)).states;
    expect(cut).toMatchObject({ positions: { a: { token: '2' } }, next: { parent: 'a', page: { cursor: '3' } } });
    gone.add('a');
    const again = await run(resource, cut);
    expect(again).toMatchObject({ ids: ['a1', 'a2', 'a3', 'a4'], restarted: ['a1'], error: undefined });
    expect(again.state).toHaveProperty('positions', { a: { token: '4' }, b: { token: '2' } });
  });
});

test('where rows are appended a position that is forgotten is an error, and nothing is lost', async () => {
  const { origin, gone, calendars } = await google(['a', 'b', 'c']);
  const resource = open(origin, 'appended');
  const { state } = await run(resource);
  gone.add('b');
  calendars.get('a')?.push('a3');
  const failed = await run(resource, state);
  expect(failed).toMatchObject({ ids: ['a3'], error: { code: 'position_refused', resource: 'appended', state: failed.state } });
  expect(Object(failed.state).positions).toMatchObject({ a: { token: '3' }, b: { token: '2' } });
  gone.add('b');
  expect(await run(resource, failed.state, { forgotten: 'restart' })).toMatchObject({ ids: ['b1', 'b2'], restarted: ['b1'] });
});

test('any other error is one, and a position is kept', async () => {
  const { origin, locked, requests } = await google(['a', 'b']);
  const resource = open(origin, 'appended');
  const { state } = await run(resource);
  requests();
  locked.add('b');
  expect(await run(resource, state)).toMatchObject({
    error: { code: 'http_status', status: 403 },
    state: { positions: { b: { token: '2' } } },
  });
  expect(requests()).toEqual(['', 'a?syncToken=2', 'b?syncToken=2']);
});

test('one that is refused altogether keeps its position where it is passed over', async () => {
  const { origin, calendars } = await google(['a', 'b']);
  const resource = open(origin, 'skipping');
  const { state } = await run(resource);
  const b = calendars.get('b') ?? [];
  calendars.set('b', undefined as unknown as string[]);
  const without = await run(resource, state);
  expect(without).toMatchObject({ ids: [], error: undefined });
  calendars.set('b', [...b, 'b3']);
  expect(await run(resource, without.state)).toMatchObject({ ids: ['b3'], restarted: [] });
});

test('values of a list have theirs, too', async () => {
  const { origin, calendars, gone } = await google(['a', 'b']);
  const resource = open(origin, 'listed');
  const first = await run(resource);
  expect(first.state).toHaveProperty('positions', { a: { token: '2' }, b: { token: '2' } });
  calendars.get('b')?.push('b3', 'b4');
  const second = await run(resource, first.state);
  expect(second).toMatchObject({ ids: ['b3', 'b4'] });
  expect(await run(resource, second.states[1])).toMatchObject({ ids: ['b4'], state: { positions: { b: { token: '4' } } } });
  gone.add('a');
  expect(await run(resource, second.state)).toMatchObject({ ids: ['a1', 'a2'], restarted: ['a1'] });
});

test('a position can be the cursor that pages have', async () => {
  const { origin, calendars, requests } = await google(['a', 'b']);
  for (const id of ['a', 'b']) calendars.set(id, [`${id}1`]);
  const resource = open(origin, 'linked');
  const { state } = await run(resource);
  expect(state).toHaveProperty('positions', { a: { cursor: '1' }, b: { cursor: '1' } });
  requests();
  calendars.get('a')?.push('a2');
  expect(await run(resource, state)).toMatchObject({ ids: ['a2'], state: { positions: { a: { cursor: '2' }, b: { cursor: '1' } } } });
  expect(requests()).toEqual(['', 'a?syncToken=1', 'a?syncToken=2', 'b?syncToken=1']);
});

test('a unit of a split read has the positions of its own parents', async () => {
  const { origin, calendars, requests } = await google(['a', 'b']);
  const resource = open(origin, 'events');
  const { state } = await run(resource);
  calendars.get('b')?.push('b3');
  const units = await resource.splits({ units: 2 });
  requests();
  const read = await Promise.all(units.map((split) => run(resource, state, { split })));
  expect(read.map(({ ids }) => ids)).toEqual([[], ['b3']]);
  expect(read.map((each) => Object(each.state).positions)).toEqual([{ a: { token: '2' } }, { b: { token: '3' } }]);
});

test('the one unit of a feed that is not split goes on where it ended', async () => {
  const { origin, calendars } = await google(['a']);
  const resource = open(origin, 'alone');
  const { state } = await run(resource);
  calendars.get('a')?.push('a3');
  const [split] = await resource.splits();
  expect(await run(resource, state, { split })).toMatchObject({ ids: ['a3'], state: { since: { token: '3' } } });
});

test.each([
  ['with a text for positions', { positions: 'a' }],
  ['with a position of nothing', { positions: { a: {} } }],
  ['with null for one', { positions: { a: null } }],
])('a state %s is refused before any request', async (_, change) => {
  const { origin, requests } = await google(['a']);
  const resource = open(origin, 'events');
  const { state } = await run(resource);
  requests();
  expect(await run(resource, { ...Object(state), ...change })).toMatchObject({ ids: [], error: { code: 'invalid_state' } });
  expect(requests()).toEqual([]);
});
