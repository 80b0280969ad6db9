// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { AnalyticsResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { repeatGuard } from '../pagination.ts';
import { decodeCohort, type Cohort } from '../records/cohort.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface CohortsState {
  readonly v: 1;
  readonly resource: 'cohorts';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /v1/cohorts';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete. */
  readonly next: { readonly offset: number } | null;
}

/** One page of `GET /v1/cohorts`. */
export interface CohortsPage {
  readonly records: readonly Cohort[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: CohortsState;
}

export interface CohortsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: CohortsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A named group of users. */
export class CohortsResource {
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
   * for await (const cohort of analytics.cohorts.list()) console.log(cohort.description);
   */
  async *list(options: CohortsReadOptions = {}): AsyncGenerator<Cohort, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /v1/cohorts`, 100 records a page by offset, until a page is empty. */
  async *pages({ state, signal }: CohortsReadOptions = {}): AsyncGenerator<CohortsPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const url = new URL(`${this.#baseUrl}/v1/cohorts?limit=100`);
    const token = { v: 1, resource: 'cohorts', shape: 'offset of /v1/cohorts', origin: url.origin } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.offset) && next.offset >= 0);
    let offset = state?.next?.offset ?? 0;
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'cohorts', page, attempt: 0, record: 0, state, secrets };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectCohorts, place, signal);
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      state = { ...token, next: records.length === 0 ? null : { offset } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** The records at `data`. */
function selectCohorts(body: unknown, place: RecordPlace): readonly Cohort[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new AnalyticsResponseError(place, 'no_records', ': expected a list at "data"');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeCohort(record, place);
  });
}
