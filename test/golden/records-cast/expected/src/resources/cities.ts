// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ReadPosition } from '../errors.ts';
import { parseExactJson } from '../internal/exact-json.ts';
import type { FetchPage } from '../internal/http.ts';
import { refuseMore } from '../internal/more.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { headed, listAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { type City, decodeCity } from '../records/city.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface CitiesState {
  readonly v: 1;
  readonly resource: 'cities';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /cities';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `GET /cities`. */
export interface CitiesPage {
  readonly records: readonly City[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: CitiesState;
}

export interface CitiesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: CitiesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class CitiesResource {
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
   * for await (const city of census.cities.list()) console.log(city.name);
   */
  async *list(options: CitiesReadOptions = {}): AsyncGenerator<City, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: CitiesReadOptions = {}): Promise<City[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: CitiesReadOptions & { readonly limit?: number } = {}): Promise<City[]> {
    return take(this.list(options), limit);
  }

  /** `GET /cities`, in one request. */
  async *pages({ state: saved, signal }: CitiesReadOptions = {}): AsyncGenerator<CitiesPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'cities',
      shape: 'single_page of /cities',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/cities`);
    const place: ReadPosition = { resource: 'cities', page: 1, attempt: 0, record: 0, state };
    const records = await this.#fetchPage(url, selectCities, place, signal, { parse: parseExactJson });
    repeatedKeys += repeated(records.map((record) => String(record.id)));
    state = { ...id, next: null };
    yield { records, repeatedKeys, state };
  }
}

/** The lists of `rows` as records, named by the first. */
function selectCities(body: unknown, place: ReadPosition, response: ApiAnswer): readonly City[] {
  refuseMore(response.headers, place);
  const records =
    body === undefined
      ? []
      : headed(listAt((body as { readonly rows?: unknown } | null | undefined)?.rows, body, ['rows'], place), place); // undefined: 204 No Content
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeCity(record, place);
  });
}
