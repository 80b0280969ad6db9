// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { Invocation } from './cli.ts';
import { clientFrom } from './client.ts';
import { checkSaved, SyncError, type SavedState } from './destination.ts';
import { print, tell } from './output.ts';
import { settings } from './settings.ts';
import { isObject } from './json-file.ts';
import {
  narrowed,
  readObject,
  readSettings,
  readStreams,
  resumeState,
  selectFields,
  STATE_EVERY,
  streamSchema,
  type StreamSchema,
} from './stream.ts';
import { jsonText, type Table } from './table.ts';
import { tables } from './tables.ts';

/** Runs the package as a Singer tap: messages on stdout, everything else on stderr. */
export async function runSinger({ options, env, signal }: Invocation): Promise<number> {
  if (options.about === true) {
    await about(options.format);
    return 0;
  }
  if (options.discover === true) {
    await print(JSON.stringify({ streams: await Promise.all(tables.map(catalogEntry)) }, null, 2));
    return 0;
  }
  const client = clientFrom(await readSettings(options.config, env), () =>
    tell('the API asks to wait, or failed: trying again'),
  );
  const catalogPath = options.catalog ?? options.properties;
  const catalog = catalogPath === undefined ? undefined : await readCatalog(catalogPath);
  const bookmarks = options.state === undefined ? new Map<string, Bookmark>() : await readBookmarks(options.state);
  for (const table of tables) {
    const entry = catalog === undefined ? undefined : (catalog.get(table.name) ?? { selected: false, metadata: [] });
    if (!isStreamSelected(table, entry)) continue;
    await readStream(client, table, await streamSchema(table), entry, bookmarks, signal);
  }
  await printState(bookmarks);
  return 0;
}

/** Where a stream stands. */
interface Bookmark extends SavedState {
  /** For people and platforms to see: the tap goes on from `state`. */
  readonly replication_key?: string;
  readonly replication_key_value?: string | number | null;
  /** Of a stream that is read in full: records of the same read have the same version. */
  readonly stream_version?: number;
}

async function readStream(
  client: ReturnType<typeof clientFrom>,
  table: Table,
  schema: StreamSchema,
  entry: CatalogEntry | undefined,
  bookmarks: Map<string, Bookmark>,
  signal: AbortSignal,
): Promise<void> {
  const selected = narrowed(schema, (field) => isAutomatic(table, field) || isFieldSelected(field, entry));
  const isDeclared = Object.keys(schema.properties).length > 0;
  const replicationKey = replicationKeyOf(table);
  const bookmarkProperties = replicationKey === undefined ? {} : { bookmark_properties: [replicationKey] };
  await print(
    JSON.stringify({
      type: 'SCHEMA',
      stream: table.name,
      schema: selected,
      key_properties: table.key,
      ...bookmarkProperties,
    }),
  );

  const before = bookmarks.get(table.name);
  const isOpen = before !== undefined && !before.complete;
  const version = table.incremental
    ? undefined
    : isOpen && before.stream_version !== undefined
      ? before.stream_version
      : Date.now();
  const versioned = version === undefined ? {} : { version };
  let unsaved = 0;
  for await (const page of table.pages(client, { state: resumeState(table, before), signal })) {
    for (const note of page.notes) tell(`warning: ${table.name}: ${note}`);
    const timeExtracted = new Date().toISOString().replace('Z', '000Z'); // microseconds
    for (const record of page.records) {
      const message = {
        type: 'RECORD',
        stream: table.name,
        record: selectFields(record, selected, isDeclared),
        time_extracted: timeExtracted,
      };
      await print(jsonText({ ...message, ...versioned }) ?? '');
    }
    unsaved += page.records.length;
    bookmarks.set(table.name, {
      version: 1,
      mode: table.mode,
      complete: page.complete,
      state: page.state,
      ...(version === undefined ? {} : { stream_version: version }),
      ...(replicationKey === undefined
        ? {}
        : { replication_key: replicationKey, replication_key_value: table.startOf(page.state) }),
    });
    if (unsaved < STATE_EVERY || page.complete) continue;
    unsaved = 0;
    await printState(bookmarks);
  }
  if (version !== undefined) await print(JSON.stringify({ type: 'ACTIVATE_VERSION', stream: table.name, version }));
}

async function printState(bookmarks: ReadonlyMap<string, Bookmark>): Promise<void> {
  await print(JSON.stringify({ type: 'STATE', value: { bookmarks: Object.fromEntries(bookmarks) } }));
}

async function readBookmarks(path: string): Promise<Map<string, Bookmark>> {
  const { bookmarks = {} } = await readObject(path, 'state');
  if (!isObject(bookmarks)) throw new SyncError('state', `${path}: the state has no bookmarks`);
  return new Map(
    Object.entries(bookmarks).map(([stream, bookmark]) => [stream, checkSaved(bookmark, `${path}, ${stream}`)]),
  );
}

interface CatalogEntry {
  readonly selected?: unknown;
  readonly metadata: readonly Metadata[];
}

interface Metadata {
  /** Empty: of the stream. `['properties', 'id']`: of a field. */
  readonly breadcrumb: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The entries of a catalog, by the name of the stream. */
async function readCatalog(path: string): Promise<ReadonlyMap<string, CatalogEntry>> {
  const entries = new Map<string, CatalogEntry>();
  for (const { tap_stream_id: id, stream, selected, schema, metadata } of await readStreams(path)) {
    const own = Array.isArray(metadata) ? metadata.filter(isMetadata) : [];
    entries.set(String(id ?? stream), {
      selected: selected ?? (isObject(schema) ? schema['selected'] : undefined),
      metadata: own,
    });
  }
  return entries;
}

function isMetadata(value: unknown): value is Metadata {
  return isObject(value) && Array.isArray(value['breadcrumb']) && isObject(value['metadata']);
}

function isStreamSelected(table: Table, entry: CatalogEntry | undefined): boolean {
  if (entry === undefined) return table.selected;
  const own = entry.metadata.find(({ breadcrumb }) => breadcrumb.length === 0)?.metadata ?? {};
  return (own['selected'] ?? entry.selected ?? own['selected-by-default'] ?? false) === true;
}

function isFieldSelected(field: string, entry: CatalogEntry | undefined): boolean {
  const own =
    entry?.metadata.find(({ breadcrumb }) => breadcrumb.length === 2 && breadcrumb[1] === field)?.metadata ?? {};
  if (own['inclusion'] === 'automatic') return true;
  if (own['inclusion'] === 'unsupported') return false;
  return (own['selected'] ?? own['selected-by-default'] ?? true) === true;
}

/** Whether a field is there whatever was selected. */
function isAutomatic(table: Table, field: string): boolean {
  return table.key.includes(field) || field === replicationKeyOf(table);
}

/** The field that a stream is read by; a nested one has no name in Singer. */
function replicationKeyOf({ cursor }: Table): string | undefined {
  return cursor.length === 1 ? cursor[0] : undefined;
}

async function catalogEntry(table: Table): Promise<object> {
  const schema = await streamSchema(table);
  const fields = Object.keys(schema.properties).map((field) => ({
    breadcrumb: ['properties', field],
    metadata: isAutomatic(table, field)
      ? { inclusion: 'automatic' }
      : { inclusion: 'available', 'selected-by-default': true },
  }));
  const replicationKey = replicationKeyOf(table);
  const method = table.incremental ? 'INCREMENTAL' : 'FULL_TABLE';
  const stream = {
    inclusion: 'available',
    selected: table.selected,
    'selected-by-default': table.selected,
    'table-key-properties': table.key,
    'forced-replication-method': method,
    ...(replicationKey === undefined ? {} : { 'valid-replication-keys': [replicationKey] }),
  };
  return {
    tap_stream_id: table.name,
    stream: table.name,
    schema,
    key_properties: table.key,
    replication_method: method,
    ...(replicationKey === undefined ? {} : { replication_key: replicationKey }),
    metadata: [{ breadcrumb: [], metadata: stream }, ...fields],
  };
}

async function about(format: string | undefined): Promise<void> {
  const properties = Object.fromEntries(
    settings.map(({ name, type, format, description, secret, default: fallback }) => [
      name,
      {
        type,
        format,
        description,
        ...(secret ? { secret: true } : {}),
        ...(fallback === undefined ? {} : { default: fallback }),
      },
    ]),
  );
  const facts = {
    name: 'tap-analytics',
    description: 'Events, users and cohorts of the analytics API.',
    version: '1.0.0',
    capabilities: ['catalog', 'discover', 'state', 'about', 'activate-version'],
    settings: {
      type: 'object',
      properties,
      required: settings.filter((setting) => setting.required).map(({ name }) => name),
    },
  };
  if (format === 'json') return print(JSON.stringify(facts, null, 2));
  await print(
    `${facts.name} ${facts.version}\n${facts.description}\n\nCapabilities: ${facts.capabilities.join(', ')}\nSettings:`,
  );
  for (const { name, description, required } of settings)
    await print(`  ${name}${required ? ' (required)' : ''}: ${description}`);
}
