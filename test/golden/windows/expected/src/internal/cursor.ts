// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { digest } from './digest.ts';
import { LedgerResponseError, LedgerStateError, type ReadPosition } from '../errors.ts';

/** How far an incremental read has come. */
export interface CursorState<Value> {
  /** Where the read begins: what is before it has been read. Null: at the beginning. */
  readonly start: Value | null;
  /** Fingerprints of the records at the start that have been read: they are not read again. */
  readonly read: readonly string[];
  /** The latest value of a read that is not complete, null without one, and the fingerprints of the records that have it. */
  readonly latest: Value | null;
  readonly readLatest: readonly string[];
  /** When the first answer of a read that is not complete was made: the start of the next one is never later. Milliseconds since 1970. */
  readonly began?: number | null;
  /** Values and fingerprints of records that were read though their time had not come: they come again until it has. */
  readonly early?: readonly (readonly [value: Value, fingerprint: string])[];
}

type Order = bigint | number | string;

export interface CursorOptions<Row, Value extends string | number> {
  readonly resource: string;
  /** The state that the read goes on from, for errors. */
  readonly state: unknown;
  /** What it says of the cursor; undefined: nothing has been read. */
  readonly saved: CursorState<Value> | undefined;
  /** Where the first run begins; null: at the beginning. */
  readonly initial: Value | null;
  /** Where reading ends; null: it does not. */
  readonly end?: Value | null;
  /** Whether records at the end belong to the read. */
  readonly endIsClosed?: boolean;
  /** The field that says how new a record is. */
  readonly valueOf: (row: Row) => Value;
  /** Makes values comparable. */
  readonly order: (value: Value) => Order;
  /** A value as a number: milliseconds since 1970 of a time. */
  readonly scale: (value: Value) => number;
  /** How far before a start that was saved requests begin: an API may count that start out. */
  readonly back: number | ((value: Value) => number);
  /** How far before a start that was saved records are read again, as `scale` has it, and such a place in the order of values. */
  readonly lag?: { readonly by: number; readonly orderAt: (place: number) => Order };
  /** For values that are times: the start of the next read is never later than the first answer of this one. */
  readonly clock?: Clock<Value>;
  /** Whether records that come twice are there twice. */
  readonly appends?: boolean;
}

export interface Clock<Value> {
  /** What time it is: milliseconds since 1970. */
  readonly now: number;
  /** Such a time as a value, and in the order of values. */
  readonly valueAt?: (ms: number) => Value;
  readonly orderAt: (ms: number) => Order;
}

/** Follows the latest value of a field through a read, and leaves out what an earlier read has had. */
export class Cursor<Row, Value extends string | number> {
  /** Where the read begins; null: at the beginning. */
  readonly start: Value | null;
  /** Where requests begin, as `scale` has it: a little before the start, where that was saved; null: at the beginning. */
  readonly from: number | null;
  /** Where records begin, and the initial value, as `scale` has them. */
  readonly begin: number | null;
  readonly first: number | null;
  /** Where reading ends, as a value and as `scale` has it; null: it does not. */
  readonly until: Value | null;
  readonly end: number | null;
  readonly #options: CursorOptions<Row, Value>;
  readonly #first: Order | null;
  readonly #start: Order | null;
  readonly #end: Order | null;
  readonly #read: ReadonlySet<string>;
  #latest: Value | null;
  #to: Order | null;
  #readLatest: readonly string[];
  #rows: Row[] = [];
  #notes: readonly string[];
  #began: number | null;
  readonly #early: Map<string, Value>;
  #since: Order | null = null;
  #until: Order | null = null;
  #readBefore: ReadonlySet<string> = new Set();

  constructor(options: CursorOptions<Row, Value>) {
    const { saved, initial, order, scale, back } = options;
    this.#options = options;
    const notes: string[] = [];
    let start = saved?.start ?? null;
    const { clock } = options;
    // no record is from tomorrow: a day is left for clocks that differ
    if (start !== null && clock !== undefined && order(start) > clock.orderAt(clock.now + 86_400_000)) {
      const now = clock.valueAt?.(clock.now) ?? null;
      notes.push(
        `the state says that all was read up to ${String(start)}, which is not over yet: reading from ${String(now ?? initial ?? 'the beginning')}`,
      );
      start = now;
    }
    this.start = start ?? initial;
    const first = initial === null ? null : scale(initial);
    let lagged: Order | undefined;
    let begin = first;
    if (start !== null) {
      begin = scale(start);
      if (options.lag !== undefined) {
        begin = Math.max(begin - options.lag.by, Math.min(first ?? -Infinity, begin));
        lagged = options.lag.orderAt(begin);
      }
      this.from = Math.max(
        begin - (typeof back === 'number' ? back : back(start)),
        Math.min(first ?? -Infinity, begin),
      );
    } else this.from = begin;
    this.first = first;
    this.begin = begin;
    this.#start = this.start === null ? null : order(this.start);
    this.#first = lagged ?? this.#start;
    this.#read = new Set(saved?.read);
    this.#latest = saved?.latest ?? null;
    this.#to = this.#latest === null ? null : order(this.#latest);
    this.#readLatest = saved?.readLatest ?? [];
    this.#began = saved?.began ?? null;
    this.#early = new Map(saved?.early?.map(([value, mark]) => [mark, value]));
    this.#notes = notes;
    const { end = null } = options;
    this.until = end;
    this.end = end === null ? null : scale(end);
    this.#end = end === null ? null : order(end);
    if (this.#start !== null && this.#end !== null && this.#start > this.#end) {
      const place = { resource: options.resource, page: 0, attempt: 0, record: 0, state: options.state };
      throw new LedgerStateError(
        place,
        'range',
        `the read begins at ${String(this.start)}, after its end ${String(end)}`,
      );
    }
  }

  /** The records of a page that belong to this read, and that no earlier one has had. */
  fresh(rows: readonly Row[], place: ReadPosition): readonly Row[] {
    this.#began ??= place.answeredAt ?? this.#options.clock?.now ?? null;
    return rows.filter((row) => this.#admits(row, place));
  }

  #admits(row: Row, place: ReadPosition): boolean {
    const { valueOf, order } = this.#options;
    const value = valueOf(row);
    const at = order(value);
    if (this.#first !== null && at < this.#first) return false;
    if (this.#end !== null && (this.#options.endIsClosed === true ? at > this.#end : at >= this.#end)) return false;
    if ((this.#since !== null && at < this.#since) || (this.#until !== null && at > this.#until)) return false; // another window's
    if (at === this.#since && this.#readBefore.has(this.#mark(row))) return false;
    if (at === this.#start && this.#options.lag === undefined && this.#read.size > 0 && this.#read.has(this.#mark(row)))
      return false;
    const wasRead =
      this.#early.size > 0 && (this.#start === null || at > this.#start) && this.#early.has(this.#mark(row));
    const { clock } = this.#options;
    if (clock !== undefined && this.#began !== null && at > clock.orderAt(this.#began)) {
      if (wasRead) return false;
      if (this.#early.size < MOST_EARLY) this.#early.set(this.#mark(row), value);
      else if (this.#options.appends === true) {
        throw new LedgerResponseError(
          place,
          'early_records',
          `more than ${MOST_EARLY} records are later than this read, and would come again with the next ones. Of times without an offset, say the zone: incremental.timezone`,
        );
      }
      return true;
    }
    if (this.#to === null || at > this.#to) {
      this.#latest = value;
      this.#to = at;
      this.#readLatest = [];
      this.#rows = [row];
    } else if (at === this.#to) this.#rows.push(row);
    return !wasRead; // what was read when it was early counts now
  }

  #mark(row: Row): string {
    return fingerprint(row);
  }

  /**
   * Begins a window: what is before `since` or after `until` is left to other windows, and of what is at `since`, that which the
   * window before has read is left out. `read` are the fingerprints of that, which are returned, for states in this window.
   */
  enter(
    since: Order,
    until: Order,
    read: readonly string[] = this.#to === since ? this.#readLatest : [],
  ): readonly string[] {
    this.#since = since;
    this.#until = until;
    this.#readBefore = new Set(read);
    return read;
  }

  /** What a caller should know, once. */
  takeNotes(): { readonly notes?: readonly string[] } {
    const notes = this.#notes;
    this.#notes = [];
    return notes.length === 0 ? {} : { notes };
  }

  /** What the next page, or when this one is the last the next run, goes on from. */
  toState(isComplete: boolean): CursorState<Value> {
    this.#readLatest = [...new Set([...this.#readLatest, ...this.#rows.map((row) => this.#mark(row))])].slice(
      -MAX_FINGERPRINTS,
    );
    this.#rows = [];
    const read = [...this.#read];
    const early = [...this.#early].map(([mark, value]) => [value, mark] as const);
    const state = {
      start: this.start,
      read,
      latest: this.#latest,
      readLatest: this.#readLatest,
      began: this.#began,
      ...(early.length === 0 ? {} : { early }),
    };
    if (!isComplete) return state;
    const ended = { ...state, latest: null, readLatest: [], began: null };
    // nothing new, or nothing from after the start: the next run begins where this one did
    if (this.#latest === null || (this.#start !== null && this.#to !== null && this.#to < this.#start)) return ended;
    const { order } = this.#options;
    const at = order(this.#latest);
    // records that came before their time: those of the new start are due, those after it stay remembered
    const due = early.filter(([value]) => order(value) === at).map(([, mark]) => mark);
    const later = early.filter(([value]) => order(value) > at);
    const { early: _, ...past } = ended;
    return {
      ...past,
      start: this.#latest,
      read: [...(at === this.#start ? read : []), ...this.#readLatest, ...due],
      ...(later.length === 0 ? {} : { early: later }),
    };
  }
}

/** Beyond this many records with one value of the cursor, some may come twice. */
const MAX_FINGERPRINTS = 10_000;

/** So many records whose time has not come are remembered. */
const MOST_EARLY = 10_000;

/** Throws when what a state says of a cursor cannot be. */
export function checkCursor<Value>(
  cursor: CursorState<Value>,
  isValue: (value: Value) => boolean,
  resource: string,
  state: unknown,
): void {
  const isFine =
    typeof cursor === 'object' &&
    cursor !== null &&
    [cursor.start, cursor.latest].every((value) => value === null || isValue(value)) &&
    [cursor.read, cursor.readLatest].every(
      (list) => Array.isArray(list) && list.every((each) => typeof each === 'string'),
    ) &&
    (cursor.began === undefined || cursor.began === null || Number.isFinite(cursor.began)) &&
    (cursor.early === undefined ||
      (Array.isArray(cursor.early) &&
        cursor.early.every((each) => Array.isArray(each) && isValue(each[0]) && typeof each[1] === 'string')));
  if (isFine) return;
  throw new LedgerStateError(
    { resource, page: 0, attempt: 0, record: 0, state },
    'invalid_state',
    'the state has no cursor',
  );
}

/** What tells records apart: 53 bits of all they hold, whatever the order of their fields. A null says as much as nothing. */
export function fingerprint(record: unknown): string {
  return digest(canonical(record));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null)
    return typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? 'null');
  const members = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return `{${members
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .sort()
    .join(',')}}`;
}
