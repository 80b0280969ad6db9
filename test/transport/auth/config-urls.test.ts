import { describe, expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';
import { serve } from '../../support/loopback.js';
import { read, things, type Resource } from '../../support/one-resource.js';
import { diagnosticsOf } from '../../support/spec-diagnostics.js';

/** Options of the caller in URLs and token requests, against a real server. */

type Client = new (options: object) => { readonly things: Resource };

async function clientOf(client: object, config: object, endpoint: object = {}): Promise<(options: object) => Resource> {
  const spec = {
    name: 'one',
    config,
    client,
    resources: [{ name: 'things', primary_key: 'id', fields: { id: 'integer' }, endpoint: { data_selector: 'items', ...endpoint } }],
  };
  const exported = await importPackage(await filesFrom('one.yaml', JSON.stringify(spec)));
  const Made = exported['OneClient'] as Client;
  return (options) => new Made({ sleep: async () => undefined, ...options }).things;
}

const granting = () =>
  serve(({ url }) => (url.pathname.endsWith('/token') ? { body: { access_token: 'tok' } } : { body: { items: things(0, 1) } }));

describe('base_url', () => {
  test('has options in host and path, and the state is of the origin they make', async () => {
    const { origin, asked } = await granting();
    const { host } = new URL(origin);
    const client = await clientOf(
      { base_url: 'http://{config.host}/{config.tenant}/v{config.version}/' },
      { host: 'string', tenant: { type: 'string', default: 'main' }, version: 'integer' },
    );
    const resource = client({ host, version: 2 });
    const { value: page } = await resource.pages().next();
    expect(asked.map(({ url }) => url.href)).toEqual([`${origin}/main/v2/things`]);
    expect(page?.state).toMatchObject({ origin });
    const elsewhere = client({ host: 'localhost:1', version: 2 });
    expect((await read(elsewhere, { state: page?.state })).error).toMatchObject({ code: 'invalid_state' });
    expect(asked).toHaveLength(1);
    await read(client({ host, version: 2, tenant: 'a/b ?#' }));
    expect(asked[1]?.url.pathname).toBe('/a%2Fb%20%3F%23/v2/things');
  });

  test('may be an option as a whole, and credentials go to no other origin', async () => {
    const other = await serve(() => ({ body: { items: things(0, 1) } }));
    const { origin, asked } = await serve(() => ({ body: { items: things(0, 1), next: `${other.origin}/things?page=2` } }));
    const client = await clientOf(
      { base_url: '{config.url}/v1', auth: { type: 'api_key', name: 'X-Key' } },
      { url: 'string' },
      { paginator: { type: 'json_link' } },
    );
    const { ids, error } = await read(client({ url: `${origin}/`, apiKey: 'k3y' }));
    expect({ ids, error }).toMatchObject({ ids: [], error: { code: 'refused_link' } });
    expect(asked.map(({ url, headers }) => [url.pathname, headers['x-key']])).toEqual([['/v1/things', 'k3y']]);
    expect(other.asked).toEqual([]);
    for (const url of ['api.example.com', '//api.example.com', 'ftp://api.example.com', '', undefined])
      expect(() => client({ url, apiKey: 'k3y' })).toThrow('url: expected a URL that begins with https:// or http://');
    for (const url of ['http://api.example.com', 'https://me:pw@api.example.com', 'https://a.example?b'])
      expect(() => client({ url, apiKey: 'k3y' })).toThrow('base_url: its options make no URL of it that credentials may be sent to');
  });

  test('takes no host that is more than one', async () => {
    const client = await clientOf({ base_url: 'https://{config.domain}.example.com' }, { domain: 'string' });
    for (const domain of ['evil.example/', 'me@evil.example', 'evil.example?', 'evil.example#', '', '..', undefined])
      expect(() => client({ domain })).toThrow('domain: expected a host, or a part of one');
    expect(() => client({ domain: 'evil.example:80' })).toThrow('base_url: its options make no URL of it');
    expect(() => client({ domain: 'fine', baseUrl: 'https://other.example' })).not.toThrow();
  });
});

describe('token requests', () => {
  test.each([
    ['oauth2_client_credentials', { clientId: 'i', clientSecret: 's' }, 'grant_type=client_credentials&client_id=i&client_secret=s'],
    [
      'oauth2_refresh_token',
      { clientId: 'i', clientSecret: 's', refreshToken: 'r' },
      'grant_type=refresh_token&refresh_token=r&client_id=i&client_secret=s',
    ],
  ])('%s: the tenant is in the URL, scope, audience and further fields are filled in', async (type, credentials, grant) => {
    const { origin, asked } = await granting();
    const auth = {
      type,
      access_token_url: `${origin}/{config.tenant}/token`,
      scopes: '{config.scopes}',
      audience: 'aud-{config.tenant}',
      access_token_request_data: { resource: '{config.resource}', level: '{config.level}', query: '{a{b}}' },
      ...(type === 'oauth2_refresh_token' ? { rotating: false } : {}),
    };
    const client = await clientOf(
      { base_url: origin, auth },
      {
        tenant: 'string',
        scopes: { type: 'string', default: 'read write' },
        resource: { type: 'string', optional: true },
        level: 'integer',
      },
    );
    await read(client({ ...credentials, tenant: 'a/b', level: 3 }));
    expect(asked[0]?.url.pathname).toBe('/a%2Fb/token');
    expect(asked[0]?.body).toBe(`${grant}&scope=read+write&audience=aud-a%2Fb&level=3&query=%7Ba%7Bb%7D%7D`);
    expect(asked[1]?.headers['authorization']).toBe('Bearer tok');
    await read(client({ ...credentials, tenant: 't', level: 3, resource: 'r&s', scopes: 'x' }));
    expect([...new URLSearchParams(asked[2]?.body)]).toContainEqual(['resource', 'r&s']);
    expect(() => client({ ...credentials, tenant: '..', level: 3 })).toThrow('tenant: expected a text that can stand in a path');
  });

  test('of a session have options beside the credentials', async () => {
    const { origin, asked } = await serve(({ url }) => ({ body: url.pathname === '/things' ? { items: [] } : { token: 'tok' } }));
    const auth = {
      type: 'session_token',
      login_url: `${origin}/{config.tenant}/login`,
      headers: { 'X-Tenant': '{config.tenant}' },
      json: { user: '{username}@{config.tenant}', password: '{password}', filter: '{"a":{"b":"{config.tenant}"}}' },
    };
    const client = await clientOf({ base_url: origin, auth }, { tenant: 'string' });
    await read(client({ username: 'me', password: 'pw', tenant: 'acme' }));
    expect(asked[0]?.url.pathname).toBe('/acme/login');
    expect(asked[0]?.headers['x-tenant']).toBe('acme');
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ user: 'me@acme', password: 'pw', filter: '{"a":{"b":"acme"}}' });
  });
});

test('an option that is left out takes the header, form field or member with it that it stands in', async () => {
  const { origin, asked } = await granting();
  const config = { x: { type: 'string', optional: true } };
  const headers = { 'X-B': 'b{config.x}' };
  const json = await clientOf({ base_url: origin, headers: { 'X-A': '{config.x}' } }, config, {
    method: 'POST',
    headers,
    json: { a: '{config.x}', b: 'b{config.x}', c: ['{config.x}', 'c{config.x}', 1] },
  });
  const form = await clientOf({ base_url: origin }, config, { method: 'POST', data: { a: '{config.x}', b: 'b{config.x}', c: 1 } });
  for (const options of [{}, { x: 'X' }]) {
    await read(json(options));
    await read(form(options));
  }
  expect(asked.map(({ headers: sent, body }) => [sent['x-a'], sent['x-b'], body])).toEqual([
    [undefined, undefined, '{"c":[1]}'],
    [undefined, undefined, 'c=1'],
    ['X', 'bX', '{"a":"X","b":"bX","c":["X","cX",1]}'],
    [undefined, undefined, 'a=X&b=bX&c=1'],
  ]);
});

describe('is refused when generating', () => {
  const spec = (client: object, config: object = { x: 'string', list: 'list', maybe: { type: 'string', optional: true } }) =>
    JSON.stringify({
      name: 'one',
      config,
      client,
      resources: [{ name: 'things', endpoint: { paginator: 'single_page', data_selector: '$' } }],
    });
  const oauth2 = (more: object) => ({
    base_url: 'https://a.example',
    auth: { type: 'oauth2_client_credentials', access_token_url: 'https://a.example/token', ...more },
  });
  const session = (more: object) => ({
    base_url: 'https://a.example',
    auth: { type: 'session_token', login_url: 'https://a.example/l', json: { a: '{username}', b: '{password}' }, ...more },
  });

  test.each([
    ['an unknown option in base_url', { base_url: 'https://{config.y}.example' }, 'spec/unknown-option'],
    ['another placeholder in base_url', { base_url: 'https://{resources.p.id}.example' }, 'spec/placeholder'],
    ['a malformed one', { base_url: 'https://{ config.x }.example' }, 'spec/placeholder'],
    ['a word in braces', { base_url: 'https://{domain}.example' }, 'spec/placeholder'],
    ['an option before the scheme of which there is more to come', { base_url: '{config.x}.example.com' }, 'spec/placeholder'],
    ['a list', { base_url: 'https://{config.list}.example' }, 'spec/list-option'],
    ['one that may be left out', { base_url: 'https://{config.maybe}.example' }, 'spec/config-default'],
    ['a query', { base_url: 'https://a.example?x={config.x}' }, 'spec/url'],
    ['credentials in clear', { base_url: 'http://{config.x}.example', auth: 'bearer' }, 'spec/url-plain-http'],
    ['an unknown option in a token URL', oauth2({ access_token_url: 'https://a.example/{config.y}' }), 'spec/unknown-option'],
    ['one that may be left out of a token URL', oauth2({ access_token_url: 'https://a.example/{config.maybe}' }), 'spec/config-default'],
    ['an unknown option among the scopes', oauth2({ scopes: '{config.y}' }), 'spec/unknown-option'],
    ['a parent in the token data', oauth2({ access_token_request_data: { a: '{resources.p.id}' } }), 'spec/placeholder'],
    ['an unknown word in a login', session({ json: { a: '{username}', b: '{password}', c: '{usernam}' } }), 'spec/placeholder'],
    ['an unknown option in a login URL', session({ login_url: 'https://a.example/{config.y}' }), 'spec/unknown-option'],
    [
      'a placeholder in a page parameter',
      { base_url: 'https://a.example', paginator: { type: 'cursor', cursor_param: '{config.x}', cursor_path: 'c' } },
      'spec/placeholder',
    ],
    [
      'a placeholder in a link relation',
      { base_url: 'https://a.example', paginator: { type: 'header_link', links_next_key: '{config.x}' } },
      'spec/placeholder',
    ],
    [
      'a placeholder around a key',
      { base_url: 'https://a.example', auth: { type: 'api_key', value: '{config.x} {api_key}' } },
      'spec/placeholder',
    ],
  ])('%s', async (_, client, code) => {
    const errors = (await diagnosticsOf(spec(client))).filter(({ severity }) => severity === 'error');
    expect(errors.map((each) => each.code)).toEqual([code]);
  });

  test('and an option in a URL or a token request is used', async () => {
    const client = { ...oauth2({ scopes: '{config.maybe}' }), base_url: 'https://{config.x}.example' };
    const said = await diagnosticsOf(spec(client));
    expect(said).toMatchObject([{ code: 'lint/unused-config', message: expect.stringContaining('"list"') as string }]);
  });
});

test('a refresh token that is replaced, at a URL made of options', async () => {
  const { origin, asked } = await serve(({ url }) =>
    url.pathname === '/token'
      ? { body: { access_token: 'tok', expires_in: 1, refresh_token: 'second' } }
      : { body: { items: things(0, 1) } },
  );
  const client = await clientOf(
    { base_url: '{config.url}/v1', auth: { type: 'oauth2_refresh_token', access_token_url: '{config.url}/token' } },
    { url: 'string' },
  );
  const kept: string[] = [];
  const resource = client({
    url: origin,
    clientId: 'id',
    clientSecret: 'secret-1',
    refreshToken: 'first-token',
    onRefreshToken: (token: string) => void kept.push(token),
  });
  expect((await read(resource)).error).toBeUndefined();
  expect((await read(resource)).error).toBeUndefined();
  expect(kept).toEqual(['second']);
  const grants = asked.filter(({ url }) => url.pathname === '/token').map(({ body }) => new URLSearchParams(body).get('refresh_token'));
  expect(grants[0]).toBe('first-token');
  expect(grants.slice(1).every((each) => each === 'second')).toBe(true);
});
