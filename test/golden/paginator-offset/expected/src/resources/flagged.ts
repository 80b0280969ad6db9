// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { OffsetsResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { emptyGuard, flag, repeatGuard } from '../pagination.ts';
import { decodeFlagged, type Flagged } from '../records/flagged.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface FlaggedState {
  readonly v: 1;
  readonly resource: 'flagged';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /flagged';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete. */
  readonly next: { readonly offset: number } | null;
}

/** One page of `GET /flagged`. */
export interface FlaggedPage {
  readonly records: readonly Flagged[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: FlaggedState;
}

export interface FlaggedReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: FlaggedState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class FlaggedResource {
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
   * for await (const flagged of offsets.flagged.list()) console.log(flagged.id);
   */
  async *list(options: FlaggedReadOptions = {}): AsyncGenerator<Flagged, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /flagged`, 50 records a page by offset, until `has_more` is false. */
  async *pages({ state, signal }: FlaggedReadOptions = {}): AsyncGenerator<FlaggedPage, void, undefined> {
    const url = new URL(`${this.#baseUrl}/flagged?limit=50`);
    const token = { v: 1, resource: 'flagged', shape: 'offset of /flagged', origin: url.origin } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.offset) && next.offset >= 0);
    let offset = state?.next?.offset ?? 0;
    const checkEmpty = emptyGuard();
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'flagged', page, attempt: 0, record: 0, state };
      url.searchParams.set('offset', String(offset));
      const { records, hasMore } = await this.#fetchPage(url, selectFlagged, place, signal);
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      checkEmpty(records.length, place);
      offset += records.length || 50; // by what came; past an empty page by what was asked
      state = { ...token, next: !hasMore ? null : { offset } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** The records at `items`. */
function selectFlagged(
  body: unknown,
  place: RecordPlace,
): { readonly records: readonly Flagged[]; readonly hasMore: boolean } {
  if (body === undefined) return { records: [], hasMore: false }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records)) throw new OffsetsResponseError(place, 'no_records', ': expected a list at "items"');
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeFlagged(record, place);
    }),
    hasMore: flag((body as { readonly has_more?: unknown } | null | undefined)?.has_more, 'has_more', place),
  };
}
