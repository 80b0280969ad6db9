// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { LinksResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import {
  gotInstead,
  isBody,
  isMethod,
  linkAt,
  type LinkedRequest,
  linkedRequest,
  ownLink,
  PageGuard,
  pageKey,
  type PagesSeen,
} from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeFound, type Found } from '../records/found.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface FoundState {
  readonly v: 1;
  readonly resource: 'found';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'json_link of /search';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Path and query of the next page. What the next page is asked for with. The body of the next request. Null: the read is complete, and the next one begins with the first page. */
  readonly next: {
    readonly link?: string;
    readonly method?: string;
    readonly body?: string;
    readonly seen?: PagesSeen;
    readonly again?: true;
  } | null;
}

/** One page of `POST /search`. */
export interface FoundPage {
  readonly records: readonly Found[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: FoundState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface FoundReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: FoundState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class FoundResource {
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
   * for await (const found of links.found.list()) console.log(found.id);
   */
  async *list(options: FoundReadOptions = {}): AsyncGenerator<Found, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: FoundReadOptions = {}): Promise<Found[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: FoundReadOptions & { readonly limit?: number } = {}): Promise<Found[]> {
    return take(this.list(options), limit);
  }

  /** `POST /search`, page after page by the link at `links[?@.rel == 'next'].href` of the body, until there is none. */
  async *pages({ state, signal, forgotten = 'fail' }: FoundReadOptions = {}): AsyncGenerator<
    FoundPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'found',
      shape: 'json_link of /search',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        next.again === true ||
        (typeof next.link === 'string' &&
          ownLink(next.link, new URL(id.origin)) !== undefined &&
          isMethod(next.method) &&
          (next.body === undefined || isBody(next.body))),
    );
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<FoundState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: FoundState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<FoundPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let url = new URL(`${this.#baseUrl}/search`);
    const saved = state?.next;
    if (saved?.link !== undefined) url = new URL(saved.link, url);
    let sent: LinkedRequest = { method: 'POST', body: JSON.stringify({ limit: 100 }) };
    if (saved?.method !== undefined)
      sent = { method: saved.method, ...(saved.body !== undefined && { body: saved.body }) };
    const guard = new PageGuard(state?.next?.seen, 100);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'found', page, attempt: 0, record: 0, state };
      const { records, link, sends } = await this.#fetchPage(
        url,
        (body, place, response, url) => selectFound(body, place, response, url, sent),
        place,
        signal,
        { init: sent, headers: { ...(sent.body !== undefined && { 'content-type': 'application/json' }) } },
      );
      if (link !== null) [url, sent] = [link, sends];
      const next =
        link === null
          ? null
          : {
              link: link.pathname + link.search,
              ...sent,
              seen: guard.after(
                JSON.stringify([url.href, sent]),
                records.length,
                place,
                pageKey(records[0]?.id, records.at(-1)?.id),
              ),
            };
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = { ...id, next };
      yield { records, repeatedKeys, state };
      if (next === null) return;
    }
  }
}

/** The records at `features`. */
function selectFound(
  body: unknown,
  place: ReadPosition,
  _response: ApiAnswer,
  url: URL,
  sent: LinkedRequest,
): { readonly records: readonly Found[]; readonly link: URL | null; readonly sends: LinkedRequest } {
  if (body === undefined) return { records: [], link: null, sends: sent }; // 204 No Content
  const records = (body as { readonly features?: unknown } | null | undefined)?.features;
  if (!Array.isArray(records))
    throw new LinksResponseError(place, 'no_records', `expected a list at "features", ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeFound(record, place);
    }),
    link: linkAt(
      (
        body as
          | {
              readonly links?:
                | readonly (({ readonly href?: unknown } | null | undefined) & { readonly rel?: unknown })[]
                | null
                | undefined;
            }
          | null
          | undefined
      )?.links?.find?.((each) => each?.rel === 'next')?.href,
      "links[?@.rel == 'next'].href",
      url,
      place,
    ),
    sends: linkedRequest(
      (
        body as
          { readonly links?: readonly (unknown & { readonly rel?: unknown })[] | null | undefined } | null | undefined
      )?.links?.find?.((each) => each?.rel === 'next'),
      sent,
      place,
    ),
  };
}
