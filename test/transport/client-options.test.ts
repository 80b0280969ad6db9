import { describe, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { serve, type Reply } from '../support/loopback.js';
import { things } from '../support/one-resource.js';

/** Options of a client that no spec has to speak of, and the two short ways to read, against a real server. */

interface Record {
  readonly id: number;
}
interface Things {
  list(): AsyncIterable<Record>;
  first(count: number): Promise<readonly Record[]>;
  all(options?: { readonly limit?: number; readonly signal?: AbortSignal }): Promise<readonly Record[]>;
}
type Client = new (options: object) => { readonly things: Things };

const PAGE = 10;
const SECRET = 'k3y-of-the-canary';

const made = new Map<string, Promise<Client>>();

/** The client of a spec, made once. */
function clientOf(client: object = {}, endpoint: object = {}): Promise<Client> {
  const key = JSON.stringify([client, endpoint]);
  const one = made.get(key) ?? makeClient(client, endpoint);
  made.set(key, one);
  return one;
}

async function makeClient(client: object, endpoint: object): Promise<Client> {
  const spec = {
    name: 'one',
    client: { base_url: 'https://api.example.com', auth: { type: 'api_key', name: 'X-Api-Key' }, ...client },
    resources: [
      {
        name: 'things',
        fields: { id: 'integer' },
        endpoint: { data_selector: 'items', paginator: { type: 'offset', limit: PAGE }, headers: { 'X-Own': 'spec' }, ...endpoint },
      },
    ],
  };
  return (await importPackage(await filesFrom('one.yaml', JSON.stringify(spec))))['OneClient'] as Client;
}

const options = (origin: string): object => ({ baseUrl: origin, apiKey: SECRET, sleep: async () => undefined, random: () => 0.5 });

/** Three pages, the last one short, and then none. */
function pages({ url }: { readonly url: URL }): Reply {
  const offset = Number(url.searchParams.get('offset') ?? 0);
  return { body: { items: things(offset, Math.min(PAGE, Math.max(0, 25 - offset))) } };
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test('first and all read what they need, and no page more', async () => {
  const One = await clientOf();
  const { origin, asked } = await serve(pages);
  const read = new One(options(origin)).things;
  expect(await read.first(3)).toEqual(things(0, 3));
  expect(asked).toHaveLength(1);
  expect(await read.first(PAGE)).toEqual(things(0, PAGE));
  expect(asked).toHaveLength(2);
  expect(await read.all({ limit: PAGE + 1 })).toEqual(things(0, PAGE + 1));
  expect(asked).toHaveLength(4);
  expect(await read.first(0)).toEqual([]);
  expect(asked).toHaveLength(4);
  expect(await read.first(100)).toEqual(things(0, 25));
  expect(await read.all()).toEqual(things(0, 25));
});

test('all passes its other options on', async () => {
  const One = await clientOf();
  const { origin } = await serve(pages);
  const signal = AbortSignal.abort(new Error('no more'));
  expect(await failure(new One(options(origin)).things.all({ signal }))).toMatchObject({ message: 'no more' });
});

test('headers go with every request, and never win over those of the connector and its credentials', async () => {
  const One = await clientOf();
  const { origin, asked } = await serve(pages);
  const headers = { 'User-Agent': 'acme/1', Accept: 'text/html', 'x-own': 'caller', 'X-API-KEY': 'another' };
  await new One({ ...options(origin), headers }).things.all();
  expect(asked).toHaveLength(4);
  for (const { headers: sent } of asked) {
    expect(sent).toMatchObject({ 'user-agent': 'acme/1', accept: 'application/json', 'x-own': 'spec', 'x-api-key': SECRET });
  }
});

test('a header that cannot be sent is refused before anything is asked', async () => {
  const One = await clientOf();
  expect(() => new One({ ...options('https://api.example.com'), headers: { 'X-A': 'a\nb' } })).toThrow(TypeError);
});

describe.each([
  ['of the client', {}, {}],
  ['of a resource', {}, { retry: { max_retries: 2, backoff_factor: 0.1 } }],
])('maxRetries in place of what the spec says %s', (_, client, endpoint) => {
  test.each([
    [0, 1],
    [1, 2],
    [5, 6],
    [-1, 1],
    [Number.NaN, 1],
  ])('%d: %d attempts', async (maxRetries, attempts) => {
    const One = await clientOf(client, endpoint);
    const { origin, asked } = await serve(() => ({ status: 503 }));
    expect(await failure(new One({ ...options(origin), maxRetries }).things.all())).toMatchObject({ status: 503, attempts });
    expect(asked).toHaveLength(attempts);
  });
});

test.each(['x-request-id', 'request-id', 'x-amzn-requestid', 'x-ms-request-id', 'x-correlation-id'])(
  'an error has the request id of the answer: %s',
  async (name) => {
    const One = await clientOf();
    const { origin } = await serve(() => ({ status: 403, headers: { [name]: 'req_1' } }));
    expect(await failure(new One(options(origin)).things.all())).toMatchObject({ status: 403, requestId: 'req_1' });
  },
);

describe.each([
  ['node:http', {}],
  ['a fetch of the caller', { fetch: (...request: Parameters<typeof fetch>) => fetch(...request) }],
])('an answer that is none has a request id, too, through %s', (_, more) => {
  const cut = { 'content-length': '999', connection: 'close' };
  test.each<[string, Reply, string]>([
    ['no JSON', { text: '{"items": [' }, 'malformed_body'],
    ['a page of HTML', { text: '<html>', headers: { 'content-type': 'text/html' } }, 'not_json'],
    ['no UTF-8', { text: new Uint8Array([0xff, 0x22]) }, 'not_utf8'],
    ['no list', { body: {} }, 'no_records'],
    ['another type', { body: { items: [{ id: 'one' }] } }, 'invalid_record'],
    ['an end that is missing', { text: '{"items": [{"id": 1}', headers: cut }, ''],
    ['a redirect to another origin', { status: 302, headers: { location: 'https://other.example.com/' } }, 'refused_redirect'],
  ])('%s', async (_, reply, code) => {
    const One = await clientOf({ retry: { max_retries: 1 } });
    const { origin } = await serve((_, index) => ({ ...reply, headers: { ...reply.headers, 'x-request-id': `r-${index}` } }));
    const error = Object(await failure(new One({ ...options(origin), ...more }).things.all()));
    expect(error).toMatchObject({ requestId: `r-${error.attempts - 1}`, ...(code === '' ? {} : { code }) });
  });
});

test('a failed connection after a failed answer has no request id', async () => {
  const One = await clientOf({ retry: { max_retries: 1 } });
  const answers = [new Response('', { status: 503, headers: { 'x-request-id': 'r-0' } })];
  const down = async (): Promise<Response> =>
    answers.shift() ?? Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } }));
  const error = await failure(new One({ ...options('https://api.example.com'), fetch: down }).things.all());
  expect(error).toMatchObject({ code: 'network', attempts: 2, requestId: undefined });
});

test('a request id is undefined where the API gives none, and shows no secret', async () => {
  const One = await clientOf();
  const { origin } = await serve((_, index) => ({ status: 403, headers: index === 0 ? {} : { 'x-request-id': `for ${SECRET}` } }));
  const client = new One(options(origin));
  expect(await failure(client.things.all())).toMatchObject({ status: 403, requestId: undefined });
  expect(await failure(client.things.all())).toMatchObject({ status: 403, requestId: 'for ***' });
});

test('a logger is told of attempts, waits and failures, and of no credential', async () => {
  const One = await clientOf({ auth: { type: 'api_key', name: 'key', location: 'query' } });
  const { origin } = await serve((asked, index) =>
    index === 1 ? { status: 503, body: { error: `the key ${SECRET} is busy` } } : pages(asked),
  );
  const told: string[] = [];
  const tell =
    (level: string) =>
    (message: string): void =>
      void told.push(`${level} ${message}`);
  const logger = { debug: tell('debug'), info: tell('info'), warn: tell('warn') };
  await new One({ ...options(origin), logger }).things.first(PAGE + 1);
  expect(told).toEqual([
    `debug things page 1: asks for ${origin}/things?limit=10&offset=0`,
    `debug things page 2: asks for ${origin}/things?limit=10&offset=10`,
    expect.stringMatching(/^warn things page 2: .* answered 503/),
    expect.stringMatching(/^info things page 2: asks again in \d+ ms$/),
    `debug things page 2: asks for ${origin}/things?limit=10&offset=10`,
  ]);
  expect(told.join('\n')).not.toContain(SECRET);
});

describe('credentials and base URLs', () => {
  const insecure = 'credentials would go over plain http';
  const odd = 'expected a URL that begins with https://';
  test.each([
    ['https://api.example.org', ''],
    ['http://localhost:8080/v2', ''],
    ['http://127.0.0.1:8080', ''],
    ['http://127.9.9.9', ''],
    ['http://[::1]:8080', ''],
    ['http://api.example.com', insecure],
    ['http://localhost.example.com', insecure],
    ['http://127.0.0.1.example.com', insecure],
    ['http://0.0.0.0', insecure],
    ['http://10.0.0.1', insecure],
    ['http://[::2]', insecure],
    ['HTTP://API.EXAMPLE.COM', insecure],
    ['https://user:word@api.example.com', odd],
    ['https://user@api.example.com', odd],
    ['https://api.example.com?x=1', odd],
    ['https://api.example.com#x', odd],
    ['https://api.example.com/a b', odd],
    ['ftp://api.example.com', odd],
    ['file:///etc', odd],
    ['api.example.com', odd],
    ['', odd],
  ])('%s', async (baseUrl, refused) => {
    const One = await clientOf();
    const make = () => new One({ ...options(baseUrl) });
    if (refused === '') expect(make).not.toThrow();
    else expect(make).toThrow(expect.objectContaining({ name: 'TypeError', message: expect.stringContaining(refused) as string }));
  });

  test('plain http is for who says that it is meant, and for who has none', async () => {
    const [One, Open] = [await clientOf(), await clientOf({ auth: undefined, retry: { max_retries: 2 } })];
    expect(() => new One({ ...options('http://api.example.com'), allowPlainHttp: true })).not.toThrow();
    expect(() => new One({ ...options('ftp://api.example.com'), allowPlainHttp: true })).toThrow(TypeError);
    expect(() => new Open({ baseUrl: 'http://api.example.com' })).not.toThrow();
  });
});
