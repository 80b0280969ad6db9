import { describe, expect, test } from 'vitest';
import { hooksText } from '../../../generator/import/hooks-text.js';
import { broughtFrom, saidOf } from './support.js';

// What manifests that are published as packages have, and those of the corpus have not.

type Words = Readonly<Record<string, unknown>>;

interface Parts {
  readonly requester?: Words;
  readonly paginator?: Words;
  readonly router?: Words;
  readonly stream?: Words;
  readonly properties?: Words;
  readonly required?: readonly string[];
}

function manifest({ requester, paginator, router, stream, properties, required = [] }: Parts): Words {
  return {
    type: 'DeclarativeSource',
    streams: [
      {
        type: 'DeclarativeStream',
        name: 'things',
        primary_key: 'id',
        retriever: {
          type: 'SimpleRetriever',
          requester: { type: 'HttpRequester', url_base: 'https://api.acme.example', path: '/things', ...requester },
          record_selector: { extractor: { type: 'DpathExtractor', field_path: ['data'] } },
          ...(paginator === undefined ? {} : { paginator: { type: 'DefaultPaginator', ...paginator } }),
          ...(router === undefined ? {} : { partition_router: router }),
        },
        schema_loader: { type: 'InlineSchemaLoader', schema: { properties: { id: { type: 'string' }, updated: { type: 'string' } } } },
        ...stream,
      },
    ],
    spec: {
      connection_specification: {
        type: 'object',
        required,
        properties: { start_date: { type: 'string', format: 'date-time' }, ...properties },
      },
    },
  };
}

const brought = (parts: Parts): ReturnType<typeof broughtFrom> => broughtFrom(manifest(parts), { name: 'acme' });
const param = (name: string): Words => ({ type: 'RequestOption', inject_into: 'request_parameter', field_name: name });
const cursor = (value: string, more: Words = {}): Words => ({ type: 'CursorPagination', cursor_value: value, page_size: 50, ...more });
const window: Words = {
  type: 'DatetimeBasedCursor',
  cursor_field: 'updated',
  datetime_format: '%Y-%m-%dT%H:%M:%SZ',
  start_datetime: "{{ config['start_date'] }}",
};

describe('published manifests', () => {
  test('an option that a URL needs has to be given, whatever the source says', () => {
    const { text, outcomes } = brought({
      requester: { url_base: "https://{{ config['domain'] }}.acme.example" },
      properties: { domain: { type: 'string' } },
    });
    expect(outcomes[0]?.status).toBe('imported');
    expect(text).toContain('domain: { type: string }');
  });

  test('an option that is a URL is divided from what follows it', () => {
    const token = "{{ config['base_url'] }}oauth/token";
    const { text } = brought({
      requester: {
        url_base: "{{ config['base_url'] }}/api",
        authenticator: { type: 'OAuthAuthenticator', token_refresh_endpoint: token, grant_type: 'client_credentials' },
      },
      properties: { base_url: { type: 'string' } },
    });
    expect(text).toContain('access_token_url: "{config.config_base_url}/oauth/token"');
  });

  test('parameters of the first page alone, where cursors lead on, are for the hook request', () => {
    const made = brought({
      requester: { request_parameters: { since: "{{ config['start_date'] if not next_page_token }}" } },
      paginator: { pagination_strategy: cursor('{{ response.next }}'), page_token_option: param('cursor') },
    });
    expect(saidOf(made)[0]).toContain('request hook: of the first page only: the parameter since, {config.start_date}');
  });

  test.each<[string, Words]>([
    ['an empty name', param('')],
    ['a name by an option that nobody has', param("{{ config['nothing'] }}")],
  ])('a size of pages under %s is not sent', (_, size) => {
    const { text, outcomes } = brought({
      paginator: {
        pagination_strategy: { type: 'PageIncrement', page_size: 10 },
        page_token_option: param('page'),
        page_size_option: size,
      },
    });
    expect(outcomes[0]?.status).toBe('imported');
    expect(text).toContain('limit_param: null');
    expect(text).not.toContain('nothing');
  });

  test('a size of pages in the body of a GET is not sent, and that is told', () => {
    const size = { type: 'RequestOption', inject_into: 'body_data', field_name: 'size' };
    const made = brought({
      paginator: {
        pagination_strategy: { type: 'PageIncrement', page_size: 10 },
        page_token_option: param('page'),
        page_size_option: size,
      },
    });
    expect(saidOf(made)[0]).toContain('the body of its GET is not sent');
  });

  test('a size below one is none', () => {
    const { outcomes } = brought({
      paginator: { pagination_strategy: { type: 'OffsetIncrement', page_size: -1 }, page_token_option: param('skip') },
    });
    expect(outcomes[0]?.status).toBe('imported');
  });

  test('an offset that is told back, up to a total, is an offset', () => {
    const stop = "{{ response.get('isLast') or response.get('startAt') + response.get('maxResults') >= response.get('total') }}";
    const { text } = brought({
      paginator: {
        pagination_strategy: cursor("{{ response.get('startAt') + response['maxResults'] }}", { stop_condition: stop }),
        page_token_option: param('startAt'),
        page_size_option: param('maxResults'),
      },
    });
    expect(text).toContain(
      '{ type: offset, limit: 50, limit_param: maxResults, offset_param: startAt, advance: limit, total_path: total }',
    );
  });

  test('a cursor inside of the last record is a field of it', () => {
    const { text, outcomes } = brought({
      paginator: { pagination_strategy: cursor("{{ last_record['meta']['next'] }}"), page_token_option: param('at') },
    });
    expect(outcomes[0]?.status).toBe('imported');
    expect(text).toContain('cursor_path: last.meta.next');
    expect(text).toContain(
      'type: object\n        nullable: false\n        fields:\n          next: { type: union, variants: [string, integer] }',
    );
  });

  test('a cursor that is written as JSON is the text itself', () => {
    const { text } = brought({
      paginator: { pagination_strategy: cursor('{{ response.next | tojson() }}'), page_token_option: param('at') },
    });
    expect(text).toContain('cursor_path: next, cursor_param: at');
  });

  test('a parent that is read in two ways is that which reads all', () => {
    const parent = { ...(manifest({}) as { streams: readonly Words[] }).streams[0], name: 'parents' };
    const router = {
      type: 'SubstreamPartitionRouter',
      parent_stream_configs: [
        {
          parent_key: 'id',
          partition_field: 'parent',
          stream: { type: 'StateDelegatingStream', name: 'parents', full_refresh_stream: parent, incremental_stream: parent },
        },
      ],
    };
    const { text, outcomes } = brought({ router, requester: { path: '/parents/{{ stream_partition.parent }}/things' } });
    expect(outcomes.map(({ status }) => status)).not.toContain('left out');
    expect(text).toContain('path: "/parents/{resources.parents.id}/things"');
  });

  test.each([
    ['number', true],
    ['id', false],
  ])('children by the field %s of their parents', (key, mayBeNull) => {
    const [parent = {}] = (manifest({}) as { streams: readonly Words[] }).streams;
    const schema = { properties: { id: { type: ['null', 'string'] }, number: { type: ['null', 'integer'] } } };
    const stream = { ...parent, name: 'parents', schema_loader: { type: 'InlineSchemaLoader', schema } };
    const router = { type: 'SubstreamPartitionRouter', parent_stream_configs: [{ parent_key: key, partition_field: 'parent', stream }] };
    const { text } = brought({ router, requester: { path: '/parents/{{ stream_partition.parent }}/things' } });
    expect(text.includes('on_null_parent: skip')).toBe(mayBeNull);
    expect(text).toContain('id: { type: string, nullable: false }');
    if (mayBeNull) expect(text).toContain('number: integer\n');
  });

  test('the position of a state is where a read begins', () => {
    const { text, outcomes } = brought({
      requester: { request_parameters: { after: "{{ stream_state['updated'] }}" } },
      stream: { incremental_sync: window },
    });
    expect(outcomes[0]?.status).toBe('imported');
    expect(text).toContain('params: { after: "{incremental.start_value}" }');
    expect(text).not.toContain('client_side');
  });

  test('windows are as long as the option is where it is left out', () => {
    const times = { start_time_option: param('from'), end_time_option: param('to'), cursor_granularity: 'P1D' };
    const of = (step: string): string =>
      brought({
        stream: { incremental_sync: { ...window, ...times, step } },
        properties: { step: { type: 'string', default: 'P400D' }, days: { type: 'integer', default: 7 } },
      }).text;
    expect(of("{{ config['step'] }}")).toContain('step: P400D');
    expect(of("P{{ config['days'] }}D")).toContain('step: P7D');
  });

  test('a list made by code, which only code names, is no list of the spec', () => {
    const { text, outcomes } = brought({
      router: { type: 'CustomPartitionRouter', class_name: 'a.Router' },
      requester: { request_parameters: { q: "{{ 'in ' + stream_slice.project if stream_slice.project else '' }}" } },
    });
    expect(outcomes[0]?.status).toBe('stub');
    expect(text).not.toContain('for_each');
  });

  test('a time that falls back to others, and to now, is written out as a function', () => {
    const value = "{{ record.get('updated', record.get('created', now_utc().timestamp())) | int }}";
    const made = brought({
      stream: { transformations: [{ type: 'AddFields', fields: [{ path: ['at'], value, value_type: 'integer' }] }] },
    });
    expect(made.outcomes[0]?.status).toBe('imported');
    expect(hooksText('acme', made.stubs, 'acme.json')).toContain(
      'at: Math.trunc(Number(record.updated ?? valueAt(record, "created") ?? Math.floor(Date.now() / 1000)))',
    );
  });
});
