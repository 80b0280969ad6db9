// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { decodeCurrency, type Currency } from '../records/currency.ts';
import { recordsAt } from '../select.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface CurrenciesState {
  readonly v: 1;
  readonly resource: 'currencies';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'single_page of /currencies';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `GET /currencies`. */
export interface CurrenciesPage {
  readonly records: readonly Currency[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: CurrenciesState;
}

export interface CurrenciesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: CurrenciesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class CurrenciesResource {
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
   * for await (const currency of single.currencies.list()) console.log(currency.code);
   */
  async *list(options: CurrenciesReadOptions = {}): AsyncGenerator<Currency, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /currencies`, in one request. */
  async *pages({ state, signal }: CurrenciesReadOptions = {}): AsyncGenerator<CurrenciesPage, void, undefined> {
    const url = new URL(`${this.#baseUrl}/currencies`);
    const token = { v: 1, resource: 'currencies', shape: 'single_page of /currencies', origin: url.origin } as const;
    checkState(state, token);
    const place: RecordPlace = { resource: 'currencies', page: 1, attempt: 0, record: 0, state };
    const records = await this.#fetchPage(url, selectCurrencies, place, signal);
    yield { records, state: { ...token, next: null } };
  }
}

/** The records: the body itself, or the one that it is. */
function selectCurrencies(body: unknown, place: RecordPlace): readonly Currency[] {
  const records = recordsAt(body, body, [], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeCurrency(record, place);
  });
}
