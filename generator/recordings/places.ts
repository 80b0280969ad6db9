import type { Path } from '../selector.js';
import type { JsonValue } from '../shape.js';

/** Places in JSON values, by their paths. */

/** The value at a path without wildcards; null where there is none. */
export function valueAt(value: JsonValue | undefined, [step, ...rest]: Path): JsonValue {
  if (step === undefined) return value ?? null;
  if (step.kind === 'key') return valueAt(isObject(value) && Object.hasOwn(value, step.key) ? value[step.key] : null, rest);
  return valueAt(step.kind === 'index' && isList(value) ? value.at(step.index) : null, rest);
}

/** The value with another one at a path; what is on the way is made. */
export function withValue(body: JsonValue | undefined, [step, ...rest]: Path, value: JsonValue): JsonValue {
  if (step === undefined) return value;
  if (step.kind !== 'key') {
    const index = step.kind === 'index' ? Math.max(step.index, 0) : 0;
    const list = isList(body) ? [...body] : [];
    while (list.length <= index) list.push(null);
    list[index] = withValue(list[index] ?? undefined, rest, value);
    return list;
  }
  const own = isObject(body) ? body : {};
  return { ...own, [step.key]: withValue(Object.hasOwn(own, step.key) ? own[step.key] : undefined, rest, value) };
}

/** A place of keys and indexes, as paginators name them, as a path. */
export function stepsOf(place: readonly (string | number)[]): Path {
  return place.map((step) => (typeof step === 'number' ? { kind: 'index', index: step } : { kind: 'key', key: step }));
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

export function isObject(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !isList(value);
}
