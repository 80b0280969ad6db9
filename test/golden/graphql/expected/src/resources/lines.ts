// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, ShopResponseError } from '../errors.ts';
import { type Action as AnswerAction, isSomething, jsonOf } from '../internal/actions.ts';
import type { FetchPage } from '../internal/http.ts';
import { flag, gotInstead, needCursor, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { repeats } from '../internal/repeats.ts';
import { type Forgotten, parentGone, resuming } from '../internal/resuming.ts';
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
  readonly shape: 'cursor of /graphql';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Null: the read is complete. */
  readonly next: {
    /** Before the page of parents that is being read. */
    readonly parents?: OrdersState | undefined;
    /** The parent on that page whose records were read last. */
    readonly parent: string;
    /** The cursor of the next page. Null: it is the next parent's turn. */
    readonly page: { readonly cursor?: string | number; readonly seen?: PagesSeen; readonly again?: true } | null;
  } | null;
}

/** One page of `POST /graphql`. */
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
}

export class LinesResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #parents: OrdersResource;

  constructor(fetchPage: FetchPage, baseUrl: string, parents: OrdersResource) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#parents = parents;
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

  /** `POST /graphql`, page after page by cursor, `data.order.lines.pageInfo.endCursor` of the body, until `data.order.lines.pageInfo.hasNextPage` is false; for each of `orders`, one after the other. */
  async *pages({ state, signal, forgotten = 'fail' }: LinesReadOptions = {}): AsyncGenerator<
    LinesPage,
    void,
    undefined
  > {
    const id = { v: 1, resource: 'lines', shape: 'cursor of /graphql', origin: new URL(this.#baseUrl).origin } as const;
    const accepted = acceptState(
      state,
      this.#fetchPage.secrets.hide(id),
      (next) =>
        typeof next.parent === 'string' &&
        (next.page === null ||
          next.page.again === true ||
          (typeof next.page.cursor === 'string' ? next.page.cursor !== '' : Number.isSafeInteger(next.page.cursor))),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<LinesState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: LinesState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<LinesPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const filled = secrets.fill(state);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let page = 0;
    for await (const part of this.#partsAfter(filled?.next, signal)) {
      const url = new URL(`${this.#baseUrl}/graphql`);
      let cursor = part.resumed?.page?.cursor ?? null;
      const guard = new PageGuard(part.resumed?.page?.seen, 100);
      for (;;) {
        const place: ReadPosition = { resource: 'lines', page: ++page, attempt: 0, record: 0, state, secrets };
        const { records, nextCursor } = await this.#fetchPage(url, selectLines, place, signal, {
          init: {
            method: 'POST',
            body: JSON.stringify({
              query:
                'query ($order: ID!, $after: String) { order(id: $order) { lines(first: 50, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }',
              variables: { order: part.parent.id, after: cursor !== null ? cursor : undefined },
            }),
          },
          headers: { 'content-type': 'application/json' },
          act: actOnLines,
        });
        cursor = nextCursor;
        const next =
          cursor === null
            ? null
            : {
                cursor,
                seen: guard.after(String(cursor), records.length, place, pageKey(records[0]?.id, records.at(-1)?.id)),
              };
        repeatedKeys += repeated(records.map((record) => String(record.id)));
        state = secrets.hide({ ...id, next: { parents: part.parents, parent: part.key, page: next } });
        yield { records, repeatedKeys, state };
        if (next === null) break;
      }
    }
    state = secrets.hide({ ...id, next: null });
    yield { records: [], repeatedKeys, state };
  }

  /** The parents that are not read yet. */
  async *#partsAfter(
    next: LinesState['next'] | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<LinesPart, void, undefined> {
    let parents = next?.parents;
    let reached = next?.parent;
    const wasAsked = repeats(); // a parent that comes twice is asked once
    for await (const found of this.#parents.pages({ state: parents, signal, forgotten: 'fail' })) {
      const at = found.records.findIndex((parent) => String(parent.id) === reached); // -1: another page: nothing is skipped
      if (reached !== undefined && at < 0) throw parentGone('orders');
      for (const [index, parent] of found.records.entries()) {
        const key = String(parent.id);
        const resumed = key === reached ? next : undefined;
        if (wasAsked(key) || index < at || resumed?.page === null) continue;
        yield { key, parent, parents, resumed };
      }
      parents = found.state;
      reached = undefined;
    }
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

/** The records at `data.order.lines.nodes`. */
function selectLines(
  body: unknown,
  place: ReadPosition,
): { readonly records: readonly Line[]; readonly nextCursor: string | number | null } {
  if (body === undefined) return { records: [], nextCursor: null }; // 204 No Content
  const records = (
    body as
      | {
          readonly data?:
            | {
                readonly order?:
                  { readonly lines?: { readonly nodes?: unknown } | null | undefined } | null | undefined;
              }
            | null
            | undefined;
        }
      | null
      | undefined
  )?.data?.order?.lines?.nodes;
  if (!Array.isArray(records))
    throw new ShopResponseError(
      place,
      'no_records',
      `expected a list at "data.order.lines.nodes", ${gotInstead(records)}`,
    );
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeLine(record, place);
    }),
    nextCursor: flag(
      (
        body as
          | {
              readonly data?:
                | {
                    readonly order?:
                      | {
                          readonly lines?:
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
      )?.data?.order?.lines?.pageInfo?.hasNextPage,
      'data.order.lines.pageInfo.hasNextPage',
      place,
    )
      ? needCursor(
          (
            body as
              | {
                  readonly data?:
                    | {
                        readonly order?:
                          | {
                              readonly lines?:
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
          )?.data?.order?.lines?.pageInfo?.endCursor,
          'data.order.lines.pageInfo.endCursor',
          place,
        )
      : null,
  };
}

/** What answers mean that is not what their status says. */
function actOnLines(status: number, text: string): AnswerAction | undefined {
  const body = jsonOf(text);
  if (status === 200 && isSomething((body as { readonly errors?: unknown } | null | undefined)?.errors))
    return { do: 'fail' };
  return undefined;
}
