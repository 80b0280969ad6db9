// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ReadPosition } from '../errors.ts';
import { checkCursor, Cursor, type CursorState } from '../internal/cursor.ts';
import { parseExactJson, stringifyJson } from '../internal/exact-json.ts';
import type { FetchPage } from '../internal/http.ts';
import { integerOption } from '../internal/integers.ts';
import { refuseMore } from '../internal/more.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { recordsAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeEntry, type Entry } from '../records/entry.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface EntriesState {
  readonly v: 1;
  readonly resource: 'entries';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /entries';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** How far the read has come. */
  readonly cursor: CursorState<string>;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `POST /entries`. */
export interface EntriesPage {
  readonly records: readonly Entry[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: EntriesState;
}

export interface EntriesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: EntriesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class EntriesResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #options: { readonly first: string | undefined };

  constructor(fetchPage: FetchPage, baseUrl: string, options: { readonly first: string | undefined }) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#options = options;
  }

  /**
   * Every record, one at a time.
   *
   * @example
   * for await (const entry of ledger.entries.list()) console.log(entry.id);
   */
  async *list(options: EntriesReadOptions = {}): AsyncGenerator<Entry, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: EntriesReadOptions = {}): Promise<Entry[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: EntriesReadOptions & { readonly limit?: number } = {}): Promise<Entry[]> {
    return take(this.list(options), limit);
  }

  /** `POST /entries`, in one request; only what is new by `seq`. */
  async *pages({ state: saved, signal }: EntriesReadOptions = {}): AsyncGenerator<EntriesPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'entries',
      shape: 'single_page of /entries',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    if (state !== undefined)
      checkCursor(state.cursor, (value) => typeof value === 'string' && /^-?\d+$/.test(value), 'entries', state);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const bookmark = this.#cursorFrom(state?.cursor, state);
    const start = bookmark.from;
    const end = bookmark.until === null ? null : BigInt(bookmark.until);
    const url = new URL(`${this.#baseUrl}/entries`);
    const place: ReadPosition = { resource: 'entries', page: 1, attempt: 0, record: 0, state };
    const records = await this.#fetchPage(url, selectEntries, place, signal, {
      init: { method: 'POST', body: stringifyJson({ after: start, before: end }) },
      headers: { 'content-type': 'application/json' },
      parse: parseExactJson,
    });
    const fresh = bookmark.fresh(records, place);
    repeatedKeys += repeated(records.map((record) => String(record.id)));
    state = { ...id, cursor: bookmark.toState(true), next: null };
    yield { records: fresh, repeatedKeys, state };
  }

  /** What follows `seq` through a read. */
  #cursorFrom(saved: CursorState<string> | undefined, state: unknown): Cursor<Entry, string, bigint> {
    return new Cursor<Entry, string, bigint>({
      resource: 'entries',
      state,
      saved,
      initial: integerOption(this.#options.first, 'first', 'entries'),
      end: '18014398509481985',
      valueOf: (record) => String(record.seq),
      order: (value) => BigInt(value),
      scale: (value) => BigInt(value),
      back: 1n,
      lag: { by: 100n, orderAt: (place) => place },
    });
  }
}

/** The records at `data`, or the one that it is. */
function selectEntries(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Entry[] {
  refuseMore(response.headers, place);
  const records = recordsAt((body as { readonly data?: unknown } | null | undefined)?.data, body, ['data'], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeEntry(record, place);
  });
}
