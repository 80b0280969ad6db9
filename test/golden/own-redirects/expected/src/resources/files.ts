// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { ExportsResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage, Format as BodyFormat } from '../internal/http.ts';
import { jsonLines } from '../internal/json-lines.ts';
import { refuseMore } from '../internal/more.ts';
import { gotInstead } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeFile, type File } from '../records/file.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface FilesState {
  readonly v: 1;
  readonly resource: 'files';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /files/export';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `GET /files/export`. */
export interface FilesPage {
  readonly records: readonly File[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: FilesState;
}

export interface FilesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: FilesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class FilesResource {
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
   * for await (const file of exports.files.list()) console.log(file.id);
   */
  async *list(options: FilesReadOptions = {}): AsyncGenerator<File, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: FilesReadOptions = {}): Promise<File[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: FilesReadOptions & { readonly limit?: number } = {}): Promise<File[]> {
    return take(this.list(options), limit);
  }

  /** `GET /files/export`, in one request. */
  async *pages({ state: saved, signal }: FilesReadOptions = {}): AsyncGenerator<FilesPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'files',
      shape: 'single_page of /files/export',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    const { secrets } = this.#fetchPage;
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/files/export`);
    const place: ReadPosition = { resource: 'files', page: 1, attempt: 0, record: 0, state, secrets };
    const records = await this.#fetchPage(url, selectFiles, place, signal, {
      headers: { accept: 'application/x-ndjson, */*;q=0.1' },
      format: FORMAT,
      redirects: ['https://storage.example.com'],
    });
    repeatedKeys += repeated(records.map((record) => String(record.id)));
    state = { ...id, next: null };
    yield { records, repeatedKeys, state };
  }
}

/** Bodies are JSON Lines. */
const FORMAT: BodyFormat = jsonLines();

/** The records: the body itself. */
function selectFiles(body: unknown, place: ReadPosition, response: ApiAnswer): readonly File[] {
  refuseMore(response.headers, place);
  const records = body === undefined ? [] : body; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new ExportsResponseError(place, 'no_records', `expected the body to be a list, ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeFile(record, place);
  });
}
