// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { AnalyticsResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { repeatGuard } from '../pagination.ts';
import { decodeEventsList, type EventsList } from '../records/events-list.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface EventsListState {
  readonly v: 1;
  readonly resource: 'events_list';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /v1/events/list';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete. */
  readonly next: { readonly offset: number } | null;
}

/** One page of `GET /v1/events/list`. */
export interface EventsListPage {
  readonly records: readonly EventsList[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: EventsListState;
}

export interface EventsListReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: EventsListState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A kind of event that can be tracked. */
export class EventsListResource {
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
   * for await (const eventsList of analytics.eventsList.list()) console.log(eventsList.display_name);
   */
  async *list(options: EventsListReadOptions = {}): AsyncGenerator<EventsList, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /v1/events/list`, 100 records a page by offset, until a page is empty. */
  async *pages({ state, signal }: EventsListReadOptions = {}): AsyncGenerator<EventsListPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const url = new URL(`${this.#baseUrl}/v1/events/list?limit=100`);
    const token = { v: 1, resource: 'events_list', shape: 'offset of /v1/events/list', origin: url.origin } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.offset) && next.offset >= 0);
    let offset = state?.next?.offset ?? 0;
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'events_list', page, attempt: 0, record: 0, state, secrets };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectEventsList, place, signal);
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      state = { ...token, next: records.length === 0 ? null : { offset } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** The records at `data`. */
function selectEventsList(body: unknown, place: RecordPlace): readonly EventsList[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new AnalyticsResponseError(place, 'no_records', ': expected a list at "data"');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeEventsList(record, place);
  });
}
