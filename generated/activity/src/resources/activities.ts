// Code generated from specs/activity.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/activity.yaml

import { ActivityResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { repeatGuard } from '../pagination.ts';
import { decodeActivity, type Activity } from '../records/activity.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ActivitiesState {
  readonly v: 1;
  readonly resource: 'activities';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /v1/resource';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete. */
  readonly next: { readonly offset: number } | null;
}

/** One page of `GET /v1/resource`. */
export interface ActivitiesPage {
  readonly records: readonly Activity[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: ActivitiesState;
}

export interface ActivitiesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: ActivitiesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** One thing that a customer did. */
export class ActivitiesResource {
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
   * for await (const activity of activity.activities.list()) console.log(activity.customer_id);
   */
  async *list(options: ActivitiesReadOptions = {}): AsyncGenerator<Activity, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /v1/resource`, 100 records a page by offset, until a page is empty. */
  async *pages({ state, signal }: ActivitiesReadOptions = {}): AsyncGenerator<ActivitiesPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const url = new URL(`${this.#baseUrl}/v1/resource?limit=100`);
    const token = { v: 1, resource: 'activities', shape: 'offset of /v1/resource', origin: url.origin } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.offset) && next.offset >= 0);
    let offset = state?.next?.offset ?? 0;
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'activities', page, attempt: 0, record: 0, state, secrets };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectActivities, place, signal);
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      state = { ...token, next: records.length === 0 ? null : { offset } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** The records at `data`. */
function selectActivities(body: unknown, place: RecordPlace): readonly Activity[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new ActivityResponseError(place, 'no_records', ': expected a list at "data"');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeActivity(record, place);
  });
}
