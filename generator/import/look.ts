import { isMapping, valueIn, type Draft, type DraftEntry, type DraftMap } from '../draft/draft.js';
import { entry, fromJson } from '../draft/draft.js';
import type { JsonObject } from '../detect/body.js';
import { detect, withRecords, recordsAt, type Detected } from '../detect/detect.js';
import type { Exchange, PaginatorWords } from '../detect/exchange.js';
import { look as lookAtPages, type Ask } from '../detect/look.js';
import { nextRequest, select, type NextRequest } from '../detect/next-request.js';
import type { JsonValue } from '../shape.js';
import type { Imported, Stream } from './contract.js';

/** How an API is looked at. */
export interface LookOptions {
  /** Where it is, without a slash at the end. */
  readonly baseUrl: string;
  readonly ask: Ask;
  /** The value of an option; undefined where nobody gave it. */
  readonly option: (name: string) => string | undefined;
}

/**
 * Asks each list twice, and writes down what the answers say in place of what was guessed: where the records are, how to page, what
 * tells them apart. What was said for certain stays, unless the answers say otherwise; then both are told.
 */
export async function look(imported: Imported, options: LookOptions): Promise<Imported> {
  const seen = new Map<string, JsonObject>();
  const streams: Stream[] = [];
  for (const stream of inOrder(imported.streams)) streams.push(await lookAt(stream, seen, options));
  return {
    ...imported,
    streams: imported.streams.map((each) => streams.find(({ name, place }) => name === each.name && place === each.place) ?? each),
  };
}

/** Parents before their children. */
function inOrder(streams: readonly Stream[]): readonly Stream[] {
  const depth = (stream: Stream, within: number): number => {
    const parent = /\{resources\.([^{}.\s]+)/.exec(JSON.stringify(stream.draft ?? null))?.[1];
    const found = parent === undefined || within > 10 ? undefined : streams.find((each) => each.resource === parent);
    return found === undefined || found === stream ? 0 : 1 + depth(found, within + 1);
  };
  return streams
    .map((stream) => ({ stream, depth: depth(stream, 0) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ stream }) => stream);
}

async function lookAt(stream: Stream, seen: Map<string, JsonObject>, options: LookOptions): Promise<Stream> {
  const { draft } = stream;
  const endpoint = valueIn(draft, 'endpoint');
  if (draft === undefined || !isMapping(endpoint)) return stream;
  const request = firstRequest(endpoint, seen, options);
  if (typeof request === 'string') return told(stream, `not looked at: ${request}`);
  const first = await options.ask(request);
  if (typeof first === 'string') return told(stream, `not looked at: ${first}`);
  const said = await whatIsSaid(endpoint, first, options.ask);
  const detected = said ?? (await lookAtPages(first, options.ask));
  if (detected === undefined) return told(stream, 'looked at: the answer holds no list');
  const [record] = detected.records;
  if (stream.resource !== undefined && record !== undefined) seen.set(stream.resource, record);
  return { ...stream, draft: withFound(draft, endpoint, detected, said !== undefined) };
}

function told(stream: Stream, what: string): Stream {
  return { ...stream, differs: [...stream.differs, what] };
}

/** The request for the first page, options and a parent's record filled in; a text says what is missing. */
function firstRequest(endpoint: DraftMap, seen: ReadonlyMap<string, JsonObject>, { baseUrl, option }: LookOptions): NextRequest | string {
  let missing: string | undefined;
  const filled = (text: string): string =>
    text.replace(/\{(config|resources|incremental|for_each)\.([^{}]+)\}/g, (_, root: string, path: string) => {
      const [name = '', ...rest] = path.split('.');
      const value = root === 'config' ? option(name) : root === 'resources' ? select(seen.get(name) ?? null, rest.join('.')) : undefined;
      if (value === undefined || typeof value === 'object')
        missing ??= root === 'config' ? `the option ${name}` : root === 'resources' ? `a record of ${name}` : `a value of ${path}`;
      return encodeURIComponent(String(value ?? ''));
    });
  const said = valueIn(endpoint, 'path');
  const path = filled(typeof said === 'string' ? said : '');
  const target = `${baseUrl}/${path.replace(/^\/+/, '')}`.replace(/\/$/, path.endsWith('/') ? '/' : '');
  if (!URL.canParse(target)) return 'its URL is none';
  const url = new URL(target);
  const params = valueIn(endpoint, 'params');
  if (isMapping(params))
    for (const { key, value } of params.entries)
      if (value !== null && (typeof value !== 'object' || Array.isArray(value)))
        for (const each of [value].flat())
          url.searchParams.append(
            key,
            decodeURIComponent(filled(encodeURIComponent(String(each)).replaceAll('%7B', '{').replaceAll('%7D', '}'))),
          );
  const paginator = plain(valueIn(endpoint, 'paginator'));
  for (const [key, value] of Object.entries(firstPage(paginator))) url.searchParams.set(key, String(value));
  const json = valueIn(endpoint, 'json');
  const method = valueIn(endpoint, 'method');
  const body = json === undefined ? undefined : (plain(json) as JsonValue);
  if (missing !== undefined) return `it needs ${missing}`;
  return { method: typeof method === 'string' ? method : 'GET', url, ...(body === undefined ? {} : { requestBody: body }) };
}

/** What a paginator sends for the first page. */
function firstPage(paginator: PaginatorWords): Readonly<Record<string, string | number>> {
  const at = (key: string): string | undefined => (typeof paginator[key] === 'string' ? paginator[key] : undefined);
  const limit = paginator['limit'];
  const [limitParam, page, offset] = [
    at('limit_param') ??
      (paginator['type'] === 'offset' && paginator['limit_param'] === undefined && paginator['limit_body_path'] === undefined
        ? 'limit'
        : undefined),
    at('page_param'),
    at('offset_param'),
  ];
  return {
    ...(typeof limit === 'number' && limitParam !== undefined ? { [limitParam]: limit } : {}),
    ...(paginator['type'] === 'page_number' && page !== undefined ? { [page]: Number(paginator['base_page'] ?? 0) } : {}),
    ...(paginator['type'] === 'offset' && offset !== undefined ? { [offset]: Number(paginator['offset'] ?? 0) } : {}),
  };
}

/** What the draft says, where the answers bear it out: a list at its selector, and another page by its paginator. */
async function whatIsSaid(endpoint: DraftMap, first: Exchange, ask: Ask): Promise<Detected | undefined> {
  const detected = detect([first]);
  const selector = valueIn(endpoint, 'data_selector');
  if (detected === undefined || isGuess(endpoint, 'data_selector') || selector !== detected.selector.value) return undefined;
  const paginator = plain(valueIn(endpoint, 'paginator'));
  const paging = { value: { paginator, params: [], bodyPaths: [] }, reason: 'as the source says', sure: true };
  if (paginator['type'] === 'single_page')
    return isGuess(endpoint, 'paginator') || (detected.paging.value.paginator['type'] !== 'single_page' && detected.paging.sure)
      ? undefined
      : { ...detected, paging: { ...paging, sure: detected.paging.sure } };
  const request = nextRequest(paginator, first, detected.records, detected.pageSize);
  if (request === undefined) return isGuess(endpoint, 'paginator') ? undefined : { ...detected, paging };
  const second = await ask(request);
  if (typeof second === 'string') return undefined;
  const known = new Set(detected.records.map((each) => JSON.stringify(each)));
  const records = recordsAt(second.body, detected.list);
  if (records.length > 0 && records.every((each) => known.has(JSON.stringify(each)))) return undefined;
  return { ...withRecords(detected, [...detected.records, ...records]), paging };
}

function isGuess(endpoint: DraftMap, key: string): boolean {
  return endpoint.entries.some((each) => each.key === key && each.note?.startsWith('LOOK') === true);
}

/** The draft with what was found. */
function withFound(draft: DraftMap, endpoint: DraftMap, detected: Detected, isBorneOut: boolean): DraftMap {
  const { selector, paging, key } = detected;
  const looked = (note: string, sure: boolean): string => (sure ? `why: looked at the API: ${note}` : `LOOK: ${note}`);
  const sent = new Set(paging.value.params);
  const entries = endpoint.entries.flatMap((each): readonly DraftEntry[] => {
    if (each.key === 'data_selector')
      return [
        isBorneOut && !isGuess(endpoint, 'data_selector')
          ? each
          : entry('data_selector', selector.value, looked(selector.reason, selector.sure)),
      ];
    if (each.key === 'paginator')
      return isBorneOut
        ? [{ ...each, ...(each.note?.startsWith('LOOK') === true ? { note: looked('another page came', true) } : {}) }]
        : [entry('paginator', fromJson(paging.value.paginator), looked(paging.reason, paging.sure))];
    if (each.key === 'params' && isMapping(each.value)) {
      const kept = each.value.entries.filter((param) => !sent.has(param.key));
      return kept.length === 0 ? [] : [{ ...each, value: { ...each.value, entries: kept } }];
    }
    return [each];
  });
  const hasSelector = entries.some((each) => each.key === 'data_selector');
  const hasPaginator = entries.some((each) => each.key === 'paginator');
  const whole = [
    ...entries,
    ...(hasSelector ? [] : [entry('data_selector', selector.value, looked(selector.reason, selector.sure))]),
    ...(hasPaginator ? [] : [entry('paginator', fromJson(paging.value.paginator), looked(paging.reason, paging.sure))]),
  ];
  const [one, ...more] = key?.value ?? [];
  const said = draft.entries.find((each) => each.key === 'primary_key');
  const wantsKey =
    key !== undefined &&
    one !== undefined &&
    one.length === 1 &&
    more.length === 0 &&
    (said === undefined || said.note?.startsWith('LOOK') === true);
  const fields = draft.entries.find((each) => each.key === 'fields')?.value;
  const canHaveKey = wantsKey && (fields === undefined || (isMapping(fields) && fields.entries.some((each) => each.key === one[0])));
  return {
    ...draft,
    entries: draft.entries.flatMap((each): readonly DraftEntry[] => {
      if (each.key === 'endpoint')
        return [
          { ...each, value: { ...endpoint, entries: whole } },
          ...(canHaveKey && said === undefined ? [entry('primary_key', one[0] ?? '', looked(key.reason, key.sure))] : []),
        ];
      if (each.key === 'primary_key' && canHaveKey) return [entry('primary_key', one[0] ?? '', looked(key.reason, key.sure))];
      if (each.key === 'fields' && isMapping(each.value))
        return [{ ...each, value: { ...each.value, entries: each.value.entries.map((field) => withType(field, detected.records)) } }];
      return [each];
    }),
  };
}

/** A field that could be a text or a number is what it is in the answers. */
function withType(field: DraftEntry, records: readonly JsonObject[]): DraftEntry {
  const { value } = field;
  if (!isMapping(value) || valueIn(value, 'type') !== 'union' || records.length === 0) return field;
  const kinds = new Set(
    records.map((each) =>
      typeof each[field.key] === 'number' && Number.isSafeInteger(each[field.key]) ? 'integer' : typeof each[field.key],
    ),
  );
  const [kind, ...more] = kinds;
  if (more.length > 0 || (kind !== 'string' && kind !== 'integer')) return field;
  return {
    ...field,
    value: {
      ...value,
      entries: value.entries.filter(({ key }) => key !== 'variants').map((each) => (each.key === 'type' ? entry('type', kind) : each)),
    },
  };
}

/** A draft as plain values, its notes left out. */
function plain(value: Draft | undefined): PaginatorWords {
  return isMapping(value) ? (Object.fromEntries(value.entries.map((each) => [each.key, plainValue(each.value)])) as PaginatorWords) : {};
}

function plainValue(value: Draft): JsonValue {
  if (Array.isArray(value)) return value.map((each: Draft) => plainValue(each));
  if (isMapping(value)) return Object.fromEntries(value.entries.map((each) => [each.key, plainValue(each.value)]));
  return typeof value === 'object' ? null : value;
}
