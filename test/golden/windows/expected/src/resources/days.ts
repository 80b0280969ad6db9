// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { checkCursor, Cursor, type CursorState } from '../cursor.ts';
import type { RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { decodeDay, type Day } from '../records/day.ts';
import { recordsAt } from '../select.ts';
import { checkState } from '../state.ts';
import { isWindow, windowsUntil } from '../windows.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface DaysState {
  readonly v: 1;
  readonly resource: 'days';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'single_page of /days';
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
    /** Always null: a window has one page. */
    readonly page: null;
  } | null;
}

/** One page of `GET /days`. */
export interface DaysPage {
  readonly records: readonly Day[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: DaysState;
}

export interface DaysReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: DaysState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class DaysResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;

  constructor(fetchPage: FetchPage, baseUrl: string) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
  }

  /**
   * Every record, one at a time.
   *
   * @example
   * for await (const day of ledger.days.list()) console.log(day.id);
   */
  async *list(options: DaysReadOptions = {}): AsyncGenerator<Day, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /days`, in one request; only what is new by `day`, window after window. */
  async *pages({ state, signal }: DaysReadOptions = {}): AsyncGenerator<DaysPage, void, undefined> {
    const token = {
      v: 1,
      resource: 'days',
      shape: 'single_page of /days',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    checkState(state, token, (next) => isWindow(next) && next.page === null);
    if (state !== undefined) {
      checkCursor(
        state.cursor,
        (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
        'days',
        state,
      );
    }
    let page = 0;
    const bookmark = new Cursor<string>(state?.cursor, '2026-01-01', (value) => value);
    const until = '2026-03-01';
    const origin = Math.floor(Date.parse(bookmark.start ?? '2026-01-01') / 86_400_000) * 86_400_000;
    const last = Math.ceil(Date.parse(until) / 86_400_000) * 86_400_000;
    for (const window of windowsUntil(last, (n) => origin + n * 2_592_000_000, state?.next)) {
      const read = bookmark.enter(
        new Date(window.since).toISOString().slice(0, 10),
        new Date(window.until).toISOString().slice(0, 10),
        window.read,
      );
      const start = new Date(window.since).toISOString().slice(0, 10);
      const end = new Date(window.until).toISOString().slice(0, 10);
      const url = new URL(`${this.#baseUrl}/days`);
      url.searchParams.set('from', String(start));
      url.searchParams.set('to', String(end));
      const place: RecordPlace = { resource: 'days', page: ++page, attempt: 0, record: 0, state };
      const records = await this.#fetchPage(url, selectDays, place, signal);
      const fresh = records.filter((record) => {
        const value = record.day;
        return bookmark.admits(value, record) && (until === null || value < until);
      });
      state = {
        ...token,
        cursor: bookmark.save(false),
        next: { since: window.since, until: window.until, read, page: null },
      };
      yield { records: fresh, state };
    }
    state = { ...token, cursor: bookmark.save(true), next: null };
    yield { records: [], state };
  }
}

/** The records at `data`, or the one that it is. */
function selectDays(body: unknown, place: RecordPlace): readonly Day[] {
  const records = recordsAt((body as { readonly data?: unknown } | null | undefined)?.data, body, ['data'], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeDay(record, place);
  });
}
