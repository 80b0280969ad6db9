import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { splittableApi, type Api } from './api.js';
import { clientOf, type Page, type Splittable, type Unit } from './connector.js';

let api: Api;
let client: Readonly<Record<string, Splittable>>;

beforeEach(async () => {
  api = await splittableApi();
  client = await clientOf(api.origin);
});

const resource = (name: string): Splittable => {
  const found = client[name];
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

async function pagesOf(name: string, options: object = {}): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for await (const page of resource(name).pages(options)) pages.push(page);
  return pages;
}

const ids = (pages: readonly Page[]): readonly number[] => pages.flatMap(({ records }) => records.map(({ id }) => id));
const json = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
const NAMES = ['events', 'visits', 'orders', 'repos', 'comments', 'lists', 'leaves'];

describe.each(NAMES)('the units of %s', (name) => {
  test('are together what one read is, in any order and number, through JSON', async () => {
    const whole = ids(await pagesOf(name));
    expect(whole.length).toBeGreaterThan(5);
    for (const units of [undefined, 1, 2, 3, 5, 100]) {
      const splits = json(await resource(name).splits(units === undefined ? {} : { units }));
      expect(splits.length).toBeLessThanOrEqual(units ?? 1000);
      expect(new Set(splits.map(({ id }) => id)).size).toBe(splits.length);
      expect(splits.map(({ part, parts }) => [part, parts])).toEqual(splits.map((_, index) => [index + 1, splits.length]));
      const read: number[] = [];
      for (const split of splits.toReversed()) read.unshift(...ids(await pagesOf(name, { split })));
      expect(read).toEqual(whole);
    }
  });

  test('are the same for the same input', async () => {
    expect(await resource(name).splits({ units: 4 })).toEqual(await resource(name).splits({ units: 4 }));
  });

  test('go on after each of their pages, from a state that is theirs alone', async () => {
    const splits = await resource(name).splits({ units: 2 });
    for (const split of splits) {
      const pages = await pagesOf(name, { split });
      for (const [index, { state }] of pages.entries()) {
        if (index === pages.length - 1) continue; // complete: a read from there is the next one
        expect([...ids(pages.slice(0, index + 1)), ...ids(await pagesOf(name, { split, state: json(state) }))]).toEqual(ids(pages));
      }
      const [first] = pages;
      await expect(pagesOf(name, { state: first?.state })).rejects.toMatchObject({ code: 'invalid_state' });
      const other = splits.find(({ id }) => id !== split.id);
      if (other !== undefined)
        await expect(pagesOf(name, { split: other, state: first?.state })).rejects.toMatchObject({ code: 'invalid_state' });
    }
  });
});

test('kinds are what the spec shows', async () => {
  const kinds = await Promise.all(NAMES.map(async (name) => (await resource(name).splits())[0]?.kind));
  expect(kinds).toEqual(['window', 'window', 'values', 'whole', 'parents', 'pages', 'pages']);
  expect(resource('notes').splits).toBeUndefined();
});

test('windows have ends that stay where they are', async () => {
  expect(await resource('visits').splits({ units: 2 })).toEqual([
    {
      id: expect.stringMatching(/^visits\.1of2\.1704067200000\.\.1704888000000\.\w+$/) as string,
      plan: expect.any(String) as string,
      resource: 'visits',
      kind: 'window',
      part: 1,
      parts: 2,
      since: '2024-01-01T00:00:00.000Z',
      until: '2024-01-10T12:00:00.000Z',
    },
    expect.objectContaining({ since: '2024-01-10T12:00:00.000Z', until: '2024-01-20T00:00:00.000Z' }),
  ]);
  const before = await resource('events').splits({ units: 3 });
  expect(before.at(-1)?.['until']).toBe('2024-01-15T12:00:00.000Z'); // now
});

test.each([
  ['in', 'in'],
  ['in', 'out'],
  ['out', 'in'],
  ['out', 'out'],
] as const)('what is at the edge of two windows is in one of them, where the API counts starts %s and ends %s', async (start, end) => {
  const other = await splittableApi({ start, end });
  const own = await clientOf(other.origin);
  const days = own['events'];
  if (days === undefined) throw new Error('no events');
  const read: number[] = [];
  for (const split of await days.splits({ units: 4 })) for await (const page of days.pages({ split })) read.push(...ids([page]));
  const first = start === 'out' ? 1 : 0; // the initial value is asked for as it is
  expect(read).toEqual(
    other.events
      .slice(first)
      .map(({ id }) => id)
      .filter((id) => id <= 50),
  );
});

test('windows begin where the last complete read ended', async () => {
  const { events } = api;
  api.events = events.slice(0, 21);
  const [last] = (await pagesOf('events')).toReversed();
  api.events = events;
  const splits = await resource('events').splits({ units: 4, state: last?.state });
  expect(splits[0]?.['since']).toBe('2024-01-06T00:00:00.000Z');
  const read: number[] = [];
  for (const split of splits) read.push(...ids(await pagesOf('events', { split, state: last?.state })));
  expect(read).toEqual(events.slice(21).map(({ id }) => id));
});

test('parents that moved since are read all the same, and once; those that are gone are not', async () => {
  const { repos } = api;
  const splits = await resource('comments').splits({ units: 3 });
  api.repos = [...repos.slice(1).toReversed(), 99]; // 11 is gone, 99 is new, the others are elsewhere
  try {
    const read: number[] = [];
    for (const split of splits) read.push(...ids(await pagesOf('comments', { split })));
    expect(read.toSorted((a, b) => a - b)).toEqual(repos.slice(1).flatMap((repo) => [1, 2, 3, 4].map((id) => repo * 10 + id)));
  } finally {
    api.repos = repos;
  }
});

test('values that the options do not have are refused', async () => {
  const [unit] = await resource('orders').splits({ units: 1 });
  const other = await clientOf(api.origin, { stores: ['a', 'b'] });
  await expect(other['orders']?.pages({ split: unit })[Symbol.asyncIterator]().next()).rejects.toMatchObject({
    code: 'invalid_state',
    message: expect.stringContaining('"c"') as string,
  });
});

test.each([{}, { resource: 'events' }, { resource: 'events', kind: 'window', id: 'x', part: 1, parts: 1, since: null, until: 'soon' }])(
  'what is no unit is refused: %j',
  async (split) => {
    await expect(pagesOf('events', { split })).rejects.toMatchObject({ code: 'invalid_state' });
  },
);

test.each([0, -1, 0.5, NaN])('%s units are refused', async (units) => {
  for (const name of NAMES.filter((each) => each !== 'repos')) await expect(resource(name).splits({ units })).rejects.toThrow('units');
});

test('windows are as many as asked for, and no more than the step makes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (units) => {
      const splits: readonly Unit[] = await resource('events').splits({ units });
      expect(splits).toHaveLength(Math.min(units, 15));
      splits.slice(1).forEach((split, index) => expect(split['since']).toBe(splits[index]?.['until']));
    }),
    { numRuns: 20 },
  );
});
