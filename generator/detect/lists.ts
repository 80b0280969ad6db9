import type { JsonValue } from '../shape.js';
import { isList, isObject, selectorOf, type JsonObject } from './body.js';

/** A place in a body that could hold the records. */
export interface RecordList {
  /** Of the list, or of the mapping whose values are records. */
  readonly path: readonly string[];
  readonly selector: string;
  /** The records, those that are objects. */
  readonly records: readonly JsonObject[];
  /** How many there are, objects or not. */
  readonly count: number;
  /** `lists` and `scalars` hold rows that are no objects; `map`: the values of a mapping. */
  readonly kind: 'objects' | 'map' | 'lists' | 'scalars';
}

/** What tells that a list is what was asked for. */
export interface ListHints {
  /** The last word of the path: `users`. */
  readonly word: string;
  /** How many records the request asked for. */
  readonly size?: number;
}

const LIST_NAMES =
  /^(?:data|items?|results?|records?|entries|entry|values?|rows|list|content|objects|elements|members?|Resources|docs|documents|hits|nodes|edges|features|chunk|collection)$/i;
/** Lists that stand beside the records. */
const BESIDE =
  /^(?:links?|_links|errors?|warnings?|messages?|columns|fields|parameters|params|included|includes|facets?|suggested_facets|facet_counts|aggregations|aggs|filters?|sort|sorts|schema|schemas|meta|metadata|tags|units|descriptions?|extensions?|conformsTo|debug|highlighting|breadcrumbs?|actions|operations)$/i;
const DEEPEST = 4;
const MOST_LISTS = 200;

/** The lists of a body, the likeliest first. Empty lists come last; one that is not a list of records is never among them. */
export function recordLists(body: JsonValue, hints: ListHints): readonly RecordList[] {
  const found: RecordList[] = [];
  const visit = (value: JsonValue, path: readonly string[]): void => {
    if (found.length >= MOST_LISTS) return;
    if (isList(value)) {
      const list = listAt(value, path);
      if (list !== undefined) found.push(list);
      return;
    }
    if (!isObject(value)) return;
    const records = recordsByKey(value, path);
    if (records !== undefined) {
      found.push({ path, selector: selectorOf(path, '[*]'), records, count: records.length, kind: 'map' });
      return;
    }
    if (path.length < DEEPEST) for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
  };
  visit(body, []);
  const plain = found.filter(({ kind }) => kind === 'scalars').length;
  return found
    .filter((list) => !isBeside(list, hints) && (isNamed(list, hints) || !(list.kind === 'scalars' && plain > 1)))
    .map((list, index) => ({ list, index, rank: rankOf(list, hints) }))
    .sort((a, b) => b.rank - a.rank || a.index - b.index)
    .map(({ list }) => list);
}

/** Whether a list can be no records, wherever it stands: links of HAL, plain words beside what was asked for. */
function isBeside({ path, kind }: RecordList, { word }: ListHints): boolean {
  return path.some((each) => !isSame(each, word) && (each === '_links' || (kind === 'scalars' && BESIDE.test(each))));
}

/** Whether a list is the answer, or called as lists are. */
export function isNamed({ path }: RecordList, { word }: ListHints): boolean {
  const name = path.at(-1);
  return name === undefined || LIST_NAMES.test(name) || isSame(name, word);
}

/** The member inside each item that is the record: `edges[*].node`, `entry[*].resource`. */
const WRAPPERS = ['node', 'resource', 'attributes', 'doc'];

function listAt(items: readonly JsonValue[], path: readonly string[]): RecordList | undefined {
  const objects = items.filter(isObject);
  const count = items.length;
  if (objects.length === count && count > 0) {
    const wrapper = WRAPPERS.find((key) => isWrapper(key, objects));
    if (wrapper === undefined) return { path, selector: selectorOf(path), records: objects, count, kind: 'objects' };
    const records = objects.map((each) => each[wrapper]).filter(isObject);
    return { path, selector: selectorOf(path, `[*].${wrapper}`), records, count, kind: 'objects' };
  }
  if (count === 0) return { path, selector: selectorOf(path), records: [], count, kind: 'objects' };
  if (items.every(isList)) return { path, selector: selectorOf(path), records: [], count, kind: 'lists' };
  if (items.every((each) => typeof each === 'string' || typeof each === 'number'))
    return { path, selector: selectorOf(path), records: [], count, kind: 'scalars' };
  return objects.length > count / 2 ? { path, selector: selectorOf(path), records: objects, count, kind: 'objects' } : undefined;
}

/** Whether every item holds its record in that member, and no more beside it than what a wrapper holds. */
function isWrapper(key: string, items: readonly JsonObject[]): boolean {
  const beside = WRAPPED_BESIDE.get(key);
  return (
    beside !== undefined &&
    items.every((each) => isObject(each[key]) && Object.keys(each).every((name) => name === key || beside.test(name)))
  );
}

const WRAPPED_BESIDE: ReadonlyMap<string, RegExp> = new Map([
  ['node', /^(?:cursor|__typename)$/],
  ['resource', /^(?:fullUrl|search|link|request|response|extension|id)$/],
  ['attributes', /^(?:geometry|centroid)$/], // of an Esri feature; JSON:API has type and id beside it
  ['doc', /^(?:id|key|value)$/],
]);

/** The values of a mapping by ids: `{"17": {…}, "18": {…}}`. */
function recordsByKey(value: JsonObject, path: readonly string[]): readonly JsonObject[] | undefined {
  const keys = Object.keys(value);
  const records = Object.values(value).filter(isObject);
  if (path.length === 0 || keys.length === 0 || records.length < keys.length || !keys.every((key) => DATA_KEY.test(key))) return undefined;
  return records;
}

const DATA_KEY = /^(?:-?\d+|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|[\da-f]{24}|\d{4}-\d{2}-\d{2})$/i;

function rankOf({ path, records, count, kind }: RecordList, { word, size }: ListHints): number {
  const name = path.at(-1) ?? '';
  let rank = 0;
  if (path.length === 0) rank += 60;
  if (LIST_NAMES.test(name)) rank += 30;
  if (isSame(name, word)) rank += 40;
  if (path.some((each) => BESIDE.test(each) && !isSame(each, word))) rank -= 60;
  if (path.some((each) => /^_embedded$/.test(each))) rank += 30;
  if (kind === 'objects') rank += 20;
  if (kind === 'scalars') rank -= 20;
  if (count === 0) rank -= kind === 'objects' && records.length === 0 && (LIST_NAMES.test(name) || isSame(name, word)) ? 5 : 70;
  if (size !== undefined && count === size && count > 1) rank += 25;
  rank -= path.length * 8;
  return rank + Math.min(15, Math.log2(count + 1) * 3) + Math.min(5, Object.keys(records[0] ?? {}).length / 2);
}

function isSame(name: string, word: string): boolean {
  return name !== '' && fold(name) === fold(word);
}

/** `sub_things`, `subThings` and `subThing` are the same. */
function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/ies$/, 'y')
    .replace(/s$/, '');
}
