// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { MinimalResponseError, type ReadPosition } from '../errors.ts';

/** The steps from a value to a place in it. */
type Steps = readonly (string | number)[];

/** A list, or the one object that stands for it; it stands at `steps` of `root`. Undefined, of 204 No Content, has none. */
export function recordsAt(value: unknown, root: unknown, steps: Steps, place: ReadPosition): readonly unknown[] {
  if (root === undefined) return [];
  if (Array.isArray(value)) return value;
  if (isObject(value)) return [value];
  throw notThere('a list or an object', root, steps, place);
}

/** The error for a value that is not there, with the keys that are. */
function notThere(expected: string, root: unknown, steps: Steps, place: ReadPosition): MinimalResponseError {
  let level = root;
  let isNull = root === null;
  for (const step of steps) {
    const inner: unknown = typeof level === 'object' && level !== null ? Reflect.get(level, step) : undefined;
    isNull = inner === null;
    if (inner === undefined || inner === null) break;
    level = inner;
  }
  const keys = typeof level === 'object' && level !== null && !Array.isArray(level) ? Object.keys(level) : [];
  const shown = keys.slice(0, 10).map((key) => JSON.stringify(key.slice(0, 40)));
  const where = steps.length === 0 ? 'the body to be ' : '';
  const at = steps.length === 0 ? '' : ` at "${steps.join('.')}"`;
  const there = isNull
    ? ', got null: data_selector_optional says that this means none'
    : shown.length === 0
      ? ''
      : `; the keys there are ${shown.join(', ')}`;
  return new MinimalResponseError(place, 'no_records', `expected ${where}${expected}${at}${there}`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
