import type { BoundModel, IncrementalModel } from '../incremental/model.js';
import { isNumeric } from '../incremental/whole.js';
import type { TimeFormat } from '../types/model.js';
import { writtenFormat } from '../types/time-format.js';
import { saysNoZone } from '../incremental/write-time.js';
import { offsetIn } from '../incremental/zone.js';
import type { JsonValue } from '../shape.js';

type Config = { readonly [option: string]: JsonValue };

/** The bounds of a first read, as requests have them. */
export function boundsOf(
  incremental: IncrementalModel | null,
  config: Config,
  window?: { readonly from: number; readonly until: number },
): { readonly start?: JsonValue; readonly end?: JsonValue } {
  if (incremental === null) return {};
  if (window !== undefined) {
    const format = incremental.requestFormat ?? incremental.recordFormat;
    return {
      start: writtenIn(incremental, format, shifted(incremental, window.from, 'start'), config),
      end: writtenIn(incremental, format, shifted(incremental, window.until, 'end'), config),
    };
  }
  return {
    start: requested(incremental, incremental.initial, config, 'start'),
    end: requested(incremental, incremental.end, config, 'end'),
  };
}

/** The record with a cursor that belongs to a first read: newer than the start, and from record to record in the declared order. */
export function withCursor(record: JsonValue, incremental: IncrementalModel | null, config: Config, index: number): JsonValue {
  if (incremental === null) return record;
  if (incremental.kind === 'bigint') return setCursor(record, incremental, wholeAt(incremental, config, index));
  const steps = incremental.order === (incremental.last === 'max' ? 'desc' : 'asc') ? 1000 - index : index;
  const start = startOf(incremental, config);
  const unit = incremental.kind === 'date' ? DAY : HOUR;
  const back = incremental.last === 'min' ? -1 : 1;
  const value =
    incremental.kind === 'number' ? start + back * (1 + steps) : writtenTime(incremental, start + back * (DAY + steps * unit), config);
  return setCursor(record, incremental, value);
}

/** The record with this value of the cursor. */
export function setCursor(record: JsonValue, { cursor }: IncrementalModel, value: JsonValue): JsonValue {
  return set(
    record,
    cursor.map((step) => (step.kind === 'key' ? step.key : '')),
    value,
  );
}

/** A bigint that belongs to a first read, as text: beyond 2^53, which numbers do not hold. */
function wholeAt(incremental: IncrementalModel, config: Config, index: number): string {
  const back = incremental.last === 'min' ? -1n : 1n;
  const steps = incremental.order === (incremental.last === 'max' ? 'desc' : 'asc') ? 1000 - index : index;
  const initial = valueOf(incremental.initial, config);
  const end = valueOf(incremental.end, config);
  const start = initial !== null ? digitsOf(initial) : end !== null ? digitsOf(end) - back * 10_000n : FIRST_WHOLE;
  return String(start + back * BigInt(1 + steps));
}

/** A bound of cursors that are bigints: digits, or a time that stands for nanoseconds. */
export function digitsOf(value: string | number): bigint {
  return /^-?\d+$/.test(String(value)) ? BigInt(value) : BigInt(Date.parse(String(value))) * 1_000_000n;
}

const FIRST_WHOLE = 2n ** 53n;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Where a first read begins: a number, or milliseconds since 1970. */
function startOf(incremental: IncrementalModel, config: Config): number {
  const bound = valueOf(incremental.initial, config) ?? valueOf(incremental.end, config);
  const away = incremental.last === 'max' ? 30 * DAY : -30 * DAY;
  const back = valueOf(incremental.initial, config) === null && bound !== null ? away : 0;
  if (incremental.kind === 'number') return typeof bound === 'number' ? bound : 0;
  return (bound === null ? Date.UTC(2026, 0, 1) : milliseconds(incremental, bound)) - back;
}

export function milliseconds({ recordFormat, isEpochNs }: IncrementalModel, value: JsonValue): number {
  if (isEpochNs) return Number(digitsOf(String(value)) / 1_000_000n);
  if (typeof value === 'number') return recordFormat?.kind === 'epoch_s' ? value * 1000 : value;
  const time = Date.parse(String(value));
  return Number.isNaN(time) ? Date.UTC(2026, 0, 1) : time;
}

function requested(incremental: IncrementalModel, bound: BoundModel | null, config: Config, side: 'start' | 'end'): JsonValue {
  const value = valueOf(bound, config);
  if (value === null) return null;
  if (isNumeric(incremental.kind)) return incremental.kind === 'bigint' ? String(digitsOf(value)) : Number(value);
  const { requestFormat, recordFormat } = incremental;
  const ms = milliseconds(incremental, value);
  if (requestFormat === null && recordFormat?.kind === 'iso8601') return isInstant(value) ? value : new Date(ms).toISOString();
  if (requestFormat === null)
    return typeof value === 'string' && !isInstant(value) ? value : writtenIn(incremental, recordFormat, ms, config);
  return writtenIn(incremental, requestFormat, shifted(incremental, ms, side), config);
}

function isInstant(value: string | number): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/.test(String(value));
}

/** Where the zone of bounds is the API's, so much more is asked for that no zone loses a record. */
function shifted({ boundsLackZone, last }: IncrementalModel, ms: number, side: 'start' | 'end'): number {
  if (!boundsLackZone) return ms;
  return (side === 'start') === (last === 'max') ? ms - 12 * HOUR : ms + 14 * HOUR;
}

function writtenIn(incremental: IncrementalModel, format: TimeFormat | null, at: number, config: Config): JsonValue {
  const { timezone, isEpochNs } = incremental;
  if (isEpochNs) return String(BigInt(at) * 1_000_000n);
  const zone = timezone === null ? undefined : timezone.kind === 'zone' ? timezone.zone : config[timezone.option.raw];
  return written(format, typeof zone === 'string' && saysNoZone(format) ? at + offsetIn(zone, at) : at);
}

export function writtenTime(incremental: IncrementalModel, at: number, config: Config): JsonValue {
  return writtenIn(incremental, incremental.kind === 'date' ? null : incremental.recordFormat, at, config);
}

/** As the emitted code writes it. */
function written(formats: TimeFormat | null, at: number): JsonValue {
  const format = writtenFormat(formats);
  const iso = new Date(at).toISOString();
  switch (format?.kind) {
    case undefined:
      return iso.slice(0, 10);
    case 'iso8601':
      return iso;
    case 'rfc2822':
      return new Date(at).toUTCString();
    case 'epoch_s':
      return Math.floor(at / 1000);
    case 'epoch_ms':
      return at;
    case 'microsoft_date':
      return `/Date(${at})/`;
    case 'strftime':
      return format.pattern.replace(/%(.)/g, (_, letter: string) => PARTS[letter]?.(iso, at) ?? letter);
  }
}

const PARTS: { readonly [letter: string]: (iso: string, at: number) => string } = {
  Y: (iso) => iso.slice(0, 4),
  m: (iso) => iso.slice(5, 7),
  d: (iso) => iso.slice(8, 10),
  H: (iso) => iso.slice(11, 13),
  M: (iso) => iso.slice(14, 16),
  S: (iso) => iso.slice(17, 19),
  f: (iso) => iso.slice(20, 23).padEnd(6, '0'),
  F: (iso) => iso.slice(0, 10),
  T: (iso) => iso.slice(11, 19),
  s: (_iso, at) => String(Math.floor(at / 1000)),
  z: () => '+0000',
  Z: () => 'UTC',
};

export function valueOf(bound: BoundModel | null, config: Config): string | number | null {
  if (bound === null) return null;
  const value = bound.kind === 'value' ? bound.value : config[bound.option.raw];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function set(record: JsonValue, [key, ...rest]: readonly string[], value: JsonValue): JsonValue {
  if (key === undefined) return value;
  const own = typeof record === 'object' && record !== null && !Array.isArray(record) ? record : {};
  const inside = Object.entries(own).find(([name]) => name === key)?.[1] ?? {};
  return { ...own, [key]: set(inside, rest, value) };
}
