import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { serve } from '../../support/loopback.js';
import { oneResource, read, things, type ReadPage } from '../../support/one-resource.js';
import { diagnosticsOf } from '../../support/spec-diagnostics.js';

/** Links that bring the method and the body of the next request: a stand-in answers as STAC API's item search does. */

const STAC = {
  type: 'json_link',
  next_url_path: "links[?@.rel=='next'].href",
  next_method_path: "links[?@.rel=='next'].method",
  next_body_path: "links[?@.rel=='next'].body",
} as const;

type Link = Readonly<Record<string, unknown>>;

/** Three pages of a search; what is asked by another method or body than the last link said is refused. */
async function search(linked: (page: number) => Link, count = 3) {
  const server = await serve(({ method, body, url }, index) => {
    const links =
      index + 1 < count
        ? [
            { rel: 'self', href: '/x' },
            { rel: 'next', href: '/search', ...linked(index + 2) },
          ]
        : [];
    return { body: { type: 'FeatureCollection', items: things(10 * index, 2), links, echoed: { method, body, search: url.search } } };
  });
  const asked = () =>
    server.asked.map((each) => [each.method, each.url.pathname + each.url.search, each.body === '' ? '' : JSON.parse(each.body)]);
  return { origin: server.origin, asked, headers: () => server.asked.map((each) => each.headers['content-type']) };
}

const POSTED = { path: '/search', method: 'POST', json: { collections: ['a'], limit: 2 } };

describe('what a link says is what is sent', () => {
  test('merge: true adds to the last body', async () => {
    const { origin, asked, headers } = await search((page) => ({ method: 'POST', merge: true, body: { token: `next:${page}` } }));
    const client = await oneResource(origin, { ...POSTED, paginator: STAC });
    expect(await read(client())).toEqual({ ids: [0, 1, 10, 11, 20, 21], error: undefined });
    expect(asked()).toEqual([
      ['POST', '/search', { collections: ['a'], limit: 2 }],
      ['POST', '/search', { collections: ['a'], limit: 2, token: 'next:2' }],
      ['POST', '/search', { collections: ['a'], limit: 2, token: 'next:3' }],
    ]);
    expect(headers()).toEqual(Array(3).fill('application/json'));
  });

  test('without it, the body of the link is the whole body', async () => {
    const { origin, asked } = await search((page) => ({ method: 'POST', body: { page } }));
    const client = await oneResource(origin, { ...POSTED, paginator: STAC });
    expect(await read(client())).toMatchObject({ ids: [0, 1, 10, 11, 20, 21] });
    expect(asked().map(([, , body]) => body)).toEqual([{ collections: ['a'], limit: 2 }, { page: 2 }, { page: 3 }]);
  });

  test('a link without a method is a GET, without a body', async () => {
    const { origin, asked, headers } = await search((page) => ({ href: `/search?token=${page}` }));
    const client = await oneResource(origin, { ...POSTED, paginator: STAC });
    expect(await read(client())).toMatchObject({ ids: [0, 1, 10, 11, 20, 21] });
    expect(asked().slice(1)).toEqual([
      ['GET', '/search?token=2', ''],
      ['GET', '/search?token=3', ''],
    ]);
    expect(headers().slice(1)).toEqual([undefined, undefined]);
  });

  test('a read by GET goes on by POST', async () => {
    const { origin, asked } = await search((page) => ({ method: 'POST', body: { token: page } }));
    const client = await oneResource(origin, { path: '/search', paginator: STAC });
    expect(await read(client())).toMatchObject({ ids: [0, 1, 10, 11, 20, 21] });
    expect(asked()).toEqual([
      ['GET', '/search', ''],
      ['POST', '/search', { token: 2 }],
      ['POST', '/search', { token: 3 }],
    ]);
  });

  test('integers beyond 2^53 keep their digits', async () => {
    const server = await serve((_, index) => ({
      headers: { 'content-type': 'application/json' },
      text: `{"items":[{"id":${index}}],"next":${index === 0 ? '{"href":"/search","body":{"search_after":[1767225600000000001]}}' : 'null'}}`,
    }));
    const paginator = { type: 'json_link', next_url_path: 'next.href', next_body_path: 'next.body' };
    const client = await oneResource(server.origin, { ...POSTED, paginator });
    const pages: ReadPage[] = [];
    for await (const page of client().pages()) pages.push(page);
    expect(server.asked[1]?.body).toBe('{"search_after":[1767225600000000001]}');
    expect(await read(client(), { state: JSON.parse(JSON.stringify(pages[0]?.state)) })).toMatchObject({ ids: [2] });
    expect(server.asked[2]?.body).toBe('{"search_after":[1767225600000000001]}');
  });
});

describe('a state carries them', () => {
  test('a read goes on after every page with the method and body of its link', async () => {
    const { origin, asked } = await search((page) => ({ method: 'POST', merge: true, body: { token: page } }));
    const client = await oneResource(origin, { ...POSTED, paginator: STAC });
    const states: unknown[] = [];
    for await (const page of client().pages()) states.push(JSON.parse(JSON.stringify(page.state)));
    expect(states[0]).toMatchObject({ next: { link: '/search', method: 'POST', body: '{"collections":["a"],"limit":2,"token":2}' } });
    await read(client(), { state: states[0] });
    expect(asked()[3]).toEqual(['POST', '/search', { collections: ['a'], limit: 2, token: 2 }]);
  });

  test.each([
    [{ method: 'DELETE' }],
    [{ method: undefined }],
    [{ body: '[]' }],
    [{ body: { token: 2 } }],
    [{ body: '{' }],
    [{ link: 'https://elsewhere.example/search' }],
  ])('one with %j is refused before any request', async (change) => {
    const { origin, asked } = await search((page) => ({ method: 'POST', body: { page } }));
    const client = await oneResource(origin, { ...POSTED, paginator: STAC });
    const [first] = await firstPages(client());
    const state = JSON.parse(JSON.stringify({ ...first?.state, next: { ...Object(first?.state.next), ...change } }));
    expect(await read(client(), { state })).toMatchObject({ ids: [], error: { code: 'invalid_state' } });
    expect(asked()).toHaveLength(1);
  });

  test('a secret that the API sends back is not in it, and is sent again', async () => {
    const { origin, asked } = await search((page) => ({ method: 'POST', body: { page, apikey: 'canary"quote+slash/123' } }));
    const client = await oneResource(
      origin,
      { ...POSTED, paginator: STAC },
      { auth: { type: 'api_key', name: 'x-key', location: 'header' } },
    );
    const [first] = await firstPages(client({ apiKey: 'canary"quote+slash/123' }));
    const text = JSON.stringify(first?.state);
    expect(text).not.toMatch(/canary|quote|slash/);
    await read(client({ apiKey: 'canary"quote+slash/123' }), { state: JSON.parse(text) });
    expect(asked()[1]).toEqual(['POST', '/search', { page: 2, apikey: 'canary"quote+slash/123' }]);
  });
});

describe('refused', () => {
  test.each([
    ['a method that changes things', { method: 'DELETE' }, 'invalid_page'],
    ['a body that is no object', { method: 'POST', body: ['a'] }, 'invalid_page'],
    ['another origin', { method: 'POST', href: 'https://elsewhere.example/search', body: {} }, 'refused_link'],
  ])('%s', async (_, link, code) => {
    const { origin, asked } = await search(() => link);
    const client = await oneResource(origin, { ...POSTED, paginator: STAC });
    expect(await read(client())).toMatchObject({ ids: [], error: { code } });
    expect(asked()).toHaveLength(1);
  });

  test('the same request again', async () => {
    const { origin } = await search(() => ({ method: 'POST', body: { page: 2 } }), 9);
    const client = await oneResource(origin, { ...POSTED, paginator: STAC });
    expect(await read(client())).toMatchObject({ error: { code: 'no_progress' } });
  });

  test.each([
    ['GET without a method', {}, { next_body_path: 'next.body' }],
    ['a form', { method: 'POST', data: { a: 'b' } }, { next_body_path: 'next.body' }],
    ['a text', { method: 'POST', data: 'a' }, { next_body_path: 'next.body' }],
  ])('when generating: %s', async (_, endpoint, keys) => {
    const paginator = { type: 'json_link', ...keys };
    const resources = [{ name: 'things', endpoint: { data_selector: 'items', ...endpoint, paginator } }];
    const found = await diagnosticsOf(stringify({ name: 'one', client: { base_url: 'https://api.example.com' }, resources }));
    expect(found.map(({ code }) => code)).toContain('spec/param-conflict');
  });

  test.each(['links[*].body', "links[?@.rel=='next']", '..body'])('the place %s', async (next_body_path) => {
    const paginator = { type: 'json_link', next_body_path };
    const resources = [{ name: 'things', endpoint: { method: 'POST', data_selector: 'items', paginator } }];
    const found = await diagnosticsOf(stringify({ name: 'one', client: { base_url: 'https://api.example.com' }, resources }));
    expect(found.map(({ code }) => code)).toEqual(['spec/selector-syntax']);
  });
});

async function firstPages(resource: { pages(): AsyncGenerator<ReadPage, void, undefined> }): Promise<ReadPage[]> {
  for await (const page of resource.pages()) return [page];
  return [];
}
