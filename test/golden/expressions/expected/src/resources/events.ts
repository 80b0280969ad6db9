// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { refuseMore } from '../internal/more.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { recordsAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { monthsLater } from '../internal/times.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeEvent, type Event } from '../records/event.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface EventsState {
  readonly v: 1;
  readonly resource: 'events';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /events';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `POST /events`. */
export interface EventsPage {
  readonly records: readonly Event[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
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

  constructor(fetchPage: FetchPage, baseUrl: string, wallClock: () => number) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#wallClock = wallClock;
  }

  /**
   * Every record, one at a time.
   *
   * @example
   * for await (const event of expressions.events.list()) console.log(event.id);
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

  /** `POST /events`, in one request. */
  async *pages({ state: saved, signal }: EventsReadOptions = {}): AsyncGenerator<EventsPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'events',
      shape: 'single_page of /events',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    const now = this.#wallClock();
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/events`);
    const place: ReadPosition = { resource: 'events', page: 1, attempt: 0, record: 0, state };
    const records = await this.#fetchPage(url, selectEvents, place, signal, {
      init: {
        method: 'POST',
        body: JSON.stringify({ from: monthsLater(now, -1) - 21_600_000, until: new Date(now).toISOString() }),
      },
      headers: { 'content-type': 'application/json' },
    });
    repeatedKeys += repeated(records.map((record) => String(record.id)));
    state = { ...id, next: null };
    yield { records, repeatedKeys, state };
  }
}

/** The records at `items`, or the one that it is. */
function selectEvents(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Event[] {
  refuseMore(response.headers, place);
  const records = recordsAt((body as { readonly items?: unknown } | null | undefined)?.items, body, ['items'], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeEvent(record, place);
  });
}
