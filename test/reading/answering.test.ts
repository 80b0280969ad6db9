import { beforeAll, describe, expect, test } from 'vitest';
import { filesFrom, specText } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';
import { answer, send, status, type page } from '../transport/acts.js';
import { play } from '../transport/server.js';

/** Answers that mean something else than their status says, from a real server. */

interface Page {
  readonly records: readonly unknown[];
  readonly state: { readonly next: unknown };
}
interface Resource {
  pages(options?: { readonly state?: unknown; readonly forgotten?: 'restart' }): AsyncIterable<Page>;
}
type Client = new (options: object) => Readonly<Record<string, Resource>>;

let AnsweringClient: Client;

beforeAll(async () => {
  const path = 'test/package/mutation/answering.yaml';
  const exported = await importPackage(await filesFrom(path, specText(path)));
  AnsweringClient = exported['AnsweringClient'] as Client;
});

async function read(
  resource: string,
  ...acts: readonly (typeof page)[]
): Promise<{ readonly pages: Page[]; readonly waits: number[]; readonly error?: unknown }> {
  const server = await play(...acts);
  const waits: number[] = [];
  const sleep = async (ms: number): Promise<void> => void waits.push(ms);
  const client = new AnsweringClient({ accessToken: 'canary-t0ken', token: 'canary-t0ken', baseUrl: server.url, sleep, random: () => 0 });
  const pages: Page[] = [];
  try {
    for await (const each of client[resource]?.pages() ?? []) pages.push(each);
    return { pages, waits };
  } catch (error) {
    return { pages, waits, error };
  }
}

const data = (...ids: readonly number[]): typeof page => send(answer(200, JSON.stringify({ data: ids.map((id) => ({ id })) })));

test('ignore ends the read with the pages so far', async () => {
  const { pages, error } = await read('reports', data(1, 2, 3), status(404));
  expect(error).toBeUndefined();
  expect(pages.flatMap(({ records }) => records)).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  expect(pages.at(-1)?.state.next).toBeNull();
});

test('an error inside a 200 is one, with what the user is told, and without the credential', async () => {
  const body = JSON.stringify({ data: [], errors: [{ message: 'no such field' }], token: 'canary-t0ken' });
  const { error, waits } = await read('results', send(answer(200, body)));
  expect(error).toMatchObject({ name: 'AnsweringHttpError', code: 'api_error', status: 200, attempts: 1 });
  expect(String(error)).toContain('The query was refused.');
  expect(JSON.stringify(error)).toContain('no such field');
  expect(JSON.stringify(error)).not.toContain('canary-t0ken');
  expect(waits).toEqual([]);
});

test.each([[{ errors: [] }], [{ errors: null }], [{ errors: false }], [{}]])('nothing is wrong with %j', async (more) => {
  const { pages, error } = await read('results', send(answer(200, JSON.stringify({ data: [{ id: 1 }], ...more }))));
  expect(error).toBeUndefined();
  expect(pages).toMatchObject([{ records: [{ id: 1 }] }]);
});

test('a position that a 200 says to be expired begins again, once', async () => {
  const found = (id: number, next: string | null): typeof page => send(answer(200, JSON.stringify({ data: [{ id }], next })));
  const expired = send(answer(200, '{"expired":{"after":"b"}}'));
  const server = await play(found(1, 'b'), expired, found(1, 'c'), found(2, null));
  const client = new AnsweringClient({ accessToken: 'canary-t0ken', token: 'canary-t0ken', baseUrl: server.url });
  const again: (Page & { readonly restarted?: true })[] = [];
  for await (const { state } of client['searches']?.pages() ?? []) {
    for await (const each of client['searches']?.pages({ state, forgotten: 'restart' }) ?? []) again.push(each);
    break; // the first read was cut off after its first page
  }
  expect(again.flatMap(({ records }) => records)).toEqual([{ id: 1 }, { id: 2 }]);
  expect(again.map(({ restarted }) => restarted)).toEqual([true, undefined]);
  expect(server.requests.map(({ target }) => target)).toEqual(['/searches', '/searches?after=b', '/searches', '/searches?after=c']);

  expect(await read('searches', expired)).toMatchObject({ error: { code: 'position_refused', status: 200, attempts: 1 } });
});

test('retry asks again, whatever the status', async () => {
  const { pages, waits } = await read('reports', send(answer(200, '{"error":{"code":7}}')), data(1), data());
  expect(pages[0]?.records).toEqual([{ id: 1 }]);
  expect(waits).toEqual([500]);
});

test('a rate limit of any status waits for as long as the API asks', async () => {
  const limited = status(403, { 'x-ratelimit-remaining': '0', 'retry-after': '7' });
  const { pages, waits } = await read('reports', limited, data(1), data());
  expect(pages[0]?.records).toEqual([{ id: 1 }]);
  expect(waits).toEqual([7000]);
});

test('a limit without Retry-After holds until the header says', async () => {
  const limited = status(429, {
    date: 'Sun, 01 Mar 2026 12:00:00 GMT',
    'x-ratelimit-reset': String(Date.UTC(2026, 2, 1, 12, 0, 9) / 1000),
  });
  const { pages, waits } = await read('plain', limited, data(1));
  expect(pages).toMatchObject([{ records: [{ id: 1 }] }]);
  expect(waits).toEqual([9000]);
});

test('resources of a client share its limit', async () => {
  const server = await play(data(1));
  const waits: number[] = [];
  const sleep = async (ms: number): Promise<void> => void waits.push(ms);
  const client = new AnsweringClient({ token: 'canary-t0ken', accessToken: 'canary-t0ken', baseUrl: server.url, sleep });
  await Promise.all(
    ['plain', 'results', 'plain', 'results', 'plain', 'results'].map(async (name) => {
      for await (const page of client[name]?.pages() ?? []) expect(page.records).toHaveLength(1);
    }),
  );
  expect(server.requests).toHaveLength(6);
  expect(waits).toHaveLength(1);
  expect(waits[0]).toBeGreaterThan(50_000); // the sixth in a minute waits for the first to be a minute old
});

test('a redirect takes a turn of the limit, and so does the second request after a token that died', async () => {
  const server = await play(status(307, { location: '/moved' }), data(1));
  let turns = 0;
  const waitForTurn = async (): Promise<void> => void turns++;
  const client = new AnsweringClient({ accessToken: 'canary-t0ken', token: 'canary-t0ken', baseUrl: server.url, waitForTurn });
  for await (const page of client['plain']?.pages() ?? []) expect(page.records).toEqual([{ id: 1 }]);
  expect(server.requests.map(({ target }) => target)).toEqual(['/plain', '/moved']);
  expect(turns).toBe(2);
});

describe('the retry of an endpoint', () => {
  test('has its own statuses, waits and number', async () => {
    expect(await read('slow', status(408), status(503), data(1))).toMatchObject({ pages: [{ records: [{ id: 1 }] }], waits: [5000, 7500] });
    expect(await read('slow', status(503))).toMatchObject({ error: { status: 503, attempts: 3 }, waits: [5000, 7500] });
    expect(await read('slow', status(500))).toMatchObject({ error: { status: 500, attempts: 1 }, waits: [] });
  });

  test('waits as long as it says for Retry-After', async () => {
    expect(await read('slow', status(503, { 'retry-after': '90' }), data(1))).toMatchObject({ waits: [90_000] });
    expect(await read('slow', status(503, { 'retry-after': '101' }))).toMatchObject({ error: { code: 'rate_limited', attempts: 1 } });
  });

  test('is not that of others', async () => {
    expect(await read('plain', status(418))).toMatchObject({ error: { status: 418, attempts: 1 } });
    expect(await read('plain', status(503, { 'retry-after': '90' }))).toMatchObject({ error: { code: 'rate_limited' } });
  });
});

test('ignore ends the read of one parent, and the next has its turn', async () => {
  const { pages, error } = await read('notes', data(1, 2), status(404), data(7));
  expect(error).toBeUndefined();
  expect(pages.flatMap(({ records }) => records)).toEqual([{ id: 7 }]);
});

test('403 without that header is an error', async () => {
  expect(await read('reports', status(403, { 'x-ratelimit-remaining': '1' }))).toMatchObject({ waits: [], error: { code: 'http_status' } });
});

test('fail is not tried again, even where the status would be', async () => {
  expect(await read('reports', status(503))).toMatchObject({ waits: [], error: { code: 'api_error', status: 503 } });
});

test('the action of one resource is not that of another', async () => {
  expect(await read('plain', status(404))).toMatchObject({ error: { code: 'http_status', status: 404 } });
});

describe('specs that cannot be', () => {
  test.each([
    ['a status as text', "[{ status_code: '404', action: ignore }]", 'spec/type'],
    ['a status as text in a list', "[{ status_code: ['404'], action: ignore }]", 'spec/type'],
    ['an unknown action', '[{ status_code: 404, action: skip }]', 'spec/enum'],
    ['no action', '[{ status_code: 404 }]', 'spec/missing-key'],
    ['no condition', '[{ action: ignore }]', 'spec/response-action'],
    ['a status that is none', '[{ status_code: 4040, action: ignore }]', 'spec/number'],
  ])('%s', async (_, actions, code) => {
    const text = `name: acme\nclient: { base_url: https://acme.example }\nresources:\n  - name: users\n    endpoint: { response_actions: ${actions} }\n`;
    expect((await diagnosticsOf(text)).filter(({ severity }) => severity === 'error')).toMatchObject([{ code }]);
  });
});
