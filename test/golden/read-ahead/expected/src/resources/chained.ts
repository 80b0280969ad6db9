// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { AheadResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { cursorAt, repeatGuard } from '../pagination.ts';
import { decodeChained, type Chained } from '../records/chained.ts';
import { ReadAhead } from '../read-ahead.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ChainedState {
  readonly v: 1;
  readonly resource: 'chained';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'cursor of /chained';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The cursor of the next page. Null: the read is complete. */
  readonly next: { readonly cursor: string | number } | null;
}

/** One page of `GET /chained`. */
export interface ChainedPage {
  readonly records: readonly Chained[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: ChainedState;
}

export interface ChainedReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: ChainedState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class ChainedResource {
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
   * for await (const chained of ahead.chained.list()) console.log(chained.id);
   */
  async *list(options: ChainedReadOptions = {}): AsyncGenerator<Chained, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /chained`, page after page by cursor, `next` of the body, until it is null or missing. */
  async *pages({ state, signal }: ChainedReadOptions = {}): AsyncGenerator<ChainedPage, void, undefined> {
    const url = new URL(`${this.#baseUrl}/chained`);
    const token = { v: 1, resource: 'chained', shape: 'cursor of /chained', origin: url.origin } as const;
    checkState(state, token, (next) =>
      typeof next.cursor === 'string' ? next.cursor !== '' : Number.isSafeInteger(next.cursor),
    );
    let cursor = state?.next?.cursor ?? null;
    const checkProgress = repeatGuard();
    const ahead = new ReadAhead(signal, (page, _, signal) => {
      const place: RecordPlace = { resource: 'chained', page, attempt: 0, record: 0, state };
      if (cursor !== null) url.searchParams.set('cursor', String(cursor));
      return { place, answer: this.#fetchPage(url, selectChained, place, signal) };
    });
    try {
      for (let page = 1; ; page++) {
        const {
          place,
          answer: { records, nextCursor },
        } = await ahead.take(page, state);
        if (nextCursor !== null) checkProgress(String(nextCursor), place);
        cursor = nextCursor;
        state = { ...token, next: cursor === null ? null : { cursor } };
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
function selectChained(
  body: unknown,
  place: RecordPlace,
): { readonly records: readonly Chained[]; readonly nextCursor: string | number | null } {
  if (body === undefined) return { records: [], nextCursor: null }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records)) throw new AheadResponseError(place, 'no_records', ': expected a list at "items"');
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeChained(record, place);
    }),
    nextCursor: cursorAt((body as { readonly next?: unknown } | null | undefined)?.next, 'next', place),
  };
}
