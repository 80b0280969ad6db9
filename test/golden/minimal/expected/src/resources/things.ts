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
import { decodeThing, type Thing } from '../records/thing.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ThingsState {
  readonly v: 1;
  readonly resource: 'things';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /things';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `GET /things`. */
export interface ThingsPage {
  readonly records: readonly Thing[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: ThingsState;
}

export interface ThingsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: ThingsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class ThingsResource {
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
   * for await (const thing of minimal.things.list()) console.log(thing.name);
   */
  async *list(options: ThingsReadOptions = {}): AsyncGenerator<Thing, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: ThingsReadOptions = {}): Promise<Thing[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: ThingsReadOptions & { readonly limit?: number } = {}): Promise<Thing[]> {
    return take(this.list(options), limit);
  }

  /** `GET /things`, in one request. */
  async *pages({ state: saved, signal }: ThingsReadOptions = {}): AsyncGenerator<ThingsPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'things',
      shape: 'single_page of /things',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/things`);
    const place: ReadPosition = { resource: 'things', page: 1, attempt: 0, record: 0, state };
    const records = await this.#fetchPage(url, selectThings, place, signal);
    repeatedKeys += repeated(records.map((record) => String(record.id)));
    state = { ...id, next: null };
    yield { records, repeatedKeys, state };
  }
}

/** The records: the body itself, or the one that it is. */
function selectThings(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Thing[] {
  refuseMore(response.headers, place);
  const records = recordsAt(body, body, [], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeThing(record, place);
  });
}
