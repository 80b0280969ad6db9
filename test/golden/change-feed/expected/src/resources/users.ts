// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { FeedsResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, linkAt, ownLink, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeUser, type User } from '../records/user.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface UsersState {
  readonly v: 1;
  readonly resource: 'users';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'json_link of /users/delta, as a change feed';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Where the next run begins: the position of the API at which the last read that is complete ended. Null: at the beginning. */
  readonly since: { readonly link?: string; readonly seen?: PagesSeen; readonly again?: true } | null;
  /** Path and query of the next page. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly link?: string; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /users/delta`. */
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
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: restart. */
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
   * for await (const user of feeds.users.list()) console.log(user.id);
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

  /** `GET /users/delta`, page after page by the link at `['@odata.nextLink']` of the body, until there is none. */
  async *pages({ state, signal, forgotten = 'restart' }: UsersReadOptions = {}): AsyncGenerator<
    UsersPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'users',
      shape: 'json_link of /users/delta, as a change feed',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        next.again === true || (typeof next.link === 'string' && ownLink(next.link, new URL(id.origin)) !== undefined),
      (since) => typeof since.link === 'string' && ownLink(since.link, new URL(id.origin)) !== undefined,
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
    let url = new URL(`${this.#baseUrl}/users/delta`);
    let since = state?.since ?? null;
    const saved = state?.next ?? since;
    if (saved?.link !== undefined) url = new URL(saved.link, url);
    const guard = new PageGuard(state?.next?.seen, 100);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'users', page, attempt: 0, record: 0, state };
      const { records, link, reached } = await this.#fetchPage(url, selectUsers, place, signal);
      if (link !== null) url = link;
      const next =
        link === null
          ? null
          : {
              link: link.pathname + link.search,
              seen: guard.after(url.href, records.length, place, pageKey(records[0]?.id, records.at(-1)?.id)),
            };
      if (next === null) {
        if (reached === null)
          throw new FeedsResponseError(
            place,
            'invalid_page',
            'the last page has no "[\'@odata.deltaLink\']", where the next run would begin',
          );
        since = { link: reached.pathname + reached.search };
      }
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = { ...id, since, next };
      yield { records, repeatedKeys, state };
      if (next === null) return;
    }
  }
}

/** The records at `value`. */
function selectUsers(
  body: unknown,
  place: ReadPosition,
  _response: ApiAnswer,
  url: URL,
): { readonly records: readonly User[]; readonly link: URL | null; readonly reached: URL | null } {
  if (body === undefined) return { records: [], link: null, reached: null }; // 204 No Content
  const records = (body as { readonly value?: unknown } | null | undefined)?.value;
  if (!Array.isArray(records))
    throw new FeedsResponseError(place, 'no_records', `expected a list at "value", ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeUser(record, place);
    }),
    link: linkAt(
      (body as { readonly '@odata.nextLink'?: unknown } | null | undefined)?.['@odata.nextLink'],
      "['@odata.nextLink']",
      url,
      place,
    ),
    reached: linkAt(
      (body as { readonly '@odata.deltaLink'?: unknown } | null | undefined)?.['@odata.deltaLink'],
      "['@odata.deltaLink']",
      url,
      place,
    ),
  };
}
