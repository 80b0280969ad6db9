// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { HastyResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { decodeThing, type Thing } from '../records/thing.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ThingsState {
  readonly v: 1;
  readonly resource: 'things';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'page_number of /things';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The page to ask for next. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly number?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /things`. */
export interface ThingsPage {
  readonly records: readonly Thing[];
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
  /** How long the read may take, in milliseconds; then it ends with an error that carries the state. Default: 300,000. */
  readonly deadlineMs?: number | undefined;
}

export class ThingsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #now: () => number;

  constructor(fetchPage: FetchPage, baseUrl: string, now: () => number) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#now = now;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const thing of hasty.things.list()) console.log(thing.id);
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

  /** `GET /things`, pages by number from 0, until a page is empty. */
  async *pages({ state, signal, deadlineMs = 300_000, forgotten = 'fail' }: ThingsReadOptions = {}): AsyncGenerator<
    ThingsPage,
    void,
    undefined
  > {
    const deadline = this.#now() + deadlineMs;
    const id = {
      v: 1,
      resource: 'things',
      shape: 'page_number of /things',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => next.again === true || (Number.isSafeInteger(next.number) && (next.number ?? -1) >= 0),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, deadline, signal));
  }

  async *#read(
    id: Pick<ThingsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: ThingsState | undefined,
    deadline: number,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ThingsPage, void, undefined> {
    const url = new URL(`${this.#baseUrl}/things`);
    let number = state?.next?.number ?? 0;
    const guard = new PageGuard(state?.next?.seen);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'things', page, attempt: 0, record: 0, state };
      url.searchParams.set('page', String(number));
      const records = await this.#fetchPage(url, selectThings, place, signal, { deadline });
      number += 1;
      const next =
        records.length === 0 ? null : { number, seen: guard.afterRecords(pageKey(records), records.length, place) };
      state = { ...id, next };
      yield { records, state };
      if (next === null) return;
    }
  }
}

/** The records: the body itself. */
function selectThings(body: unknown, place: ReadPosition): readonly Thing[] {
  const records = body === undefined ? [] : body; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new HastyResponseError(place, 'no_records', `expected the body to be a list, ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeThing(record, place);
  });
}
