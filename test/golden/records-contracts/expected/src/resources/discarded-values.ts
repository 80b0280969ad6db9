// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { refuseMore } from '../internal/more.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { recordsAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeDiscardedValue, type DiscardedValue } from '../records/discarded-value.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface DiscardedValuesState {
  readonly v: 1;
  readonly resource: 'discarded_values';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /discarded_values';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `GET /discarded_values`. */
export interface DiscardedValuesPage {
  readonly records: readonly DiscardedValue[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Values on this page that were left out because they are not what the type says. */
  readonly discardedValues: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: DiscardedValuesState;
}

export interface DiscardedValuesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: DiscardedValuesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class DiscardedValuesResource {
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
   * for await (const discardedValue of contracts.discardedValues.list()) console.log(discardedValue.size);
   */
  async *list(options: DiscardedValuesReadOptions = {}): AsyncGenerator<DiscardedValue, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: DiscardedValuesReadOptions = {}): Promise<DiscardedValue[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: DiscardedValuesReadOptions & { readonly limit?: number } = {}): Promise<
    DiscardedValue[]
  > {
    return take(this.list(options), limit);
  }

  /** `GET /discarded_values`, in one request. */
  async *pages({ state: saved, signal }: DiscardedValuesReadOptions = {}): AsyncGenerator<
    DiscardedValuesPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'discarded_values',
      shape: 'single_page of /discarded_values',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/discarded_values`);
    const place: ReadPosition = {
      resource: 'discarded_values',
      page: 1,
      attempt: 0,
      record: 0,
      discardedRows: 0,
      discardedValues: 0,
      state,
    };
    const records = await this.#fetchPage(url, selectDiscardedValues, place, signal);
    repeatedKeys += repeated(records.map((record) => String(record.id)));
    state = { ...id, next: null };
    yield { records, discardedValues: place.discardedValues, repeatedKeys, state };
  }
}

/** The records: the body itself, or the one that it is. */
function selectDiscardedValues(body: unknown, place: ReadPosition, response: ApiAnswer): readonly DiscardedValue[] {
  refuseMore(response.headers, place);
  const records = recordsAt(body, body, [], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeDiscardedValue(record, place);
  });
}
