// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { FeedsResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { cursorAt, gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { decodeEvent, type Event } from '../records/event.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface EventsState {
  readonly v: 1;
  readonly resource: 'events';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'cursor of /events, as a change feed';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Where the next run begins: the position of the API at which the last read that is complete ended. Null: at the beginning. */
  readonly since: { readonly token: string | number } | null;
  /** The cursor of the next page. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly cursor?: string | number; readonly seen?: PagesSeen; readonly again?: true } | null;
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
}

export interface EventsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: EventsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: restart. */
  readonly forgotten?: Forgotten | undefined;
}

export class EventsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;

  constructor(fetchPage: FetchPage, baseUrl: string) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const event of feeds.events.list()) console.log(event.id);
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

  /** `GET /events`, page after page by cursor, `nextPageToken` of the body, until it is null or missing. */
  async *pages({ state, signal, forgotten = 'restart' }: EventsReadOptions = {}): AsyncGenerator<
    EventsPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'events',
      shape: 'cursor of /events, as a change feed',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        next.again === true ||
        (typeof next.cursor === 'string' ? next.cursor !== '' : Number.isSafeInteger(next.cursor)),
      ({ token }) => typeof token === 'string' || Number.isSafeInteger(token),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<EventsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: EventsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<EventsPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/events`);
    let since = state?.since ?? null;
    let cursor = state?.next?.cursor ?? null;
    if (since?.token !== undefined) url.searchParams.set('syncToken', String(since.token));
    const guard = new PageGuard(state?.next?.seen, 100);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'events', page, attempt: 0, record: 0, state };
      if (cursor !== null) url.searchParams.set('pageToken', String(cursor));
      const { records, nextCursor, reached } = await this.#fetchPage(url, selectEvents, place, signal);
      cursor = nextCursor;
      const next =
        cursor === null
          ? null
          : {
              cursor,
              seen: guard.after(String(cursor), records.length, place, pageKey(records[0]?.id, records.at(-1)?.id)),
            };
      if (next === null) {
        if (reached === null)
          throw new FeedsResponseError(
            place,
            'invalid_page',
            'the last page has no "nextSyncToken", where the next run would begin',
          );
        since = { token: reached };
      }
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = { ...id, since, next };
      yield { records, repeatedKeys, state };
      if (next === null) return;
    }
  }
}

/** The records at `items`. */
function selectEvents(
  body: unknown,
  place: ReadPosition,
): {
  readonly records: readonly Event[];
  readonly nextCursor: string | number | null;
  readonly reached: string | number | null;
} {
  if (body === undefined) return { records: [], nextCursor: null, reached: null }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records))
    throw new FeedsResponseError(place, 'no_records', `expected a list at "items", ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeEvent(record, place);
    }),
    nextCursor: cursorAt(
      (body as { readonly nextPageToken?: unknown } | null | undefined)?.nextPageToken,
      'nextPageToken',
      place,
    ),
    reached: cursorAt(
      (body as { readonly nextSyncToken?: unknown } | null | undefined)?.nextSyncToken,
      'nextSyncToken',
      place,
    ),
  };
}
