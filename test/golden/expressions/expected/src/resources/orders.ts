// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { ExpressionsResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { begunAt, monthsLater, timeOf } from '../internal/times.ts';
import { decodeOrder, type Order } from '../records/order.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface OrdersState {
  readonly v: 1;
  readonly resource: 'orders';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /orders';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** When the read began: its requests name times by it. Milliseconds since 1970. */
  readonly now: number;
  /** Records read so far. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /orders`. */
export interface OrdersPage {
  readonly records: readonly Order[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: OrdersState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface OrdersReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: OrdersState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class OrdersResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #wallClock: () => number;
  readonly #options: {
    readonly region: string | undefined;
    readonly archived: boolean;
    readonly from: string;
    readonly until: string | undefined;
    readonly plan: string;
  };

  constructor(
    fetchPage: FetchPage,
    baseUrl: string,
    wallClock: () => number,
    options: {
      readonly region: string | undefined;
      readonly archived: boolean;
      readonly from: string;
      readonly until: string | undefined;
      readonly plan: string;
    },
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
   * for await (const order of expressions.orders.list()) console.log(order.id);
   */
  async *list(options: OrdersReadOptions = {}): AsyncGenerator<Order, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: OrdersReadOptions = {}): Promise<Order[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: OrdersReadOptions & { readonly limit?: number } = {}): Promise<Order[]> {
    return take(this.list(options), limit);
  }

  /** `GET /orders`, 10 records a page by offset, until a page is empty. */
  async *pages({ state, signal, forgotten = 'fail' }: OrdersReadOptions = {}): AsyncGenerator<
    OrdersPage,
    void,
    undefined
  > {
    const id = { v: 1, resource: 'orders', shape: 'offset of /orders', origin: new URL(this.#baseUrl).origin } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => next.again === true || (Number.isSafeInteger(next.offset) && (next.offset ?? -1) >= 0),
    );
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<OrdersState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: OrdersState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<OrdersPage, void, undefined> {
    const now = begunAt(state, this.#wallClock);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/orders`);
    url.searchParams.set('made_after', new Date(now - 86_400_000).toISOString().slice(0, 10));
    url.searchParams.set(
      'due_after',
      `${new Date(monthsLater(timeOf(this.#options.from, 'from', 'orders'), -1)).toISOString().slice(8, 10)}.${new Date(monthsLater(timeOf(this.#options.from, 'from', 'orders'), -1)).toISOString().slice(5, 7)}.${new Date(monthsLater(timeOf(this.#options.from, 'from', 'orders'), -1)).toISOString().slice(0, 4)}`,
    );
    if (this.#options.until !== undefined)
      url.searchParams.set(
        'due_before',
        new Date(timeOf(this.#options.until, 'until', 'orders') + 21_600_000).toISOString(),
      );
    url.searchParams.set('region', String(this.#options.region ?? 'eu'));
    url.searchParams.set('state', this.#options.archived === true ? 'all' : 'open');
    url.searchParams.set('limit', '10');
    let offset = state?.next?.offset ?? 0;
    const guard = new PageGuard(state?.next?.seen);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'orders', page, attempt: 0, record: 0, state };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectOrders, place, signal, {
        headers: { 'x-plan': String(this.#options.plan === 'pro' ? this.#options.plan : 'basic') },
      });
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      const next =
        records.length === 0
          ? null
          : { offset, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = { ...id, now, next };
      yield { records, repeatedKeys, state };
      if (next === null) return;
    }
  }
}

/** The records at `items`. */
function selectOrders(body: unknown, place: ReadPosition): readonly Order[] {
  const records = body === undefined ? [] : (body as { readonly items?: unknown } | null | undefined)?.items; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new ExpressionsResponseError(place, 'no_records', `expected a list at "items", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeOrder(record, place);
  });
}
