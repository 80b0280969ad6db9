// Code generated from specs/directory.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/directory.yaml

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DirectoryAuthError, DirectoryClient, DirectoryHttpError, DirectoryTimeoutError } from '../src/index.ts';
import { api, collect, failure, hang, recording, times, type Answer, type Api } from './replay.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

const { answers, recorded, first } = recording('people');
const credentials = { clientId: 'test-client-id', clientSecret: 'test-client-secret' };

const open = (server: Api) => new DirectoryClient({ ...credentials, ...server }).people;
const read = (server: Api) => collect(open(server).pages());

const granted = (token: string, life?: number): Answer => ({
  status: 200,
  body: { access_token: token, expires_in: life },
});
const carried = (token: string) => `Bearer ${token}`;
const sentTokens = (server: Api) => server.requests.map(({ headers }) => headers['authorization']);

test('asks for a token like this, once for a whole read', async () => {
  const server = api(answers);
  await read(server);
  expect(server.tokenRequests).toEqual([
    {
      method: 'POST',
      url: 'https://api.example.com/oauth/token',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body: 'grant_type=client_credentials&client_id=test-client-id&client_secret=test-client-secret',
    },
  ]);
  expect(server.requests).toEqual(
    recorded.map((request) => ({
      ...request,
      headers: { ...request.headers, ...{ authorization: 'Bearer test-token' } },
    })),
  );
});

test('asks for one token, however many reads begin', async () => {
  const server = api([first, first, first]);
  const resource = open(server);
  await Promise.all(times(3, resource).map((each) => each.pages().next()));
  expect(server.tokenRequests).toHaveLength(1);
});

test.each([
  [100, 90],
  [undefined, 3240],
])('asks for a new token before one of %j seconds ends, after %i', async (life, renewal) => {
  const server = api([first, first, first], [granted('old', life), granted('new', life)]);
  const resource = open(server);
  await resource.pages().next();
  vi.setSystemTime(Date.now() + renewal * 1000 - 1);
  await resource.pages().next();
  vi.setSystemTime(Date.now() + 1);
  await resource.pages().next();
  expect(sentTokens(server)).toEqual([carried('old'), carried('old'), carried('new')]);
});

test('asks for one new token, however many reads need it', async () => {
  const server = api(times(4, first), [granted('old', 100), granted('new', 100), granted('newer', 100)]);
  const resource = open(server);
  await resource.pages().next();
  vi.setSystemTime(Date.now() + 90 * 1000);
  await Promise.all(times(3, resource).map((each) => each.pages().next()));
  expect(sentTokens(server)).toEqual(['old', 'new', 'new', 'new'].map(carried));
});

test('asks for a new token once when one is refused', async () => {
  const server = api([{ status: 401 }, ...answers], [granted('old'), granted('new')]);
  await read(server);
  expect(server.requests).toHaveLength(answers.length + 1);
  expect(sentTokens(server).slice(0, 2)).toEqual([carried('old'), carried('new')]);
  expect(server.waits).toEqual([]);

  const closed = api([{ status: 401 }, { status: 401 }]);
  const error = await failure(read(closed));
  expect(error).toBeInstanceOf(DirectoryHttpError);
  expect(error).toMatchObject({ status: 401, attempts: 1 });
  expect(closed.requests).toHaveLength(2);
});

test('asks for one new token when one is refused to several reads', async () => {
  const server = api(
    [{ status: 401 }, { status: 401 }, first, first],
    [granted('old'), granted('new'), granted('newer')],
  );
  const resource = open(server);
  await Promise.all(times(2, resource).map((each) => each.pages().next()));
  expect(sentTokens(server)).toEqual(['old', 'old', 'new', 'new'].map(carried));
});

test('goes on asking for a token when the read that began it is aborted', async () => {
  const abort = new AbortController();
  let grant = (_: Response): void => {};
  const server = api([first], [() => new Promise<Response>((resolve) => (grant = resolve))]);
  const resource = open(server);
  const aborted = failure(resource.pages({ signal: abort.signal }).next());
  const page = resource.pages().next();
  await vi.advanceTimersByTimeAsync(1);
  abort.abort();
  expect(await aborted).toBe(abort.signal.reason);
  grant(Response.json(granted('test-token').body));
  await page;
  expect(server.tokenRequests).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('waits for a token as long as for an answer, and no longer', async () => {
  const server = { ...api([], times(4, hang)), timeoutMs: 5 };
  const error = failure(read(server));
  await vi.advanceTimersByTimeAsync(4 * 5);
  expect(await error).toBeInstanceOf(DirectoryTimeoutError);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  [{}],
  [{ access_token: '' }],
  [{ access_token: 7 }],
  [{ access_token: 'two words' }],
  [{ access_token: 'token', expires_in: 'soon' }],
  [null],
])('does not take %j for a token, nor keeps it', async (body) => {
  const server = api([first], [{ status: 200, body }]);
  const resource = open(server);
  const error = await failure(resource.pages().next());
  expect(error).toBeInstanceOf(DirectoryAuthError);
  expect(error).toMatchObject({ code: 'invalid_token' });
  expect(server.requests).toEqual([]);
  await resource.pages().next();
  expect(server.tokenRequests).toHaveLength(2);
});

test('says what the token endpoint answers, without the secrets', async () => {
  const error = await failure(read(api([], [{ status: 400, bodyText: 'test-client-secret' }])));
  expect(error).toBeInstanceOf(DirectoryHttpError);
  expect(error).toMatchObject({ status: 400, body: '***' });
});

test('shows its token in no error', async () => {
  const error = await failure(read(api([{ status: 400, bodyText: 'no access with test-token' }])));
  expect(error).toMatchObject({ status: 400, body: 'no access with ***' });
});
