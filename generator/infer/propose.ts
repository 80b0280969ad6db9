import { exactDigits } from '../fixtures/exact.js';
import { STRING_FORMATS } from '../records/patterns.js';
import { timePattern } from '../records/time-format.js';
import type { JsonValue } from '../shape.js';

/** A field that the spec does not have, as recordings show it. */
export interface ProposedField extends ProposedValue {
  readonly name: string;
  /** It was missing in some records. */
  readonly optional: boolean;
  /** What speaks for it: "seen 40/40, never null". */
  readonly evidence: string;
}

export interface ProposedValue {
  readonly type: ProposedType;
  /** Of a field, false only when enough values were seen, and none was null; of an item, true only when one was. */
  readonly nullable: boolean;
}

export type ProposedType =
  | { readonly kind: 'word'; readonly word: string; readonly format?: string }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'union'; readonly words: readonly string[] }
  | { readonly kind: 'array'; readonly items: ProposedValue }
  | { readonly kind: 'map'; readonly values: ProposedValue }
  /** `objects` are the values themselves, for the shared record that it may become. */
  | { readonly kind: 'object'; readonly fields: readonly ProposedField[]; readonly objects: readonly JsonObject[] }
  | { readonly kind: 'record'; readonly name: string };

export type JsonObject = { readonly [key: string]: JsonValue };

/** So many values, none of them null, are taken for proof that none ever is. */
const PROOF = 5;
/** An enum is proposed from so many values on, when each of its words came four times on average. */
const ENUM_PROOF = 12;
const ENUM_REPEATS = 4;
const MOST_ENUM_WORDS = 12;
/** An object with more keys than this, most of them rare, holds data by key. */
const MAP_KEYS = 12;

/** The fields of objects that stand at one place, in the order in which they first came. Those named in `known` are left out. */
export function proposeFields(objects: readonly JsonObject[], known: ReadonlySet<string> = new Set()): readonly ProposedField[] {
  const names = [...new Set(objects.flatMap((each) => Object.keys(each)))].filter((name) => !known.has(name));
  return names.map((name) => {
    const values = objects.filter((each) => Object.hasOwn(each, name)).map((each) => each[name] ?? null);
    const value = proposeValue(values, name);
    const nulls = values.filter((each) => each === null).length;
    const cursor = isCursor(name, value.type) && nulls === 0 && values.length === objects.length ? ', could be a cursor' : '';
    const nullWords = nulls === 0 ? 'never null' : nulls === values.length ? 'always null' : `null in ${nulls}`;
    return {
      ...value,
      name,
      optional: values.length < objects.length,
      evidence: `seen ${values.length}/${objects.length}, ${nullWords}${cursor}`,
    };
  });
}

/** What the values of a field, nulls among them, have in common. */
function proposeValue(values: readonly JsonValue[], name: string): ProposedValue {
  const present = values.filter((each) => each !== null);
  return { type: typeOf(present, name), nullable: present.length < values.length || values.length < PROOF };
}

/** The same for the items of a list, or the values of a map. */
function proposeItem(values: readonly JsonValue[], name: string): ProposedValue {
  return { ...proposeValue(values, name), nullable: values.includes(null) };
}

function typeOf(values: readonly JsonValue[], name: string): ProposedType {
  const kinds = [...new Set(values.map(kindOf))].sort();
  const [first, second] = kinds;
  if (first === undefined) return word('json');
  if (second === undefined) {
    if (first === 'string')
      return textType(
        values.filter((each) => typeof each === 'string'),
        name,
      );
    if (first === 'array') return { kind: 'array', items: proposeItem(values.filter(isList).flat(), name) };
    if (first === 'object') return objectType(values.filter(isObject), name);
    return word(first);
  }
  if (kinds.every((kind) => kind === 'bigint' || kind === 'integer')) return word('bigint');
  const plain = kinds.map((kind) => (kind === 'integer' || kind === 'bigint' ? 'number' : kind));
  const distinct = [...new Set(plain)];
  if (distinct.length === 1) return word('number');
  if (distinct.includes('object') || distinct.includes('array')) return word('json');
  return { kind: 'union', words: distinct };
}

function kindOf(value: JsonValue): string {
  const digits = exactDigits(value);
  if (digits !== undefined) return /^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits)) ? 'bigint' : 'number';
  if (isList(value)) return 'array';
  if (typeof value !== 'number') return typeof value;
  if (Number.isSafeInteger(value)) return 'integer';
  return /^-?\d+$/.test(String(value)) ? 'bigint' : 'number';
}

/** Forms that a text can have, the narrowest first. A pattern of dates is certain; the others need proof. */
const FORMS: readonly (readonly [word: string, format: string | undefined, pattern: RegExp, least: number])[] = [
  ['datetime', undefined, new RegExp(timePattern('datetime', { kind: 'iso8601' }) ?? '(?!)'), 1],
  ['datetime', '%Y-%m-%d %H:%M:%S', new RegExp(timePattern('datetime', { kind: 'strftime', pattern: '%Y-%m-%d %H:%M:%S' }) ?? '(?!)'), 1],
  ['datetime', '%Y-%m-%dT%H:%M:%S', new RegExp(timePattern('datetime', { kind: 'strftime', pattern: '%Y-%m-%dT%H:%M:%S' }) ?? '(?!)'), 1],
  ['datetime', 'rfc2822', new RegExp(timePattern('datetime', { kind: 'rfc2822' }) ?? '(?!)'), 1],
  ['date', undefined, new RegExp(timePattern('date', { kind: 'iso8601' }) ?? '(?!)'), 1],
  ['string', 'uuid', new RegExp(STRING_FORMATS.uuid.pattern), PROOF],
  ['string', 'email', new RegExp(STRING_FORMATS.email.pattern), PROOF],
  ['string', 'uri', /^https?:\/\/[^\s"<>\\^`{|}]+$/, PROOF],
];

function textType(values: readonly string[], name: string): ProposedType {
  const form = FORMS.find(([, , pattern, least]) => values.length >= least && values.every((each) => pattern.test(each)));
  if (form !== undefined) return { ...word(form[0]), ...(form[1] === undefined ? {} : { format: form[1] }) };
  const words = [...new Set(values)].sort();
  const isEnum =
    values.length >= ENUM_PROOF &&
    words.length > 1 &&
    words.length <= MOST_ENUM_WORDS &&
    words.length * ENUM_REPEATS <= values.length &&
    words.every((each) => WORD.test(each)) &&
    !NO_ENUM.test(name);
  return isEnum ? { kind: 'enum', values: words } : word('string');
}

const WORD = /^[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+){0,4}$/;
const NO_ENUM = /(?:^|_)(?:id|key|name|login|title|slug|token|hash|sha|email|user|author|owner)s?$/i;

function objectType(objects: readonly JsonObject[], name: string): ProposedType {
  const keys = new Set(objects.flatMap((each) => Object.keys(each)));
  const total = objects.reduce((sum, each) => sum + Object.keys(each).length, 0);
  const rare = keys.size > MAP_KEYS && total < (objects.length * keys.size) / 2;
  if (rare || [...keys].every((key) => DATA_KEY.test(key)))
    return {
      kind: 'map',
      values:
        keys.size === 0
          ? { type: word('json'), nullable: false }
          : proposeItem(
              objects.flatMap((each) => Object.values(each)),
              name,
            ),
    };
  return { kind: 'object', fields: proposeFields(objects), objects };
}

/** Keys that are data: numbers, dates, UUIDs, addresses. */
const DATA_KEY = /^(?:\d+|\d{4}-\d{2}(?:-\d{2})?.*|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|[^@\s]+@[^@\s]+|https?:.*)$/i;

const CURSORS = /^(?:updated|modified|created|changed|last_?(?:updated|modified|changed)|timestamp|date)(?:_?(?:at|on|date|time))?$/i;

function isCursor(name: string, type: ProposedType): boolean {
  return type.kind === 'word' && (type.word === 'datetime' || type.word === 'date') && CURSORS.test(name);
}

/** The field that tells records apart, and what speaks for it. */
export function proposeKey(
  records: readonly JsonObject[],
  resource: string,
): { readonly name: string; readonly evidence: string } | undefined {
  if (records.length < 2) return undefined;
  for (const name of ['id', 'uuid', 'guid', '_id', 'Id', 'ID', `${resource}_id`, `${resource}Id`, 'key', 'slug', 'code']) {
    const values = records.map((each) => (Object.hasOwn(each, name) ? each[name] : undefined));
    const plain = values.every((each) => typeof each === 'string') || values.every((each) => typeof each === 'number');
    if (plain && new Set<unknown>(values).size === records.length)
      return { name, evidence: `unique in ${records.length}/${records.length}` };
  }
  return undefined;
}

function word(name: string): { readonly kind: 'word'; readonly word: string } {
  return { kind: 'word', word: name };
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
