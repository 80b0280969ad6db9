// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { KeptOptionError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { refuseMore } from '../internal/more.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { recordsAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodePreview, type Preview } from '../records/preview.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface PreviewsState {
  readonly v: 1;
  readonly resource: 'previews';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /previews';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `GET /previews`. */
export interface PreviewsPage {
  readonly records: readonly Preview[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: PreviewsState;
}

export interface PreviewsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: PreviewsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class PreviewsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #options: { readonly plan: string | undefined };

  constructor(fetchPage: FetchPage, baseUrl: string, options: { readonly plan: string | undefined }) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#options = options;
  }

  /**
   * Every record, one at a time.
   *
   * @example
   * for await (const preview of kept.previews.list()) console.log(preview.id);
   */
  async *list(options: PreviewsReadOptions = {}): AsyncGenerator<Preview, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: PreviewsReadOptions = {}): Promise<Preview[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: PreviewsReadOptions & { readonly limit?: number } = {}): Promise<Preview[]> {
    return take(this.list(options), limit);
  }

  /** `GET /previews`, in one request. */
  async *pages({ state: saved, signal }: PreviewsReadOptions = {}): AsyncGenerator<PreviewsPage, void, undefined> {
    if (this.#options.plan === 'free') throw new KeptOptionError('previews', 'plan', 'another than "free"');
    const id = {
      v: 1,
      resource: 'previews',
      shape: 'single_page of /previews',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    const { secrets } = this.#fetchPage;
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/previews`);
    const place: ReadPosition = { resource: 'previews', page: 1, attempt: 0, record: 0, state, secrets };
    const records = await this.#fetchPage(url, selectPreviews, place, signal);
    repeatedKeys += repeated(records.map((record) => String(record.id)));
    state = { ...id, next: null };
    yield { records, repeatedKeys, state };
  }

  /** Whether it can be read with the options of this client. */
  get isOffered(): boolean {
    return this.#options.plan !== 'free';
  }
}

/** The records: the body itself, or the one that it is. */
function selectPreviews(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Preview[] {
  refuseMore(response.headers, place);
  const records = recordsAt(body, body, [], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodePreview(record, place);
  });
}
