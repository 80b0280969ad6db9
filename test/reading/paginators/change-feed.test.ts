import { describe, expect, test } from 'vitest';
import { serve, type Asked, type Reply } from '../../support/loopback.js';
import { oneResource, things, type Resource } from '../../support/one-resource.js';
import { diagnosticsOf } from '../../support/spec-diagnostics.js';

/** Feeds of changes, whose last position is where the next run begins: stand-ins answer as the servers do that have them. */

const MERGE = { write_disposition: 'merge' };

/** What a run gave, and the state after it. */
async function run(resource: Resource, state?: unknown) {
  const pages: { readonly ids: readonly unknown[]; readonly state: unknown; readonly restarted: boolean }[] = [];
  let error: unknown;
  try {
    for await (const page of resource.pages({ state }))
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
    restarted: pages.map((page) => page.restarted),
    error,
  };
}

function searches(asked: readonly Asked[]): readonly string[] {
  return asked.map(({ url }) => url.search);
}

describe('CouchDB: since and last_seq', () => {
  const CHANGES = {
    path: '/db/_changes',
    data_selector: 'results',
    change_feed: true,
    paginator: { type: 'cursor', cursor_path: 'last_seq', cursor_param: 'since', limit: 2, stop_after_repeated_cursor: true },
  };

  async function couch() {
    const log = [...things(1, 3)];
    const server = await serve(({ url }) => {
      const since = Number((url.searchParams.get('since') ?? '0').split('-')[0]);
      const results = log.slice(since, since + 2);
      return { body: { results, last_seq: `${since + results.length}-g1AAA` } };
    });
    return { ...server, log };
  }

  test('the next run has what came after the last one, and nothing else', async () => {
    const { origin, asked, log } = await couch();
    const client = (await oneResource(origin, CHANGES, {}, MERGE))();
    const first = await run(client);
    expect(first).toMatchObject({ ids: [1, 2, 3], error: undefined, state: { since: { cursor: '3-g1AAA' }, next: null } });
    const idle = await run(client, first.state);
    expect(idle).toMatchObject({ ids: [], error: undefined, state: { since: { cursor: '3-g1AAA' }, next: null } });
    log.push(...things(4, 3));
    const third = await run(client, idle.state);
    expect(third).toMatchObject({ ids: [4, 5, 6], state: { since: { cursor: '6-g1AAA' } } });
    expect(searches(asked)).toEqual([
      '?limit=2',
      '?limit=2&since=2-g1AAA',
      '?limit=2&since=3-g1AAA',
      '?limit=2&since=3-g1AAA',
      '?limit=2&since=3-g1AAA',
      '?limit=2&since=5-g1AAA',
      '?limit=2&since=6-g1AAA',
    ]);
  });

  test('a read that was cut goes on where it was, and its end is where the next one begins', async () => {
    const { origin, log } = await couch();
    const client = (await oneResource(origin, CHANGES, {}, MERGE))();
    const { state } = await run(client);
    log.push(...things(4, 5));
    const cut = (await run(client, state)).states[0];
    expect(cut).toMatchObject({ since: { cursor: '3-g1AAA' }, next: { cursor: '5-g1AAA' } });
    expect(await run(client, cut)).toMatchObject({ ids: [6, 7, 8], state: { since: { cursor: '8-g1AAA' }, next: null } });
  });

  test.each([
    ['without a position', { next: null, since: {} }],
    ['with another', { next: null, since: { cursor: true } }],
    ['with a text', { next: null, since: '3-g1AAA' }],
  ])('a state %s is refused before any request', async (_, change) => {
    const { origin, asked } = await couch();
    const client = (await oneResource(origin, CHANGES, {}, MERGE))();
    const { state } = await run(client);
    const before = asked.length;
    expect(await run(client, { ...Object(state), ...change })).toMatchObject({ ids: [], error: { code: 'invalid_state' } });
    expect(asked).toHaveLength(before);
  });

  test('a state from before it was a feed begins at the beginning', async () => {
    const { origin } = await couch();
    const { change_feed: _, ...plain } = CHANGES;
    const { state } = await run((await oneResource(origin, plain, {}, MERGE))());
    const feed = (await oneResource(origin, CHANGES, {}, MERGE))();
    expect(await run(feed, state)).toMatchObject({ ids: [1, 2, 3], error: undefined });
  });

  test('of a state of another path the position counts for nothing', async () => {
    const { origin } = await couch();
    const { state } = await run((await oneResource(origin, CHANGES, {}, MERGE))());
    const other = (await oneResource(origin, { ...CHANGES, path: '/other/_changes' }, {}, MERGE))();
    expect(await run(other, state)).toMatchObject({ ids: [1, 2, 3], restarted: [true, false, false] });
  });
});

describe('Plaid: a cursor in the body, and has_more', () => {
  test('the cursor of the last page is kept though there is no more', async () => {
    const { origin, asked } = await serve(({ body }, index) => ({
      body: { added: things(index, 1), next_cursor: `c${index}`, has_more: index % 2 === 0, echoed: body },
    }));
    const paginator = { type: 'cursor', cursor_path: 'next_cursor', cursor_body_path: 'cursor', has_more_path: 'has_more' };
    const endpoint = { path: '/transactions/sync', method: 'POST', data_selector: 'added', change_feed: true, paginator };
    const client = (await oneResource(origin, endpoint))();
    const first = await run(client);
    expect(first).toMatchObject({ ids: [0, 1], state: { since: { cursor: 'c1' }, next: null } });
    expect(await run(client, first.state)).toMatchObject({ ids: [2, 3], state: { since: { cursor: 'c3' } } });
    expect(asked.map(({ body }) => JSON.parse(body) as unknown)).toEqual([{}, { cursor: 'c0' }, { cursor: 'c1' }, { cursor: 'c2' }]);
  });

  test('the id of the last record is kept, also over an empty page', async () => {
    const log = [...things(1, 2)];
    const { origin } = await serve(({ url }) => {
      const after = Number(url.searchParams.get('after') ?? 0);
      return { body: { items: log.filter(({ id }) => id > after).slice(0, 1), more: (log.at(-1)?.id ?? 0) > after + 1 } };
    });
    const paginator = { type: 'cursor', cursor_path: 'last.id', cursor_param: 'after', has_more_path: 'more' };
    const client = (await oneResource(origin, { change_feed: true, paginator }))();
    const first = await run(client);
    expect(first).toMatchObject({ ids: [1, 2], state: { since: { cursor: 2 } } });
    const idle = await run(client, first.state);
    expect(idle).toMatchObject({ ids: [], state: { since: { cursor: 2 } } });
    log.push(...things(3, 1));
    expect(await run(client, idle.state)).toMatchObject({ ids: [3], state: { since: { cursor: 3 } } });
  });
});

/** Answers page after page, and at the end `last`; 410 where `gone` says so. */
function paged(first: (url: URL) => Reply, gone: { now: boolean }): (asked: Asked) => Reply {
  return ({ url }) => (gone.now && url.search !== '' ? { status: 410, body: { error: { code: 'resyncRequired' } } } : first(url));
}

describe('Microsoft Graph: deltaLink', () => {
  const DELTA = {
    path: '/users/delta',
    data_selector: 'value',
    change_feed: { position_path: "['@odata.deltaLink']" },
    paginator: { type: 'json_link', next_url_path: "['@odata.nextLink']" },
  };

  async function graph() {
    const gone = { now: false };
    const server = await serve(
      paged((url) => {
        if (url.searchParams.has('delta'))
          return { body: { value: things(9, 1), '@odata.deltaLink': `${url.origin}/users/delta?delta=two` } };
        if (url.searchParams.has('skip')) return { body: { value: things(1, 1), '@odata.deltaLink': '/users/delta?delta=one' } };
        return { body: { value: things(0, 1), '@odata.nextLink': '/users/delta?skip=1' } };
      }, gone),
    );
    return { ...server, gone };
  }

  test('the next run begins at the link of the last page', async () => {
    const { origin, asked } = await graph();
    const client = (await oneResource(origin, DELTA, {}, MERGE))();
    const first = await run(client);
    expect(first).toMatchObject({ ids: [0, 1], state: { since: { link: '/users/delta?delta=one' }, next: null } });
    expect(await run(client, first.state)).toMatchObject({ ids: [9], state: { since: { link: '/users/delta?delta=two' } } });
    expect(searches(asked)).toEqual(['', '?skip=1', '?delta=one']);
  });

  test('410 begins again from the very beginning, once', async () => {
    const { origin, asked, gone } = await graph();
    const client = (await oneResource(origin, DELTA, {}, MERGE))();
    const { state, states } = await run(client);
    gone.now = true;
    expect(await run(client, state)).toMatchObject({ ids: [0], restarted: [true], error: { code: 'http_status', status: 410 } });
    expect(searches(asked)).toEqual(['', '?skip=1', '?delta=one', '', '?skip=1']);
    gone.now = false;
    expect(await run(client, states[0])).toMatchObject({ ids: [1], error: undefined });
  });

  test('where rows are appended, that is an error', async () => {
    const { origin, gone } = await graph();
    const client = (await oneResource(origin, DELTA))();
    const { state } = await run(client);
    gone.now = true;
    expect(await run(client, state)).toMatchObject({ ids: [], error: { code: 'position_refused', state } });
  });

  test('a declared answer says it, too', async () => {
    const server = await serve(({ url }) =>
      url.search === ''
        ? { body: { value: things(0, 1), '@odata.deltaLink': '/users/delta?delta=one' } }
        : { body: { value: [], error: 'resync' } },
    );
    const endpoint = { ...DELTA, response_actions: [{ body_path: 'error', action: 'restart' }] };
    const client = (await oneResource(server.origin, endpoint, {}, MERGE))();
    const { state } = await run(client);
    expect(await run(client, state)).toMatchObject({ ids: [0], restarted: [true], error: undefined });
  });

  test.each([
    ['no link', {}, 'invalid_page'],
    ['a link to another origin', { '@odata.deltaLink': 'https://elsewhere.example/' }, 'refused_link'],
  ])('a last page with %s is an error', async (_, more, code) => {
    const { origin } = await serve(() => ({ body: { value: things(0, 1), ...more } }));
    expect(await run((await oneResource(origin, DELTA, {}, MERGE))())).toMatchObject({ ids: [], error: { code } });
  });
});

describe('Google: nextSyncToken', () => {
  const EVENTS = {
    path: '/events',
    data_selector: 'items',
    params: { singleEvents: true },
    change_feed: { position_path: 'nextSyncToken', start_param: 'syncToken' },
    paginator: { type: 'cursor', cursor_path: 'nextPageToken', cursor_param: 'pageToken' },
  };

  test('every request of the next run has the token of the last page', async () => {
    const { origin, asked } = await serve(({ url }) => {
      const [sync, page] = [url.searchParams.get('syncToken') ?? '0', url.searchParams.get('pageToken')];
      return {
        body: page === null ? { items: things(1, 1), nextPageToken: 'p2' } : { items: things(2, 1), nextSyncToken: `${Number(sync) + 1}` },
      };
    });
    const client = (await oneResource(origin, EVENTS, {}, MERGE))();
    const first = await run(client);
    expect(first).toMatchObject({ ids: [1, 2], state: { since: { token: '1' }, next: null } });
    const second = await run(client, first.state);
    expect(second).toMatchObject({ ids: [1, 2], state: { since: { token: '2' } } });
    await run(client, second.states[0]);
    expect(searches(asked)).toEqual([
      '?singleEvents=true',
      '?singleEvents=true&pageToken=p2',
      '?singleEvents=true&syncToken=1',
      '?singleEvents=true&syncToken=1&pageToken=p2',
      '?singleEvents=true&syncToken=1&pageToken=p2',
    ]);
  });

  test('410 reads all again, without the token', async () => {
    const { origin, asked } = await serve(({ url }) =>
      url.searchParams.has('syncToken') ? { status: 410 } : { body: { items: things(1, 1), nextSyncToken: 'one' } },
    );
    const client = (await oneResource(origin, EVENTS, {}, MERGE))();
    const { state } = await run(client);
    expect(await run(client, state)).toMatchObject({ ids: [1], restarted: [true], state: { since: { token: 'one' } } });
    expect(searches(asked)).toEqual(['?singleEvents=true', '?singleEvents=true&syncToken=one', '?singleEvents=true']);
  });
});

test('a secret in a position is not in its state, and is sent again', async () => {
  const { origin, asked } = await serve(({ url }) => ({ body: { items: things(0, 1), next: url.search === '' ? 'k-SECRETKEY-1' : null } }));
  const endpoint = { change_feed: true, paginator: { type: 'cursor', cursor_path: 'next' } };
  const open = await oneResource(origin, endpoint, { auth: { type: 'api_key', name: 'x-key', location: 'header' } });
  const client = open({ apiKey: 'SECRETKEY' });
  const { state } = await run(client);
  expect(JSON.stringify(state)).not.toContain('SECRETKEY');
  await run(client, state);
  expect(asked.at(-1)?.url.searchParams.get('cursor')).toBe('k-SECRETKEY-1');
});

describe('refused when generating', () => {
  const cursor = { type: 'cursor', cursor_path: 'next' };
  test.each([
    ['beside incremental', { change_feed: true, paginator: cursor, incremental: { cursor_path: 'id', client_side: true } }, {}],
    ['replace', { change_feed: true, paginator: cursor }, { write_disposition: 'replace' }],
    ['groups', { change_feed: true, paginator: cursor, path: '/{for_each.a}' }, { for_each: { a: ['b'] }, group: 2 }],
    ['an offset', { change_feed: true, paginator: { type: 'offset', limit: 10 } }, {}],
    ['links without a place', { change_feed: true, paginator: { type: 'json_link' } }, {}],
    ['a parameter without a place', { change_feed: { start_param: 'since' }, paginator: cursor }, {}],
    ['a parameter twice', { change_feed: { position_path: 'a', start_param: 'cursor' }, paginator: cursor }, {}],
    ['a place of several', { change_feed: { position_path: 'a[*]' }, paginator: cursor }, {}],
  ])('%s', async (_, endpoint, resource) => {
    const things = {
      name: 'things',
      primary_key: 'id',
      fields: { id: 'integer' },
      endpoint: { data_selector: 'items', ...endpoint },
      ...resource,
    };
    const spec = { name: 'one', client: { base_url: 'https://api.example.com' }, resources: [things] };
    expect((await diagnosticsOf(JSON.stringify(spec))).map(({ code }) => code)).toContain('spec/change-feed');
  });
});
