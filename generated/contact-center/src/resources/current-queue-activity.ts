// Code generated from specs/contact-center.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/contact-center.yaml

import { ContactCenterResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { repeatGuard } from '../pagination.ts';
import { decodeCurrentQueueActivity, type CurrentQueueActivity } from '../records/current-queue-activity.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface CurrentQueueActivityState {
  readonly v: 1;
  readonly resource: 'current_queue_activity';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /v1/current_queue_activity';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete. */
  readonly next: { readonly offset: number } | null;
}

/** One page of `GET /v1/current_queue_activity`. */
export interface CurrentQueueActivityPage {
  readonly records: readonly CurrentQueueActivity[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: CurrentQueueActivityState;
}

export interface CurrentQueueActivityReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: CurrentQueueActivityState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** How busy one queue is right now. There is no history, so every read replaces the last. */
export class CurrentQueueActivityResource {
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
   * for await (const currentQueueActivity of contactCenter.currentQueueActivity.list()) console.log(currentQueueActivity.longest_wait);
   */
  async *list(options: CurrentQueueActivityReadOptions = {}): AsyncGenerator<CurrentQueueActivity, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /v1/current_queue_activity`, 100 records a page by offset, until a page is empty. */
  async *pages({ state, signal }: CurrentQueueActivityReadOptions = {}): AsyncGenerator<
    CurrentQueueActivityPage,
    void,
    undefined
  > {
    const { secrets } = this.#fetchPage;
    const url = new URL(`${this.#baseUrl}/v1/current_queue_activity?limit=100`);
    const token = {
      v: 1,
      resource: 'current_queue_activity',
      shape: 'offset of /v1/current_queue_activity',
      origin: url.origin,
    } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.offset) && next.offset >= 0);
    let offset = state?.next?.offset ?? 0;
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'current_queue_activity', page, attempt: 0, record: 0, state, secrets };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectCurrentQueueActivity, place, signal);
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      state = { ...token, next: records.length === 0 ? null : { offset } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** The records at `data`. */
function selectCurrentQueueActivity(body: unknown, place: RecordPlace): readonly CurrentQueueActivity[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new ContactCenterResponseError(place, 'no_records', ': expected a list at "data"');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeCurrentQueueActivity(record, place);
  });
}
