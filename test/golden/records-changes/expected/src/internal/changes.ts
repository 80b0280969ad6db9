// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { ShopRecordError, type ReadPosition } from '../errors.ts';
import { keepDigits } from './exact-json.ts';

/** Gives a record fields, in the place of those of the same name. Of the names in `renamed` it must have none: they are of other fields. */
export function withAdded(
  record: object,
  added: Readonly<Record<string, unknown>>,
  renamed: readonly string[],
  place: ReadPosition,
): object {
  for (const [name, value] of Object.entries(added)) {
    if (renamed.includes(name)) {
      if (value === undefined) continue; // the API did not send it
      if (Object.hasOwn(record, name)) throw taken(record, name, place);
    }
    if (value === undefined) Reflect.deleteProperty(record, name);
    else put(record, name, value);
    keepDigits(added, name, record, name);
  }
  return record;
}

/** Puts the members of an object among the fields of the record that it stands in, and takes it out. */
export function lift(record: object, steps: readonly string[], prefix: string, place: ReadPosition): void {
  const inner = valueAt(record, ...steps);
  if (inner !== undefined && inner !== null && (typeof inner !== 'object' || Array.isArray(inner))) {
    throw new ShopRecordError(place, steps.join('.'), 'an object or null', inner);
  }
  takeOut(record, steps);
  for (const [key, value] of Object.entries(inner ?? {})) {
    const name = prefix + key;
    if (Object.hasOwn(record, name)) throw taken(record, name, place);
    put(record, name, value);
    if (typeof inner === 'object' && inner !== null) keepDigits(inner, key, record, name);
  }
}

/** What is at a place in a record; undefined where there is no such place. -1 is the last of a list. */
export function valueAt(record: unknown, ...steps: readonly (string | number)[]): unknown {
  let value = record;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (typeof step === 'number') value = Array.isArray(value) ? value.at(step) : undefined;
    else value = Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
  }
  return value;
}

/** What is at a place in every item of a list, or every member of an object (null), as a list: null where there is nothing. undefined: there is no such list. */
export function valuesAt(record: unknown, steps: readonly (string | number | null)[]): unknown[] | undefined {
  const start = steps.indexOf(null);
  const list = valueAt(record, ...steps.slice(0, start).filter((step) => step !== null));
  if (typeof list !== 'object' || list === null) return undefined;
  const found: unknown[] = [];
  gather(list, steps.slice(start), found);
  return found;
}

function gather(value: unknown, [step, ...rest]: readonly (string | number | null)[], found: unknown[]): void {
  if (typeof value !== 'object' || value === null || step === undefined) {
    if (![step, ...rest].includes(null)) found.push(null);
    return;
  }
  const index = typeof step === 'number' && step < 0 && Array.isArray(value) ? value.length + step : step;
  for (const key of index === null ? Object.keys(value) : [String(index)]) {
    const inner: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
    if (rest.length > 0) gather(inner, rest, found);
    else {
      keepDigits(value, key, found, String(found.length));
      found.push(inner ?? null);
    }
  }
}

/** Takes what is at a place out of a record; null: of every item, or every member. */
export function takeOut(value: unknown, [step, ...rest]: readonly (string | null)[]): void {
  if (typeof value !== 'object' || value === null || step === undefined) return;
  if (step === null) for (const each of Object.values(value)) takeOut(each, rest);
  else if (rest.length === 0) Reflect.deleteProperty(value, step);
  else if (Object.hasOwn(value, step)) takeOut(Reflect.get(value, step), rest);
}

/** Which fields, and which fields of those, have keys that are data: `true`, all below. */
interface AsSent {
  readonly [field: string]: true | AsSent;
}

/** The record with its names in snake_case, and those of objects in it; those below `asSent` stay as they are. */
export function snakeKeys(record: object, place: ReadPosition, asSent: AsSent = {}): object {
  return renamedKeys(record, snakeCase, place, (value, name) => {
    const inside = Object.hasOwn(asSent, name) ? asSent[name] : undefined;
    return inside === true ? value : snakeInside(value, place, inside ?? {});
  });
}

function snakeInside(value: unknown, place: ReadPosition, asSent: AsSent): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) return snakeKeys(value, place, asSent);
  const list = value.map((item) => snakeInside(item, place, asSent));
  for (const index of list.keys()) keepDigits(value, String(index), list, String(index));
  return list;
}

/** `createdAt`, `Created At` and `HTTPServer` as `created_at`, `created_at` and `http_server`. */
function snakeCase(key: string): string {
  const words = key
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1_$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('_')
    .toLowerCase();
  return words === '' ? key : key.startsWith('_') ? `_${words}` : words;
}

/** An object with other names; two that become one are an error: one of them would be lost. */
function renamedKeys(
  object: object,
  rename: (key: string) => string,
  place: ReadPosition,
  inside: (value: unknown, name: string) => unknown,
): object {
  const renamed = {};
  for (const [key, value] of Object.entries(object)) {
    const name = rename(key);
    if (Object.hasOwn(renamed, name)) throw new ShopRecordError(place, name, 'one field of that name', value);
    put(renamed, name, inside(value, name));
    keepDigits(object, key, renamed, name);
  }
  return renamed;
}

/** Texts as one; what is not there is empty. */
export function concatenated(parts: readonly unknown[], separator = ''): string {
  return parts
    .map((part) =>
      part === undefined || part === null ? '' : typeof part === 'object' ? JSON.stringify(part) : String(part),
    )
    .join(separator);
}

/** A text in lower case; what is none stays as it is, for the check to refuse. */
export function lowerCased(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** The day of an instant in UTC; of a time that says no zone, the day that it says. */
export function dayOf(value: unknown, path: string, place: ReadPosition): string | null | undefined {
  if (value === undefined || value === null) return value;
  const [, day, time, zone] =
    typeof value === 'string'
      ? (/^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?: ?(Z|[+-]\d\d(?::?\d\d)?))?)?$/i.exec(value) ??
        [])
      : [];
  if (day !== undefined && zone === undefined) return day;
  const offset =
    zone === undefined || /z/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
  const instant = new Date(`${day}T${time}${offset}`);
  if (Number.isNaN(instant.getTime())) throw new ShopRecordError(place, path, 'an ISO 8601 instant or null', value);
  return instant.toISOString().slice(0, 10);
}

/** Gives an object a member of its own, whatever its name. */
function put(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}

/** The error for a name that is given to another field. */
function taken(record: object, name: string, place: ReadPosition): ShopRecordError {
  return new ShopRecordError(place, name, 'no field of that name: another one gets it', Reflect.get(record, name));
}
