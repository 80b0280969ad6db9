/** A configuration as people write it, and what it needs. `URL` stands for the address of the API. */
export interface DltCase {
  readonly name: string;
  /** The configuration as JSON. */
  readonly config?: object;
  /** Or a Python file, evaluated by the dumper. */
  readonly python?: string;
  /** The function of the Python file that makes the source. */
  readonly make?: string;
  /** Credentials and options that the package takes. */
  readonly options?: Readonly<Record<string, string | readonly string[]>>;
  /** Whether it says too little to be read without a look at the API. */
  readonly look?: boolean;
  /** Why rows differ on purpose. */
  readonly differs?: string;
}

const client = (more: object = {}): object => ({ base_url: 'URL', ...more });
const one = (
  name: string,
  endpoint: object | string,
  more: object = {},
  about: Omit<DltCase, 'name' | 'config'> = {},
  clientMore: object = {},
): DltCase => ({
  name,
  config: { client: client(clientMore), resources: [{ name: 'rows', endpoint, ...more }] },
  ...about,
});
const family = (name: string, child: object, about: Omit<DltCase, 'name' | 'config'> = {}, more: object = {}): DltCase => ({
  name,
  config: {
    client: client(),
    resources: [
      {
        name: 'posts',
        endpoint: { path: 'posts', data_selector: 'items', paginator: { type: 'page_number', base_page: 1, total_path: null } },
      },
      { name: 'children', ...more, endpoint: { paginator: 'single_page', data_selector: 'items', ...child } },
    ],
  },
  ...about,
});
const python = (name: string, body: string, about: Omit<DltCase, 'name' | 'python'> = {}): DltCase => ({
  name,
  python: `import dlt\nfrom dlt.sources.rest_api import rest_api_resources, rest_api_source, RESTAPIConfig\n${body}`,
  make: 'make',
  ...about,
});

export const DLT_CASES: readonly DltCase[] = [
  // paginators, their defaults and their keys
  one('page_number with its defaults', { path: 'pages0', data_selector: 'items', paginator: 'page_number' }),
  one('page_number from 1', {
    path: 'pages1',
    data_selector: 'data.rows',
    paginator: { type: 'page_number', base_page: 1, total_path: 'total_pages' },
  }),
  one('page_number until an empty page', {
    path: 'pages0',
    data_selector: 'items',
    paginator: { type: 'page_number', total_path: null, page_param: 'page_no' },
  }),
  one('page_number with a total of items', {
    path: 'pages0',
    data_selector: 'items',
    paginator: { type: 'page_number', total_path: 'count' },
  }),
  one('page_number with a maximum', {
    path: 'pages0',
    data_selector: 'items',
    paginator: { type: 'page_number', total_path: null, maximum_page: 2 },
  }),
  one('page_number and has_more', {
    path: 'pages1',
    data_selector: 'data.rows',
    paginator: { type: 'page_number', base_page: 1, total_path: null, has_more_path: 'more' },
  }),
  one('offset with its defaults', { path: 'offsets', data_selector: 'items', paginator: { type: 'offset', limit: 10 } }),
  one('offset with a total elsewhere', {
    path: 'offsets',
    data_selector: 'items',
    paginator: { type: 'offset', limit: 5, total_path: 'meta.total' },
  }),
  one('offset without a total', {
    path: 'notal',
    data_selector: 'items',
    paginator: { type: 'offset', limit: 5, total_path: null, offset_param: 'skip' },
  }),
  one('offset with a maximum', {
    path: 'offsets',
    data_selector: 'items',
    paginator: { type: 'offset', limit: 5, maximum_offset: 15, total_path: null },
  }),
  one('offset and has_more', {
    path: 'offsets',
    data_selector: 'items',
    paginator: { type: 'offset', limit: 5, total_path: null, has_more_path: 'has_more' },
  }),
  one('cursor with its defaults', {
    path: 'cursors',
    data_selector: 'items',
    paginator: { type: 'cursor', cursor_path: 'cursors.next', cursor_param: 'cursor' },
  }),
  one('cursor at an odd place', {
    path: 'cursors',
    data_selector: 'items',
    paginator: { type: 'cursor', cursor_path: 'meta.next-token', cursor_param: 'after' },
  }),
  one('cursor in the body', {
    path: 'cursors',
    method: 'POST',
    json: { cursor: null, limit: 5 },
    data_selector: 'items',
    paginator: { type: 'cursor', cursor_path: 'cursors.next', cursor_body_path: 'cursor' },
  }),
  one('json_link with its defaults', { path: 'links', data_selector: 'results', paginator: 'json_link' }),
  one('json_link by its old name', {
    path: 'links',
    data_selector: 'results',
    paginator: { type: 'json_response', next_url_path: 'paging.next' },
  }),
  one('json_link in double quotes', {
    path: 'links',
    data_selector: 'results',
    paginator: { type: 'json_link', next_url_path: '"@odata.nextLink"' },
  }),
  one('header_link', { path: 'hlinks', data_selector: '$', paginator: 'header_link' }),
  one('header_cursor', {
    path: 'hcursors',
    data_selector: '$',
    paginator: { type: 'header_cursor', cursor_key: 'x-next', cursor_param: 'cursor' },
  }),
  one('single_page', { path: 'all', data_selector: 'items', paginator: 'single_page' }),
  one('a paginator of the client', { path: 'links', data_selector: 'results' }, {}, {}, { paginator: 'json_link' }),

  // what dlt finds out by looking
  one('no paginator, no selector: links', { path: 'links' }, {}, { look: true }),
  one('auto', { path: 'links', data_selector: 'results', paginator: 'auto' }, {}, { look: true }),
  one('no selector: a list', { path: 'bare', paginator: 'single_page' }),
  one('no selector: an envelope', { path: 'envelope', paginator: 'single_page' }, {}, { look: true }),
  one('no selector: a list further down', { path: 'deep', paginator: 'single_page' }, {}, { look: true }),
  one('no selector: a Link header', { path: 'hlinks' }, {}, { look: true }),
  { name: 'bare names', config: { client: client(), resources: ['bare', { name: 'rows', endpoint: 'envelope' }] }, look: true },
  one('the values of a mapping', { path: 'byid', data_selector: 'things.*', paginator: 'single_page' }),

  // defaults, names, paths, parameters
  {
    name: 'defaults of all resources',
    config: {
      client: client(),
      resource_defaults: { primary_key: 'id', write_disposition: 'merge', endpoint: { params: { per_page: 5 }, paginator: 'header_link' } },
      resources: [
        { name: 'rows', endpoint: { path: 'hlinks', data_selector: '$' } },
        { name: 'open', endpoint: { path: 'hlinks', data_selector: '$', params: { status: 'open' } } },
      ],
    },
  },
  {
    name: 'names that are none',
    config: {
      client: client(),
      resources: [{ name: 'v1/rows', endpoint: { path: 'all', data_selector: 'items', paginator: 'single_page' } }],
    },
  },
  one('a query in the path', { path: 'all?status=open&order=desc', data_selector: 'items', paginator: 'single_page' }),
  one('an absolute path', { path: 'URL/all', data_selector: 'items', paginator: 'single_page' }),
  one('parameters of every type', {
    path: 'all',
    params: { status: 'open', n: 3, on: true, none: null },
    data_selector: 'items',
    paginator: 'single_page',
  }),
  one('parameters that the paginator sets', {
    path: 'offsets',
    params: { limit: 10, offset: 0, status: 'open' },
    data_selector: 'items',
    paginator: { type: 'offset', limit: 10 },
  }),
  one('headers', { path: 'all', headers: { 'X-Tenant': 'acme' }, data_selector: 'items', paginator: 'single_page' }),
  one('doubled braces', {
    path: 'search',
    method: 'POST',
    json: { query: 'things {{ id }}', offset: 0 },
    data_selector: 'hits',
    paginator: 'single_page',
  }),
  one('GraphQL', {
    path: 'graphql',
    method: 'POST',
    json: { query: 'query($after: String) {{ posts(after: $after) {{ nodes {{ id }} }} }}', variables: { after: null } },
    data_selector: 'data.posts.nodes',
    paginator: {
      type: 'cursor',
      cursor_path: 'data.posts.pageInfo.endCursor',
      cursor_body_path: 'variables.after',
      has_more_path: 'data.posts.pageInfo.hasNextPage',
    },
  }),
  one(
    'hints of destinations',
    { path: 'all', data_selector: 'items', paginator: 'single_page' },
    {
      table_name: 't',
      max_table_nesting: 0,
      write_disposition: { disposition: 'merge', strategy: 'scd2' },
      primary_key: 'id',
      table_format: 'delta',
    },
  ),
  one(
    'columns',
    { path: 'all', data_selector: 'items', paginator: 'single_page' },
    {
      columns: { id: { data_type: 'bigint', nullable: false }, title: { data_type: 'text' }, author: { data_type: 'json' } },
      primary_key: 'id',
    },
  ),
  one('response actions', {
    path: 'all',
    data_selector: 'items',
    paginator: 'single_page',
    response_actions: [
      { status_code: 404, action: 'ignore' },
      { content: 'no such', action: 'ignore' },
    ],
  }),
  one('an answer that is ignored', {
    path: 'nowhere',
    data_selector: 'items',
    paginator: 'single_page',
    response_actions: [{ status_code: 404, action: 'ignore' }],
  }),

  // credentials
  one(
    'a token, without a type',
    { path: 'all', data_selector: 'items', paginator: 'single_page' },
    {},
    { options: { token: 'secret-token-1' } },
    { auth: { token: 'secret-token-1' } },
  ),
  one(
    'basic',
    { path: 'all', data_selector: 'items', paginator: 'single_page' },
    {},
    { options: { username: 'me', password: 'secret-pass' } },
    { auth: { type: 'http_basic', username: 'me', password: 'secret-pass' } },
  ),
  one(
    'a key in the query',
    { path: 'all', data_selector: 'items', paginator: 'single_page' },
    {},
    { options: { apiKey: 'secret-key-1' } },
    { auth: { type: 'api_key', name: 'k', api_key: 'secret-key-1', location: 'query' } },
  ),
  one(
    'client credentials',
    { path: 'all', data_selector: 'items', paginator: 'single_page' },
    {},
    { options: { clientId: 'id', clientSecret: 'secret-secret' } },
    {
      auth: {
        type: 'oauth2_client_credentials',
        access_token_url: 'URL/token',
        client_id: 'id',
        client_secret: 'secret-secret',
        access_token_request_data: { grant_type: 'client_credentials' },
      },
    },
  ),

  // parents
  family('children by a path', { path: 'posts/{resources.posts.id}/comments', response_actions: [{ status_code: 404, action: 'ignore' }] }),
  family(
    'children by a resolved parameter',
    {
      path: 'posts/{post_id}/comments',
      params: { post_id: { type: 'resolve', resource: 'posts', field: 'id' } },
      response_actions: [{ status_code: 404, action: 'ignore' }],
    },
    {},
    { include_from_parent: ['title'] },
  ),
  family('children by a query', { path: 'comments', params: { post: '{resources.posts.id}' } }),
  family('children by a body', { path: 'comments', method: 'POST', json: { post: '{resources.posts.id}' } }),
  family(
    'children of a nested field',
    { path: 'authors/{resources.posts.author.id}/posts' },
    { differs: 'a parent that comes twice is asked once: 4 authors of 23 posts' },
  ),
  {
    name: 'one record for each parent',
    config: {
      client: client({ paginator: { type: 'offset', limit: 10, total_path: null } }),
      resources: [
        { name: 'authors', endpoint: { path: 'authors', data_selector: 'items', paginator: 'single_page' } },
        { name: 'details', endpoint: 'authors/{resources.authors.login}' },
      ],
    },
  },
  family(
    'children in parallel',
    { path: 'posts/{resources.posts.id}/comments', response_actions: [{ status_code: 404, action: 'ignore' }] },
    {},
    { parallelized: true },
  ),

  // incremental
  one('incremental', {
    path: 'all',
    data_selector: 'items',
    paginator: 'single_page',
    incremental: { cursor_path: 'updated_at', initial_value: '2024-01-10T00:00:00Z', start_param: 'since' },
  }),
  one('incremental as a parameter', {
    path: 'all',
    data_selector: 'items',
    paginator: 'single_page',
    params: { since: { type: 'incremental', cursor_path: 'seq', initial_value: 110 } },
  }),
  one('incremental over dates', {
    path: 'all',
    data_selector: 'items',
    paginator: 'single_page',
    incremental: { cursor_path: 'day', initial_value: '2024-01-10', start_param: 'since' },
  }),
  one('incremental without a zone', {
    path: 'all',
    data_selector: 'items',
    paginator: 'single_page',
    incremental: { cursor_path: 'at', initial_value: '2024-01-10T10:00:00' },
  }),
  one('incremental in a placeholder', {
    path: 'all',
    params: { since: '{incremental.start_value}' },
    data_selector: 'items',
    paginator: 'single_page',
    incremental: { cursor_path: 'seq', initial_value: 105 },
  }),
  one('incremental that nothing sends', {
    path: 'all',
    data_selector: 'items',
    paginator: 'single_page',
    incremental: { cursor_path: 'seq', initial_value: 115 },
  }),

  // Python
  python(
    'a source with a secret and options',
    `
@dlt.source
def make(access_token: str = dlt.secrets.value, status: str = dlt.config.value):
    config: RESTAPIConfig = {
        "client": {"base_url": "URL", "auth": {"type": "bearer", "token": access_token}},
        "resources": [{"name": "rows", "endpoint": {"path": "all", "params": {"status": status}, "data_selector": "items", "paginator": "single_page"}}],
    }
    yield from rest_api_resources(config)
`,
    { options: { accessToken: 'secret-token-2', token: 'secret-token-2', status: 'open' } },
  ),
  python(
    'resources in a loop',
    `
@dlt.source
def make():
    resources = [{"name": f"rows_{status}", "endpoint": {"path": "all", "params": {"status": status}, "data_selector": "items", "paginator": "single_page"}} for status in ["open", "draft"]]
    yield from rest_api_resources({"client": {"base_url": "URL"}, "resources": resources})
`,
  ),
  python(
    'instances of paginators and auth',
    `
from dlt.sources.helpers.rest_client.paginators import OffsetPaginator, HeaderLinkPaginator
from dlt.sources.helpers.rest_client.auth import APIKeyAuth
@dlt.source
def make():
    yield from rest_api_resources({"client": {"base_url": "URL", "auth": APIKeyAuth(name="k", api_key="secret-key-3", location="query")}, "resources": [
        {"name": "rows", "endpoint": {"path": "offsets", "data_selector": "items", "paginator": OffsetPaginator(limit=10)}},
        {"name": "linked", "endpoint": {"path": "hlinks", "data_selector": "$", "paginator": HeaderLinkPaginator()}},
    ]})
`,
    { options: { apiKey: 'secret-key-3' } },
  ),
  python(
    'functions that filter',
    `
@dlt.source
def make():
    yield from rest_api_resources({"client": {"base_url": "URL"}, "resources": [
        {"name": "rows", "endpoint": {"path": "all", "data_selector": "items", "paginator": "single_page"}, "processing_steps": [{"filter": lambda row: row["status"] == "open"}]},
    ]})
`,
  ),
  python(
    'a function that converts',
    `
import datetime
def to_epoch(value):
    return int(datetime.datetime.fromisoformat(value.replace("Z", "+00:00")).timestamp())
@dlt.source
def make():
    yield from rest_api_resources({"client": {"base_url": "URL"}, "resources": [
        {"name": "rows", "endpoint": {"path": "all", "data_selector": "items", "paginator": "single_page",
          "incremental": {"cursor_path": "updated_at", "initial_value": "2024-01-10T00:00:00Z", "start_param": "since", "convert": to_epoch}}},
    ]})
`,
  ),
  python(
    'a seed in Python',
    `
@dlt.resource
def seeds():
    yield [{"id": 1}, {"id": 2}]
@dlt.source
def make():
    yield from rest_api_resources({"client": {"base_url": "URL"}, "resources": [
        seeds(),
        {"name": "rows", "endpoint": {"path": "all", "data_selector": "items", "paginator": "single_page"}},
        {"name": "comments", "endpoint": {"path": "posts/{resources.seeds.id}/comments", "data_selector": "items", "paginator": "single_page"}},
    ]})
`,
  ),
];
