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
import { decodeText, type Text } from '../records/text.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface TextsState {
  readonly v: 1;
  readonly resource: 'texts';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /legacy/search';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `QUERY /legacy/search`. */
export interface TextsPage {
  readonly records: readonly Text[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: TextsState;
}

export interface TextsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: TextsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class TextsResource {
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
   * for await (const text of requests.texts.list()) console.log(text.id);
   */
  async *list(options: TextsReadOptions = {}): AsyncGenerator<Text, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: TextsReadOptions = {}): Promise<Text[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: TextsReadOptions & { readonly limit?: number } = {}): Promise<Text[]> {
    return take(this.list(options), limit);
  }

  /** `QUERY /legacy/search`, in one request. */
  async *pages({ state: saved, signal }: TextsReadOptions = {}): AsyncGenerator<TextsPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'texts',
      shape: 'single_page of /legacy/search',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    const { secrets } = this.#fetchPage;
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${new URL(this.#baseUrl).origin}/legacy/search`);
    const place: ReadPosition = { resource: 'texts', page: 1, attempt: 0, record: 0, state, secrets };
    const records = await this.#fetchPage(url, selectTexts, place, signal, {
      init: { method: 'QUERY', body: `SELECT id FROM things WHERE kind = '${this.#options.kind}'\n` },
      headers: { 'content-type': 'application/sql' },
    });
    repeatedKeys += repeated(records.map((record) => String(record.id)));
    state = { ...id, next: null };
    yield { records, repeatedKeys, state };
  }
}

/** The records: the body itself, or the one that it is. */
function selectTexts(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Text[] {
  refuseMore(response.headers, place);
  const records = recordsAt(body, body, [], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeText(record, place);
  });
}
