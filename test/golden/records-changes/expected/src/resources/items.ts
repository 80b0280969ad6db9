// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, ShopResponseError } from '../errors.ts';
import { lift, snakeKeys, withAdded } from '../internal/changes.ts';
import { parseExactJson } from '../internal/exact-json.ts';
import type { FetchPage } from '../internal/http.ts';
import { refuseMore } from '../internal/more.ts';
import { isSegment, pathSegment } from '../internal/path.ts';
import { repeats } from '../internal/repeats.ts';
import { type Forgotten, parentGone, resuming } from '../internal/resuming.ts';
import { recordsAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeItem, type Item } from '../records/item.ts';
import type { Run } from '../records/run.ts';
import type { RunsResource, RunsState } from './runs.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ItemsState {
  readonly v: 1;
  readonly resource: 'items';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /runs/{runs.info_run_id}/items';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Null: the read is complete. */
  readonly next: {
    /** Before the page of parents that is being read. */
    readonly parents?: RunsState | undefined;
    /** The parent on that page whose records were read last. */
    readonly parent: string;
    /** Always null: a parent has one page. */
    readonly page: { readonly again?: true } | null;
  } | null;
}

/** One page of `GET /runs/{runs.info_run_id}/items`. */
export interface ItemsPage {
  readonly records: readonly Item[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: ItemsState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface ItemsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: ItemsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class ItemsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #parents: RunsResource;

  constructor(fetchPage: FetchPage, baseUrl: string, parents: RunsResource) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#parents = parents;
  }

  /**
   * Every record, one at a time.
   *
   * @example
   * for await (const item of shop.items.list()) console.log(item.item_id);
   */
  async *list(options: ItemsReadOptions = {}): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: ItemsReadOptions = {}): Promise<Item[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: ItemsReadOptions & { readonly limit?: number } = {}): Promise<Item[]> {
    return take(this.list(options), limit);
  }

  /** `GET /runs/{runs.info_run_id}/items`, in one request; for each of `runs`, one after the other. */
  async *pages({ state, signal, forgotten = 'fail' }: ItemsReadOptions = {}): AsyncGenerator<
    ItemsPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'items',
      shape: 'single_page of /runs/{runs.info_run_id}/items',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => typeof next.parent === 'string' && (next.page === null || next.page.again === true),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<ItemsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: ItemsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ItemsPage, void, undefined> {
    let page = 0;
    for await (const part of this.#partsAfter(state?.next, signal)) {
      if (!isSegment(part.parent.info_run_id)) {
        throw new ShopResponseError(
          { resource: 'items', page, attempt: 0, record: 0, state },
          'parent_without_value',
          'a parent has a info_run_id that cannot stand in a path',
        );
      }
      const url = new URL(`${this.#baseUrl}/runs/${pathSegment(part.parent.info_run_id, 'runs.info_run_id')}/items`);
      const place: ReadPosition = { resource: 'items', page: ++page, attempt: 0, record: 0, state };
      const records = await this.#fetchPage(
        url,
        (body, place, response) => selectItems(body, place, response, part),
        place,
        signal,
        { parse: parseExactJson },
      );
      state = { ...id, next: { parents: part.parents, parent: part.key, page: null } };
      yield { records, state };
    }
    state = { ...id, next: null };
    yield { records: [], state };
  }

  /** The parents that are not read yet. */
  async *#partsAfter(
    next: ItemsState['next'] | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ItemsPart, void, undefined> {
    let parents = next?.parents;
    let reached = next?.parent;
    const wasAsked = repeats(); // a parent that comes twice is asked once
    for await (const found of this.#parents.pages({ state: parents, signal, forgotten: 'fail' })) {
      const at = found.records.findIndex((parent) => String(parent.info_run_id) === reached); // -1: another page: nothing is skipped
      if (reached !== undefined && at < 0) throw parentGone('runs');
      for (const [index, parent] of found.records.entries()) {
        const key = String(parent.info_run_id);
        const resumed = key === reached ? next : undefined;
        if (wasAsked(key) || index < at || resumed?.page === null) continue;
        yield { key, parent, parents, resumed };
      }
      parents = found.state;
      reached = undefined;
    }
  }
}

/** A parent whose records are read. */
interface ItemsPart {
  /** What states call it. */
  readonly key: string;
  readonly parent: Run;
  /** Before the page of parents that it is on. */
  readonly parents: RunsState | undefined;
  /** What the state says of it, where the read is in the middle of it. */
  readonly resumed: ItemsState['next'] | undefined;
}

/** The records at `items`, or the one that it is. */
function selectItems(body: unknown, place: ReadPosition, response: ApiAnswer, part: ItemsPart): readonly Item[] {
  refuseMore(response.headers, place);
  const records = recordsAt((body as { readonly items?: unknown } | null | undefined)?.items, body, ['items'], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeItem(changeItems(record, place, part), place);
  });
}

/** A record of the API as it is checked: with `run`; what is in `attributes` among its fields; its names in snake_case. */
function changeItems(record: unknown, place: ReadPosition, part: ItemsPart): unknown {
  if (typeof record !== 'object' || record === null) return record; // it is checked after this
  const added = { run: part.parent.info_run_id };
  lift(record, ['attributes'], '', place);
  return withAdded(snakeKeys(record, place, { labels: true }), added, [], place);
}
