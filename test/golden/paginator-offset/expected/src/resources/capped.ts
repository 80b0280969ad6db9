// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { OffsetsResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { repeatGuard } from '../pagination.ts';
import { decodeCapped, type Capped } from '../records/capped.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface CappedState {
  readonly v: 1;
  readonly resource: 'capped';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /capped';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete. */
  readonly next: { readonly offset: number } | null;
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
   * for await (const capped of offsets.capped.list()) console.log(capped.id);
   */
  async *list(options: CappedReadOptions = {}): AsyncGenerator<Capped, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /capped`, 50 records a page by offset, until a page is empty or offset 200 is reached. */
  async *pages({ state, signal }: CappedReadOptions = {}): AsyncGenerator<CappedPage, void, undefined> {
    const url = new URL(`${this.#baseUrl}/capped?limit=50`);
    const token = { v: 1, resource: 'capped', shape: 'offset of /capped', origin: url.origin } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.offset) && next.offset >= 0);
    let offset = state?.next?.offset ?? 0;
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'capped', page, attempt: 0, record: 0, state };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectCapped, place, signal);
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      state = { ...token, next: offset >= 200 || records.length === 0 ? null : { offset } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** The records at `items`. */
function selectCapped(body: unknown, place: RecordPlace): readonly Capped[] {
  const records = body === undefined ? [] : (body as { readonly items?: unknown } | null | undefined)?.items; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new OffsetsResponseError(place, 'no_records', ': expected a list at "items"');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeCapped(record, place);
  });
}
