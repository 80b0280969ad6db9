import { describe, expect, test } from 'vitest';
import { serve } from '../../support/loopback.js';
import { oneResource, read, things } from '../../support/one-resource.js';

/** Answers that say more, or less, about their pages than one would think. */

const ids = (count: number): readonly unknown[] => things(0, count).map(({ id }) => id);

describe('a total that is null unless it is asked for', () => {
  const answer = ({ url }: { readonly url: URL }) => {
    const from = Number(url.searchParams.get('offset'));
    return { body: { items: things(from, Math.min(2, 5 - from)), total: url.searchParams.get('include') === 'total' ? 5 : null } };
  };
  const paginator = { type: 'offset', limit: 2, total_path: 'total' };

  test('is an error, before any record is handed over', async () => {
    const { origin, asked } = await serve(answer);
    const client = await oneResource(origin, { paginator });
    const { ids: found, error } = await read(client());
    expect(found).toEqual([]);
    expect(error).toMatchObject({ code: 'invalid_page', attempts: 1 });
    expect(String(error)).toContain('expected a whole number at "total", got null');
    expect(asked).toHaveLength(1);
  });

  test('is asked for by a param', async () => {
    const { origin, asked } = await serve(answer);
    const client = await oneResource(origin, { paginator, params: { include: 'total' } });
    expect(await read(client())).toMatchObject({ ids: ids(5), error: undefined });
    expect(asked).toHaveLength(3);
  });

  test('is not needed to read until a page is empty', async () => {
    const { origin } = await serve(answer);
    const client = await oneResource(origin, { paginator: { type: 'offset', limit: 2 } });
    expect(await read(client())).toMatchObject({ ids: ids(5), error: undefined });
  });
});

describe('two ways of paging at once', () => {
  // each answer names its next page in the body, in Link, and by a total; a cursor and a number ask for the same
  const answer = ({ url }: { readonly url: URL }) => {
    const page = Number(url.searchParams.get('after') ?? url.searchParams.get('page') ?? 0);
    const more = page < 2;
    const next = new URL(url);
    next.search = `?page=${page + 1}`;
    return {
      headers: more ? { link: `<${next.href}>; rel="next"` } : {},
      body: { items: things(page * 2, 2), next: more ? next.href : null, cursor: more ? String(page + 1) : null, pages: 3, more },
    };
  };

  test.each([
    ['page_number', { type: 'page_number', base_page: 0, total_path: 'pages' }, ['page=0', 'page=1', 'page=2']],
    ['header_link', { type: 'header_link' }, ['', 'page=1', 'page=2']],
    ['json_link', { type: 'json_link', next_url_path: 'next' }, ['', 'page=1', 'page=2']],
    ['cursor', { type: 'cursor', cursor_path: 'cursor', cursor_param: 'after' }, ['', 'after=1', 'after=2']],
    [
      'cursor and has_more',
      { type: 'cursor', cursor_path: 'cursor', cursor_param: 'after', has_more_path: 'more' },
      ['', 'after=1', 'after=2'],
    ],
  ])('are read in the one that the spec says, once: %s', async (_, paginator, queries) => {
    const { origin, asked } = await serve(answer);
    const client = await oneResource(origin, { paginator });
    expect(await read(client())).toMatchObject({ ids: ids(6), error: undefined });
    expect(asked.map(({ url }) => url.search.slice(1))).toEqual(queries);
  });

  test('are an error where the spec says that there is one page', async () => {
    const { origin } = await serve(answer);
    const client = await oneResource(origin, { paginator: 'single_page' });
    expect((await read(client())).error).toMatchObject({ code: 'more_pages' });
  });
});
