// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ReadPosition } from '../errors.ts';
import { checkCursor, Cursor, type CursorState } from '../internal/cursor.ts';
import type { FetchPage } from '../internal/http.ts';
import { refuseMore } from '../internal/more.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { recordsAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { isWindow, windowsUntil } from '../internal/windows.ts';
import { type Day, decodeDay } from '../records/day.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface DaysState {
  readonly v: 1;
  readonly resource: 'days';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
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
    readonly page: { readonly again?: true } | null;
  } | null;
}

/** One page of `GET /days`. */
export interface DaysPage {
  readonly records: readonly Day[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: DaysState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
  /** What is unusual about this read, in words. */
  readonly notes?: readonly string[];
}

export interface DaysReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: DaysState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class DaysResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #wallClock: () => number;

  constructor(fetchPage: FetchPage, baseUrl: string, wallClock: () => number) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#wallClock = wallClock;
  }

  /**
   * Every record, one at a time.
   *
   * @example
   * for await (const day of ledger.days.list()) console.log(day.id);
   */
  async *list(options: DaysReadOptions = {}): AsyncGenerator<Day, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: DaysReadOptions = {}): Promise<Day[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: DaysReadOptions & { readonly limit?: number } = {}): Promise<Day[]> {
    return take(this.list(options), limit);
  }

  /** `GET /days`, in one request; only what is new by `day`, window after window. */
  async *pages({ state, signal, forgotten = 'fail' }: DaysReadOptions = {}): AsyncGenerator<DaysPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'days',
      shape: 'single_page of /days',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => isWindow(next) && (next.page === null || next.page.again === true),
    );
    if (state !== undefined)
      checkCursor(
        state.cursor,
        (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
        'days',
        state,
      );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<DaysState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: DaysState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<DaysPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let page = 0;
    const bookmark = this.#cursorFrom(state?.cursor, state);
    const origin = Math.floor((bookmark.begin ?? 0) / 86_400_000) * 86_400_000;
    const first = Math.min(origin, Math.floor((bookmark.first ?? 0) / 86_400_000) * 86_400_000); // the API is asked for nothing before it
    const last = Math.ceil((bookmark.end ?? 0) / 86_400_000) * 86_400_000;
    const windows = windowsUntil(
      last,
      (n) => origin + n * 2_592_000_000,
      (since) => Math.max(since - 86_400_000, first),
      state?.next,
    );
    for (const window of windows) {
      const read = bookmark.enter(
        new Date(window.since).toISOString().slice(0, 10),
        new Date(window.until).toISOString().slice(0, 10),
        window.read,
      );
      const start = new Date(window.from).toISOString().slice(0, 10);
      const end = new Date(window.until).toISOString().slice(0, 10);
      const url = new URL(`${this.#baseUrl}/days`);
      url.searchParams.set('from', String(start));
      url.searchParams.set('to', String(end));
      const place: ReadPosition = { resource: 'days', page: ++page, attempt: 0, record: 0, state };
      const records = await this.#fetchPage(url, selectDays, place, signal);
      const fresh = bookmark.fresh(records, place);
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = {
        ...id,
        cursor: bookmark.toState(false),
        next: { since: window.since, until: window.until, read, page: null },
      };
      yield { records: fresh, repeatedKeys, state, ...bookmark.takeNotes() };
    }
    state = { ...id, cursor: bookmark.toState(true), next: null };
    yield { records: [], repeatedKeys, state };
  }

  /** What follows `day` through a read. */
  #cursorFrom(saved: CursorState<string> | undefined, state: unknown): Cursor<Day, string> {
    return new Cursor<Day, string>({
      resource: 'days',
      state,
      saved,
      initial: '2026-01-01',
      end: '2026-03-01',
      valueOf: (record) => record.day,
      order: (value) => value,
      scale: (value) => Date.parse(value),
      back: 86400000,
      clock: {
        now: this.#wallClock(),
        valueAt: (ms) => new Date(ms).toISOString().slice(0, 10),
        orderAt: (ms) => new Date(ms).toISOString().slice(0, 10),
      },
      appends: true,
    });
  }
}

/** The records at `data`, or the one that it is. */
function selectDays(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Day[] {
  refuseMore(response.headers, place);
  const records = recordsAt((body as { readonly data?: unknown } | null | undefined)?.data, body, ['data'], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeDay(record, place);
  });
}
