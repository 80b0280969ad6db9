// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { NumbersResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { emptyGuard, repeatGuard, wholeNumber } from '../pagination.ts';
import { decodeCounted, type Counted } from '../records/counted.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface CountedState {
  readonly v: 1;
  readonly resource: 'counted';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'page_number of /counted';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The page to ask for next. Null: the read is complete. */
  readonly next: { readonly number: number } | null;
}

/** One page of `GET /counted`. */
export interface CountedPage {
  readonly records: readonly Counted[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: CountedState;
}

export interface CountedReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: CountedState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class CountedResource {
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
   * for await (const counted of numbers.counted.list()) console.log(counted.id);
   */
  async *list(options: CountedReadOptions = {}): AsyncGenerator<Counted, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /counted`, pages by number from 0, until `pages` is reached. */
  async *pages({ state, signal }: CountedReadOptions = {}): AsyncGenerator<CountedPage, void, undefined> {
    const url = new URL(`${this.#baseUrl}/counted`);
    const token = { v: 1, resource: 'counted', shape: 'page_number of /counted', origin: url.origin } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.number) && next.number >= 0);
    let number = state?.next?.number ?? 0;
    const checkEmpty = emptyGuard();
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'counted', page, attempt: 0, record: 0, state };
      url.searchParams.set('p', String(number));
      const { records, total } = await this.#fetchPage(url, selectCounted, place, signal);
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      checkEmpty(records.length, place);
      number += 1;
      state = { ...token, next: number >= total ? null : { number } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** The records at `items`. */
function selectCounted(
  body: unknown,
  place: RecordPlace,
): { readonly records: readonly Counted[]; readonly total: number } {
  if (body === undefined) return { records: [], total: 0 }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records)) throw new NumbersResponseError(place, 'no_records', ': expected a list at "items"');
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeCounted(record, place);
    }),
    total: wholeNumber((body as { readonly pages?: unknown } | null | undefined)?.pages, 'pages', place),
  };
}
