import { singular } from '../names.js';
import type { JsonValue } from '../shape.js';
import { isObject, valueAt, type JsonObject } from './body.js';
import { look, sure, type Finding } from './exchange.js';
import { counted } from './words.js';

/** Places of a record whose values tell records apart: one, or two that do so together. */
export type Key = readonly (readonly string[])[];

/** Names that mean an identifier, whatever the resource is; `documentId` is Strapi's, whose `id` changes. */
const ID_NAMES = [
  'documentId',
  'id',
  'uuid',
  'guid',
  '_id',
  'Id',
  'ID',
  'gid',
  'sid',
  'uid',
  '@id',
  'objectid',
  'OBJECTID',
  'pk',
  'key',
  'slug',
  'code',
];
/** Places where an API keeps the identifier of a record that has none at its top. */
const NESTED = [
  ['metadata', 'uid'],
  ['sys', 'id'],
  ['meta', 'id'],
  ['attributes', 'id'],
  ['properties', 'id'],
  ['_links', 'self', 'href'],
  ['links', 'self'],
];
const KEY_LIKE: readonly RegExp[] = [
  /(?:_id|[a-z]Id|ID)$/,
  /^[a-z]+id$/,
  /(?:^|_)(?:number|no|sku|ref|reference|handle|code|key|slug)$/i,
  /^(?:user_?)?(?:name|login)$/i,
  /^(?:url|href|self|uri|path|email|title)$/i,
];
/** So many different values tell that a field with any name tells records apart. */
const PROOF = 10;

/** What tells records apart, by name and by values. `word`: the resource, `users`. Needs two records at least. */
export function findKey(records: readonly JsonObject[], word: string): Finding<Key> | undefined {
  const distinct = withoutDoubles(records);
  if (distinct.length < 2) return undefined;
  const proof = `unique in ${distinct.length}/${distinct.length}`;
  const one = singular(word);
  const names = [...ID_NAMES.slice(0, 12), `${one}_id`, `${one}Id`, `${one}ID`, ...ID_NAMES.slice(12)];
  const named = names.find((name) => tellsApart(distinct, [name]));
  if (named !== undefined) return sure([[named]], proof);
  const nested = nestedIds(distinct, one).find((path) => tellsApart(distinct, path));
  if (nested !== undefined) return sure([nested], proof);
  for (const pattern of KEY_LIKE) {
    const alike = fieldsOf(distinct).find((name) => pattern.test(name) && tellsApart(distinct, [name]));
    if (alike !== undefined) return look([[alike]], proof);
  }
  const any =
    distinct.length < PROOF ? undefined : fieldsOf(distinct).find((name) => isText(distinct, name) && tellsApart(distinct, [name]));
  if (any !== undefined) return look([[any]], proof);
  const pair = pairOf(distinct);
  return pair === undefined
    ? undefined
    : look(
        pair.map((name) => [name]),
        `together ${proof}`,
      );
}

/** Why there is no key, in words for a comment. */
export function whyNoKey(records: readonly JsonObject[]): string {
  const distinct = withoutDoubles(records);
  if (distinct.length < 2) return `${counted(distinct.length)}: too few to see what tells them apart`;
  return `no field, and no two that look like ids, are different in all ${distinct.length} records`;
}

function nestedIds(records: readonly JsonObject[], one: string): readonly (readonly string[])[] {
  const inner = Object.entries(records[0] ?? {}).flatMap(([name, value]) =>
    isObject(value)
      ? Object.keys(value)
          .filter((key) => new RegExp(`^(?:${['id', 'uuid', 'uid', `${one}_id`, `${one}Id`, 'run_id'].map(escaped).join('|')})$`).test(key))
          .filter((key) => key !== 'id' || name === 'info' || name === 'node' || name === one)
          .map((key) => [name, key])
      : [],
  );
  return [...NESTED.slice(0, -2), ...inner, ...NESTED.slice(-2)];
}

function fieldsOf(records: readonly JsonObject[]): readonly string[] {
  return Object.keys(records[0] ?? {});
}

function tellsApart(records: readonly JsonObject[], path: readonly string[]): boolean {
  const values = records.map((each) => valueAt(each, path));
  return values.every(isPlain) && !values.some(isTime) && new Set<unknown>(values).size === records.length;
}

function isText(records: readonly JsonObject[], name: string): boolean {
  return records.every((each) => typeof each[name] === 'string' && each[name].length <= 200);
}

function isPlain(value: JsonValue | undefined): boolean {
  return (typeof value === 'string' && value !== '') || (typeof value === 'number' && Number.isInteger(value));
}

/** A time is different in all records until two are made at once. */
function isTime(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:[T ]|$)/.test(value);
}

function pairOf(records: readonly JsonObject[]): readonly string[] | undefined {
  if (records.length < 5) return undefined;
  const names = fieldsOf(records)
    .filter((name) => /(?:id|key|code|name|type|date|day|lang|locale|version|number)$/i.test(name))
    .filter((name) => records.every((each) => isPlain(each[name])))
    .slice(0, 8);
  for (const [index, a] of names.entries())
    for (const b of names.slice(index + 1))
      if (new Set(records.map((each) => JSON.stringify([each[a], each[b]]))).size === records.length) return [a, b];
  return undefined;
}

/** A record that came on two pages is one. */
function withoutDoubles(records: readonly JsonObject[]): readonly JsonObject[] {
  const seen = new Set<string>();
  return records.filter((each) => {
    const text = JSON.stringify(each);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
