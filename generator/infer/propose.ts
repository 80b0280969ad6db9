import { isList, isObject, type JsonObject } from '../detect/body.js';
import { epochForm, textTimeForm } from '../detect/times.js';
import { exactDigits } from '../recordings/exact.js';
import { canBeKey } from '../types/key.js';
import { STRING_FORMATS } from '../types/patterns.js';
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
  const names = [...new Set(objects.flatMap((each) => Object.keys(each)))].filter((name) => !known.has(name) && canBeKey(name));
  return names.map((name) => {
    const values = objects.filter((each) => Object.hasOwn(each, name)).map((each) => each[name] ?? null);
    const value = proposeValue(values, name);
    const nulls = values.filter((each) => each === null).length;
    const cursor = isCursor(name, value.type) && nulls === 0 && values.length === objects.length ? ', could be a cursor' : '';
    const empty = values.filter((each) => isList(each) && each.length === 0).length;
    const isAmbiguous = empty > 0 && value.type.kind === 'word' && value.type.word === 'json';
    const emptyWords = isAmbiguous
      ? `, ${empty + nulls === values.length ? 'always' : `in ${empty}`} an empty list: PHP writes an empty object so`
      : '';
    const nullWords = nulls === 0 ? 'never null' : nulls === values.length ? 'always null' : `null in ${nulls}`;
    return {
      ...value,
      name,
      optional: values.length < objects.length,
      evidence: `seen ${values.length}/${objects.length}, ${nullWords}${cursor}${emptyWords}`,
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
    if (first === 'array' && values.every((each) => isList(each) && each.length === 0)) return word('json');
    if (first === 'array') return { kind: 'array', items: proposeItem(values.filter(isList).flat(), name) };
    if (first === 'object') return objectType(values.filter(isObject), name);
    const epoch =
      first === 'integer' || first === 'number'
        ? epochForm(
            values.filter((each) => typeof each === 'number'),
            name,
          )
        : undefined;
    return epoch?.format === undefined ? word(first) : { ...word(epoch.type), format: epoch.format };
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

/** Forms that a text can have, which need proof. */
const FORMS: readonly (readonly [format: string, pattern: RegExp])[] = [
  ['uuid', new RegExp(STRING_FORMATS.uuid.pattern)],
  ['email', new RegExp(STRING_FORMATS.email.pattern)],
  ['uri', /^https?:\/\/[^\s"<>\\^`{|}]+$/],
];

function textType(values: readonly string[], name: string): ProposedType {
  const time = textTimeForm(values, name);
  if (time !== undefined) return { ...word(time.type), ...(time.format === undefined ? {} : { format: time.format }) };
  const form = FORMS.find(([, pattern]) => values.length >= PROOF && values.every((each) => pattern.test(each)));
  if (form !== undefined) return { ...word('string'), format: form[0] };
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
  if (rare || [...keys].every((key) => DATA_KEY.test(key) || !canBeKey(key)))
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

function word(name: string): { readonly kind: 'word'; readonly word: string } {
  return { kind: 'word', word: name };
}
