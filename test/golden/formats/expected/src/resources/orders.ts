// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { FormatsResponseError, type ReadPosition } from '../errors.ts';
import { asBoolean, asJson, asNumber, asText, csv, orNone, orNull } from '../internal/csv.ts';
import type { FetchPage, Format as BodyFormat } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { decodeOrder, type Order } from '../records/order.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface OrdersState {
  readonly v: 1;
  readonly resource: 'orders';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /orders.csv';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /orders.csv`. */
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

  constructor(fetchPage: FetchPage, baseUrl: string) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const order of formats.orders.list()) console.log(order.note);
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

  /** `GET /orders.csv`, 10 records a page by offset, until a page is empty. */
  async *pages({ state, signal, forgotten = 'fail' }: OrdersReadOptions = {}): AsyncGenerator<
    OrdersPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'orders',
      shape: 'offset of /orders.csv',
      origin: new URL(this.#baseUrl).origin,
    } as const;
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
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/orders.csv?limit=10`);
    let offset = state?.next?.offset ?? 0;
    const guard = new PageGuard(state?.next?.seen);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'orders', page, attempt: 0, record: 0, state };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectOrders, place, signal, {
        headers: { accept: 'text/csv, */*;q=0.1' },
        format: FORMAT,
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

/** Bodies are tables; these are their columns. */
const FORMAT: BodyFormat = csv({
  columns: {
    id: asNumber,
    note: orNull(asText),
    word: asText,
    amount: orNull(asText),
    paid: orNull(asBoolean),
    made_at: orNull(asText),
    tags: orNull(asJson),
  },
  optional: { score: orNone(asNumber) },
});

/** The records: the body itself. */
function selectOrders(body: unknown, place: ReadPosition): readonly Order[] {
  const records = body === undefined ? [] : body; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new FormatsResponseError(place, 'no_records', `expected the body to be a list, ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeOrder(record, place);
  });
}
