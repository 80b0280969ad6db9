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
import { decodePreview, type Preview } from '../records/preview.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface PreviewState {
  readonly v: 1;
  readonly resource: 'preview';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /preview';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `GET /preview`. */
export interface PreviewPage {
  readonly records: readonly Preview[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: PreviewState;
}

export interface PreviewReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: PreviewState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class PreviewResource {
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
   * for await (const preview of versions.preview.list()) console.log(preview.id);
   */
  async *list(options: PreviewReadOptions = {}): AsyncGenerator<Preview, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: PreviewReadOptions = {}): Promise<Preview[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: PreviewReadOptions & { readonly limit?: number } = {}): Promise<Preview[]> {
    return take(this.list(options), limit);
  }

  /** `GET /preview`, in one request. */
  async *pages({ state: saved, signal }: PreviewReadOptions = {}): AsyncGenerator<PreviewPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'preview',
      shape: 'single_page of /preview',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/preview`);
    const place: ReadPosition = { resource: 'preview', page: 1, attempt: 0, record: 0, state };
    const records = await this.#fetchPage(url, selectPreview, place, signal, { headers: { 'x-preview': 'on' } });
    repeatedKeys += repeated(records.map((record) => String(record.id)));
    state = { ...id, next: null };
    yield { records, repeatedKeys, state };
  }
}

/** The records: the body itself, or the one that it is. */
function selectPreview(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Preview[] {
  refuseMore(response.headers, place);
  const records = recordsAt(body, body, [], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodePreview(record, place);
  });
}
