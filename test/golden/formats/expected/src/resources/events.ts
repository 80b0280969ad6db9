// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { FormatsResponseError, type RecordPlace } from '../errors.ts';
import { jsonLines } from '../json-lines.ts';
import type { FetchPage, Format } from '../http.ts';
import type { Answer } from '../internal/transport/exchange.ts';
import { parseExactJson } from '../exact-json.ts';
import { linkedPage, ownLink, repeatGuard } from '../pagination.ts';
import { decodeEvent, type Event } from '../records/event.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface EventsState {
  readonly v: 1;
  readonly resource: 'events';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'header_link of /events.jsonl';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Path and query of the next page. Null: the read is complete. */
  readonly next: { readonly link: string } | null;
}

/** One page of `GET /events.jsonl`. */
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
   * for await (const event of formats.events.list()) console.log(event.at);
   */
  async *list(options: EventsReadOptions = {}): AsyncGenerator<Event, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /events.jsonl`, page after page by the `Link` header, until it has no `rel="next"`. */
  async *pages({ state, signal }: EventsReadOptions = {}): AsyncGenerator<EventsPage, void, undefined> {
    let url = new URL(`${this.#baseUrl}/events.jsonl`);
    const token = { v: 1, resource: 'events', shape: 'header_link of /events.jsonl', origin: url.origin } as const;
    checkState(
      state,
      token,
      (next) => typeof next.link === 'string' && ownLink(next.link, new URL(token.origin)) !== undefined,
    );
    const saved = state?.next;
    if (saved) url = new URL(saved.link, url);
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'events', page, attempt: 0, record: 0, state };
      const { records, link } = await this.#fetchPage(url, selectEvents, place, signal, {
        headers: { accept: 'application/x-ndjson, */*;q=0.1' },
        format: FORMAT,
      });
      if (link !== null) checkProgress(link.href, place);
      if (link !== null) url = link;
      state = { ...token, next: link && { link: link.pathname + link.search } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** Bodies are JSON Lines. */
const FORMAT: Format = jsonLines(parseExactJson);

/** The records: the body itself. */
function selectEvents(
  body: unknown,
  place: RecordPlace,
  response: Answer,
  url: URL,
): { readonly records: readonly Event[]; readonly link: URL | null } {
  if (body === undefined) return { records: [], link: null }; // 204 No Content
  const records = body;
  if (!Array.isArray(records)) throw new FormatsResponseError(place, 'no_records', ': expected the body to be a list');
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeEvent(record, place);
    }),
    link: linkedPage(response.headers, 'next', url, place),
  };
}
