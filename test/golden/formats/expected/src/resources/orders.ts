// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { FormatsResponseError, type RecordPlace } from '../errors.ts';
import { asBoolean, asJson, asNumber, asText, csv, orNone, orNull } from '../csv.ts';
import type { FetchPage, Format } from '../http.ts';
import { repeatGuard } from '../pagination.ts';
import { decodeOrder, type Order } from '../records/order.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface OrdersState {
  readonly v: 1;
  readonly resource: 'orders';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /orders.csv';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete. */
  readonly next: { readonly offset: number } | null;
}

/** One page of `GET /orders.csv`. */
export interface OrdersPage {
  readonly records: readonly Order[];
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
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const order of formats.orders.list()) console.log(order.note);
   */
  async *list(options: OrdersReadOptions = {}): AsyncGenerator<Order, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /orders.csv`, 10 records a page by offset, until a page is empty. */
  async *pages({ state, signal }: OrdersReadOptions = {}): AsyncGenerator<OrdersPage, void, undefined> {
    const url = new URL(`${this.#baseUrl}/orders.csv?limit=10`);
    const token = { v: 1, resource: 'orders', shape: 'offset of /orders.csv', origin: url.origin } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.offset) && next.offset >= 0);
    let offset = state?.next?.offset ?? 0;
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'orders', page, attempt: 0, record: 0, state };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectOrders, place, signal, {
        headers: { accept: 'text/csv, */*;q=0.1' },
        format: FORMAT,
      });
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      state = { ...token, next: records.length === 0 ? null : { offset } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** Bodies are tables; these are their columns. */
const FORMAT: Format = csv({
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
function selectOrders(body: unknown, place: RecordPlace): readonly Order[] {
  const records = body === undefined ? [] : body; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new FormatsResponseError(place, 'no_records', ': expected the body to be a list');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeOrder(record, place);
  });
}
