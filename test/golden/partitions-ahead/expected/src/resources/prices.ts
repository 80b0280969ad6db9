// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { pathSegment } from '../path.ts';
import { decodePrice, type Price } from '../records/price.ts';
import { inOrder } from '../read-ahead.ts';
import { recordsAt } from '../select.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface PricesState {
  readonly v: 1;
  readonly resource: 'prices';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'single_page of /{region}/prices for each region, plan';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Null: the read is complete. */
  readonly next: {
    /** The values, or combinations of values, whose records have been read. */
    readonly done: readonly string[];
    /** The one whose records were read last. */
    readonly partition: string;
    /** Always null: a combination has one page. */
    readonly page: null;
  } | null;
}

/** One page of `GET /{region}/prices`. */
export interface PricesPage {
  readonly records: readonly Price[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: PricesState;
}

export interface PricesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: PricesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class PricesResource {
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
   * for await (const price of parts.prices.list()) console.log(price.id);
   */
  async *list(options: PricesReadOptions = {}): AsyncGenerator<Price, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /{region}/prices`, in one request; for each region and plan, one after the other. */
  async *pages({ state, signal }: PricesReadOptions = {}): AsyncGenerator<PricesPage, void, undefined> {
    const token = {
      v: 1,
      resource: 'prices',
      shape: 'single_page of /{region}/prices for each region, plan',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    checkState(
      state,
      token,
      (next) => Array.isArray(next.done) && typeof next.partition === 'string' && next.page === null,
    );
    let done: readonly string[] = state?.next?.done ?? [];
    const reading = { pages: 0 };
    for await (const {
      item: { key },
      pages,
    } of inOrder(
      2,
      signal,
      () => state,
      () => this.#partitionsAfter(state?.next),
      (partition, signal) => this.#pagesOf(partition, reading, signal),
    )) {
      for await (const { records, position } of pages) {
        if (position === null) done = [...done, key];
        state = { ...token, next: { done, partition: key, page: position } };
        yield { records, state };
      }
    }
    state = { ...token, next: null };
    yield { records: [], state };
  }

  /** The values that are not read yet, in their order. */
  *#partitionsAfter(next: PricesState['next'] | undefined): Generator<PricesPartition, void, undefined> {
    const seen = new Set(next?.done); // read already, or listed twice
    for (const region of ['eu', 'us'] as const) {
      for (const plan of [1, 2] as const) {
        const key = JSON.stringify([region, plan]);
        if (seen.has(key)) continue;
        seen.add(key);
        yield { key, region, plan };
      }
    }
  }

  /** The pages of one of them. */
  async *#pagesOf({ region, plan }: PricesPartition, reading: { pages: number }, signal: AbortSignal) {
    const url = new URL(`${this.#baseUrl}/${pathSegment(region, 'region')}/prices`);
    url.searchParams.set('plan', String(plan));
    const place: RecordPlace = { resource: 'prices', page: ++reading.pages, attempt: 0, record: 0, state: undefined };
    const records = await this.#fetchPage(url, selectPrices, place, signal);
    yield { place, records, position: null };
  }
}

/** Values that are read for, and where to begin. */
interface PricesPartition {
  readonly key: string;
  readonly region: 'eu' | 'us';
  readonly plan: number;
}

/** The records at `items`, or the one that it is. */
function selectPrices(body: unknown, place: RecordPlace): readonly Price[] {
  const records = recordsAt((body as { readonly items?: unknown } | null | undefined)?.items, body, ['items'], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodePrice(record, place);
  });
}
