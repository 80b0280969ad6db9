// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, ShopResponseError } from '../errors.ts';
import { checkCursor, Cursor, type CursorState } from '../internal/cursor.ts';
import { cursorOf, cursorsWith, isAsFar, keysIn } from '../internal/groups.ts';
import type { FetchPage } from '../internal/http.ts';
import { instantOf } from '../internal/instants.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { repeats } from '../internal/repeats.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { unitOf, writtenLike } from '../internal/times.ts';
import { decodeStock, type Stock } from '../records/stock.ts';
import type { ShelvesResource, ShelvesState } from './shelves.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface StockState {
  readonly v: 1;
  readonly resource: 'stock';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /v1/stock, in groups';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** How far the read of each parent's records has come. */
  readonly cursors: { readonly [parent: string]: CursorState<string> };
  /** Null: the read is complete. */
  readonly next: {
    /** Before the page of parents that is being read, or that its group begins on. */
    readonly parents?: ShelvesState | undefined;
    /** The group of parents whose records were read last: the JSON of its keys. */
    readonly parent: string;
    /** Records read so far. Null: it is the next parent's turn. */
    readonly page: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
  } | null;
}

/** One page of `POST /v1/stock`. */
export interface StockPage {
  readonly records: readonly Stock[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: StockState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
  /** What is unusual about this read, in words. */
  readonly notes?: readonly string[];
}

export interface StockReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: StockState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: restart. */
  readonly forgotten?: Forgotten | undefined;
}

export class StockResource {
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
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const stock of shop.stock.list()) console.log(stock.shelf);
   */
  async *list(options: StockReadOptions = {}): AsyncGenerator<Stock, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: StockReadOptions = {}): Promise<Stock[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: StockReadOptions & { readonly limit?: number } = {}): Promise<Stock[]> {
    return take(this.list(options), limit);
  }

  /** `POST /v1/stock`, 100 records a page by offset, until a page is empty; for each of `shelves`, 20 with each request; only what is new by `at`. */
  async *pages({ state, signal, forgotten = 'restart' }: StockReadOptions = {}): AsyncGenerator<
    StockPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'stock',
      shape: 'offset of /v1/stock, in groups',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        keysIn(next.parent).length > 0 &&
        (next.page === null ||
          next.page.again === true ||
          (Number.isSafeInteger(next.page.offset) && (next.page.offset ?? -1) >= 0)),
    );
    for (const cursor of Object.values(state?.cursors ?? {}))
      checkCursor(cursor, (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)), 'stock', state);
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<StockState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: StockState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<StockPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let cursors = state?.cursors ?? {};
    let page = 0;
    for await (const part of this.#partsAfter(state?.next, cursors, signal)) {
      const bookmark = this.#cursorFrom(cursorOf(cursors, part.keys), state);
      const start = writtenLike(bookmark.start, bookmark.from);
      const url = new URL(`${this.#baseUrl}/v1/stock`);
      url.searchParams.set('of', `shelf:${part.keys.join('|')}`);
      if (start !== null) url.searchParams.set('since', String(start));
      url.searchParams.set('limit', '100');
      let offset = part.resumed?.page?.offset ?? 0;
      const guard = new PageGuard(part.resumed?.page?.seen);
      for (;;) {
        const place: ReadPosition = { resource: 'stock', page: ++page, attempt: 0, record: 0, state };
        url.searchParams.set('offset', String(offset));
        const records = await this.#fetchPage(url, selectStock, place, signal, {
          init: { method: 'POST', body: JSON.stringify({ shelves: part.values }) },
          headers: { 'content-type': 'application/json' },
        });
        offset += records.length; // by what came, not by what was asked: a server may cap its pages
        const next =
          records.length === 0
            ? null
            : { offset, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
        const fresh = bookmark.fresh(records, place);
        repeatedKeys += repeated(records.map((record) => String(record.id)));
        cursors = cursorsWith(cursors, part.keys, bookmark.toState(next === null));
        state = { ...id, cursors, next: { parents: part.parents, parent: part.key, page: next } };
        yield { records: fresh, repeatedKeys, state, ...bookmark.takeNotes() };
        if (next === null) break;
      }
    }
    state = { ...id, cursors, next: null };
    yield { records: [], repeatedKeys, state };
  }

  /** What follows `at` through a read. */
  #cursorFrom(saved: CursorState<string> | undefined, state: unknown): Cursor<Stock, string> {
    return new Cursor<Stock, string>({
      resource: 'stock',
      state,
      saved,
      initial: null,
      valueOf: (record) => record.at,
      order: (value) => instantOf(value).epochNanoseconds,
      scale: (value) => instantOf(value).epochMilliseconds,
      back: unitOf,
      clock: {
        now: this.#wallClock(),
        valueAt: (ms) => new Date(ms).toISOString(),
        orderAt: (ms) => BigInt(ms) * 1_000_000n,
      },
    });
  }

  /** The groups of parents that are not read yet. The one that a state is in the middle of is as it was, whatever parents there are now. */
  async *#partsAfter(
    next: StockState['next'] | undefined,
    cursors: StockState['cursors'],
    signal: AbortSignal | undefined,
  ): AsyncGenerator<StockPart, void, undefined> {
    const under = keysIn(next?.parent);
    const wasAsked = repeats(); // a parent that comes twice is asked once
    under.forEach(wasAsked);
    let parents = next?.parents;
    let begin = parents;
    if (next !== undefined && next !== null && next.page !== null)
      yield { key: JSON.stringify(under), keys: under, values: under.map(Number), parents, resumed: next };
    let isAmong = under.length > 0;
    let group: string[] = [];
    for await (const found of this.#parents.pages({ state: parents, signal, forgotten: 'fail' })) {
      const at = isAmong ? found.records.findIndex((parent) => under.includes(String(parent.id))) : -1;
      for (const [index, parent] of found.records.entries()) {
        const key = String(parent.id);
        if (wasAsked(key) || index < at) continue;
        if (!isAsFar(cursors, group, key)) {
          yield {
            key: JSON.stringify(group),
            keys: group,
            values: group.map(Number),
            parents: begin,
            resumed: undefined,
          };
          group = [];
        }
        if (group.length === 0) begin = parents;
        group.push(key);
        if (group.length < 20) continue;
        yield {
          key: JSON.stringify(group),
          keys: group,
          values: group.map(Number),
          parents: begin,
          resumed: undefined,
        };
        group = [];
      }
      parents = found.state;
      isAmong = false;
    }
    if (group.length > 0)
      yield { key: JSON.stringify(group), keys: group, values: group.map(Number), parents: begin, resumed: undefined };
  }
}

/** Parents whose records are asked for at once. */
interface StockPart {
  /** What states call it: the JSON of its keys. */
  readonly key: string;
  readonly keys: readonly string[];
  readonly values: readonly number[];
  /** Before the page of parents that the first of them is on. */
  readonly parents: ShelvesState | undefined;
  /** What the state says of it, where the read is in the middle of it. */
  readonly resumed: StockState['next'] | undefined;
}

/** The records at `data`. */
function selectStock(body: unknown, place: ReadPosition): readonly Stock[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new ShopResponseError(place, 'no_records', `expected a list at "data", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeStock(record, place);
  });
}
