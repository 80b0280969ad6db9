// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { checkCursor, Cursor, type CursorState } from '../cursor.ts';
import { instantOf } from '../instants.ts';
import { PartsHttpError, PartsResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { cursorAt, repeatGuard } from '../pagination.ts';
import { pathSegment } from '../path.ts';
import { decodePost, type Post } from '../records/post.ts';
import type { User } from '../records/user.ts';
import { inOrder } from '../read-ahead.ts';
import { repeats } from '../repeats.ts';
import { checkState } from '../state.ts';
import type { UsersResource, UsersState } from './users.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface PostsState {
  readonly v: 1;
  readonly resource: 'posts';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'cursor of /users/{users.id}/posts';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** How far the read of each parent's records has come. */
  readonly cursors: { readonly [parent: string]: CursorState<string> };
  /** Null: the read is complete. */
  readonly next: {
    /** Before the page of parents that is being read. */
    readonly parents?: UsersState | undefined;
    /** The parent on that page whose records were read last. */
    readonly parent: string;
    /** The cursor of the next page. Null: it is the next parent's turn. */
    readonly page: { readonly cursor: string | number } | null;
  } | null;
}

/** One page of `GET /users/{users.id}/posts`. */
export interface PostsPage {
  readonly records: readonly Post[];
  /** Parents so far whose records the API refused to give: they were left out. */
  readonly failedParents: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: PostsState;
}

export interface PostsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: PostsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class PostsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #parents: UsersResource;

  constructor(fetchPage: FetchPage, baseUrl: string, parents: UsersResource) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#parents = parents;
  }

  /**
   * Every record, one at a time; up to 4 requests are on their way at once.
   *
   * @example
   * for await (const post of parts.posts.list()) console.log(post.id);
   */
  async *list(options: PostsReadOptions = {}): AsyncGenerator<Post, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /users/{users.id}/posts`, page after page by cursor, `next` of the body, until it is null or missing; for each of `users`, one after the other; only what is new by `at`. */
  async *pages({ state, signal }: PostsReadOptions = {}): AsyncGenerator<PostsPage, void, undefined> {
    const token = {
      v: 1,
      resource: 'posts',
      shape: 'cursor of /users/{users.id}/posts',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    checkState(
      state,
      token,
      (next) =>
        typeof next.parent === 'string' &&
        (next.page === null ||
          (typeof next.page.cursor === 'string' ? next.page.cursor !== '' : Number.isSafeInteger(next.page.cursor))),
    );
    for (const cursor of Object.values(state?.cursors ?? {})) {
      checkCursor(cursor, (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)), 'posts', state);
    }
    let cursors = state?.cursors ?? {};
    let failedParents = 0;
    const reading = { pages: 0 };
    for await (const {
      item: { key, parents, bookmark },
      pages,
    } of inOrder(
      4,
      signal,
      () => state,
      (signal) => this.#partitionsAfter(state?.next, cursors, signal),
      (partition, signal) => this.#pagesOf(partition, reading, signal),
    )) {
      try {
        for await (const { records, position } of pages) {
          const fresh = records.filter((record) => bookmark.admits(record.at, record));
          cursors = { ...cursors, [key]: bookmark.save(position === null) };
          state = { ...token, cursors, next: { parents, parent: key, page: position } };
          yield { records: fresh, failedParents, state };
        }
      } catch (error) {
        if (!(error instanceof PartsHttpError)) throw error;
        failedParents++;
      }
    }
    state = { ...token, cursors, next: null };
    yield { records: [], failedParents, state };
  }

  /** The parents that are not read yet. */
  async *#partitionsAfter(
    next: PostsState['next'] | undefined,
    cursors: PostsState['cursors'],
    signal: AbortSignal,
  ): AsyncGenerator<PostsPartition, void, undefined> {
    let { parents, parent: reached, page: position } = next ?? { parents: undefined, parent: undefined, page: null };
    const wasAsked = repeats(); // a parent that comes twice is asked once
    for await (const found of this.#parents.pages({ state: parents, signal })) {
      const at = found.records.findIndex((parent) => String(parent.id) === reached); // -1: gone, or another page: nothing is skipped
      const from = at === -1 ? 0 : position === null ? at + 1 : at;
      for (const [index, parent] of found.records.entries()) {
        const key = String(parent.id);
        if (wasAsked(key) || index < from) continue;
        const bookmark = new Cursor<string>(
          Object.hasOwn(cursors, key) ? cursors[key] : undefined,
          '2026-01-01T00:00:00Z',
          (value) => instantOf(value).epochNanoseconds,
        );
        yield { key, parent, parents, resume: key === reached ? position : null, bookmark };
      }
      parents = found.state;
      reached = undefined;
    }
  }

  /** The pages of one of them. */
  async *#pagesOf({ parent, resume, bookmark }: PostsPartition, reading: { pages: number }, signal: AbortSignal) {
    const start = bookmark.start;
    const url = new URL(`${this.#baseUrl}/users/${pathSegment(parent.id, 'users.id')}/posts`);
    if (start !== null) url.searchParams.set('since', String(start));
    let cursor = resume?.cursor ?? null;
    const checkProgress = repeatGuard();
    for (;;) {
      const place: RecordPlace = { resource: 'posts', page: ++reading.pages, attempt: 0, record: 0, state: undefined };
      if (cursor !== null) url.searchParams.set('cursor', String(cursor));
      const { records, nextCursor } = await this.#fetchPage(url, selectPosts, place, signal);
      if (nextCursor !== null) checkProgress(String(nextCursor), place);
      cursor = nextCursor;
      const position = cursor === null ? null : { cursor };
      yield { place, records, position };
      if (position === null) return;
    }
  }
}

/** A parent whose records are read, and where to begin. */
interface PostsPartition {
  readonly key: string;
  readonly parent: User;
  readonly parents: UsersState | undefined;
  readonly resume: { readonly cursor: string | number } | null;
  readonly bookmark: Cursor<string>;
}

/** The records at `items`. */
function selectPosts(
  body: unknown,
  place: RecordPlace,
): { readonly records: readonly Post[]; readonly nextCursor: string | number | null } {
  if (body === undefined) return { records: [], nextCursor: null }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records)) throw new PartsResponseError(place, 'no_records', ': expected a list at "items"');
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodePost(record, place);
    }),
    nextCursor: cursorAt((body as { readonly next?: unknown } | null | undefined)?.next, 'next', place),
  };
}
