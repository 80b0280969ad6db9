import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { serve, type Asked } from '../support/loopback.js';
import { oneResource, read, things } from '../support/one-resource.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** What requests look like on their way: spaces, bodies that are no JSON, methods, whole URLs. */

const pages = () =>
  serve(({ url }) => {
    const offset = Number(url.searchParams.get('offset') ?? 0);
    return { body: { items: things(offset, offset < 4 ? 2 : 0), next: offset < 4 ? `?a%2Bb=c+d&offset=${offset + 2}` : null } };
  });

describe('params_encoding: percent', () => {
  const params = { $filter: 'at ge 2026-01-01', note: '1+1 {config.word}' };
  const config = { word: 'b c' };
  const search = '?%24filter=at%20ge%202026-01-01&note=1%2B1%20b%20c';
  const document = { config: { word: { type: 'string', default: config.word } } };

  test('writes spaces as %20 on every page, and leaves a plus', async () => {
    const { origin, asked } = await pages();
    const client = await oneResource(
      origin,
      { params, paginator: { type: 'offset', limit: 2 } },
      { params_encoding: 'percent' },
      {},
      document,
    );
    expect((await read(client())).ids).toEqual([0, 1, 2, 3]);
    expect(asked.map(({ url }) => url.search)).toEqual([0, 2, 4].map((offset) => `${search}&limit=2&offset=${offset}`));
  });

  test('beside a key in the query, too, and one endpoint may differ', async () => {
    const { origin, asked } = await pages();
    const auth = { type: 'api_key', name: 'key', location: 'query' };
    const [percent, form] = await Promise.all(
      ['percent', 'form'].map((encoding) =>
        oneResource(
          origin,
          { params: { q: 'a b' }, params_encoding: encoding, paginator: 'single_page' },
          { auth, params_encoding: 'percent' },
        ),
      ),
    );
    await read(percent?.({ apiKey: 'k3y' }) ?? never());
    await read(form?.({ apiKey: 'k3y' }) ?? never());
    expect(asked.map(({ url }) => url.search)).toEqual(['?q=a%20b&key=k3y', '?q=a+b&key=k3y']);
  });

  test('follows links as they are', async () => {
    const { origin, asked } = await pages();
    const client = await oneResource(
      origin,
      { params: { ...params, note: '{config.word}' }, params_encoding: 'percent', paginator: { type: 'json_link', next_url_path: 'next' } },
      {},
      {},
      document,
    );
    expect((await read(client())).ids).toEqual([0, 1, 2, 3]);
    expect(asked.map(({ url }) => url.search)).toEqual([
      '?%24filter=at%20ge%202026-01-01&note=b%20c',
      '?a%2Bb=c+d&offset=2',
      '?a%2Bb=c+d&offset=4',
    ]);
  });
});

describe('data', () => {
  const sent = async (endpoint: object, document: object = {}): Promise<Asked | undefined> => {
    const { origin, asked } = await serve(() => ({ body: { items: things(0, 1) } }));
    const client = await oneResource(origin, { method: 'POST', paginator: 'single_page', ...endpoint }, {}, {}, document);
    expect((await read(client())).ids).toEqual([0]);
    return asked[0];
  };
  const config = { config: { since: { type: 'string', default: '2026' } } };

  test('may be text, of the type that its header says', async () => {
    const plain = await sent({ data: 'fields name;\nwhere at > {config.since};' }, config);
    expect([plain?.body, plain?.headers['content-type']]).toEqual(['fields name;\nwhere at > 2026;', 'text/plain']);
    const typed = await sent({ data: '<all/>', headers: { 'Content-Type': 'application/xml' } });
    expect([typed?.body, typed?.headers['content-type']]).toEqual(['<all/>', 'application/xml']);
  });

  test('may have several values of one name, and be pairs', async () => {
    expect((await sent({ data: { id: [1, '{config.since}'], all: true, none: null } }, config))?.body).toBe('id=1&id=2026&all=true');
    expect((await sent({ data: [['a', 1], ['b', 'x y'], ['a', '{config.since}']] }, config))?.body).toBe('a=1&b=x+y&a=2026'); // prettier-ignore
  });

  test.each([
    [{ data: 'x', headers: { 'Content-Type': 'application/json' } }, 'a body of JSON is no text'],
    [{ data: [['a']] }, 'a field is a name and a value'],
    [
      { data: 'x', paginator: { type: 'offset', limit: 2, offset_body_path: 'a.b' } },
      'the paginator writes "a.b" into a body that is text',
    ],
  ])('of %j is refused', async (endpoint, message) => {
    const spec = {
      name: 'one',
      client: { base_url: 'https://api.example.com' },
      resources: [{ name: 'things', endpoint: { method: 'POST', paginator: 'single_page', ...endpoint } }],
    };
    expect((await diagnosticsOf(JSON.stringify(spec))).map((each) => each.message)).toContain(message);
  });
});

test('QUERY is a method with a body, tried again and redirected as others', async () => {
  const asked: [string | undefined, string][] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      asked.push([request.method, body]);
      if (asked.length === 1) return response.writeHead(503).end();
      if (asked.length === 2) return response.writeHead(307, { location: '/elsewhere' }).end();
      const { from } = JSON.parse(body) as { from: number };
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items: things(from, from < 2 ? 2 : 0) }));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const client = await oneResource(`http://127.0.0.1:${port}`, {
    method: 'QUERY',
    json: { all: true },
    paginator: { type: 'offset', limit: 2, offset_body_path: 'from', limit_param: null },
  });
  const outcome = await read(client());
  server.closeAllConnections();
  server.close();
  expect(outcome).toEqual({ ids: [0, 1], error: undefined });
  expect(asked).toEqual([0, 0, 0, 2].map((from) => ['QUERY', JSON.stringify({ all: true, from })]));
});

describe('a path that is a whole URL', () => {
  test('of the same origin begins there', async () => {
    const { origin, asked } = await pages();
    const client = await oneResource(`${origin}/v2`, { path: `${origin}/legacy/x y?sort=id`, paginator: { type: 'offset', limit: 2 } });
    expect((await read(client())).ids).toHaveLength(4);
    expect(asked[0]?.url.href).toBe(`${origin}/legacy/x%20y?sort=id&limit=2&offset=0`);
    await read(client({ baseUrl: `${origin}/proxied` }));
    expect(asked.at(-1)?.url.pathname).toBe('/legacy/x%20y');
  });

  test('of another is refused', async () => {
    const spec = { name: 'one', client: { base_url: 'https://a.example/v1' }, resources: [{ name: 'x', endpoint: 'https://b.example/x' }] };
    expect((await diagnosticsOf(JSON.stringify(spec))).map(({ code }) => code)).toContain('spec/cross-origin-path');
  });
});

function never(): never {
  throw new Error('there is no client');
}
