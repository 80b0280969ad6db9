// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { AheadResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import type { Answer } from '../internal/transport/exchange.ts';
import { linkedPage, ownLink, repeatGuard } from '../pagination.ts';
import { decodeLinked, type Linked } from '../records/linked.ts';
import { ReadAhead } from '../read-ahead.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface LinkedState {
  readonly v: 1;
  readonly resource: 'linked';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'header_link of /linked';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Path and query of the next page. Null: the read is complete. */
  readonly next: { readonly link: string } | null;
}

/** One page of `GET /linked`. */
export interface LinkedPage {
  readonly records: readonly Linked[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: LinkedState;
}

export interface LinkedReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: LinkedState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class LinkedResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;

  constructor(fetchPage: FetchPage, baseUrl: string) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
  }

  /**
   * Every record, one at a time; the next page is on its way while one is used.
   *
   * @example
   * for await (const linked of ahead.linked.list()) console.log(linked.id);
   */
  async *list(options: LinkedReadOptions = {}): AsyncGenerator<Linked, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /linked`, page after page by the `Link` header, until it has no `rel="next"`. */
  async *pages({ state, signal }: LinkedReadOptions = {}): AsyncGenerator<LinkedPage, void, undefined> {
    let url = new URL(`${this.#baseUrl}/linked`);
    const token = { v: 1, resource: 'linked', shape: 'header_link of /linked', origin: url.origin } as const;
    checkState(
      state,
      token,
      (next) => typeof next.link === 'string' && ownLink(next.link, new URL(token.origin)) !== undefined,
    );
    const saved = state?.next;
    if (saved) url = new URL(saved.link, url);
    const checkProgress = repeatGuard();
    const ahead = new ReadAhead(signal, (page, _, signal) => {
      const place: RecordPlace = { resource: 'linked', page, attempt: 0, record: 0, state };
      return { place, answer: this.#fetchPage(url, selectLinked, place, signal) };
    });
    try {
      for (let page = 1; ; page++) {
        const {
          place,
          answer: { records, link },
        } = await ahead.take(page, state);
        if (link !== null) checkProgress(link.href, place);
        if (link !== null) url = link;
        state = { ...token, next: link && { link: link.pathname + link.search } };
        if (state.next !== null) ahead.start(page + 1);
        yield { records, state };
        if (state.next === null) return;
      }
    } finally {
      ahead.end();
    }
  }
}

/** The records at `items`. */
function selectLinked(
  body: unknown,
  place: RecordPlace,
  response: Answer,
  url: URL,
): { readonly records: readonly Linked[]; readonly link: URL | null } {
  if (body === undefined) return { records: [], link: null }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records)) throw new AheadResponseError(place, 'no_records', ': expected a list at "items"');
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeLinked(record, place);
    }),
    link: linkedPage(response.headers, 'next', url, place),
  };
}
