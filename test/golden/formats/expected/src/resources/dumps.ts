// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { FormatsResponseError, type ReadPosition } from '../errors.ts';
import { asNumber, asText, csv, orNull } from '../internal/csv.ts';
import type { FetchPage, Format as BodyFormat } from '../internal/http.ts';
import { refuseMore } from '../internal/more.ts';
import { gotInstead } from '../internal/pagination.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeDump, type Dump } from '../records/dump.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface DumpsState {
  readonly v: 1;
  readonly resource: 'dumps';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /dump.tsv.gz';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `GET /dump.tsv.gz`. */
export interface DumpsPage {
  readonly records: readonly Dump[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: DumpsState;
}

export interface DumpsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: DumpsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class DumpsResource {
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
   * for await (const dump of formats.dumps.list()) console.log(dump.name);
   */
  async *list(options: DumpsReadOptions = {}): AsyncGenerator<Dump, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: DumpsReadOptions = {}): Promise<Dump[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: DumpsReadOptions & { readonly limit?: number } = {}): Promise<Dump[]> {
    return take(this.list(options), limit);
  }

  /** `GET /dump.tsv.gz`, in one request. */
  async *pages({ state: saved, signal }: DumpsReadOptions = {}): AsyncGenerator<DumpsPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'dumps',
      shape: 'single_page of /dump.tsv.gz',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    const url = new URL(`${this.#baseUrl}/dump.tsv.gz`);
    const place: ReadPosition = { resource: 'dumps', page: 1, attempt: 0, record: 0, state };
    const records = await this.#fetchPage(url, selectDumps, place, signal, {
      headers: { accept: 'application/gzip, */*;q=0.1' },
      format: FORMAT,
      gzip: true,
    });
    state = { ...id, next: null };
    yield { records, state };
  }
}

/** Bodies are tables; these are their columns. */
const FORMAT: BodyFormat = csv({
  columns: { id: asNumber, name: orNull(asText) },
  names: ['id', 'name'],
  delimiter: '\t',
  quote: null,
  openEnd: true,
});

/** The records: the body itself. */
function selectDumps(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Dump[] {
  refuseMore(response.headers, place);
  const records = body === undefined ? [] : body; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new FormatsResponseError(place, 'no_records', `expected the body to be a list, ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeDump(record, place);
  });
}
