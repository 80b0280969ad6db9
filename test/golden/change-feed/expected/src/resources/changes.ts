// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { FeedsResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { cursorAt, gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { type Change, decodeChange } from '../records/change.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ChangesState {
  readonly v: 1;
  readonly resource: 'changes';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'cursor of /db/_changes, as a change feed';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Where the next run begins: the position of the API at which the last read that is complete ended. Null: at the beginning. */
  readonly since: { readonly cursor?: string | number; readonly seen?: PagesSeen; readonly again?: true } | null;
  /** The cursor of the next page. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly cursor?: string | number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /db/_changes`. */
export interface ChangesPage {
  readonly records: readonly Change[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: ChangesState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface ChangesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: ChangesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: restart. */
  readonly forgotten?: Forgotten | undefined;
}

export class ChangesResource {
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
   * for await (const change of feeds.changes.list()) console.log(change.id);
   */
  async *list(options: ChangesReadOptions = {}): AsyncGenerator<Change, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: ChangesReadOptions = {}): Promise<Change[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: ChangesReadOptions & { readonly limit?: number } = {}): Promise<Change[]> {
    return take(this.list(options), limit);
  }

  /** `GET /db/_changes`, 100 records a page by cursor, `last_seq` of the body, until it is null or missing or it is the one that was sent. */
  async *pages({ state, signal, forgotten = 'restart' }: ChangesReadOptions = {}): AsyncGenerator<
    ChangesPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'changes',
      shape: 'cursor of /db/_changes, as a change feed',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        next.again === true ||
        (typeof next.cursor === 'string' ? next.cursor !== '' : Number.isSafeInteger(next.cursor)),
      (since) => (typeof since.cursor === 'string' ? since.cursor !== '' : Number.isSafeInteger(since.cursor)),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<ChangesState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: ChangesState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ChangesPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/db/_changes?limit=100`);
    let since = state?.since ?? null;
    let cursor = (state?.next ?? since)?.cursor ?? null;
    const guard = new PageGuard(state?.next?.seen, 100);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'changes', page, attempt: 0, record: 0, state };
      if (cursor !== null) url.searchParams.set('since', String(cursor));
      const { records, nextCursor } = await this.#fetchPage(url, selectChanges, place, signal);
      const end = nextCursor ?? cursor;
      cursor = nextCursor === cursor ? null : nextCursor;
      const next =
        cursor === null
          ? null
          : {
              cursor,
              seen: guard.after(String(cursor), records.length, place, pageKey(records[0]?.id, records.at(-1)?.id)),
            };
      if (next === null) since = end === null ? null : { cursor: end };
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = { ...id, since, next };
      yield { records, repeatedKeys, state };
      if (next === null) return;
    }
  }
}

/** The records at `results`. */
function selectChanges(
  body: unknown,
  place: ReadPosition,
): { readonly records: readonly Change[]; readonly nextCursor: string | number | null } {
  if (body === undefined) return { records: [], nextCursor: null }; // 204 No Content
  const records = (body as { readonly results?: unknown } | null | undefined)?.results;
  if (!Array.isArray(records))
    throw new FeedsResponseError(place, 'no_records', `expected a list at "results", ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeChange(record, place);
    }),
    nextCursor: cursorAt((body as { readonly last_seq?: unknown } | null | undefined)?.last_seq, 'last_seq', place),
  };
}
