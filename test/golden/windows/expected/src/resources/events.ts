// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { checkCursor, Cursor, type CursorState } from '../cursor.ts';
import { instantOf } from '../instants.ts';
import { LedgerResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { repeatGuard } from '../pagination.ts';
import { pathSegment } from '../path.ts';
import { decodeEvent, type Event } from '../records/event.ts';
import { repeats } from '../repeats.ts';
import { checkState } from '../state.ts';
import { isWindow, monthsAfter, windowsUntil } from '../windows.ts';
import type { AccountsResource, AccountsState } from './accounts.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface EventsState {
  readonly v: 1;
  readonly resource: 'events';
  /** How the read pages: a state of another path or paginator is refused. */
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
    readonly page: { readonly offset: number } | null;
  } | null;
}

/** One page of `GET /accounts/{accounts.id}/events`. */
export interface EventsPage {
  readonly records: readonly Event[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: EventsState;
}

export interface EventsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: EventsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
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
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /accounts/{accounts.id}/events`, 100 records a page by offset, until a page is empty; for each of `accounts`, one after the other; only what is new by `at`, window after window. */
  async *pages({ state, signal }: EventsReadOptions = {}): AsyncGenerator<EventsPage, void, undefined> {
    const token = {
      v: 1,
      resource: 'events',
      shape: 'offset of /accounts/{accounts.id}/events',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    checkState(
      state,
      token,
      (next) =>
        typeof next.parent === 'string' &&
        isWindow(next) &&
        (next.page === null || (Number.isSafeInteger(next.page.offset) && next.page.offset >= 0)),
    );
    for (const cursor of Object.values(state?.cursors ?? {})) {
      checkCursor(cursor, (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)), 'events', state);
    }
    let cursors = state?.cursors ?? {};
    const resumed = state?.next;
    let { parents, parent: reached } = resumed ?? { parents: undefined, parent: undefined };
    const wasAsked = repeats(); // a parent that comes twice is asked once
    let page = 0;
    for await (const found of this.#parents.pages({ state: parents, signal })) {
      const at = found.records.findIndex((parent) => String(parent.id) === reached); // -1: gone, or another page: nothing is skipped
      for (const [index, parent] of found.records.entries()) {
        const key = String(parent.id);
        if (wasAsked(key) || index < at) continue;
        const bookmark = new Cursor<string>(
          Object.hasOwn(cursors, key) ? cursors[key] : undefined,
          this.#options.startDate,
          (value) => instantOf(value).epochNanoseconds,
          (start) => instantOf(start).epochNanoseconds - 60000000000n,
        );
        const origin =
          Math.floor((instantOf(bookmark.start ?? this.#options.startDate).epochMilliseconds - 60_000) / 1_000) * 1_000;
        const last = Math.floor(this.#wallClock() / 1_000) * 1_000;
        for (const window of windowsUntil(last, (n) => monthsAfter(origin, n), key === reached ? resumed : undefined)) {
          const read = bookmark.enter(
            BigInt(window.since) * 1_000_000n,
            BigInt(window.until) * 1_000_000n,
            window.read,
          );
          const start = Math.floor(window.since / 1000);
          const end = Math.floor(window.until / 1000);
          const url = new URL(`${this.#baseUrl}/accounts/${pathSegment(parent.id, 'accounts.id')}/events`);
          url.searchParams.set('since', String(start));
          url.searchParams.set('until', String(end));
          url.searchParams.set('limit', '100');
          let offset = window.page?.offset ?? 0;
          const checkProgress = repeatGuard();
          for (;;) {
            const place: RecordPlace = { resource: 'events', page: ++page, attempt: 0, record: 0, state };
            url.searchParams.set('offset', String(offset));
            const records = await this.#fetchPage(url, selectEvents, place, signal);
            if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
            const fresh = records.filter((record) => bookmark.admits(record.at, record));
            offset += records.length; // by what came, not by what was asked: a server may cap its pages
            const position = records.length === 0 ? null : { offset };
            cursors = { ...cursors, [key]: bookmark.save(false) };
            state = {
              ...token,
              cursors,
              next: { parents, parent: key, since: window.since, until: window.until, read, page: position },
            };
            yield { records: fresh, state };
            if (position === null) break;
          }
        }
        cursors = { ...cursors, [key]: bookmark.save(true) };
      }
      parents = found.state;
      reached = undefined;
    }
    state = { ...token, cursors, next: null };
    yield { records: [], state };
  }
}

/** The records at `data`. */
function selectEvents(body: unknown, place: RecordPlace): readonly Event[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new LedgerResponseError(place, 'no_records', ': expected a list at "data"');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeEvent(record, place);
  });
}
