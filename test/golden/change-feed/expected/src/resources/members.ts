// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { FeedsResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, linkAt, ownLink, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { isSegment, pathSegment } from '../internal/path.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { repeats } from '../internal/repeats.ts';
import { type Forgotten, mayBeginAgain, positionsOf, resuming, sinceOf, withPosition } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeMember, type Member } from '../records/member.ts';
import type { User } from '../records/user.ts';
import type { UsersResource, UsersState } from './users.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface MembersState {
  readonly v: 1;
  readonly resource: 'members';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'json_link of /users/{users.id}/members, as a change feed';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Where the next run begins, for each parent: the position of the API at which the last read of its records that is complete ended. */
  readonly positions: {
    readonly [parent: string]: { readonly link?: string; readonly seen?: PagesSeen; readonly again?: true };
  };
  /** Null: the read is complete. */
  readonly next: {
    /** Before the page of parents that is being read. */
    readonly parents?: UsersState | undefined;
    /** The parent on that page whose records were read last. */
    readonly parent: string;
    /** Path and query of the next page. Null: it is the next parent's turn. */
    readonly page: { readonly link?: string; readonly seen?: PagesSeen; readonly again?: true } | null;
  } | null;
}

/** One page of `GET /users/{users.id}/members`. */
export interface MembersPage {
  readonly records: readonly Member[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: MembersState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface MembersReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: MembersState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: restart. */
  readonly forgotten?: Forgotten | undefined;
}

export class MembersResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #parents: UsersResource;

  constructor(fetchPage: FetchPage, baseUrl: string, parents: UsersResource) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#parents = parents;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const member of feeds.members.list()) console.log(member.id);
   */
  async *list(options: MembersReadOptions = {}): AsyncGenerator<Member, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: MembersReadOptions = {}): Promise<Member[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: MembersReadOptions & { readonly limit?: number } = {}): Promise<Member[]> {
    return take(this.list(options), limit);
  }

  /** `GET /users/{users.id}/members`, page after page by the link at `['@odata.nextLink']` of the body, until there is none; for each of `users`, one after the other. */
  async *pages({ state, signal, forgotten = 'restart' }: MembersReadOptions = {}): AsyncGenerator<
    MembersPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'members',
      shape: 'json_link of /users/{users.id}/members, as a change feed',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        typeof next.parent === 'string' &&
        (next.page === null ||
          next.page.again === true ||
          (typeof next.page.link === 'string' && ownLink(next.page.link, new URL(id.origin)) !== undefined)),
      (since) => typeof since.link === 'string' && ownLink(since.link, new URL(id.origin)) !== undefined,
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal, forgotten));
  }

  async *#read(
    id: Pick<MembersState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: MembersState | undefined,
    signal: AbortSignal | undefined,
    forgotten: Forgotten,
  ): AsyncGenerator<MembersPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let positions = state?.positions ?? {};
    const isWhole = (state?.next ?? null) === null; // what no longer comes then is gone
    const found = new Set<string>();
    let page = 0;
    for await (const part of this.#partsAfter(state?.next, signal)) {
      if (!isSegment(part.parent.id)) {
        throw new FeedsResponseError(
          { resource: 'members', page, attempt: 0, record: 0, state },
          'parent_without_value',
          'a parent has a id that cannot stand in a path',
        );
      }
      found.add(part.key);
      let since = sinceOf(positions, part.key);
      let isBegun = false;
      let restarted = false;
      do {
        try {
          let url = new URL(`${this.#baseUrl}/users/${pathSegment(part.parent.id, 'users.id')}/members`);
          const saved = part.resumed?.page ?? since;
          if (saved?.link !== undefined) url = new URL(saved.link, url);
          const guard = new PageGuard(part.resumed?.page?.seen, 100);
          for (;;) {
            const place: ReadPosition = { resource: 'members', page: ++page, attempt: 0, record: 0, state };
            const { records, link, reached } = await this.#fetchPage(url, selectMembers, place, signal);
            isBegun = true;
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
            positions = withPosition(positions, part.key, since);
            state = { ...id, positions, next: { parents: part.parents, parent: part.key, page: next } };
            yield { records, repeatedKeys, state, ...(restarted && { restarted: true as const }) };
            restarted = false;
            if (next === null) break;
          }
        } catch (error) {
          if (isBegun || since === null || part.resumed !== undefined) throw error;
          mayBeginAgain(error, forgotten, state);
          since = null;
          restarted = true;
        }
      } while (!isBegun);
    }
    if (isWhole) positions = positionsOf(positions, found);
    state = { ...id, positions, next: null };
    yield { records: [], repeatedKeys, state };
  }

  /** The parents that are not read yet. */
  async *#partsAfter(
    next: MembersState['next'] | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<MembersPart, void, undefined> {
    let parents = next?.parents;
    let reached = next?.parent;
    const wasAsked = repeats(); // a parent that comes twice is asked once
    for await (const found of this.#parents.pages({ state: parents, signal, forgotten: 'fail' })) {
      const at = found.records.findIndex((parent) => String(parent.id) === reached); // -1: gone, or another page: nothing is skipped
      for (const [index, parent] of found.records.entries()) {
        const key = String(parent.id);
        const resumed = key === reached ? next : undefined;
        if (wasAsked(key) || index < at || resumed?.page === null) continue;
        yield { key, parent, parents, resumed };
      }
      parents = found.state;
      reached = undefined;
    }
  }
}

/** A parent whose records are read. */
interface MembersPart {
  /** What states call it. */
  readonly key: string;
  readonly parent: User;
  /** Before the page of parents that it is on. */
  readonly parents: UsersState | undefined;
  /** What the state says of it, where the read is in the middle of it. */
  readonly resumed: MembersState['next'] | undefined;
}

/** The records at `value`. */
function selectMembers(
  body: unknown,
  place: ReadPosition,
  _response: ApiAnswer,
  url: URL,
): { readonly records: readonly Member[]; readonly link: URL | null; readonly reached: URL | null } {
  if (body === undefined) return { records: [], link: null, reached: null }; // 204 No Content
  const records = (body as { readonly value?: unknown } | null | undefined)?.value;
  if (!Array.isArray(records))
    throw new FeedsResponseError(place, 'no_records', `expected a list at "value", ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeMember(record, place);
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
