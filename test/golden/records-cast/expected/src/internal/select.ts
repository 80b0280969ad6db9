// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { CensusResponseError, type ReadPosition } from '../errors.ts';
import { keepDigits } from './exact-json.ts';

/** The steps from a value to a place in it. */
type Steps = readonly (string | number)[];

/** A value that is a list; it stands at `steps` of `root`. */
export function listAt(value: unknown, root: unknown, steps: Steps, place: ReadPosition): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw notThere('a list', root, steps, place);
}

/** Lists as records, by the names in the first of them. */
export function headed(lists: readonly unknown[], place: ReadPosition): readonly object[] {
  const [names, ...rows] = lists;
  if (names === undefined) return [];
  if (
    !Array.isArray(names) ||
    !names.every((name): name is string => typeof name === 'string') ||
    new Set(names).size < names.length
  ) {
    throw new CensusResponseError(
      place,
      'no_records',
      'expected the names of the fields, each once, in the first list',
    );
  }
  return rows.map((row, index) => named(row, index + 1, names, place));
}

/** A list of values as a record: the last of them may be missing. */
function named(values: unknown, index: number, names: readonly string[], place: ReadPosition): object {
  if (!Array.isArray(values) || values.length > names.length) {
    throw new CensusResponseError(place, 'no_records', `expected a list of up to ${names.length} values at ${index}`);
  }
  const record = Object.fromEntries(values.map((value: unknown, at) => [names[at] ?? '', value]));
  for (const [at, name] of names.entries()) keepDigits(values, String(at), record, name);
  return record;
}

/** The error for a value that is not there, with the keys that are. */
function notThere(expected: string, root: unknown, steps: Steps, place: ReadPosition): CensusResponseError {
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
  return new CensusResponseError(place, 'no_records', `expected ${where}${expected}${at}${there}`);
}
