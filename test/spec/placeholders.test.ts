import { describe, expect, test } from 'vitest';
import { parseTemplate } from '../../generator/placeholder.js';
import { serve } from '../support/loopback.js';
import { oneResource, read } from '../support/one-resource.js';
import { diagnosticsOf } from '../support/spec-diagnostics.js';

/** A template as text, its placeholders between angle brackets. */
function shown(text: string): string | undefined {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return undefined;
  return parsed.template.map((part) => (typeof part === 'string' ? part : `<${[part.root, ...part.path].join('.')}>`)).join('');
}

describe('in a text without doubled braces', () => {
  test.each([
    ['{config.x}', '<config.x>'],
    ['a{resources.p.items[0].id}b', 'a<resources.p.items[0].id>b'],
    ['{things{nodes{id}}}', '{things{nodes{id}}}'],
    ['query { things(first: 5) { nodes {id} } }', 'query { things(first: 5) { nodes {id} } }'],
    ['query{viewer{id}}', 'query{viewer{id}}'],
    ['{"a":{"b":1}}', '{"a":{"b":1}}'],
    ['{"a": "{config.x}", "b": {}}', '{"a": "<config.x>", "b": {}}'],
    ['a{2,3} {0} {}', 'a{2,3} {0} {}'],
    ['${NAME}', '<$.NAME>'],
    ['${name}', '${name}'],
    ['}{', '}{'],
    ['{foo}', '<foo>'],
    ['{"a": "{foo}"}', '{"a": "<foo>"}'],
    ['{nodes{foo.bar}}', '{nodes<foo.bar>}'],
  ])('%s', (text, expected) => expect(shown(text)).toBe(expected));
});

describe('in a text with doubled braces, as dlt reads it', () => {
  test.each([
    ['{{"a": 1}}', '{"a": 1}'],
    ['a{{b}}', 'a{b}'],
    ['query {{ a {{ id }} }}', 'query { a { id } }'],
    ['{{things{{nodes{{id}}}}}}', '{things{nodes{id}}}'],
    ['{{"a": "{config.x}"}}', '{"a": "<config.x>"}'],
    ['{{{config.x}}}', '{<config.x>}'],
    ['{{config.x}}', '{config.x}'],
    ['{{ ${NAME} }}', '{ <$.NAME> }'],
  ])('%s', (text, expected) => expect(shown(text)).toBe(expected));

  test.each(['{things{nodes{{id}}}}', '{{a}', '{{"a": {"b": 1}}}}', 'a} {{b}}'])('a single one is refused: %s', (text) =>
    expect(parseTemplate(text)).toMatchObject({ ok: false, message: expect.stringContaining('a single "') as string }),
  );
});

describe('what looks like a placeholder and is none', () => {
  test.each([
    ['{resources.p.id:05d}', 'Write {resources.p.id}: formats are not applied.'],
    ['{resources.p.id:>5}', 'Write {resources.p.id}: formats are not applied.'],
    ['{resources.p.id!s}', 'Write {resources.p.id}: formats are not applied.'],
    ['{resources.p.id|upper}', 'Write {resources.p.id}: formats are not applied.'],
    ['{ resources.p.id }', 'Write {resources.p.id}.'],
    ['{"a": "{ config.x }"}', 'Write {config.x}.'],
    ["{resources.p['id']}", 'Write {resources.p.id}.'],
    ['{config["x"]}', 'Write {config.x}.'],
    ['{for_each. region}', 'Write {for_each.region}.'],
    ['{incremental.start_value + 1}', 'Write {root.name}, with nothing else in the braces.'],
  ])('%s', (text, hint) => expect(parseTemplate(text)).toMatchObject({ ok: false, hint }));

  test.each(['{config.x', 'a {resources.p.id b', '{config.x{y}'])('is closed: %s', (text) =>
    expect(parseTemplate(text)).toEqual({ ok: false, message: 'a placeholder is opened with "{" and never closed' }),
  );
});

const WRONG = '{ config.x }';
test.each([
  ['path', { path: `/a/${WRONG}` }],
  ['params', { params: { a: WRONG } }],
  ['a list in params', { params: { a: ['b', WRONG] } }],
  ['a mapping in params', { params: { a: { b: WRONG } } }],
  ['headers', { headers: { 'X-A': WRONG } }],
  ['json', { method: 'POST', json: { a: [{ b: WRONG }] } }],
  ['data', { method: 'POST', data: { a: WRONG } }],
  ['filter', { filter: { field: 'id', value: WRONG } }],
  ['initial_value', { incremental: { cursor_path: 'id', start_param: 's', initial_value: WRONG } }],
])('it is refused once, with its place, in %s', async (_, endpoint) => {
  const text = JSON.stringify({
    name: 'one',
    config: { x: 'string' },
    client: { base_url: 'https://a.example' },
    resources: [
      {
        name: 'things',
        fields: { id: { type: 'integer', nullable: false } },
        endpoint: { paginator: 'single_page', params: { b: '{config.x}' }, ...endpoint },
      },
    ],
  });
  const errors = (await diagnosticsOf(text)).filter(({ severity }) => severity === 'error');
  expect(errors).toMatchObject([{ code: 'spec/placeholder', message: `"${WRONG}" looks like a placeholder and is none` }]);
});

test('braces go out as they were meant, in a query, a form and JSON', async () => {
  const { origin, asked } = await serve(() => ({ body: { items: [] } }));
  const query = '{things{nodes{id}}}';
  const doubled = '{{things{{nodes{{id}}}}}}';
  for (const text of [query, doubled]) {
    await read((await oneResource(origin, { params: { query: text, filter: { f: text } } }))());
    await read((await oneResource(origin, { method: 'POST', data: { query: text } }))());
    await read((await oneResource(origin, { method: 'POST', json: { query: text } }))());
  }
  const sent = asked.map(({ url, body }) => [
    ...url.searchParams.values(),
    ...new URLSearchParams(body.startsWith('{') ? '' : body).values(),
    ...(body.startsWith('{') ? [(JSON.parse(body) as { query: string }).query] : []),
  ]);
  expect(sent.flat()).toEqual(Array.from({ length: 8 }, () => query));
});

test('one rule holds for the texts of paginators and credentials, too', async () => {
  const { origin, asked } = await serve(({ url }) => ({ body: { items: url.search.includes('1%2C') ? [] : [{ id: 1 }] } }));
  const texts = {
    '{"skip":{offset},"take":{limit}}': { type: 'offset', offset_param: 'q', limit: 1 },
    '{{"skip":{offset},"take":{limit}}}': { type: 'offset', offset_param: 'q', limit: 1 },
    '(page:{page},size:{limit})': { type: 'page_number', page_param: 'q', limit: 1 },
  };
  for (const [page_template, paginator] of Object.entries(texts)) {
    const before = asked.length;
    const auth = { type: 'api_key', name: 'k', location: 'query', value: '{{"t":"{api_key}"}}' };
    const open = await oneResource(origin, { paginator: { ...paginator, page_template } }, { auth });
    await read(open({ apiKey: 'canary-c0ffee' }));
    const first = paginator.type === 'offset' ? '{"skip":0,"take":1}' : '(page:0,size:1)';
    const sent = asked.slice(before).map(({ url }) => [url.searchParams.get('q'), url.searchParams.get('k')]);
    expect(sent).toEqual([first, first.replace('0', '1')].map((text) => [text, '{"t":"canary-c0ffee"}']));
  }
});

test.each([
  ['another name', { page_template: '{page}{size}' }, {}],
  ['a single brace beside doubled ones', { page_template: '{{"page":{page}}' }, {}],
  ['another word beside a credential', {}, { value: '{user}:{api_key}' }],
  ['a credential twice', {}, { value: '{api_key}:{api_key}' }],
])('and refuses %s', async (_, paginator, auth) => {
  const text = JSON.stringify({
    name: 'one',
    client: { base_url: 'https://a.example', auth: { type: 'api_key', name: 'k', location: 'query', ...auth } },
    resources: [
      { name: 'things', endpoint: { path: 'x', paginator: { type: 'page_number', limit: 1, ...paginator }, data_selector: 'a' } },
    ],
  });
  const errors = (await diagnosticsOf(text)).filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code }) => code)).toEqual([expect.stringMatching(/^spec\/(placeholder|page-template)$/)]);
});
