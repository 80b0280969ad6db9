import { expect, test } from 'vitest';
import { serve } from '../support/loopback.js';
import { oneResource, read } from '../support/one-resource.js';
import { answer, chunked, head, send, sendAndClose, sendAndReset, status } from './acts.js';
import { closedPort, play, type Act } from './server.js';

/** The list of bad answers, broken connections and states, each with what a read of it must come to. */

interface Case {
  readonly acts: readonly Act[];
  readonly endpoint?: object;
  readonly client?: (origin: string) => object;
  readonly resource?: object;
  readonly options?: object;
  readonly state?: unknown;
  /** How many records a read gives. */
  readonly records: number;
  /** `class/code` of the error that ends it. */
  readonly error?: string;
  readonly says?: RegExp;
  readonly requests: number;
}

const json = (value: unknown): Act => status(200, {}, JSON.stringify(value));
const PAGED = { paginator: 'single_page' };
const LINKED = { paginator: { type: 'json_link', next_url_path: 'next' } };
const STATE = { v: 1, resource: 'things', next: null };

const CASES: Readonly<Record<string, Case>> = {
  'A01 a page of HTML': {
    acts: [status(200, { 'content-type': 'text/html' }, '<!DOCTYPE html><title>Sign in</title>')],
    records: 0,
    error: 'OneResponseError/not_json',
    says: /not JSON/,
    requests: 1,
  },
  'A03 no content': { acts: [send(head(204))], records: 0, requests: 1 },
  'A05 a byte order mark': { acts: [send(answer(200, '\ufeff{"items":[]}'))], records: 0, requests: 1 },
  'A07 another key': { acts: [json({ data: [{ id: 1 }] })], records: 0, error: 'OneResponseError/no_records', says: /items/, requests: 1 },
  'A09 an object for a list': {
    acts: [json({ items: { id: 1 } })],
    endpoint: LINKED,
    records: 0,
    error: 'OneResponseError/no_records',
    says: /items/,
    requests: 1,
  },
  'A11 records that are none': {
    acts: [json({ items: [1, null, { id: 2 }] })],
    records: 0,
    error: 'OneRecordError/invalid_record',
    requests: 1,
  },
  'A13 cursors in a circle of three': {
    acts: ['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a'].map((next, id) => json({ items: [{ id }], cursors: { next } })),
    endpoint: { paginator: { type: 'cursor' } },
    records: 5,
    error: 'OnePaginationError/no_progress',
    requests: 6,
  },
  'A15 a relative link': {
    acts: [json({ items: [{ id: 1 }], next: '?page=2' }), json({ items: [{ id: 2 }] })],
    endpoint: LINKED,
    records: 2,
    requests: 2,
  },
  'A17 a link that leaves': {
    acts: [json({ items: [{ id: 1 }], next: '/\\evil.example/x' })],
    endpoint: LINKED,
    records: 0,
    error: 'OnePaginationError/refused_link',
    requests: 1,
  },
  'A19 an empty link': { acts: [json({ items: [{ id: 1 }], next: '' })], endpoint: LINKED, records: 1, requests: 1 },
  'A23 a total that is no number': {
    acts: [json({ items: [{ id: 1 }], total: '250x' })],
    endpoint: { paginator: { type: 'offset', limit: 10, total_path: 'total' } },
    records: 0,
    error: 'OneResponseError/invalid_page',
    says: /total/,
    requests: 1,
  },
  'A25 null where none may be': {
    acts: [json({ items: [{ id: null }] })],
    records: 0,
    error: 'OneRecordError/invalid_record',
    says: /id/,
    requests: 1,
  },
  'A27 a new field': { acts: [json({ items: [{ id: 1, new_field: true }] })], records: 1, requests: 1 },
  'A29 a redirect that leaves': {
    acts: [status(302, { location: 'https://evil.example/' })],
    records: 0,
    error: 'OneResponseError/refused_redirect',
    requests: 1,
  },
  'A31 not found': { acts: [status(404)], records: 0, error: 'OneHttpError/http_status', says: /404/, requests: 1 },
  'A32 a refusal of a URL that is longer than a message': {
    acts: [status(403, {}, '{"message":"no such field"}')],
    endpoint: { ...PAGED, params: { fields: 'a,'.repeat(700) } },
    records: 0,
    error: 'OneHttpError/http_status',
    says: / answered 403: no such field/,
    requests: 1,
  },
  'A33 Retry-After that says nothing': {
    acts: [status(429, { 'retry-after': 'soon' })],
    records: 0,
    error: 'OneRateLimitedError/rate_limited',
    requests: 4,
  },
  'A35 a limit that passes': { acts: [status(429, { 'retry-after': '2' }), json({ items: [] })], records: 0, requests: 2 },
  'A39 a cursor that is null': {
    acts: [json({ items: [{ id: 1, updated_at: null }] })],
    endpoint: { incremental: { cursor_path: 'updated_at', start_param: 'since', initial_value: '2024-01-01T00:00:00Z' } },
    resource: { fields: { id: 'integer', updated_at: 'datetime' } },
    records: 0,
    error: 'OneRecordError/invalid_record',
    says: /updated_at/,
    requests: 1,
  },
  'A41 a token that was not granted': {
    acts: [status(200, {}, '{"error":"invalid_client"}')],
    client: (origin) => ({ auth: { type: 'oauth2_client_credentials', access_token_url: `${origin}/token` } }),
    options: { clientId: 'canary-id', clientSecret: 'canary-secret' },
    records: 0,
    error: 'OneAuthError/invalid_token',
    requests: 1,
  },
  'A42 a media type in other cases': {
    acts: [status(200, { 'content-type': 'Application/JSON' }, '{"items":[{"id":1}]}')],
    records: 1,
    requests: 1,
  },
  'A43 bytes that are not UTF-8': {
    acts: [status(200, { 'content-type': 'application/json; charset=iso-8859-1' })].map(() =>
      send(answer(200, Buffer.from('{"items":["\xe9"]}', 'latin1'))),
    ),
    records: 0,
    error: 'OneResponseError/not_utf8',
    requests: 1,
  },
  'N04 a reset in the middle of a body': {
    acts: [sendAndReset(answer(200, '{"items":[{"id":1}]}').subarray(0, -8)), json({ items: [{ id: 1 }] })],
    records: 1,
    requests: 2,
  },
  'N06 chunks without an end': {
    acts: [sendAndClose(chunked('{"items":[]}', ''))],
    records: 0,
    error: 'OneNetworkError/network',
    requests: 4,
  },
  'N08 gzip that is none': {
    acts: [send(answer(200, 'not gzip at all', { 'content-encoding': 'gzip' }))],
    records: 0,
    error: 'OneResponseError/malformed_body',
    requests: 4,
  },
  'N10 a body that stops': {
    acts: [send(answer(200, '{"items":[]}').subarray(0, -3))],
    options: { timeoutMs: 150 },
    records: 0,
    error: 'OneTimeoutError/timeout',
    requests: 4,
  },
  'N14 what is not HTTP': {
    acts: [sendAndClose('220 mail.example.com ESMTP\r\n')],
    records: 0,
    error: 'OneNetworkError/network',
    requests: 1,
  },
  'N16 three refusals': { acts: [status(503), status(503), status(503), json({ items: [{ id: 1 }] })], records: 1, requests: 4 },
  'T01 a state that is text': {
    acts: [json({ items: [] })],
    state: 'not json',
    records: 0,
    error: 'OneStateError/invalid_state',
    requests: 0,
  },
  'T03 a state of another version': {
    acts: [json({ items: [] })],
    state: { ...STATE, v: 99 },
    records: 0,
    error: 'OneStateError/invalid_state',
    requests: 0,
  },
  'T05 a state of another paginator': {
    acts: [json({ items: [] })],
    endpoint: { paginator: { type: 'cursor' } },
    state: { ...STATE, shape: 'offset', next: { offset: 300 } },
    records: 0,
    error: 'OneStateError/invalid_state',
    requests: 0,
  },
  'T09 a state whose link leaves': {
    acts: [json({ items: [] })],
    endpoint: LINKED,
    state: { ...STATE, shape: 'json_link', next: { url: 'https://evil.example/x' } },
    records: 0,
    error: 'OneStateError/invalid_state',
    requests: 0,
  },
};

test.each(Object.entries(CASES))(
  '%s',
  async (_, { acts, endpoint = PAGED, client, resource, options, state, records, error, says, requests }) => {
    const server = await play(...acts);
    const make = await oneResource(server.url, endpoint, client?.(server.url), resource);
    const outcome = await read(make(options), { state });
    expect({ records: outcome.ids.length, error: told(outcome.error), requests: server.requests.length }).toEqual({
      records,
      error,
      requests,
    });
    if (says !== undefined) expect(String(outcome.error)).toMatch(says);
    expect(`${String(outcome.error)} ${JSON.stringify(outcome.error)}`).not.toMatch(/canary|Sign in/);
  },
);

test('N02 nobody listens', async () => {
  const make = await oneResource(await closedPort(), PAGED);
  const { error } = await read(make());
  expect(told(error)).toBe('OneNetworkError/network');
  expect(error).toMatchObject({ attempts: 1 });
  expect(String(error)).toMatch(/ECONNREFUSED/);
});

test('N12 https where the server speaks http', async () => {
  const server = await serve(() => ({ body: { items: [] } })); // Node's own: it hangs up on what is not HTTP
  const make = await oneResource(server.origin.replace('http:', 'https:'), PAGED);
  const { error } = await read(make());
  expect(told(error)).toBe('OneNetworkError/network');
  expect(server.asked).toHaveLength(0);
});

test.each([
  ['T07 a watermark in the future is brought back to now', '2999-01-01T00:00:00Z', undefined],
  ['T11 a watermark that is no time', Infinity, 'OneStateError/invalid_state'],
])('%s', async (_, watermark, error) => {
  const endpoint = { ...PAGED, incremental: { cursor_path: 'at', start_param: 'since', initial_value: '2024-01-01T00:00:00Z' } };
  const server = await play(json({ items: [{ id: 1, at: '2024-02-01T00:00:00Z' }] }), json({ items: [] }));
  const open = await oneResource(server.url, endpoint, {}, { fields: { id: 'integer', at: { type: 'datetime', nullable: false } } });
  const make = () => open({ wallClock: () => Date.parse('2026-03-01T00:00:00Z') });
  const states: unknown[] = [];
  for await (const page of make().pages()) states.push(page.state);
  const saved = JSON.stringify(states.at(-1));
  expect(saved).toContain('2024-02-01');
  const state: unknown = JSON.parse(saved, (_key, value: unknown) => (value === '2024-02-01T00:00:00Z' ? watermark : value));
  const after: unknown[] = [];
  const outcome = await read(
    {
      async *pages(options) {
        for await (const page of make().pages(options)) {
          after.push(page.state);
          yield page;
        }
      },
    },
    { state },
  );
  expect({ ids: outcome.ids, error: told(outcome.error) }).toEqual({ ids: [], error });
  if (error === undefined) {
    const { cursor, ...rest } = Object(state);
    expect(after).toEqual([{ ...rest, cursor: { ...cursor, start: '2026-03-01T00:00:00.000Z' } }]);
  }
});

/** The class and the code of an error. */
function told(error: unknown): string | undefined {
  return error instanceof Error ? `${error.name}/${String(Reflect.get(error, 'code'))}` : error === undefined ? undefined : String(error);
}
