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
import { decodeOpenRow, type OpenRow } from '../records/open-row.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface OpenRowsState {
  readonly v: 1;
  readonly resource: 'open_rows';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /open_rows';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `GET /open_rows`. */
export interface OpenRowsPage {
  readonly records: readonly OpenRow[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: OpenRowsState;
}

export interface OpenRowsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: OpenRowsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class OpenRowsResource {
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
   * for await (const openRow of contracts.openRows.list()) console.log(openRow.id);
   */
  async *list(options: OpenRowsReadOptions = {}): AsyncGenerator<OpenRow, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: OpenRowsReadOptions = {}): Promise<OpenRow[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: OpenRowsReadOptions & { readonly limit?: number } = {}): Promise<OpenRow[]> {
    return take(this.list(options), limit);
  }

  /** `GET /open_rows`, in one request. */
  async *pages({ state: saved, signal }: OpenRowsReadOptions = {}): AsyncGenerator<OpenRowsPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'open_rows',
      shape: 'single_page of /open_rows',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/open_rows`);
    const place: ReadPosition = {
      resource: 'open_rows',
      page: 1,
      attempt: 0,
      record: 0,
      discardedRows: 0,
      discardedValues: 0,
      state,
    };
    const records = await this.#fetchPage(url, selectOpenRows, place, signal);
    repeatedKeys += repeated(records.map((record) => String(record.id)));
    state = { ...id, next: null };
    yield { records, repeatedKeys, state };
  }
}

/** The records: the body itself, or the one that it is. */
function selectOpenRows(body: unknown, place: ReadPosition, response: ApiAnswer): readonly OpenRow[] {
  refuseMore(response.headers, place);
  const records = recordsAt(body, body, [], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeOpenRow(record, place);
  });
}
