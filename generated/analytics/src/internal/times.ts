// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { AnalyticsOptionError } from '../errors.ts';

/** The least difference that the text of a time tells, in milliseconds: a second where it has no fraction. */
export function unitOf(text: string): number {
  return text.includes('.') ? 1 : 1000;
}

/** A time, in milliseconds since 1970, written like `text`: with the same offset, and as many digits of a second. Null: there is none. */
export function writtenLike(text: string | null, ms: number | null): string | null {
  if (text === null || ms === null || Date.parse(text) === ms) return text;
  const [, fraction = '', sign = '+', hours = '0', minutes = '0'] =
    /(\.\d+)?(?:Z|([+-])(\d\d):?(\d\d))$/.exec(text) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  const local = new Date(ms + offset).toISOString();
  const digits = fraction === '' ? '' : local.slice(19, 23).padEnd(fraction.length, '0').slice(0, fraction.length);
  return `${local.slice(0, 19)}${digits}${/(?:Z|[+-]\d\d:?\d\d)$/.exec(text)?.[0] ?? 'Z'}`;
}

/**
 * An option that is a time, in the form that the cursor has; null where it is left out. `isOwn` says whether a text has that
 * form already; other texts are ISO 8601, a day alone is its beginning, and without an offset `localAt` says when it is.
 *
 * @throws {@link AnalyticsOptionError} for a text that is no time.
 */
export function timeOption<Value extends string | number>(
  given: Value | string | undefined,
  option: string,
  resource: string,
  isOwn: (given: Value | string) => boolean,
  valueAt: (ms: number) => Value,
  localAt: (ms: number) => number = (ms) => ms,
): Value | null {
  if (given === undefined) return null;
  if (isOwn(given)) return given as Value;
  const [, day, time = 'T00:00:00', zone = ''] =
    /^(\d{4}-\d\d-\d\d)(?:([T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/.exec(String(given)) ?? [];
  const ms = day === undefined ? NaN : Date.parse(`${day}${time.replace(' ', 'T')}${zone || 'Z'}`);
  if (Number.isNaN(ms)) throw new AnalyticsOptionError(resource, option, 'a time in ISO 8601: 2026-01-31T00:00:00Z');
  return valueAt(zone === '' ? localAt(ms) : ms);
}

/** Whether a reader of times takes a text. */
export function canRead(read: (text: string) => unknown, given: unknown): boolean {
  try {
    return typeof given === 'string' && read(given) !== undefined;
  } catch {
    return false;
  }
}
