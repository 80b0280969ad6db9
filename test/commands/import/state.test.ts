import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { savedStates } from '../../../generator/import/states/saved.js';
import { readPackage } from '../../tools/corpus/package.js';
import { sendJson, serve, tapwright } from '../support.js';
import { fingerprintOf, put, sandbox } from '../../support/sandbox.js';

const COMMITS = {
  type: 'SubstreamPartitionRouter',
  parent_stream_configs: [{ type: 'ParentStreamConfig', parent_key: 'id', partition_field: 'repo' }],
};

/** A stream as manifests have it. */
function stream(name: string, path: string, cursor: object | undefined, more: object = {}): object {
  return {
    type: 'DeclarativeStream',
    name,
    primary_key: ['id'],
    retriever: {
      type: 'SimpleRetriever',
      requester: { type: 'HttpRequester', url_base: 'https://api.example.com', path, http_method: 'GET' },
      record_selector: { type: 'RecordSelector', extractor: { type: 'DpathExtractor', field_path: ['data'] } },
      ...more,
    },
    ...(cursor === undefined ? {} : { incremental_sync: cursor }),
    schema_loader: {
      type: 'InlineSchemaLoader',
      schema: { type: 'object', properties: { id: { type: 'integer' }, at: { type: ['string', 'integer'] } } },
    },
  };
}

const cursor = (format: string, more: object = {}): object => ({
  type: 'DatetimeBasedCursor',
  cursor_field: 'at',
  datetime_format: format,
  start_datetime: '2024-01-01T00:00:00Z',
  start_time_option: { type: 'RequestOption', inject_into: 'request_parameter', field_name: 'since' },
  ...more,
});

const repos = stream('repos', '/repos', undefined);
const MANIFEST = {
  version: '6.0.0',
  type: 'DeclarativeSource',
  check: { type: 'CheckStream', stream_names: ['repos'] },
  streams: [
    stream('Orders', '/orders', cursor('%Y-%m-%dT%H:%M:%SZ')),
    stream('events', '/events', cursor('%s')),
    stream('days', '/days', cursor('%Y-%m-%d')),
    stream('commits', '/repos/{{ stream_partition.repo }}/commits', cursor('%Y-%m-%dT%H:%M:%SZ'), {
      partition_router: { ...COMMITS, parent_stream_configs: [{ ...COMMITS.parent_stream_configs[0], stream: repos }] },
    }),
    repos,
  ],
};

const one = (name: string, state: object): object => ({
  type: 'STREAM',
  stream: { stream_descriptor: { name, namespace: null }, stream_state: state },
});
const AIRBYTE = [
  one('Orders', { at: '2024-05-01T10:00:00Z' }),
  one('events', { at: '1714557600' }),
  one('days', { at: '2024-05-01' }),
  one('commits', {
    use_global_cursor: false,
    states: [
      { partition: { repo: 7, parent_slice: {} }, cursor: { at: '2024-05-01T10:00:00Z' } },
      { partition: { repo: 8, parent_slice: {} }, cursor: { at: '2024-06-01T10:00:00Z' } },
    ],
    state: { at: '2024-06-01T10:00:00Z' },
    lookback_window: 1,
  }),
  one('repos', { __ab_no_cursor_state_message: true }),
  one('gone', { at: '2024-05-01T10:00:00Z' }),
];

describe('import --state', () => {
  test('lets reads of a manifest go on where Airbyte stood', async () => {
    const folder = sandbox();
    put(folder, { 'manifest.json': JSON.stringify(MANIFEST), 'state.json': JSON.stringify(AIRBYTE) });
    const result = await tapwright(folder, ['import', 'manifest.json', '--name', 'acme', '--state', 'state.json']);
    expect(result).toMatchObject({ exitCode: 0 });
    for (const line of [
      'goes on      Orders: from 2024-05-01T10:00:00Z',
      'goes on      events: from 1714557600',
      'goes on      commits: from 2 of what it is read for',
      'begins anew  repos: it is always read as a whole',
      'begins anew  gone: there is no resource for it',
      'specs/acme.state.json: a state, for acme-connector sync --state specs/acme.state.json',
    ])
      expect(result.stdout).toContain(`${line}\n`);

    const asked: string[] = [];
    const base = await serve((request, response) => {
      asked.push(`${request.url.pathname}${request.url.search}`);
      const isRepos = request.url.pathname === '/repos';
      sendJson(response, { data: isRepos ? [{ id: 7 }, { id: 8 }, { id: 9 }] : [] });
    });
    const text = readFileSync(join(folder, 'specs/acme.yaml'), 'utf8').replace('https://api.example.com', base);
    put(folder, { 'specs/acme.yaml': text });
    // a spec that somebody has changed is a source, too
    expect(await tapwright(folder, ['import', 'specs/acme.yaml', '--state', 'state.json'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('goes on      Orders: from 2024-05-01T10:00:00Z') as string,
    });
    expect(await tapwright(folder, ['import', 'manifest.json', '--name', 'acme', '--update', '--state', 'state.json'])).toMatchObject({
      exitCode: 0,
    });
    expect(await tapwright(folder, ['generate', 'specs/acme.yaml'])).toMatchObject({ exitCode: 0 });
    const saved = JSON.parse(readFileSync(join(folder, 'specs/acme.state.json'), 'utf8')) as {
      readonly resources: Readonly<Record<string, { readonly state: unknown; readonly mode: string; readonly complete: boolean }>>;
    };
    expect(saved.resources['Orders']).toMatchObject({ version: 1, mode: 'merge', complete: true });
    const states = Object.fromEntries(Object.entries(saved.resources).map(([name, { state }]) => [name, state]));
    const read = await readPackage(join(folder, 'generated/acme'), ['Orders', 'events', 'days', 'commits'], {}, states);
    expect(read.errors).toEqual({});
    // one unit before: an API may count the start out
    expect(asked).toEqual([
      '/orders?since=2024-05-01T09%3A59%3A59Z',
      '/events?since=1714557599',
      '/days?since=2024-04-30',
      '/repos',
      '/repos/7/commits?since=2024-05-01T09%3A59%3A59Z',
      '/repos/8/commits?since=2024-06-01T09%3A59%3A59Z',
      '/repos/9/commits?since=2024-01-01T00%3A00%3A00Z',
    ]);
  });

  test.each([
    [
      'the state of a pipeline of dlt',
      {
        sources: {
          s: { resources: { orders: { incremental: { at: { initial_value: '2024', last_value: '2025-01-01', unique_hashes: ['a'] } } } } },
        },
      },
      { tool: 'dlt', streams: [{ stream: 'orders', value: '2025-01-01', parts: [] }] },
    ],
    [
      'the state of a tap',
      { bookmarks: { orders: { replication_key: 'at', replication_key_value: 5 }, users: { at: '2025' } } },
      {
        tool: 'Singer',
        streams: [
          { stream: 'orders', value: 5, parts: [] },
          { stream: 'users', value: '2025', parts: [] },
        ],
      },
    ],
    [
      'a STATE message of a tap',
      { type: 'STATE', value: { bookmarks: { users: { at: '2025' } } } },
      { tool: 'Singer', streams: [{ stream: 'users', value: '2025', parts: [] }] },
    ],
    [
      'what the API of Airbyte answers',
      { stateType: 'stream', streamState: [{ streamDescriptor: { name: 'users' }, streamState: { at: '2025' } }] },
      { tool: 'Airbyte', streams: [{ stream: 'users', value: '2025', parts: [] }] },
    ],
    [
      'a global state',
      { type: 'GLOBAL', global: { shared_state: {}, stream_states: [{ stream_descriptor: { name: 'users' }, stream_state: { at: 1 } }] } },
      { tool: 'Airbyte', streams: [{ stream: 'users', value: 1, parts: [] }] },
    ],
    ['what old versions keep', { users: { at: '2025' } }, { tool: 'Airbyte', streams: [{ stream: 'users', value: '2025', parts: [] }] }],
  ])('reads %s', (_, state, expected) => {
    expect(savedStates(JSON.stringify(state))).toEqual(expected);
    expect(savedStates(JSON.stringify(state, null, 2))).toEqual(expected);
  });

  test('takes the last of many messages', () => {
    const lines = [one('a', { at: '1' }), { type: 'RECORD', record: {} }, one('a', { at: '2' })].map((each) =>
      JSON.stringify('record' in each ? each : { type: 'STATE', state: each }),
    );
    expect(savedStates(lines.join('\n'))).toEqual({ tool: 'Airbyte', streams: [{ stream: 'a', value: '2', parts: [] }] });
  });

  test.each([
    ['none.json', 'cli/missing-file', 2],
    ['odd.json', 'import/state', 1],
  ])('refuses %s before anything is written', async (state, code, exitCode) => {
    const folder = sandbox();
    put(folder, { 'manifest.json': JSON.stringify(MANIFEST), 'odd.json': '{"a": 1}' });
    const before = fingerprintOf(folder);
    expect(await tapwright(folder, ['import', 'manifest.json', '--state', state])).toMatchObject({
      exitCode,
      stderr: expect.stringContaining(`error[${code}]`) as string,
    });
    expect(fingerprintOf(folder)).toEqual(before);
    expect(existsSync(join(folder, 'specs'))).toBe(false);
  });
});
