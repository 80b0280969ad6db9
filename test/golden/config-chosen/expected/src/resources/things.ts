// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { ChosenResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { decodeThing, type Thing } from '../records/thing.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ThingsState {
  readonly v: 1;
  readonly resource: 'things';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /things';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /things`. */
export interface ThingsPage {
  readonly records: readonly Thing[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: ThingsState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface ThingsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: ThingsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class ThingsResource {
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
   * for await (const thing of chosen.things.list()) console.log(thing.id);
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

  /** `GET /things`, 10 records a page by offset, until a page is empty. */
  async *pages({ state, signal, forgotten = 'fail' }: ThingsReadOptions = {}): AsyncGenerator<
    ThingsPage,
    void,
    undefined
  > {
    const id = { v: 1, resource: 'things', shape: 'offset of /things', origin: new URL(this.#baseUrl).origin } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => next.again === true || (Number.isSafeInteger(next.offset) && (next.offset ?? -1) >= 0),
    );
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<ThingsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: ThingsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ThingsPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/things`);
    if (this.#options.includeArchived === true) url.searchParams.set('archived', 'true');
    url.searchParams.set('sort', 'id');
    url.searchParams.set('limit', '10');
    let offset = state?.next?.offset ?? 0;
    const guard = new PageGuard(state?.next?.seen);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'things', page, attempt: 0, record: 0, state, secrets };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectThings, place, signal);
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

/** The records: the body itself. */
function selectThings(body: unknown, place: ReadPosition): readonly Thing[] {
  const records = body === undefined ? [] : body; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new ChosenResponseError(place, 'no_records', `expected the body to be a list, ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeThing(record, place);
  });
}
