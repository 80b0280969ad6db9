// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { LedgerResponseError, type ReadPosition } from '../errors.ts';
import { checkCursor, Cursor, type CursorState } from '../internal/cursor.ts';
import type { FetchPage } from '../internal/http.ts';
import { instantOf } from '../internal/instants.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { pathSegment } from '../internal/path.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { repeats } from '../internal/repeats.ts';
import { type Forgotten, parentGone, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { canRead, timeOption } from '../internal/times.ts';
import { isWindow, monthsAfter, windowsUntil } from '../internal/windows.ts';
import type { Account } from '../records/account.ts';
import { decodeEvent, type Event } from '../records/event.ts';
import type { AccountsResource, AccountsState } from './accounts.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface EventsState {
  readonly v: 1;
  readonly resource: 'events';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /accounts/{accounts.id}/events';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** How far the read of each parent's records has come. */
  readonly cursors: { readonly [parent: string]: CursorState<string> };
  /** Null: the read is complete. */
  readonly next: {
    /** Before the page of parents that is being read. */
    readonly parents?: AccountsState | undefined;
    /** The parent on that page whose records were read last. */
    readonly parent: string;
    /** The window that was read last: milliseconds since 1970. */
    readonly since: number;
    readonly until: number;
    /** Of the records at its start, the fingerprints of those that the window before has had. */
    readonly read: readonly string[];
    /** Records read so far. Null: it is the next window's turn. */
    readonly page: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
  } | null;
}

/** One page of `GET /accounts/{accounts.id}/events`. */
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
}

export class EventsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #wallClock: () => number;
  readonly #parents: AccountsResource;
  readonly #options: { readonly startDate: string };

  constructor(
    fetchPage: FetchPage,
    baseUrl: string,
    wallClock: () => number,
    parents: AccountsResource,
    options: { readonly startDate: string },
  ) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#wallClock = wallClock;
    this.#parents = parents;
    this.#options = options;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const event of ledger.events.list()) console.log(event.id);
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

  /** `GET /accounts/{accounts.id}/events`, 100 records a page by offset, until a page is empty; for each of `accounts`, one after the other; only what is new by `at`, window after window. */
  async *pages({ state, signal, forgotten = 'fail' }: EventsReadOptions = {}): AsyncGenerator<
    EventsPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'events',
      shape: 'offset of /accounts/{accounts.id}/events',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        typeof next.parent === 'string' &&
        isWindow(next) &&
        (next.page === null ||
          next.page.again === true ||
          (Number.isSafeInteger(next.page.offset) && (next.page.offset ?? -1) >= 0)),
    );
    for (const cursor of Object.values(state?.cursors ?? {}))
      checkCursor(cursor, (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)), 'events', state);
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<EventsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: EventsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<EventsPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let cursors = state?.cursors ?? {};
    let page = 0;
    for await (const part of this.#partsAfter(state?.next, signal)) {
      const bookmark = this.#cursorFrom(Object.hasOwn(cursors, part.key) ? cursors[part.key] : undefined, state);
      const origin = Math.floor((bookmark.begin ?? 0) / 1_000) * 1_000;
      const first = Math.min(origin, Math.floor((bookmark.first ?? 0) / 1_000) * 1_000); // the API is asked for nothing before it
      const last = Math.floor(this.#wallClock() / 1_000) * 1_000;
      const windows = windowsUntil(
        last,
        (n) => monthsAfter(origin, n),
        (since) => Math.max(since - 1_000, first),
        part.resumed,
      );
      for (const window of windows) {
        const read = bookmark.enter(BigInt(window.since) * 1_000_000n, BigInt(window.until) * 1_000_000n, window.read);
        const start = Math.floor(window.from / 1000);
        const end = Math.floor(window.until / 1000);
        const url = new URL(`${this.#baseUrl}/accounts/${pathSegment(part.parent.id, 'accounts.id')}/events`);
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
              : {
                  offset,
                  seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place),
                };
          const fresh = bookmark.fresh(records, place);
          repeatedKeys += repeated(records.map((record) => String(record.id)));
          cursors = { ...cursors, [part.key]: bookmark.toState(false) };
          state = {
            ...id,
            cursors,
            next: {
              parents: part.parents,
              parent: part.key,
              since: window.since,
              until: window.until,
              read,
              page: next,
            },
          };
          yield { records: fresh, repeatedKeys, state, ...bookmark.takeNotes() };
          if (next === null) break;
        }
      }
      cursors = { ...cursors, [part.key]: bookmark.toState(true) };
    }
    state = { ...id, cursors, next: null };
    yield { records: [], repeatedKeys, state };
  }

  /** What follows `at` through a read. */
  #cursorFrom(saved: CursorState<string> | undefined, state: unknown): Cursor<Event, string> {
    return new Cursor<Event, string>({
      resource: 'events',
      state,
      saved,
      initial: timeOption<string>(
        this.#options.startDate,
        'startDate',
        'events',
        (given) => canRead(instantOf, given),
        (ms) => new Date(ms).toISOString(),
      ),
      valueOf: (record) => record.at,
      order: (value) => instantOf(value).epochNanoseconds,
      scale: (value) => instantOf(value).epochMilliseconds,
      back: 1000,
      lag: { by: 60_000, orderAt: (place) => BigInt(place) * 1_000_000n },
      clock: {
        now: this.#wallClock(),
        valueAt: (ms) => new Date(ms).toISOString(),
        orderAt: (ms) => BigInt(ms) * 1_000_000n,
      },
      appends: true,
    });
  }

  /** The parents that are not read yet. */
  async *#partsAfter(
    next: EventsState['next'] | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<EventsPart, void, undefined> {
    let parents = next?.parents;
    let reached = next?.parent;
    const wasAsked = repeats(); // a parent that comes twice is asked once
    for await (const found of this.#parents.pages({ state: parents, signal, forgotten: 'fail' })) {
      const at = found.records.findIndex((parent) => String(parent.id) === reached); // -1: another page: nothing is skipped
      if (reached !== undefined && at < 0) throw parentGone('accounts');
      for (const [index, parent] of found.records.entries()) {
        const key = String(parent.id);
        const resumed = key === reached ? next : undefined;
        if (wasAsked(key) || index < at) continue;
        yield { key, parent, parents, resumed };
      }
      parents = found.state;
      reached = undefined;
    }
  }
}

/** A parent whose records are read. */
interface EventsPart {
  /** What states call it. */
  readonly key: string;
  readonly parent: Account;
  /** Before the page of parents that it is on. */
  readonly parents: AccountsState | undefined;
  /** What the state says of it, where the read is in the middle of it. */
  readonly resumed: EventsState['next'] | undefined;
}

/** The records at `data`. */
function selectEvents(body: unknown, place: ReadPosition): readonly Event[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new LedgerResponseError(place, 'no_records', `expected a list at "data", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeEvent(record, place);
  });
}
