import type { JsonValue } from '../../shape.js';
import { selectorOf } from '../../detect/body.js';
import { textAt } from '../values.js';
import type { OpenApi, Operation } from './document.js';
import { isArray, isObjectShape, type Schemas, type Shape } from './schema.js';

/** An operation that answers with a list. */
export interface ListOperation {
  readonly operation: Operation;
  readonly id: string;
  readonly selector: string;
  /** Why the list is where it is. */
  readonly reason: string;
  readonly isSure: boolean;
  /** The schema of a record. */
  readonly row: JsonValue;
  /** The answer around the list; undefined where the answer is the list. */
  readonly envelope: Shape | undefined;
  /** Keys from the answer to the list. */
  readonly path: readonly string[];
  /** The declared headers of the answer. */
  readonly headers: readonly string[];
  /** Rows that are plain values. */
  readonly isScalar: boolean;
  readonly format: string;
}

const KNOWN = [
  'data',
  'items',
  'results',
  'result',
  'records',
  'entries',
  'values',
  'list',
  'content',
  'objects',
  'elements',
  'rows',
  'resources',
  'value',
  'documents',
  'hits',
  'nodes',
  'members',
];
const BESIDE = /^(?:errors?|warnings?|links?|included|facets|messages|meta|details|fields|columns|tags|sort|filters?|response_messages)$/i;
const SEARCHES = /(?:^|[^a-z])(?:search|query|list|find|filter|sync)(?![a-z])/;

/** The list of an operation; undefined where it is none: details, creates, streams, downloads. */
export function listOf(document: OpenApi, schemas: Schemas, operation: Operation): ListOperation | undefined {
  const id = textAt(operation.value, 'operationId') ?? `${operation.method} ${operation.path}`;
  if (!['GET', 'POST', 'QUERY'].includes(operation.method)) return undefined;
  if (operation.method === 'POST' && !isSearch(document, schemas, operation, id)) return undefined;
  const answer = document.answer(operation.value);
  if (answer === undefined) return undefined;
  const shape = schemas.of(answer.schema);
  const headers = Object.keys(answer.headers).map((each) => each.toLowerCase());
  const found = pick(schemas, shape, lastWord(operation.path));
  if (found === undefined) return undefined;
  const asked = operation.parameters.some((each) => each.in === 'query' && PAGING.test(each.name));
  const paged = asked || headers.includes('link');
  // an object that happens to have a list is no list of objects: /things/{id}
  if (/\}\/?$/.test(operation.path.replace(/\.json$/, '')) && found.path.length > 0 && !asked) return undefined;
  if (found.path.length > 0 && !paged && isDetail(shape, found.name)) return undefined;
  const others =
    found.path.length === 0 || asked || isSame(found.name, lastWord(operation.path)) ? [] : besides(schemas, shape, found.path);
  if (others.length > 1 && !LISTS.test(found.name)) return undefined;
  const isSure = found.isSure && others.length === 0;
  return { operation, id, headers, format: answer.format, ...found, isSure };
}

/** Parameters that ask for a part of a list. */
export const PAGING =
  /^(?:\$?(?:page|p|offset|skip|start|limit|per_?page|page_?size|cursor|after|before|starting_after|from|size|count|top|max_?results|page_?token|next_?token|next|marker|continue|first|startIndex|startAt|page\[\w+\]|pagination\[\w+\]|bookmark|continuation_?token|page_?number|page_?no|page_?key|nextPageToken|pageCursor|start_cursor))$/i;

function isSearch(document: OpenApi, schemas: Schemas, operation: Operation, id: string): boolean {
  const words = id.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  const path = operation.path.toLowerCase();
  if (!SEARCHES.test(words) && !/\/(?:search|query|list|find|filter|_search|sync)\/?$/.test(path)) return false;
  if (/(?:^|[^a-z])(?:create|add|update|delete|set|import|upload|send|save)(?![a-z])/.test(words)) return false;
  const body = document.body(operation);
  const names = body === undefined ? [] : [...schemas.properties(schemas.of(body)).keys()];
  return names.some((each) => PAGING.test(each)) || operation.parameters.some((each) => each.in === 'query' && PAGING.test(each.name));
}

interface Picked {
  readonly selector: string;
  readonly reason: string;
  readonly isSure: boolean;
  readonly row: JsonValue;
  readonly envelope: Shape | undefined;
  readonly path: readonly string[];
  readonly name: string;
  readonly isScalar: boolean;
}

function pick(schemas: Schemas, shape: Shape, word: string): Picked | undefined {
  if (isArray(shape) && shape.items !== undefined) {
    const isScalar = !isRow(schemas, shape.items);
    return {
      selector: '$',
      reason: 'the answer is a list',
      isSure: true,
      row: shape.items,
      envelope: undefined,
      path: [],
      name: '',
      isScalar,
    };
  }
  if (!isObjectShape(shape) && shape.variants.length === 0) return undefined;
  const here = listsIn(schemas, shape, [], word);
  const chosen = choose(here, word) ?? choose(nested(schemas, shape, word), word);
  if (chosen === undefined) return undefined;
  return { ...chosen, envelope: shape, selector: selectorOf(chosen.path), isScalar: false };
}

interface Candidate {
  readonly path: readonly string[];
  readonly name: string;
  readonly row: JsonValue;
}

function listsIn(schemas: Schemas, shape: Shape, path: readonly string[], word: string): readonly Candidate[] {
  return [...schemas.properties(shape)].flatMap(([name, value]) => {
    const inner = schemas.of(value);
    return isArray(inner) && inner.items !== undefined && isRow(schemas, inner.items) && (!BESIDE.test(name) || isSame(name, word))
      ? [{ path: [...path, name], name, row: inner.items }]
      : [];
  });
}

/** Lists one and two levels down: `data.items`, `response.docs`, `_embedded.things`. */
function nested(schemas: Schemas, shape: Shape, word: string): readonly Candidate[] {
  const one = [...schemas.properties(shape)].flatMap(([name, value]) => {
    const inner = schemas.of(value);
    return isObjectShape(inner) && !BESIDE.test(name) ? [{ name, inner }] : [];
  });
  const lists = one.flatMap(({ name, inner }) => listsIn(schemas, inner, [name], word));
  if (lists.length > 0) return lists;
  return one.length > 4 ? [] : one.flatMap(({ name, inner }) => deeper(schemas, inner, name, word));
}

function deeper(schemas: Schemas, shape: Shape, outer: string, word: string): readonly Candidate[] {
  return [...schemas.properties(shape)].flatMap(([name, value]) => {
    const inner = schemas.of(value);
    return isObjectShape(inner) ? listsIn(schemas, inner, [outer, name], word) : [];
  });
}

function choose(
  lists: readonly Candidate[],
  word: string,
): (Candidate & { readonly reason: string; readonly isSure: boolean }) | undefined {
  const named = lists.find(({ name }) => isSame(name, word));
  if (named !== undefined) return { ...named, reason: 'the list has the name of the path', isSure: true };
  const known = KNOWN.flatMap((each) => lists.find(({ name }) => name.toLowerCase() === each) ?? [])[0];
  if (known !== undefined)
    return {
      ...known,
      reason: lists.length === 1 ? 'the only list of the answer' : `the likeliest of ${lists.length} lists`,
      isSure: lists.length === 1 || known.name !== 'values',
    };
  const [only, ...more] = lists;
  if (only === undefined) return undefined;
  if (more.length === 0) return { ...only, reason: 'the only list of the answer', isSure: true };
  return undefined;
}

function isRow(schemas: Schemas, items: JsonValue): boolean {
  const row = schemas.of(items);
  if (isObjectShape(row)) return true;
  return row.variants.length > 0 && row.variants.every((each) => isObjectShape(schemas.of(each)));
}

/** Members beside the list, or beside what holds it, that are no words of an envelope: what an answer has that is one thing with a list. */
function besides(schemas: Schemas, shape: Shape, path: readonly string[]): readonly string[] {
  const [key, ...rest] = path;
  if (key === undefined) return [];
  const properties = schemas.properties(shape);
  const inner = properties.get(key);
  const others = [...properties]
    .filter(([name, value]) => name !== key && (!ENVELOPE.test(name) || isArray(schemas.of(value))))
    .map(([name]) => name);
  return [...others, ...(inner === undefined ? [] : besides(schemas, schemas.of(inner), rest))];
}

/** Names that only lists of records have, at their end. */
const LISTS = /(?:data|items?|results?|records|entries|values|list|content|objects|elements|rows|resources|documents|hits|nodes|members)$/i;

const ENVELOPE =
  /total|count|page|pagin|limit|offset|cursor|next|prev|first|last|more|size|link|url|href|self|meta|token|marker|time|version|kind|status|code|message|success|^ok$|error|warning|request|response|object|type|took|etag|result/i;

/** An object with a key of its own and many members, one of which is a list, is one record. */
function isDetail(shape: Shape, list: string): boolean {
  if (KNOWN.includes(list.toLowerCase())) return false;
  const names = [...shape.properties.keys()];
  return names.some((each) => /^(?:id|uuid|name|slug|key)$/i.test(each)) && names.length > 4;
}

/** `/v1/users/{id}/sub_things.json` → sub_things */
export function lastWord(path: string): string {
  const words = path
    .replace(/^([^?#]*)[?#].*$/, '$1')
    .split('/')
    .filter((part) => part !== '' && !part.startsWith('{') && !part.startsWith(':'))
    .map((part) =>
      part
        .replace(/\.(?:json|xml)$/, '')
        .replace(/^([^(]*)\(.*\)$/, '$1')
        .replace(/^\$|^_/, ''),
    )
    .filter((part) => /^[A-Za-z]/.test(part) && !/^v\d+(?:\.\d+)*(?:(?:alpha|beta)\d*)?$/i.test(part));
  const named = words.filter((part) => !/^(?:search|query|list|find|filter|sync|all|api|rest|index)$/i.test(part));
  return named.at(-1) ?? words.at(-1) ?? 'records';
}

function isSame(name: string, word: string): boolean {
  return fold(name) === fold(word);
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/ies$/, 'y')
    .replace(/s$/, '');
}
