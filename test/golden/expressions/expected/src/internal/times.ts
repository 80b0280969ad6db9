// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { ExpressionsOptionError } from '../errors.ts';

/** When a read began: that of a state which is under way, else now. */
export function begunAt(
  state: { readonly now?: number; readonly next: object | null } | undefined,
  clock: () => number,
): number {
  const saved = state === undefined || state.next === null ? undefined : state.now;
  return typeof saved === 'number' && Math.abs(saved) <= 8.64e15 ? saved : clock();
}

/** So many months later, on the same day of the month, or on its last. */
export function monthsLater(ms: number, months: number): number {
  const date = new Date(ms);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.getUTCDate() === day ? date.getTime() : date.setUTCDate(0);
}

/**
 * An option that is a time, in milliseconds since 1970: ISO 8601, a day alone is its beginning, and without an offset it is in UTC.
 *
 * @throws {@link ExpressionsOptionError} for a text that is no time.
 */
export function timeOf(given: string, option: string, resource: string): number {
  const [, day, time = 'T00:00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:([T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/.exec(given) ?? [];
  const ms = day === undefined ? NaN : Date.parse(`${day}${time.replace(' ', 'T')}${zone}`);
  if (Number.isNaN(ms)) throw new ExpressionsOptionError(resource, option, 'a time in ISO 8601: 2026-01-31T00:00:00Z');
  return ms;
}
