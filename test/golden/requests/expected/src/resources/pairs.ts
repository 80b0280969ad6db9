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
import { decodePair, type Pair } from '../records/pair.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface PairsState {
  readonly v: 1;
  readonly resource: 'pairs';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /pairs';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `POST /pairs`. */
export interface PairsPage {
  readonly records: readonly Pair[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: PairsState;
}

export interface PairsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: PairsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class PairsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #options: { readonly kind: string };

  constructor(fetchPage: FetchPage, baseUrl: string, options: { readonly kind: string }) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#options = options;
  }

  /**
   * Every record, one at a time.
   *
   * @example
   * for await (const pair of requests.pairs.list()) console.log(pair.id);
   */
  async *list(options: PairsReadOptions = {}): AsyncGenerator<Pair, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: PairsReadOptions = {}): Promise<Pair[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: PairsReadOptions & { readonly limit?: number } = {}): Promise<Pair[]> {
    return take(this.list(options), limit);
  }

  /** `POST /pairs`, in one request. */
  async *pages({ state: saved, signal }: PairsReadOptions = {}): AsyncGenerator<PairsPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'pairs',
      shape: 'single_page of /pairs',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    const { secrets } = this.#fetchPage;
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/pairs`);
    const place: ReadPosition = { resource: 'pairs', page: 1, attempt: 0, record: 0, state, secrets };
    const records = await this.#fetchPage(url, selectPairs, place, signal, {
      init: {
        method: 'POST',
        body: new URLSearchParams([
          ['field', 'id'],
          ['field', 'name'],
          ['kind', String(this.#options.kind)],
        ]).toString(),
      },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    repeatedKeys += repeated(records.map((record) => String(record.id)));
    state = { ...id, next: null };
    yield { records, repeatedKeys, state };
  }
}

/** The records: the body itself, or the one that it is. */
function selectPairs(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Pair[] {
  refuseMore(response.headers, place);
  const records = recordsAt(body, body, [], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodePair(record, place);
  });
}
