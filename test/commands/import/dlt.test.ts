import { describe, expect, test } from 'vitest';
import { broughtFrom, saidOf } from './support.js';

const CLIENT = { base_url: 'https://api.acme.example/v1/' };

/** One resource called things, with this as its endpoint and that beside it. */
const one = (endpoint: object, beside: object = {}, client: object = {}) => ({
  client: { ...CLIENT, ...client },
  resources: [{ name: 'things', endpoint: { path: 'things', data_selector: 'items', paginator: 'single_page', ...endpoint }, ...beside }],
});

/** A parent and its child. */
const family = (child: object, beside: object = {}) => ({
  client: { ...CLIENT, paginator: { type: 'page_number', total_path: null } },
  resources: [
    { name: 'posts', endpoint: { path: 'posts', data_selector: 'items' } },
    { name: 'comments', endpoint: child, ...beside },
  ],
});

describe('rules of dlt', () => {
  test.each<[string, unknown, readonly string[]]>([
    [
      'auth without a type is a bearer',
      one({}, {}, { auth: { token: '⟦secret:access_token⟧' } }),
      ['auth: { type: bearer, token: "${ACME_ACCESS_TOKEN}" }'],
    ],
    [
      'location: param',
      one({}, {}, { auth: { type: 'api_key', name: 'k', api_key: 'x', location: 'param' } }),
      ['auth: { type: api_key, name: k, location: query }'],
    ],
    ['basic', one({}, {}, { auth: { type: 'http_basic', username: 'u', password: '⟦secret:password⟧' } }), ['auth: { type: http_basic }']],
    [
      'oauth without its grant type',
      one(
        {},
        {},
        {
          auth: {
            type: 'oauth2_client_credentials',
            access_token_url: 'https://login.acme.example/token',
            access_token_request_data: { grant_type: 'client_credentials', scope: 'a' },
          },
        },
      ),
      ['type: oauth2_client_credentials', 'access_token_url: https://login.acme.example/token', 'access_token_request_data: { scope: a }'],
    ],
    [
      'a header that signs',
      one({}, {}, { headers: { Authorization: 'Bearer ⟦secret:token⟧', 'X-A': 'b' } }),
      ['headers: { X-A: b }', 'auth: { type: bearer }'],
    ],
    [
      'a header that signs in another way',
      one({}, {}, { headers: { Authorization: 'Token ⟦secret:api_key⟧' } }),
      ['auth: { type: api_key, name: Authorization, location: header, value: "Token {api_key}" }'],
    ],
    [
      'options of the caller',
      one({ params: { org: '⟦config:org⟧' } }),
      ['config:\n  org: { type: string }', 'params: { org: "{config.org}" }'],
    ],
    [
      'the defaults of page_number',
      one({ paginator: 'page_number' }),
      ['paginator: { type: page_number, base_page: 0, page_param: page, total_path: total, stop_after_empty_page: true }'],
    ],
    [
      'the defaults of offset',
      one({ paginator: { type: 'offset', limit: 50 } }),
      ['paginator: { type: offset, limit: 50, offset_param: offset, limit_param: limit, total_path: total, stop_after_empty_page: true }'],
    ],
    [
      'no total',
      one({ paginator: { type: 'offset', limit: 50, total_path: null } }),
      ['paginator: { type: offset, limit: 50, offset_param: offset, limit_param: limit, stop_after_empty_page: true }'],
    ],
    [
      'the defaults of cursor',
      one({ paginator: 'cursor' }),
      ['paginator: { type: cursor, cursor_path: cursors.next, cursor_param: cursor }'],
    ],
    [
      'json_response',
      one({ paginator: { type: 'json_response', next_url_path: 'paging.next' } }),
      ['paginator: { type: json_link, next_url_path: paging.next }'],
    ],
    [
      'a path in double quotes',
      one({ paginator: { type: 'json_link', next_url_path: '"@odata.nextLink"' } }),
      ['paginator: { type: json_link, next_url_path: "[\'@odata.nextLink\']" }'],
    ],
    [
      'parameters that the paginator sets',
      one({ paginator: { type: 'offset', limit: 5, total_path: null }, params: { limit: 5, q: 'x', none: null } }),
      ['      params: { q: x }\n'],
    ],
    ['the query of a path', one({ path: 'things?a=1&b=x%20y' }), ['path: things\n', 'params: { a: "1", b: "x y" }']],
    ['an absolute path of the same API', one({ path: 'https://api.acme.example/v1/things' }), ['path: things\n']],
    [
      'doubled braces',
      one({ method: 'POST', json: { query: 'query {{ a {{ id }} }}', filter: '{{"a":1}}' } }),
      ['json: { query: "query { a {{id}} }", filter: "{\\"a\\":1}" }'.replace('{{id}}', '{ id }')],
    ],
    [
      'nulls at places of the paginator',
      one({
        method: 'POST',
        json: { variables: { after: null, size: 5 } },
        paginator: { type: 'cursor', cursor_path: 'c', cursor_body_path: 'variables.after' },
      }),
      ['json: { variables: { size: 5 } }'],
    ],
    [
      'a parameter that is incremental',
      one({ params: { since: { type: 'incremental', cursor_path: 'updated_at', initial_value: '2024-01-25' } } }),
      [
        'cursor_path: updated_at\n        initial_value: "2024-01-25"\n        start_param: since',
        'updated_at: { type: date, nullable: false }',
      ],
    ],
    [
      'a cursor without a zone',
      one({ incremental: { cursor_path: 'at', initial_value: '2017-08-01T00:00:00', start_param: 'since' } }),
      ['at: { type: datetime, format: "%Y-%m-%dT%H:%M:%S", nullable: false }'],
    ],
    [
      'a cursor that nobody sends',
      one({ incremental: { cursor_path: 'at', initial_value: 5 } }),
      ['client_side: true', 'at: { type: integer, nullable: false }'],
    ],
    [
      'a function that makes seconds',
      one({
        incremental: {
          cursor_path: 'at',
          initial_value: '2024-01-01T00:00:00Z',
          start_param: 'since',
          convert: { $callable: '<lambda>', source: 'lambda d: int(pendulum.parse(d).timestamp())' },
        },
      }),
      ['format: epoch_s # why: the function convert makes seconds since 1970'],
    ],
    [
      'columns',
      one({}, { columns: { count: { data_type: 'bigint', nullable: false, precision: 64 }, s: { dedup_sort: 'asc' } } }),
      ['count: { type: integer, nullable: false }'],
    ],
    [
      'hints of destinations',
      one({}, { table_name: 't', max_table_nesting: 0, write_disposition: { disposition: 'merge', strategy: 'scd2' }, primary_key: 'id' }),
      ['write_disposition: merge', 'primary_key: id'],
    ],
    [
      'empty lists and nulls',
      one({ response_actions: [] }, { include_from_parent: [], columns: {}, primary_key: [] }),
      ['- name: things\n'],
    ],
    [
      'a child of one record',
      family({ path: 'posts/{resources.posts.id}' }),
      [
        'path: "posts/{resources.posts.id}"',
        'data_selector: $ # why',
        'paginator: { type: single_page } # why',
        'id: { type: union, variants: [string, integer], nullable: false } # why: children need it',
      ],
    ],
    [
      'a parameter that is resolved',
      family(
        {
          path: 'posts/{post_id}/comments',
          data_selector: 'items',
          params: { post_id: { type: 'resolve', resource: 'posts', field: 'id' } },
        },
        { include_from_parent: ['title'], parallelized: true },
      ),
      ['path: "posts/{resources.posts.id}/comments"', 'include_from_parent: [title]', 'concurrency: 4', 'title: { type: union'],
    ],
    [
      'defaults of all resources',
      {
        client: CLIENT,
        resource_defaults: { primary_key: 'id', endpoint: { params: { a: 1 }, paginator: 'header_link' } },
        resources: ['things', { name: 'others', endpoint: { params: { b: 2 } } }],
      },
      ['path: things\n', 'params: { a: 1 }', 'params: { a: 1, b: 2 }'],
    ],
    [
      'names that are none',
      { client: CLIENT, resources: [{ name: 'v1/things', endpoint: { path: 'v1/things', data_selector: 'a', paginator: 'single_page' } }] },
      ['- name: v1_things'],
    ],
    ['no paginator', one({ paginator: undefined }), ['paginator: { type: single_page } # LOOK: dlt looks at the answers']],
    ['no selector, one page', one({ data_selector: undefined }), ['data_selector: "$[*]" # LOOK: dlt finds the list']],
    [
      'no selector, several pages',
      one({ data_selector: undefined, paginator: 'header_link' }),
      ['data_selector: $ # LOOK: dlt finds the list'],
    ],
    [
      'functions that compare',
      one(
        {},
        {
          processing_steps: [
            { filter: { $callable: '<lambda>', source: '"processing_steps": [{"filter": lambda row: row["status"] == "open"}]},' } },
            { filter: { $code: 'lambda r: r.get("size") in [1, 2]' } },
          ],
        },
      ),
      ['filter: [{ field: status, value: open }, { field: size, op: in, value: [1, 2] }] # why', 'status: string'],
    ],
    [
      'response actions',
      one({
        response_actions: [
          { status_code: 404, action: 'ignore' },
          { $callable: 'check', source: 'def check(r): ...' },
        ],
      }),
      ['response_actions: [{ status_code: 404, action: ignore }]'],
    ],
  ])('%s', (_, config, lines) => {
    const made = broughtFrom(config);
    expect(saidOf(made).filter((each) => each.includes('left out'))).toEqual([]);
    for (const line of lines) expect(made.text).toContain(line);
  });

  test.each([
    [
      'a format of Python',
      family({ path: 'x', params: { k: '{resources.posts.id:05d}' } }),
      'comments | left out | the placeholder {resources.posts.id:05d} has a format of Python',
    ],
    [
      'a secret inside of a body',
      one({ method: 'POST', json: { token: '⟦secret:token⟧' } }),
      'things | left out | the secret token is part of a body or a parameter',
    ],
    [
      'code in a parameter',
      one({ params: { since: { $code: 'pendulum.now()' } } }),
      'things | left out | a value is made by code: pendulum.now()',
    ],
    [
      'another origin',
      one({ path: 'https://elsewhere.example/things' }),
      'things | left out | the path https://elsewhere.example/things is outside of base_url',
    ],
    [
      'a resource in Python',
      { client: CLIENT, resources: [{ $resource: 'seed' }, 'things'] },
      'seed | left out | it is made in Python: for_each with a list of yours may stand for it',
    ],
    ['what the language refuses', one({ data_selector: 'a..b' }), 'things | left out | the path a..b is more than a place in a body'],
  ])('%s is left out, and said', (_, config, said) => {
    expect(saidOf(broughtFrom(config))).toContain(said);
  });

  test('what is made in code is a typed function to write', () => {
    const made = broughtFrom(
      one(
        { paginator: { $instance: 'acme.Pages', source: 'class Pages(BasePaginator): ...' } },
        { processing_steps: [{ filter: { $callable: 'f', source: 'def f(r): return r["a"]' } }] },
      ),
    );
    expect(made.stubs.map(({ hook, resource }) => `${resource}.${hook}`)).toEqual(['things.next', 'things.filter']);
    expect(saidOf(made)).toEqual(['things | stub | next hook: acme.Pages | filter hook: def f(r): return r["a"]']);
  });

  test('children go with their parents', () => {
    const made = broughtFrom({
      client: CLIENT,
      resources: [
        { name: 'posts', endpoint: { path: 'https://elsewhere.example/', paginator: 'single_page' } },
        { name: 'comments', endpoint: 'posts/{resources.posts.id}/comments' },
        'others',
      ],
    });
    expect(saidOf(made).map((each) => each.split(' | ').slice(0, 3).join(' | '))).toEqual([
      'posts | left out | the path https://elsewhere.example/ is outside of base_url',
      'comments | left out | its parent posts is left out: the path https://elsewhere.example/ is outside of base_url',
      'others | imported',
    ]);
  });
});

describe('a Python file', () => {
  test('is read where its configuration is a literal, with the places of its parts', () => {
    const made = broughtFrom(
      `import dlt
from dlt.sources.rest_api import rest_api_source, RESTAPIConfig

BASE = "https://api.acme.example/" "v1"  # two texts
SIZE: int = 1_000

@dlt.source
def acme(token=dlt.secrets.value):
    config: RESTAPIConfig = {
        "client": {"base_url": BASE, "auth": {"token": dlt.secrets["sources.acme.access_token"]}},
        'resources': [
            {"name": "things", "endpoint": {"path": r"things", "params": {"size": SIZE, "on": True, 'off': None}, "data_selector": """items""", "paginator": "single_page"}},
            # a comment
            {"name": "made", "endpoint": {"path": f"a/{x}", "data_selector": "a", "paginator": "single_page"}},
        ],
    }
    yield from rest_api_resources(config)
`,
      { file: 'acme.py' },
    );
    expect(made.text).toContain('base_url: https://api.acme.example/v1\n');
    expect(made.text).toContain('auth: { type: bearer, token: "${ACME_ACCESS_TOKEN}" }');
    expect(made.text).toContain('size: 1000\n        "on": "True" # why: what Python sends');
    expect(made.outcomes.map(({ stream, status }) => [stream.name, status, stream.place?.line, stream.place?.column])).toEqual([
      ['things', 'imported', 12, 13],
      ['made', 'imported', 14, 13],
    ]);
  });
});
