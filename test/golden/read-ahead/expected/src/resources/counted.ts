// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { AheadResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { emptyGuard, repeatGuard, wholeNumber } from '../pagination.ts';
import { decodeCounted, type Counted } from '../records/counted.ts';
import { ReadAhead } from '../read-ahead.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface CountedState {
  readonly v: 1;
  readonly resource: 'counted';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /counted';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete. */
  readonly next: { readonly offset: number } | null;
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
   * Every record, one at a time; up to 4 pages are on their way at once.
   *
   * @example
   * for await (const counted of ahead.counted.list()) console.log(counted.id);
   */
  async *list(options: CountedReadOptions = {}): AsyncGenerator<Counted, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /counted`, 50 records a page by offset, until `total` is reached. */
  async *pages({ state, signal }: CountedReadOptions = {}): AsyncGenerator<CountedPage, void, undefined> {
    const token = {
      v: 1,
      resource: 'counted',
      shape: 'offset of /counted',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.offset) && next.offset >= 0);
    let offset = state?.next?.offset ?? 0;
    const checkEmpty = emptyGuard();
    const checkProgress = repeatGuard();
    const ahead = new ReadAhead(signal, (page, offset, signal) => {
      const url = new URL(`${this.#baseUrl}/counted?limit=50`);
      const place: RecordPlace = { resource: 'counted', page, attempt: 0, record: 0, state };
      url.searchParams.set('offset', String(offset));
      return { place, answer: this.#fetchPage(url, selectCounted, place, signal) };
    });
    try {
      for (let page = 1; ; page++) {
        const {
          place,
          answer: { records, total },
        } = await ahead.take(page, state, offset);
        if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
        checkEmpty(records.length, place);
        offset += records.length || 50; // by what came; past an empty page by what was asked
        state = { ...token, next: offset >= total ? null : { offset } };
        if (state.next !== null) ahead.fill(4, page + 1, offset, records.length, total);
        yield { records, state };
        if (state.next === null) return;
      }
    } finally {
      ahead.end();
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
  if (!Array.isArray(records)) throw new AheadResponseError(place, 'no_records', ': expected a list at "items"');
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeCounted(record, place);
    }),
    total: wholeNumber((body as { readonly total?: unknown } | null | undefined)?.total, 'total', place),
  };
}
