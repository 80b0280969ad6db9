// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { PartsHttpError, PartsResponseError, type ReadPosition } from '../errors.ts';
import { checkCursor, Cursor, type CursorState } from '../internal/cursor.ts';
import type { FetchPage } from '../internal/http.ts';
import { instantOf } from '../internal/instants.ts';
import { cursorAt, gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { pathSegment } from '../internal/path.ts';
import { inOrder } from '../internal/read-ahead.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { repeats } from '../internal/repeats.ts';
import { allRefused, carriesPosition, type Forgotten, parentGone, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { unitOf, writtenLike } from '../internal/times.ts';
import { decodePost, type Post } from '../records/post.ts';
import type { User } from '../records/user.ts';
import type { UsersResource, UsersState } from './users.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface PostsState {
  readonly v: 1;
  readonly resource: 'posts';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'cursor of /users/{users.id}/posts';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** How far the read of each parent's records has come. */
  readonly cursors: { readonly [parent: string]: CursorState<string> };
  /** Whether any of them was read: where the API refuses all, that is an error. */
  readonly anyRead: boolean;
  /** Null: the read is complete. */
  readonly next: {
    /** Before the page of parents that is being read. */
    readonly parents?: UsersState | undefined;
    /** The parent on that page whose records were read last. */
    readonly parent: string;
    /** The cursor of the next page. Null: it is the next parent's turn. */
    readonly page: { readonly cursor?: string | number; readonly seen?: PagesSeen; readonly again?: true } | null;
  } | null;
}

/** One page of `GET /users/{users.id}/posts`. */
export interface PostsPage {
  readonly records: readonly Post[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Parents so far whose records the API refused to give: they were left out. */
  readonly failedParents: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: PostsState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
  /** What is unusual about this read, in words. */
  readonly notes?: readonly string[];
}

export interface PostsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: PostsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class PostsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #wallClock: () => number;
  readonly #parents: UsersResource;

  constructor(fetchPage: FetchPage, baseUrl: string, wallClock: () => number, parents: UsersResource) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#wallClock = wallClock;
    this.#parents = parents;
  }

  /**
   * Every record, one at a time; up to 4 requests are on their way at once.
   *
   * @example
   * for await (const post of parts.posts.list()) console.log(post.id);
   */
  async *list(options: PostsReadOptions = {}): AsyncGenerator<Post, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: PostsReadOptions = {}): Promise<Post[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: PostsReadOptions & { readonly limit?: number } = {}): Promise<Post[]> {
    return take(this.list(options), limit);
  }

  /** `GET /users/{users.id}/posts`, page after page by cursor, `next` of the body, until it is null or missing; for each of `users`, one after the other; only what is new by `at`. */
  async *pages({ state, signal, forgotten = 'fail' }: PostsReadOptions = {}): AsyncGenerator<
    PostsPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'posts',
      shape: 'cursor of /users/{users.id}/posts',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        typeof next.parent === 'string' &&
        (next.page === null ||
          next.page.again === true ||
          (typeof next.page.cursor === 'string' ? next.page.cursor !== '' : Number.isSafeInteger(next.page.cursor))),
    );
    for (const cursor of Object.values(state?.cursors ?? {}))
      checkCursor(cursor, (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)), 'posts', state);
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<PostsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: PostsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<PostsPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let cursors = state?.cursors ?? {};
    let failedParents = 0;
    let anyRead = state?.anyRead ?? false;
    let refusal: PartsHttpError | undefined;
    const reading = { pages: 0 };
    for await (const { item: part, pages } of inOrder(
      4,
      signal,
      () => state,
      (signal) => this.#partsAfter(state?.next, signal),
      (part, signal) => this.#pagesOf(part, cursors, state, reading, signal),
    )) {
      try {
        for await (const { place, records, next, bookmark } of pages) {
          const fresh = bookmark.fresh(records, place);
          repeatedKeys += repeated(records.map((record) => String(record.id)));
          cursors = { ...cursors, [part.key]: bookmark.toState(next === null) };
          anyRead = true;
          state = { ...id, cursors, anyRead, next: { parents: part.parents, parent: part.key, page: next } };
          yield { records: fresh, failedParents, repeatedKeys, state, ...bookmark.takeNotes() };
        }
      } catch (error) {
        // what concerns one of them, and not a position that a state had of it, concerns no other
        if (
          !(error instanceof PartsHttpError) ||
          ![404, 410].includes(error.status) ||
          carriesPosition(part.resumed, error)
        )
          throw error;
        failedParents++;
        refusal = error;
      }
    }
    if (refusal !== undefined && !anyRead) throw allRefused(refusal, failedParents, state);
    state = { ...id, cursors, anyRead, next: null };
    yield { records: [], failedParents, repeatedKeys, state };
  }

  /** What follows `at` through a read. */
  #cursorFrom(saved: CursorState<string> | undefined, state: unknown): Cursor<Post, string> {
    return new Cursor<Post, string>({
      resource: 'posts',
      state,
      saved,
      initial: '2026-01-01T00:00:00Z',
      valueOf: (record) => record.at,
      order: (value) => instantOf(value).epochNanoseconds,
      scale: (value) => instantOf(value).epochMilliseconds,
      back: unitOf,
      clock: {
        now: this.#wallClock(),
        valueAt: (ms) => new Date(ms).toISOString(),
        orderAt: (ms) => BigInt(ms) * 1_000_000n,
      },
      appends: true,
    });
  }

  /** The parents that are not read yet. */
  async *#partsAfter(
    next: PostsState['next'] | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<PostsPart, void, undefined> {
    let parents = next?.parents;
    let reached = next?.parent;
    const wasAsked = repeats(); // a parent that comes twice is asked once
    for await (const found of this.#parents.pages({ state: parents, signal, forgotten: 'fail' })) {
      const at = found.records.findIndex((parent) => String(parent.id) === reached); // -1: another page: nothing is skipped
      if (reached !== undefined && at < 0) throw parentGone('users');
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

  /** The pages of one of them. */
  async *#pagesOf(
    part: PostsPart,
    cursors: PostsState['cursors'],
    state: unknown,
    reading: { pages: number },
    signal: AbortSignal,
  ) {
    const bookmark = this.#cursorFrom(Object.hasOwn(cursors, part.key) ? cursors[part.key] : undefined, state);
    const start = writtenLike(bookmark.start, bookmark.from);
    const url = new URL(`${this.#baseUrl}/users/${pathSegment(part.parent.id, 'users.id')}/posts`);
    if (start !== null) url.searchParams.set('since', String(start));
    let cursor = part.resumed?.page?.cursor ?? null;
    const guard = new PageGuard(part.resumed?.page?.seen, 100);
    for (;;) {
      const place: ReadPosition = { resource: 'posts', page: ++reading.pages, attempt: 0, record: 0, state: undefined };
      if (cursor !== null) url.searchParams.set('cursor', String(cursor));
      const { records, nextCursor } = await this.#fetchPage(url, selectPosts, place, signal);
      cursor = nextCursor;
      const next =
        cursor === null
          ? null
          : {
              cursor,
              seen: guard.after(String(cursor), records.length, place, pageKey(records[0]?.id, records.at(-1)?.id)),
            };
      yield { place, records, next, bookmark };
      if (next === null) return;
    }
  }
}

/** A parent whose records are read. */
interface PostsPart {
  /** What states call it. */
  readonly key: string;
  readonly parent: User;
  /** Before the page of parents that it is on. */
  readonly parents: UsersState | undefined;
  /** What the state says of it, where the read is in the middle of it. */
  readonly resumed: PostsState['next'] | undefined;
}

/** The records at `items`. */
function selectPosts(
  body: unknown,
  place: ReadPosition,
): { readonly records: readonly Post[]; readonly nextCursor: string | number | null } {
  if (body === undefined) return { records: [], nextCursor: null }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records))
    throw new PartsResponseError(place, 'no_records', `expected a list at "items", ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodePost(record, place);
    }),
    nextCursor: cursorAt((body as { readonly next?: unknown } | null | undefined)?.next, 'next', place),
  };
}
