// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, ShopResponseError } from '../errors.ts';
import { checkCursor, Cursor, type CursorState, marked, markOf } from '../internal/cursor.ts';
import type { FetchPage } from '../internal/http.ts';
import { include } from '../internal/include.ts';
import { instantOf } from '../internal/instants.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { pathSegment } from '../internal/path.ts';
import { inOrder } from '../internal/read-ahead.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { repeats } from '../internal/repeats.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { unitOf } from '../internal/times.ts';
import { isWindow, windowsUntil } from '../internal/windows.ts';
import type { Shelve } from '../records/shelve.ts';
import { decodeVisit, type Visit } from '../records/visit.ts';
import type { ShelvesResource, ShelvesState } from './shelves.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface VisitsState {
  readonly v: 1;
  readonly resource: 'visits';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /v1/shelves/{shelves.id}/visits/{kind} for each kind';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** How far the read of each parent's records has come. */
  readonly cursors: { readonly [parent: string]: CursorState<string> };
  /** Null: the read is complete. */
  readonly next: {
    /** Before the page of parents that is being read. */
    readonly parents?: ShelvesState | undefined;
    /** The parent on that page whose records were read last. */
    readonly parent: string;
    /** Its values, or combinations of values, whose records had been read before. */
    readonly done: readonly string[];
    /** The one whose records were read last. */
    readonly partition: string;
    /** The window that was read last: milliseconds since 1970. */
    readonly since: number;
    readonly until: number;
    /** Of the records at its start, the fingerprints of those that the window before has had. */
    readonly read: readonly string[];
    /** Records read so far. Null: it is the next window's turn. */
    readonly page: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
  } | null;
}

/** One page of `GET /v1/shelves/{shelves.id}/visits/{kind}`. */
export interface VisitsPage {
  readonly records: readonly Visit[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: VisitsState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
  /** What is unusual about this read, in words. */
  readonly notes?: readonly string[];
}

export interface VisitsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: VisitsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: restart. */
  readonly forgotten?: Forgotten | undefined;
}

export class VisitsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #wallClock: () => number;
  readonly #parents: ShelvesResource;

  constructor(fetchPage: FetchPage, baseUrl: string, wallClock: () => number, parents: ShelvesResource) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#wallClock = wallClock;
    this.#parents = parents;
  }

  /**
   * Every record, one at a time; up to 4 requests are on their way at once.
   *
   * @example
   * for await (const visit of shop.visits.list()) console.log(visit.id);
   */
  async *list(options: VisitsReadOptions = {}): AsyncGenerator<Visit, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: VisitsReadOptions = {}): Promise<Visit[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: VisitsReadOptions & { readonly limit?: number } = {}): Promise<Visit[]> {
    return take(this.list(options), limit);
  }

  /** `GET /v1/shelves/{shelves.id}/visits/{kind}`, 100 records a page by offset, until a page is empty; for each of `shelves`, and each kind, one after the other; only what is new by `at`, window after window. */
  async *pages({ state, signal, forgotten = 'restart' }: VisitsReadOptions = {}): AsyncGenerator<
    VisitsPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'visits',
      shape: 'offset of /v1/shelves/{shelves.id}/visits/{kind} for each kind',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        typeof next.parent === 'string' &&
        Array.isArray(next.done) &&
        typeof next.partition === 'string' &&
        isWindow(next) &&
        (next.page === null ||
          next.page.again === true ||
          (Number.isSafeInteger(next.page.offset) && (next.page.offset ?? -1) >= 0)),
    );
    for (const cursor of Object.values(state?.cursors ?? {}))
      checkCursor(cursor, (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)), 'visits', state);
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<VisitsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: VisitsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<VisitsPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let cursors = state?.cursors ?? {};
    const reading = { pages: 0 };
    for await (const { item: part, pages } of inOrder(
      4,
      signal,
      () => state,
      (signal) => this.#partsAfter(state?.next, signal),
      (part, signal) => this.#pagesOf(part, cursors, state, reading, signal),
    )) {
      const bookmark = this.#cursorFrom(Object.hasOwn(cursors, part.key) ? cursors[part.key] : undefined, state); // those that are ahead have their own
      let entered: object | undefined;
      let read: readonly string[] = [];
      for await (const { place, records, next, window } of pages) {
        if (window !== entered) {
          read = bookmark.enter(BigInt(window.since) * 1_000_000n, BigInt(window.until) * 1_000_000n, window.read);
          entered = window;
        }
        const fresh = bookmark.fresh(records, place);
        repeatedKeys += repeated(records.map((record) => String(record.id)));
        cursors = { ...cursors, [part.key]: bookmark.toState(false) };
        state = {
          ...id,
          cursors,
          next: {
            parents: part.parents,
            parent: part.of,
            done: part.done,
            partition: part.value,
            since: window.since,
            until: window.until,
            read,
            page: next,
          },
        };
        yield { records: fresh, repeatedKeys, state, ...bookmark.takeNotes() };
      }
      cursors = { ...cursors, [part.key]: bookmark.toState(true) };
    }
    state = { ...id, cursors, next: null };
    yield { records: [], repeatedKeys, state };
  }

  /** What follows `at` through a read. */
  #cursorFrom(saved: CursorState<string> | undefined, state: unknown): Cursor<Visit, string> {
    return new Cursor<Visit, string>({
      resource: 'visits',
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
      markOf,
    });
  }

  /** The parents that are not read yet. */
  async *#partsAfter(
    next: VisitsState['next'] | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<VisitsPart, void, undefined> {
    let parents = next?.parents;
    let reached = next?.parent;
    const wasAsked = repeats(); // a parent that comes twice is asked once
    for await (const found of this.#parents.pages({ state: parents, signal, forgotten: 'fail' })) {
      const at = found.records.findIndex((parent) => String(parent.id) === reached); // -1: gone, or another page: nothing is skipped
      for (const [index, parent] of found.records.entries()) {
        const of = String(parent.id);
        if (wasAsked(of) || index < at) continue;
        const done = of === reached ? [...(next?.done ?? [])] : []; // read already, or listed twice
        for (const kind of ['short', 'long'] as const) {
          const value = kind;
          if (done.includes(value)) continue;
          const resumed = of === reached && value === next?.partition ? next : undefined;
          yield {
            key: JSON.stringify([of, value]),
            of,
            value,
            done: [...done],
            values: { kind },
            parent,
            parents,
            resumed,
          };
          done.push(value);
        }
      }
      parents = found.state;
      reached = undefined;
    }
  }

  /** The pages of one of them. */
  async *#pagesOf(
    part: VisitsPart,
    cursors: VisitsState['cursors'],
    state: unknown,
    reading: { pages: number },
    signal: AbortSignal,
  ) {
    const bookmark = this.#cursorFrom(Object.hasOwn(cursors, part.key) ? cursors[part.key] : undefined, state);
    const origin = bookmark.begin ?? 0;
    const first = Math.min(origin, bookmark.first ?? 0); // the API is asked for nothing before it
    const last = this.#wallClock();
    for (const window of windowsUntil(
      last,
      (n) => origin + n * 604_800_000,
      (since) => Math.max(since - 1, first),
      part.resumed,
    )) {
      const start = new Date(window.from).toISOString();
      const end = new Date(window.until).toISOString();
      const url = new URL(
        `${this.#baseUrl}/v1/shelves/${pathSegment(part.parent.id, 'shelves.id')}/visits/${pathSegment(part.values.kind, 'kind')}`,
      );
      url.searchParams.set('since', String(start));
      url.searchParams.set('until', String(end));
      url.searchParams.set('limit', '100');
      let offset = window.page?.offset ?? 0;
      const guard = new PageGuard(window.page?.seen);
      for (;;) {
        const place: ReadPosition = {
          resource: 'visits',
          page: ++reading.pages,
          attempt: 0,
          record: 0,
          state: undefined,
        };
        url.searchParams.set('offset', String(offset));
        const records = await this.#fetchPage(url, (body, place) => selectVisits(body, place, part), place, signal);
        offset += records.length; // by what came, not by what was asked: a server may cap its pages
        const next =
          records.length === 0
            ? null
            : { offset, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
        yield { place, records, next, window };
        if (next === null) break;
      }
    }
  }
}

/** A parent whose records are read. */
interface VisitsPart {
  /** What states call it. */
  readonly key: string;
  /** What states call its parent, and its values. */
  readonly of: string;
  readonly value: string;
  /** The values of its parent that are read before. */
  readonly done: readonly string[];
  readonly values: { readonly kind: 'short' | 'long' };
  readonly parent: Shelve;
  /** Before the page of parents that it is on. */
  readonly parents: ShelvesState | undefined;
  /** What the state says of it, where the read is in the middle of it. */
  readonly resumed: VisitsState['next'] | undefined;
}

/** The records at `data`. */
function selectVisits(body: unknown, place: ReadPosition, part: VisitsPart): readonly Visit[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new ShopResponseError(place, 'no_records', `: expected a list at "data", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return marked(record, () =>
      decodeVisit(include(record, { _shelves_id: part.parent.id, _kind: part.values.kind }, place), place),
    );
  });
}
