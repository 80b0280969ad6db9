// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, ShopResponseError } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen, wholeNumber } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { checkSplit, pageSplits, unitState } from '../internal/splits.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { decodeProduct, type Product } from '../records/product.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ProductsState {
  readonly v: 1;
  readonly resource: 'products';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /products';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The unit of a split read that it is of. */
  readonly split?: string;
  /** Records read so far. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /products`. */
export interface ProductsPage {
  readonly records: readonly Product[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** How many records the API says that there are; 0 where an answer has no content. */
  readonly total: number;
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
  /** One of `splits()`: nothing else is read. Its `state` is one of its own, or the complete one that `splits()` was given. */
  readonly split?: ProductsSplit | undefined;
}

/** A unit of a split read: some of the pages. JSON-serialisable; `pages({ split })` reads it, wherever that is. */
export interface ProductsSplit {
  /** Tells it from the others. */
  readonly id: string;
  readonly resource: 'products';
  readonly kind: 'pages';
  /** Which one it is of how many. */
  readonly part: number;
  readonly parts: number;
  /** Tells units that were made together from those of another time. */
  readonly plan: string;
  /** Where its first page begins; null: at the start. */
  readonly from: { readonly offset: number } | null;
  /** Where the next unit begins; null: it goes on to the end. */
  readonly until: number | null;
}

export interface ProductsSplitOptions {
  /** At most so many units. Default: 16. */
  readonly units?: number | undefined;
  /** Ends what is read to find them out, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class ProductsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #split: ProductsSplit | undefined;
  #seen: { readonly second: number; readonly step: number; readonly end: number; readonly records: number } | undefined;

  constructor(fetchPage: FetchPage, baseUrl: string, split?: ProductsSplit) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#split = split;
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

  /** `GET /products`, 100 records a page by offset, until `total` is reached. */
  async *pages({ state, signal, forgotten = 'fail', split }: ProductsReadOptions = {}): AsyncGenerator<
    ProductsPage,
    void,
    undefined
  > {
    if (split !== undefined) {
      yield* this.#unit(split).pages({ state: unitState(state, split, () => undefined), signal, forgotten });
      return;
    }
    const id = {
      v: 1,
      resource: 'products',
      shape: 'offset of /products',
      origin: new URL(this.#baseUrl).origin,
      ...(this.#split === undefined ? {} : { split: this.#split.id }),
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => next.again === true || (Number.isSafeInteger(next.offset) && (next.offset ?? -1) >= 0),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<ProductsState, 'v' | 'resource' | 'shape' | 'origin' | 'split'>,
    state: ProductsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ProductsPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/products?limit=100`);
    let offset = (state?.next ?? this.#split?.from)?.offset ?? 0;
    const guard = new PageGuard(state?.next?.seen, 3);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'products', page, attempt: 0, record: 0, state };
      url.searchParams.set('offset', String(offset));
      const { records, total } = await this.#fetchPage(url, selectProducts, place, signal);
      offset += records.length || 100; // by what came; past an empty page by what was asked
      this.#seen = { second: offset, step: records.length, end: total, records: records.length };
      const next =
        offset >= total || (this.#split?.until != null && offset >= this.#split.until)
          ? guard.end(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place)
          : { offset, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = { ...id, next };
      yield { records, repeatedKeys, total, state };
      if (next === null) return;
    }
  }

  /** Independent units of a read: some of the pages. Read in any order, anywhere, they are what one read is. */
  async splits({ units, signal }: ProductsSplitOptions = {}): Promise<readonly ProductsSplit[]> {
    await this.first(1, { signal });
    return pageSplits('products', this.#seen, (offset) => ({ offset }), units);
  }

  /** Reads a unit, and nothing else. */
  #unit(split: ProductsSplit): ProductsResource {
    checkSplit(
      split,
      'products',
      'pages',
      (split.from === null || Number.isSafeInteger(split.from.offset)) &&
        (split.until === null || Number.isSafeInteger(split.until)),
    );
    return new ProductsResource(this.#fetchPage, this.#baseUrl, split);
  }
}

/** The records at `data`. */
function selectProducts(
  body: unknown,
  place: ReadPosition,
): { readonly records: readonly Product[]; readonly total: number } {
  if (body === undefined) return { records: [], total: 0 }; // 204 No Content
  const records = (body as { readonly data?: unknown } | null | undefined)?.data;
  if (!Array.isArray(records))
    throw new ShopResponseError(place, 'no_records', `expected a list at "data", ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeProduct(record, place);
    }),
    total: wholeNumber((body as { readonly total?: unknown } | null | undefined)?.total, 'total', place),
  };
}
