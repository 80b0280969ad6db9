import type { JsonValue } from '../shape.js';
import { valueAt, type JsonObject } from './body.js';
import { look, sure, type Exchange, type Finding, type Paging } from './exchange.js';
import { findKey, whyNoKey, type Key } from './keys.js';
import { isNamed, recordLists, type RecordList } from './lists.js';
import { select } from './next-request.js';
import { findPaging, guesses, signsOfMore } from './paging/index.js';
import { inputNamed, inputsOf, isLimitName, viewOf, type Counted, type View } from './paging/view.js';
import { cursorFields, type CursorField } from './times.js';
import { counted, lastWord } from './words.js';

/** What one to three answers to requests that follow each other tell of a resource. */
export interface Detected {
  /** What the resource is called in its path: `users`. */
  readonly word: string;
  readonly list: RecordList;
  readonly selector: Finding<string>;
  /** How rows that are no objects become records, in the words of `reshape`. */
  readonly reshape: Finding<{ readonly [key: string]: JsonValue }> | undefined;
  /** That an answer without records leaves the list out. */
  readonly selectorOptional: Finding<true> | undefined;
  readonly key: Finding<Key> | undefined;
  /** Why there is no key. */
  readonly noKey: string;
  readonly paging: Finding<Paging>;
  readonly total: Counted | undefined;
  /** What the first answer says of records that are not on its page. */
  readonly signs: readonly string[];
  /** Whether it says that there is more; undefined where it does not say. */
  readonly more: boolean | undefined;
  /** Fields that could be the cursor of incremental reads, the likeliest first. */
  readonly cursors: readonly Finding<CursorField>[];
  /** Of all answers. */
  readonly records: readonly JsonObject[];
  /** How many records the first page has. */
  readonly pageSize: number;
  /** Where nothing says how to go on: what is worth trying on the API. */
  readonly guesses: readonly Finding<Paging>[];
}

/** Looks at answers of one resource, in the order in which they were asked for; undefined where the first has no list. */
export function detect(exchanges: readonly Exchange[]): Detected | undefined {
  const [first, ...later] = exchanges;
  if (first === undefined) return undefined;
  const word = lastWord(first.url);
  const limit = inputNamed(inputsOf(first), isLimitName);
  const lists = recordLists(first.body, { word, ...(limit === undefined ? {} : { size: Number(limit.value) }) });
  const [list] = lists;
  if (list === undefined || (list.count === 0 && !isNamed(list, { word }) && isOfOne(first.url))) return undefined;
  const view = viewOf(first, later, list);
  const paging = findPaging(view);
  const bare = {
    word: word === 'graphql' ? nameOfConnection(list) : word,
    list,
    selector: selectorFinding(list, lists.length),
    reshape: list.kind === 'scalars' ? look({ scalars_to_rows: 'value' }, 'the list holds plain values: each becomes a record') : undefined,
    selectorOptional: optionalList(view),
    paging,
    total: view.total,
    signs: signsOfMore(view),
    more: view.more?.value,
    pageSize: list.count,
    guesses: paging.value.paginator['type'] === 'single_page' && !paging.sure ? guesses(view) : [],
  };
  return withRecords(bare, [list.records, ...later.map((each) => recordsAt(each.body, list))].flat());
}

/** Whether a path ends with an id: what is there is one thing, and an empty list says nothing. */
function isOfOne({ pathname }: URL): boolean {
  return /\/(?:\d+|[\da-f]{8}-[\da-f-]{27}|[\da-f]{24,40})\/?$/i.test(pathname);
}

/** What a list of GraphQL is called in its query: `data.organization.repositories.nodes` → repositories. */
function nameOfConnection({ path }: RecordList): string {
  return path.findLast((part) => /^\w+$/.test(part) && !/^(?:nodes|edges|items|data|results?)$/.test(part)) ?? 'records';
}

/** The same, with what these records tell of keys and times. */
export function withRecords(detected: Omit<Detected, 'records' | 'key' | 'noKey' | 'cursors'>, records: readonly JsonObject[]): Detected {
  return { ...detected, records, key: findKey(records, detected.word), noKey: whyNoKey(records), cursors: cursorFields(records) };
}

/** The records that a later answer has at the same place. */
export function recordsAt(body: JsonValue, list: RecordList): readonly JsonObject[] {
  const found = select(body, list.selector);
  const [here] = recordLists(found ?? null, { word: '' });
  return here?.path.length === 0 ? here.records : [];
}

function selectorFinding({ selector, count, kind }: RecordList, lists: number): Finding<string> {
  const there = `${counted(count)} there`;
  if (kind === 'lists')
    return look(selector, `${counted(count, 'row')} there, each a list of values: ask for objects, or make them in a select hook`);
  if (count === 0) return look(selector, 'an empty list: whether the records stand here, a full answer tells');
  return sure(selector, lists === 1 ? there : `${there}, the likeliest of ${lists} lists`);
}

/** Formats that leave the list out where there is nothing to list. */
function optionalList({ exchange: { body, url }, list }: View): Finding<true> | undefined {
  if (valueAt(body, ['resourceType']) === 'Bundle') return sure(true, 'a FHIR Bundle without entries has no entry');
  if (list.path[0] === '_embedded') return sure(true, 'HAL leaves _embedded out where there is nothing');
  if (list.path[0] === 'query' && url.searchParams.get('action') === 'query')
    return sure(true, 'MediaWiki leaves query out where there is nothing');
  return undefined;
}
