import { getEventListeners } from 'node:events';
import { fc } from '../support/property.js';
import { describe, expect, test } from 'vitest';
import { serve, type Asked, type Reply } from '../support/loopback.js';
import { oneResource, read, things, type ReadPage, type Resource } from '../support/one-resource.js';

/** Pages that are asked for before their turn: the same records in the same order as without, whatever the server does. */

const OFFSET = { paginator: { type: 'offset', limit: 10, total_path: 'total' } };
const CURSOR = { paginator: { type: 'cursor', cursor_path: 'next' } };

const ids = (from: number, count: number): readonly number[] => things(from, count).map(({ id }) => id);
const offsetOf = ({ url }: Asked): number => Number(url.searchParams.get('offset'));
const pageOf = (from: number, total = 100): Reply => ({ body: { items: things(from, Math.max(0, Math.min(10, total - from))), total } });

async function pagesOf(resource: Resource, options?: Parameters<Resource['pages']>[0]): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = [];
  for await (const page of resource.pages(options)) pages.push(page);
  return pages;
}

describe('concurrency', () => {
  test('has as many requests on their way as it says, and takes the answers in order', async () => {
    let open = 0;
    let most = 0;
    const held: (() => void)[] = [];
    const { origin, asked } = await serve(async (one) => {
      most = Math.max(most, ++open);
      if (offsetOf(one) > 0) {
        await new Promise<void>((resolve) => {
          held.push(resolve);
          if (held.length === 3) for (const let_ of held.splice(0).reverse()) let_(); // the last comes first
        });
      }
      open--;
      return pageOf(offsetOf(one));
    });
    const client = await oneResource(origin, OFFSET, {}, { concurrency: 3 });
    expect(await read(client())).toEqual({ ids: ids(0, 100), error: undefined });
    expect(most).toBe(3);
    expect(asked).toHaveLength(10);
  });

  test('does not ask for anything before an answer has told how much there is', async () => {
    const { origin, asked } = await serve((one) => pageOf(offsetOf(one), 7));
    const client = await oneResource(origin, OFFSET, {}, { concurrency: 8 });
    expect((await read(client())).ids).toEqual(ids(0, 7));
    expect(asked).toHaveLength(1);
  });

  test('gives the records before a failure, then its error with the state to go on from', async () => {
    const { origin } = await serve((one) => (offsetOf(one) === 30 ? { status: 404 } : pageOf(offsetOf(one))));
    const client = await oneResource(origin, OFFSET, {}, { concurrency: 4 });
    const outcome = await read(client());
    expect(outcome).toMatchObject({
      ids: ids(0, 30),
      error: { name: 'OneHttpError', status: 404, page: 4, state: { next: { offset: 30 } } },
    });
  });

  test('lets all requests wait while one of them is told to', async () => {
    const events: string[] = [];
    let refused = false;
    const { origin } = await serve((one) => {
      events.push(`offset ${offsetOf(one)}`);
      if (offsetOf(one) !== 10 || refused) return pageOf(offsetOf(one), 60);
      refused = true;
      return { status: 429, headers: { 'retry-after': '5' } };
    });
    const client = await oneResource(origin, OFFSET, {}, { concurrency: 2 });
    const sleep = async (ms: number): Promise<void> => {
      events.push(`wait ${ms}`);
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
      events.push('waited');
    };
    const pages = await pagesOf(client({ sleep }));
    expect(pages.flatMap((page) => page.records.map(({ id }) => id))).toEqual(ids(0, 60));
    const waiting = events.slice(events.indexOf('wait 5250'), events.indexOf('waited'));
    expect(waiting.filter((event) => event.startsWith('offset')).length).toBeLessThanOrEqual(1); // what was on its way already
  });

  test('ends what is on its way when the read is aborted', async () => {
    let open = 0;
    const { origin, asked } = await serve(async (one) => {
      if (offsetOf(one) === 0) return pageOf(0);
      open++;
      return new Promise<Reply>(() => undefined);
    });
    const client = await oneResource(origin, OFFSET, {}, { concurrency: 4 });
    const abort = new AbortController();
    const reading = read(client(), { signal: abort.signal });
    while (open < 4) await new Promise((resolve) => setImmediate(resolve));
    abort.abort(new Error('enough'));
    expect(await reading).toEqual({ ids: ids(0, 10), error: abort.signal.reason });
    expect(asked).toHaveLength(5);
    expect(getEventListeners(abort.signal, 'abort')).toEqual([]);
  });

  // how many records the page at each offset has, whatever was asked for, and how the total changes
  const servers = fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 7 }),
    total: fc.integer({ min: 0, max: 90 }),
  });

  test('reads what is read without it, whole and from every state, however the server cuts its pages', async () => {
    let now = { sizes: [1], total: 0 };
    const { origin } = await serve((one) => {
      const from = offsetOf(one);
      const size = now.sizes[from % now.sizes.length] ?? 1;
      return { body: { items: things(from, Math.max(0, Math.min(size, now.total - from))), total: now.total } };
    });
    const plain = (await oneResource(origin, OFFSET))();
    const ahead = (await oneResource(origin, OFFSET, {}, { concurrency: 4 }))();
    await fc.assert(
      fc.asyncProperty(servers, fc.nat(), async (server, at) => {
        now = server;
        const expected = await pagesOf(plain);
        expect(await pagesOf(ahead)).toEqual(expected);
        const stopped = at % expected.length;
        const { state } = expected[stopped] ?? {};
        expect(await pagesOf(ahead, { state })).toEqual(
          stopped === expected.length - 1 ? await pagesOf(plain, { state }) : expected.slice(stopped + 1),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('prefetch', () => {
  const page = ({ url }: Asked): Reply => {
    const at = Number(url.searchParams.get('cursor') ?? 0);
    return { body: { items: things(at, 2), next: at < 6 ? at + 2 : null } };
  };

  test('asks for one page ahead, and no further', async () => {
    const { origin, asked } = await serve(page);
    const client = await oneResource(origin, CURSOR, {}, { prefetch: true });
    const pages = client().pages();
    await pages.next();
    while (asked.length < 2) await new Promise((resolve) => setImmediate(resolve));
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toHaveLength(2);
    await pages.return();
  });

  test('reads every record once, and goes on from every state', async () => {
    const { origin } = await serve(page);
    const resource = (await oneResource(origin, CURSOR, {}, { prefetch: true }))();
    const pages = await pagesOf(resource);
    expect(pages.flatMap(({ records }) => records.map(({ id }) => id))).toEqual(ids(0, 8));
    for (const [index, { state }] of pages.slice(0, -1).entries())
      expect(await pagesOf(resource, { state })).toEqual(pages.slice(index + 1));
  });

  test('reports the failure of the page ahead after the page before it', async () => {
    const { origin } = await serve((one) => (one.url.searchParams.get('cursor') === '4' ? { status: 403 } : page(one)));
    const client = await oneResource(origin, CURSOR, {}, { prefetch: true });
    expect(await read(client())).toMatchObject({ ids: ids(0, 4), error: { status: 403, page: 3, state: { next: { cursor: 4 } } } });
  });
});
