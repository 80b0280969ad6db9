import { describe, expect, test } from 'vitest';
import { parseSelector, showPath } from '../../generator/selector.js';
import { serve } from '../support/loopback.js';
import { oneResource, read, things } from '../support/one-resource.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

const keysOf = (selector: string): unknown => {
  const parsed = parseSelector(selector);
  return parsed.ok ? parsed.path.map((step) => (step.kind === 'key' ? step.key : step.kind)) : parsed.message;
};

describe('keys of a selector', () => {
  test.each([
    ['a.b', ['a', 'b']],
    ['many-results.x-y', ['many-results', 'x-y']],
    ['é-b.名前', ['é-b', '名前']],
    ['2xx.count', ['2xx', 'count']],
    ['@graph', ['@graph']],
    ['@graph[*].@id', ['@graph', 'every', '@id']],
    ['"@odata.nextLink"', ['@odata.nextLink']],
    ["'@odata.nextLink'", ['@odata.nextLink']],
    ["['@odata.nextLink']", ['@odata.nextLink']],
    ['$["@odata.nextLink"]', ['@odata.nextLink']],
    ['d."odd.key".e', ['d', 'odd.key', 'e']],
    [String.raw`"say \"no\"".a`, ['say "no"', 'a']],
    ["['@odata'].nextLink", ['@odata', 'nextLink']],
  ])('%s', (selector, keys) => {
    expect(keysOf(selector)).toEqual(keys);
    const parsed = parseSelector(selector);
    if (parsed.ok) expect(parseSelector(showPath(parsed.path))).toEqual(parsed); // what is shown can be written
  });

  test.each([
    ['@odata.nextLink', "Write ['@odata.nextLink'] for one key, or ['@odata']['nextLink']."],
    ['odata.count', "Write ['odata.count'] for one key, or ['odata']['count']."],
    ['d.Customers@odata.nextLink', "Write ['d']['Customers@odata.nextLink'] for one key, or ['d']['Customers@odata']['nextLink']."],
    ['@odata.a.b[0].c', "Write ['@odata.a.b'][0].c for one key, or ['@odata']['a']['b'][0].c."],
  ])('that may be one or two are refused with both ways to write them: %s', (selector, hint) => {
    const refused = parseSelector(selector);
    expect(refused).toMatchObject({ ok: false, hint });
    for (const [, written = ''] of hint.matchAll(/(?:Write|or) (\S+?)(?= for|\.$)/g)) expect(parseSelector(written).ok).toBe(true);
  });
});

const spec = (parts: { readonly endpoint?: object; readonly resource?: object; readonly auth?: object }): string =>
  JSON.stringify({
    name: 'one',
    client: { base_url: 'https://a.example', ...(parts.auth === undefined ? {} : { auth: parts.auth }) },
    resources: [
      {
        name: 'things',
        fields: { id: 'integer' },
        endpoint: { paginator: 'single_page', data_selector: '$', ...parts.endpoint },
        ...parts.resource,
      },
      { name: 'parents', endpoint: { path: '/p', paginator: 'single_page', data_selector: '$' } },
    ],
  });

const KEY = '@odata.x';
test.each([
  ['data_selector', { endpoint: { data_selector: KEY } }],
  ['next_url_path', { endpoint: { paginator: { type: 'json_link', next_url_path: KEY } } }],
  ['cursor_path of a paginator', { endpoint: { paginator: { type: 'cursor', cursor_path: KEY } } }],
  ['cursor_path of the last record', { endpoint: { paginator: { type: 'cursor', cursor_path: `last.${KEY}` } } }],
  ['cursor_body_path', { endpoint: { method: 'POST', paginator: { type: 'cursor', cursor_path: 'c', cursor_body_path: KEY } } }],
  ['offset_body_path', { endpoint: { method: 'POST', paginator: { type: 'offset', limit: 10, offset_body_path: KEY } } }],
  ['page_body_path', { endpoint: { method: 'POST', paginator: { type: 'page_number', page_body_path: KEY } } }],
  ['total_path', { endpoint: { paginator: { type: 'offset', limit: 10, total_path: KEY } } }],
  ['total_path of pages', { endpoint: { paginator: { type: 'page_number', total_path: KEY } } }],
  ['has_more_path', { endpoint: { paginator: { type: 'page_number', has_more_path: KEY } } }],
  ['body_path', { endpoint: { response_actions: [{ body_path: KEY, action: 'fail' }] } }],
  ['flatten', { endpoint: { reshape: { flatten: KEY } } }],
  ['include', { endpoint: { reshape: { flatten: 'a', include: { x: KEY } } } }],
  ['cursor_path of an incremental read', { endpoint: { incremental: { cursor_path: KEY, start_param: 's', initial_value: 1 } } }],
  [
    'token_path',
    { auth: { type: 'session_token', login_url: 'https://a.example/l', json: { u: '{username}', p: '{password}' }, token_path: KEY } },
  ],
  [
    'expires_in_path',
    { auth: { type: 'session_token', login_url: 'https://a.example/l', json: { u: '{username}', p: '{password}' }, expires_in_path: KEY } },
  ],
  ['a field of a parent', { endpoint: { params: { a: `{resources.parents.${KEY}}` } } }],
])('an ambiguous key is refused in %s', async (_, parts) => {
  const errors = (await diagnosticsOf(spec(parts))).filter(({ severity }) => severity === 'error');
  expect(errors).toMatchObject([{ message: expect.stringContaining('"@odata.x" is one key, or a key inside another') as string }]);
});

test('links, totals and lists are found under keys with dots and at-signs', async () => {
  const { origin, asked } = await serve(({ url }) => {
    const at = Number(url.searchParams.get('$skip'));
    const more = at < 20 ? { '@odata.nextLink': `/things?$skip=${at + 10}` } : {};
    return { body: { '@odata.count': 30, '@odata': { nextLink: '/wrong' }, 'v.alue': things(at, 10), ...more } };
  });
  const links = await oneResource(origin, {
    data_selector: '"v.alue"',
    paginator: { type: 'json_link', next_url_path: '"@odata.nextLink"' },
  });
  expect((await read(links())).ids).toHaveLength(30);
  const paging = { type: 'offset', limit: 10, offset_param: '$skip', limit_param: '$top', total_path: "['@odata.count']" };
  const counted = await oneResource(origin, { data_selector: "['v.alue']", paginator: paging });
  expect((await read(counted())).ids).toHaveLength(30);
  expect(asked).toHaveLength(6);
});
