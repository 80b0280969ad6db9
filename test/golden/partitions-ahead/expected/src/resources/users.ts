// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { PartsResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { emptyGuard, repeatGuard, wholeNumber } from '../pagination.ts';
import { decodeUser, type User } from '../records/user.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface UsersState {
  readonly v: 1;
  readonly resource: 'users';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /users';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete. */
  readonly next: { readonly offset: number } | null;
}

/** One page of `GET /users`. */
export interface UsersPage {
  readonly records: readonly User[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: UsersState;
}

export interface UsersReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: UsersState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class UsersResource {
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
   * for await (const user of parts.users.list()) console.log(user.id);
   */
  async *list(options: UsersReadOptions = {}): AsyncGenerator<User, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /users`, 100 records a page by offset, until `total` is reached. */
  async *pages({ state, signal }: UsersReadOptions = {}): AsyncGenerator<UsersPage, void, undefined> {
    const url = new URL(`${this.#baseUrl}/users?limit=100`);
    const token = { v: 1, resource: 'users', shape: 'offset of /users', origin: url.origin } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.offset) && next.offset >= 0);
    let offset = state?.next?.offset ?? 0;
    const checkEmpty = emptyGuard();
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'users', page, attempt: 0, record: 0, state };
      url.searchParams.set('offset', String(offset));
      const { records, total } = await this.#fetchPage(url, selectUsers, place, signal);
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      checkEmpty(records.length, place);
      offset += records.length || 100; // by what came; past an empty page by what was asked
      state = { ...token, next: offset >= total ? null : { offset } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** The records at `items`. */
function selectUsers(body: unknown, place: RecordPlace): { readonly records: readonly User[]; readonly total: number } {
  if (body === undefined) return { records: [], total: 0 }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records)) throw new PartsResponseError(place, 'no_records', ': expected a list at "items"');
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeUser(record, place);
    }),
    total: wholeNumber((body as { readonly total?: unknown } | null | undefined)?.total, 'total', place),
  };
}
