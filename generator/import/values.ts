import type { JsonValue } from '../shape.js';

export type JsonObject = { readonly [key: string]: JsonValue };

/** Members of foreign JSON, by the kind they have to be of; undefined for any other. */

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

export function member(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function textAt(value: JsonValue | undefined, key: string): string | undefined {
  const found = member(value, key);
  return typeof found === 'string' ? found : undefined;
}

export function numberAt(value: JsonValue | undefined, key: string): number | undefined {
  const found = member(value, key);
  return typeof found === 'number' ? found : undefined;
}

export function objectAt(value: JsonValue | undefined, key: string): JsonObject | undefined {
  const found = member(value, key);
  return isObject(found) ? found : undefined;
}

export function listAt(value: JsonValue | undefined, key: string): readonly JsonValue[] {
  const found = member(value, key);
  return isList(found) ? found : [];
}

/** The items of a list that are texts; one text is a list of one. */
export function textsAt(value: JsonValue | undefined, key: string): readonly string[] {
  const found = member(value, key);
  if (typeof found === 'string') return [found];
  return isList(found) ? found.filter((each) => typeof each === 'string') : [];
}
