import { describe, expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';

/** Whatever hooks there are, and however the rest of a package is made: it compiles, and calls each of them. */

const AUTH: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  key: { type: 'api_key', name: 'key', location: 'query' },
  tokens: { type: 'oauth2_client_credentials', access_token_url: 'https://api.example.com/token' },
  choice: [{ type: 'bearer' }, { type: 'http_basic' }],
};

/** Endpoints, with what else a request may have. */
const ENDPOINTS: Readonly<Record<string, object>> = {
  plain: { paginator: { type: 'offset', limit: 2, has_more_path: 'more' } },
  'with a body': { method: 'POST', json: { a: 1 }, headers: { 'x-a': 'b' }, paginator: { type: 'json_link', next_url_path: 'next' } },
  'with its own auth': {
    auth: { type: 'bearer' },
    timeout: 5,
    paginator: { type: 'page_number', base_page: 1, total_path: null, maximum_page: 3 },
  },
  'with selections': { data_selector: 'groups[*].users', params: { view: '{config.view}' }, paginator: { type: 'header_link' } },
};

const HOOKS: Readonly<Record<string, string>> = {
  request: 'request(request) { request.headers.set("a", "b"); }',
  'request told': 'async request(request, { options, page }) { request.headers.set(String(page), options.view); }',
  authenticate: 'authenticate: () => {}',
  'authenticate told': 'authenticate(request, { options }) { request.headers.set("a", options.view); }',
  select: 'select: () => []',
  'select told': 'select: (body, { headers, url }) => [body, headers.get("a"), url.href]',
  next: 'next: ({ position }) => (position === undefined ? null : { ...position })',
  'next of nothing': 'next: () => null',
  'next told': 'next: ({ position }, { url }) => (url.hash === "" && position !== undefined ? { ...position } : null)',
  filter: 'filter: () => true',
  'filter told': 'filter: ({ id }, { page }) => id !== String(page)',
  map: 'map: ({ id }) => ({ key: id })',
  'map told': 'map: ({ id }, { resource }) => ({ [resource]: id })',
};

const specOf = (auth: unknown, endpoint: object, more: object = {}): string =>
  JSON.stringify({
    name: 'mix',
    config: {
      view: { type: 'string', description: 'Which.', default: 'all' },
      since: { type: 'date', description: 'When.', optional: true },
    },
    client: { base_url: 'https://api.example.com', ...(auth === undefined ? {} : { auth }) },
    resources: [
      {
        name: 'things',
        primary_key: 'id',
        fields: { id: 'string', at: { type: 'datetime', nullable: false } },
        endpoint: { data_selector: 'data', path: '/things', ...endpoint },
        ...more,
      },
      {
        name: 'others',
        primary_key: 'id',
        fields: { id: 'string' },
        endpoint: { path: '/things/{resources.things.id}', data_selector: 'data' },
      },
    ],
  });

const hooksOf = (owner: string, hooks: readonly string[]): string =>
  `export const ${owner} = { ${hooks.join(', ')} } satisfies import('../generated/mix/src/hook-types.ts').${owner === 'client' ? 'Client' : owner === 'things' ? 'Things' : 'Others'}Hooks;\n`;

describe.each(Object.keys(AUTH))('signed with %s', (auth) => {
  test.each(Object.keys(ENDPOINTS))('an endpoint %s compiles with any hook', async (endpoint) => {
    if (auth === 'nothing' && endpoint === 'with its own auth') return;
    const keeping = Object.entries(HOOKS).filter(([name]) => !name.startsWith('map')); // children count on the type
    for (const [index, [name, hook]] of keeping.entries()) {
      const owner = index % 3 === 0 ? 'others' : 'things';
      const hooks = owner === 'others' && name.startsWith('next') ? hooksOf('things', [hook]) : hooksOf(owner, [hook]);
      const files = await filesFrom('mix.yaml', specOf(AUTH[auth], ENDPOINTS[endpoint] ?? {}), hooks);
      expect(Object.keys(files), name).toContain('src/hooks.ts');
    }
    const shared = hooksOf('client', ['authenticate(request, { options }) { request.headers.set("a", options.view); }']);
    const own = hooksOf(
      'things',
      ['request', 'authenticate', 'select', 'next told', 'filter'].map((name) => HOOKS[name] ?? ''),
    );
    await filesFrom('mix.yaml', specOf(AUTH[auth], ENDPOINTS[endpoint] ?? {}), shared);
    const files = await filesFrom(
      'mix.yaml',
      specOf(AUTH[auth], ENDPOINTS[endpoint] ?? {}),
      shared + own + hooksOf('others', [HOOKS['map told'] ?? '']),
    );
    for (const call of ['request(', 'authenticate(', 'select(', 'next(', 'filter('])
      expect(files['src/resources/things.ts']).toContain(`hooks.${call}`);
    expect(files['src/internal/http.ts']).toContain('hooks.authenticate(request, { options');
    expect(files['src/resources/others.ts']).toContain('hooks.map(record, context)');
  });
});

test.each([
  [
    'pages asked for at once',
    { concurrency: 3 },
    { paginator: { type: 'offset', limit: 2, total_path: 'total' } },
    ['request told', 'select told', 'filter told'],
  ],
  ['a page asked for ahead', { prefetch: true }, { paginator: { type: 'cursor' } }, ['next told', 'filter']],
  [
    'incremental reads',
    {},
    { incremental: { cursor_path: 'at', start_param: 'since' }, paginator: { type: 'offset', limit: 2 } },
    ['next', 'filter told', 'request'],
  ],
  [
    'a read for each value',
    { for_each: { part: ['a', 'b'] } },
    { path: '/things/{for_each.part}', paginator: { type: 'header_link' } },
    ['next told', 'filter: ({ id }, { values }) => id !== values.part'],
  ],
  ['rate limits', {}, { retry: { max_retries: 0 }, paginator: { type: 'cursor' } }, ['request', 'authenticate told']],
  [
    'several values at once',
    { for_each: { part: ['a', 'b'] }, concurrency: 3 },
    { path: '/things/{for_each.part}', paginator: { type: 'offset', limit: 2 } },
    ['request told', 'next told', 'select told', 'filter told'],
  ],
  ['no retries', {}, { retry: { max_retries: 0 }, paginator: { type: 'cursor' } }, ['request', 'authenticate told']],
  [
    'windows',
    {},
    {
      incremental: { cursor_path: 'at', start_param: 'since', end_param: 'to', step: 'P7D', initial_value: '2026-01-01T00:00:00Z' },
      paginator: { type: 'cursor' },
    },
    ['request told', 'next told', 'filter', 'select'],
  ],
  ['a deadline', {}, { deadline: 60, paginator: { type: 'offset', limit: 2 } }, ['request', 'authenticate told', 'next', 'select told']],
])('compiles with %s', async (_, resource, endpoint, hooks) => {
  const files = await filesFrom(
    'mix.yaml',
    specOf(AUTH['key'], endpoint, resource),
    hooksOf(
      'things',
      hooks.map((name) => HOOKS[name] ?? name),
    ),
  );
  expect(files['src/resources/things.ts']).toContain("from '../hooks.ts'");
});

test('nothing of hooks stands in a package without them', async () => {
  const files = await filesFrom('mix.yaml', specOf(AUTH['key'], ENDPOINTS['plain'] ?? {}));
  const code = "  | 'hook_failed'\n"; // the codes of errors are the same in all packages
  expect(Object.entries(files).filter(([path, text]) => /hook/i.test(path + text.replace(code, '')))).toEqual([]);
});
