// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { PartsResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen, wholeNumber } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { decodeUser, type User } from '../records/user.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface UsersState {
  readonly v: 1;
  readonly resource: 'users';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /users';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /users`. */
export interface UsersPage {
  readonly records: readonly User[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** How many records the API says that there are; 0 where an answer has no content. */
  readonly total: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: UsersState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface UsersReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: UsersState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
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
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: UsersReadOptions = {}): Promise<User[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: UsersReadOptions & { readonly limit?: number } = {}): Promise<User[]> {
    return take(this.list(options), limit);
  }

  /** `GET /users`, 100 records a page by offset, until `total` is reached. */
  async *pages({ state, signal, forgotten = 'fail' }: UsersReadOptions = {}): AsyncGenerator<
    UsersPage,
    void,
    undefined
  > {
    const id = { v: 1, resource: 'users', shape: 'offset of /users', origin: new URL(this.#baseUrl).origin } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => next.again === true || (Number.isSafeInteger(next.offset) && (next.offset ?? -1) >= 0),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<UsersState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: UsersState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<UsersPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/users?limit=100`);
    let offset = state?.next?.offset ?? 0;
    const guard = new PageGuard(state?.next?.seen, 3);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'users', page, attempt: 0, record: 0, state };
      url.searchParams.set('offset', String(offset));
      const { records, total } = await this.#fetchPage(url, selectUsers, place, signal);
      offset += records.length || 100; // by what came; past an empty page by what was asked
      const next =
        offset >= total
          ? guard.end(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place)
          : { offset, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = { ...id, next };
      yield { records, repeatedKeys, total, state };
      if (next === null) return;
    }
  }
}

/** The records at `items`. */
function selectUsers(
  body: unknown,
  place: ReadPosition,
): { readonly records: readonly User[]; readonly total: number } {
  if (body === undefined) return { records: [], total: 0 }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records))
    throw new PartsResponseError(place, 'no_records', `expected a list at "items", ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeUser(record, place);
    }),
    total: wholeNumber((body as { readonly total?: unknown } | null | undefined)?.total, 'total', place),
  };
}
