import { describe, expect, test } from 'vitest';
import { hooksText } from '../../../generator/import/hooks-text.js';
import { broughtFrom, saidOf } from './support.js';

type Words = Readonly<Record<string, unknown>>;

const requester = (more: Words = {}): Words => ({
  type: 'HttpRequester',
  url_base: 'https://api.acme.example/v1',
  path: 'things',
  http_method: 'GET',
  ...more,
});
const selector = (more: Words = {}): Words => ({
  type: 'RecordSelector',
  extractor: { type: 'DpathExtractor', field_path: ['data'] },
  ...more,
});

interface Parts {
  readonly stream?: Words;
  readonly retriever?: Words;
  readonly requester?: Words;
  readonly selector?: Words;
  readonly strategy?: Words;
  readonly token?: Words;
  readonly size?: Words;
  readonly sync?: Words;
  readonly properties?: Words;
}

/** A manifest with one stream called things. */
function manifest(parts: Parts): Words {
  const paginator =
    parts.strategy === undefined
      ? {}
      : {
          paginator: {
            type: 'DefaultPaginator',
            pagination_strategy: parts.strategy,
            page_token_option: parts.token,
            page_size_option: parts.size,
          },
        };
  return {
    version: '6.0.0',
    type: 'DeclarativeSource',
    check: { type: 'CheckStream', stream_names: ['things'] },
    streams: [
      {
        type: 'DeclarativeStream',
        name: 'things',
        primary_key: ['id'],
        retriever: {
          type: 'SimpleRetriever',
          requester: requester(parts.requester),
          record_selector: selector(parts.selector),
          ...paginator,
          ...parts.retriever,
        },
        ...(parts.sync === undefined
          ? {}
          : {
              incremental_sync: {
                type: 'DatetimeBasedCursor',
                cursor_field: 'updated_at',
                datetime_format: '%Y-%m-%dT%H:%M:%SZ',
                start_datetime: "{{ config['start_date'] }}",
                ...parts.sync,
              },
            }),
        schema_loader: {
          type: 'InlineSchemaLoader',
          schema: {
            type: 'object',
            properties: { id: { type: ['null', 'string'] }, updated_at: { type: 'string' }, n: { type: ['null', 'number'] } },
          },
        },
        ...parts.stream,
      },
    ],
    spec: {
      type: 'Spec',
      connection_specification: {
        type: 'object',
        required: ['api_key', 'start_date'],
        properties: {
          api_key: { type: 'string', airbyte_secret: true },
          start_date: { type: 'string', format: 'date-time' },
          ...parts.properties,
        },
      },
    },
  };
}

const param = (name: string): Words => ({ type: 'RequestOption', inject_into: 'request_parameter', field_name: name });
const cursor = (value: string, stop?: string): Words => ({
  type: 'CursorPagination',
  cursor_value: value,
  ...(stop === undefined ? {} : { stop_condition: stop }),
});
const auth = (value: Words): Parts => ({ requester: { authenticator: value } });

describe('components of Airbyte', () => {
  test.each<[string, Parts, readonly string[]]>([
    ['the selector, and that a missing list is no records', {}, ['data_selector: data\n', 'data_selector_optional: true # why']],
    [
      'a selector with stars',
      { selector: { extractor: { type: 'DpathExtractor', field_path: ['data', '*', 'row'] } } },
      ['data_selector: "data[*].row"'],
    ],
    ['the whole body', { selector: { extractor: { type: 'DpathExtractor', field_path: [] } } }, ['data_selector: $\n']],
    ['the key, never null, and the rest', {}, ['primary_key: id\n', 'id: { type: string, nullable: false } # why', '"n": number\n']],
    [
      'parameters of the manifest',
      {
        stream: { $parameters: { where: 'w' } },
        requester: { path: "{{ parameters['where'] }}/things", request_parameters: { on: "{{ parameters.where == 'w' }}" } },
      },
      ['path: /w/things', 'params: { "on": true }'],
    ],
    [
      'options, however they are spelt',
      { requester: { request_parameters: { a: "{{ config['org'] }}", b: '{{ config.org }}', c: "x{{ config.get('org') }}" } } },
      ['a: "{config.org}"', 'b: "{config.org}"', 'c: "x{config.org}"', 'org: { type: string }'],
    ],
    [
      'defaults of options',
      { requester: { request_parameters: { a: "{{ config['size'] or 'big' }}" } }, properties: { size: { type: 'string' } } },
      ['size: { type: string, default: big }'],
    ],
    [
      'options that are left out',
      {
        requester: { request_parameters: { a: "{{ config['size'] if config['size'] else None }}" } },
        properties: { size: { type: 'string' } },
      },
      ['size: { type: string, optional: true }', 'params: { a: "{config.size}" }'],
    ],
    ['a bearer', auth({ type: 'BearerAuthenticator', api_token: "{{ config['api_key'] }}" }), ['auth: { type: bearer }']],
    [
      'a key in a header',
      auth({ type: 'ApiKeyAuthenticator', header: 'X-Key', api_token: "Token {{ config['api_key'] }}" }),
      ['auth: { type: api_key, name: X-Key, location: header, value: "Token {api_key}" }'],
    ],
    [
      'a key in the query',
      auth({ type: 'ApiKeyAuthenticator', api_token: "{{ config['api_key'] }}", inject_into: param('k') }),
      ['auth: { type: api_key, name: k, location: query }'],
    ],
    [
      'basic, with what the source adds',
      auth({ type: 'BasicHttpAuthenticator', username: "{{ config['email'] }}/token", password: "{{ config['api_key'] }}" }),
      ['auth: { type: http_basic } # LOOK: the username is <email>/token'],
    ],
    [
      'a refresh token',
      auth({
        type: 'OAuthAuthenticator',
        token_refresh_endpoint: 'https://login.acme.example/token',
        client_id: "{{ config['client_id'] }}",
        client_secret: "{{ config['client_secret'] }}",
        refresh_token: "{{ config['refresh_token'] }}",
        scopes: ['a', 'b'],
      }),
      [
        'type: oauth2_refresh_token',
        'access_token_url: https://login.acme.example/token',
        'access_token_request_data: { scope: "a b" }',
        'rotating: false',
      ],
    ],
    [
      'client credentials',
      auth({
        type: 'OAuthAuthenticator',
        grant_type: 'client_credentials',
        token_refresh_endpoint: 'https://login.acme.example/token',
        client_id: "{{ config['a'] }}",
        client_secret: "{{ config['b'] }}",
      }),
      ['type: oauth2_client_credentials'],
    ],
    [
      'a login',
      auth({
        type: 'SessionTokenAuthenticator',
        login_requester: {
          type: 'HttpRequester',
          url_base: 'https://api.acme.example',
          path: 'login',
          http_method: 'POST',
          request_body_json: { user: "{{ config['user'] }}", password: "{{ config['password'] }}" },
        },
        session_token_path: ['session', 'id'],
        expiration_duration: 'PT1H',
        request_authentication: { type: 'ApiKey', inject_into: { type: 'RequestOption', inject_into: 'header', field_name: 'X-Session' } },
      }),
      [
        'type: session_token',
        'login_url: https://api.acme.example/login',
        'json: { user: "{user}", password: "{password}" }',
        'token_path: session.id',
        'default_token_expiration: 3600',
        'value: "{token}"',
      ],
    ],
    [
      'a login by Basic auth, and by a query',
      auth({
        type: 'SessionTokenAuthenticator',
        login_requester: {
          type: 'HttpRequester',
          url_base: 'https://api.acme.example',
          path: 'login',
          http_method: 'POST',
          authenticator: { type: 'BasicHttpAuthenticator', username: "{{ config['user'] }}", password: "{{ config['password'] }}" },
          request_headers: {},
          request_parameters: { email: "{{ config['email'] }}" },
        },
        session_token_path: ['token'],
        request_authentication: { type: 'Bearer' },
      }),
      [
        'auth: # LOOK: the credential basic is username:password in base64',
        'credentials: [basic, email]',
        'params: { email: "{email}" }',
        'headers: { Authorization: "Basic {basic}" }',
      ],
    ],
    [
      'a body that is one record, under a paginator that looks into it',
      {
        selector: { extractor: { type: 'DpathExtractor', field_path: [] } },
        strategy: { type: 'CursorPagination', cursor_value: "{{ response['next'] }}" },
        token: param('cursor'),
      },
      ['data_selector: $', 'single_object: record', 'paginator: { type: cursor, cursor_path: next, cursor_param: cursor }'],
    ],
    [
      'the last record, by its place in the list',
      {
        selector: { extractor: { type: 'DpathExtractor', field_path: ['data'] } },
        strategy: { type: 'CursorPagination', cursor_value: "{{ response['data'][-1]['code'] }}" },
        token: param('since'),
      },
      ['cursor_path: last.code', 'cursor_param: since', 'stop_after_empty_page: true'],
    ],
    [
      'pages',
      {
        strategy: { type: 'PageIncrement', page_size: 50, start_from_page: 1, inject_on_first_request: true },
        token: param('page'),
        size: param('per_page'),
      },
      ['paginator: { type: page_number, base_page: 1, page_param: page, limit: 50, limit_param: per_page }'],
    ],
    [
      'offsets',
      {
        strategy: { type: 'OffsetIncrement', page_size: "{{ config['n'] or 25 }}", inject_on_first_request: true },
        token: param('offset'),
        size: param('limit'),
      },
      ['paginator: { type: offset, limit: 25, limit_param: limit, offset_param: offset }'],
    ],
    [
      'a size that is not sent',
      { strategy: { type: 'PageIncrement', page_size: 50, inject_on_first_request: true }, token: param('page') },
      ['paginator: { type: page_number, base_page: 0, page_param: page, limit: 50, limit_param: null }'],
    ],
    [
      'a cursor',
      {
        strategy: cursor("{{ response.get('meta', {}).get('next') }}", "{{ not response.get('meta', {}).get('next') }}"),
        token: param('cursor'),
      },
      ['paginator: { type: cursor, cursor_path: meta.next, cursor_param: cursor }'],
    ],
    [
      'a cursor that may be none',
      { strategy: cursor("{{ response['meta']['next'] or None }}", '{{ response.meta.next is none }}'), token: param('cursor') },
      ['cursor_path: meta.next'],
    ],
    [
      'the last record',
      { strategy: cursor("{{ last_record['id'] }}", '{{ not response.has_more }}'), token: param('after') },
      ['cursor_path: last.id', 'has_more_path: has_more'],
    ],
    [
      'an empty page',
      { strategy: cursor('{{ last_record.id }}', "{{ response['data'] | length == 0 }}"), token: param('after') },
      ['stop_after_empty_page: true'],
    ],
    [
      'a link in the body',
      { strategy: cursor('{{ response.links.next }}'), token: { type: 'RequestPath' }, size: param('limit') },
      ['paginator: { type: json_link, next_url_path: links.next }'],
    ],
    [
      'a link in a header',
      { strategy: cursor("{{ headers['link']['next']['url'] }}", "{{ 'next' not in headers['link'] }}"), token: { type: 'RequestPath' } },
      ['paginator: { type: header_link }'],
    ],
    [
      'a token in the body',
      {
        requester: { http_method: 'POST', request_body_json: { q: 'x' } },
        strategy: cursor('{{ response.next }}'),
        token: { type: 'RequestOption', inject_into: 'body_json', field_path: ['page', 'after'] },
      },
      ['json: { q: x }', 'cursor_body_path: page.after'],
    ],
    [
      'a token in a template',
      {
        requester: { request_parameters: { after: "{{ next_page_token['next_page_token'] if next_page_token else '' }}" } },
        strategy: cursor('{{ response.next }}'),
      },
      ['cursor_param: after'],
    ],
    [
      'parameters of the first page',
      {
        requester: { request_parameters: { limit: '{{ 10 if not next_page_token }}' } },
        strategy: cursor('{{ response.next }}'),
        token: { type: 'RequestPath' },
      },
      ['params: { limit: 10 }', 'type: json_link'],
    ],
    [
      'a cursor in time',
      { sync: { start_time_option: param('since'), lookback_window: 'P1D' } },
      [
        'cursor_path: updated_at',
        'initial_value: "{config.start_date}"',
        'start_param: since',
        'format: "%Y-%m-%dT%H:%M:%SZ"',
        'lag: 86400',
        'updated_at: { type: datetime, nullable: false }',
        'start_date: { type: datetime }',
      ],
    ],
    [
      'windows',
      {
        sync: {
          step: 'P30D',
          cursor_granularity: 'PT1S',
          end_datetime: '{{ now_utc() }}',
          start_time_option: param('since'),
          end_time_option: param('until'),
        },
      },
      ['end_param: until', 'step: P30D'],
    ],
    ['an end without windows', { sync: { start_time_option: param('since'), end_time_option: param('until') } }, ['step: P100Y # why']],
    [
      'bounds in templates',
      { requester: { request_parameters: { since: "{{ stream_interval['start_time'] }}" } }, sync: {} },
      ['params: { since: "{incremental.start_value}" }'],
    ],
    ['a feed', { sync: { is_data_feed: true } }, ['row_order: desc']],
    ['a cursor that nothing sends', { sync: {} }, ['client_side: true # why']],
    [
      'a list of values',
      {
        retriever: {
          partition_router: { type: 'ListPartitionRouter', values: ['eu', 'us'], cursor_field: 'region', request_option: param('r') },
        },
      },
      ['for_each: { region: [eu, us] }', 'params: { r: "{for_each.region}" }'],
    ],
    [
      'a list of the user',
      {
        retriever: { partition_router: { type: 'ListPartitionRouter', values: "{{ config['regions'] }}", cursor_field: 'region' } },
        requester: { path: "{{ stream_partition['region'] }}/things" },
        properties: { regions: { type: 'array' } },
      },
      ['regions: { type: list }', 'path: "/{for_each.region}/things"'],
    ],
    [
      'answers',
      {
        requester: {
          error_handler: {
            type: 'DefaultErrorHandler',
            max_retries: 4,
            backoff_strategies: [{ type: 'ConstantBackoffStrategy', backoff_time_in_seconds: 7 }],
            response_filters: [
              { type: 'HttpResponseFilter', action: 'IGNORE', http_codes: [404, 403] },
              { type: 'HttpResponseFilter', action: 'RATE_LIMITED', http_codes: [429] },
              { type: 'HttpResponseFilter', action: 'FAIL', predicate: "{{ 'error' in response }}" },
            ],
          },
        },
      },
      [
        'response_actions: [{ status_code: [404, 403], action: ignore }, { body_path: error, action: fail }]',
        'retry: { max_retries: 4, backoff_factor: 7 }',
      ],
    ],
    [
      'a filter',
      { selector: { record_filter: { type: 'RecordFilter', condition: "{{ record['status'] == 'open' and record.n != 3 }}" } } },
      ['filter: [{ field: status, value: open }, { field: "n", op: ne, value: 3 }]'.replace('"n"', '"n"')],
    ],
    [
      'hosts with options',
      { requester: { url_base: "https://{{ config['sub'] }}.acme.example/api" } },
      ['base_url: "https://{config.sub}.acme.example/api"'],
    ],
    [
      'names that a template gives',
      { requester: { url_base: "{% set parts = config.get('host', 'acme.example').split('://') %} https://{{ parts[-1] }}/api" } },
      ['base_url: https://acme.example/api # LOOK: made of host at the source'],
    ],
    [
      'a list of one value',
      {
        retriever: {
          partition_router: { type: 'ListPartitionRouter', values: ['eu'], cursor_field: 'the region', request_option: param('r') },
        },
      },
      ['params: { r: eu }'],
    ],
    [
      'a start with a time of its own',
      { sync: { start_datetime: "{{ config['start_date'] }}T00:00:00Z", start_time_option: param('since') } },
      ['initial_value: "{config.start_date}"'],
    ],
    [
      'values that stand for nothing on the way',
      { strategy: cursor("{{ (response.get('meta') or {}).get('next') }}"), token: param('after') },
      ['cursor_path: meta.next'],
    ],
    [
      'credentials of which one kind is code',
      auth({
        type: 'SelectiveAuthenticator',
        authenticator_selection_path: ['kind'],
        authenticators: {
          code: { type: 'CustomAuthenticator', class_name: 'a.Auth' },
          key: { type: 'BearerAuthenticator', api_token: "{{ config['api_key'] }}" },
        },
      }),
      ['auth: { type: bearer } # LOOK: at the source also code: a.Auth'],
    ],
    [
      'times of the run and of options',
      {
        requester: {
          request_parameters: {
            day: '{{ today_utc() }}',
            since: "{{ format_datetime(now_utc() - duration('P1D'), '%Y-%m-%dT%H:%M:%SZ') }}",
            later: "{{ day_delta(-7, format='%Y-%m-%d') }}",
            from: "{{ format_datetime(config['start_date'], '%d.%m.%Y') }}",
          },
        },
      },
      [
        'day: "{now | %Y-%m-%d}"',
        'since: "{now - P1D | %Y-%m-%dT%H:%M:%SZ}"',
        'later: "{now - P7D | %Y-%m-%d}"',
        'from: "{config.start_date | %d.%m.%Y}"',
      ],
    ],
    [
      'one of two values, and what is sent under an option',
      {
        requester: {
          request_parameters: {
            all: "{{ 'yes' if config['wide'] else 'no' }}",
            some: "{{ 'few' if not config.get('wide') else '' }}",
            kind: "{{ config['org'] if config['wide'] else None }}",
          },
        },
        properties: { wide: { type: 'boolean' }, org: { type: 'string' } },
      },
      [
        `all: "{config.wide ? 'yes' : 'no'}"`,
        `some: "{not config.wide ? 'few' : ''}"`,
        'kind: { value: "{config.org}", when: config.wide }',
        'wide: { type: boolean',
      ],
    ],
    [
      'times that some records have as numbers',
      {
        sync: { cursor_datetime_formats: ['%ms', '%Y-%m-%dT%H:%M:%S%z', '%Y-%m-%d'], start_time_option: param('since') },
      },
      ['updated_at: { type: datetime, format: [iso8601, "%Y-%m-%d"], nullable: false } # LOOK: the source reads epoch_ms too'],
    ],
    [
      'values, several with each request',
      {
        retriever: {
          partition_router: {
            type: 'GroupingPartitionRouter',
            group_size: 10,
            underlying_partition_router: { type: 'ListPartitionRouter', values: ['a', 'b', 'c'], cursor_field: 'kind' },
          },
        },
        requester: { request_parameters: { kinds: "{{ stream_partition['kind'] | join(',') }}" } },
      },
      ['for_each: { kind: [a, b, c] }', 'group: 10\n', 'kinds: "{for_each.kind}"'],
    ],
    [
      'schemes that code chooses among',
      auth({
        type: 'CustomAuthenticator',
        class_name: 'a.Auth',
        one: { type: 'BasicHttpAuthenticator', username: "{{ config['user'] }}", password: "{{ config['api_key'] }}" },
        two: { type: 'BearerAuthenticator', api_token: "{{ config['api_key'] }}" },
      }),
      ['auth: [{ type: http_basic }, { type: bearer }] # LOOK: at the source by code, out of this: a.Auth'],
    ],
    [
      'a token that code fetches as OAuth says',
      auth({
        type: 'CustomAuthenticator',
        class_name: 'a.Auth',
        token_refresh_endpoint: 'https://acme.example/token',
        grant_type: 'password',
        client_id: "{{ config['id'] }}",
        refresh_request_body: { username: "{{ config['user'] }}", password: "{{ config['api_key'] }}", audience: 'all' },
      }),
      ['type: oauth2_password', 'access_token_request_data: { audience: all }', 'auth: # LOOK: at the source by code'],
    ],
    [
      'the query of a path',
      { requester: { path: "things?a=1&b={{ config['sub'] }}" } },
      ['path: /things\n', 'params: { a: "1", b: "{config.sub}" }'],
    ],
  ])('%s', (_, parts, lines) => {
    const made = broughtFrom(manifest(parts), { name: 'acme' });
    expect(saidOf(made).filter((each) => !each.startsWith('things | imported'))).toEqual([]);
    for (const line of lines) expect(made.text).toContain(line);
  });

  test('what a parent is read for itself, and values of a list for each parent', () => {
    const stream = (name: string, path: string, router?: Words): Words => ({
      type: 'DeclarativeStream',
      name,
      primary_key: ['id'],
      retriever: {
        type: 'SimpleRetriever',
        requester: requester({ path }),
        record_selector: selector(),
        ...(router === undefined ? {} : { partition_router: router }),
      },
      schema_loader: { type: 'InlineSchemaLoader', schema: { type: 'object', properties: { id: { type: 'string' } } } },
    });
    const under = (parent: Words, field: string): Words => ({
      type: 'SubstreamPartitionRouter',
      parent_stream_configs: [{ type: 'ParentStreamConfig', stream: parent, parent_key: 'id', partition_field: field }],
    });
    const orgs = stream('orgs', 'orgs');
    const repos = stream('repos', 'orgs/{{ stream_partition.org }}/repos', under(orgs, 'org'));
    const jobs = stream('jobs', 'orgs/{{ stream_slice.parent_slice.org }}/{{ stream_partition.repo }}/jobs', under(repos, 'repo'));
    const both = [under(repos, 'repo'), { type: 'ListPartitionRouter', values: ['x', 'y'], cursor_field: 'kind' }];
    const files = stream('files', '{{ stream_partition.repo }}/{{ stream_partition.kind }}');
    const retriever = { ...(files['retriever'] as Words), partition_router: both };
    const made = broughtFrom({ ...manifest({}), streams: [orgs, repos, jobs, { ...files, retriever }] }, { name: 'acme' });
    expect(made.outcomes.map(({ status }) => status)).toEqual(['imported', 'imported', 'imported', 'imported']);
    expect(made.text).toContain('path: "/orgs/{resources.orgs.id}/{resources.repos.id}/jobs"');
    expect(made.text).toContain('for_each: { kind: [x, "y"] }');
  });

  test('a line break at the end of a template is not sent: Jinja leaves it out', () => {
    const made = broughtFrom(
      manifest({ requester: { request_parameters: { fields: 'id,name\n', of: "{{ config['team'] }}\n", two: 'a\n\n' } } }),
    );
    expect(made.text).toContain('params: { fields: "id,name", of: "{config.team}", two: "a\\n" }');
  });

  test('references and parameters are written out, with the places of the streams', () => {
    const text = `type: DeclarativeSource
definitions:
  base:
    type: HttpRequester
    url_base: https://api.acme.example
    http_method: GET
  stream:
    type: DeclarativeStream
    retriever:
      type: SimpleRetriever
      requester: { $ref: "#/definitions/base", path: "{{ parameters.path }}" }
      record_selector: { extractor: { field_path: ["{{ parameters['name'] }}"] } }
  posts:
    $ref: "#/definitions/stream"
    $parameters: { name: posts, path: /posts }
streams:
  - "#/definitions/posts"
  - $ref: "#/definitions/stream"
    $parameters:
      name: comments
      path: "/posts/{{ stream_partition.post }}/comments"
    retriever:
      type: SimpleRetriever
      requester: { $ref: "#/definitions/base", path: "/posts/{{ stream_partition.post }}/comments" }
      record_selector: { extractor: { field_path: [] } }
      partition_router:
        type: SubstreamPartitionRouter
        parent_stream_configs:
          - { parent_key: id, partition_field: post, stream: "#/definitions/posts" }
  - "#/definitions/nowhere"
`;
    const made = broughtFrom(text, { file: 'acme.yaml' });
    expect(made.text).toContain('path: /posts\n');
    expect(made.text).toContain('data_selector: posts\n');
    expect(made.text).toContain('path: "/posts/{resources.posts.id}/comments"');
    expect(made.outcomes.map(({ stream, status, reasons }) => [stream.name, status, stream.place?.line, ...reasons])).toEqual([
      ['posts', 'imported', 14],
      ['comments', 'imported', 18],
      ['stream 3', 'left out', 30, 'the reference #/definitions/nowhere leads nowhere'],
    ]);
  });

  test.each<[string, Parts, string]>([
    [
      'a computed cursor',
      { strategy: cursor("{{ response['page'] + 1 }}"), token: param('page') },
      "things | stub | next hook: cursor_value: {{ response['page'] + 1 }}",
    ],
    [
      'an extractor in Python',
      { selector: { extractor: { type: 'CustomRecordExtractor', class_name: 'a.Extractor' } } },
      'things | stub | select hook: a.Extractor',
    ],
    [
      'an authenticator in Python',
      auth({ type: 'CustomAuthenticator', class_name: 'a.Auth' }),
      'things | stub | authenticate hook: a.Auth',
    ],
    [
      'a login that is signed itself by a token',
      auth({
        type: 'SessionTokenAuthenticator',
        login_requester: {
          type: 'HttpRequester',
          url_base: 'https://api.acme.example/login',
          authenticator: { type: 'BearerAuthenticator', api_token: "{{ config['token'] }}" },
        },
        session_token_path: ['token'],
        request_authentication: { type: 'Bearer' },
      }),
      'things | stub | authenticate hook: a login request that is signed by BearerAuthenticator',
    ],
    [
      'a list of the user as a parameter',
      { requester: { request_parameters: { a: "{{ config['kinds'] }}" } }, properties: { kinds: { type: 'array' } } },
      'things | stub | request hook: a: the option kinds is a list',
    ],
    [
      'a position inside of a body',
      { strategy: { type: 'PageIncrement', page_size: 5, inject_on_first_request: true }, size: param('limit') },
      'things | stub | request hook: the position of a page stands in a template: it is the parameter page here',
    ],
    ['a body of a GET', { requester: { request_body_json: { max: 1 } } }, 'things | imported | the body of its GET is not sent'],
    [
      'a computed parameter',
      { requester: { request_parameters: { a: "{{ config['x'] | hash }}" } } },
      "things | stub | request hook: a: an expression: {{ config['x'] | hash }}",
    ],
    [
      'a computed filter',
      { selector: { record_filter: { type: 'RecordFilter', condition: '{{ record.a | length > config.b }}' } } },
      'things | stub | filter hook: {{ record.a | length > config.b }}',
    ],
    ['a job', { retriever: { type: 'AsyncRetriever' } }, 'things | left out | an AsyncRetriever without a request that creates its job'],
    [
      'partitions in Python',
      { retriever: { partition_router: { type: 'CustomPartitionRouter', class_name: 'a.Router' } } },
      'things | stub | request hook: partitions by a.Router',
    ],
  ])('%s is told, with what the source has', (_, parts, said) => {
    expect(saidOf(broughtFrom(manifest(parts), { name: 'acme' }))[0]).toContain(said);
  });
});

test('members whose names are ids are values of a map, and no fields', () => {
  const ids = Object.fromEntries(
    Array.from({ length: 30 }, (_, id) => [String(id), { type: 'object', properties: { n: { type: 'number' } } }]),
  );
  const schema = { type: 'object', properties: { id: { type: 'string' }, byId: { type: 'object', properties: ids } } };
  const of = (given: object): string =>
    broughtFrom(manifest({ stream: { schema_loader: { type: 'InlineSchemaLoader', schema: given } } }), { name: 'acme' }).text;
  expect(of(schema)).toContain('byId: { type: map, values: json }');
  expect(of({ type: 'object', properties: ids })).not.toContain('"7"');
});

test('a record with too many fields for one check has any JSON in place of its deepest objects', () => {
  const wide = (count: number, inner: object): object => ({
    type: 'object',
    properties: Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, inner])),
  });
  const schema = { type: 'object', properties: { id: { type: 'string' }, a: wide(30, wide(20, { type: 'number' })) } };
  const { text, outcomes } = broughtFrom(manifest({ stream: { schema_loader: { type: 'InlineSchemaLoader', schema } } }), { name: 'acme' });
  expect(outcomes[0]?.status).toBe('imported');
  expect(text).toContain('f7: json # why: with deeper objects there would be too many fields');
});

test('bounds of parameters that only the first page has are sent', () => {
  const { text } = broughtFrom(
    manifest({
      requester: {
        request_parameters: {
          a: '{{ stream_interval.start_time if not next_page_token }}',
          b: '{{ stream_interval.end_time if not next_page_token }}',
        },
      },
      strategy: cursor('{{ response.next }}'),
      token: { type: 'RequestPath' },
      sync: { step: 'P30D', cursor_granularity: 'PT1S' },
    }),
    { name: 'acme' },
  );
  expect(text).toContain('step: P30D');
  expect(text).not.toContain('client_side');
});

describe('what transformations do to records', () => {
  const adds = (path: string, value: string): Words => ({
    type: 'AddFields',
    fields: [{ type: 'AddedFieldDefinition', path: [path], value }],
  });
  const hooksOf = (parts: Parts): string => {
    const made = broughtFrom(manifest(parts), { name: 'acme' });
    return hooksText('acme', made.stubs, 'acme.json');
  };
  const map = (parts: Parts): string => /map: (.*),\n\} satisfies/s.exec(hooksOf(parts))?.[1] ?? '';

  test.each<[string, readonly Words[], string]>([
    ['a constant', [adds('kind', 'a')], 'add: { kind: { value: a } }'],
    ['a number, as the engine reads it', [adds('kind', '7')], 'add: { kind: { value: 7 } }'],
    ['a field of the record', [adds('n2', "{{ record['n'] }}")], 'add: { n2: "n" }'],
    ['one that is not declared', [adds('at', "{{ record.get('a', {}).get('b') }}")], 'add: { at: a.b }'],
    ['an option', [adds('org', "{{ config['org'] }}")], 'add: { org: { value: "{config.org}" } }'],
    ['a text', [adds('org', "o-{{ config['org'] }}")], 'add: { org: { value: "o-{config.org}" } }'],
    ['what is dropped', [{ type: 'RemoveFields', field_pointers: [['n'], ['x', 'y']] }], 'drop: ["n", x.y]'],
    ['what is in an object', [{ type: 'DpathFlattenFields', field_path: ['a'], delete_origin_value: true }], 'flatten: [a]'],
    ['names', [{ type: 'KeysToSnakeCase' }], 'key_case: snake'],
  ])('is said in the spec: %s', (_, transformations, text) => {
    const parts: Parts = { stream: { transformations }, properties: { org: { type: 'string' } } };
    const made = broughtFrom(manifest({ ...parts, requester: { request_parameters: { org: "{{ config['org'] }}" } } }), { name: 'acme' });
    expect(made.outcomes[0]?.status).toBe('imported');
    expect(made.text).toContain(`${text}\n`);
    if (text.startsWith('drop')) expect(made.text).not.toContain('"n": number');
    expect(made.stubs).toEqual([]);
  });

  test('the time of the run is of a function that nobody has to write', () => {
    const parts: Parts = { stream: { transformations: [adds('at', '{{ now_utc() }}')] } };
    expect(broughtFrom(manifest(parts), { name: 'acme' }).outcomes[0]?.status).toBe('imported');
    expect(map(parts)).toBe('(record) => ({ ...record, at: new Date().toISOString() })');
  });

  test('a cursor and a key that are added are those of the record', () => {
    const parts: Parts = {
      stream: { transformations: [adds('updated_at', '{{ record.attributes.updated }}'), adds('id', '{{ record.attributes.id }}')] },
      sync: { start_time_option: param('since') },
    };
    const { text, outcomes } = broughtFrom(manifest(parts), { name: 'acme' });
    expect(text).toContain('cursor_path: updated_at\n');
    expect(text).toContain('primary_key: id\n');
    expect(text).toContain('add: { updated_at: attributes.updated, id: attributes.id }\n');
    expect(outcomes[0]?.status).toBe('imported');
  });

  test('a selector in Python leaves a place for the records of made-up answers', () => {
    const { text } = broughtFrom(
      manifest({
        selector: { extractor: { type: 'CustomRecordExtractor', class_name: 'a.Extractor' } },
        strategy: cursor('{{ response.meta.next }}'),
        token: param('after'),
      }),
      { name: 'acme' },
    );
    expect(text).toContain('data_selector: records # LOOK: the hook select finds the records');
  });

  test('what is not whole is marked', () => {
    const code = { type: 'CustomTransformation', class_name: 'a.Map' };
    const text = hooksOf({ stream: { transformations: [code, adds('at', '{{ now_utc() }}')] } });
    expect(text).toContain('LOOK: those marked so are to be written.');
    expect(text).toContain(
      '  // LOOK: to be written, too:\n  // a.Map\n  map: (record) => ({ ...record, at: new Date().toISOString() }),\n',
    );
  });

  test('who signs is of the client', () => {
    const text = hooksOf(auth({ type: 'CustomAuthenticator', class_name: 'a.Auth' }));
    expect(text).toContain("import type { ClientHooks } from '../generated/acme/src/hook-types.ts';");
    expect(text).toContain('export const client = {\n  // a.Auth\n  authenticate: (_request) => undefined,\n} satisfies ClientHooks;\n');
  });
});

describe('an AsyncRetriever', () => {
  const at = (path: string, more: Words = {}): Words => requester({ path, ...more });
  const job = (more: Words = {}): Parts => ({
    retriever: {
      type: 'AsyncRetriever',
      status_mapping: { type: 'AsyncJobStatusMap', running: ['PENDING'], completed: ['SUCCESS'], failed: ['FAILED'], timeout: ['EXPIRED'] },
      status_extractor: { type: 'DpathExtractor', field_path: ['job', 'status'] },
      download_target_extractor: { type: 'DpathExtractor', field_path: ['job', 'urls', '*', 'href'] },
      polling_job_timeout: 30,
      creation_requester: at('jobs', { http_method: 'POST', request_body_json: { kind: 'sales' } }),
      polling_requester: at("jobs/{{ creation_response['job']['id'] }}"),
      download_requester: requester({ url_base: '{{ download_target }}', path: '' }),
      delete_requester: at("jobs/{{ creation_response['job']['id'] }}", { http_method: 'DELETE' }),
      download_decoder: { type: 'GzipDecoder', decoder: { type: 'CsvDecoder', delimiter: ';' } },
      ...more,
    },
    selector: { extractor: { type: 'DpathExtractor', field_path: [] } },
  });

  test('is a job', () => {
    const made = broughtFrom(manifest(job()), { name: 'acme' });
    expect(saidOf(made)).toEqual(['things | imported']);
    for (const line of [
      'path: /jobs\n      method: POST\n      json: { kind: sales }',
      'path: "/jobs/{job.job.id}"\n          status_path: job.status\n          done: [SUCCESS]\n          failed: [FAILED, EXPIRED]\n          running: [PENDING]',
      'timeout: 1800',
      'urls_path: "job.urls[*].href"',
      'cleanup:\n          path: "/jobs/{job.job.id}"',
      'format: csv\n      csv:\n        delimiter: ";"\n      compression: gzip',
    ])
      expect(made.text).toContain(line);
    expect(made.text).not.toContain('paginator');
  });

  test('may ask where its file is', () => {
    const { text } = broughtFrom(
      manifest(
        job({
          download_target_extractor: { type: 'DpathExtractor', field_path: ['url'] },
          download_target_requester: at("documents/{{ polling_response['document'] }}"),
          download_decoder: { type: 'JsonlDecoder' },
        }),
      ),
      { name: 'acme' },
    );
    expect(text).toContain('download:\n          path: "/documents/{poll.document}"\n          urls_path: url');
    expect(text).toContain('format: jsonl');
  });

  test.each([
    ['the files of a job come in pages', { download_paginator: { type: 'DefaultPaginator' } }],
    ['files by ZipfileDecoder', { download_decoder: { type: 'ZipfileDecoder' } }],
    ['polling_requester in Python: a.Poll', { polling_requester: { type: 'CustomRequester', class_name: 'a.Poll' } }],
    ['an answer about a job is read by a.Status', { status_extractor: { type: 'CustomRecordExtractor', class_name: 'a.Status' } }],
  ])('is left out where %s', (reason, more) => {
    expect(saidOf(broughtFrom(manifest(job(more)), { name: 'acme' }))).toEqual([expect.stringContaining(reason)]);
  });
});
