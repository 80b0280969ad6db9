// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Invocation } from './cli.ts';
import { clientFrom } from './client.ts';
import { checkSaved, SyncError, type SavedState } from './destination.ts';
import { isObject } from './json-file.ts';
import { jsonText } from './json-text.ts';
import { Notes } from './notes.ts';
import { messageOf, print, shown } from './output.ts';
import type { SettingSource } from './setting-reader.ts';
import { settings } from './settings.ts';
import {
  isExpected,
  readJson,
  readSettings,
  readStreams,
  resumeState,
  selectionOf,
  STATE_EVERY,
  streamSchema,
  type Selection,
} from './stream.ts';
import type { Table } from './table.ts';
import { tables, tablesUnder } from './tables.ts';

/** Runs the package as an Airbyte source: one JSON message a line on stdout. */
export async function runAirbyte(command: string | undefined, invocation: Invocation): Promise<number> {
  try {
    if (command === 'spec') {
      await emit({ type: 'SPEC', spec: specification() });
      return 0;
    }
    if (command === 'discover') {
      const offered = tablesUnder(await readSettings(invocation.options.config, invocation.env));
      await emit({ type: 'CATALOG', catalog: { streams: await Promise.all(offered.map(describe)) } });
      return 0;
    }
    if (command !== 'check' && command !== 'read')
      throw new SyncError('usage', 'expected spec, check, discover or read');
    if (invocation.options.config === undefined) throw new SyncError('usage', `${command} takes --config FILE`);
    const source = await readSettings(invocation.options.config, invocation.env);
    return await (command === 'check' ? check(source, invocation) : read(source, invocation));
  } catch (error) {
    if (invocation.signal.aborted) throw error;
    await emitError(error);
    return 1;
  }
}

async function check(source: SettingSource, invocation: Invocation): Promise<number> {
  const offered = tablesUnder(source);
  const table = offered.find((each) => each.selected) ?? offered[0];
  try {
    await table?.pages(clientFrom(source), { state: undefined, signal: invocation.signal }).next();
    await emit({ type: 'CONNECTION_STATUS', connectionStatus: { status: 'SUCCEEDED' } });
  } catch (error) {
    if (!isExpected(error)) throw error;
    await emit({ type: 'CONNECTION_STATUS', connectionStatus: { status: 'FAILED', message: shown(messageOf(error)) } });
  }
  return 0;
}

async function read(source: SettingSource, invocation: Invocation): Promise<number> {
  const { options, signal } = invocation;
  const configured = await readCatalog(options.catalog);
  const states = options.state === undefined ? new Map<string, SavedState>() : await readStates(options.state);
  const client = clientFrom(source);
  let exitCode = 0;
  for (const { table, selection, isIncremental } of configured) {
    await emitStatus(table, 'STARTED');
    try {
      await readStream(
        client,
        table,
        selection,
        resumeState({ ...table, incremental: table.incremental && isIncremental }, states.get(table.name)),
        signal,
      );
      await emitStatus(table, 'COMPLETE');
    } catch (error) {
      if (signal.aborted) throw error;
      await emitError(error, table);
      await emitStatus(table, 'INCOMPLETE');
      exitCode = 1; // the other streams go on
    }
  }
  return exitCode;
}

async function readStream(
  client: ReturnType<typeof clientFrom>,
  table: Table,
  selection: Selection,
  state: unknown,
  signal: AbortSignal,
): Promise<void> {
  const notes = new Notes();
  let isRunning = false;
  let unsaved = 0;
  let last: SavedState | undefined;
  const emitState = async (saved: SavedState): Promise<void> => {
    const stream = { stream_descriptor: { name: table.name }, stream_state: saved };
    await emit({ type: 'STATE', state: { type: 'STREAM', stream, sourceStats: { recordCount: unsaved } } });
    unsaved = 0;
    last = undefined;
  };
  try {
    for await (const page of table.pages(client, { state, signal })) {
      if (!isRunning) await emitStatus(table, 'RUNNING');
      isRunning = true;
      notes.add(page.notes);
      const emittedAt = Date.now();
      for (const record of page.records) {
        await emit({
          type: 'RECORD',
          record: { stream: table.name, data: selection.message(record), emitted_at: emittedAt },
        });
      }
      unsaved += page.records.length;
      last = { version: 1, mode: table.mode, complete: page.complete, state: page.state };
      if (unsaved >= STATE_EVERY || page.complete) await emitState(last);
    }
  } finally {
    if (last !== undefined) await emitState(last); // of what was read before it failed
    for (const sentence of notes.sentences(table.name)) await warn(sentence);
  }
}

function specification(): object {
  const properties = Object.fromEntries(
    settings.map(({ name, type, description, secret, default: fallback }, order) => [
      name,
      {
        type,
        title: name,
        description,
        order,
        group: secret ? 'credentials' : 'options',
        ...(secret ? { airbyte_secret: true } : {}),
        ...(fallback === undefined ? {} : { default: fallback }),
      },
    ]),
  );
  return {
    connectionSpecification: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'kept-connector',
      type: 'object',
      groups: [
        { id: 'credentials', title: 'Credentials' },
        { id: 'options', title: 'Options' },
      ],
      required: settings.filter((setting) => setting.required).map(({ name }) => name),
      properties,
      additionalProperties: true,
    },
    supportsIncremental: tables.some((table) => table.incremental),
    protocol_version: '0.2.0',
  };
}

async function describe(table: Table): Promise<object> {
  return {
    name: table.name,
    json_schema: await streamSchema(table),
    supported_sync_modes: table.incremental ? ['full_refresh', 'incremental'] : ['full_refresh'],
    ...(table.key.length > 0 ? { source_defined_primary_key: table.key.map((column) => [column]) } : {}),
    is_resumable: true,
  };
}

interface ConfiguredStream {
  readonly table: Table;
  readonly selection: Selection;
  readonly isIncremental: boolean;
}

async function readCatalog(path: string | undefined): Promise<readonly ConfiguredStream[]> {
  if (path === undefined) throw new SyncError('usage', 'read takes --catalog FILE');
  return Promise.all(
    (await readStreams(path)).map(async (each) => {
      const stream = isObject(each['stream']) ? each['stream'] : {};
      const table = tables.find(({ name }) => name === stream['name']);
      if (table === undefined)
        throw new SyncError('usage', `${path}: there is no stream ${JSON.stringify(stream['name'])}`);
      const keep = (field: readonly string[]): boolean =>
        (field.length === 2 && isNeeded(table, field[1] ?? '')) || isTold(stream['json_schema'], field);
      return {
        table,
        selection: selectionOf(table, await streamSchema(table), keep),
        isIncremental: each['sync_mode'] === 'incremental',
      };
    }),
  );
}

/** Whether a field is there whatever was configured: it is of the key. */
function isNeeded(table: Table, field: string): boolean {
  return table.key.includes(field);
}

/** Whether a configured schema has the field at a path. One that says nothing of what is in a field has all of it. */
function isTold(schema: unknown, path: readonly string[]): boolean {
  const [step, name = '', ...inside] = path;
  if (typeof schema !== 'object' || schema === null || step === undefined || !(step in schema)) return true;
  const part: unknown = Reflect.get(schema, step);
  if (step === 'items') return isTold(part, path.slice(1));
  if (typeof part !== 'object' || part === null) return true;
  return Object.hasOwn(part, name) && isTold(Reflect.get(part, name), inside);
}

/** Per-stream states; of other kinds there are none to be read. */
async function readStates(path: string): Promise<ReadonlyMap<string, SavedState>> {
  const list = await readJson(path, 'state');
  if (!Array.isArray(list)) throw new SyncError('state', `${path}: expected a list of states; nothing was read`);
  const states = new Map<string, SavedState>();
  for (const each of list as readonly unknown[]) {
    const { type, stream = {} } = isObject(each) ? each : {};
    const { stream_descriptor: descriptor, stream_state: saved } = isObject(stream) ? stream : {};
    const name = isObject(descriptor) ? descriptor['name'] : undefined;
    if (type !== 'STREAM' || typeof name !== 'string')
      throw new SyncError('state', `${path}: expected states of type STREAM`);
    if (saved !== undefined && !(isObject(saved) && Object.keys(saved).length === 0))
      states.set(name, checkSaved(saved, `${path}, ${name}`));
  }
  return states;
}

async function warn(message: string): Promise<void> {
  await emit({ type: 'LOG', log: { level: 'WARN', message: shown(message) } });
}

async function emitStatus({ name }: Table, status: 'STARTED' | 'RUNNING' | 'COMPLETE' | 'INCOMPLETE'): Promise<void> {
  const stream_status = { stream_descriptor: { name }, status };
  await emit({ type: 'TRACE', trace: { type: 'STREAM_STATUS', emitted_at: Date.now(), stream_status } });
}

async function emitError(error: unknown, table?: Table): Promise<void> {
  const details = {
    message: shown(messageOf(error)),
    internal_message: error instanceof Error ? error.name : typeof error,
    failure_type: error instanceof SyncError ? 'config_error' : isExpected(error) ? 'transient_error' : 'system_error',
    ...(table === undefined ? {} : { stream_descriptor: { name: table.name } }),
  };
  await emit({ type: 'TRACE', trace: { type: 'ERROR', emitted_at: Date.now(), error: details } });
}

async function emit(message: object): Promise<void> {
  await print(jsonText(message) ?? '');
}
