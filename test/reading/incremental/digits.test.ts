import { expect, test } from 'vitest';
import { serve } from '../../support/loopback.js';
import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';
import { oneResource, read, type Resource } from '../../support/one-resource.js';
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

const BIG = 9_007_199_254_740_993n;

test('bigints are compared and kept with every digit, in states, requests and bodies', async () => {
  const rows = [3n, 1n, 2n].map((id) => `{ "id": ${id}, "seq": ${BIG + id} }`).join(', ');
  const { origin, asked } = await serve(() => ({ text: `{ "items": [${rows}] }` }));
  const endpoint = {
    path: '/things',
    method: 'POST',
    data_selector: 'items',
    paginator: 'single_page',
    json: { after: '{incremental.start_value}', before: ['{incremental.end_value}'] },
    incremental: { cursor_path: 'seq', start_param: 'since', initial_value: '{config.first}', end_value: String(BIG * 2n) },
  };
  const open = await oneResource(
    origin,
    {},
    {},
    { write_disposition: 'merge', endpoint, fields: { id: 'integer', seq: { type: 'bigint', nullable: false } } },
    { config: { first: { type: 'string', optional: true } } },
  );
  const first = await collected(open({ first: String(BIG + 2n) }));
  expect(first.ids).toEqual([3, 2]); // 1 is before it, by one
  expect(first.state).toMatchObject({ cursor: { start: String(BIG + 3n) } });
  expect(asked[0]?.body).toBe(`{"after":${BIG + 2n},"before":[${BIG * 2n}]}`);
  const again = await collected(open(), JSON.parse(JSON.stringify(first.state)));
  expect(again.ids).toEqual([]);
  expect(asked[1]?.url.searchParams.get('since')).toBe(String(BIG + 2n)); // for APIs that take `since` as later than
  await expect(collected(open({ first: '9007199254740993.5' }))).rejects.toMatchObject({ code: 'invalid_option', option: 'first' });
  await expect(
    collected(open(), { ...(first.state as object), cursor: { start: '0x1f', read: [], latest: null, readLatest: [] } }),
  ).rejects.toMatchObject({
    code: 'invalid_state',
  });
});

test('a bigint of a parent stands in a body as the number that it is', async () => {
  const { origin, asked } = await serve(({ url }) => ({ text: url.pathname === '/things' ? `[{ "id": ${BIG} }]` : '[]' }));
  const single = { data_selector: '$', paginator: 'single_page' };
  const parts = {
    name: 'parts',
    fields: { id: 'integer' },
    endpoint: { ...single, path: '/parts', method: 'POST', json: { of: '{resources.things.id}' } },
  };
  const files = await filesFrom(
    'one.yaml',
    JSON.stringify({
      name: 'one',
      client: { base_url: origin },
      resources: [{ name: 'things', fields: { id: 'bigint' }, endpoint: { ...single, path: '/things' } }, parts],
    }),
  );
  const { OneClient: Client } = (await importPackage(files)) as { readonly OneClient: new () => { readonly parts: Resource } };
  expect((await read(new Client().parts)).error).toBeUndefined();
  expect(asked[1]?.body).toBe(`{"of":${BIG}}`);
});

test.each([
  ["initial_value: '2026-01-01'", 'initial_value is "2026-01-01", the cursor is a bigint'],
  ['initial_value: 1.5', 'initial_value is 1.5, the cursor is a bigint'],
  ["initial_value: '{config.day}'", 'the option "day" is of type datetime, the cursor is a bigint'],
  ["initial_value: '{config.word}'", 'the default of the option "word" is not an integer, the cursor is a bigint'],
  ['format: epoch_s', 'a number has no time format'],
])('of a bigint, %s is refused', async (said, message) => {
  const config = `config: { day: datetime, word: { type: string, default: a } }`;
  const spec = `name: one\nclient: { base_url: "https://x.example" }\n${config}\nresources:\n- { name: things, write_disposition: merge, primary_key: id, endpoint: { data_selector: items, paginator: single_page, incremental: { cursor_path: at, start_param: since, ${said} } }, fields: { id: integer, at: { type: bigint, nullable: false } } }\n`;
  expect((await diagnosticsOf(spec)).find(({ severity }) => severity === 'error')).toMatchObject({ code: 'spec/cursor-type', message });
});

async function collected(resource: Resource, state?: unknown): Promise<{ readonly ids: readonly unknown[]; readonly state: unknown }> {
  const ids: unknown[] = [];
  let after = state;
  for await (const page of resource.pages({ state })) {
    ids.push(...page.records.map(({ id }) => id));
    after = page.state;
  }
  return { ids, state: after };
}
