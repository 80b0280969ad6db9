import { fc } from '../../support/property.js';
import { describe, expect, test } from 'vitest';
import { serve } from '../../support/loopback.js';
import { oneResource, read, things } from '../../support/one-resource.js';

/** Cursors and links, from servers that send odd ones. */

describe('cursor', () => {
  test.each([null, '', false, undefined])('ends at %j', async (next) => {
    const { origin, asked } = await serve(() => ({ body: { items: things(0, 1), next } }));
    const client = await oneResource(origin, { paginator: { type: 'cursor', cursor_path: 'next' } });
    expect(await read(client())).toEqual({ ids: [0], error: undefined });
    expect(asked).toHaveLength(1);
  });

  test.each([true, 1.5, {}, ['a']])('refuses the cursor %j', async (next) => {
    const { origin } = await serve(() => ({ body: { items: things(0, 1), next } }));
    const client = await oneResource(origin, { paginator: { type: 'cursor', cursor_path: 'next' } });
    expect(await read(client())).toMatchObject({ ids: [], error: { name: 'OneResponseError', code: 'invalid_page' } });
  });

  test.each([
    ['last.id', 'items'],
    ['items[-1].id', 'items'],
    ['[-1].id', '$'],
  ])('%s is the last record, of which a recording is made up', async (path, selector) => {
    const { origin, asked } = await serve(({ url }) => {
      const items = things(Number(url.searchParams.get('after') ?? 0) + 1, 2).filter(({ id }) => id < 6);
      return { body: selector === '$' ? items : { items } };
    });
    const paginator = { type: 'cursor', cursor_path: path, cursor_param: 'after', stop_after_empty_page: true };
    const client = await oneResource(origin, { data_selector: selector, paginator });
    expect((await read(client())).ids).toEqual([1, 2, 3, 4, 5]);
    expect(asked.map(({ url }) => url.searchParams.get('after'))).toEqual([null, '2', '4', '5']);
  });

  test('sends a number beyond 2^53 with all its digits', async () => {
    const { origin, asked } = await serve((_, index) => ({ body: { items: things(index, 1), next: index === 0 ? 2 ** 60 : null } }));
    const client = await oneResource(origin, { paginator: { type: 'cursor', cursor_path: 'next' } });
    expect((await read(client())).ids).toEqual([0, 1]);
    expect(asked.map(({ url }) => url.searchParams.get('cursor'))).toEqual([null, '1152921504606846976']);
  });

  test('goes on at 0, past empty pages, and encodes what it sends', async () => {
    const cursors = [0, 'a+b/c=&d %é', null];
    const { origin, asked } = await serve((_, index) => ({ body: { items: index === 1 ? [] : things(index, 1), next: cursors[index] } }));
    const client = await oneResource(origin, { paginator: { type: 'cursor', cursor_path: 'next' } });
    expect((await read(client())).ids).toEqual([0, 2]);
    expect(asked.map(({ url }) => url.searchParams.get('cursor'))).toEqual([null, '0', 'a+b/c=&d %é']);
  });

  test.each([1, 2, 3, 10, 100])('notices a cycle of %i cursors', async (length) => {
    const { origin, asked } = await serve((_, index) => ({ body: { items: things(index, 1), next: `c${index % length}` } }));
    const client = await oneResource(origin, { paginator: { type: 'cursor', cursor_path: 'next' } });
    expect(await read(client())).toMatchObject({ error: { name: 'OnePaginationError', code: 'no_progress' } });
    expect(asked.length).toBeLessThan(3 * length + 5);
  });

  test('takes the cursor of the last record, until a page is empty', async () => {
    const { origin, asked } = await serve(({ url }) => {
      const after = Number(url.searchParams.get('after') ?? -1);
      return { body: { items: things(after + 1, Math.min(2, 4 - after)).slice(0, Math.max(0, 4 - after)) } };
    });
    const client = await oneResource(origin, { paginator: { type: 'cursor', cursor_path: 'last.id', cursor_param: 'after' } });
    expect((await read(client())).ids).toEqual([0, 1, 2, 3, 4]);
    expect(asked.map(({ url }) => url.search)).toEqual(['', '?after=1', '?after=3', '?after=4']);
  });

  test.each([
    ['more without a cursor', { more: true, next: null }, 'invalid_page'],
    ['a has-more that is none', { more: 'perhaps', next: 'a' }, 'invalid_page'],
    ['no has-more', { next: 'a' }, 'invalid_page'],
  ])('refuses %s', async (_, members, code) => {
    const { origin } = await serve(() => ({ body: { items: things(0, 1), ...members } }));
    const client = await oneResource(origin, { paginator: { type: 'cursor', cursor_path: 'next', has_more_path: 'more' } });
    expect(await read(client())).toMatchObject({ ids: [], error: { code } });
  });

  test('ends where there is no more, whatever the cursor', async () => {
    const { origin } = await serve((_, index) => ({ body: { items: things(index, 1), next: `c${index}`, more: index < 2 } }));
    const client = await oneResource(origin, {
      paginator: { type: 'cursor', cursor_path: 'next', has_more_path: 'more', cursor: 'start' },
    });
    expect((await read(client())).ids).toEqual([0, 1, 2]);
  });

  test('sends it in the body of a POST, and nothing before there is one', async () => {
    const { origin, asked } = await serve((_, index) => ({ body: { items: things(index, 1), next: index < 1 ? 5 : null } }));
    const client = await oneResource(origin, {
      method: 'POST',
      json: { q: 1 },
      paginator: { type: 'cursor', cursor_path: 'next', cursor_body_path: 'variables.after' },
    });
    await read(client());
    expect(asked.map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ q: 1 }, { q: 1, variables: { after: 5 } }]);
  });

  test('any chain of cursors is followed once, from the beginning and from every state', async () => {
    const chain = new Map<string, { readonly id: number; readonly next: string | number | null }>();
    const { origin } = await serve(({ url }) => {
      const at = chain.get(String(url.searchParams.get('cursor')));
      return { body: { items: at === undefined ? [] : things(at.id, 1), next: at?.next ?? null } };
    });
    const client = await oneResource(origin, { paginator: { type: 'cursor', cursor_path: 'next' } });
    const text = fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.maxSafeInteger());
    const cursors = fc.uniqueArray(text, { maxLength: 6, selector: String }).filter((all) => !all.some((each) => String(each) === 'null'));
    await fc.assert(
      fc.asyncProperty(cursors, async (links) => {
        chain.clear();
        ['null', ...links].forEach((cursor, id) => chain.set(String(cursor), { id, next: links[id] ?? null }));
        const all = things(0, links.length + 1).map(({ id }) => id);
        const states: unknown[] = [];
        for await (const page of client().pages()) states.push(JSON.parse(JSON.stringify(page.state)));
        expect((await read(client())).ids).toEqual(all);
        for (const [index, state] of states.slice(0, -1).entries())
          expect((await read(client(), { state })).ids).toEqual(all.slice(index + 1));
      }),
      { numRuns: 40 },
    );
  });
});

describe('header_cursor', () => {
  test('ends at an empty header as at none', async () => {
    const { origin, asked } = await serve((_, index) => ({
      body: { items: things(index, 1) },
      headers: { 'X-Next': index === 0 ? '0' : '' },
    }));
    const client = await oneResource(origin, { paginator: { type: 'header_cursor', cursor_key: 'x-next' } });
    expect((await read(client())).ids).toEqual([0, 1]);
    expect(asked.map(({ url }) => url.search)).toEqual(['', '?cursor=0']);
  });
});

describe('json_link', () => {
  test.each([null, '', false, undefined])('ends at %j', async (next) => {
    const { origin } = await serve(() => ({ body: { items: things(0, 1), next } }));
    const client = await oneResource(origin, { paginator: 'json_link' });
    expect(await read(client())).toEqual({ ids: [0], error: undefined });
  });

  test('resolves links against the page they are on', async () => {
    const links = ['?page=2', 'third?page=3', '/v2/fourth', null];
    const { origin, asked } = await serve((_, index) => ({ body: { items: things(index, 1), next: links[index] } }));
    const client = await oneResource(origin, { path: '/v1/things', paginator: 'json_link' });
    expect((await read(client())).ids).toEqual([0, 1, 2, 3]);
    expect(asked.map(({ url }) => url.pathname + url.search)).toEqual([
      '/v1/things',
      '/v1/things?page=2',
      '/v1/third?page=3',
      '/v2/fourth',
    ]);
  });

  test.each([
    'https://evil.example/x',
    '//evil.example/x',
    '/\\evil.example/x',
    '\\\\evil.example',
    'ht\ntp://evil.example',
    'http://a@127.0.0.1/',
    'javascript:1',
    'http://[',
  ])('does not follow %j', async (next) => {
    const { origin, asked } = await serve(() => ({ body: { items: things(0, 1), next } }));
    const client = await oneResource(origin, { paginator: 'json_link' }, { auth: 'bearer' });
    expect(await read(client({ token: 'secret-token' }))).toMatchObject({
      ids: [],
      error: { name: 'OnePaginationError', code: 'refused_link' },
    });
    expect(asked).toHaveLength(1);
  });

  test.each([7, true, {}, []])('refuses the link %j', async (next) => {
    const { origin } = await serve(() => ({ body: { items: things(0, 1), next } }));
    const client = await oneResource(origin, { paginator: 'json_link' });
    expect(await read(client())).toMatchObject({ error: { name: 'OneResponseError', code: 'invalid_page' } });
  });

  test.each(['json_link', 'header_link'])('%s: a key that the API echoes in its links is sent once, and kept in no state', async (type) => {
    const { origin, asked } = await serve(({ url }, index) => {
      const next = index < 2 ? `${url.pathname}?page=${index + 2}&api_key=secret-key` : null;
      return { body: { items: things(index, 1), next }, headers: next === null ? {} : { link: `<${next}>; rel=next` } };
    });
    const client = await oneResource(origin, { paginator: type }, { auth: { type: 'api_key', name: 'api_key', location: 'query' } });
    const states: string[] = [];
    for await (const { state } of client({ apiKey: 'secret-key' }).pages()) states.push(JSON.stringify(state));
    expect(states).toHaveLength(3);
    expect(states.join()).not.toContain('secret');
    expect(asked.map(({ url }) => url.searchParams.getAll('api_key'))).toEqual([['secret-key'], ['secret-key'], ['secret-key']]);
  });
});

describe('what stands in a place where it cannot be is named', () => {
  test.each([
    ['a cursor', { type: 'cursor', cursor_path: 'next' }, { next: true }, '"next", got boolean'],
    ['a cursor that is a list', { type: 'cursor', cursor_path: 'next' }, { next: ['a'] }, '"next", got a list'],
    ['a link', { type: 'json_link', next_url_path: 'next' }, { next: 7 }, '"next", got number'],
    ['parameters', { type: 'cursor', cursor_object_path: 'next' }, { next: ['a'] }, '"next", got a list'],
    ['a total that is null', { type: 'offset', limit: 2, total_path: 'total' }, { total: null }, '"total", got null'],
    ['a total that is missing', { type: 'offset', limit: 2, total_path: 'total' }, {}, '"total", but it is missing'],
    ['a total that no header has', { type: 'offset', limit: 2, total_header: 'X-Total' }, {}, '"x-total", but it is missing'],
  ])('%s', async (_, paginator, body, says) => {
    const { origin } = await serve(() => ({ body: { items: things(0, 1), ...body } }));
    const client = await oneResource(origin, { paginator });
    const { error } = await read(client());
    expect(error).toMatchObject({ code: 'invalid_page', message: expect.stringContaining(says) });
  });
});
