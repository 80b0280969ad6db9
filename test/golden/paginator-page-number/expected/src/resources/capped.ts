// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { NumbersResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { repeatGuard } from '../pagination.ts';
import { decodeCapped, type Capped } from '../records/capped.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface CappedState {
  readonly v: 1;
  readonly resource: 'capped';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'page_number of /capped';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The page to ask for next. Null: the read is complete. */
  readonly next: { readonly number: number } | null;
}

/** One page of `GET /capped`. */
export interface CappedPage {
  readonly records: readonly Capped[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: CappedState;
}

export interface CappedReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: CappedState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class CappedResource {
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
   * for await (const capped of numbers.capped.list()) console.log(capped.id);
   */
  async *list(options: CappedReadOptions = {}): AsyncGenerator<Capped, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /capped`, pages by number from 1, until a page is empty or page 5 is reached. */
  async *pages({ state, signal }: CappedReadOptions = {}): AsyncGenerator<CappedPage, void, undefined> {
    const url = new URL(`${this.#baseUrl}/capped`);
    const token = { v: 1, resource: 'capped', shape: 'page_number of /capped', origin: url.origin } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.number) && next.number >= 0);
    let number = state?.next?.number ?? 1;
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'capped', page, attempt: 0, record: 0, state };
      url.searchParams.set('page', String(number));
      const records = await this.#fetchPage(url, selectCapped, place, signal);
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      number += 1;
      state = { ...token, next: number >= 5 || records.length === 0 ? null : { number } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** The records at `items`. */
function selectCapped(body: unknown, place: RecordPlace): readonly Capped[] {
  const records = body === undefined ? [] : (body as { readonly items?: unknown } | null | undefined)?.items; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new NumbersResponseError(place, 'no_records', ': expected a list at "items"');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeCapped(record, place);
  });
}
