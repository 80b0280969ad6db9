import { createHash, createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { serve, type Asked } from '../../support/loopback.js';
import { oneResource, read, things } from '../../support/one-resource.js';
import { diagnosticsOf } from '../../support/spec-diagnostics.js';

/** Requests that are signed by what they ask for: each attempt anew, and looked at by a server that knows the secret. */

afterEach(() => void vi.useRealTimers());

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('AWS Signature Version 4', () => {
  const auth = { type: 'aws_sigv4', region: 'us-east-1', service: 'service' };
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };

  /** What a service makes of a request: the signature of its headers, query and body, worked out with node:crypto. */
  function signatureOf({ method, url, headers, body }: Asked, secret: string): string {
    const [, scope = '', names = ''] = /Credential=[^/]+\/(\S+), SignedHeaders=(\S+), /.exec(String(headers['authorization'])) ?? [];
    const strict = (text: string): string =>
      encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    const path = url.pathname.split('/').map(strict).join('/');
    const lines = names.split(';').map((name) => `${name}:${String(headers[name])}`);
    const request = [method, path, url.search.slice(1), ...lines, '', names, sha256(body)].join('\n');
    const key = scope.split('/').reduce<Buffer | string>((made, part) => createHmac('sha256', made).update(part).digest(), `AWS4${secret}`);
    const text = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, sha256(request)].join('\n');
    return createHmac('sha256', key).update(text).digest('hex');
  }

  test.each([
    ['', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    ['/?Param2=value2&Param1=value1', 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500'],
  ])('is that of the published examples: %s', async (path, signature) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2015-08-30T12:36:00Z') });
    const open = await oneResource('https://example.amazonaws.com', { path, paginator: 'single_page' }, { auth });
    const sent: Headers[] = [];
    const fetch = async (_: unknown, init: RequestInit) => (sent.push(new Headers(init.headers)), Response.json({ items: [] }));
    await read(open({ ...credentials, fetch }));
    expect(sent[0]?.get('authorization')).toBe(
      `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`,
    );
  });

  test('holds for queries, paths, bodies, pages, attempts and temporary credentials', async () => {
    let attempts = 0;
    const { origin, asked } = await serve(({ url }) => {
      const offset = Number(url.searchParams.get('offset'));
      return attempts++ === 1 ? { status: 503 } : { body: { items: offset < 4 ? things(offset, 2) : [] } };
    });
    const open = await oneResource(
      origin,
      {
        path: "/a b/{config.name}/it's",
        method: 'POST',
        json: { text: 'ü' },
        params: { q: "x y!*'()+", Z: '1', 'a-b': '', a: 'é' },
        paginator: { type: 'offset', limit: 2 },
      },
      { auth: { ...auth, session_token: '${AWS_SESSION_TOKEN}', region: '{config.region}' } },
      {},
      { config: { name: 'string', region: { type: 'string', default: 'eu-west-1' } } },
    );
    const outcome = await read(open({ ...credentials, sessionToken: 'tem/porary', name: 'n/m' }));
    expect(outcome).toEqual({ ids: [0, 1, 2, 3], error: undefined });
    expect(asked).toHaveLength(4);
    for (const one of asked) {
      expect(String(one.headers['authorization'])).toMatch(
        /\/eu-west-1\/service\/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, /,
      );
      expect(String(one.headers['authorization']).split('Signature=')[1]).toBe(signatureOf(one, credentials.secretAccessKey));
    }
  });

  test('shows no secret', async () => {
    const { origin } = await serve(() => ({
      status: 403,
      text: `${credentials.secretAccessKey} ${encodeURIComponent(credentials.secretAccessKey)}`,
    }));
    const open = await oneResource(origin, {}, { auth });
    const { error } = await read(open(credentials));
    expect(error).toMatchObject({ status: 403, body: '*** ***' });
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toMatch(/wJalrXUtnFEMI/);
  });
});

describe('hmac', () => {
  test('signs method, path, query, time and body, and writes it where it belongs', async () => {
    const secret = Buffer.from('s3cret bytes');
    const { origin, asked } = await serve(() => ({ body: { items: things(0, 1) } }));
    const auth = {
      type: 'hmac',
      message: '{timestamp}{method}{path_query}{body}',
      encoding: 'base64',
      secret_encoding: 'base64',
      headers: { 'CB-ACCESS-KEY': '{api_key}', 'CB-ACCESS-SIGN': '{signature}', 'CB-ACCESS-TIMESTAMP': '{timestamp}' },
    };
    const open = await oneResource(origin, { method: 'POST', json: { a: 1 }, params: { q: 'a b' }, paginator: 'single_page' }, { auth });
    expect((await read(open({ apiKey: 'k3y', apiSecret: secret.toString('base64') }))).ids).toEqual([0]);
    const { headers, url, body } = asked[0] ?? ({} as Asked);
    const time = String(headers['cb-access-timestamp']);
    expect(Math.abs(Number(time) * 1000 - Date.now())).toBeLessThan(60_000);
    expect(headers['cb-access-key']).toBe('k3y');
    expect(headers['cb-access-sign']).toBe(createHmac('sha256', secret).update(`${time}POST/things${url.search}${body}`).digest('base64'));
    expect(() => open({ apiKey: 'k', apiSecret: 'hunter2!' })).toThrow(new TypeError('apiSecret: expected base64'));
  });

  test('signs the query with its time, and puts the signature behind it', async () => {
    const { origin, asked } = await serve(({ url }) => {
      const offset = Number(url.searchParams.get('offset'));
      return { body: { items: offset < 2 ? things(offset, 2) : [] } };
    });
    const auth = {
      type: 'hmac',
      message: '{query}',
      algorithm: 'sha512',
      timestamp: 'milliseconds',
      headers: { 'X-Key': '{api_key}' },
      params: { timestamp: '{timestamp}', signature: '{signature}' },
    };
    const open = await oneResource(
      origin,
      { params: { q: 'a+b c' }, params_encoding: 'percent', paginator: { type: 'offset', limit: 2 } },
      { auth },
    );
    expect((await read(open({ apiKey: 'k3y', apiSecret: 's3cret' }))).ids).toEqual([0, 1]);
    for (const { url } of asked) {
      const [, signed = '', signature = ''] = /^\?(.*)&signature=(\w+)$/.exec(url.search) ?? [];
      expect(signed).toMatch(/^q=a%2Bb%20c&limit=2&offset=\d&timestamp=\d{13}$/);
      expect(signature).toBe(createHmac('sha512', 's3cret').update(signed).digest('hex'));
    }
  });

  test('shows neither key nor secret', async () => {
    const { origin } = await serve(() => ({ status: 403, text: 'k3y+y s3cr&t' }));
    const auth = {
      type: 'hmac',
      message: '{method}{nonce}{host}{path}{body_sha256}',
      headers: { 'X-Sign': '{api_key}:{nonce}:{signature}' },
    };
    const open = await oneResource(origin, {}, { auth });
    expect((await read(open({ apiKey: 'k3y+y', apiSecret: 's3cr&t' }))).error).toMatchObject({ status: 403, body: '*** ***' });
  });

  test.each<[auth: object | readonly object[], message: string]>([
    [{ type: 'hmac', message: '{when}', headers: { S: '{signature}' } }, '"{when}" is none of the words of a signature'],
    [{ type: 'hmac', message: '{body}' }, 'the signature is not sent'],
    [{ type: 'hmac', message: '{signature}', headers: { S: '{signature}' } }, 'a signature cannot sign itself'],
    [
      [{ type: 'hmac', message: '{body}', headers: { S: '{signature}' } }, { type: 'bearer' }],
      '"hmac" signs what is asked: it is the only scheme of its spec',
    ],
  ])('%j is refused', async (auth, message) => {
    const spec = { name: 'one', client: { base_url: 'https://api.example.com', auth }, resources: [{ name: 'things' }] };
    expect((await diagnosticsOf(JSON.stringify(spec))).map((each) => each.message)).toContain(message);
  });
});
