// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { LibraryResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage, Format as BodyFormat } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { xml } from '../internal/xml.ts';
import { decodePaper, type Paper } from '../records/paper.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface PapersState {
  readonly v: 1;
  readonly resource: 'papers';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /query';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /query`. */
export interface PapersPage {
  readonly records: readonly Paper[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: PapersState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface PapersReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: PapersState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: restart. */
  readonly forgotten?: Forgotten | undefined;
}

export class PapersResource {
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
   * for await (const paper of library.papers.list()) console.log(paper.pages);
   */
  async *list(options: PapersReadOptions = {}): AsyncGenerator<Paper, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: PapersReadOptions = {}): Promise<Paper[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: PapersReadOptions & { readonly limit?: number } = {}): Promise<Paper[]> {
    return take(this.list(options), limit);
  }

  /** `GET /query`, 100 records a page by offset, until a page is empty. */
  async *pages({ state, signal, forgotten = 'restart' }: PapersReadOptions = {}): AsyncGenerator<
    PapersPage,
    void,
    undefined
  > {
    const id = { v: 1, resource: 'papers', shape: 'offset of /query', origin: new URL(this.#baseUrl).origin } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => next.again === true || (Number.isSafeInteger(next.offset) && (next.offset ?? -1) >= 0),
    );
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<PapersState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: PapersState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<PapersPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/query?max_results=100`);
    let offset = state?.next?.offset ?? 0;
    const guard = new PageGuard(state?.next?.seen);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'papers', page, attempt: 0, record: 0, state };
      url.searchParams.set('start', String(offset));
      const records = await this.#fetchPage(url, selectPapers, place, signal, {
        headers: { accept: 'application/xml, */*;q=0.1' },
        format: FORMAT,
      });
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      const next =
        records.length === 0
          ? null
          : { offset, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = { ...id, next };
      yield { records, repeatedKeys, state };
      if (next === null) return;
    }
  }
}

/** Bodies are XML documents; this is what some of their elements are. */
const FORMAT: BodyFormat = xml({
  lists: ['feed.entry', 'feed.entry.author', 'feed.entry.category'],
  objects: ['feed.entry', 'feed.entry.author', 'feed.entry.category', 'feed.entry.journal'],
  texts: [
    'feed.entry.id',
    'feed.entry.updated',
    'feed.entry.title',
    'feed.entry.pages',
    'feed.entry.withdrawn',
    'feed.entry.score',
    'feed.entry.author.name',
    'feed.entry.author.arxiv:affiliation',
  ],
});

/** The records at `feed.entry`. */
function selectPapers(body: unknown, place: ReadPosition): readonly Paper[] {
  const records =
    body === undefined
      ? []
      : (body as { readonly feed?: { readonly entry?: unknown } | null | undefined } | null | undefined)?.feed?.entry; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new LibraryResponseError(place, 'no_records', `expected a list at "feed.entry", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodePaper(record, place);
  });
}
