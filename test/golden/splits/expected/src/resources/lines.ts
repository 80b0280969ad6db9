// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, ShopResponseError } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { pathSegment } from '../internal/path.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { repeats } from '../internal/repeats.ts';
import { type Forgotten, parentGone, resuming } from '../internal/resuming.ts';
import { checkSplit, parentSplits, unitState, wantedParents } from '../internal/splits.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { decodeLine, type Line } from '../records/line.ts';
import type { Order } from '../records/order.ts';
import type { OrdersResource, OrdersState } from './orders.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface LinesState {
  readonly v: 1;
  readonly resource: 'lines';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /orders/{orders.id}/lines';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The unit of a split read that it is of. */
  readonly split?: string;
  /** Null: the read is complete. */
  readonly next: {
    /** Before the page of parents that is being read. */
    readonly parents?: OrdersState | undefined;
    /** The parent on that page whose records were read last. */
    readonly parent: string;
    /** Records read so far. Null: it is the next parent's turn. */
    readonly page: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
  } | null;
}

/** One page of `GET /orders/{orders.id}/lines`. */
export interface LinesPage {
  readonly records: readonly Line[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: LinesState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface LinesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: LinesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
  /** One of `splits()`: nothing else is read. Its `state` is one of its own, or the complete one that `splits()` was given. */
  readonly split?: LinesSplit | undefined;
}

/** A unit of a split read: records of some of `orders`. JSON-serialisable; `pages({ split })` reads it, wherever that is. */
export interface LinesSplit {
  /** Tells it from the others. */
  readonly id: string;
  readonly resource: 'lines';
  readonly kind: 'parents';
  /** Which one it is of how many. */
  readonly part: number;
  readonly parts: number;
  /** Tells units that were made together from those of another time. */
  readonly plan: string;
  /** As states call them, in the order of their list. */
  readonly parents: readonly string[];
  /** Before the page of parents that the first of them is on; null: it is on the first. */
  readonly after: OrdersState | null;
}

export interface LinesSplitOptions {
  /** At most so many units. Default: one for 100 parents; never more than 1,000. */
  readonly units?: number | undefined;
  /** Ends what is read to find them out, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class LinesResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #parents: OrdersResource;
  readonly #split: LinesSplit | undefined;

  constructor(fetchPage: FetchPage, baseUrl: string, parents: OrdersResource, split?: LinesSplit) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#parents = parents;
    this.#split = split;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const line of shop.lines.list()) console.log(line.id);
   */
  async *list(options: LinesReadOptions = {}): AsyncGenerator<Line, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: LinesReadOptions = {}): Promise<Line[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: LinesReadOptions & { readonly limit?: number } = {}): Promise<Line[]> {
    return take(this.list(options), limit);
  }

  /** `GET /orders/{orders.id}/lines`, 100 records a page by offset, until a page is empty; for each of `orders`, one after the other. */
  async *pages({ state, signal, forgotten = 'fail', split }: LinesReadOptions = {}): AsyncGenerator<
    LinesPage,
    void,
    undefined
  > {
    if (split !== undefined) {
      yield* this.#unit(split).pages({ state: unitState(state, split, () => undefined), signal, forgotten });
      return;
    }
    const id = {
      v: 1,
      resource: 'lines',
      shape: 'offset of /orders/{orders.id}/lines',
      origin: new URL(this.#baseUrl).origin,
      ...(this.#split === undefined ? {} : { split: this.#split.id }),
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        typeof next.parent === 'string' &&
        (next.page === null ||
          next.page.again === true ||
          (Number.isSafeInteger(next.page.offset) && (next.page.offset ?? -1) >= 0)),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<LinesState, 'v' | 'resource' | 'shape' | 'origin' | 'split'>,
    state: LinesState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<LinesPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let page = 0;
    for await (const part of this.#partsAfter(state?.next, signal)) {
      const url = new URL(`${this.#baseUrl}/orders/${pathSegment(part.parent.id, 'orders.id')}/lines?limit=100`);
      let offset = part.resumed?.page?.offset ?? 0;
      const guard = new PageGuard(part.resumed?.page?.seen);
      for (;;) {
        const place: ReadPosition = { resource: 'lines', page: ++page, attempt: 0, record: 0, state };
        url.searchParams.set('offset', String(offset));
        const records = await this.#fetchPage(url, selectLines, place, signal);
        offset += records.length; // by what came, not by what was asked: a server may cap its pages
        const next =
          records.length === 0
            ? null
            : { offset, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
        repeatedKeys += repeated(records.map((record) => String(record.id)));
        state = { ...id, next: { parents: part.parents, parent: part.key, page: next } };
        yield { records, repeatedKeys, state };
        if (next === null) break;
      }
    }
    state = { ...id, next: null };
    yield { records: [], repeatedKeys, state };
  }

  /** The parents that are not read yet. */
  async *#partsAfter(
    next: LinesState['next'] | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<LinesPart, void, undefined> {
    let parents = next?.parents ?? this.#split?.after ?? undefined;
    let reached = next?.parent;
    const wanted = wantedParents(this.#split, reached);
    const wasAsked = repeats(); // a parent that comes twice is asked once
    for await (const found of this.#parents.pages({ state: parents, signal, forgotten: 'fail' })) {
      const at = found.records.findIndex((parent) => String(parent.id) === reached); // -1: another page: nothing is skipped
      if (reached !== undefined && at < 0) throw parentGone('orders');
      for (const [index, parent] of found.records.entries()) {
        const key = String(parent.id);
        const resumed = key === reached ? next : undefined;
        if (wanted?.delete(key) === false || wasAsked(key) || index < at || resumed?.page === null) continue;
        yield { key, parent, parents, resumed };
      }
      parents = found.state;
      reached = undefined;
      if (wanted?.size === 0) return;
    }
    if (wanted === undefined || this.#split?.after == null) return;
    for await (const found of this.#parents.pages({ signal })) {
      // those that are not where they were: the list has moved since it was split
      for (const parent of found.records) {
        const key = String(parent.id);
        if (!wanted.delete(key)) continue;
        yield { key, parent, parents: undefined, resumed: undefined };
      }
      if (wanted.size === 0) return;
    }
  }

  /** Independent units of a read: records of some of `orders`. Read in any order, anywhere, they are what one read is. */
  async splits({ units, signal }: LinesSplitOptions = {}): Promise<readonly LinesSplit[]> {
    const parents = [];
    for await (const { key, parents: after = null } of this.#partsAfter(undefined, signal))
      parents.push({ key, after });
    return parentSplits('lines', parents, units);
  }

  /** Reads a unit, and nothing else. */
  #unit(split: LinesSplit): LinesResource {
    checkSplit(split, 'lines', 'parents', Array.isArray(split.parents));
    return new LinesResource(this.#fetchPage, this.#baseUrl, this.#parents, split);
  }
}

/** A parent whose records are read. */
interface LinesPart {
  /** What states call it. */
  readonly key: string;
  readonly parent: Order;
  /** Before the page of parents that it is on. */
  readonly parents: OrdersState | undefined;
  /** What the state says of it, where the read is in the middle of it. */
  readonly resumed: LinesState['next'] | undefined;
}

/** The records at `data`. */
function selectLines(body: unknown, place: ReadPosition): readonly Line[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new ShopResponseError(place, 'no_records', `expected a list at "data", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeLine(record, place);
  });
}
