// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { AnalyticsResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { repeatGuard } from '../pagination.ts';
import { decodeAnnotation, type Annotation } from '../records/annotation.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface AnnotationsState {
  readonly v: 1;
  readonly resource: 'annotations';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /v1/annotations';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete. */
  readonly next: { readonly offset: number } | null;
}

/** One page of `GET /v1/annotations`. */
export interface AnnotationsPage {
  readonly records: readonly Annotation[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: AnnotationsState;
}

export interface AnnotationsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: AnnotationsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A note that somebody put on a chart. */
export class AnnotationsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;

  constructor(fetchPage: FetchPage, baseUrl: string) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const annotation of analytics.annotations.list()) console.log(annotation.author);
   */
  async *list(options: AnnotationsReadOptions = {}): AsyncGenerator<Annotation, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /v1/annotations`, 100 records a page by offset, until a page is empty. */
  async *pages({ state, signal }: AnnotationsReadOptions = {}): AsyncGenerator<AnnotationsPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const url = new URL(`${this.#baseUrl}/v1/annotations?limit=100`);
    const token = { v: 1, resource: 'annotations', shape: 'offset of /v1/annotations', origin: url.origin } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.offset) && next.offset >= 0);
    let offset = state?.next?.offset ?? 0;
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'annotations', page, attempt: 0, record: 0, state, secrets };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectAnnotations, place, signal);
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      state = { ...token, next: records.length === 0 ? null : { offset } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** The records at `data`. */
function selectAnnotations(body: unknown, place: RecordPlace): readonly Annotation[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new AnalyticsResponseError(place, 'no_records', ': expected a list at "data"');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeAnnotation(record, place);
  });
}
