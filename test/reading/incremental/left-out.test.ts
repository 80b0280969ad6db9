import { expect, test } from 'vitest';
import { serve } from '../../support/loopback.js';
import { oneResource, read } from '../../support/one-resource.js';

/** Where a read begins is an option that the caller may leave out: nothing that would hold it is sent then, and no "null" in its place. */

async function asked(
  endpoint: object,
  options: object,
): Promise<{ readonly header: unknown; readonly body: string; readonly query: string }> {
  const { origin, asked: all } = await serve(() => ({ body: { items: [] } }));
  const incremental = { cursor_path: 'at', initial_value: '{config.since}' };
  const open = await oneResource(
    origin,
    {},
    {},
    {
      write_disposition: 'merge',
      endpoint: { path: '/things', data_selector: 'items', paginator: 'single_page', incremental, ...endpoint },
      fields: { id: 'integer', at: { type: 'datetime', nullable: false } },
    },
    { config: { since: { type: 'datetime', optional: true } } },
  );
  expect((await read(open(options))).error).toBeUndefined();
  const [one] = all;
  return { header: one?.headers['x-since'], body: one?.body ?? '', query: one?.url.search ?? '' };
}

const START = '{incremental.start_value}';
const SINCE = '2026-01-01T00:00:00Z';

test.each([
  ['JSON', { json: { q: `at>${START}`, all: ['a', `>${START}`] } }, '{"all":["a"]}', `{"q":"at>${SINCE}","all":["a",">${SINCE}"]}`],
  ['a form', { data: { since: START, a: '1' } }, 'a=1', `since=${encodeURIComponent(SINCE)}&a=1`],
])('in headers, parameters and %s', async (_, body, without, withIt) => {
  const endpoint = { method: 'POST', headers: { 'X-Since': START }, params: { from: START }, ...body };
  expect(await asked(endpoint, {})).toEqual({ header: undefined, body: without, query: '' });
  expect(await asked(endpoint, { since: SINCE })).toEqual({ header: SINCE, body: withIt, query: `?from=${encodeURIComponent(SINCE)}` });
});
