import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { serve } from '../../support/loopback.js';
import { oneResource, read, things } from '../../support/one-resource.js';
import { diagnosticsOf } from '../../support/spec-diagnostics.js';

/** Links to the next page where APIs of real products put them. */

const NEXT = "links[?@.rel=='next'].href";

describe('the link of a list whose member says that it is the next', () => {
  test.each([
    [
      'OGC API: rel and href',
      NEXT,
      (href: string) => ({
        links: [
          { rel: 'self', href: '/x' },
          { rel: 'next', href },
        ],
      }),
      { links: [{ rel: 'prev', href: '/x' }] },
    ],
    [
      'FHIR: relation and url',
      '$.link[?(@.relation == "next")].url',
      (url: string) => ({ link: [{ relation: 'next', url }] }),
      { link: [] },
    ],
    [
      'nulls in the list, numbers compared',
      '_links.all[?@.kind==2].to',
      (to: string) => ({ _links: { all: [null, { kind: 2, to }] } }),
      {},
    ],
    ['the last of a list', 'pages[-1].next', (next: string) => ({ pages: [{ next: '/x' }, { next }] }), { pages: [{ next: '/x' }, {}] }],
  ])('%s', async (_, next_url_path, linked, last) => {
    const { origin, asked } = await serve(({ url }) => {
      const page = Number(url.searchParams.get('page') ?? 1);
      return { body: { items: things(page * 10, 2), ...(page < 3 ? linked(`?page=${page + 1}`) : last) } };
    });
    const client = await oneResource(origin, { paginator: { type: 'json_link', next_url_path } });
    expect(await read(client())).toEqual({ ids: [10, 11, 20, 21, 30, 31], error: undefined });
    expect(asked.map(({ url }) => url.search)).toEqual(['', '?page=2', '?page=3']);
  });

  test('what is no list has no such link', async () => {
    const { origin } = await serve(() => ({ body: { items: things(0, 1), links: { rel: 'next', href: '?page=2' } } }));
    const client = await oneResource(origin, { paginator: { type: 'json_link', next_url_path: NEXT } });
    expect(await read(client())).toEqual({ ids: [0], error: undefined });
  });

  test('a cursor stands in such a list too', async () => {
    const { origin, asked } = await serve((_, index) => ({
      body: {
        items: things(index, 1),
        marks: [
          { of: 'page', at: index === 0 ? 'b' : null },
          { of: 'other', at: 'x' },
        ],
      },
    }));
    const client = await oneResource(origin, { paginator: { type: 'cursor', cursor_path: "marks[?@.of=='page'].at" } });
    expect(await read(client())).toEqual({ ids: [0, 1], error: undefined });
    expect(asked.map(({ url }) => url.search)).toEqual(['', '?cursor=b']);
  });

  test.each([
    ["links[?@.rel!='next'].href", 'spec/selector-syntax'],
    ["links[?@.rel=='next' && @.type=='a'].href", 'spec/selector-syntax'],
    ["links[?@.rel=='next']", 'spec/selector-syntax'],
    ['links[*].href', 'spec/selector-syntax'],
  ])('%s is refused', async (next_url_path, code) => {
    const spec = {
      name: 'one',
      client: { base_url: 'https://api.example.com' },
      resources: [{ name: 'things', endpoint: { data_selector: 'items', paginator: { type: 'json_link', next_url_path } } }],
    };
    expect((await diagnosticsOf(stringify(spec))).map((each) => each.code)).toEqual([code]);
  });

  test('a data selector has no filter', async () => {
    const spec = {
      name: 'one',
      client: { base_url: 'https://api.example.com' },
      resources: [{ name: 'things', endpoint: { data_selector: "a[?@.b=='c']" } }],
    };
    expect((await diagnosticsOf(stringify(spec))).map(({ code }) => code)).toContain('spec/selector-syntax');
  });
});

describe('link_base: base_url', () => {
  test.each([
    ['in the body', { type: 'json_link', link_base: 'base_url' }, (link: string) => ({ body: { next: link } })],
    ['in Link', { type: 'header_link', link_base: 'base_url' }, (link: string) => ({ headers: { link: `<${link}>; rel=next` } })],
    [
      'in a header of its own',
      { type: 'header_link', link_base: 'base_url', links_header: 'Next-Page' },
      (link: string) => ({ headers: { 'next-page': link } }),
    ],
  ])('a link relative to the service root, %s', async (_, paginator, linked) => {
    const { origin, asked } = await serve(({ url }) => {
      const more = linked('Authors(1)/notes?%24skiptoken=2');
      const items = things(url.search === '' ? 0 : 2, 2);
      return { ...(url.search === '' ? more : {}), body: { items, ...(url.search === '' ? Object(more).body : {}) } };
    });
    const client = await oneResource(`${origin}/odata/v4/`, { path: 'Authors(1)/notes', paginator });
    expect(await read(client())).toEqual({ ids: [0, 1, 2, 3], error: undefined });
    expect(asked.map(({ url }) => url.pathname + url.search)).toEqual([
      '/odata/v4/Authors(1)/notes',
      '/odata/v4/Authors(1)/notes?%24skiptoken=2',
    ]);
  });
});

describe('links_header', () => {
  test('follows the URL in it; one to another origin is refused', async () => {
    const { origin } = await serve((_, index) => ({
      body: { items: things(index, 1) },
      headers: index < 2 ? { 'x-next': `/things?page=${index + 2}` } : { 'x-next': 'https://elsewhere.example/' },
    }));
    const client = await oneResource(origin, { paginator: { type: 'header_link', links_header: 'X-Next' } });
    expect(await read(client())).toMatchObject({ ids: [0, 1], error: { name: 'OnePaginationError', code: 'refused_link' } });
  });
});

test('a next page that Link says to have no results is none', async () => {
  const { origin, asked } = await serve((_, index) => ({
    body: { items: things(index, 1) },
    headers: { link: `<${`?page=${index + 2}`}>; rel="next"; results="${index === 0}"; cursor="0:100:0"` },
  }));
  const client = await oneResource(origin, { paginator: 'header_link' });
  expect(await read(client())).toEqual({ ids: [0, 1], error: undefined });
  expect(asked).toHaveLength(2);
});

describe('json_link with has_more_path', () => {
  test.each([
    ['ends where there is no more, whatever the link', [true, false], ['?p=2', '?p=3'], { ids: [0, 1], error: undefined }],
    ['needs a link where there is more', [true, true], ['?p=2', null], { ids: [0], error: { code: 'invalid_page' } }],
  ])('%s', async (_, more, links, outcome) => {
    const { origin } = await serve((__, index) => ({ body: { items: things(index, 1), more: more[index], next: links[index] } }));
    const client = await oneResource(origin, { paginator: { type: 'json_link', has_more_path: 'more' } });
    expect(await read(client())).toMatchObject(outcome);
  });
});

describe('cursor_object_path', () => {
  test('sends its members in place of those of the last page, and ends without them', async () => {
    const pages = [{ continue: '-||', apcontinue: 'B' }, { continue: '-||', from: 7 }, undefined];
    const { origin, asked } = await serve((_, index) => ({ body: { items: things(index, 1), continue: pages[index] } }));
    const paginator = { type: 'cursor', cursor_object_path: 'continue', limit_param: 'aplimit', limit: 50 };
    const client = await oneResource(origin, { params: { list: 'allpages' }, paginator });
    expect(await read(client())).toEqual({ ids: [0, 1, 2], error: undefined });
    expect(asked.map(({ url }) => Object.fromEntries(url.searchParams))).toEqual([
      { list: 'allpages', aplimit: '50' },
      { list: 'allpages', aplimit: '50', continue: '-||', apcontinue: 'B' },
      { list: 'allpages', aplimit: '50', continue: '-||', from: '7' },
    ]);
  });

  test('goes on from its state', async () => {
    const { origin } = await serve(({ url }) => {
      const at = Number(url.searchParams.get('at') ?? 0);
      return { body: { items: things(at, 1), more: at < 2 ? { at: at + 1 } : {} } };
    });
    const client = await oneResource(origin, { paginator: { type: 'cursor', cursor_object_path: 'more' } });
    for await (const { state } of client().pages()) {
      expect((await read(client(), { state })).ids).toEqual([1, 2]);
      break;
    }
  });

  test.each([['after'], [{ a: { b: 1 } }], [['a']], [{ a: null }]])('refuses %j', async (more) => {
    const { origin } = await serve(() => ({ body: { items: things(0, 1), more } }));
    const client = await oneResource(origin, { paginator: { type: 'cursor', cursor_object_path: 'more' } });
    expect(await read(client())).toMatchObject({ ids: [], error: { name: 'OneResponseError', code: 'invalid_page' } });
  });

  test('notices a page that comes again', async () => {
    const { origin } = await serve((_, index) => ({ body: { items: things(index, 1), more: { at: index % 2 } } }));
    const client = await oneResource(origin, { paginator: { type: 'cursor', cursor_object_path: 'more' } });
    expect(await read(client())).toMatchObject({ error: { code: 'no_progress' } });
  });
});

test('an empty first cursor is sent', async () => {
  const { origin, asked } = await serve((_, index) => ({ body: { items: things(index, 1), next: index === 0 ? 'b' : null } }));
  const client = await oneResource(origin, { paginator: { type: 'cursor', cursor_path: 'next', cursor: '' } });
  expect((await read(client())).ids).toEqual([0, 1]);
  expect(asked.map(({ url }) => url.search)).toEqual(['?cursor=', '?cursor=b']);
});

describe('links and cursors that are ever new', () => {
  test.each([
    ['json_link', { type: 'json_link', next_url_path: 'next' }, (index: number) => ({ next: `?t=${index}` })],
    ['cursor', { type: 'cursor', cursor_path: 'next', cursor_param: 't' }, (index: number) => ({ next: `t${index}` })],
  ])('%s: pages with the records of the page before are pages without a record', async (_, paginator, next) => {
    const { origin } = await serve((_request, index) => ({ body: { items: things(index < 4 ? index : 4, 2), ...next(index) } }));
    const client = await oneResource(origin, { paginator: { ...paginator, maximum_empty_pages: 3 } });
    expect(await read(client())).toMatchObject({ error: { name: 'OnePaginationError', code: 'empty_pages', page: 9 } });
  });

  test('pages that look alike are told apart by keys alone', async () => {
    const { origin } = await serve((_request, index) => ({ body: { items: things(0, 1), next: index < 9 ? `?t=${index}` : null } }));
    const client = await oneResource(
      origin,
      { paginator: { type: 'json_link', next_url_path: 'next', maximum_empty_pages: 3 } },
      {},
      { primary_key: undefined },
    );
    expect((await read(client())).ids).toHaveLength(10);
  });
});
