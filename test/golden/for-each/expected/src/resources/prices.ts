// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { ShopHttpError, ShopResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { repeatGuard } from '../pagination.ts';
import { pathSegment } from '../path.ts';
import { decodePrice, type Price } from '../records/price.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface PricesState {
  readonly v: 1;
  readonly resource: 'prices';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /v1/{region}/prices for each region, plan';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Null: the read is complete. */
  readonly next: {
    /** The values, or combinations of values, whose records have been read. */
    readonly done: readonly string[];
    /** The one whose records were read last. */
    readonly partition: string;
    /** Records read so far. Null: it is the next combination's turn. */
    readonly page: { readonly offset: number } | null;
  } | null;
}

/** One page of `GET /v1/{region}/prices`. */
export interface PricesPage {
  readonly records: readonly Price[];
  /** Values of the lists so far whose records the API refused to give: they were left out. */
  readonly failedPartitions: number;
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
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const price of shop.prices.list()) console.log(price.amount);
   */
  async *list(options: PricesReadOptions = {}): AsyncGenerator<Price, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /v1/{region}/prices`, 100 records a page by offset, until a page is empty; for each region and plan, one after the other. */
  async *pages({ state, signal }: PricesReadOptions = {}): AsyncGenerator<PricesPage, void, undefined> {
    const token = {
      v: 1,
      resource: 'prices',
      shape: 'offset of /v1/{region}/prices for each region, plan',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    checkState(
      state,
      token,
      (next) =>
        Array.isArray(next.done) &&
        typeof next.partition === 'string' &&
        (next.page === null || (Number.isSafeInteger(next.page.offset) && next.page.offset >= 0)),
    );
    const resumed = state?.next;
    let done: readonly string[] = resumed?.done ?? [];
    let page = 0;
    let failedPartitions = 0;
    for (const region of ['eu', 'us'] as const) {
      for (const plan of ['free', 'pro'] as const) {
        const key = JSON.stringify([region, plan]);
        if (done.includes(key)) continue; // read already, or listed twice
        try {
          const url = new URL(`${this.#baseUrl}/v1/${pathSegment(region, 'region')}/prices`);
          url.searchParams.set('plan', String(plan));
          url.searchParams.set('limit', '100');
          let offset = (key === resumed?.partition ? resumed.page : null)?.offset ?? 0;
          const checkProgress = repeatGuard();
          for (;;) {
            const place: RecordPlace = { resource: 'prices', page: ++page, attempt: 0, record: 0, state };
            url.searchParams.set('offset', String(offset));
            const records = await this.#fetchPage(
              url,
              (body, place) => selectPrices(body, place, region),
              place,
              signal,
            );
            if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
            offset += records.length; // by what came, not by what was asked: a server may cap its pages
            const position = records.length === 0 ? null : { offset };
            if (position === null) done = [...done, key];
            state = { ...token, next: { done, partition: key, page: position } };
            yield { records, failedPartitions, state };
            if (position === null) break;
          }
        } catch (error) {
          if (!(error instanceof ShopHttpError)) throw error;
          failedPartitions++;
          done = [...done, key];
        }
      }
    }
    state = { ...token, next: null };
    yield { records: [], failedPartitions, state };
  }
}

/** The records at `data`. */
function selectPrices(body: unknown, place: RecordPlace, region: 'eu' | 'us'): readonly Price[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new ShopResponseError(place, 'no_records', ': expected a list at "data"');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodePrice(
      typeof record === 'object' && record !== null ? Object.assign(record, { _region: region }) : record,
      place,
    );
  });
}
