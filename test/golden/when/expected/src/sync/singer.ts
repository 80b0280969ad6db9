// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Invocation } from './cli.ts';
import { clientFrom } from './client.ts';
import { checkSaved, SyncError, type SavedState } from './destination.ts';
import { jsonText } from './json-text.ts';
import { Notes } from './notes.ts';
import { print, tell } from './output.ts';
import { isObject } from './json-file.ts';
import { about } from './singer-about.ts';
import {
  readObject,
  readSettings,
  readStreams,
  resumeState,
  selectionOf,
  STATE_EVERY,
  streamSchema,
  type StreamSchema,
} from './stream.ts';
import type { Table } from './table.ts';
import { tables, tablesUnder } from './tables.ts';

/** Runs the package as a Singer tap: messages on stdout, everything else on stderr. */
export async function runSinger({ options, env, signal }: Invocation): Promise<number> {
  if (options.about === true) {
    await about(options.format);
    return 0;
  }
  if (options.discover === true) {
    await print(
      JSON.stringify(
        { streams: await Promise.all(tablesUnder(await readSettings(options.config, env)).map(catalogEntry)) },
        null,
        2,
      ),
    );
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
    if (entry === undefined && table.offered?.(client) === false) continue; // one that a catalog selects is asked for, and the error says what it is there under
    await readStream(client, table, await streamSchema(table), entry, bookmarks, signal);
  }
  await printState(bookmarks);
  return 0;
}

/** Where a stream stands. */
interface Bookmark extends SavedState {
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
  const selection = selectionOf(table, schema, (path) => isAutomatic(table, path) || isFieldSelected(path, entry));
  await print(
    JSON.stringify({ type: 'SCHEMA', stream: table.name, schema: selection.schema, key_properties: table.key }),
  );

  const before = bookmarks.get(table.name);
  const isOpen = before !== undefined && !before.complete;
  let version = table.incremental
    ? undefined
    : isOpen && before.stream_version !== undefined
      ? before.stream_version
      : Date.now();
  const notes = new Notes();
  let unsaved = 0;
  const forgotten = version === undefined ? undefined : 'restart';
  try {
    for await (const page of table.pages(client, { state: resumeState(table, before), signal, forgotten })) {
      if (version !== undefined && page.notes['restarted'] === true) version = Date.now(); // what came before is no part of this version
      const timeExtracted = new Date().toISOString().replace('Z', '000Z'); // microseconds
      for (const record of page.records) {
        const message = {
          type: 'RECORD',
          stream: table.name,
          record: selection.message(record),
          time_extracted: timeExtracted,
        };
        await print(jsonText({ ...message, ...(version === undefined ? {} : { version }) }) ?? '');
      }
      notes.add(page.notes);
      unsaved += page.records.length;
      bookmarks.set(table.name, {
        version: 1,
        mode: table.mode,
        complete: page.complete,
        state: page.state,
        ...(version === undefined ? {} : { stream_version: version }),
      });
      if (unsaved < STATE_EVERY || page.complete) continue;
      unsaved = 0;
      await printState(bookmarks);
    }
  } catch (error) {
    if (unsaved > 0) await printState(bookmarks); // what was printed need not come again
    throw error;
  } finally {
    for (const sentence of notes.sentences(table.name)) tell(`warning: ${sentence}`);
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

/** Whether a field is wanted: its own metadata say so, or nothing does. What it is in was asked for before. */
function isFieldSelected(path: readonly string[], entry: CatalogEntry | undefined): boolean {
  const own = entry?.metadata.find(
    ({ breadcrumb }) => breadcrumb.length === path.length && breadcrumb.every((step, at) => step === path[at]),
  );
  const { inclusion, selected, 'selected-by-default': byDefault } = own?.metadata ?? {};
  if (inclusion === 'automatic') return true;
  if (inclusion === 'unsupported') return false;
  return (selected ?? byDefault ?? true) === true;
}

/** Whether a field is there whatever was selected. */
function isAutomatic(table: Table, [, field, ...inside]: readonly string[]): boolean {
  if (field === undefined || inside.length > 0) return false;
  return table.key.includes(field);
}

async function catalogEntry(table: Table): Promise<object> {
  const schema = await streamSchema(table);
  const paths: (readonly string[])[] = [];
  selectionOf(table, schema, (path) => paths.push(path) > 0); // asked for each of them, nested ones too
  const fields = paths.map((breadcrumb) => ({
    breadcrumb,
    metadata: isAutomatic(table, breadcrumb)
      ? { inclusion: 'automatic' }
      : { inclusion: 'available', 'selected-by-default': true },
  }));
  const method = table.incremental ? 'INCREMENTAL' : 'FULL_TABLE';
  const stream = {
    inclusion: 'available',
    selected: table.selected,
    'selected-by-default': table.selected,
    'table-key-properties': table.key,
    'forced-replication-method': method,
  };
  return {
    tap_stream_id: table.name,
    stream: table.name,
    schema,
    key_properties: table.key,
    replication_method: method,
    metadata: [{ breadcrumb: [], metadata: stream }, ...fields],
  };
}
