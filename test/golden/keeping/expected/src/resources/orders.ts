// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { refuseMore } from '../internal/more.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { recordsAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeOrder, type Order } from '../records/order.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface OrdersState {
  readonly v: 1;
  readonly resource: 'orders';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /orders';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `GET /orders`. */
export interface OrdersPage {
  readonly records: readonly Order[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: OrdersState;
}

export interface OrdersReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: OrdersState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class OrdersResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;

  constructor(fetchPage: FetchPage, baseUrl: string) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
  }

  /**
   * Every record, one at a time.
   *
   * @example
   * for await (const order of shop.orders.list()) console.log(order.deleted);
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

  /** `GET /orders`, in one request. */
  async *pages({ state: saved, signal }: OrdersReadOptions = {}): AsyncGenerator<OrdersPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'orders',
      shape: 'single_page of /orders',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/orders`);
    const place: ReadPosition = { resource: 'orders', page: 1, attempt: 0, record: 0, state };
    const records = await this.#fetchPage(url, selectOrders, place, signal);
    repeatedKeys += repeated(records.map((record) => String(record.id)));
    state = { ...id, next: null };
    yield { records, repeatedKeys, state };
  }
}

/** The records at `data`, or the one that it is. */
function selectOrders(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Order[] {
  refuseMore(response.headers, place);
  const records = recordsAt((body as { readonly data?: unknown } | null | undefined)?.data, body, ['data'], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeOrder(record, place);
  });
}
