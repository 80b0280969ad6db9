import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox } from '../support/sandbox.js';
import { buildSpec, messagesIn, runCommand, type Finished } from './support/built-package.js';
import { eventsApi, eventsOn, type EventsApi } from './support/events-api.js';
import { INCREMENTAL } from './support/incremental-spec.js';

const bin = buildSpec(INCREMENTAL);

/** Runs the command with files of these contents beside a configuration. */
async function run({ url }: EventsApi, args: readonly string[], files: Readonly<Record<string, unknown>> = {}): Promise<Finished> {
  const cwd = sandbox();
  const all = { ...files, config: { token: 'a-token', base_url: url } };
  const flags = Object.entries(all).flatMap(([name, content]) => {
    writeFileSync(join(cwd, `${name}.json`), JSON.stringify(content));
    return [`--${name}`, `${name}.json`];
  });
  return runCommand(await bin, [...args, ...flags], { cwd });
}

test('a Singer catalog says what a stream is replicated by', async () => {
  const api = await eventsApi([]);
  const { streams } = JSON.parse((await run(api, ['--singer', '--discover'])).stdout) as {
    readonly streams: readonly Readonly<Record<string, unknown>>[];
  };
  const [events, logs] = streams;
  expect(events).toMatchObject({
    key_properties: ['id'],
    replication_key: 'timestamp',
    replication_method: 'INCREMENTAL',
    metadata: [
      {
        breadcrumb: [],
        metadata: {
          inclusion: 'available',
          selected: true,
          'selected-by-default': true,
          'table-key-properties': ['id'],
          'valid-replication-keys': ['timestamp'],
          'forced-replication-method': 'INCREMENTAL',
        },
      },
      { breadcrumb: ['properties', 'id'], metadata: { inclusion: 'automatic' } },
      { breadcrumb: ['properties', 'name'], metadata: { inclusion: 'available', 'selected-by-default': true } },
      { breadcrumb: ['properties', 'timestamp'], metadata: { inclusion: 'automatic' } },
    ],
  });
  expect(logs).toMatchObject({ key_properties: [], replication_method: 'FULL_TABLE' });
  expect(logs).not.toHaveProperty('replication_key');
  expect(JSON.stringify(logs)).not.toContain('valid-replication-keys');
});

test('a Singer bookmark says how far a stream is, and the next run begins there', async () => {
  const api = await eventsApi(eventsOn(1, 2, 3));
  const messages = messagesIn(await run(api, ['--singer']));
  expect(messages[0]).toMatchObject({ type: 'SCHEMA', stream: 'events', key_properties: ['id'], bookmark_properties: ['timestamp'] });
  expect(messages.find(({ stream, type }) => stream === 'logs' && type === 'SCHEMA')).not.toHaveProperty('bookmark_properties');
  const state = messages.at(-1)?.['value'];
  expect(state).toMatchObject({
    bookmarks: { events: { replication_key: 'timestamp', replication_key_value: '2026-01-03T00:00:00Z' } },
  });
  api.asked.length = 0;
  const again = messagesIn(await run(api, ['--singer'], { state }));
  expect(again.filter(({ type, stream }) => type === 'RECORD' && stream === 'events')).toEqual([]);
  expect(api.asked).toContain('2026-01-02T23:59:59Z'); // one unit earlier: the API may count its start out
});

test('an Airbyte catalog says what a stream is read by, and of which kinds', async () => {
  const api = await eventsApi([]);
  const [message] = messagesIn(await run(api, ['discover'])) as readonly [{ readonly catalog: { readonly streams: readonly object[] } }];
  const [{ json_schema: _, ...events }, { json_schema: __, ...logs }] = message.catalog.streams as unknown as readonly [
    Readonly<Record<string, unknown>>,
    Readonly<Record<string, unknown>>,
  ];
  expect(events).toEqual({
    name: 'events',
    supported_sync_modes: ['full_refresh', 'incremental'],
    source_defined_cursor: true,
    default_cursor_field: ['timestamp'],
    source_defined_primary_key: [['id']],
    is_resumable: true,
  });
  expect(logs).toEqual({ name: 'logs', supported_sync_modes: ['full_refresh'], is_resumable: true });
});

test('an Airbyte read goes on from its state, keeps the cursor selected, and warns of the future', async () => {
  const api = await eventsApi(eventsOn(1, 2, 3));
  const catalog = {
    streams: [
      {
        stream: { name: 'events', json_schema: { properties: { name: {} } }, supported_sync_modes: ['full_refresh', 'incremental'] },
        sync_mode: 'incremental',
        destination_sync_mode: 'append_dedup',
      },
    ],
  };
  const first = messagesIn(await run(api, ['read'], { catalog }));
  const record = first.find(({ type }) => type === 'RECORD')?.['record'] as { readonly data: object };
  expect(Object.keys(record.data).sort()).toEqual(['id', 'name', 'timestamp']);
  const state = [first.findLast(({ type }) => type === 'STATE')?.['state']];
  const second = messagesIn(await run(api, ['read'], { catalog, state }));
  expect(second.filter(({ type }) => type === 'RECORD')).toEqual([]);
  const future = JSON.parse(JSON.stringify(state).replace('2026-01-03', '2999-01-03')) as unknown;
  const third = messagesIn(await run(api, ['read'], { catalog, state: future }));
  expect(third.filter(({ type }) => type === 'RECORD')).toEqual([]);
  expect(third.filter(({ type }) => type === 'LOG')).toMatchObject([{ log: { level: 'WARN', message: expect.stringContaining('2999') } }]);
  expect(third.filter(({ type }) => type === 'STATE')).toHaveLength(1);
});

test('--state FILE is refused for rows that are appended: after a crash they would be there twice', async () => {
  const { openDestination, openStateFile, sync } = (await import(
    join(await bin, '../index.js')
  )) as typeof import('../../generated/analytics/src/sync/index.js');
  expect([typeof openDestination, typeof sync]).toEqual(['function', 'function']);
  const path = join(sandbox(), 'state.json');
  const states = await openStateFile(path);
  const { StreamClient } = (await import(join(await bin, '../../index.js'))) as { readonly StreamClient: new (options: object) => never };
  const unused = { load: none, begin: none, write: none, close: none };
  const api = await eventsApi([]);
  const client = new StreamClient({ token: 'a-token', baseUrl: api.url });
  await expect(sync(client, unused, { states })).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('rows of logs are appended'),
  });
  await states.close();
  expect(api.asked).toEqual([]);
});

function none(): never {
  throw new Error('not to be called');
}
