// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { AheadPaginationError, AheadResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen, wholeNumber } from '../internal/pagination.ts';
import { ReadAhead } from '../internal/read-ahead.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { decodeNumbered, type Numbered } from '../records/numbered.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface NumberedState {
  readonly v: 1;
  readonly resource: 'numbered';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'page_number of /numbered';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The page to ask for next. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly number?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `POST /numbered`. */
export interface NumberedPage {
  readonly records: readonly Numbered[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** How many pages the API says that there are; 0 where an answer has no content. */
  readonly totalPages: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: NumberedState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface NumberedReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: NumberedState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class NumberedResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;

  constructor(fetchPage: FetchPage, baseUrl: string) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
  }

  /**
   * Every record, one at a time; up to 2 pages are on their way at once.
   *
   * @example
   * for await (const numbered of ahead.numbered.list()) console.log(numbered.id);
   */
  async *list(options: NumberedReadOptions = {}): AsyncGenerator<Numbered, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: NumberedReadOptions = {}): Promise<Numbered[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: NumberedReadOptions & { readonly limit?: number } = {}): Promise<Numbered[]> {
    return take(this.list(options), limit);
  }

  /** `POST /numbered`, pages by number from 1, until `pages` is reached or page 10 is reached, which is an error. */
  async *pages({ state, signal, forgotten = 'fail' }: NumberedReadOptions = {}): AsyncGenerator<
    NumberedPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'numbered',
      shape: 'page_number of /numbered',
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
    id: Pick<NumberedState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: NumberedState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<NumberedPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let number = state?.next?.number ?? 1;
    const guard = new PageGuard(state?.next?.seen, 3, '; does "pages" count records? Then say total: records');
    const ahead = new ReadAhead(signal, (page, number, signal) => {
      const url = new URL(`${this.#baseUrl}/numbered`);
      const place: ReadPosition = { resource: 'numbered', page, attempt: 0, record: 0, state };
      return {
        place,
        answer: this.#fetchPage(url, selectNumbered, place, signal, {
          init: { method: 'POST', body: JSON.stringify({ page: number }) },
          headers: { 'content-type': 'application/json' },
        }),
      };
    });
    try {
      for (let page = 1; ; page++) {
        const place: ReadPosition = { resource: 'numbered', page, attempt: 0, record: 0, state };
        if (number >= 10) {
          throw new AheadPaginationError(place, 'maximum_reached', 'the API has more than page 10 lets through');
        }
        const {
          answer: { records, total },
        } = await ahead.take(page, state, number);
        number += 1;
        const next =
          number >= total + 1 && total !== 10
            ? guard.end(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place)
            : { number, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
        repeatedKeys += repeated(records.map((record) => String(record.id)));
        if (next !== null) ahead.fill(2, page + 1, number, 1, Math.min(total + 1, 10));
        state = { ...id, next };
        yield { records, repeatedKeys, totalPages: total, state };
        if (next === null) return;
      }
    } finally {
      ahead.end();
    }
  }
}

/** The records at `items`. */
function selectNumbered(
  body: unknown,
  place: ReadPosition,
): { readonly records: readonly Numbered[]; readonly total: number } {
  if (body === undefined) return { records: [], total: 0 }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records))
    throw new AheadResponseError(place, 'no_records', `expected a list at "items", ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeNumbered(record, place);
    }),
    total: wholeNumber((body as { readonly pages?: unknown } | null | undefined)?.pages, 'pages', place),
  };
}
