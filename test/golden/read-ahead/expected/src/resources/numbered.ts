// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { AheadResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { emptyGuard, repeatGuard, wholeNumber } from '../pagination.ts';
import { decodeNumbered, type Numbered } from '../records/numbered.ts';
import { ReadAhead } from '../read-ahead.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface NumberedState {
  readonly v: 1;
  readonly resource: 'numbered';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'page_number of /numbered';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The page to ask for next. Null: the read is complete. */
  readonly next: { readonly number: number } | null;
}

/** One page of `POST /numbered`. */
export interface NumberedPage {
  readonly records: readonly Numbered[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: NumberedState;
}

export interface NumberedReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: NumberedState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
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
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `POST /numbered`, pages by number from 1, until `pages` is reached or page 10 is reached. */
  async *pages({ state, signal }: NumberedReadOptions = {}): AsyncGenerator<NumberedPage, void, undefined> {
    const token = {
      v: 1,
      resource: 'numbered',
      shape: 'page_number of /numbered',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.number) && next.number >= 0);
    let number = state?.next?.number ?? 1;
    const checkEmpty = emptyGuard();
    const checkProgress = repeatGuard();
    const ahead = new ReadAhead(signal, (page, number, signal) => {
      const url = new URL(`${this.#baseUrl}/numbered`);
      const place: RecordPlace = { resource: 'numbered', page, attempt: 0, record: 0, state };
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
        const {
          place,
          answer: { records, total },
        } = await ahead.take(page, state, number);
        if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
        checkEmpty(records.length, place);
        number += 1;
        state = { ...token, next: number >= 10 || number >= total + 1 ? null : { number } };
        if (state.next !== null) ahead.fill(2, page + 1, number, 1, Math.min(total + 1, 10));
        yield { records, state };
        if (state.next === null) return;
      }
    } finally {
      ahead.end();
    }
  }
}

/** The records at `items`. */
function selectNumbered(
  body: unknown,
  place: RecordPlace,
): { readonly records: readonly Numbered[]; readonly total: number } {
  if (body === undefined) return { records: [], total: 0 }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records)) throw new AheadResponseError(place, 'no_records', ': expected a list at "items"');
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeNumbered(record, place);
    }),
    total: wholeNumber((body as { readonly pages?: unknown } | null | undefined)?.pages, 'pages', place),
  };
}
