// Code generated from specs/contact-center.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/contact-center.yaml

import { ContactCenterResponseError, type ReadPosition } from '../errors.ts';
import { checkCursor, Cursor, type CursorState } from '../internal/cursor.ts';
import type { FetchPage } from '../internal/http.ts';
import { instantOf } from '../internal/instants.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { canRead, timeOption, unitOf, writtenLike } from '../internal/times.ts';
import { type AccountOverview, decodeAccountOverview } from '../records/account-overview.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface AccountOverviewState {
  readonly v: 1;
  readonly resource: 'account_overview';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /v1/account_overview';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** How far the read has come. */
  readonly cursor: CursorState<string>;
  /** Records read so far. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /v1/account_overview`. */
export interface AccountOverviewPage {
  readonly records: readonly AccountOverview[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: AccountOverviewState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
  /** What is unusual about this read, in words. */
  readonly notes?: readonly string[];
}

export interface AccountOverviewReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: AccountOverviewState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: restart. */
  readonly forgotten?: Forgotten | undefined;
}

/** The state of an account at one moment. */
export class AccountOverviewResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #wallClock: () => number;
  readonly #options: { readonly startDate: string | undefined };

  constructor(
    fetchPage: FetchPage,
    baseUrl: string,
    wallClock: () => number,
    options: { readonly startDate: string | undefined },
  ) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#wallClock = wallClock;
    this.#options = options;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const accountOverview of contactCenter.accountOverview.list()) console.log(accountOverview.customer_id);
   */
  async *list(options: AccountOverviewReadOptions = {}): AsyncGenerator<AccountOverview, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: AccountOverviewReadOptions = {}): Promise<AccountOverview[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: AccountOverviewReadOptions & { readonly limit?: number } = {}): Promise<
    AccountOverview[]
  > {
    return take(this.list(options), limit);
  }

  /** `GET /v1/account_overview`, 100 records a page by offset, until a page is empty; only what is new by `current_timestamp`. */
  async *pages({ state, signal, forgotten = 'restart' }: AccountOverviewReadOptions = {}): AsyncGenerator<
    AccountOverviewPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'account_overview',
      shape: 'offset of /v1/account_overview',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => next.again === true || (Number.isSafeInteger(next.offset) && (next.offset ?? -1) >= 0),
    );
    if (state !== undefined)
      checkCursor(
        state.cursor,
        (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
        'account_overview',
        state,
      );
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<AccountOverviewState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: AccountOverviewState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<AccountOverviewPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const bookmark = this.#cursorFrom(state?.cursor, state);
    const start = writtenLike(bookmark.start, bookmark.from);
    const url = new URL(`${this.#baseUrl}/v1/account_overview`);
    if (start !== null) url.searchParams.set('since', String(start));
    url.searchParams.set('limit', '100');
    let offset = state?.next?.offset ?? 0;
    const guard = new PageGuard(state?.next?.seen);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'account_overview', page, attempt: 0, record: 0, state, secrets };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectAccountOverview, place, signal);
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      const next =
        records.length === 0
          ? null
          : { offset, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
      const fresh = bookmark.fresh(records, place);
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = { ...id, cursor: bookmark.toState(next === null), next };
      yield { records: fresh, repeatedKeys, state, ...bookmark.takeNotes() };
      if (next === null) return;
    }
  }

  /** What follows `current_timestamp` through a read. */
  #cursorFrom(saved: CursorState<string> | undefined, state: unknown): Cursor<AccountOverview, string> {
    return new Cursor<AccountOverview, string>({
      resource: 'account_overview',
      state,
      saved,
      initial: timeOption<string>(
        this.#options.startDate,
        'startDate',
        'account_overview',
        (given) => canRead(instantOf, given),
        (ms) => new Date(ms).toISOString(),
      ),
      valueOf: (record) => record.current_timestamp,
      order: (value) => instantOf(value).epochNanoseconds,
      scale: (value) => instantOf(value).epochMilliseconds,
      back: unitOf,
      clock: {
        now: this.#wallClock(),
        valueAt: (ms) => new Date(ms).toISOString(),
        orderAt: (ms) => BigInt(ms) * 1_000_000n,
      },
    });
  }
}

/** The records at `data`. */
function selectAccountOverview(body: unknown, place: ReadPosition): readonly AccountOverview[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new ContactCenterResponseError(place, 'no_records', `expected a list at "data", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeAccountOverview(record, place);
  });
}
