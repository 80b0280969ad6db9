import { proposeKey, type JsonObject } from '../infer/propose.js';
import { singular } from '../names.js';
import type { JsonValue } from '../shape.js';

/** One answer of an API, and the URL that it is the answer to. */
export interface Sample {
  readonly url: URL;
  /** By lower-case name. */
  readonly headers: { readonly [name: string]: string };
  readonly body: JsonValue;
}

/** Something a spec is to say, and why. */
export interface Proposal<Value> {
  readonly value: Value;
  readonly reason: string;
}

export interface ProposedResource {
  readonly name: string;
  readonly path: string;
  /** Query parameters that are no matter of paging. */
  readonly params: readonly (readonly [name: string, value: string])[];
  readonly selector: Proposal<string>;
  readonly paginator: Proposal<Paginator>;
  readonly primaryKey: Proposal<string> | undefined;
  /** Fields that grow when records change. */
  readonly cursor: Proposal<string> | undefined;
}

/** As it stands in a spec: keys in order. */
export type Paginator = readonly (readonly [key: string, value: string | number | boolean | null])[];

export interface ProposedSpec {
  readonly baseUrl: Proposal<string>;
  readonly resources: readonly ProposedResource[];
}

/** What answers tell of an API; the same for the same answers. A sample without a list of records says so. */
export function proposeSpec(samples: readonly Sample[]): ProposedSpec | { readonly without: URL } {
  const shared = sharedPath(samples.map(({ url }) => url));
  const names = new Set<string>();
  const resources: ProposedResource[] = [];
  for (const sample of samples) {
    const lists = listsIn(sample.body, sample.url);
    const [best] = lists;
    if (best === undefined) return { without: sample.url };
    resources.push(proposeResource(sample, best, lists.length, shared.value, names));
  }
  const [first] = samples;
  const origin = first === undefined ? '' : first.url.origin;
  return { baseUrl: { value: origin + shared.value, reason: shared.reason }, resources };
}

/** The path that all URLs begin with, as far as it looks like a version or a mount point. */
function sharedPath(urls: readonly URL[]): Proposal<string> {
  const paths = urls.map((url) => url.pathname.split('/').filter((part) => part !== ''));
  const [first = []] = paths;
  const shared: string[] = [];
  for (const [index, part] of first.entries()) {
    if (!/^(?:api|rest|services|public|v\d+(?:\.\d+)*|\d{4}-\d{2}(?:-\d{2})?)$/i.test(part)) break;
    if (!paths.every((path) => path[index] === part && path.length > index + 1)) break;
    shared.push(part);
  }
  return shared.length === 0
    ? { value: '', reason: 'the origin of the URL' }
    : { value: `/${shared.join('/')}`, reason: 'with what all paths begin with' };
}

interface RecordList {
  readonly path: readonly string[];
  readonly records: readonly JsonObject[];
}

const LIST_NAMES = ['data', 'items', 'results', 'records', 'entries', 'values', 'rows', 'list', 'content', 'objects'];

/** Lists of objects in a body, the likeliest first: by name, then the longest, then the outermost. */
function listsIn(body: JsonValue, url: URL): readonly RecordList[] {
  const resource = lastWord(url);
  const found: RecordList[] = [];
  const visit = (value: JsonValue, path: readonly string[]): void => {
    if (isList(value)) {
      if (value.length > 0 && value.every(isObject)) found.push({ path, records: value.filter(isObject) });
    } else if (isObject(value) && path.length < 3) for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
  };
  visit(body, []);
  const rank = ({ path }: RecordList): number =>
    path.length === 0 || LIST_NAMES.includes(path.at(-1) ?? '') || path.at(-1) === resource ? 0 : 1;
  return found.sort((a, b) => rank(a) - rank(b) || a.path.length - b.path.length || b.records.length - a.records.length);
}

function proposeResource(
  { url, headers, body }: Sample,
  { path, records }: RecordList,
  lists: number,
  shared: string,
  taken: Set<string>,
): ProposedResource {
  const word = lastWord(url);
  let name = word;
  for (let number = 2; taken.has(name); number++) name = `${word}_${number}`;
  taken.add(name);
  const query = [...url.searchParams];
  const { paginator, used } = proposePaginator(headers, body, query, records.length);
  const key = proposeKey(records, singular(word));
  const counted = `${records.length === 1 ? '1 record' : `${records.length} records`} there`;
  return {
    name,
    path: url.pathname.slice(shared.length) || '/',
    params: query.filter(([param]) => !used.includes(param)),
    selector: { value: selectorOf(path), reason: lists > 1 ? `${counted}, the likeliest of ${lists} lists` : counted },
    paginator,
    primaryKey: key === undefined ? undefined : { value: key.name, reason: key.evidence },
    cursor: proposeCursor(records),
  };
}

const OFFSETS = ['offset', 'skip', 'start', '_start', 'from', 'startAt'];
const PAGES = ['page', '_page', 'p', 'page_number', 'pageNumber', 'pageno'];
const LIMITS = ['limit', '_limit', 'per_page', 'perPage', 'page_size', 'pageSize', 'size', 'count', 'max_results', 'maxResults'];
const CURSORS = ['cursor', 'page_token', 'pageToken', 'next_token', 'after', 'starting_after', 'continuation'];

/** How the API pages, by what stands in the answer first, then by the parameters it was asked with. `used` are the latter. */
function proposePaginator(
  headers: Sample['headers'],
  body: JsonValue,
  query: readonly (readonly [string, string])[],
  size: number,
): { readonly paginator: Proposal<Paginator>; readonly used: readonly string[] } {
  const param = (names: readonly string[]) => query.find(([name]) => names.includes(name));
  const limit = param(LIMITS);
  const [page, offset] = [param(PAGES), param(OFFSETS)];
  const linked = /;\s*rel="?next"?/i.test(headers['link'] ?? '');
  if (linked) return { paginator: { value: [['type', 'header_link']], reason: 'the answer has a Link header with rel="next"' }, used: [] };
  const link = placeOf(
    body,
    (name, value) =>
      /^(?:next|next_?(?:page|link|url|page_?url|page_?link)|href)$/i.test(name) &&
      typeof value === 'string' &&
      /^(?:https?:\/\/|\/|\?)/.test(value),
    /next/i,
  );
  if (link !== undefined)
    return {
      paginator: {
        value: [
          ['type', 'json_link'],
          ['next_url_path', link],
        ],
        reason: `the body has a link at ${link}`,
      },
      used: [],
    };
  const cursor = placeOf(
    body,
    (name, value) =>
      /^(?:next_?)?(?:cursor|page_?token|continuation_?token)$|^next_?(?:token|key)$/i.test(name) &&
      typeof value === 'string' &&
      value !== '',
  );
  const more = placeOf(body, (name, value) => /^(?:has_?more|has_?next(?:_?page)?|more)$/i.test(name) && typeof value === 'boolean');
  if (cursor !== undefined) {
    const last = cursor.split('.').at(-1) ?? '';
    const known = param(CURSORS)?.[0] ?? (/token/i.test(last) ? last.replace(/^next_?/i, '').replace(/^P/, 'p') : 'cursor');
    return {
      paginator: {
        value: [
          ['type', 'cursor'],
          ['cursor_path', cursor],
          ['cursor_param', known],
        ],
        reason: `the body has a cursor at ${cursor}; check the name of the parameter`,
      },
      used: [known],
    };
  }
  const total = placeOf(
    body,
    (name, value) =>
      /^(?:total|total_?(?:count|results|items|records|elements)|count)$/i.test(name) &&
      typeof value === 'number' &&
      Number.isInteger(value) &&
      value >= size,
  );
  const pages = placeOf(body, (name, value) => /^(?:total_?pages|page_?count|pages|last_?page)$/i.test(name) && typeof value === 'number');
  const ends = more === undefined ? [] : [['has_more_path', more] as const];
  const used = [page, offset, limit].flatMap((each) => (each === undefined ? [] : [each[0]]));
  if (offset !== undefined) {
    const count = Number(limit?.[1] ?? size);
    const value: Paginator = [
      ['type', 'offset'],
      ['limit', count > 0 ? count : 1],
      ['offset_param', offset[0]],
      ['limit_param', limit === undefined ? null : limit[0]],
      ...(total === undefined ? ends : [['total_path', total] as const]),
    ];
    return { paginator: { value, reason: `the URL has ${offset[0]}${total === undefined ? '' : `, the body a total at ${total}`}` }, used };
  }
  if (page !== undefined) {
    const value: Paginator = [
      ['type', 'page_number'],
      ['base_page', page[1] === '0' ? 0 : 1],
      ['page_param', page[0]],
      ...(limit === undefined ? [] : [['limit', Number(limit[1]) || size] as const, ['limit_param', limit[0]] as const]),
      ...(pages === undefined ? ends : [['total_path', pages] as const]),
    ];
    return {
      paginator: { value, reason: `the URL has ${page[0]}${pages === undefined ? '' : `, the body the number of pages at ${pages}`}` },
      used,
    };
  }
  const hint =
    total === undefined ? '' : `, but ${total} says ${String(valueAt(body, total))} for ${size} records: look for its parameters`;
  return { paginator: { value: [['type', 'single_page']], reason: `nothing in the answer says how to go on${hint}` }, used: [] };
}

function proposeCursor(records: readonly JsonObject[]): Proposal<string> | undefined {
  const names = Object.keys(records[0] ?? {}).filter((name) =>
    /^(?:updated|modified|changed|last_?(?:updated|modified)|created|timestamp)(?:_?(?:at|on|date|time))?$/i.test(name),
  );
  const rank = (name: string): number => (/^(?:updated|modified|changed|last)/i.test(name) ? 0 : 1);
  const name = names
    .sort((a, b) => rank(a) - rank(b))
    .find((each) => records.every((record) => /^\d{4}-\d{2}-\d{2}/.test(String(record[each] ?? ''))));
  return name === undefined ? undefined : { value: name, reason: `an instant in ${records.length}/${records.length}` };
}

/** The first member that a test takes, as a selector, down to the third level; within `below`, only under such names. */
function placeOf(body: JsonValue, takes: (name: string, value: JsonValue) => boolean, below?: RegExp): string | undefined {
  const visit = (value: JsonValue, path: readonly string[]): string | undefined => {
    if (!isObject(value)) return undefined;
    const entries = Object.entries(value);
    const found = entries.find(
      ([name, inner]) => takes(name, inner) && (below === undefined || [...path, name].some((each) => below.test(each))),
    );
    if (found !== undefined) return selectorOf([...path, found[0]]);
    if (path.length >= 2) return undefined;
    for (const [name, inner] of entries) {
      const deeper = visit(inner, [...path, name]);
      if (deeper !== undefined) return deeper;
    }
    return undefined;
  };
  return visit(body, []);
}

function valueAt(body: JsonValue, selector: string): JsonValue | undefined {
  return selector.split('.').reduce<JsonValue | undefined>((value, key) => (isObject(value) ? value[key] : undefined), body);
}

function selectorOf(path: readonly string[]): string {
  if (path.length === 0) return '$';
  return path.every((key) => /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key))
    ? path.join('.')
    : `$${path.map((key) => `['${key.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`).join('')}`;
}

/** The last word of a path that is no id: `/v1/users/7/posts` → posts. */
function lastWord(url: URL): string {
  const words = url.pathname
    .split('/')
    .map((part) =>
      part
        .replace(/\.json$/, '')
        .replace(/[^A-Za-z0-9_]+/g, '_')
        .replace(/^_+|_+$/g, ''),
    )
    .filter((part) => /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(part) && !/^v\d+$/.test(part));
  return words.at(-1) ?? 'records';
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
