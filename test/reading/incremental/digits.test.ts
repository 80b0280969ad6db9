import { expect, test } from 'vitest';
import { serve } from '../../support/loopback.js';
import { oneResource } from '../../support/one-resource.js';
import { diagnosticsOf } from '../../support/spec-diagnostics.js';

/** Cursors with more digits than a number has. */

function incremental(at: object, said: object): object {
  return {
    endpoint: {
      path: '/things',
      data_selector: 'items',
      paginator: 'single_page',
      incremental: { cursor_path: 'at', start_param: 'since', ...said },
    },
    fields: { id: 'integer', at: { nullable: false, ...at } },
  };
}

test('nanoseconds are compared and kept, every one; what is asked for begins a millisecond before', async () => {
  const at = (nanoseconds: number): string => `2026-01-01T00:00:00.${String(nanoseconds).padStart(9, '0')}Z`;
  const rows = [1, 3, 2].map((id) => ({ id, at: at(123_456_780 + id) }));
  const { origin, asked } = await serve(() => ({ body: { items: rows }, headers: { date: 'Tue, 01 Dec 2026 00:00:00 GMT' } }));
  const open = await oneResource(origin, {}, {}, incremental({ type: 'datetime' }, { initial_value: '2026-01-01T00:00:00Z' }));
  const client = open({ wallClock: () => Date.parse('2026-12-01T00:00:00Z') });
  let state: unknown;
  const ids: unknown[] = [];
  for await (const page of client.pages({})) {
    ids.push(...page.records.map(({ id }) => id));
    state = page.state;
  }
  expect(ids).toEqual([1, 3, 2]);
  expect(state).toMatchObject({ cursor: { start: at(123_456_783) } });
  const again: unknown[] = [];
  for await (const page of client.pages({ state: JSON.parse(JSON.stringify(state)) })) again.push(...page.records.map(({ id }) => id));
  expect(again).toEqual([]); // 1 and 2 are older by nanoseconds, 3 was read
  expect(asked[1]?.url.searchParams.get('since')).toBe(at(122_000_000)); // for APIs that take `since` as later than
});

test('an integer beyond 2^53 is refused with its digits, before it could be rounded', async () => {
  const { origin } = await serve(() => ({ text: '{ "items": [{ "id": 1, "at": 9007199254740993 }] }' }));
  const open = await oneResource(origin, {}, {}, incremental({ type: 'integer' }, { initial_value: 0 }));
  const error: unknown = await open({})
    .pages({})
    .next()
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'invalid_record', path: 'at' });
  expect(String(error)).toContain('9007199254740993');
});

test('a bigint is no cursor: the spec says so', async () => {
  const spec = `name: one\nclient: { base_url: "https://x.example" }\nresources:\n- { name: things, write_disposition: merge, primary_key: id, endpoint: { data_selector: items, paginator: single_page, incremental: { cursor_path: at, start_param: since, initial_value: 0 } }, fields: { id: integer, at: { type: bigint, nullable: false } } }\n`;
  const said = (await diagnosticsOf(spec)).find(({ severity }) => severity === 'error');
  expect(said).toMatchObject({ code: 'spec/cursor-type', message: expect.stringContaining('cannot tell what is newer') as unknown });
});
