// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { stringifyJson } from '../internal/exact-json.ts';

/** How values inside a record are written in JSON: by a function, or each in its way. Lists are written item by item. */
export type Writing =
  ((value: never) => unknown) | { readonly fields: Readonly<Record<string, Writing>> } | { readonly values: Writing };

/**
 * A value as JSON text, with all digits: integers that are too large for a number are written out. Null for nothing.
 * `writing` says what is not written as it is.
 */
export function jsonText(value: unknown, writing?: Writing): string | null {
  if (value === undefined || value === null) return null;
  return stringifyJson(writing === undefined ? value : rewritten(value, writing));
}

/** A copy of a value, with those inside that `writing` is about. */
export function rewritten(value: unknown, writing: Writing): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => rewritten(item, writing));
  if (typeof writing === 'function') return writing(value as never); // the spec says what it is
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => {
    const inner =
      'values' in writing ? writing.values : Object.hasOwn(writing.fields, key) ? writing.fields[key] : undefined;
    return [key, inner === undefined ? each : rewritten(each, inner)];
  });
  return Object.fromEntries(entries);
}
