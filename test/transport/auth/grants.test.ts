import { createPublicKey, verify } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { testPrivateKey } from '../../../generator/auth/test-keys.js';
import { serve, type Asked, type Reply } from '../../support/loopback.js';
import { oneResource, read, things } from '../../support/one-resource.js';

/** Ways to ask for a token beside a client's secret: by a real server that looks at what it is asked. */

const withTokens = (token: (asked: Asked) => Reply) =>
  serve((asked) =>
    asked.url.pathname === '/token'
      ? token(asked)
      : { status: asked.headers['authorization'] === 'Bearer t0ken' ? 200 : 401, body: { items: things(0, 1) } },
  );
const granting = () => withTokens(() => ({ body: { access_token: 't0ken' } }));
const formOf = ({ body }: Asked): object => Object.fromEntries(new URLSearchParams(body));

/** The parts of a token that is signed with this key. */
function saidBy(assertion: string, privateKey: string): readonly [header: object, claims: { readonly iat: number; readonly exp: number }] {
  const [header = '', claims = '', signature = ''] = assertion.split('.');
  const key = { key: createPublicKey(privateKey), dsaEncoding: 'ieee-p1363' } as const;
  if (!verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'))) throw new Error('a wrong signature');
  return JSON.parse(`[${[header, claims].map((part) => Buffer.from(part, 'base64url').toString()).join()}]`) as never;
}

test('a public client has no secret, and sends none', async () => {
  const { origin, asked } = await granting();
  const auth = { type: 'oauth2_refresh_token', access_token_url: `${origin}/token`, client_secret: null, rotating: false };
  const client = await oneResource(origin, {}, { auth });
  expect((await read(client({ clientId: 'app', refreshToken: 'r' }))).ids).toEqual([0]);
  expect(formOf(asked[0] ?? ({} as Asked))).toEqual({ grant_type: 'refresh_token', refresh_token: 'r', client_id: 'app' });
});

test('how long a token lives may be text', async () => {
  const { origin, asked } = await withTokens(() => ({ body: { access_token: 't0ken', expires_in: '3600' } }));
  const client = await oneResource(origin, {}, { auth: { type: 'oauth2_client_credentials', access_token_url: `${origin}/token` } });
  const resource = client({ clientId: 'a', clientSecret: 'b' });
  expect([(await read(resource)).ids, (await read(resource)).ids]).toEqual([[0], [0]]);
  expect(asked.filter(({ url }) => url.pathname === '/token')).toHaveLength(1);
});

describe('the password of a user', () => {
  test('is what a token is asked for with, with or without a client', async () => {
    const { origin, asked } = await granting();
    const auth = { type: 'oauth2_password', access_token_url: `${origin}/token`, scopes: 'read' };
    const named = await oneResource(origin, {}, { auth: { ...auth, client_secret: null } });
    const nobody = await oneResource(origin, {}, { auth: { ...auth, client_id: null } });
    await read(named({ clientId: 'app', username: 'mé', password: 'p w' }));
    await read(nobody({ username: 'me', password: 'pw' }));
    expect(asked.filter(({ url }) => url.pathname === '/token').map(formOf)).toEqual([
      { grant_type: 'password', username: 'mé', password: 'p w', client_id: 'app', scope: 'read' },
      { grant_type: 'password', username: 'me', password: 'pw', scope: 'read' },
    ]);
  });

  test('stands in no error', async () => {
    const { origin } = await withTokens(({ body }) => ({ status: 400, text: body }));
    const client = await oneResource(
      origin,
      {},
      { auth: { type: 'oauth2_password', access_token_url: `${origin}/token`, client_authentication: 'basic' } },
    );
    const { error } = await read(client({ clientId: 'app', clientSecret: 's3cr3t!', username: 'me', password: 'hünter 2' }));
    const shown = inspect(error, { depth: Infinity, showHidden: true });
    for (const secret of ['hünter', 'h%C3%BCnter', 's3cr3t']) expect(shown).not.toContain(secret);
    expect(error).toMatchObject({ status: 400 });
  });
});

describe.each(['RS256', 'ES256'] as const)('an assertion signed by %s', (algorithm) => {
  const privateKey = testPrivateKey(algorithm);
  const config = { email: 'string', user: { type: 'string', optional: true } };

  test('is what a service account is granted a token for', async () => {
    const { origin, asked } = await granting();
    const client = await oneResource(
      origin,
      {},
      {
        auth: {
          type: 'oauth2_jwt_bearer',
          access_token_url: `${origin}/token`,
          algorithm,
          issuer: '{config.email}',
          subject: '{config.user}',
          scopes: 'a b',
          key_id: 'k1',
          lifetime: 600,
          claims: { box_sub_type: 'enterprise' },
        },
      },
      {},
      { config },
    );
    for (const user of [undefined, 'me@example.com'])
      expect((await read(client({ privateKey: privateKey.replaceAll('\n', '\\n'), email: 'robot@example.com', user }))).ids).toEqual([0]);
    const forms = asked.filter(({ url }) => url.pathname === '/token').map(({ body }) => new URLSearchParams(body));
    expect(forms.map((form) => [...form.keys()])).toEqual([
      ['grant_type', 'assertion'],
      ['grant_type', 'assertion'],
    ]);
    expect(forms[0]?.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const said = forms.map((form) => saidBy(form.get('assertion') ?? '', privateKey));
    const claims = { iss: 'robot@example.com', aud: `${origin}/token`, scope: 'a b', box_sub_type: 'enterprise' };
    expect(said).toMatchObject([
      [{ alg: algorithm, typ: 'JWT', kid: 'k1' }, claims],
      [{}, { ...claims, sub: 'me@example.com' }],
    ]);
    expect(said[0]?.[1]).not.toHaveProperty('sub');
    expect(said.map(([, { iat, exp }]) => [exp - iat, Math.abs(iat * 1000 - Date.now()) < 60_000])).toEqual([
      [600, true],
      [600, true],
    ]);
  });

  test('says who a client is', async () => {
    const { origin, asked } = await granting();
    const auth = {
      type: 'oauth2_jwt_bearer',
      access_token_url: `${origin}/token`,
      algorithm,
      assertion: 'client',
      scopes: 'system/*.read',
    };
    const client = await oneResource(origin, {}, { auth });
    expect((await read(client({ clientId: 'app', privateKey }))).ids).toEqual([0]);
    const { client_assertion: assertion, ...form } = formOf(asked[0] ?? ({} as Asked)) as { client_assertion: string };
    expect(form).toEqual({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_id: 'app',
      scope: 'system/*.read',
    });
    expect(saidBy(assertion, privateKey)[1]).toMatchObject({ iss: 'app', sub: 'app', aud: `${origin}/token` });
  });

  test('stands in no error, nor does its key', async () => {
    const { origin } = await withTokens(({ body }) => ({ status: 400, text: `${body} ${privateKey} ${encodeURIComponent(privateKey)}` }));
    const auth = { type: 'oauth2_jwt_bearer', access_token_url: `${origin}/token`, algorithm, issuer: 'me' };
    const client = await oneResource(origin, {}, { auth });
    const { error } = await read(client({ privateKey }));
    const shown = inspect(error, { depth: Infinity, showHidden: true, maxStringLength: Infinity });
    for (const secret of privateKey.split('\n').slice(1, -2)) expect(shown).not.toContain(secret);
    expect(shown).not.toContain('eyJ');
    expect(error).toMatchObject({ status: 400 });
  });

  test('cannot be made with another key, which is not shown', async () => {
    const { origin, asked } = await granting();
    const client = await oneResource(
      origin,
      {},
      { auth: { type: 'oauth2_jwt_bearer', access_token_url: `${origin}/token`, algorithm, issuer: 'me' } },
    );
    const { error } = await read(client({ privateKey: testPrivateKey(algorithm === 'RS256' ? 'ES256' : 'RS256') }));
    expect(error).toMatchObject({
      code: 'invalid_token',
      message: expect.stringContaining(`the private key is none that signs by ${algorithm}`) as string,
    });
    expect(inspect(error, { depth: Infinity })).not.toContain('MI');
    expect(() => client({ privateKey: '-----BEGIN RSA PRIVATE KEY-----\nhunter2' })).toThrow(
      /^privateKey: expected a private key in PEM (?!.*hunter2)/,
    );
    expect(asked).toEqual([]);
  });
});

test('a session is logged in to by GET, its credentials in the query or in a header', async () => {
  const { origin, asked } = await serve(({ url, headers }) =>
    url.pathname === '/login'
      ? { body: { token: 't0ken' }, status: url.searchParams.get('pw') === 'p&w' || headers['authorization'] !== undefined ? 200 : 403 }
      : { status: headers['authorization'] === 'Bearer t0ken' ? 200 : 401, body: { items: things(0, 1) } },
  );
  const query = await oneResource(
    origin,
    {},
    {
      auth: {
        type: 'session_token',
        login_url: `${origin}/login`,
        method: 'GET',
        params: { user: '{username}', pw: '{password}', v: '2' },
      },
    },
  );
  const header = await oneResource(
    origin,
    {},
    {
      auth: {
        type: 'session_token',
        login_url: `${origin}/login`,
        method: 'GET',
        credentials: ['api_key'],
        headers: { Authorization: 'ApiKey {api_key}' },
      },
    },
  );
  expect((await read(query({ username: 'me', password: 'p&w' }))).ids).toEqual([0]);
  expect((await read(header({ apiKey: 'k3y' }))).ids).toEqual([0]);
  expect(asked.filter(({ url }) => url.pathname === '/login').map(({ method, url, body }) => [method, url.search, body])).toEqual([
    ['GET', '?user=me&pw=p%26w&v=2', ''],
    ['GET', '', ''],
  ]);
  const { error } = await read(query({ username: 'me', password: 'wr&ng' }));
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toMatch(/wr(&|%26)ng/);
  expect(error).toMatchObject({ status: 403 });
});
