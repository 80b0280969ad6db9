// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPublicKey, verify } from 'node:crypto';
import { RobotAuthError, RobotClient, RobotHttpError, RobotTimeoutError } from '../src/index.ts';
import { api, collect, failure, hang, recording, times, type Answer, type Api } from './replay.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

const { answers, recorded, first } = recording('things');
const credentials = {
  privateKey: [
    '-----BEGIN ',
    'PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC1d8PKCQCW98Ax\nFyIw3MzNh80fs7tdkhlK6vHDOtXyD/vDIgWYfigCfD3teiIbPWnvbAOlBkzDg/gj\nBJ5oSamJclkHMpFpqu2/WNmX2qtwPqE1rymwKoXEMjxnn3dEfxGadOxMVvXdKXvF\ni6SoG09+saScsR5bg1F8o9vyaFo2Ny3Y6FhPCMKIuqL7/mxelv5ANXM3nEz3kff8\nLg8OAhOSuX15vBCIl0VjQrnKjeuNiMMUXiHbg3z+bKbKh4hMqjzyNQEAslxfT1C9\nGkpLlSN4iJ9C0jCmFvRLMZFoWwl5R7kSkv4JuZpYiJP87qpWP03j2TF3kQ7CtGFT\n7G1HjQ6VAgMBAAECggEABjeKbmFFEyb9P2FMw1JJNPBmW2Pvsxq2gZ3PdxIMstyP\n0kVX3jvSOJWTlI923CqMNs7jSBPRbPBYP7DgkW+WnpYbjTbTCwT3XLMZT03HSlLm\n+H0eB0JJr2lOLvmkXyUgUAOZ9dqT1UYezquEUlsPK+a/njumL9ntoIDHoAQptQo7\no+DY8yhuptfXXmbyjKBGbS+4EL9E967oknpOIV2L9svrNzhVkTTnn4zK2Nb6Hfm5\njbG97XqRGcDRUl9iyANEi0L6XbGSVtphBDjqXi9r6l0W7K319mK4zDHfcBS8Qa48\n3jdtw/awbwUx2rC9owKGtqPdVfnBjFAqUtl2p01+6QKBgQDYSBKizB8HUnlOI3UX\nwGab1cT8W5MwoJQBMAlo5ZFA4Hlbx1qRFwwT7URYHoJzNTNSLhZacf6O8Wfrqcz+\nrz9W0RBkUic/OH38gjbh3wYIjVpb7NNkT331s+Ft8KSeSAq0G/lkSo23BMTAj2mO\nNdLdqeQEzYi+VLBAVRxSLMD8OQKBgQDWywOe/fscwHmTTNszi096G4WdUOxhz5v2\n7KcEUVpoyn4oAk1XP1Jf19TGypfjhyC7j/aVebXkS1bCO3iIJOxGYt9GNS2HihpY\nH6VJOoAZqRPy7BXQUWOHBhAEO1k6JT0SIzufdb+q69KMb5cHzYN5IR8M7aKMy24Q\nocxQffKdPQKBgQCeJx3Rg7fQz+M6Wz09cAjYPVo9Ou2H6nQv5iOLXAt6SGsVzNIS\nNKs1SxPl5/F2M1ni5yabXq5JcoeOUW1Ac3+6iUgWQ+jFFxcxdTqSslYkHNENVUFD\nIcm2yKG4lfaac424JJiaWNYGFeuV74i9X+hhBOFjDbTHkQANGu+Ju4YnKQKBgBqk\nadmRxVEGqs3TjajyEbSir0sZG4jyWHUjW4AUmzM+UrGhv3gf+Za7zb+up3Joc23w\naHSX+TDNC4DiIYw5kDkW0H0D4ZbbUXM20aioofUM3NWX5QjG36KC5P+xYNrufYm/\nZwjbcR/BSody2/fyzOj8a76Nx0jRfuB/QTmGtc49AoGABekUAs/gNrmhYarKkhom\n1Pqa6yU9xqikIoOpP1BVFMGhi3bEzZshPwczzdquaQWOe2zRXBqFi03Z/J858Yl4\ncF0lwJm+/MVmFQMKp4FrsAZrAfxmj2V3x3LSNIA6PZfqKge/X7ielTTl9pW7v/3L\n+pstoi/Big0D42kbmgXfORQ=\n-----END PRIVATE KEY-----\n',
  ].join(''),
};

const open = (server: Api) =>
  new RobotClient({ ...credentials, clientEmail: 'some-client-email', user: 'some-user', ...server }).things;
const read = (server: Api) => collect(open(server).pages());

const granted = (token: string, life?: number): Answer => ({
  status: 200,
  body: { access_token: token, expires_in: life },
});
const carried = (token: string) => `Bearer ${token}`;
/** Until a token has been asked for so often: to sign takes a moment. */
const asked = async (server: Api, count: number) => {
  while (server.tokenRequests.length < count) await new Promise((resolve) => setImmediate(resolve));
};
const sentTokens = (server: Api) => server.requests.map(({ headers }) => headers['authorization']);

test('asks for a token like this, once for a whole read', async () => {
  const server = api(answers);
  await read(server);
  expect(server.tokenRequests).toEqual([
    {
      method: 'POST',
      url: 'https://oauth2.example.com/token',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body: 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=test-assertion',
    },
  ]);
  expect(server.requests).toEqual(
    recorded.map((request) => ({
      ...request,
      headers: { ...request.headers, ...{ authorization: 'Bearer test-token' } },
    })),
  );
});

test('signs an assertion that holds for a while', async () => {
  const assertions: string[] = [];
  const server = api([first]);
  const fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    if (typeof init.body === 'string') assertions.push(new URLSearchParams(init.body).get('assertion') ?? '');
    return server.fetch(url, init);
  };
  await open({ ...server, fetch })
    .pages()
    .next();
  const [header = '', claims = '', signature = ''] = assertions[0]?.split('.') ?? [];
  const key = { key: createPublicKey(credentials.privateKey), dsaEncoding: 'ieee-p1363' } as const;
  expect(verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
  const now = Math.floor(Date.now() / 1000);
  const said = [header, claims].map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object);
  expect(said).toMatchObject([
    { alg: 'RS256', typ: 'JWT' },
    {
      ...{ iss: 'some-client-email', sub: 'some-user', aud: 'https://oauth2.example.com/token', scope: 'reports.read' },
      iat: now,
      exp: now + 60,
    },
  ]);
});

test('shows its assertion in no error', async () => {
  const fetch = async (_: unknown, { body }: RequestInit = {}): Promise<Response> =>
    new Response(new URLSearchParams(String(body)).get('assertion'), { status: 400 });
  expect(await failure(read({ ...api([]), fetch }))).toMatchObject({ status: 400, body: '***' });
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
  expect(error).toBeInstanceOf(RobotHttpError);
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
  await asked(server, 1);
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
  let isOver = false;
  void error.then(() => (isOver = true));
  while (!isOver || vi.getTimerCount() > 0) {
    await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(5);
  }
  expect(await error).toBeInstanceOf(RobotTimeoutError);
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
  expect(error).toBeInstanceOf(RobotAuthError);
  expect(error).toMatchObject({ code: 'invalid_token' });
  expect(server.requests).toEqual([]);
  await resource.pages().next();
  expect(server.tokenRequests).toHaveLength(2);
});

test('says what the token endpoint answers, without the secrets', async () => {
  const error = await failure(
    read(
      api(
        [],
        [
          {
            status: 400,
            bodyText:
              '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC1d8PKCQCW98Ax\nFyIw3MzNh80fs7tdkhlK6vHDOtXyD/vDIgWYfigCfD3teiIbPWnvbAOlBkzDg/gj\nBJ5oSamJclkHMpFpqu2/WNmX2qtwPqE1rymwKoXEMjxnn3dEfxGadOxMVvXdKXvF\ni6SoG09+saScsR5bg1F8o9vyaFo2Ny3Y6FhPCMKIuqL7/mxelv5ANXM3nEz3kff8\nLg8OAhOSuX15vBCIl0VjQrnKjeuNiMMUXiHbg3z+bKbKh4hMqjzyNQEAslxfT1C9\nGkpLlSN4iJ9C0jCmFvRLMZFoWwl5R7kSkv4JuZpYiJP87qpWP03j2TF3kQ7CtGFT\n7G1HjQ6VAgMBAAECggEABjeKbmFFEyb9P2FMw1JJNPBmW2Pvsxq2gZ3PdxIMstyP\n0kVX3jvSOJWTlI923CqMNs7jSBPRbPBYP7DgkW+WnpYbjTbTCwT3XLMZT03HSlLm\n+H0eB0JJr2lOLvmkXyUgUAOZ9dqT1UYezquEUlsPK+a/njumL9ntoIDHoAQptQo7\no+DY8yhuptfXXmbyjKBGbS+4EL9E967oknpOIV2L9svrNzhVkTTnn4zK2Nb6Hfm5\njbG97XqRGcDRUl9iyANEi0L6XbGSVtphBDjqXi9r6l0W7K319mK4zDHfcBS8Qa48\n3jdtw/awbwUx2rC9owKGtqPdVfnBjFAqUtl2p01+6QKBgQDYSBKizB8HUnlOI3UX\nwGab1cT8W5MwoJQBMAlo5ZFA4Hlbx1qRFwwT7URYHoJzNTNSLhZacf6O8Wfrqcz+\nrz9W0RBkUic/OH38gjbh3wYIjVpb7NNkT331s+Ft8KSeSAq0G/lkSo23BMTAj2mO\nNdLdqeQEzYi+VLBAVRxSLMD8OQKBgQDWywOe/fscwHmTTNszi096G4WdUOxhz5v2\n7KcEUVpoyn4oAk1XP1Jf19TGypfjhyC7j/aVebXkS1bCO3iIJOxGYt9GNS2HihpY\nH6VJOoAZqRPy7BXQUWOHBhAEO1k6JT0SIzufdb+q69KMb5cHzYN5IR8M7aKMy24Q\nocxQffKdPQKBgQCeJx3Rg7fQz+M6Wz09cAjYPVo9Ou2H6nQv5iOLXAt6SGsVzNIS\nNKs1SxPl5/F2M1ni5yabXq5JcoeOUW1Ac3+6iUgWQ+jFFxcxdTqSslYkHNENVUFD\nIcm2yKG4lfaac424JJiaWNYGFeuV74i9X+hhBOFjDbTHkQANGu+Ju4YnKQKBgBqk\nadmRxVEGqs3TjajyEbSir0sZG4jyWHUjW4AUmzM+UrGhv3gf+Za7zb+up3Joc23w\naHSX+TDNC4DiIYw5kDkW0H0D4ZbbUXM20aioofUM3NWX5QjG36KC5P+xYNrufYm/\nZwjbcR/BSody2/fyzOj8a76Nx0jRfuB/QTmGtc49AoGABekUAs/gNrmhYarKkhom\n1Pqa6yU9xqikIoOpP1BVFMGhi3bEzZshPwczzdquaQWOe2zRXBqFi03Z/J858Yl4\ncF0lwJm+/MVmFQMKp4FrsAZrAfxmj2V3x3LSNIA6PZfqKge/X7ielTTl9pW7v/3L\n+pstoi/Big0D42kbmgXfORQ=\n-----END PRIVATE KEY-----\n',
          },
        ],
      ),
    ),
  );
  expect(error).toBeInstanceOf(RobotHttpError);
  expect(error).toMatchObject({ status: 400, body: '***' });
});

test('shows its token in no error', async () => {
  const error = await failure(read(api([{ status: 400, bodyText: 'no access with test-token' }])));
  expect(error).toMatchObject({ status: 400, body: 'no access with ***' });
});
