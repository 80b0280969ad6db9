// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { KeptOptionError, KeptResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { type Archived, decodeArchived } from '../records/archived.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ArchivedState {
  readonly v: 1;
  readonly resource: 'archived';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /projects/archived';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /projects/archived`. */
export interface ArchivedPage {
  readonly records: readonly Archived[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: ArchivedState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface ArchivedReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: ArchivedState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: restart. */
  readonly forgotten?: Forgotten | undefined;
}

export class ArchivedResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #options: { readonly includeArchived: boolean };

  constructor(fetchPage: FetchPage, baseUrl: string, options: { readonly includeArchived: boolean }) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#options = options;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const archived of kept.archived.list()) console.log(archived.id);
   */
  async *list(options: ArchivedReadOptions = {}): AsyncGenerator<Archived, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: ArchivedReadOptions = {}): Promise<Archived[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: ArchivedReadOptions & { readonly limit?: number } = {}): Promise<Archived[]> {
    return take(this.list(options), limit);
  }

  /** `GET /projects/archived`, 10 records a page by offset, until a page is empty. */
  async *pages({ state, signal, forgotten = 'restart' }: ArchivedReadOptions = {}): AsyncGenerator<
    ArchivedPage,
    void,
    undefined
  > {
    if (this.#options.includeArchived !== true) throw new KeptOptionError('archived', 'includeArchived', 'true');
    const id = {
      v: 1,
      resource: 'archived',
      shape: 'offset of /projects/archived',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => next.again === true || (Number.isSafeInteger(next.offset) && (next.offset ?? -1) >= 0),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<ArchivedState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: ArchivedState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ArchivedPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/projects/archived?limit=10`);
    let offset = state?.next?.offset ?? 0;
    const guard = new PageGuard(state?.next?.seen);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'archived', page, attempt: 0, record: 0, state, secrets };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectArchived, place, signal);
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

  /** Whether it can be read with the options of this client. */
  get isOffered(): boolean {
    return this.#options.includeArchived === true;
  }
}

/** The records: the body itself. */
function selectArchived(body: unknown, place: ReadPosition): readonly Archived[] {
  const records = body === undefined ? [] : body; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new KeptResponseError(place, 'no_records', `expected the body to be a list, ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeArchived(record, place);
  });
}
