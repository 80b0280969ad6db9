import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { serve, type Asked, type Reply } from '../support/loopback.js';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { oneResource, type Resource } from '../support/one-resource.js';
import { asciiCanary, encodings, leaksIn } from './canary.js';
import { thorough } from './runtimes.js';

/** An API that says back, in whatever place, the secret it was told: nothing that a client gives but the records has it. */

const SECRET = asciiCanary();

const SCHEMES: Readonly<Record<string, { readonly auth: object; readonly options: object }>> = {
  'a key in the query': { auth: { type: 'api_key', name: 'api_key', location: 'query' }, options: { apiKey: SECRET } },
  'a key in a header': { auth: { type: 'api_key', name: 'X-Key' }, options: { apiKey: SECRET } },
  'a bearer token': { auth: { type: 'bearer' }, options: { token: SECRET } },
  'a password': { auth: { type: 'http_basic' }, options: { username: 'me', password: SECRET } },
  'a token that is fetched': { auth: { type: 'oauth2_client_credentials' }, options: { clientId: 'me', clientSecret: 'it-is-another' } },
  'the secret of a client': { auth: { type: 'oauth2_client_credentials' }, options: { clientId: 'me', clientSecret: SECRET } },
  'a password that a token is fetched with': {
    auth: { type: 'oauth2_password', client_secret: null },
    options: { clientId: 'me', username: 'me', password: SECRET },
  },
  'a refresh token': {
    auth: { type: 'oauth2_refresh_token', client_secret: null, rotating: false },
    options: { clientId: 'me', refreshToken: SECRET },
  },
  'a password that a session is opened with': {
    auth: { type: 'session_token', json: { name: '{username}', word: '{password}' }, token_path: 'access_token' },
    options: { username: 'me', password: SECRET },
  },
  'the secret of an HMAC': {
    auth: { type: 'hmac', message: '{method}{path}', headers: { 'X-Sign': '{signature}' } },
    options: { apiKey: 'a-key', apiSecret: SECRET },
  },
  'a secret key of AWS': {
    auth: { type: 'aws_sigv4', region: 'eu-west-1', service: 'execute-api' },
    options: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: SECRET },
  },
};

/** Places of an answer where the secret may stand, and a paginator that reads them. */
const PLACES: Readonly<Record<string, { readonly endpoint: object; readonly answer: (form: string, asked: Asked) => Reply }>> = {
  'a link in the body': {
    endpoint: { paginator: { type: 'json_link', next_url_path: 'next' } },
    answer: (form) => ({
      body: { items: [{ id: 1 }], next: `/things?page=2&API_Key=${encodeURIComponent(SECRET)}&again=${encodeURIComponent(form)}` },
    }),
  },
  'a link header': {
    endpoint: { paginator: 'header_link' },
    answer: (form) => ({ headers: { link: `</things/${encodeURIComponent(form)}?page=2>; rel="next"` }, body: { items: [{ id: 1 }] } }),
  },
  'a cursor': {
    endpoint: { paginator: { type: 'cursor', cursor_path: 'next', cursor_param: 'after' } },
    answer: (form) => ({ body: { items: [{ id: 1 }], next: `2-${form}` } }),
  },
  'a cursor in a header': {
    endpoint: { paginator: { type: 'header_cursor', cursor_key: 'X-Next', cursor_param: 'after' } },
    answer: (form) => ({ headers: { 'x-next': `2-${encodeURIComponent(form)}` }, body: { items: [{ id: 1 }] } }),
  },
  'a field of another type': {
    endpoint: { paginator: 'single_page' },
    answer: (form) => ({ body: { items: [{ id: form }] } }),
  },
  'a refusal': {
    endpoint: { paginator: 'single_page' },
    answer: (form) => ({
      status: 403,
      headers: { 'x-request-id': `r-${encodeURIComponent(form)}` },
      body: { error: `no access with ${form}`, again: [form, form] },
    }),
  },
};

const SOME = ['raw', 'JSON in JSON', 'percent', 'percent twice', 'hex', 'base64, one later', 'base64 in base64', 'HTML names'];
const ENCODED: readonly string[] = thorough ? Object.keys(encodings(SECRET)) : SOME;

async function client(
  origin: string,
  { auth, options }: { readonly auth: object; readonly options: object },
  endpoint: object,
): Promise<() => Resource> {
  const type = 'type' in auth ? String(auth.type) : '';
  const url = type.startsWith('oauth2_') ? 'access_token_url' : type === 'session_token' ? 'login_url' : undefined;
  const told = url === undefined ? auth : { ...auth, [url]: `${origin}/token` };
  const open = await oneResource(origin, endpoint, { auth: told, retry: { max_retries: 0 } });
  const log = (line: string): void => void logged.push(line);
  return () => open({ ...options, logger: { debug: log, info: log, warn: log } });
}

/** What clients told their loggers. */
const logged: string[] = [];

/** A URL as servers read it. */
const decoded = (asked: Asked | undefined): string => [asked?.url.pathname, ...(asked?.url.searchParams ?? [])].join(' ');

/** Everything of a value that can be printed. */
const printed = (value: unknown): string =>
  `${inspect(value, { depth: 20, showHidden: true })} ${JSON.stringify(value)} ${value instanceof Error ? `${value.message} ${value.stack ?? ''}` : ''}`;

describe.each(Object.entries(SCHEMES))('%s that an API says back', (_, scheme) => {
  test.each(Object.entries(PLACES))('in %s stands in no error and no state, and reads go on', async (place, { endpoint, answer }) => {
    const isGiven = !Object.values(scheme.options).includes(SECRET);
    let form = '';
    const { origin, asked } = await serve((one, index): Reply => {
      if (one.url.pathname === '/token') return { body: { access_token: isGiven ? SECRET : 'a-token-of-its-own' } };
      const pages = /page=2|after=2/.test(one.url.search);
      return pages ? { status: 500, body: `failed with ${form} and ${one.url.href} ${index}` } : answer(form, one);
    });
    const open = await client(origin, scheme, endpoint);
    for (const name of ENCODED) {
      form = encodings(SECRET)[name] ?? '';
      const states: unknown[] = [];
      logged.length = 0;
      const readOn = async (state?: unknown): Promise<unknown> => {
        try {
          for await (const page of open().pages(state === undefined ? {} : { state })) states.push(page.state);
          return undefined;
        } catch (error) {
          return error;
        }
      };
      const error = await readOn();
      expect.soft(error, `${place}, ${name}`).toBeInstanceOf(Error);
      expect.soft(leaksIn(printed(error), SECRET), `${place}, ${name}`).toEqual([]);
      expect.soft(leaksIn(printed(states), SECRET), `${place}, ${name}`).toEqual([]);
      expect.soft(logged, 'it says something').not.toEqual([]);
      expect.soft(leaksIn(logged.join('\n'), SECRET), `${place}, ${name}, logged`).toEqual([]);
      if (states.length === 0) continue;
      const next = decoded(asked.at(-1));
      const again = await readOn(JSON.parse(JSON.stringify(states.at(-1))));
      expect.soft(leaksIn(printed(again), SECRET), `${place}, ${name}, resumed`).toEqual([]);
      if (SOME.includes(name) && name !== 'HTML names') expect.soft(decoded(asked.at(-1)), `${place}, ${name}, resumed`).toBe(next);
    }
  });
});

test.each([
  ['a refusal', { status: 400, body: `none for ${SECRET}` }, { status: 400 }],
  ['the key of a map', { body: { items: [{ counts: { [SECRET]: 'many' } }] } }, { code: 'invalid_record' }],
  ['a list in place of a page', { body: { [SECRET]: [] } }, { code: 'no_records' }],
])('a secret that is a parent, and %s of its child, stands in no error and no state', async (_, reply: Reply, expected) => {
  const { origin } = await serve(({ url }) => (url.pathname === '/things' ? { body: { items: [{ id: SECRET }] } } : reply));
  const spec = {
    name: 'two',
    client: { base_url: origin, auth: 'bearer', retry: { max_retries: 0 } },
    resources: [
      { name: 'things', primary_key: 'id', fields: { id: 'string' }, endpoint: { data_selector: 'items', paginator: 'single_page' } },
      {
        name: 'parts',
        fields: { counts: { type: 'map', values: 'integer' } },
        endpoint: { path: '/things/{resources.things.id}/parts', data_selector: 'items', paginator: 'single_page' },
      },
    ],
  };
  const { TwoClient } = (await importPackage(await filesFrom('two.yaml', JSON.stringify(spec)))) as {
    readonly TwoClient: new (options: object) => { readonly parts: Resource };
  };
  const error = await (async () => {
    for await (const page of new TwoClient({ token: SECRET }).parts.pages()) expect(leaksIn(printed(page.state), SECRET)).toEqual([]);
  })().catch((caught: unknown) => caught);
  expect(error).toMatchObject(expected);
  expect(leaksIn(printed(error), SECRET)).toEqual([]);
});

/** Whatever a message cuts, it cuts when the secret is out: one that is longer than a cut leaves no beginning, wherever it begins. */
test('a secret that is longer than what messages keep leaves nothing, wherever the cut falls', async () => {
  const long = Array.from({ length: 8 }, asciiCanary).join('-');
  let answer: Reply = {};
  const { origin } = await serve((): Reply => answer);
  const auth = { type: 'bearer' };
  const open = await oneResource(origin, { paginator: 'single_page' }, { auth, retry: { max_retries: 0 } });
  for (const before of [0, 1, 7, 19, 33, 38, 39, 40, 41, 52, 58, 59, 60, 150, 199, 480, 499, 500, 950, 999]) {
    const text = `${'.'.repeat(before)}${long}`;
    for (const [place, reply] of Object.entries<Reply>({
      key: { body: { [text]: [] } },
      'one of many keys': { body: Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}${text}`, 1])) },
      value: { body: { items: [{ id: text }] } },
      body: { status: 400, body: text },
      'content type': { headers: { 'content-type': `text/${encodeURIComponent(text)}` }, body: '<p>' },
      location: { status: 302, headers: { location: `https://elsewhere.example/${encodeURIComponent(text)}` } },
      link: { headers: { link: `<https://elsewhere.example/${encodeURIComponent(text)}>; rel="next"` }, body: { items: [{ id: 1 }] } },
    })) {
      answer = reply;
      const error = await (async () => {
        for await (const page of open({ token: long }).pages()) expect(leaksIn(printed(page.state), long)).toEqual([]);
      })().catch((caught: unknown) => caught);
      expect.soft(error, place).toBeInstanceOf(Error);
      expect.soft(leaksIn(printed(error), long, ['raw', 'percent', 'json']), `${place} after ${before}`).toEqual([]);
    }
  }
});
