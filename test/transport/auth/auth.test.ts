import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { serve, type Asked, type Reply } from '../../support/loopback.js';
import { oneResource, read, things, type Resource } from '../../support/one-resource.js';
import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';

/** How requests are signed, against a real server, where something goes wrong. */

const authorizations = (asked: readonly Asked[]): readonly unknown[] =>
  asked.filter(({ url }) => url.pathname === '/things').map(({ headers }) => headers['authorization']);
const tokenRequests = (asked: readonly Asked[]): readonly URLSearchParams[] =>
  asked.filter(({ url }) => url.pathname === '/token').map(({ body }) => new URLSearchParams(body));

/** An API with a token endpoint: `token` answers it, `api` the rest. */
const withTokens = (
  token: (index: number) => Reply | Promise<Reply>,
  api: (asked: Asked) => Reply = () => ({ body: { items: things(0, 1) } }),
) => {
  let tokens = 0;
  return serve((asked) => (asked.url.pathname === '/token' ? token(tokens++) : api(asked)));
};

describe('credentials', () => {
  test('go to a header by a template, to a cookie, to Basic', async () => {
    const { origin, asked } = await serve(() => ({ body: { items: [] } }));
    const header = await oneResource(origin, {}, { auth: { type: 'api_key', value: 'Token {api_key}' } });
    const cookie = await oneResource(origin, {}, { auth: { type: 'api_key', name: 'sid', location: 'cookie' } });
    const basic = await oneResource(origin, {}, { auth: 'http_basic' });
    await read(header({ apiKey: 'k3y' }));
    await read(cookie({ apiKey: 'k3y' }));
    await read(basic({ username: 'jürgen', password: '' }));
    expect(asked.map(({ headers }) => [headers['authorization'], headers['cookie']])).toEqual([
      ['Token k3y', undefined],
      [undefined, 'sid=k3y'],
      [`Basic ${Buffer.from('jürgen:').toString('base64')}`, undefined],
    ]);
  });

  test('that a request cannot carry are refused before there is one, and not shown', async () => {
    const cookie = await oneResource('http://127.0.0.1:9', {}, { auth: { type: 'api_key', name: 'sid', location: 'cookie' } });
    const basic = await oneResource('http://127.0.0.1:9', {}, { auth: 'http_basic' });
    expect(() => cookie({ apiKey: 'a;b=hunter2' })).toThrow('apiKey: expected a text without quotes, commas, semicolons and backslashes');
    expect(() => basic({ username: 'a:hunter2', password: 'b' })).toThrow('username: expected a text without colons');
    expect(() => basic({ username: 'a', password: 'hunter2\n' })).toThrow('password: expected a text without control characters');
  });

  test('are hidden in errors as they are echoed: as text, as the header, by byte', async () => {
    const password = 'pä/"w+<s&ö';
    const basic = Buffer.from(`me:${password}`).toString('base64');
    const forms = [
      password,
      basic,
      basic.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
      encodeURIComponent(password),
      encodeURIComponent(encodeURIComponent(password)),
      JSON.stringify(password),
      [...password].map((sign) => `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`).join(''),
      [...password].map((sign) => `&#x${sign.charCodeAt(0).toString(16)};`).join(''),
    ];
    const { origin } = await serve(() => ({ status: 400, body: forms.join(' | ') }));
    const client = await oneResource(origin, {}, { auth: 'http_basic' });
    const { error } = await read(client({ username: 'me', password }));
    const shown = inspect(error, { depth: Infinity, showHidden: true });
    for (const form of forms) expect(shown).not.toContain(form.replace(/^"|"$/g, ''));
    expect(shown.match(/\*\*\*/g)?.length).toBeGreaterThanOrEqual(forms.length);
  });

  test('of two of which one begins with the other, neither shows its end', async () => {
    const { origin } = await withTokens(() => ({ status: 400, body: 'abc and abcdef' }));
    const client = await oneResource(
      origin,
      {},
      { auth: { type: 'oauth2_refresh_token', access_token_url: `${origin}/token`, rotating: false } },
    );
    const { error } = await read(client({ clientId: 'id', clientSecret: 'abc', refreshToken: 'abcdef' }));
    expect(error).toMatchObject({ status: 400, body: '"*** and ***"' });
  });
});

describe('tokens', () => {
  const auth = (origin: string, more: object = {}) => ({
    auth: { type: 'oauth2_client_credentials', access_token_url: `${origin}/token`, ...more },
  });
  const credentials = { clientId: 'client:1', clientSecret: 's3cr+t/%' };

  test('are asked for with Basic, scopes, audience and further fields', async () => {
    const { origin, asked } = await withTokens(() => ({ body: { access_token: 't' } }));
    const client = await oneResource(
      origin,
      {},
      auth(origin, { client_authentication: 'basic', scopes: 'a b', audience: 'me', access_token_request_data: { tenant: 'x y' } }),
    );
    expect((await read(client(credentials))).ids).toEqual([0]);
    expect(tokenRequests(asked).map((form) => [...form])).toEqual([
      [
        ['grant_type', 'client_credentials'],
        ['scope', 'a b'],
        ['audience', 'me'],
        ['tenant', 'x y'],
      ],
    ]);
    expect(asked[0]?.headers['authorization']).toBe(`Basic ${btoa('client%3A1:s3cr%2Bt%2F%25')}`);
  });

  test('that die in the middle are renewed once for all reads, and none is lost', async () => {
    let valid = 'token0';
    const { origin, asked } = await withTokens(
      (index) => ({ body: { access_token: (valid = `token${index}`) } }),
      ({ headers, url }) => {
        const page = Number(url.searchParams.get('page'));
        if (headers['authorization'] !== `Bearer ${valid}`) return { status: 401 };
        if (page === 1) valid = valid === 'token0' ? 'none' : valid;
        return { body: { items: page < 3 ? things(page, 1) : [] } };
      },
    );
    const client = await oneResource(origin, { paginator: 'page_number' }, auth(origin));
    const resource = client(credentials);
    const reads = await Promise.all([read(resource), read(resource), read(resource)]);
    expect(reads).toEqual(Array.from({ length: 3 }, () => ({ ids: [0, 1, 2], error: undefined })));
    expect(tokenRequests(asked)).toHaveLength(2);
  });

  test('that are refused at once end the read after one more', async () => {
    const { origin, asked } = await withTokens(
      (index) => ({ body: { access_token: `token${index}` } }),
      () => ({ status: 401 }),
    );
    const client = await oneResource(origin, {}, auth(origin));
    expect(await read(client(credentials))).toMatchObject({ error: { status: 401, attempts: 1 } });
    expect(authorizations(asked)).toEqual(['Bearer token0', 'Bearer token1']);
  });

  test('that the endpoint cannot give yet are asked for again like pages', async () => {
    const { origin, asked } = await withTokens((index) => (index < 2 ? { status: 503 } : { body: { access_token: 't' } }));
    const client = await oneResource(origin, {}, auth(origin));
    expect((await read(client(credentials))).ids).toEqual([0]);
    expect(tokenRequests(asked)).toHaveLength(3);
  });

  test.each([
    ['a refusal with status 200', { body: { error: 'invalid_client' } }, { name: 'OneAuthError', code: 'invalid_token' }],
    ['a token of two lines', { body: { access_token: 'a\nb' } }, { name: 'OneAuthError', code: 'invalid_token' }],
    ['a redirect', { status: 302, headers: { location: '/elsewhere' } }, { name: 'OneHttpError', status: 302 }],
    ['a page', { headers: { 'content-type': 'text/html' }, body: 'log in' }, { name: 'OneResponseError', code: 'not_json' }],
  ])('are not taken from %s', async (_, reply: Reply, error) => {
    const { origin, asked } = await withTokens(() => reply);
    const client = await oneResource(origin, {}, auth(origin));
    const outcome = await read(client(credentials));
    expect(outcome).toMatchObject({ ids: [], error });
    expect(inspect(outcome.error, { depth: Infinity, showHidden: true })).not.toContain(credentials.clientSecret);
    expect(authorizations(asked)).toEqual([]);
  });

  test('are sent to no other origin that a page or a redirect names', async () => {
    const other = await serve(() => ({ body: { items: [] } }));
    const { origin } = await withTokens(
      () => ({ body: { access_token: 't' } }),
      ({ url }) =>
        url.search === '' ? { body: { items: things(0, 1), next: '?page=2' } } : { status: 302, headers: { location: other.origin } },
    );
    const client = await oneResource(origin, { paginator: 'json_link' }, auth(origin));
    expect(await read(client(credentials))).toMatchObject({ ids: [0], error: { code: 'refused_redirect' } });
    expect(other.asked).toEqual([]);
  });
});

test('a rotating refresh token is kept before it is used, even when the read that asked for it is aborted', async () => {
  const abort = new AbortController();
  const kept: string[] = [];
  const { origin, asked } = await withTokens(async (index) => {
    if (index === 0) {
      abort.abort();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { body: { access_token: `token${index}`, refresh_token: `refresh${index + 1}`, expires_in: 0 } };
  });
  const client = await oneResource(origin, {}, { auth: { type: 'oauth2_refresh_token', access_token_url: `${origin}/token` } });
  const resource = client({
    clientId: 'id',
    clientSecret: 'secret',
    refreshToken: 'refresh0',
    onRefreshToken: async (token: string) => void kept.push(token),
  });
  const [aborted, other] = await Promise.all([read(resource, { signal: abort.signal }), read(resource)]);
  expect(aborted.error).toBe(abort.signal.reason);
  expect(other.ids).toEqual([0]);
  await read(resource);
  expect(kept).toEqual(['refresh1', 'refresh2']);
  expect(tokenRequests(asked).map((form) => form.get('refresh_token'))).toEqual(['refresh0', 'refresh1']);
});

test('a session is opened by the login that the spec describes', async () => {
  const { origin, asked } = await withTokens(
    () => ({ body: { data: { sid: 'abc' } } }),
    ({ url }) => (url.searchParams.get('sid') === 'abc' ? { body: { items: things(0, 1) } } : { status: 401 }),
  );
  const client = await oneResource(
    origin,
    {},
    {
      auth: {
        type: 'session_token',
        login_url: `${origin}/token`,
        method: 'PUT',
        credentials: ['account', 'pass_word'],
        headers: { 'X-Account': '{account}' },
        json: { auth: { pw: '{pass_word}', kind: 'plain', tries: 1 }, of: ['{account}/all'] },
        token_path: 'data.sid',
        location: 'query',
        name: 'sid',
        value: '{token}',
      },
    },
  );
  expect((await read(client({ account: 'me', passWord: 'p"w' }))).ids).toEqual([0]);
  expect(asked[0]).toMatchObject({ method: 'PUT', headers: { 'x-account': 'me', 'content-type': 'application/json' } });
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ auth: { pw: 'p"w', kind: 'plain', tries: 1 }, of: ['me/all'] });
});

describe('an endpoint', () => {
  const spec = {
    name: 'own',
    resource_defaults: { primary_key: 'id', fields: { id: 'integer' }, endpoint: { data_selector: 'items' } },
    resources: [
      { name: 'shared', endpoint: {} },
      { name: 'open', endpoint: { auth: null } },
      { name: 'billing', endpoint: { auth: { type: 'api_key', name: 'X-Billing-Key', option: 'billing_key' } } },
    ],
  };
  const readAll = async (origin: string, auth: unknown, credentials: object): Promise<readonly string[]> => {
    const { OwnClient: Client } = await importPackage(
      await filesFrom('own.yaml', JSON.stringify({ ...spec, client: { base_url: origin, auth } })),
    );
    if (!isClient(Client)) throw new Error('the package exports no client');
    const client = new Client({ ...credentials, sleep: async () => undefined });
    const outcomes = [];
    for (const name of ['shared', 'open', 'billing'])
      outcomes.push(inspect((await read(client[name] ?? never())).error, { depth: Infinity, showHidden: true }));
    return outcomes;
  };
  const sent = (asked: readonly Asked[]) =>
    asked.filter(({ url }) => url.pathname !== '/token').map(({ headers }) => [headers['authorization'], headers['x-billing-key']]);

  test('is signed in its own way, or not at all', async () => {
    const { origin, asked } = await serve(() => ({ body: { items: things(0, 1) } }));
    await readAll(origin, 'bearer', { token: 'client-token', billingKey: 'billing-key' });
    expect(sent(asked)).toEqual([
      ['Bearer client-token', undefined],
      [undefined, undefined],
      [undefined, 'billing-key'],
    ]);
  });

  test('that is not signed needs no token, and one that is refused does not renew it', async () => {
    const { origin, asked } = await withTokens(
      () => ({ body: { access_token: 'fetched-token' } }),
      ({ url }) => (url.pathname === '/shared' ? { body: { items: [] } } : { status: 401 }),
    );
    const auth = { type: 'oauth2_client_credentials', access_token_url: `${origin}/token` };
    await readAll(origin, auth, { clientId: 'id', clientSecret: 'client-secret', billingKey: 'billing-key' });
    expect(sent(asked)).toEqual([
      ['Bearer fetched-token', undefined],
      [undefined, undefined],
      [undefined, 'billing-key'],
    ]);
    expect(tokenRequests(asked)).toHaveLength(1);
  });

  test('shows the secrets of none', async () => {
    const { origin } = await serve(() => ({ status: 400, body: 'client-token billing-key' }));
    for (const error of await readAll(origin, 'bearer', { token: 'client-token', billingKey: 'billing-key' })) {
      expect(error).toContain('*** ***');
      expect(error).not.toMatch(/client-token|billing-key/);
    }
  });
});

function never(): never {
  throw new Error('the client has no such resource');
}

function isClient(value: unknown): value is new (options: object) => Readonly<Record<string, Resource>> {
  return typeof value === 'function';
}
