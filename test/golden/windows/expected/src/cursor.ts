// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { LedgerStateError } from './errors.ts';

/** How far an incremental read has come. */
export interface CursorState<Value> {
  /** Where the read begins: what is before it has been read. Null: at the beginning. */
  readonly start: Value | null;
  /** Fingerprints of the records at the start that have been read: they are not read again. */
  readonly read: readonly string[];
  /** The latest value of a read that is not complete, null without one, and the fingerprints of the records that have it. */
  readonly latest: Value | null;
  readonly readLatest: readonly string[];
}

/** Follows the latest value of a field through a read, and leaves out what an earlier read has had. */
export class Cursor<Value extends string | number> {
  /** Where the read begins; null: at the beginning. */
  readonly start: Value | null;
  readonly #from: bigint | number | string | null;
  readonly #read: ReadonlySet<string>;
  readonly #order: (value: Value) => bigint | number | string;
  readonly #lagged: boolean;
  #latest: Value | null;
  #to: bigint | number | string | null;
  #readLatest: readonly string[];
  #records: unknown[] = [];
  #since: bigint | number | string | null = null;
  #until: bigint | number | string | null = null;
  #readBefore: ReadonlySet<string> = new Set();

  /** `order` makes values comparable; `from` is where the read begins in that order, when it is earlier than its start. */
  constructor(
    saved: CursorState<Value> | undefined,
    initial: Value | null,
    order: (value: Value) => bigint | number | string,
    from: (start: Value) => bigint | number | string = order,
  ) {
    this.start = saved?.start ?? initial;
    this.#order = order;
    this.#lagged = from !== order;
    this.#from = this.start === null ? null : from(this.start);
    this.#read = new Set(saved?.read);
    this.#latest = saved?.latest ?? null;
    this.#to = this.#latest === null ? null : order(this.#latest);
    this.#readLatest = saved?.readLatest ?? [];
  }

  /** Whether a record belongs to this read. */
  admits(value: Value, record: unknown): boolean {
    const at = this.#order(value);
    if (this.#from !== null && at < this.#from) return false;
    if ((this.#since !== null && at < this.#since) || (this.#until !== null && at > this.#until)) return false; // another window's
    if (at === this.#since && this.#readBefore.has(fingerprint(record))) return false;
    if (at === this.#from && !this.#lagged && this.#read.size > 0 && this.#read.has(fingerprint(record))) return false;
    if (this.#to === null || at > this.#to) {
      this.#latest = value;
      this.#to = at;
      this.#readLatest = [];
      this.#records = [record];
    } else if (at === this.#to) this.#records.push(record);
    return true;
  }

  /**
   * Begins a window: what is before `since` or after `until` is left to other windows, and of what is at `since`, that which the
   * window before has read is left out. `read` are the fingerprints of that, which are returned, for states in this window.
   */
  enter(
    since: bigint | number | string,
    until: bigint | number | string,
    read: readonly string[] = this.#to === since ? this.#readLatest : [],
  ): readonly string[] {
    this.#since = since;
    this.#until = until;
    this.#readBefore = new Set(read);
    return read;
  }

  /** What the next page, or when this one is the last the next run, goes on from. */
  save(isComplete: boolean): CursorState<Value> {
    const readLatest = [...this.#readLatest, ...this.#records.map(fingerprint)].slice(-MAX_FINGERPRINTS);
    this.#readLatest = readLatest;
    this.#records = [];
    const read = [...this.#read];
    if (!isComplete) return { start: this.start, read, latest: this.#latest, readLatest };
    const start = this.start === null ? null : this.#order(this.start);
    if (this.#latest === null || (start !== null && this.#to !== null && this.#to < start))
      return { start: this.start, read, latest: null, readLatest: [] };
    return {
      start: this.#latest,
      read: this.#to === start ? [...read, ...readLatest] : readLatest,
      latest: null,
      readLatest: [],
    };
  }
}

/** Beyond this many records with one value of the cursor, some may come twice. */
const MAX_FINGERPRINTS = 10_000;

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
    );
  if (isFine) return;
  throw new LedgerStateError(
    { resource, page: 0, attempt: 0, record: 0, state },
    'invalid_state',
    ': the state has no cursor',
  );
}

/** 53 bits that tell records apart (cyrb53). */
function fingerprint(record: unknown): string {
  const text = JSON.stringify(record, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
