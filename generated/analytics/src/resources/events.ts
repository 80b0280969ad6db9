// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { checkCursor, Cursor, type CursorState } from '../cursor.ts';
import { instantOf } from '../instants.ts';
import { AnalyticsResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { repeatGuard } from '../pagination.ts';
import { decodeEvent, type Event } from '../records/event.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface EventsState {
  readonly v: 1;
  readonly resource: 'events';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /v1/events';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** How far the read has come. */
  readonly cursor: CursorState<string>;
  /** Records read so far. Null: the read is complete. */
  readonly next: { readonly offset: number } | null;
}

/** One page of `GET /v1/events`. */
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

/** Every tracked event. */
export class EventsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #options: { readonly startDate: string | undefined };

  constructor(fetchPage: FetchPage, baseUrl: string, options: { readonly startDate: string | undefined }) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#options = options;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const event of analytics.events.list()) console.log(event.customer_id);
   */
  async *list(options: EventsReadOptions = {}): AsyncGenerator<Event, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /v1/events`, 100 records a page by offset, until a page is empty; only what is new by `timestamp`. */
  async *pages({ state, signal }: EventsReadOptions = {}): AsyncGenerator<EventsPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const token = {
      v: 1,
      resource: 'events',
      shape: 'offset of /v1/events',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.offset) && next.offset >= 0);
    if (state !== undefined) {
      checkCursor(
        state.cursor,
        (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
        'events',
        state,
      );
    }
    const bookmark = new Cursor<string>(
      state?.cursor,
      this.#options.startDate ?? null,
      (value) => instantOf(value).epochNanoseconds,
    );
    const start = bookmark.start;
    const url = new URL(`${this.#baseUrl}/v1/events`);
    if (start !== null) url.searchParams.set('since', String(start));
    url.searchParams.set('limit', '100');
    let offset = state?.next?.offset ?? 0;
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'events', page, attempt: 0, record: 0, state, secrets };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectEvents, place, signal);
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      const fresh = records.filter((record) => bookmark.admits(record.timestamp, record));
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      const next = records.length === 0 ? null : { offset };
      state = { ...token, cursor: bookmark.save(next === null), next };
      yield { records: fresh, state };
      if (state.next === null) return;
    }
  }
}

/** The records at `data`. */
function selectEvents(body: unknown, place: RecordPlace): readonly Event[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new AnalyticsResponseError(place, 'no_records', ': expected a list at "data"');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeEvent(record, place);
  });
}
