// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { LinksResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import type { Answer } from '../internal/transport/exchange.ts';
import { linkedPage, ownLink, repeatGuard } from '../pagination.ts';
import { decodeOlder, type Older } from '../records/older.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface OlderState {
  readonly v: 1;
  readonly resource: 'older';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'header_link of /older';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Path and query of the next page. Null: the read is complete. */
  readonly next: { readonly link: string } | null;
}

/** One page of `GET /older`. */
export interface OlderPage {
  readonly records: readonly Older[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: OlderState;
}

export interface OlderReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: OlderState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class OlderResource {
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
   * for await (const older of links.older.list()) console.log(older.id);
   */
  async *list(options: OlderReadOptions = {}): AsyncGenerator<Older, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /older`, page after page by the `Link` header, until it has no `rel="older"`. */
  async *pages({ state, signal }: OlderReadOptions = {}): AsyncGenerator<OlderPage, void, undefined> {
    let url = new URL(`${this.#baseUrl}/older`);
    const token = { v: 1, resource: 'older', shape: 'header_link of /older', origin: url.origin } as const;
    checkState(
      state,
      token,
      (next) => typeof next.link === 'string' && ownLink(next.link, new URL(token.origin)) !== undefined,
    );
    const saved = state?.next;
    if (saved) url = new URL(saved.link, url);
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'older', page, attempt: 0, record: 0, state };
      const { records, link } = await this.#fetchPage(url, selectOlder, place, signal);
      if (link !== null) checkProgress(link.href, place);
      if (link !== null) url = link;
      state = { ...token, next: link && { link: link.pathname + link.search } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** The records: the body itself. */
function selectOlder(
  body: unknown,
  place: RecordPlace,
  response: Answer,
  url: URL,
): { readonly records: readonly Older[]; readonly link: URL | null } {
  if (body === undefined) return { records: [], link: null }; // 204 No Content
  const records = body;
  if (!Array.isArray(records)) throw new LinksResponseError(place, 'no_records', ': expected the body to be a list');
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeOlder(record, place);
    }),
    link: linkedPage(response.headers, 'older', url, place),
  };
}
