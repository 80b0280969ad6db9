import { block, entry, fromJson, mapping, type Draft, type DraftEntry, type DraftMap } from '../../draft/draft.js';
import type { Pointer } from '../pointer.js';
import type { Source } from '../source.js';
import type { JsonValue } from '../../shape.js';
import type { HookStub, Stream } from '../contract.js';
import { CannotSay } from '../refuse.js';
import { isObject, listAt, member, objectAt, textAt, textsAt, type JsonObject } from '../values.js';
import { authDraft, headersDraft } from './auth.js';
import { fieldsAt, type Context } from './context.js';
import { columnsDraft } from './fields.js';
import { comparisonOf } from './lambda.js';
import { incrementalDraft, type IncrementalDraft } from './incremental.js';
import { markOf } from './marks.js';
import { paginatorDraft, type PaginatorDraft } from './paginator.js';
import { selector } from './text.js';
import { resolvedParams, addressOf, paramsOf, bodyOf } from './request.js';

/** A resource with what all resources have, merged as dlt does: one level deep for endpoint, params and json. */
export function withDefaults(defaults: JsonValue | undefined, resource: JsonObject): JsonObject {
  const endpoint = endpointOf(resource);
  const usual = objectAt(defaults, 'endpoint') ?? {};
  const merged = { ...usual, ...endpoint };
  for (const key of ['params', 'json']) {
    const [outer, inner] = [objectAt(usual, key), objectAt(endpoint, key)];
    if (outer !== undefined && inner !== undefined) Object.assign(merged, { [key]: { ...outer, ...inner } });
  }
  return { ...(isObject(defaults) ? defaults : {}), ...resource, endpoint: merged };
}

function endpointOf(resource: JsonObject): JsonObject {
  const endpoint = member(resource, 'endpoint');
  if (typeof endpoint === 'string') return { path: endpoint };
  return isObject(endpoint) ? endpoint : {};
}

/** Keys that say how a destination keeps things. */
const DESTINATION = ['table_name', 'max_table_nesting', 'table_format', 'file_format', 'parent_table_name', 'references', 'nested_hints'];

/** What the client says for all resources. */
export interface ClientFacts {
  readonly baseUrl: string;
  readonly paginator: PaginatorDraft | undefined;
  readonly headers: JsonValue | undefined;
}

/** A resource, its fields still to come: others may need some that it does not name itself. */
export interface Half {
  readonly stream: Stream;
  readonly name: string;
  /** Makes the resource, once every other one is read. */
  readonly finish: () => Stream;
}

export function readResource(raw: JsonObject, pointer: Pointer, source: Source, client: ClientFacts, context: Context): Half {
  const said = textAt(raw, 'name') ?? '';
  const place = source.placeOf(pointer);
  const name = context.nameOf(said);
  const bare = { name: said, resource: name, tags: [], place, hooks: [], differs: [] };
  try {
    const finish = resourceDraft(raw, name, client, context);
    return { stream: bare, name, finish: () => ({ ...bare, ...finish() }) };
  } catch (error) {
    if (!(error instanceof CannotSay)) throw error;
    const stream = { ...bare, reason: error.message };
    return { stream, name, finish: () => stream };
  }
}

function resourceDraft(raw: JsonObject, name: string, client: ClientFacts, context: Context): () => Partial<Stream> {
  const endpoint = objectAt(raw, 'endpoint') ?? {};
  const differs: string[] = [];
  const hooks: HookStub[] = [];
  const resolved = resolvedParams(endpoint, context);
  const address = addressOf(textAt(endpoint, 'path') ?? textAt(raw, 'name') ?? '', client.baseUrl, context, resolved.names);
  const isOne = /\}\/?$/.test(address.path);
  const own = member(endpoint, 'paginator');
  const paginator =
    own !== undefined && own !== null
      ? paginatorDraft(own)
      : isOne
        ? {
            ...paginatorDraft('single_page'),
            entry: entry('paginator', mapping(entry('type', 'single_page')), 'why: the path is that of one record'),
          }
        : (client.paginator ?? paginatorDraft(undefined));
  hooks.push(...paginator.hooks);
  const params = paramsOf(endpoint, address.query, paginator, context, differs);
  const incremental = incrementalDraft(member(endpoint, 'incremental'), context) ?? params.incremental;
  const body = bodyOf(endpoint, paginator, context, resolved.names);
  const columns = columnsDraft(member(raw, 'columns'));
  differs.push(...columns.differs, ...(incremental?.differs ?? []));
  const { differs: stepDiffers, filters } = stepsOf(raw, hooks);
  differs.push(...stepDiffers);
  const headers = headersDraft(member(endpoint, 'headers'), context, true);
  const auth = authDraft(member(endpoint, 'auth'), context);
  if (auth.custom !== undefined) hooks.push({ hook: 'authenticate', quoted: auth.custom });
  const actions = actionsOf(endpoint, differs);
  const dropped = DESTINATION.filter((key) => member(raw, key) !== undefined && member(raw, key) !== null);
  if (dropped.length > 0) differs.push(`of a destination, dropped: ${dropped.join(', ')}`);
  const include = textsAt(raw, 'include_from_parent').filter((each) => each !== '');
  const parents = [...resolved.parents, ...address.parents];
  if (include.length > 0) for (const parent of new Set(parents)) for (const field of include) context.need(parent, field);

  const endpointDraft = block(
    entry('path', address.path),
    typeof member(endpoint, 'method') === 'string' &&
      member(endpoint, 'method') !== 'GET' &&
      entry('method', String(member(endpoint, 'method')).toUpperCase()),
    params.entries.length > 0 && entry('params', { entries: params.entries }),
    headers.headers !== undefined && entry('headers', headers.headers),
    ...body,
    selectorEntry(endpoint, isOne, paginator),
    filters.length > 0 && entry('filter', filters.length === 1 ? (filters[0] ?? null) : filters, 'why: as the function filters'),
    paginator === client.paginator ? undefined : paginator.entry,
    auth.auth !== undefined && entry('auth', auth.auth),
    incremental !== undefined &&
      withClientSide(incremental, [...params.entries, ...body.flatMap((each) => each ?? []), entry('path', address.path)]),
    actions,
  );

  const keys = [...textsAt(raw, 'primary_key'), ...textsAt(raw, 'merge_key')].filter((each) => each !== '');
  return () => ({
    draft: block(
      entry('name', name),
      entry('endpoint', endpointDraft),
      ...keysOf(raw, columns.primaryKey, columns.mergeKey),
      ...dispositionOf(raw, differs),
      include.length > 0 && entry('include_from_parent', include),
      member(raw, 'selected') === false && entry('selected', false),
      member(raw, 'parallelized') === true && parents.length > 0 && entry('concurrency', 4, 'why: parallelized at the source'),
      ...contractOf(raw),
      ...fieldEntries(context, name, incremental, [...columns.fields, ...filters.map(filterField)], keys),
    ),
    hooks,
    differs,
  });
}

function selectorEntry(endpoint: JsonObject, isOne: boolean, paginator: PaginatorDraft): DraftEntry {
  const said = textAt(endpoint, 'data_selector');
  if (said !== undefined && said.trim() !== '') return entry('data_selector', selector(said));
  if (isOne) return entry('data_selector', '$', 'why: the path is that of one record');
  // a list is read with either; an envelope fails with the second, and is not read as one record in silence
  const isLoud = paginator.type !== 'single_page';
  return entry(
    'data_selector',
    isLoud ? '$' : '$[*]',
    'LOOK: dlt finds the list in the answer by itself: look once, with import --look or tapwright init',
  );
}

function keysOf(raw: JsonObject, primary: readonly string[], merge: readonly string[]): readonly (DraftEntry | false)[] {
  const of = (key: string, columns: readonly string[]): DraftEntry | false => {
    const said = textsAt(raw, key).filter((each) => each !== '');
    const all = said.length > 0 ? said : columns;
    const [only] = all;
    return only !== undefined && entry(key, all.length === 1 ? only : all);
  };
  return [of('primary_key', primary), of('merge_key', merge)];
}

function dispositionOf(raw: JsonObject, differs: string[]): readonly (DraftEntry | false)[] {
  const said = member(raw, 'write_disposition');
  const word = typeof said === 'string' ? said : (textAt(said, 'disposition') ?? undefined);
  const strategy = textAt(said, 'strategy');
  if (strategy !== undefined && strategy !== 'delete-insert' && strategy !== 'upsert')
    differs.push(`the strategy ${strategy} of a destination is dropped`);
  if (word === 'skip') return [entry('selected', false, 'why: write_disposition: skip')];
  return [word !== undefined && entry('write_disposition', word)];
}

function contractOf(raw: JsonObject): readonly (DraftEntry | false)[] {
  const said = member(raw, 'schema_contract');
  if (typeof said === 'string') return [entry('schema_contract', said)];
  if (!isObject(said)) return [];
  const { tables: _tables, ...rest } = said;
  return [Object.keys(rest).length > 0 && entry('schema_contract', fromJson(rest))];
}

/** Functions: those that filter and change records are hooks; what one does, its source says. */
function stepsOf(raw: JsonObject, hooks: HookStub[]): { readonly differs: readonly string[]; readonly filters: readonly DraftMap[] } {
  const differs: string[] = [];
  const filters: DraftMap[] = [];
  for (const step of listAt(raw, 'processing_steps')) {
    if (!isObject(step)) continue;
    for (const [kind, value] of Object.entries(step)) {
      const mark = markOf(value);
      const text = mark?.kind === 'code' ? mark.source : JSON.stringify(value);
      const comparison = kind === 'filter' ? comparisonOf(text) : undefined;
      if (comparison !== undefined) filters.push(comparison);
      else if (kind === 'filter' || kind === 'map') hooks.push({ hook: kind, quoted: text });
      else {
        hooks.push({ hook: 'select', quoted: `${kind}: ${text}` });
        differs.push(`${kind} makes several records of one: in the hook select`);
      }
    }
  }
  return { differs, filters };
}

function actionsOf(endpoint: JsonObject, differs: string[]): DraftEntry | undefined {
  const actions: DraftMap[] = [];
  for (const said of listAt(endpoint, 'response_actions')) {
    const mark = markOf(said);
    const action = textAt(said, 'action');
    if (mark !== undefined || action === undefined) {
      differs.push(`a function that looks at answers is dropped: ${(mark ?? markOf(member(said, 'action')))?.name.slice(0, 60) ?? 'code'}`);
      continue;
    }
    const [status, content] = [member(said, 'status_code'), member(said, 'content')];
    actions.push(
      mapping(
        typeof status === 'number' && entry('status_code', status),
        typeof content === 'string' && entry('content', content),
        entry('action', action),
      ),
    );
  }
  return actions.length === 0 ? undefined : entry('response_actions', actions);
}

/** Fields that something needs: the cursor, what columns say, what children put into their requests. */
function fieldEntries(
  context: Context,
  name: string,
  incremental: IncrementalDraft | undefined,
  columns: readonly DraftEntry[],
  keys: readonly string[],
): readonly (DraftEntry | false)[] {
  const facts = new Map<string, DraftEntry>(columns.map((each) => [each.key, each]));
  for (const path of context.neededOf(name)) if (!facts.has(path)) facts.set(path, entry(path, idFacts(), 'why: children need it'));
  if (incremental !== undefined && (!facts.has(incremental.cursor) || context.neededOf(name).includes(incremental.cursor)))
    facts.set(incremental.cursor, incremental.field);
  if (facts.size === 0) return [];
  // where some fields are declared, keys are among them
  for (const key of keys) if (!facts.has(key)) facts.set(key, entry(key, idFacts(), 'why: a key is never null'));
  return [entry('fields', fieldsAt(facts))];
}

/** The field that a comparison looks at, of the type that it is compared with. */
function filterField(comparison: DraftMap): DraftEntry {
  const field = comparison.entries.find(({ key }) => key === 'field')?.value;
  const said = comparison.entries.find(({ key }) => key === 'value')?.value;
  const value = Array.isArray(said) ? (said as readonly Draft[])[0] : said;
  const type =
    typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'json';
  return entry(String(field), type);
}

/** An id is a text or a whole number: which, only answers tell. */
function idFacts(): DraftMap {
  return mapping(entry('type', 'union'), entry('variants', ['string', 'integer']), entry('nullable', false));
}

/** An API that is told nowhere where to begin is read whole, as dlt reads it. */
function withClientSide({ entry: said, words }: IncrementalDraft, request: readonly DraftEntry[]): DraftEntry {
  const isSent = JSON.stringify(request).includes('{incremental.') || words.entries.some(({ key }) => key === 'start_param');
  if (isSent) return said;
  return {
    ...said,
    value: { ...words, entries: [...words.entries, entry('client_side', true, 'why: nothing tells the API where to begin')] },
  };
}
