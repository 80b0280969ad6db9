// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, ShopResponseError } from '../errors.ts';
import { type Action as AnswerAction, isSomething, jsonOf } from '../internal/actions.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
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
  readonly shape: 'offset of /graphql';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `POST /graphql`. */
export interface UsersPage {
  readonly records: readonly User[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
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
   * for await (const user of shop.users.list()) console.log(user.id);
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

  /** `POST /graphql`, 25 records a page by offset, until a page is empty. */
  async *pages({ state, signal, forgotten = 'fail' }: UsersReadOptions = {}): AsyncGenerator<
    UsersPage,
    void,
    undefined
  > {
    const id = { v: 1, resource: 'users', shape: 'offset of /graphql', origin: new URL(this.#baseUrl).origin } as const;
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
    const { secrets } = this.#fetchPage;
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/graphql`);
    let offset = state?.next?.offset ?? 0;
    const guard = new PageGuard(state?.next?.seen);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'users', page, attempt: 0, record: 0, state, secrets };
      const records = await this.#fetchPage(url, selectUsers, place, signal, {
        init: {
          method: 'POST',
          body: JSON.stringify({
            query: 'query ($skip: Int, $take: Int) { users(offset: $skip, limit: $take) { id } }',
            variables: { skip: offset, take: 25 },
          }),
        },
        headers: { 'content-type': 'application/json' },
        act: actOnUsers,
      });
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      const next =
        records.length === 0
          ? null
          : { offset, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = { ...id, next };
      yield { records, repeatedKeys, state };
      if (next === null) return;
    }
  }
}

/** The records at `data.users`. */
function selectUsers(body: unknown, place: ReadPosition): readonly User[] {
  const records =
    body === undefined
      ? []
      : (body as { readonly data?: { readonly users?: unknown } | null | undefined } | null | undefined)?.data?.users; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new ShopResponseError(place, 'no_records', `expected a list at "data.users", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeUser(record, place);
  });
}

/** What answers mean that is not what their status says. */
function actOnUsers(status: number, text: string): AnswerAction | undefined {
  const body = jsonOf(text);
  if (status === 200 && isSomething((body as { readonly errors?: unknown } | null | undefined)?.errors))
    return { do: 'fail' };
  return undefined;
}
