// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { checkCursor, Cursor, type CursorState } from '../cursor.ts';
import { instantOf } from '../instants.ts';
import { PartsResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { emptyGuard, flag, repeatGuard } from '../pagination.ts';
import { decodeSale, type Sale } from '../records/sale.ts';
import { inOrder } from '../read-ahead.ts';
import { checkState } from '../state.ts';
import { isWindow, windowsUntil, type Window } from '../windows.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface SalesState {
  readonly v: 1;
  readonly resource: 'sales';
  /** How the read pages: a state of another path or paginator is refused. */
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
    readonly page: { readonly number: number } | null;
  } | null;
}

/** One page of `GET /sales`. */
export interface SalesPage {
  readonly records: readonly Sale[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: SalesState;
}

export interface SalesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: SalesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
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
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /sales`, pages by number from 0, until `more` is false; only what is new by `at`, window after window. */
  async *pages({ state, signal }: SalesReadOptions = {}): AsyncGenerator<SalesPage, void, undefined> {
    const token = {
      v: 1,
      resource: 'sales',
      shape: 'page_number of /sales',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    checkState(
      state,
      token,
      (next) =>
        isWindow(next) && (next.page === null || (Number.isSafeInteger(next.page.number) && next.page.number >= 0)),
    );
    if (state !== undefined) {
      checkCursor(
        state.cursor,
        (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
        'sales',
        state,
      );
    }
    const bookmark = new Cursor<string>(
      state?.cursor,
      '2026-01-01T00:00:00Z',
      (value) => instantOf(value).epochNanoseconds,
    );
    const origin = instantOf(bookmark.start ?? '2026-01-01T00:00:00Z').epochMilliseconds;
    const last = this.#wallClock();
    const reading = { pages: 0 };
    for await (const { item: window, pages } of inOrder(
      4,
      signal,
      () => state,
      () => windowsUntil(last, (n) => origin + n * 2_592_000_000, state?.next),
      (window, signal) => this.#pagesOf(window, reading, signal),
    )) {
      const read = bookmark.enter(BigInt(window.since) * 1_000_000n, BigInt(window.until) * 1_000_000n, window.read);
      for await (const { records, position } of pages) {
        const fresh = records.filter((record) => bookmark.admits(record.at, record));
        state = {
          ...token,
          cursor: bookmark.save(false),
          next: { since: window.since, until: window.until, read, page: position },
        };
        yield { records: fresh, state };
      }
    }
    state = { ...token, cursor: bookmark.save(true), next: null };
    yield { records: [], state };
  }

  /** The pages of one of them. */
  async *#pagesOf(window: Window<{ readonly number: number } | null>, reading: { pages: number }, signal: AbortSignal) {
    const start = new Date(window.since).toISOString();
    const end = new Date(window.until).toISOString();
    const url = new URL(`${this.#baseUrl}/sales`);
    url.searchParams.set('since', String(start));
    url.searchParams.set('until', String(end));
    let number = window.page?.number ?? 0;
    const checkEmpty = emptyGuard();
    const checkProgress = repeatGuard();
    for (;;) {
      const place: RecordPlace = { resource: 'sales', page: ++reading.pages, attempt: 0, record: 0, state: undefined };
      url.searchParams.set('page', String(number));
      const { records, hasMore } = await this.#fetchPage(url, selectSales, place, signal);
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      checkEmpty(records.length, place);
      number += 1;
      const position = !hasMore ? null : { number };
      yield { place, records, position };
      if (position === null) return;
    }
  }
}

/** The records at `items`. */
function selectSales(
  body: unknown,
  place: RecordPlace,
): { readonly records: readonly Sale[]; readonly hasMore: boolean } {
  if (body === undefined) return { records: [], hasMore: false }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records)) throw new PartsResponseError(place, 'no_records', ': expected a list at "items"');
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeSale(record, place);
    }),
    hasMore: flag((body as { readonly more?: unknown } | null | undefined)?.more, 'more', place),
  };
}
