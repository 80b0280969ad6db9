// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { PartsResponseError, type ReadPosition } from '../errors.ts';
import { checkCursor, Cursor, type CursorState } from '../internal/cursor.ts';
import type { FetchPage } from '../internal/http.ts';
import { instantOf } from '../internal/instants.ts';
import { flag, gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { inOrder } from '../internal/read-ahead.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { unitOf } from '../internal/times.ts';
import { isWindow, type Window as ReadWindow, windowsUntil } from '../internal/windows.ts';
import { decodeSale, type Sale } from '../records/sale.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface SalesState {
  readonly v: 1;
  readonly resource: 'sales';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'page_number of /sales';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** How far the read has come. */
  readonly cursor: CursorState<string>;
  /** Null: the read is complete. */
  readonly next: {
    /** The window that was read last: milliseconds since 1970. */
    readonly since: number;
    readonly until: number;
    /** Of the records at its start, the fingerprints of those that the window before has had. */
    readonly read: readonly string[];
    /** The page to ask for next. Null: it is the next window's turn. */
    readonly page: { readonly number?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
  } | null;
}

/** One page of `GET /sales`. */
export interface SalesPage {
  readonly records: readonly Sale[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: SalesState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
  /** What is unusual about this read, in words. */
  readonly notes?: readonly string[];
}

export interface SalesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: SalesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class SalesResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #wallClock: () => number;

  constructor(fetchPage: FetchPage, baseUrl: string, wallClock: () => number) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#wallClock = wallClock;
  }

  /**
   * Every record, one at a time; up to 4 requests are on their way at once.
   *
   * @example
   * for await (const sale of parts.sales.list()) console.log(sale.id);
   */
  async *list(options: SalesReadOptions = {}): AsyncGenerator<Sale, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: SalesReadOptions = {}): Promise<Sale[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: SalesReadOptions & { readonly limit?: number } = {}): Promise<Sale[]> {
    return take(this.list(options), limit);
  }

  /** `GET /sales`, pages by number from 0, until `more` is false; only what is new by `at`, window after window. */
  async *pages({ state, signal, forgotten = 'fail' }: SalesReadOptions = {}): AsyncGenerator<
    SalesPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'sales',
      shape: 'page_number of /sales',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        isWindow(next) &&
        (next.page === null ||
          next.page.again === true ||
          (Number.isSafeInteger(next.page.number) && (next.page.number ?? -1) >= 0)),
    );
    if (state !== undefined)
      checkCursor(
        state.cursor,
        (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
        'sales',
        state,
      );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<SalesState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: SalesState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<SalesPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const bookmark = this.#cursorFrom(state?.cursor, state);
    const origin = bookmark.begin ?? 0;
    const first = Math.min(origin, bookmark.first ?? 0); // the API is asked for nothing before it
    const last = this.#wallClock();
    const reading = { pages: 0 };
    for await (const { item: window, pages } of inOrder(
      4,
      signal,
      () => state,
      () =>
        windowsUntil(
          last,
          (n) => origin + n * 2_592_000_000,
          (since) => Math.max(since - 1, first),
          state?.next,
        ),
      (window, signal) => this.#pagesOf(window, reading, signal),
    )) {
      const read = bookmark.enter(BigInt(window.since) * 1_000_000n, BigInt(window.until) * 1_000_000n, window.read);
      for await (const { place, records, next } of pages) {
        const fresh = bookmark.fresh(records, place);
        repeatedKeys += repeated(records.map((record) => String(record.id)));
        state = {
          ...id,
          cursor: bookmark.toState(false),
          next: { since: window.since, until: window.until, read, page: next },
        };
        yield { records: fresh, repeatedKeys, state, ...bookmark.takeNotes() };
      }
    }
    state = { ...id, cursor: bookmark.toState(true), next: null };
    yield { records: [], repeatedKeys, state };
  }

  /** What follows `at` through a read. */
  #cursorFrom(saved: CursorState<string> | undefined, state: unknown): Cursor<Sale, string> {
    return new Cursor<Sale, string>({
      resource: 'sales',
      state,
      saved,
      initial: '2026-01-01T00:00:00Z',
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

  /** The pages of one of them. */
  async *#pagesOf(
    window: ReadWindow<{ readonly number?: number; readonly seen?: PagesSeen; readonly again?: true }>,
    reading: { pages: number },
    signal: AbortSignal,
  ) {
    const start = new Date(window.from).toISOString();
    const end = new Date(window.until).toISOString();
    const url = new URL(`${this.#baseUrl}/sales`);
    url.searchParams.set('since', String(start));
    url.searchParams.set('until', String(end));
    let number = window.page?.number ?? 0;
    const guard = new PageGuard(window.page?.seen, 3);
    for (;;) {
      const place: ReadPosition = { resource: 'sales', page: ++reading.pages, attempt: 0, record: 0, state: undefined };
      url.searchParams.set('page', String(number));
      const { records, hasMore } = await this.#fetchPage(url, selectSales, place, signal);
      number += 1;
      const next = !hasMore
        ? guard.end(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place)
        : { number, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
      yield { place, records, next };
      if (next === null) return;
    }
  }
}

/** The records at `items`. */
function selectSales(
  body: unknown,
  place: ReadPosition,
): { readonly records: readonly Sale[]; readonly hasMore: boolean } {
  if (body === undefined) return { records: [], hasMore: false }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records))
    throw new PartsResponseError(place, 'no_records', `expected a list at "items", ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeSale(record, place);
    }),
    hasMore: flag((body as { readonly more?: unknown } | null | undefined)?.more, 'more', place),
  };
}
