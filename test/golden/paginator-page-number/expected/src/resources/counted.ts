// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { NumbersResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen, wholeNumber } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { type Counted, decodeCounted } from '../records/counted.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface CountedState {
  readonly v: 1;
  readonly resource: 'counted';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'page_number of /counted';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The page to ask for next. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly number?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /counted`. */
export interface CountedPage {
  readonly records: readonly Counted[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** How many pages the API says that there are; 0 where an answer has no content. */
  readonly totalPages: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: CountedState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface CountedReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: CountedState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
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
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: CountedReadOptions = {}): Promise<Counted[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: CountedReadOptions & { readonly limit?: number } = {}): Promise<Counted[]> {
    return take(this.list(options), limit);
  }

  /** `GET /counted`, pages by number from 0, until `pages` is reached. */
  async *pages({ state, signal, forgotten = 'fail' }: CountedReadOptions = {}): AsyncGenerator<
    CountedPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'counted',
      shape: 'page_number of /counted',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => next.again === true || (Number.isSafeInteger(next.number) && (next.number ?? -1) >= 0),
    );
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<CountedState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: CountedState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<CountedPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/counted`);
    let number = state?.next?.number ?? 0;
    const guard = new PageGuard(state?.next?.seen, 3, '; does "pages" count records? Then say total: records');
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'counted', page, attempt: 0, record: 0, state };
      url.searchParams.set('p', String(number));
      const { records, total } = await this.#fetchPage(url, selectCounted, place, signal);
      number += 1;
      const next =
        number >= total
          ? guard.end(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place)
          : { number, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = { ...id, next };
      yield { records, repeatedKeys, totalPages: total, state };
      if (next === null) return;
    }
  }
}

/** The records at `items`. */
function selectCounted(
  body: unknown,
  place: ReadPosition,
): { readonly records: readonly Counted[]; readonly total: number } {
  if (body === undefined) return { records: [], total: 0 }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records))
    throw new NumbersResponseError(place, 'no_records', `expected a list at "items", ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeCounted(record, place);
    }),
    total: wholeNumber((body as { readonly pages?: unknown } | null | undefined)?.pages, 'pages', place),
  };
}
