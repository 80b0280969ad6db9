// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { refuseMore } from '../internal/more.ts';
import { pathSegment } from '../internal/path.ts';
import { inOrder } from '../internal/read-ahead.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { recordsAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodePrice, type Price } from '../records/price.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface PricesState {
  readonly v: 1;
  readonly resource: 'prices';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
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
    readonly page: { readonly again?: true } | null;
  } | null;
}

/** One page of `GET /{region}/prices`. */
export interface PricesPage {
  readonly records: readonly Price[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: PricesState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface PricesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: PricesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
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
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: PricesReadOptions = {}): Promise<Price[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: PricesReadOptions & { readonly limit?: number } = {}): Promise<Price[]> {
    return take(this.list(options), limit);
  }

  /** `GET /{region}/prices`, in one request; for each region and plan, one after the other. */
  async *pages({ state, signal, forgotten = 'fail' }: PricesReadOptions = {}): AsyncGenerator<
    PricesPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'prices',
      shape: 'single_page of /{region}/prices for each region, plan',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        Array.isArray(next.done) &&
        typeof next.partition === 'string' &&
        (next.page === null || next.page.again === true),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<PricesState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: PricesState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<PricesPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let done: readonly string[] = state?.next?.done ?? [];
    const reading = { pages: 0 };
    for await (const { item: part, pages } of inOrder(
      2,
      signal,
      () => state,
      () => this.#partsAfter(state?.next),
      (part, signal) => this.#pagesOf(part, reading, signal),
    )) {
      for await (const { records, next } of pages) {
        repeatedKeys += repeated(records.map((record) => String(record.id)));
        if (next === null) done = [...done, part.key];
        state = { ...id, next: { done, partition: part.key, page: next } };
        yield { records, repeatedKeys, state };
      }
    }
    state = { ...id, next: null };
    yield { records: [], repeatedKeys, state };
  }

  /** The values that are not read yet, in their order. */
  *#partsAfter(next: PricesState['next'] | undefined): Generator<PricesPart, void, undefined> {
    const seen = new Set(next?.done); // read already, or listed twice
    for (const region of ['eu', 'us'] as const) {
      for (const plan of [1, 2] as const) {
        const key = JSON.stringify([region, plan]);
        if (seen.has(key)) continue;
        seen.add(key);
        yield { key, values: { region, plan }, resumed: key === next?.partition ? next : undefined };
      }
    }
  }

  /** The pages of one of them. */
  async *#pagesOf(part: PricesPart, reading: { pages: number }, signal: AbortSignal) {
    const url = new URL(`${this.#baseUrl}/${pathSegment(part.values.region, 'region')}/prices`);
    url.searchParams.set('plan', String(part.values.plan));
    const place: ReadPosition = { resource: 'prices', page: ++reading.pages, attempt: 0, record: 0, state: undefined };
    const records = await this.#fetchPage(url, selectPrices, place, signal);
    yield { place, records, next: null };
  }
}

/** Values that are read for. */
interface PricesPart {
  /** What states call it. */
  readonly key: string;
  readonly values: { readonly region: 'eu' | 'us'; readonly plan: number };
  /** What the state says of it, where the read is in the middle of it. */
  readonly resumed: PricesState['next'] | undefined;
}

/** The records at `items`, or the one that it is. */
function selectPrices(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Price[] {
  refuseMore(response.headers, place);
  const records = recordsAt((body as { readonly items?: unknown } | null | undefined)?.items, body, ['items'], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodePrice(record, place);
  });
}
