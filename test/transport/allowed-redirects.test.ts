import { beforeAll, expect, test } from 'vitest';
import { answer, send, status } from './acts.js';
import { type Act, closedPort, play, playAt } from './server.js';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { oneResource, read, type Resource } from '../support/one-resource.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** Redirects to other origins that a spec allows: exports that live elsewhere. Where they may not lead is in redirects.test.ts. */

const PAGE = answer(200, JSON.stringify({ items: [{ id: 1 }, { id: 2 }] }));

/** Two origins that are allowed. */
let elsewhere: string;
let second: string;
let make: Awaited<ReturnType<typeof oneResource>>;
let makePosting: typeof make;

beforeAll(async () => {
  [elsewhere, second] = [await closedPort(), await closedPort()];
  const client = { auth: { type: 'bearer' }, headers: { 'X-Team': 'blue' }, redirects: { allow: [elsewhere, `${second}/`] } };
  const endpoint = { paginator: { type: 'json_link', next_url_path: 'next' } };
  make = await oneResource('http://127.0.0.1', endpoint, client);
  makePosting = await oneResource('http://127.0.0.1', { ...endpoint, method: 'POST', json: { query: 'all' } }, client);
});

const reader = (api: string, made = make): Resource => made({ token: 'a-secret-token', baseUrl: api });

test.each([301, 302, 303, 307, 308])('%i leads there, with a GET that tells no credentials', async (code) => {
  const storage = await playAt(elsewhere, send(PAGE));
  const api = await play(status(code, { location: `${storage.url}/export.json?signature=x` }));
  expect(await read(reader(api.url))).toEqual({ ids: [1, 2], error: undefined });
  expect(api.requests[0]?.headers).toMatchObject({ authorization: 'Bearer a-secret-token', 'x-team': 'blue' });
  expect(storage.requests).toMatchObject([{ target: '/export.json?signature=x' }]);
  expect(Object.keys(storage.requests[0]?.headers ?? {}).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ]);
});

test('from there it leads on inside that origin, and never back to the API', async () => {
  const storage = await playAt(elsewhere, status(302, { location: '/moved' }), send(PAGE));
  const api = await play(status(302, { location: `${storage.url}/export` }));
  expect(await read(reader(api.url))).toEqual({ ids: [1, 2], error: undefined });
  expect(storage.requests[1]?.headers).not.toHaveProperty('authorization');

  const home = await play(status(302, { location: '/nowhere' }), send(PAGE));
  const deceiver = await playAt(second, status(302, { location: `${home.url}/things` }));
  const asked = await play(status(302, { location: deceiver.url }));
  expect((await read(reader(asked.url))).error).toMatchObject({ code: 'refused_redirect' });
  expect(home.connections()).toBe(0);
});

test('to the API itself, where it is allowed by mistake, it leads without credentials', async () => {
  const storage = await playAt(elsewhere, (...to) => status(302, { location: `${api.url}/back` })(...to));
  const api = await playAt(second, status(302, { location: storage.url }), send(PAGE));
  await read(reader(api.url));
  expect(api.requests.map(({ headers }) => headers['authorization'])).toEqual(['Bearer a-secret-token', undefined]);
});

test('another origin than the allowed one is refused, from there too', async () => {
  const other = await play(send(PAGE));
  const storage = await playAt(elsewhere, status(302, { location: other.url }));
  const api = await play(status(302, { location: other.url }), status(302, { location: storage.url }));
  const resource = reader(api.url);
  for (let index = 0; index < 2; index++) expect((await read(resource)).error).toMatchObject({ code: 'refused_redirect', attempts: 1 });
  expect(other.connections()).toBe(0);
});

test('a body is not sent there: 307 of a POST is refused, 303 is followed with GET', async () => {
  const storage = await playAt(elsewhere, send(PAGE));
  const api = await play(status(307, { location: storage.url }), status(303, { location: storage.url }));
  const resource = reader(api.url, makePosting);
  expect((await read(resource)).error).toMatchObject({
    code: 'refused_redirect',
    message: expect.stringContaining('POST is not sent') as unknown,
  });
  expect(storage.connections()).toBe(0);
  expect((await read(resource)).ids).toEqual([1, 2]);
  const { headers = {} } = storage.requests[0] ?? {};
  expect(['content-type', 'content-length', 'transfer-encoding'].filter((name) => name in headers)).toEqual([]);
});

test('a retry begins at the API again, which signs anew', async () => {
  const storage = await playAt(elsewhere, status(503), send(PAGE));
  let signed = 0;
  const redirect: Act = (...to) => status(302, { location: `${storage.url}/?signature=${++signed}` })(...to);
  const api = await play(redirect, redirect);
  expect((await read(reader(api.url))).ids).toEqual([1, 2]);
  expect(storage.requests.map(({ target }) => target)).toEqual(['/?signature=1', '/?signature=2']);
});

test('relative links of what is there are links of the API', async () => {
  const storage = await playAt(elsewhere, send(answer(200, JSON.stringify({ items: [{ id: 1 }], next: '/page/2' }))));
  const api = await play(status(302, { location: storage.url }), send(answer(200, JSON.stringify({ items: [{ id: 2 }] }))));
  const resource = reader(api.url);
  expect((await read(resource)).ids).toEqual([1, 2]);
  expect(api.requests[1]?.target).toBe('/page/2');
});

test.each([
  ['a client without any', {}],
  ['a client with another one', { redirects: { allow: ['https://other.example'] } }],
])('an endpoint has origins of its own, beside %s', async (_, client) => {
  const makeOwn = await oneResource('http://127.0.0.1', { paginator: 'single_page', redirects: { allow: [elsewhere] } }, client);
  const storage = await playAt(elsewhere, send(PAGE));
  const api = await play(status(302, { location: `${storage.url}/file` }), status(302, { location: 'https://other.example' }));
  const resource = reader(api.url, makeOwn);
  expect(await read(resource)).toEqual({ ids: [1, 2], error: undefined });
  expect(storage.requests[0]?.headers).not.toHaveProperty('authorization');
  expect((await read(resource)).error).toMatchObject({ code: 'refused_redirect', attempts: 1 });
});

test('what one endpoint may be redirected to, another one may not', async () => {
  const resource = (name: string, endpoint: object = {}): object => ({
    name,
    fields: { id: 'integer' },
    endpoint: { path: `/${name}`, data_selector: 'items', paginator: 'single_page', ...endpoint },
  });
  const spec = {
    name: 'two',
    client: { base_url: 'http://127.0.0.1' },
    resources: [resource('files', { redirects: { allow: [elsewhere] } }), resource('lists')],
  };
  const { TwoClient: Client } = await importPackage(await filesFrom('two.yaml', JSON.stringify(spec)));
  const storage = await playAt(elsewhere, send(PAGE));
  const api = await play(status(302, { location: storage.url }), status(302, { location: storage.url }));
  const { files, lists } = new (Client as new (options: object) => Record<'files' | 'lists', Resource>)({ baseUrl: api.url });
  expect((await read(lists)).error).toMatchObject({ code: 'refused_redirect', attempts: 1 });
  expect(storage.connections()).toBe(0);
  expect(await read(files)).toEqual({ ids: [1, 2], error: undefined });
});

test.each([
  ['https://a.example/path', 'an origin has no path'],
  ['a.example', 'not an absolute http or https URL'],
  ['ftp://a.example', 'not an absolute http or https URL'],
  ['https://me:secret@a.example', 'credentials in a URL'],
])('%s is no origin: %s', async (url, message) => {
  const resources = [{ name: 'things', fields: { id: 'integer' }, endpoint: { paginator: 'single_page' } }];
  const client = { base_url: 'https://api.example', redirects: { allow: [url] } };
  const found = await diagnosticsOf(JSON.stringify({ name: 'one', client, resources }));
  expect(JSON.stringify(found)).toContain(message);
});
