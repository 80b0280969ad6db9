// Code generated from specs/contact-center.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/contact-center.yaml

import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Secrets } from '../src/internal/redact.ts';
import {
  ContactCenterClient,
  ContactCenterHttpError,
  ContactCenterNetworkError,
  ContactCenterRateLimitedError,
  ContactCenterResponseError,
  ContactCenterTimeoutError,
  type AccountOverviewReadOptions,
} from '../src/index.ts';
import {
  api,
  bodyOf,
  credentials,
  disconnected,
  failure,
  hang,
  recording,
  signed,
  stall,
  times,
  type Step,
} from './replay.ts';

// Timers and the clock move only where a test moves them.
beforeEach(() => {
  vi.stubEnv('TZ', 'America/New_York');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const { requests, first: page } = recording('account-overview');
const [request] = requests;

/** Reads one page: every request of the client goes the same way. */
async function read(server: object, options?: AccountOverviewReadOptions): Promise<unknown> {
  const { value } = await new ContactCenterClient({
    ...credentials,
    startDate: '2026-01-01T00:00:00Z',
    wallClock: () => Date.parse('2100-01-01T00:00:00Z'),
    ...server,
  }).accountOverview
    .pages(options)
    .next();
  return value;
}

test.each([429, 500, 502, 503, 504])('asks again after %i', async (status) => {
  const server = api([{ status }, page]);
  await read(server);
  expect(server.requests).toEqual([request, request]);
  expect(server.waits).toEqual([1500]);
});

test.each([400, 401, 403, 404, 409, 501])('takes %i for an answer', async (status) => {
  const server = api([{ status }, page]);
  const error = await failure(read(server));
  expect(error).toBeInstanceOf(ContactCenterHttpError);
  expect(error).toMatchObject({ code: 'http_status', status, attempts: 1, retryAfterMs: 0 });
  expect(server.requests).toHaveLength(1);
});

test.each([
  ['5', 5250],
  ['4.5', 4725],
  ['60', 63000],
  ['Sun, 01 Mar 2026 12:00:05 GMT', 5250],
  ['Sunday, 01-Mar-26 12:00:05 GMT', 5250],
  ['Sun Mar  1 12:00:05 2026', 5250],
  ['0.5', 1500],
  ['1.8', 1890],
  ['soon', 1500],
  ['-5', 1500],
  ['5, 10', 1500],
  ['Sun, 01 Mar 2026 11:00:00 GMT', 1500],
])('waits as "Retry-After: %s" asks', async (value, wait) => {
  vi.setSystemTime('2026-03-01T12:00:00Z');
  const server = api([{ status: 503, headers: { 'retry-after': value } }, page]);
  await read(server);
  expect(server.waits).toEqual([wait]);
});

test('reads the date of Retry-After by the clock of the API', async () => {
  vi.setSystemTime('2026-03-01T12:00:00Z');
  const headers = { date: 'Sun, 01 Mar 2026 13:00:00 GMT', 'retry-after': 'Sun, 01 Mar 2026 13:00:05 GMT' };
  const server = api([{ status: 503, headers }, page]);
  await read(server);
  expect(server.waits).toEqual([5250]);
});

test('does not wait for more than 60 s', async () => {
  const server = api([{ status: 503, headers: { 'retry-after': '61' } }, page]);
  const error = await failure(read(server));
  expect(error).toBeInstanceOf(ContactCenterRateLimitedError);
  expect(error).toMatchObject({ code: 'rate_limited', status: 503, retryAfterMs: 61000, attempts: 1 });
  expect(server.waits).toEqual([]);
});

test('is rate-limited when every answer is 429', async () => {
  const error = await failure(read(api(times(4, { status: 429 }))));
  expect(error).toBeInstanceOf(ContactCenterRateLimitedError);
  expect(error).toMatchObject({ code: 'rate_limited', status: 429, attempts: 4 });
});

test('says why there is no connection', async () => {
  const server = api(times(4, disconnected('ETIMEDOUT')));
  const error = await failure(read(server));
  expect(error).toBeInstanceOf(ContactCenterNetworkError);
  expect(error).toMatchObject({ code: 'network', reason: 'ETIMEDOUT', attempts: 4 });
  expect(server.waits).toEqual([1500, 3000, 6000]);
});

test('keeps the error of a fetch that is at fault itself, and does not try it again', async () => {
  const broken = () => Promise.reject(new TypeError('no such function'));
  const error = await failure(read(api([broken, page])));
  expect(error).toBeInstanceOf(ContactCenterNetworkError);
  expect(error).toMatchObject({ code: 'network', reason: '', attempts: 1, cause: { message: 'no such function' } });
});

test('takes the number of retries from the caller, and tells a logger', async () => {
  const told: string[] = [];
  const tell = (message: string): void => void told.push(message);
  const answered = api([{ status: 503, headers: { 'x-request-id': 'r-1' } }, page]);
  const server = { ...answered, maxRetries: 0, logger: { debug: tell, info: tell, warn: tell } };
  expect(await failure(read(server))).toMatchObject({ status: 503, requestId: 'r-1', attempts: 1 });
  expect(told).toHaveLength(2); // what is asked, and what came of it
});

test('asks again where somebody answered before, and not where nobody ever did', async () => {
  const refused = disconnected('ECONNREFUSED');
  const resource = new ContactCenterClient({
    ...credentials,
    startDate: '2026-01-01T00:00:00Z',
    wallClock: () => Date.parse('2100-01-01T00:00:00Z'),
    ...api([refused, page, refused, page]),
  }).accountOverview;
  expect(await failure(resource.pages().next())).toMatchObject({
    code: 'network',
    reason: 'ECONNREFUSED',
    attempts: 1,
  });
  await resource.pages().next();
  await resource.pages().next();
});

test('does not ask again for a name that does not resolve', async () => {
  const error = await failure(read(api([disconnected('ENOTFOUND'), page])));
  expect(error).toMatchObject({ code: 'network', reason: 'ENOTFOUND', attempts: 1 });
});

test('does not ask again on a port that no fetch connects to', async () => {
  const refused = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('bad port') }));
  expect(await failure(read(api([refused, page])))).toMatchObject({ code: 'network', reason: 'bad port', attempts: 1 });
});

test('asks again at once when the API had closed an idle connection', async () => {
  const reset = disconnected('ECONNRESET');
  const server = api([reset, page, reset, reset, page]);
  const resource = new ContactCenterClient({
    ...credentials,
    startDate: '2026-01-01T00:00:00Z',
    wallClock: () => Date.parse('2100-01-01T00:00:00Z'),
    ...server,
  }).accountOverview;
  await resource.pages().next();
  await resource.pages().next();
  expect(server.waits).toEqual([1500, 25, 3000]);
});

test('notices when a body is cut off', async () => {
  const cut = { ...page, bodyText: JSON.stringify(bodyOf(page)).slice(0, -1) };
  const server = api([cut, page]);
  await read(server);
  expect(server.requests).toEqual([request, request]);
  const error = await failure(read(api(times(4, cut))));
  expect(error).toBeInstanceOf(ContactCenterResponseError);
  expect(error).toMatchObject({ code: 'malformed_body', attempts: 4 });
});

test('does not take a web page for an answer', async () => {
  const error = await failure(read(api([{ ...page, headers: { 'content-type': 'text/html' } }])));
  expect(error).toBeInstanceOf(ContactCenterResponseError);
  expect(error).toMatchObject({ code: 'not_json', attempts: 1 });
});

test('refuses an answer with more lists inside each other than a stack can hold', async () => {
  const error = await failure(read(api([{ ...page, bodyText: `${'['.repeat(6000)}${']'.repeat(6000)}` }])));
  expect(error).toBeInstanceOf(ContactCenterResponseError);
  expect(error).toMatchObject({ code: 'too_deep', attempts: 1 });
});

test('reads characters that arrive in pieces, and shows the first 500', async () => {
  const bytes = new TextEncoder().encode('é'.repeat(600));
  const pieces = new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7));
      controller.close();
    },
  });
  const error = await failure(read(api([async () => new Response(pieces, { status: 400 })])));
  expect(error).toMatchObject({ code: 'http_status', body: 'é'.repeat(500) });
});

test('refuses what is not UTF-8', async () => {
  const error = await failure(read(api([async () => new Response(new Uint8Array([0x22, 0xff, 0x22]))])));
  expect(error).toMatchObject({ code: 'not_utf8', attempts: 1 });
});

test('notices when a body is cut off inside a character', async () => {
  const cut = async () => new Response(new Uint8Array([0x5b, 0x5d, 0xc3]));
  expect(await failure(read(api(times(4, cut))))).toMatchObject({ code: 'malformed_body', attempts: 4 });
});

test('reads at most 64 MiB', async () => {
  const body = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(64 * 1024 * 1024 + 1)) });
  const error = await failure(read(api([async () => new Response(body)])));
  expect(error).toMatchObject({ code: 'body_too_large', attempts: 1 });
});

test('takes 204 for a page without records', async () => {
  expect(await read(api([{ status: 204 }]))).toMatchObject({ records: [] });
});

test.each<[string, Step]>([
  ['an answer', hang],
  ['the rest of a body', stall],
  ['an answer that is deaf to all signals', () => new Promise(() => undefined)],
  ['the rest of a body that is deaf to all signals', async () => new Response(new ReadableStream())],
])('waits for %s 60 s, and no longer', async (_, silent) => {
  const server = api(times(4, silent));
  const error = failure(read(server));
  for (let attempt = 1; attempt <= 4; attempt++) {
    await vi.advanceTimersByTimeAsync(60000 - 1);
    expect(server.requests).toHaveLength(attempt);
    await vi.advanceTimersByTimeAsync(1);
  }
  expect(await error).toBeInstanceOf(ContactCenterTimeoutError);
  expect(await error).toMatchObject({ code: 'timeout', attempts: 4 });
  expect(vi.getTimerCount()).toBe(0);
});

test('waits as long for an answer as timeoutMs says', async () => {
  const error = failure(read({ ...api(times(4, hang)), timeoutMs: 5 }));
  await vi.advanceTimersByTimeAsync(4 * 5);
  expect(await error).toBeInstanceOf(ContactCenterTimeoutError);
});

test('waits by a timer of its own where no sleep is given', async () => {
  const { fetch, random, requests } = api([{ status: 503 }, page]);
  const done = read({ fetch, random });
  await vi.advanceTimersByTimeAsync(1500 - 1);
  expect(requests).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  await done;
  expect(requests).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  ['before a request', []],
  ['during a request', [hang]],
  ['during a body', [stall]],
  ['during a wait', [{ status: 503 }]],
])('ends at once when it is aborted %s, and leaves nothing behind', async (_, steps: readonly Step[]) => {
  const abort = new AbortController();
  const { fetch, requests } = api([...steps, page]);
  if (steps.length === 0) abort.abort();
  const error = failure(read({ fetch }, { signal: abort.signal }));
  await vi.advanceTimersByTimeAsync(1);
  abort.abort();
  expect(await error).toBe(abort.signal.reason);
  expect(requests).toHaveLength(steps.length);
  expect(getEventListeners(abort.signal, 'abort')).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('leaves nothing behind after a page', async () => {
  const abort = new AbortController();
  await read(api([page]), { signal: abort.signal });
  expect(getEventListeners(abort.signal, 'abort')).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([301, 302, 303, 307, 308])('follows %i to another place of the API, signed anew', async (status) => {
  const server = api([{ status, headers: { location: '/moved?to=here' } }, page]);
  await read(server);
  expect(server.requests).toEqual([
    request,
    signed({ method: 'GET', url: 'https://api.example.com/moved?to=here', headers: request?.headers ?? {} }),
  ]);
});

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  'http://api.example.com',
  'https://api.example.com:8443/',
])('does not follow a redirect to %s', async (location) => {
  const server = api([{ status: 302, headers: { location } }, page]);
  const error = await failure(read(server));
  expect(error).toBeInstanceOf(ContactCenterResponseError);
  expect(error).toMatchObject({ code: 'refused_redirect', attempts: 1 });
  expect(server.requests).toHaveLength(1);
});

test('does not follow a redirect to nowhere', async () => {
  expect(await failure(read(api([{ status: 302 }, page])))).toMatchObject({ code: 'refused_redirect', attempts: 1 });
});

test('does not follow redirects in a circle', async () => {
  const server = api(times(9, { status: 302, headers: { location: '/again' } }));
  expect(await failure(read(server))).toMatchObject({ code: 'refused_redirect', attempts: 1 });
  expect(server.requests).toHaveLength(6);
});

/** A secret in the ways that servers echo it. */
function echoes(secret: string): string[] {
  const percent = encodeURIComponent(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = btoa(secret).replaceAll('=', '');
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const form = new URLSearchParams({ secret }).toString().slice('secret='.length);
  const codes = [...secret].map((sign) => sign.charCodeAt(0));
  const hex = codes.map((code) => code.toString(16)).join('');
  return [
    secret,
    percent,
    percent.toLowerCase(),
    encodeURIComponent(percent),
    form,
    json,
    json.replaceAll('/', '\\/'),
    codes.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join(''),
    html,
    codes.map((code) => `&#${code};`).join(''),
    base64,
    base64.replaceAll('+', '-').replaceAll('/', '_'),
    hex,
  ];
}

test.each(['apiKey'])('shows %s in no error', async (option) => {
  const forms = echoes('k+/"e?>>?>>~&<*');
  const error = await failure(read({ ...api([{ status: 400, bodyText: forms.join(' ') }]), [option]: forms[0] }));
  expect(error).toMatchObject({
    url: 'https://api.example.com/v1/account_overview?since=2026-01-01T00%3A00%3A00Z&limit=100&offset=0',
    body: forms.map(() => '***').join(' '),
  });
  const broken = async (): Promise<Response> => Promise.reject(new Error(`cannot send ${forms.join(' ')}`));
  const failed = await failure(read({ ...api([broken]), [option]: forms[0] }));
  expect(failed).toMatchObject({ cause: { message: `cannot send ${forms.map(() => '***').join(' ')}` } });
  for (const form of forms) expect(inspect([error, failed], { depth: 9, showHidden: true })).not.toContain(form);
});

test('shows nothing of a secret that begins like another', () => {
  for (const keys of [
    ['key', 'key-2'],
    ['key-2', 'key'],
  ]) {
    const secrets = new Secrets();
    for (const key of keys) secrets.add(key.replace('-', '_'), key);
    expect(secrets.redact('key-2')).toBe('***');
  }
});

test('shows nothing of a secret with a space as a form has it, nor where a text is cut', () => {
  const secrets = new Secrets();
  secrets.add('apiKey', 'two words');
  expect(secrets.redact('two+words')).toBe('***');
  const before = '.'.repeat(498);
  expect(secrets.redact(`${before}two words`, 500)).toBe(`${before}**`);
});

test.each(['apiKey'])('refuses a value of %s that no request can carry', (option) => {
  for (const value of ['', 'two words', 'two\nlines', 'é']) {
    expect(
      () =>
        new ContactCenterClient({
          ...credentials,
          startDate: '2026-01-01T00:00:00Z',
          wallClock: () => Date.parse('2100-01-01T00:00:00Z'),
          [option]: value,
        }),
    ).toThrow(new TypeError(`${option}: expected a text of visible ASCII characters without spaces`));
  }
});

test('asks where baseUrl says', async () => {
  const server = api([{ status: 404 }]);
  await failure(read({ ...server, baseUrl: 'http://localhost:8080/proxy' }));
  expect(server.requests[0]?.url).toBe(request?.url.replace('https://api.example.com', 'http://localhost:8080/proxy'));
});
