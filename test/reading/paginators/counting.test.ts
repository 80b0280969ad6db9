import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { serve } from '../../support/loopback.js';
import { oneResource, read, things } from '../../support/one-resource.js';
import { diagnosticsOf } from '../../support/spec-diagnostics.js';

/** `offset` and `page_number` against servers that do not page as one would hope. */

const number = (value: string | null): number => Number(value ?? NaN);

describe('offset', () => {
  test('advances by what came when the server caps its pages below the limit', async () => {
    const { origin, asked } = await serve(({ url }) => {
      const from = number(url.searchParams.get('offset'));
      return { body: { items: things(from, Math.min(50, 250 - from)), total: 250 } };
    });
    const client = await oneResource(origin, { paginator: { type: 'offset', limit: 100, total_path: 'total' } });
    expect((await read(client())).ids).toEqual(things(0, 250).map(({ id }) => id));
    expect(asked.map(({ url }) => url.search)).toEqual([0, 50, 100, 150, 200].map((from) => `?limit=100&offset=${from}`));
  });

  test('passes over an empty page in the middle by the limit, where the total says that there is more', async () => {
    const { origin, asked } = await serve(({ url }) => {
      const from = number(url.searchParams.get('offset'));
      return { body: { items: from === 2 ? [] : things(from, 2), total: 6 } };
    });
    const client = await oneResource(origin, { paginator: { type: 'offset', limit: 2, total_path: 'total' } });
    expect((await read(client())).ids).toEqual([0, 1, 4, 5]);
    expect(asked).toHaveLength(3);
  });

  test.each([
    ['the maximum before the total, where that is meant', { total_path: 'total', maximum_offset: 4, on_maximum: 'stop' }, [0, 1, 2, 3]],
    ['the maximum before has_more, where that is meant', { has_more_path: 'more', maximum_offset: 4, on_maximum: 'stop' }, [0, 1, 2, 3]],
    ['an empty page before the total', { total_path: 'total', stop_after_empty_page: true }, [0, 1, 2, 3, 4, 5]],
    ['a short page before has_more', { has_more_path: 'more', stop_after_short_page: true, limit: 3 }, [0, 1]],
  ])('ends at %s', async (_, rules, ids) => {
    const { origin } = await serve(({ url }) => {
      const from = number(url.searchParams.get('offset'));
      return { body: { items: from < 6 ? things(from, 2) : [], total: 100, more: true } };
    });
    const client = await oneResource(origin, { paginator: { type: 'offset', limit: 2, ...rules } });
    expect(await read(client())).toEqual({ ids, error: undefined });
  });

  test('believes the newest total', async () => {
    const { origin } = await serve(({ url }) => {
      const from = number(url.searchParams.get('offset'));
      return { body: { items: things(from, Math.min(2, 5 - from)), total: from === 0 ? 3 : 5 } };
    });
    const client = await oneResource(origin, { paginator: { type: 'offset', limit: 2, total_path: 'total' } });
    expect((await read(client())).ids).toEqual([0, 1, 2, 3, 4]);
  });

  test.each(['250x', null, -1, 1.5, [], true])('refuses the total %j', async (total) => {
    const { origin } = await serve(() => ({ body: { items: things(0, 2), total } }));
    const client = await oneResource(origin, { paginator: { type: 'offset', limit: 2, total_path: 'total' } });
    expect(await read(client())).toMatchObject({ ids: [], error: { name: 'OneResponseError', code: 'invalid_page', attempts: 1 } });
  });

  test('starts where it is told to, and sends no limit where the API takes none', async () => {
    const { origin, asked } = await serve(() => ({ body: { items: [] } }));
    const client = await oneResource(origin, {
      paginator: { type: 'offset', limit: 2, offset: 7, offset_param: 'skip', limit_param: null },
    });
    await read(client());
    expect(asked.map(({ url }) => url.search)).toEqual(['?skip=7']);
  });
});

describe.each([
  ['offset, by a total in the body', { type: 'offset', limit: 2, total_path: 'total', maximum_offset: 4 }],
  ['offset, by has_more', { type: 'offset', limit: 2, has_more_path: 'more', maximum_offset: 4 }],
  ['offset, by a total in a header', { type: 'offset', limit: 2, total_header: 'X-Total', maximum_offset: 4 }],
  ['page_number, by a total of pages', { type: 'page_number', limit: 2, total_path: 'pages', maximum_page: 2 }],
  ['page_number, by a total of records', { type: 'page_number', limit: 2, total_path: 'total', total: 'records', maximum_page: 2 }],
])('a maximum that cuts what the API says is there: %s', (_, paginator) => {
  const open = async (rules: object) => {
    const { origin } = await serve(({ url }) => {
      const from = url.searchParams.has('page') ? 2 * number(url.searchParams.get('page')) : number(url.searchParams.get('offset'));
      return { headers: { 'x-total': '9' }, body: { items: things(from, Math.min(2, 9 - from)), total: 9, pages: 5, more: from < 8 } };
    });
    return oneResource(origin, { paginator: { ...paginator, ...rules } });
  };

  test('is an error after all that it lets through, and from its state again', async () => {
    const client = await open({});
    const cut = await read(client());
    expect(cut).toMatchObject({ ids: [0, 1, 2, 3], error: { name: 'OnePaginationError', code: 'maximum_reached', page: 3 } });
    const { state } = Object(cut.error);
    expect(await read(client(), { state })).toMatchObject({ ids: [], error: { code: 'maximum_reached', state } });
  });

  test('is the end where that is meant', async () => {
    const client = await open({ on_maximum: 'stop' });
    expect(await read(client())).toEqual({ ids: [0, 1, 2, 3], error: undefined });
  });
});

describe('a maximum, and a total of something else', () => {
  test.each([
    ['records of pages', { type: 'page_number', base_page: 1, limit: 2, total: 'records', maximum_page: 9 }, 9, 5],
    ['records of pages, all that it lets through', { type: 'page_number', limit: 2, total: 'records', maximum_page: 3 }, 6, 4],
    ['records of pages without a size', { type: 'page_number', base_page: 1, total: 'records', maximum_page: 8 }, 8, 4],
    ['pages by offset', { type: 'offset', limit: 2, total: 'pages', maximum_offset: 8 }, 6, 3],
  ])('is not taken for its like: %s', async (_, paginator, rows, requests) => {
    const { origin, asked } = await serve(({ url }) => {
      const at = url.searchParams.get('offset');
      const from = at === null ? (number(url.searchParams.get('page')) - ('base_page' in paginator ? 1 : 0)) * 2 : number(at);
      const total = paginator.total === 'pages' ? Math.ceil(rows / 2) : rows;
      return { body: { items: from < rows ? things(from, Math.min(2, rows - from)) : [], total } };
    });
    const client = await oneResource(origin, { paginator: { ...paginator, total_path: 'total' } });
    const all = things(0, rows).map(({ id }) => id);
    const full = requests * 2 > rows + 1; // as many as the maximum lets through may be a ceiling itself
    expect(await read(client())).toMatchObject({ ids: all, error: full ? { code: 'maximum_reached' } : undefined });
    expect(asked).toHaveLength(full ? requests - 1 : requests);
  });
});

describe('on_maximum: split', () => {
  const refused = async (more: object, endpoint: object): Promise<readonly string[]> => {
    const found = await diagnosticsOf(
      stringify({
        name: 'one',
        client: { base_url: 'https://api.example.com' },
        resources: [
          {
            name: 'things',
            endpoint: {
              data_selector: 'items',
              paginator: { type: 'offset', limit: 2, total_path: 'n', maximum_offset: 4, on_maximum: 'split' },
              ...endpoint,
            },
            ...more,
          },
        ],
      }),
    );
    return found.flatMap(({ severity, code, message }) => (severity === 'error' ? [`${code}: ${message}`] : []));
  };
  const incremental = { cursor_path: 'at', start_param: 'from', end_param: 'to', initial_value: '2026-01-01' };

  test('needs windows', async () => {
    expect(await refused({}, {})).toEqual(['spec/needs-key: there is no window to halve']);
  });

  test('is read one window after the other', async () => {
    const fields = { at: 'timestamp' };
    expect(await refused({ fields }, { incremental: { ...incremental, step: 'P1D' } })).toEqual([]);
    expect(await refused({ fields, concurrency: 4 }, { incremental: { ...incremental, step: 'P1D' } })).toEqual([
      'spec/concurrency: a window of "things" may be halved: they are read one after the other',
    ]);
  });
});

describe('page_number', () => {
  test('passes over three empty pages in a row, and gives up at the fourth', async () => {
    const empty = new Set([2, 3, 4, 6, 7, 8, 9]);
    const { origin, asked } = await serve(({ url }) => {
      const page = number(url.searchParams.get('page'));
      return { body: { items: empty.has(page) ? [] : things(page * 10, 1), more: true } };
    });
    const client = await oneResource(origin, { paginator: { type: 'page_number', base_page: 1, has_more_path: 'more' } });
    expect(await read(client())).toMatchObject({ ids: [10, 50], error: { name: 'OnePaginationError', code: 'empty_pages', page: 9 } });
    expect(asked).toHaveLength(9);
  });

  test('notices a server that sends its first page whatever is asked', async () => {
    const { origin, asked } = await serve(() => ({ body: { items: things(0, 3) } }));
    const client = await oneResource(origin, { paginator: { type: 'page_number' } });
    expect(await read(client())).toMatchObject({ ids: [0, 1, 2], error: { name: 'OnePaginationError', code: 'no_progress', page: 2 } });
    expect(asked).toHaveLength(2);
  });

  test('counts pages in total, from the base', async () => {
    const { origin, asked } = await serve(({ url }) => ({ body: { items: things(number(url.searchParams.get('p')), 1), pages: '3' } }));
    const client = await oneResource(origin, { paginator: { type: 'page_number', base_page: 1, page_param: 'p', total_path: 'pages' } });
    expect((await read(client())).ids).toEqual([1, 2, 3]);
    expect(asked).toHaveLength(3);
  });

  test('starts at another page, and ends before the maximum', async () => {
    const { origin, asked } = await serve(({ url }) => ({ body: { items: things(number(url.searchParams.get('page')), 1) } }));
    const client = await oneResource(origin, { paginator: { type: 'page_number', base_page: 1, page: 3, maximum_page: 5 } });
    expect((await read(client())).ids).toEqual([3, 4]);
    expect(asked).toHaveLength(2);
  });

  test('takes 204 for the end', async () => {
    const { origin } = await serve((_, index) => (index === 0 ? { body: { items: things(0, 1), more: true } } : { status: 204 }));
    const client = await oneResource(origin, { paginator: { type: 'page_number', has_more_path: 'more' } });
    expect(await read(client())).toEqual({ ids: [0], error: undefined });
  });
});

test('body places: what is paged in a POST goes into its JSON, beside what is there', async () => {
  const { origin, asked } = await serve(({ body }) => {
    const { paging } = JSON.parse(body) as { readonly paging: { readonly from: number } };
    return { body: { items: things(paging.from, paging.from < 4 ? 2 : 0) } };
  });
  const client = await oneResource(origin, {
    method: 'POST',
    json: { q: 'all', paging: { sort: 'id' } },
    paginator: { type: 'offset', limit: 2, offset_body_path: 'paging.from', limit_body_path: 'paging.size' },
  });
  expect((await read(client())).ids).toEqual([0, 1, 2, 3]);
  expect(asked.map(({ body }) => JSON.parse(body) as unknown)).toEqual(
    [0, 2, 4].map((from) => ({ q: 'all', paging: { sort: 'id', from, size: 2 } })),
  );
  expect(asked.map(({ url }) => url.search)).toEqual(['', '', '']);
});
