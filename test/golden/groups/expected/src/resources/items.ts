// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, ShopResponseError } from '../errors.ts';
import { keysIn } from '../internal/groups.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { decodeItem, type Item } from '../records/item.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ItemsState {
  readonly v: 1;
  readonly resource: 'items';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'offset of /v1/items for each id, in groups';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Null: the read is complete. */
  readonly next: {
    /** The values, or combinations of values, whose records have been read. */
    readonly done: readonly string[];
    /** The group whose records were read last: the JSON of its keys. */
    readonly partition: string;
    /** Records read so far. Null: it is the next combination's turn. */
    readonly page: { readonly offset?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
  } | null;
}

/** One page of `GET /v1/items`. */
export interface ItemsPage {
  readonly records: readonly Item[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
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
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: restart. */
  readonly forgotten?: Forgotten | undefined;
}

export class ItemsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #options: { readonly ids: readonly string[] };

  constructor(fetchPage: FetchPage, baseUrl: string, options: { readonly ids: readonly string[] }) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#options = options;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const item of shop.items.list()) console.log(item.title);
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

  /** `GET /v1/items`, 100 records a page by offset, until a page is empty; for each id, 50 with each request. */
  async *pages({ state, signal, forgotten = 'restart' }: ItemsReadOptions = {}): AsyncGenerator<
    ItemsPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'items',
      shape: 'offset of /v1/items for each id, in groups',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) =>
        Array.isArray(next.done) &&
        keysIn(next.partition).length > 0 &&
        (next.page === null ||
          next.page.again === true ||
          (Number.isSafeInteger(next.page.offset) && (next.page.offset ?? -1) >= 0)),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<ItemsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: ItemsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ItemsPage, void, undefined> {
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let done: readonly string[] = state?.next?.done ?? [];
    let page = 0;
    for (const part of this.#partsAfter(state?.next)) {
      if (part.keys.some((key) => key.includes(','))) {
        throw new ShopResponseError(
          { resource: 'items', page, attempt: 0, record: 0, state },
          'invalid_option',
          'one of the values holds ",", which stands between those of a group: say another separator',
        );
      }
      const url = new URL(`${this.#baseUrl}/v1/items`);
      url.searchParams.set('ids', part.keys.join(','));
      url.searchParams.set('limit', '100');
      let offset = part.resumed?.page?.offset ?? 0;
      const guard = new PageGuard(part.resumed?.page?.seen);
      for (;;) {
        const place: ReadPosition = { resource: 'items', page: ++page, attempt: 0, record: 0, state };
        url.searchParams.set('offset', String(offset));
        const records = await this.#fetchPage(url, selectItems, place, signal);
        offset += records.length; // by what came, not by what was asked: a server may cap its pages
        const next =
          records.length === 0
            ? null
            : { offset, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
        repeatedKeys += repeated(records.map((record) => String(record.id)));
        if (next === null) done = [...done, ...part.keys];
        state = { ...id, next: { done, partition: part.key, page: next } };
        yield { records, repeatedKeys, state };
        if (next === null) break;
      }
    }
    state = { ...id, next: null };
    yield { records: [], repeatedKeys, state };
  }

  /** The groups of values that are not read yet, in their order. The one that a state is in the middle of is as it was, whatever the list is now. */
  *#partsAfter(next: ItemsState['next'] | undefined): Generator<ItemsPart, void, undefined> {
    const seen = new Set(next?.done); // read already, or listed twice
    const under = next === undefined || next === null ? [] : keysIn(next.partition).filter((key) => !seen.has(key));
    if (next !== undefined && under.length > 0) yield { key: JSON.stringify(under), keys: under, resumed: next };
    for (const key of under) seen.add(key);
    let group: string[] = [];
    for (const id of this.#options.ids) {
      const key = id;
      if (seen.has(key)) continue;
      seen.add(key);
      group.push(key);
      if (group.length < 50) continue;
      yield { key: JSON.stringify(group), keys: group, resumed: undefined };
      group = [];
    }
    if (group.length > 0) yield { key: JSON.stringify(group), keys: group, resumed: undefined };
  }
}

/** Values that are asked for at once. */
interface ItemsPart {
  /** What states call it: the JSON of its keys. */
  readonly key: string;
  readonly keys: readonly string[];
  /** What the state says of it, where the read is in the middle of it. */
  readonly resumed: ItemsState['next'] | undefined;
}

/** The records at `data`. */
function selectItems(body: unknown, place: ReadPosition): readonly Item[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new ShopResponseError(place, 'no_records', `expected a list at "data", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeItem(record, place);
  });
}
