// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ReadPosition } from '../errors.ts';
import { checkCursor, Cursor, type CursorState } from '../internal/cursor.ts';
import { parseExactJson } from '../internal/exact-json.ts';
import type { FetchPage } from '../internal/http.ts';
import { refuseMore } from '../internal/more.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { recordsAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { timeOption } from '../internal/times.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { isWindow, millisecondsOf, windowsUntil } from '../internal/windows.ts';
import { decodeTrace, type Trace } from '../records/trace.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface TracesState {
  readonly v: 1;
  readonly resource: 'traces';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /traces';
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

/** One page of `GET /traces`. */
export interface TracesPage {
  readonly records: readonly Trace[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: TracesState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface TracesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: TracesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class TracesResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #wallClock: () => number;
  readonly #options: { readonly since: string };

  constructor(fetchPage: FetchPage, baseUrl: string, wallClock: () => number, options: { readonly since: string }) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#wallClock = wallClock;
    this.#options = options;
  }

  /**
   * Every record, one at a time.
   *
   * @example
   * for await (const trace of ledger.traces.list()) console.log(trace.id);
   */
  async *list(options: TracesReadOptions = {}): AsyncGenerator<Trace, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: TracesReadOptions = {}): Promise<Trace[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: TracesReadOptions & { readonly limit?: number } = {}): Promise<Trace[]> {
    return take(this.list(options), limit);
  }

  /** `GET /traces`, in one request; only what is new by `at`, window after window. */
  async *pages({ state, signal, forgotten = 'fail' }: TracesReadOptions = {}): AsyncGenerator<
    TracesPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'traces',
      shape: 'single_page of /traces',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => isWindow(next) && (next.page === null || next.page.again === true),
    );
    if (state !== undefined)
      checkCursor(state.cursor, (value) => typeof value === 'string' && /^-?\d+$/.test(value), 'traces', state);
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<TracesState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: TracesState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<TracesPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let page = 0;
    const bookmark = this.#cursorFrom(state?.cursor, state);
    const origin = millisecondsOf(bookmark.begin ?? 0n);
    const first = Math.min(origin, millisecondsOf(bookmark.first ?? 0n)); // the API is asked for nothing before it
    const last = this.#wallClock();
    const windows = windowsUntil(
      last,
      (n) => origin + n * 86_400_000,
      (since) => Math.max(since - 1, first),
      state?.next,
    );
    for (const window of windows) {
      const read = bookmark.enter(BigInt(window.since) * 1_000_000n, BigInt(window.until) * 1_000_000n, window.read);
      const start = BigInt(window.from) * 1_000_000n;
      const end = BigInt(window.until) * 1_000_000n;
      const url = new URL(`${this.#baseUrl}/traces`);
      url.searchParams.set('from', String(start));
      url.searchParams.set('to', String(end));
      const place: ReadPosition = { resource: 'traces', page: ++page, attempt: 0, record: 0, state };
      const records = await this.#fetchPage(url, selectTraces, place, signal, { parse: parseExactJson });
      const fresh = bookmark.fresh(records, place);
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = {
        ...id,
        cursor: bookmark.toState(false),
        next: { since: window.since, until: window.until, read, page: null },
      };
      yield { records: fresh, repeatedKeys, state };
    }
    state = { ...id, cursor: bookmark.toState(true), next: null };
    yield { records: [], repeatedKeys, state };
  }

  /** What follows `at` through a read. */
  #cursorFrom(saved: CursorState<string> | undefined, state: unknown): Cursor<Trace, string, bigint> {
    return new Cursor<Trace, string, bigint>({
      resource: 'traces',
      state,
      saved,
      initial: timeOption<string>(
        this.#options.since,
        'since',
        'traces',
        (given) => /^-?\d+$/.test(String(given)),
        (ms) => String(BigInt(ms) * 1_000_000n),
      ),
      valueOf: (record) => String(record.at),
      order: (value) => BigInt(value),
      scale: (value) => BigInt(value),
      back: 1n,
    });
  }
}

/** The records at `data`, or the one that it is. */
function selectTraces(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Trace[] {
  refuseMore(response.headers, place);
  const records = recordsAt((body as { readonly data?: unknown } | null | undefined)?.data, body, ['data'], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeTrace(record, place);
  });
}
