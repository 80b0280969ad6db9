// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, ShopResponseError } from '../errors.ts';
import { concatenated, dayOf, lowerCased, takeOut, valueAt, valuesAt, withAdded } from '../internal/changes.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { hashOf } from '../internal/sha-256.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { decodeRun, type Run } from '../records/run.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface RunsState {
  readonly v: 1;
  readonly resource: 'runs';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /runs';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /runs`. */
export interface RunsPage {
  readonly records: readonly Run[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: RunsState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface RunsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: RunsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: restart. */
  readonly forgotten?: Forgotten | undefined;
}

export class RunsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #options: { readonly shop: string; readonly tag: number | undefined };

  constructor(
    fetchPage: FetchPage,
    baseUrl: string,
    options: { readonly shop: string; readonly tag: number | undefined },
  ) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#options = options;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const run of shop.runs.list()) console.log(run.created_at);
   */
  async *list(options: RunsReadOptions = {}): AsyncGenerator<Run, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: RunsReadOptions = {}): Promise<Run[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: RunsReadOptions & { readonly limit?: number } = {}): Promise<Run[]> {
    return take(this.list(options), limit);
  }

  /** `GET /runs`, 10 records a page by offset, until a page is empty. */
  async *pages({ state, signal, forgotten = 'restart' }: RunsReadOptions = {}): AsyncGenerator<
    RunsPage,
    void,
    undefined
  > {
    const id = { v: 1, resource: 'runs', shape: 'offset of /runs', origin: new URL(this.#baseUrl).origin } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => next.again === true || (Number.isSafeInteger(next.offset) && (next.offset ?? -1) >= 0),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<RunsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: RunsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<RunsPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/runs?limit=10`);
    let offset = state?.next?.offset ?? 0;
    const guard = new PageGuard(state?.next?.seen);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'runs', page, attempt: 0, record: 0, state };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(
        url,
        (body, place) => selectRuns(body, place, this.#options),
        place,
        signal,
      );
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      const next =
        records.length === 0
          ? null
          : {
              offset,
              seen: guard.afterRecords(
                pageKey(records[0]?.info_run_id, records.at(-1)?.info_run_id),
                records.length,
                place,
              ),
            };
      repeatedKeys += repeated(records.map((record) => String(record.info_run_id)));
      state = { ...id, next };
      yield { records, repeatedKeys, state };
      if (next === null) return;
    }
  }
}

/** The records at `data`. */
function selectRuns(
  body: unknown,
  place: ReadPosition,
  options: { readonly shop: string; readonly tag: number | undefined },
): readonly Run[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new ShopResponseError(place, 'no_records', `expected a list at "data", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeRun(changeRuns(record, place, options), place);
  });
}

/** A record of the API as it is checked: with `shop`, `label`, `key`, `mail`, `print`, `day`, `step_ids`, `info_run_id`; `crtd` as `created_at`; without `secret`, `owner.token`. */
function changeRuns(
  record: unknown,
  place: ReadPosition,
  options: { readonly shop: string; readonly tag: number | undefined },
): unknown {
  if (typeof record !== 'object' || record === null) return record; // it is checked after this
  const added = {
    shop: options.shop,
    label: options.tag === undefined ? null : `${options.shop}/${options.tag}`,
    key: concatenated([valueAt(record, 'info', 'run_id'), valueAt(record, 'kind')], '-'),
    mail: lowerCased(valueAt(record, 'owner', 'email')),
    print: hashOf([valueAt(record, 'kind') ?? null, valueAt(record, 'owner', 'email') ?? null]),
    day: dayOf(valueAt(record, 'at'), 'at', place),
    step_ids: valuesAt(record, ['steps', null, 'id']),
    info_run_id: valueAt(record, 'info', 'run_id'),
    created_at: valueAt(record, 'crtd'),
  };
  takeOut(record, ['crtd']);
  takeOut(record, ['secret']);
  takeOut(record, ['owner', 'token']);
  return withAdded(record, added, ['created_at'], place);
}
