// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, ShopResponseError } from '../errors.ts';
import { checkCursor, Cursor, type CursorState, marked, markOf } from '../internal/cursor.ts';
import type { FetchPage } from '../internal/http.ts';
import { include } from '../internal/include.ts';
import { instantOf } from '../internal/instants.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { pathSegment } from '../internal/path.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { unitOf, writtenLike } from '../internal/times.ts';
import { decodeIssue, type Issue } from '../records/issue.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface IssuesState {
  readonly v: 1;
  readonly resource: 'issues';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /repos/{repo}/issues for each repo';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** How far the read for each value has come. */
  readonly cursors: { readonly [partition: string]: CursorState<string> };
  /** Null: the read is complete. */
  readonly next: {
    /** The values, or combinations of values, whose records have been read. */
    readonly done: readonly string[];
    /** The one whose records were read last. */
    readonly partition: string;
    /** Records read so far. Null: it is the next combination's turn. */
    readonly page: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
  } | null;
}

/** One page of `GET /repos/{repo}/issues`. */
export interface IssuesPage {
  readonly records: readonly Issue[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: IssuesState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
  /** What is unusual about this read, in words. */
  readonly notes?: readonly string[];
}

export interface IssuesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: IssuesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class IssuesResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #wallClock: () => number;
  readonly #options: { readonly repos: readonly string[] };

  constructor(
    fetchPage: FetchPage,
    baseUrl: string,
    wallClock: () => number,
    options: { readonly repos: readonly string[] },
  ) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#wallClock = wallClock;
    this.#options = options;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const issue of shop.issues.list()) console.log(issue.id);
   */
  async *list(options: IssuesReadOptions = {}): AsyncGenerator<Issue, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: IssuesReadOptions = {}): Promise<Issue[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: IssuesReadOptions & { readonly limit?: number } = {}): Promise<Issue[]> {
    return take(this.list(options), limit);
  }

  /** `GET /repos/{repo}/issues`, 100 records a page by offset, until a page is empty; for each repo, one after the other; only what is new by `updated_at`. */
  async *pages({ state, signal, forgotten = 'fail' }: IssuesReadOptions = {}): AsyncGenerator<
    IssuesPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'issues',
      shape: 'offset of /repos/{repo}/issues for each repo',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        Array.isArray(next.done) &&
        typeof next.partition === 'string' &&
        (next.page === null ||
          next.page.again === true ||
          (Number.isSafeInteger(next.page.offset) && (next.page.offset ?? -1) >= 0)),
    );
    for (const cursor of Object.values(state?.cursors ?? {}))
      checkCursor(cursor, (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)), 'issues', state);
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<IssuesState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: IssuesState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<IssuesPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let cursors = state?.cursors ?? {};
    let done: readonly string[] = state?.next?.done ?? [];
    let page = 0;
    for (const part of this.#partsAfter(state?.next)) {
      const bookmark = this.#cursorFrom(Object.hasOwn(cursors, part.key) ? cursors[part.key] : undefined, state);
      const start = writtenLike(bookmark.start, bookmark.from);
      const url = new URL(`${this.#baseUrl}/repos/${pathSegment(part.values.repo, 'repo')}/issues`);
      if (start !== null) url.searchParams.set('since', String(start));
      url.searchParams.set('limit', '100');
      let offset = part.resumed?.page?.offset ?? 0;
      const guard = new PageGuard(part.resumed?.page?.seen);
      for (;;) {
        const place: ReadPosition = { resource: 'issues', page: ++page, attempt: 0, record: 0, state };
        url.searchParams.set('offset', String(offset));
        const records = await this.#fetchPage(url, (body, place) => selectIssues(body, place, part), place, signal);
        offset += records.length; // by what came, not by what was asked: a server may cap its pages
        const next =
          records.length === 0
            ? null
            : { offset, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
        const fresh = bookmark.fresh(records, place);
        repeatedKeys += repeated(records.map((record) => String(record.id)));
        cursors = { ...cursors, [part.key]: bookmark.toState(next === null) };
        if (next === null) done = [...done, part.key];
        state = { ...id, cursors, next: { done, partition: part.key, page: next } };
        yield { records: fresh, repeatedKeys, state, ...bookmark.takeNotes() };
        if (next === null) break;
      }
    }
    state = { ...id, cursors, next: null };
    yield { records: [], repeatedKeys, state };
  }

  /** What follows `updated_at` through a read. */
  #cursorFrom(saved: CursorState<string> | undefined, state: unknown): Cursor<Issue, string> {
    return new Cursor<Issue, string>({
      resource: 'issues',
      state,
      saved,
      initial: null,
      valueOf: (record) => record.updated_at,
      order: (value) => instantOf(value).epochNanoseconds,
      scale: (value) => instantOf(value).epochMilliseconds,
      back: unitOf,
      clock: {
        now: this.#wallClock(),
        valueAt: (ms) => new Date(ms).toISOString(),
        orderAt: (ms) => BigInt(ms) * 1_000_000n,
      },
      appends: true,
      markOf,
    });
  }

  /** The values that are not read yet, in their order. */
  *#partsAfter(next: IssuesState['next'] | undefined): Generator<IssuesPart, void, undefined> {
    const seen = new Set(next?.done); // read already, or listed twice
    for (const repo of this.#options.repos) {
      const key = repo;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { key, values: { repo }, resumed: key === next?.partition ? next : undefined };
    }
  }
}

/** Values that are read for. */
interface IssuesPart {
  /** What states call it. */
  readonly key: string;
  readonly values: { readonly repo: string };
  /** What the state says of it, where the read is in the middle of it. */
  readonly resumed: IssuesState['next'] | undefined;
}

/** The records at `data`. */
function selectIssues(body: unknown, place: ReadPosition, part: IssuesPart): readonly Issue[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new ShopResponseError(place, 'no_records', `expected a list at "data", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return marked(record, () => decodeIssue(include(record, { _repo: part.values.repo }, place), place));
  });
}
