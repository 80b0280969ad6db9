// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { AheadResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { cursorAt, gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { ReadAhead } from '../internal/read-ahead.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { type Chained, decodeChained } from '../records/chained.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ChainedState {
  readonly v: 1;
  readonly resource: 'chained';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'cursor of /chained';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The cursor of the next page. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly cursor?: string | number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /chained`. */
export interface ChainedPage {
  readonly records: readonly Chained[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: ChainedState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface ChainedReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: ChainedState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class ChainedResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;

  constructor(fetchPage: FetchPage, baseUrl: string) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
  }

  /**
   * Every record, one at a time; the next page is on its way while one is used.
   *
   * @example
   * for await (const chained of ahead.chained.list()) console.log(chained.id);
   */
  async *list(options: ChainedReadOptions = {}): AsyncGenerator<Chained, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: ChainedReadOptions = {}): Promise<Chained[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: ChainedReadOptions & { readonly limit?: number } = {}): Promise<Chained[]> {
    return take(this.list(options), limit);
  }

  /** `GET /chained`, page after page by cursor, `next` of the body, until it is null or missing. */
  async *pages({ state, signal, forgotten = 'fail' }: ChainedReadOptions = {}): AsyncGenerator<
    ChainedPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'chained',
      shape: 'cursor of /chained',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        next.again === true ||
        (typeof next.cursor === 'string' ? next.cursor !== '' : Number.isSafeInteger(next.cursor)),
    );
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<ChainedState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: ChainedState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ChainedPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/chained`);
    let cursor = state?.next?.cursor ?? null;
    const guard = new PageGuard(state?.next?.seen, 100);
    const ahead = new ReadAhead(signal, (page, _, signal) => {
      const place: ReadPosition = { resource: 'chained', page, attempt: 0, record: 0, state };
      if (cursor !== null) url.searchParams.set('cursor', String(cursor));
      return { place, answer: this.#fetchPage(url, selectChained, place, signal) };
    });
    try {
      for (let page = 1; ; page++) {
        const {
          place,
          answer: { records, nextCursor },
        } = await ahead.take(page, state);
        cursor = nextCursor;
        const next =
          cursor === null
            ? null
            : {
                cursor,
                seen: guard.after(String(cursor), records.length, place, pageKey(records[0]?.id, records.at(-1)?.id)),
              };
        repeatedKeys += repeated(records.map((record) => String(record.id)));
        if (next !== null) ahead.start(page + 1);
        state = { ...id, next };
        yield { records, repeatedKeys, state };
        if (next === null) return;
      }
    } finally {
      ahead.end();
    }
  }
}

/** The records at `items`. */
function selectChained(
  body: unknown,
  place: ReadPosition,
): { readonly records: readonly Chained[]; readonly nextCursor: string | number | null } {
  if (body === undefined) return { records: [], nextCursor: null }; // 204 No Content
  const records = (body as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(records))
    throw new AheadResponseError(place, 'no_records', `expected a list at "items", ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeChained(record, place);
    }),
    nextCursor: cursorAt((body as { readonly next?: unknown } | null | undefined)?.next, 'next', place),
  };
}
