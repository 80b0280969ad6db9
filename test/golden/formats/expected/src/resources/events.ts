// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { FormatsResponseError, type ReadPosition } from '../errors.ts';
import { parseExactJson } from '../internal/exact-json.ts';
import type { FetchPage, Format as BodyFormat } from '../internal/http.ts';
import { jsonLines } from '../internal/json-lines.ts';
import { gotInstead, linkedPage, ownLink, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeEvent, type Event } from '../records/event.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface EventsState {
  readonly v: 1;
  readonly resource: 'events';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'header_link of /events.jsonl';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Path and query of the next page. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly link?: string; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /events.jsonl`. */
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
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
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
   * for await (const event of formats.events.list()) console.log(event.at);
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

  /** `GET /events.jsonl`, page after page by the `Link` header, until it has no `rel="next"`. */
  async *pages({ state, signal, forgotten = 'fail' }: EventsReadOptions = {}): AsyncGenerator<
    EventsPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'events',
      shape: 'header_link of /events.jsonl',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        next.again === true || (typeof next.link === 'string' && ownLink(next.link, new URL(id.origin)) !== undefined),
    );
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<EventsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: EventsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<EventsPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let url = new URL(`${this.#baseUrl}/events.jsonl`);
    const saved = state?.next;
    if (saved?.link !== undefined) url = new URL(saved.link, url);
    const guard = new PageGuard(state?.next?.seen, 100);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'events', page, attempt: 0, record: 0, state };
      const { records, link } = await this.#fetchPage(url, selectEvents, place, signal, {
        headers: { accept: 'application/x-ndjson, */*;q=0.1' },
        format: FORMAT,
      });
      if (link !== null) url = link;
      const next =
        link === null
          ? null
          : {
              link: link.pathname + link.search,
              seen: guard.after(url.href, records.length, place, pageKey(records[0]?.id, records.at(-1)?.id)),
            };
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = { ...id, next };
      yield { records, repeatedKeys, state };
      if (next === null) return;
    }
  }
}

/** Bodies are JSON Lines. */
const FORMAT: BodyFormat = jsonLines(parseExactJson);

/** The records: the body itself. */
function selectEvents(
  body: unknown,
  place: ReadPosition,
  response: ApiAnswer,
  url: URL,
): { readonly records: readonly Event[]; readonly link: URL | null } {
  if (body === undefined) return { records: [], link: null }; // 204 No Content
  const records = body;
  if (!Array.isArray(records))
    throw new FormatsResponseError(place, 'no_records', `expected the body to be a list, ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeEvent(record, place);
    }),
    link: linkedPage(response.headers, 'next', url, place),
  };
}
