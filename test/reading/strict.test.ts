import { describe, expect, test } from 'vitest';
import { serve, type Reply } from '../support/loopback.js';
import { oneResource, read, things } from '../support/one-resource.js';

/** `strict: true`: whatever a read would only warn of ends it, before the page is handed over, with the state before that page. */

const page = (items: readonly object[], next: string | null = null): Reply => ({ body: { items, next } });

/** What is warned of, and the answer of the second page that has it. */
const WARNED: Readonly<Record<string, { readonly resource: object; readonly second: Reply; readonly says: string }>> = {
  'a record that is left out': {
    resource: { schema_contract: { columns: 'discard_row' } },
    second: page([{ id: 3, more: 1 }]),
    says: 'records left out that are not what the spec declares: 1',
  },
  'a value that is left out': {
    resource: { schema_contract: { columns: 'discard_value' } },
    second: page([{ id: 3, more: 1 }]),
    says: 'values left out that are not what the spec declares: 1',
  },
  'a key that comes again': { resource: {}, second: page([{ id: 1 }]), says: 'records with a key that came before in this read: 1' },
};

const PAGINATORS: Readonly<Record<string, object>> = {
  cursor: { type: 'cursor', cursor_path: 'next', cursor_param: 'after' },
  link: { type: 'json_link', next_url_path: 'next' },
};

describe.each(Object.entries(WARNED))('%s', (_, { resource, second, says }) => {
  test.each(Object.entries(PAGINATORS))('is an error where the client is strict, by %s', async (name, paginator) => {
    let isMended = false;
    const { origin } = await serve(({ url }) => {
      if (!url.searchParams.has('after')) return page(things(1, 2), name === 'link' ? '/things?after=2' : '2');
      return isMended ? page(things(3, 1)) : second;
    });
    const lax = await oneResource(origin, { paginator }, {}, resource);
    expect((await read(lax())).error).toBeUndefined();

    const strict = await oneResource(origin, { paginator }, { strict: true }, resource);
    const { ids, error } = await read(strict());
    expect(ids).toEqual([1, 2]);
    expect(error).toMatchObject({ code: 'warning', resource: 'things', page: 2, message: `things page 2: ${says}` });
    isMended = true;
    const { state } = error as { readonly state: unknown };
    expect(await read(strict(), { state: JSON.parse(JSON.stringify(state)) })).toEqual({ ids: [3], error: undefined });
  });
});

test('a value of a list that is passed over is an error', async () => {
  const { origin } = await serve(({ url }) => (url.pathname === '/b/things' ? { status: 404 } : page(things(1, 1))));
  const more = { for_each: { of: ['a', 'b'] }, on_child_error: 'skip' };
  const open = await oneResource(origin, { path: '/{for_each.of}/things', paginator: 'single_page' }, { strict: true }, more);
  const { error } = await read(open());
  expect(error).toMatchObject({ code: 'warning', message: expect.stringContaining('values of lists passed over') as string });
});

test('a note is an error: a watermark that lies in the future', async () => {
  const { origin } = await serve(() => page([{ id: 1, at: '2026-01-02T00:00:00Z' }]));
  const endpoint = { paginator: 'single_page', incremental: { cursor_path: 'at', start_param: 'since' } };
  const fields = { id: 'integer', at: { type: 'datetime', nullable: false } };
  const open = await oneResource(origin, endpoint, { strict: true }, { fields, write_disposition: 'merge' });
  const states: unknown[] = [];
  for await (const { state } of open().pages()) states.push(state);
  const late = JSON.parse(JSON.stringify(states.at(-1)).replaceAll('2026-01-02', '2199-01-02')) as unknown;
  expect((await read(open(), { state: late })).error).toMatchObject({ code: 'warning', resource: 'things' });
});

test('a quiet read is what it is without', async () => {
  const { origin } = await serve(({ url }) =>
    page(things(url.searchParams.has('after') ? 3 : 1, 2), url.searchParams.has('after') ? null : '2'),
  );
  const open = await oneResource(origin, { paginator: { type: 'cursor', cursor_path: 'next', cursor_param: 'after' } }, { strict: true });
  expect(await read(open())).toEqual({ ids: [1, 2, 3, 4], error: undefined });
});
