// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, ShopResponseError } from '../errors.ts';
import { checkCursor, Cursor, type CursorState } from '../internal/cursor.ts';
import type { FetchPage } from '../internal/http.ts';
import { instantOf } from '../internal/instants.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { beginningOf, checkSplit, edgesUntil, endOf, unitState, windowSplits } from '../internal/splits.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { unitOf } from '../internal/times.ts';
import { isWindow, windowsUntil } from '../internal/windows.ts';
import { decodeEvent, type Event } from '../records/event.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface EventsState {
  readonly v: 1;
  readonly resource: 'events';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /events';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The unit of a split read that it is of. */
  readonly split?: string;
  /** How far the read has come. */
  readonly cursor: CursorState<string>;
  /** Null: the read is complete. */
  readonly next: {
    /** The window that was read last: milliseconds since 1970. */
    readonly since: number;
    readonly until: number;
    /** Of the records at its start, the fingerprints of those that the window before has had. */
    readonly read: readonly string[];
    /** Records read so far. Null: it is the next window's turn. */
    readonly page: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
  } | null;
}

/** One page of `GET /events`. */
export interface EventsPage {
  readonly records: readonly Event[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: EventsState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
  /** What is unusual about this read, in words. */
  readonly notes?: readonly string[];
}

export interface EventsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: EventsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
  /** One of `splits()`: nothing else is read. Its `state` is one of its own, or the complete one that `splits()` was given. */
  readonly split?: EventsSplit | undefined;
}

/** A unit of a split read: records whose `at` is in a window of time. JSON-serialisable; `pages({ split })` reads it, wherever that is. */
export interface EventsSplit {
  /** Tells it from the others. */
  readonly id: string;
  readonly resource: 'events';
  readonly kind: 'window';
  /** Which one it is of how many. */
  readonly part: number;
  readonly parts: number;
  /** Tells units that were made together from those of another time. */
  readonly plan: string;
  /** From then on, ISO 8601; null: from the beginning. */
  readonly since: string | null;
  /** Up to then, and without what is then: fixed when the read was split. */
  readonly until: string;
}

export interface EventsSplitOptions {
  /** At most so many units. Default: as many as there are windows of `step`, 16 without; never more than 1,000. */
  readonly units?: number | undefined;
  /** The state of the last complete read: what it has read is in no unit. Default: from the start. */
  readonly state?: EventsState | undefined;
}

export class EventsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #wallClock: () => number;
  readonly #split: EventsSplit | undefined;

  constructor(fetchPage: FetchPage, baseUrl: string, wallClock: () => number, split?: EventsSplit) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#wallClock = wallClock;
    this.#split = split;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const event of shop.events.list()) console.log(event.id);
   */
  async *list(options: EventsReadOptions = {}): AsyncGenerator<Event, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: EventsReadOptions = {}): Promise<Event[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: EventsReadOptions & { readonly limit?: number } = {}): Promise<Event[]> {
    return take(this.list(options), limit);
  }

  /** `GET /events`, 100 records a page by offset, until a page is empty; only what is new by `at`, window after window. */
  async *pages({ state, signal, forgotten = 'fail', split }: EventsReadOptions = {}): AsyncGenerator<
    EventsPage,
    void,
    undefined
  > {
    if (split !== undefined) {
      yield* this.#unit(split).pages({
        state: unitState(state, split, (last) => (split.part === 1 ? last : undefined)),
        signal,
        forgotten,
      });
      return;
    }
    const id = {
      v: 1,
      resource: 'events',
      shape: 'offset of /events',
      origin: new URL(this.#baseUrl).origin,
      ...(this.#split === undefined ? {} : { split: this.#split.id }),
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        isWindow(next) &&
        (next.page === null ||
          next.page.again === true ||
          (Number.isSafeInteger(next.page.offset) && (next.page.offset ?? -1) >= 0)),
    );
    if (state !== undefined)
      checkCursor(
        state.cursor,
        (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
        'events',
        state,
      );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<EventsState, 'v' | 'resource' | 'shape' | 'origin' | 'split'>,
    state: EventsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<EventsPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let page = 0;
    const bookmark = this.#cursorFrom(state?.cursor, state);
    const origin = bookmark.begin ?? 0;
    const first = Math.min(origin, bookmark.first ?? 0); // the API is asked for nothing before it
    const last = this.#split !== undefined ? Date.parse(this.#split.until) : this.#wallClock();
    const windows = windowsUntil(
      last,
      (n) => origin + n * 86_400_000,
      (since) => Math.max(since - 1, first),
      state?.next,
    );
    for (const window of windows) {
      const read = bookmark.enter(BigInt(window.since) * 1_000_000n, BigInt(window.until) * 1_000_000n, window.read);
      const start = new Date(window.from).toISOString();
      const end = new Date(window.until).toISOString();
      const url = new URL(`${this.#baseUrl}/events`);
      url.searchParams.set('since', String(start));
      url.searchParams.set('until', String(end));
      url.searchParams.set('limit', '100');
      let offset = window.page?.offset ?? 0;
      const guard = new PageGuard(window.page?.seen);
      for (;;) {
        const place: ReadPosition = { resource: 'events', page: ++page, attempt: 0, record: 0, state };
        url.searchParams.set('offset', String(offset));
        const records = await this.#fetchPage(url, selectEvents, place, signal);
        offset += records.length; // by what came, not by what was asked: a server may cap its pages
        const next =
          records.length === 0
            ? null
            : { offset, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
        const fresh = bookmark.fresh(records, place);
        repeatedKeys += repeated(records.map((record) => String(record.id)));
        state = {
          ...id,
          cursor: bookmark.toState(false),
          next: { since: window.since, until: window.until, read, page: next },
        };
        yield { records: fresh, repeatedKeys, state, ...bookmark.takeNotes() };
        if (next === null) break;
      }
    }
    state = { ...id, cursor: bookmark.toState(true), next: null };
    yield { records: [], repeatedKeys, state };
  }

  /** What follows `at` through a read. */
  #cursorFrom(saved: CursorState<string> | undefined, state: unknown): Cursor<Event, string> {
    return new Cursor<Event, string>({
      resource: 'events',
      state,
      saved: saved ?? beginningOf(this.#split, (ms) => new Date(ms).toISOString()),
      initial: '2024-01-01T00:00:00Z',
      end: endOf(this.#split, null, (ms) => new Date(ms).toISOString()),
      valueOf: (record) => record.at,
      order: (value) => instantOf(value).epochNanoseconds,
      scale: (value) => instantOf(value).epochMilliseconds,
      back: unitOf,
      clock: {
        now: this.#wallClock(),
        valueAt: (ms) => new Date(ms).toISOString(),
        orderAt: (ms) => BigInt(ms) * 1_000_000n,
      },
      appends: true,
    });
  }

  /** Independent units of a read: records whose `at` is in a window of time. Read in any order, anywhere, they are what one read is. */
  async splits({ units, state }: EventsSplitOptions = {}): Promise<readonly EventsSplit[]> {
    const bookmark = this.#cursorFrom(state?.cursor, state);
    const origin = bookmark.begin ?? 0;
    const edges = edgesUntil(this.#wallClock(), (n) => origin + n * 86_400_000);
    return windowSplits('events', edges, units);
  }

  /** Reads a unit, and nothing else. */
  #unit(split: EventsSplit): EventsResource {
    checkSplit(
      split,
      'events',
      'window',
      !Number.isNaN(Date.parse(split.until)) && (split.since === null || !Number.isNaN(Date.parse(split.since))),
    );
    return new EventsResource(this.#fetchPage, this.#baseUrl, this.#wallClock, split);
  }
}

/** The records at `data`. */
function selectEvents(body: unknown, place: ReadPosition): readonly Event[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new ShopResponseError(place, 'no_records', `expected a list at "data", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeEvent(record, place);
  });
}
