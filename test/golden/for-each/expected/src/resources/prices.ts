// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, ShopHttpError, ShopResponseError } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { include } from '../internal/include.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { pathSegment } from '../internal/path.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { allRefused, carriesPosition, type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { decodePrice, type Price } from '../records/price.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface PricesState {
  readonly v: 1;
  readonly resource: 'prices';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /v1/{region}/prices for each region, plan';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Whether any of them was read: where the API refuses all, that is an error. */
  readonly anyRead: boolean;
  /** Null: the read is complete. */
  readonly next: {
    /** The values, or combinations of values, whose records have been read. */
    readonly done: readonly string[];
    /** The one whose records were read last. */
    readonly partition: string;
    /** Records read so far. Null: it is the next combination's turn. */
    readonly page: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
  } | null;
}

/** One page of `GET /v1/{region}/prices`. */
export interface PricesPage {
  readonly records: readonly Price[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Values of the lists so far whose records the API refused to give: they were left out. */
  readonly failedPartitions: number;
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
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const price of shop.prices.list()) console.log(price.amount);
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

  /** `GET /v1/{region}/prices`, 100 records a page by offset, until a page is empty; for each region and plan, one after the other. */
  async *pages({ state, signal, forgotten = 'fail' }: PricesReadOptions = {}): AsyncGenerator<
    PricesPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'prices',
      shape: 'offset of /v1/{region}/prices for each region, plan',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        Array.isArray(next.done) &&
        typeof next.partition === 'string' &&
        (next.page === null ||
          next.page.again === true ||
          (Number.isSafeInteger(next.page.offset) && (next.page.offset ?? -1) >= 0)),
    );
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<PricesState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: PricesState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<PricesPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let done: readonly string[] = state?.next?.done ?? [];
    let failedPartitions = 0;
    let anyRead = state?.anyRead ?? false;
    let refusal: ShopHttpError | undefined;
    let page = 0;
    for (const part of this.#partsAfter(state?.next)) {
      try {
        const url = new URL(`${this.#baseUrl}/v1/${pathSegment(part.values.region, 'region')}/prices`);
        url.searchParams.set('plan', String(part.values.plan));
        url.searchParams.set('limit', '100');
        let offset = part.resumed?.page?.offset ?? 0;
        const guard = new PageGuard(part.resumed?.page?.seen);
        for (;;) {
          const place: ReadPosition = { resource: 'prices', page: ++page, attempt: 0, record: 0, state };
          url.searchParams.set('offset', String(offset));
          const records = await this.#fetchPage(url, (body, place) => selectPrices(body, place, part), place, signal);
          offset += records.length; // by what came, not by what was asked: a server may cap its pages
          const next =
            records.length === 0
              ? null
              : {
                  offset,
                  seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place),
                };
          repeatedKeys += repeated(records.map((record) => String(record.id)));
          if (next === null) done = [...done, part.key];
          anyRead = true;
          state = { ...id, anyRead, next: { done, partition: part.key, page: next } };
          yield { records, failedPartitions, repeatedKeys, state };
          if (next === null) break;
        }
      } catch (error) {
        // what concerns one of them, and not a position that a state had of it, concerns no other
        if (
          !(error instanceof ShopHttpError) ||
          ![404, 410].includes(error.status) ||
          carriesPosition(part.resumed, error)
        )
          throw error;
        failedPartitions++;
        refusal = error;
        done = [...done, part.key];
      }
    }
    if (refusal !== undefined && !anyRead) throw allRefused(refusal, failedPartitions, state);
    state = { ...id, anyRead, next: null };
    yield { records: [], failedPartitions, repeatedKeys, state };
  }

  /** The values that are not read yet, in their order. */
  *#partsAfter(next: PricesState['next'] | undefined): Generator<PricesPart, void, undefined> {
    const seen = new Set(next?.done); // read already, or listed twice
    for (const region of ['eu', 'us'] as const) {
      for (const plan of ['free', 'pro'] as const) {
        const key = JSON.stringify([region, plan]);
        if (seen.has(key)) continue;
        seen.add(key);
        yield { key, values: { region, plan }, resumed: key === next?.partition ? next : undefined };
      }
    }
  }
}

/** Values that are read for. */
interface PricesPart {
  /** What states call it. */
  readonly key: string;
  readonly values: { readonly region: 'eu' | 'us'; readonly plan: 'free' | 'pro' };
  /** What the state says of it, where the read is in the middle of it. */
  readonly resumed: PricesState['next'] | undefined;
}

/** The records at `data`. */
function selectPrices(body: unknown, place: ReadPosition, part: PricesPart): readonly Price[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new ShopResponseError(place, 'no_records', `expected a list at "data", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodePrice(include(record, { _region: part.values.region }, place), place);
  });
}
