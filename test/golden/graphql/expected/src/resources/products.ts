// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { flag, needCursor, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { valuesAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { decodeProduct, type Product } from '../records/product.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ProductsState {
  readonly v: 1;
  readonly resource: 'products';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'cursor of /graphql/2026-01';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The cursor of the next page. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly cursor?: string | number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `POST /graphql/2026-01`. */
export interface ProductsPage {
  readonly records: readonly Product[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: ProductsState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface ProductsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: ProductsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class ProductsResource {
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
   * for await (const product of shop.products.list()) console.log(product.id);
   */
  async *list(options: ProductsReadOptions = {}): AsyncGenerator<Product, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: ProductsReadOptions = {}): Promise<Product[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: ProductsReadOptions & { readonly limit?: number } = {}): Promise<Product[]> {
    return take(this.list(options), limit);
  }

  /** `POST /graphql/2026-01`, page after page by cursor, `data.all.pageInfo.startCursor` of the body, until `data.all.pageInfo.hasPreviousPage` is false. */
  async *pages({ state, signal, forgotten = 'fail' }: ProductsReadOptions = {}): AsyncGenerator<
    ProductsPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'products',
      shape: 'cursor of /graphql/2026-01',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      this.#fetchPage.secrets.hide(id),
      (next) =>
        next.again === true ||
        (typeof next.cursor === 'string' ? next.cursor !== '' : Number.isSafeInteger(next.cursor)),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<ProductsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: ProductsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ProductsPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const filled = secrets.fill(state);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/graphql/2026-01`);
    let cursor = filled?.next?.cursor ?? null;
    const guard = new PageGuard(filled?.next?.seen, 100);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'products', page, attempt: 0, record: 0, state, secrets };
      const { records, nextCursor } = await this.#fetchPage(url, selectProducts, place, signal, {
        init: {
          method: 'POST',
          body: JSON.stringify({
            query:
              'query($to:String){all:products(last:50,before:$to){edges{node{id}}pageInfo{hasPreviousPage startCursor}}}',
            variables: cursor !== null ? { to: cursor } : undefined,
          }),
        },
        headers: { 'content-type': 'application/json' },
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
      state = secrets.hide({ ...id, next });
      yield { records, repeatedKeys, state };
      if (next === null) return;
    }
  }
}

/** The records at `data.all.edges[*].node`. */
function selectProducts(
  body: unknown,
  place: ReadPosition,
): { readonly records: readonly Product[]; readonly nextCursor: string | number | null } {
  if (body === undefined) return { records: [], nextCursor: null }; // 204 No Content
  const records = valuesAt(
    (
      body as
        | { readonly data?: { readonly all?: { readonly edges?: unknown } | null | undefined } | null | undefined }
        | null
        | undefined
    )?.data?.all?.edges,
    body,
    ['data', 'all', 'edges'],
    place,
  ).map((match) => (match as { readonly node?: unknown } | null | undefined)?.node);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeProduct(record, place);
    }),
    nextCursor: flag(
      (
        body as
          | {
              readonly data?:
                | {
                    readonly all?:
                      | { readonly pageInfo?: { readonly hasPreviousPage?: unknown } | null | undefined }
                      | null
                      | undefined;
                  }
                | null
                | undefined;
            }
          | null
          | undefined
      )?.data?.all?.pageInfo?.hasPreviousPage,
      'data.all.pageInfo.hasPreviousPage',
      place,
    )
      ? needCursor(
          (
            body as
              | {
                  readonly data?:
                    | {
                        readonly all?:
                          | { readonly pageInfo?: { readonly startCursor?: unknown } | null | undefined }
                          | null
                          | undefined;
                      }
                    | null
                    | undefined;
                }
              | null
              | undefined
          )?.data?.all?.pageInfo?.startCursor,
          'data.all.pageInfo.startCursor',
          place,
        )
      : null,
  };
}
