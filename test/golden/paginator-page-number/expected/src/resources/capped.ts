// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { NumbersResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { type Capped, decodeCapped } from '../records/capped.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface CappedState {
  readonly v: 1;
  readonly resource: 'capped';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'page_number of /capped';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The page to ask for next. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly number?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /capped`. */
export interface CappedPage {
  readonly records: readonly Capped[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: CappedState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface CappedReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: CappedState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class CappedResource {
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
   * for await (const capped of numbers.capped.list()) console.log(capped.id);
   */
  async *list(options: CappedReadOptions = {}): AsyncGenerator<Capped, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: CappedReadOptions = {}): Promise<Capped[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: CappedReadOptions & { readonly limit?: number } = {}): Promise<Capped[]> {
    return take(this.list(options), limit);
  }

  /** `GET /capped`, pages by number from 1, until a page is empty or page 5 is reached. */
  async *pages({ state, signal, forgotten = 'fail' }: CappedReadOptions = {}): AsyncGenerator<
    CappedPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'capped',
      shape: 'page_number of /capped',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => next.again === true || (Number.isSafeInteger(next.number) && (next.number ?? -1) >= 0),
    );
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<CappedState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: CappedState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<CappedPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/capped`);
    let number = state?.next?.number ?? 1;
    const guard = new PageGuard(state?.next?.seen);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'capped', page, attempt: 0, record: 0, state };
      url.searchParams.set('page', String(number));
      const records = await this.#fetchPage(url, selectCapped, place, signal);
      number += 1;
      const next =
        number >= 5 || records.length === 0
          ? null
          : { number, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = { ...id, next };
      yield { records, repeatedKeys, state };
      if (next === null) return;
    }
  }
}

/** The records at `items`. */
function selectCapped(body: unknown, place: ReadPosition): readonly Capped[] {
  const records = body === undefined ? [] : (body as { readonly items?: unknown } | null | undefined)?.items; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new NumbersResponseError(place, 'no_records', `expected a list at "items", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeCapped(record, place);
  });
}
