import type { Api } from './case.js';

/** How an API writes the time of a row, and reads the bounds of a request. */

/** 24 October 2026, 20:00 UTC, five hours before the clocks of Berlin go back. */
export const ORIGIN = Date.UTC(2026, 9, 24, 20);
const MINUTE = 60_000;
/** What the cursors that count backwards count down from. */
export const COUNTDOWN = 100_000;

/**
 * `iso`: with a Z; `offset`: with the offset of the API's zone; `local`: without any; `epoch`: seconds; `date`: days;
 * `number`: minutes; `countdown`: minutes, backwards.
 */
export type TimeKind = 'iso' | 'offset' | 'local' | 'epoch' | 'date' | 'number' | 'countdown';

/** The field of a spec that holds such a time. */
export const timeFields: Readonly<Record<TimeKind, object>> = {
  iso: { type: 'datetime', nullable: false },
  offset: { type: 'datetime', nullable: false },
  local: { type: 'datetime', format: '%Y-%m-%d %H:%M:%S', nullable: false },
  epoch: { type: 'datetime', format: 'epoch_s', nullable: false },
  date: { type: 'date', nullable: false },
  number: { type: 'integer', nullable: false },
  countdown: { type: 'integer', nullable: false },
};

export function isoOf(minutes: number): string {
  return new Date(Math.round(ORIGIN + minutes * MINUTE)).toISOString();
}

export function minutesOf(iso: string): number {
  return (Date.parse(iso) - ORIGIN) / MINUTE;
}

/** A time as precise as rows have it: whole seconds, days, minutes. */
export function precise(minutes: number, kind: TimeKind): number {
  if (kind === 'iso' || kind === 'offset') return minutes;
  if (kind === 'date') return minutesOf(isoOf(minutes).slice(0, 10));
  return kind === 'number' || kind === 'countdown' ? Math.floor(minutes) : Math.floor(minutes * 60) / 60;
}

export function written(minutes: number, kind: TimeKind, { zone }: Api): string | number {
  switch (kind) {
    case 'iso':
      return isoOf(minutes);
    case 'offset':
      return `${localOf(minutes, zone).replace(' ', 'T')}${offsetText(offsetAt(minutes, zone))}`;
    case 'local':
      return localOf(minutes, zone).slice(0, 19);
    case 'epoch':
      return Math.floor((ORIGIN + minutes * MINUTE) / 1000);
    case 'date':
      return isoOf(minutes).slice(0, 10);
    case 'number':
      return minutes;
    case 'countdown':
      return COUNTDOWN - minutes;
  }
}

/** How a row lies to a bound: before it (negative), at it (0), or after it, in the direction of the cursor. */
export function against(minutes: number, bound: string, kind: TimeKind, { zone, days }: Api): number {
  if (/^-?\d+(\.\d+)?$/.test(bound)) {
    const row = Number(written(minutes, kind === 'iso' || kind === 'offset' ? 'epoch' : kind, { zone } as Api));
    if (kind === 'iso' || kind === 'offset') return ORIGIN + minutes * MINUTE - Number(bound) * 1000;
    return kind === 'countdown' ? Number(bound) - row : row - Number(bound);
  }
  if (/^\d{4}-\d\d-\d\d$/.test(bound)) {
    const day = kind === 'date' ? isoOf(minutes).slice(0, 10) : localOf(minutes, zone).slice(0, 10);
    return days || kind === 'date' ? compare(day, bound) : compare(localOf(minutes, zone), `${bound} 00:00:00.000`);
  }
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(bound)) return compare(localOf(minutes, zone), `${bound}.000`);
  const at = Date.parse(bound);
  if (Number.isNaN(at)) throw new Error(`the API cannot read the bound ${bound}`);
  return Math.round(ORIGIN + minutes * MINUTE) - at;
}

/** `2026-10-25 02:30:00.000`, by the clocks of a place. */
function localOf(minutes: number, zone: Api['zone']): string {
  return isoOf(minutes + offsetAt(minutes, zone))
    .slice(0, 23)
    .replace('T', ' ');
}

/** Minutes east of Greenwich; in Berlin, clocks go back at minute 300. */
function offsetAt(minutes: number, zone: Api['zone']): number {
  return zone === 'Europe/Berlin' ? (minutes < 300 ? 120 : 60) : zone;
}

function offsetText(offset: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
