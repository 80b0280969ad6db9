import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { serve, type Reply } from '../../support/loopback.js';
import { oneResource, read, things } from '../../support/one-resource.js';
import { diagnosticsOf } from '../../support/spec-diagnostics.js';

/** Secrets that are no auth scheme's: of several in one query, in headers, bodies and paths. */

const TOKEN = 'canary/t0ken+for&you';
const FORMS = [
  TOKEN,
  encodeURIComponent(TOKEN),
  new URLSearchParams({ t: TOKEN }).toString().slice(2),
  btoa(TOKEN),
  JSON.stringify(TOKEN).slice(1, -1),
];

const shownIn = (...values: readonly unknown[]): string => inspect(values, { depth: Infinity, showHidden: true }) + JSON.stringify(values);
const hides = (...values: readonly unknown[]): void => {
  for (const form of FORMS) expect(shownIn(...values)).not.toContain(form);
};

const PLACES: Readonly<Record<string, object>> = {
  'the query': { params: { token: '${TRELLO_TOKEN}', key: 'k' } },
  'a part of a parameter': { params: { filter: 'a ${TRELLO_TOKEN} b' } },
  'a list in the query': { params: { tokens: ['x', '${TRELLO_TOKEN}'] } },
  'a header': { headers: { 'X-Token': 'T ${TRELLO_TOKEN}' } },
  'the path': { path: '/hooks/${TRELLO_TOKEN}/things' },
  'a JSON body': { method: 'POST', json: { a: [{ token: '${TRELLO_TOKEN}' }] } },
  'a form': { method: 'POST', data: { token: '${TRELLO_TOKEN}' } },
};

describe.each(Object.entries(PLACES))('a secret in %s', (where, endpoint) => {
  const client = (origin: string, more: object = {}) => oneResource(origin, { ...endpoint, ...more });

  test('is sent, and stands in no error', async () => {
    const echo = FORMS.join(' | ');
    const { origin, asked } = await serve(() => ({ status: 400, headers: { 'x-echo': btoa(TOKEN) }, body: { message: `bad ${echo}` } }));
    const open = await client(origin, { paginator: 'single_page' });
    const { error } = await read(open({ trelloToken: TOKEN }));
    const sent = asked.map(
      ({ url, headers, body }) => `${decodeURIComponent(url.href.replaceAll('+', ' '))} ${headers['x-token'] as string} ${body}`,
    );
    expect(asked).toHaveLength(1);
    if (!/JSON|form/.test(where)) expect(sent.join().replaceAll(' ', '+')).toContain(TOKEN);
    if (where === 'a JSON body') expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ a: [{ token: TOKEN }] });
    if (where === 'a form') expect(new URLSearchParams(asked[0]?.body).get('token')).toBe(TOKEN);
    expect(error).toMatchObject({ status: 400, body: expect.stringContaining('***') as string });
    hides(error);
    const failing = open({ trelloToken: TOKEN, fetch: () => Promise.reject(new Error(`no way to ${asked[0]?.url.href} with ${echo}`)) });
    hides((await read(failing)).error);
  });

  test('stands in no state, and reading goes on from it, with another one too', async () => {
    const { origin } = await serve(({ url }): Reply => {
      const page = Number(url.searchParams.get('page') ?? 1);
      url.searchParams.set('page', String(page + 1));
      return { body: { items: things(page, 1), next: page < 3 ? url.href : null } };
    });
    const open = await client(origin, { paginator: { type: 'json_link' } });
    const states: unknown[] = [];
    for await (const page of open({ trelloToken: TOKEN }).pages()) states.push(JSON.parse(JSON.stringify(page.state)));
    hides(states);
    expect(states).toHaveLength(3);
    expect(await read(open({ trelloToken: TOKEN }), { state: states[0] })).toEqual({ ids: [2, 3], error: undefined });
    expect(await read(open({ trelloToken: 'another-one' }), { state: states[0] })).toEqual({ ids: [2, 3], error: undefined });
  });
});

test('an option that says it is secret is one, beside the credentials of a scheme', async () => {
  const { origin, asked } = await serve(() => ({ status: 403, body: `key=k3y-canary token=${TOKEN}` }));
  const open = await oneResource(
    origin,
    { params: { token: '{config.token}', other: '{config.other}' }, paginator: 'single_page' },
    { auth: { type: 'api_key', name: 'key', location: 'query' } },
    {},
    { config: { token: { type: 'string', secret: true }, other: { type: 'string', secret: true, optional: true } } },
  );
  const { error } = await read(open({ apiKey: 'k3y-canary', token: TOKEN }));
  expect(Object.fromEntries(asked[0]?.url.searchParams ?? [])).toEqual({ token: TOKEN, key: 'k3y-canary' });
  expect(error).toMatchObject({ body: expect.stringContaining('key=*** token=***') as string });
  hides(error);
  expect(shownIn(error)).not.toContain('k3y-canary');
});

describe('is refused when generating', () => {
  const spec = (config: object, client: object = {}, params: object = {}) =>
    JSON.stringify({
      name: 'one',
      config,
      client: { base_url: 'https://a.example', ...client },
      resources: [{ name: 'things', endpoint: { paginator: 'single_page', data_selector: '$', params } }],
    });
  test.each([
    [
      'a secret with a default',
      spec({ x: { type: 'string', secret: true, default: 'hunter2' } }, {}, { a: '{config.x}' }),
      'spec/secret-literal',
    ],
    ['a secret that is a number', spec({ x: { type: 'integer', secret: true } }, {}, { a: '{config.x}' }), 'spec/config-default'],
    ['a secret host', spec({ x: { type: 'string', secret: true } }, { base_url: 'https://{config.x}.example' }), 'spec/secret-host'],
    ['a host from the environment', spec({}, { base_url: 'https://${SOME_HOST}.example' }), 'spec/secret-host'],
    ['two options of one name', spec({}, { auth: 'bearer' }, { a: '${TOKEN}' }), 'spec/duplicate-name'],
  ])('%s', async (_, text, code) => {
    const errors = (await diagnosticsOf(text)).filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ code }]);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
  });
});
