// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { AnalyticsResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { repeatGuard } from '../pagination.ts';
import { decodeActiveUser, type ActiveUser } from '../records/active-user.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ActiveUsersState {
  readonly v: 1;
  readonly resource: 'active_users';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /v1/active_users';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete. */
  readonly next: { readonly offset: number } | null;
}

/** One page of `GET /v1/active_users`. */
export interface ActiveUsersPage {
  readonly records: readonly ActiveUser[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: ActiveUsersState;
}

export interface ActiveUsersReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: ActiveUsersState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** How many people used the product on one day. */
export class ActiveUsersResource {
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
   * for await (const activeUser of analytics.activeUsers.list()) console.log(activeUser.new_users);
   */
  async *list(options: ActiveUsersReadOptions = {}): AsyncGenerator<ActiveUser, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /v1/active_users`, 100 records a page by offset, until a page is empty. */
  async *pages({ state, signal }: ActiveUsersReadOptions = {}): AsyncGenerator<ActiveUsersPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const url = new URL(`${this.#baseUrl}/v1/active_users?limit=100`);
    const token = { v: 1, resource: 'active_users', shape: 'offset of /v1/active_users', origin: url.origin } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.offset) && next.offset >= 0);
    let offset = state?.next?.offset ?? 0;
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'active_users', page, attempt: 0, record: 0, state, secrets };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectActiveUsers, place, signal);
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      state = { ...token, next: records.length === 0 ? null : { offset } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** The records at `data`. */
function selectActiveUsers(body: unknown, place: RecordPlace): readonly ActiveUser[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new AnalyticsResponseError(place, 'no_records', ': expected a list at "data"');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeActiveUser(record, place);
  });
}
