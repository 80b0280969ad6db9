import { fc } from '../../support/property.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { AHEAD, collect, idsOf, openLoops, type Client } from './connector.js';
import { api, type Manners, type Row } from './server.js';

/**
 * Reads in several page loops (for each parent, for each value, window after window) give every record once, and go on from
 * the state of any page without losing one or giving one twice.
 */

const TENANTS = ['eu', 'us', 'asia'];
const START = Date.parse('2026-01-31T00:00:00Z');
const NOW = Date.parse('2026-04-15T00:00:00Z');
/** Among others where windows of a month from the start, and of ten days and an hour, end and begin. */
const TIMES = [
  '2026-01-31T00:00:00Z',
  '2026-02-10T01:00:00Z',
  '2026-02-28T00:00:00Z',
  '2026-02-28T00:00:00.001Z',
  '2026-03-15T12:00:00Z',
  '2026-03-31T00:00:00Z',
  '2026-04-14T23:59:59.999Z',
  '2026-04-15T00:00:00Z',
].map((text) => Date.parse(text));

const rowsOf = fc
  .array(fc.record({ at: fc.constantFrom(...TIMES), of: fc.constantFrom(...TENANTS) }), { maxLength: 14 })
  .map((rows) => rows.map((row, id): Row => ({ ...row, id })));
const mannersOf = fc
  .record<Manners>({
    since: fc.constantFrom('closed', 'open'),
    until: fc.constantFrom('closed', 'open'),
    cap: fc.integer({ min: 1, max: 3 }),
    sorted: fc.boolean(),
  })
  .filter(({ since, until }) => since === 'closed' || until === 'closed');

let open: (options: object) => Client;
beforeAll(async () => {
  open = await openLoops();
});

/** Reads, and reads again from the state of every page, which went through JSON. */
async function checkEveryPrefix(name: string, options: object, expected: readonly number[]): Promise<void> {
  const resource = open(options)[name];
  const pages = await collect(resource);
  expect(idsOf(pages)).toEqual(expected);
  expect(pages.map(({ state }) => state.next === null)).toEqual(pages.map((_, index) => index === pages.length - 1));
  for (const [index, page] of pages.slice(0, -1).entries()) {
    const rest = await collect(resource, JSON.parse(JSON.stringify(page.state)));
    expect(idsOf([...pages.slice(0, index + 1), ...rest])).toEqual(expected);
  }
}

/** How many a request asks for. */
function togetherIn(path: string): number {
  return path.startsWith('/of/') ? decodeURIComponent(path.split('?')[0] ?? '').split(',').length : 0;
}

function ids(rows: readonly Row[], belongs: (row: Row) => boolean): readonly number[] {
  return rows.filter(belongs).map(({ id }) => id);
}

/** Whether an API lists a row between the first start and the last end. */
function isListed({ at }: Row, { since, until }: Manners): boolean {
  return (since === 'closed' || at > START) && (until === 'closed' || at < NOW);
}

describe('every record once, from any page on', () => {
  test('for each value of a list', () =>
    fc.assert(
      fc.asyncProperty(rowsOf, mannersOf, async (rows, manners) => {
        const { fetch } = api(rows, [], manners);
        await checkEveryPrefix(
          'regional',
          { fetch, tenants: [] },
          ids(rows, () => true),
        );
      }),
      { numRuns: 30 },
    ));

  test('for each value that the caller gives, with a cursor of its own', () =>
    fc.assert(
      fc.asyncProperty(
        rowsOf,
        mannersOf,
        fc.shuffledSubarray([...TENANTS, ...TENANTS], { minLength: 1 }),
        async (rows, manners, tenants) => {
          const { fetch, asked } = api(rows, [], manners);
          await checkEveryPrefix(
            'fresh',
            { fetch, tenants },
            ids(rows, ({ of }) => tenants.includes(of)),
          );
          expect(asked.every((path) => path.includes('detail=1'))).toBe(true);
        },
      ),
      { numRuns: 30 },
    ));

  test.each(['windowed', 'whole'])('window after window: %s', (name) =>
    fc.assert(
      fc.asyncProperty(rowsOf, mannersOf, async (rows, manners) => {
        const { fetch } = api(rows, [], { ...manners, cap: name === 'whole' ? 100 : manners.cap });
        const expected = ids(rows, (row) => row.of === 'eu' && isListed(row, manners));
        await checkEveryPrefix(name, { fetch, tenants: [], wallClock: () => NOW }, expected);
      }),
      { numRuns: 60 },
    ),
  );

  test('window after window, at an API that counts days', () =>
    fc.assert(
      fc.asyncProperty(rowsOf, mannersOf, async (rows, manners) => {
        const including: Manners = { ...manners, since: 'closed' };
        const { fetch } = api(rows, [], including);
        const expected = ids(rows, (row) => row.of === 'eu' && isListed(row, including));
        await checkEveryPrefix('daily', { fetch, tenants: [], wallClock: () => NOW + 7_200_000 }, expected);
      }),
      { numRuns: 60 },
    ));

  test('for each parent, with a cursor of its own', () =>
    fc.assert(
      fc.asyncProperty(rowsOf, mannersOf, fc.shuffledSubarray(TENANTS), async (rows, manners, parents) => {
        const { fetch } = api(rows, parents, manners);
        await checkEveryPrefix(
          'followers',
          { fetch, tenants: [] },
          ids(rows, ({ of }) => parents.includes(of)),
        );
      }),
      { numRuns: 30 },
    ));

  test('in windows for each parent', () =>
    fc.assert(
      fc.asyncProperty(rowsOf, mannersOf, fc.shuffledSubarray(TENANTS), async (rows, manners, parents) => {
        const { fetch } = api(rows, parents, manners);
        const expected = ids(rows, (row) => parents.includes(row.of) && isListed(row, manners));
        await checkEveryPrefix('children', { fetch, tenants: [], wallClock: () => NOW }, expected);
      }),
      { numRuns: 30 },
    ));

  test('for each value, for each parent', () =>
    fc.assert(
      fc.asyncProperty(rowsOf, mannersOf, fc.shuffledSubarray(TENANTS), async (rows, manners, parents) => {
        const { fetch, asked } = api(rows, parents, manners);
        await checkEveryPrefix(
          'pairs',
          { fetch, tenants: ['x', 'x'] },
          ids(rows, ({ of }) => parents.includes(of)),
        );
        expect(asked.every((path) => !path.startsWith('/of/') || path.includes('of=x'))).toBe(true);
      }),
      { numRuns: 30 },
    ));

  test.each([
    ['in windows for each value, for each parent', 'pairWindows', 1],
    ['in windows for several parents at once', 'groupedWindows', 2],
  ])('%s', (_, name, most) =>
    fc.assert(
      fc.asyncProperty(rowsOf, mannersOf, fc.shuffledSubarray(TENANTS), async (rows, manners, parents) => {
        const { fetch, asked } = api(rows, parents, manners);
        const expected = ids(rows, (row) => parents.includes(row.of) && isListed(row, manners));
        await checkEveryPrefix(name, { fetch, tenants: [], wallClock: () => NOW }, expected);
        expect(Math.max(0, ...asked.map(togetherIn))).toBe(Math.min(most, parents.length));
      }),
      { numRuns: 30 },
    ),
  );

  test.each(['grouped', 'groupedChildren'])('for several at once, with a cursor for each: %s', (name) =>
    fc.assert(
      fc.asyncProperty(rowsOf, mannersOf, fc.shuffledSubarray(TENANTS), async (rows, manners, some) => {
        const { fetch, asked } = api(rows, some, manners);
        const expected = ids(rows, ({ of }) => some.includes(of));
        await checkEveryPrefix(name, { fetch, tenants: [...some, ...some] }, expected);
        expect(Math.max(0, ...asked.map(togetherIn))).toBe(Math.min(2, some.length));
      }),
      { numRuns: 30 },
    ),
  );

  test('in windows for each value, up to an end', () =>
    fc.assert(
      fc.asyncProperty(rowsOf, mannersOf, fc.shuffledSubarray(TENANTS), async (rows, manners, tenants) => {
        const { fetch } = api(rows, [], manners);
        const expected = ids(rows, (row) => tenants.includes(row.of) && isListed(row, manners) && row.at < NOW);
        await checkEveryPrefix('tenanted', { fetch, tenants }, expected);
      }),
      { numRuns: 30 },
    ));
});

test('a read that goes on later has what came in between, and nothing twice', () =>
  fc.assert(
    fc.asyncProperty(rowsOf, mannersOf, fc.nat(), async (rows, manners, at) => {
      const { fetch } = api(rows, [], manners);
      const earlier = Date.parse('2026-03-20T00:00:00Z');
      const pages = await collect(open({ fetch, tenants: [], wallClock: () => earlier })['windowed']);
      const stop = at % pages.length;
      const state: unknown = JSON.parse(JSON.stringify(pages[stop]?.state));
      const rest = await collect(open({ fetch, tenants: [], wallClock: () => NOW })['windowed'], state);
      const expected = ids(rows, (row) => row.of === 'eu' && isListed(row, manners));
      expect(idsOf([...pages.slice(0, stop + 1), ...rest])).toEqual(expected);
    }),
    { numRuns: 60 },
  ));

test('the next run of windows has what is new, also at the time of the last record', () =>
  fc.assert(
    fc.asyncProperty(rowsOf, rowsOf, mannersOf, async (before, more, manners) => {
      const closed: Manners = { ...manners, since: 'closed' };
      const latest = Math.max(
        START,
        ...before.filter(({ of, at }) => of === 'eu' && (closed.until === 'closed' || at < NOW)).map(({ at }) => at),
      );
      const after = more.filter(({ at }) => at >= latest).map((row): Row => ({ ...row, id: row.id + 100 }));
      const [first] = [await collect(open({ fetch: api(before, [], closed).fetch, tenants: [], wallClock: () => NOW })['windowed'])];
      const state: unknown = JSON.parse(JSON.stringify(first.at(-1)?.state));
      const wallClock = (): number => NOW + 86_400_000;
      const second = await collect(
        open({ fetch: api([...before, ...after], [], closed).fetch, tenants: [], wallClock })['windowed'],
        state,
      );
      expect(idsOf([...first, ...second])).toEqual(ids([...before, ...after], ({ of }) => of === 'eu'));
    }),
    { numRuns: 60 },
  ));

test.each(['fresh', 'grouped'])('a list may change between two halves of a read: nothing is lost, nothing comes twice: %s', (name) =>
  fc.assert(
    fc.asyncProperty(
      rowsOf,
      mannersOf,
      fc.shuffledSubarray(TENANTS),
      fc.shuffledSubarray(TENANTS),
      fc.nat(),
      async (rows, manners, one, other, at) => {
        const { fetch } = api(rows, [], manners);
        const pages = await collect(open({ fetch, tenants: one })[name]);
        const stop = at % pages.length;
        const state: unknown = JSON.parse(JSON.stringify(pages[stop]?.state));
        const got = idsOf([...pages.slice(0, stop + 1), ...(await collect(open({ fetch, tenants: other })[name], state))]);
        expect(new Set(got).size).toBe(got.length);
        expect(got).toEqual(expect.arrayContaining([...ids(rows, ({ of }) => other.includes(of))]));
      },
    ),
    { numRuns: 60 },
  ),
);

test.each(['grouped', 'groupedChildren'])(
  'groups are of what has come as far: the next run has what is new, whatever is asked for now: %s',
  (name) =>
    fc.assert(
      fc.asyncProperty(rowsOf, fc.shuffledSubarray(TENANTS), fc.shuffledSubarray(TENANTS), async (rows, one, other) => {
        const manners: Manners = { since: 'closed', until: 'closed', cap: 2, sorted: true };
        const first = await collect(open({ fetch: api(rows, one, manners).fetch, tenants: one })[name]);
        const state: unknown = JSON.parse(JSON.stringify(first.at(-1)?.state));
        const fetch = api([...rows, { id: 99, at: NOW, of: 'us' }], other, manners).fetch;
        const second = await collect(open({ fetch, tenants: other })[name], state);
        const added = other.includes('us') ? [99] : [];
        const expected = [...ids(rows, ({ of }) => other.includes(of) && !one.includes(of)), ...added];
        expect(idsOf(second)).toEqual(expected);
      }),
      { numRuns: 60 },
    ),
);

describe('with several under way at once', () => {
  const scenes = fc.record({ rows: rowsOf, manners: mannersOf, delays: fc.array(fc.nat(6), { minLength: 1, maxLength: 9 }), at: fc.nat() });

  /** Answers that come in another order than they were asked for. */
  function late(fetch: (input: string | URL | Request) => Promise<Response>, delays: readonly number[]) {
    let asked = 0;
    return async (input: string | URL | Request): Promise<Response> => {
      for (let turns = delays[asked++ % delays.length] ?? 0; turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
      return fetch(input);
    };
  }

  const camel = (name: string): string => name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const aheadOf = (name: string): string => camel(`ahead_${name}`);

  test.each(AHEAD)('the same pages come in the same order, from any state on: %s', (name) =>
    fc.assert(
      fc.asyncProperty(scenes, async ({ rows, manners, delays, at }) => {
        const { fetch } = api(rows, TENANTS, { ...manners, cap: name === 'whole' ? 100 : manners.cap });
        const client = open({ fetch: late(fetch, delays), tenants: ['us', 'eu', 'us'], wallClock: () => NOW });
        const expected = await collect(client[camel(name)]);
        const pages = await collect(client[aheadOf(name)]);
        expect(pages.map(({ records, state }) => [records, state.next])).toEqual(
          expected.map(({ records, state }) => [records, state.next]),
        );
        const stop = at % pages.length;
        const state: unknown = JSON.parse(JSON.stringify(pages[stop]?.state));
        const rest = stop === pages.length - 1 ? [] : await collect(client[aheadOf(name)], state);
        expect(idsOf([...pages.slice(0, stop + 1), ...rest])).toEqual(idsOf(expected));
      }),
      { numRuns: 40 },
    ),
  );
});
