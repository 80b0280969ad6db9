// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, ShopResponseError } from '../errors.ts';
import { type Action as AnswerAction, isSomething, jsonOf, untilEnough } from '../internal/actions.ts';
import { checkCursor, Cursor, type CursorState } from '../internal/cursor.ts';
import type { FetchPage } from '../internal/http.ts';
import { instantOf } from '../internal/instants.ts';
import { flag, gotInstead, needCursor, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { unitOf, writtenLike } from '../internal/times.ts';
import { decodeOrder, type Order } from '../records/order.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface OrdersState {
  readonly v: 1;
  readonly resource: 'orders';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'cursor of /graphql';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** How far the read has come. */
  readonly cursor: CursorState<string>;
  /** The cursor of the next page. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly cursor?: string | number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `POST /graphql`. */
export interface OrdersPage {
  readonly records: readonly Order[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: OrdersState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
  /** What is unusual about this read, in words. */
  readonly notes?: readonly string[];
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

  constructor(fetchPage: FetchPage, baseUrl: string, wallClock: () => number) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#wallClock = wallClock;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const order of shop.orders.list()) console.log(order.id);
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

  /** `POST /graphql`, page after page by cursor, `data.shop.orders.pageInfo.endCursor` of the body, until `data.shop.orders.pageInfo.hasNextPage` is false; only what is new by `updatedAt`. */
  async *pages({ state, signal, forgotten = 'fail' }: OrdersReadOptions = {}): AsyncGenerator<
    OrdersPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'orders',
      shape: 'cursor of /graphql',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      this.#fetchPage.secrets.hide(id),
      (next) =>
        next.again === true ||
        (typeof next.cursor === 'string' ? next.cursor !== '' : Number.isSafeInteger(next.cursor)),
    );
    if (state !== undefined)
      checkCursor(
        state.cursor,
        (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
        'orders',
        state,
      );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<OrdersState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: OrdersState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<OrdersPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const filled = secrets.fill(state);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const bookmark = this.#cursorFrom(filled?.cursor, state);
    const start = writtenLike(bookmark.start, bookmark.from);
    const url = new URL(`${this.#baseUrl}/graphql`);
    let cursor = filled?.next?.cursor ?? null;
    const guard = new PageGuard(filled?.next?.seen, 100);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'orders', page, attempt: 0, record: 0, state, secrets };
      const { records, nextCursor } = await this.#fetchPage(url, selectOrders, place, signal, {
        init: {
          method: 'POST',
          body: JSON.stringify({
            query:
              'query Orders($after: String, $since: String) {\n  shop { orders(first: 100, after: $after, filter: { since: $since, state: [OPEN] }) { nodes { ...OrderFields } pageInfo { hasNextPage endCursor } } }\n}\nfragment OrderFields on Order { id updatedAt }\n',
            variables: { since: start, after: cursor !== null ? cursor : undefined },
          }),
        },
        headers: { 'content-type': 'application/json' },
        act: actOnOrders,
      });
      cursor = nextCursor;
      const next =
        cursor === null
          ? null
          : {
              cursor,
              seen: guard.after(String(cursor), records.length, place, pageKey(records[0]?.id, records.at(-1)?.id)),
            };
      const fresh = bookmark.fresh(records, place);
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = secrets.hide({ ...id, cursor: bookmark.toState(next === null), next });
      yield { records: fresh, repeatedKeys, state, ...bookmark.takeNotes() };
      if (next === null) return;
    }
  }

  /** What follows `updatedAt` through a read. */
  #cursorFrom(saved: CursorState<string> | undefined, state: unknown): Cursor<Order, string> {
    return new Cursor<Order, string>({
      resource: 'orders',
      state,
      saved,
      initial: '2020-01-01T00:00:00Z',
      valueOf: (record) => record.updatedAt,
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
}

/** The records at `data.shop.orders.nodes`. */
function selectOrders(
  body: unknown,
  place: ReadPosition,
): { readonly records: readonly Order[]; readonly nextCursor: string | number | null } {
  if (body === undefined) return { records: [], nextCursor: null }; // 204 No Content
  const records = (
    body as
      | {
          readonly data?:
            | {
                readonly shop?:
                  { readonly orders?: { readonly nodes?: unknown } | null | undefined } | null | undefined;
              }
            | null
            | undefined;
        }
      | null
      | undefined
  )?.data?.shop?.orders?.nodes;
  if (!Array.isArray(records))
    throw new ShopResponseError(
      place,
      'no_records',
      `expected a list at "data.shop.orders.nodes", ${gotInstead(records)}`,
    );
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeOrder(record, place);
    }),
    nextCursor: flag(
      (
        body as
          | {
              readonly data?:
                | {
                    readonly shop?:
                      | {
                          readonly orders?:
                            | { readonly pageInfo?: { readonly hasNextPage?: unknown } | null | undefined }
                            | null
                            | undefined;
                        }
                      | null
                      | undefined;
                  }
                | null
                | undefined;
            }
          | null
          | undefined
      )?.data?.shop?.orders?.pageInfo?.hasNextPage,
      'data.shop.orders.pageInfo.hasNextPage',
      place,
    )
      ? needCursor(
          (
            body as
              | {
                  readonly data?:
                    | {
                        readonly shop?:
                          | {
                              readonly orders?:
                                | { readonly pageInfo?: { readonly endCursor?: unknown } | null | undefined }
                                | null
                                | undefined;
                            }
                          | null
                          | undefined;
                      }
                    | null
                    | undefined;
                }
              | null
              | undefined
          )?.data?.shop?.orders?.pageInfo?.endCursor,
          'data.shop.orders.pageInfo.endCursor',
          place,
        )
      : null,
  };
}

/** What answers mean that is not what their status says. */
function actOnOrders(status: number, text: string): AnswerAction | undefined {
  const body = jsonOf(text);
  if (status === 200 && text.includes('THROTTLED'))
    return {
      do: 'rate_limited',
      waitMs: untilEnough(
        body,
        ['extensions', 'cost', 'requestedQueryCost'],
        ['extensions', 'cost', 'throttleStatus', 'currentlyAvailable'],
        ['extensions', 'cost', 'throttleStatus', 'restoreRate'],
      ),
    };
  if (status === 200 && isSomething((body as { readonly errors?: unknown } | null | undefined)?.errors))
    return { do: 'fail' };
  return undefined;
}
