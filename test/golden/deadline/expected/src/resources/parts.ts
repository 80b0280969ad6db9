// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { HastyResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { refuseMore } from '../internal/more.ts';
import { isSegment, pathSegment } from '../internal/path.ts';
import { repeats } from '../internal/repeats.ts';
import { type Forgotten, parentGone, resuming } from '../internal/resuming.ts';
import { recordsAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodePart, type Part } from '../records/part.ts';
import type { Thing } from '../records/thing.ts';
import type { ThingsResource, ThingsState } from './things.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface PartsState {
  readonly v: 1;
  readonly resource: 'parts';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /things/{things.id}/parts';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Null: the read is complete. */
  readonly next: {
    /** Before the page of parents that is being read. */
    readonly parents?: ThingsState | undefined;
    /** The parent on that page whose records were read last. */
    readonly parent: string;
    /** Always null: a parent has one page. */
    readonly page: { readonly again?: true } | null;
  } | null;
}

/** One page of `GET /things/{things.id}/parts`. */
export interface PartsPage {
  readonly records: readonly Part[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: PartsState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface PartsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: PartsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
  /** How long the read may take, in milliseconds; then it ends with an error that carries the state. Default: 20,000. */
  readonly deadlineMs?: number | undefined;
}

export class PartsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #now: () => number;
  readonly #parents: ThingsResource;

  constructor(fetchPage: FetchPage, baseUrl: string, now: () => number, parents: ThingsResource) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#now = now;
    this.#parents = parents;
  }

  /**
   * Every record, one at a time.
   *
   * @example
   * for await (const part of hasty.parts.list()) console.log(part.id);
   */
  async *list(options: PartsReadOptions = {}): AsyncGenerator<Part, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: PartsReadOptions = {}): Promise<Part[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: PartsReadOptions & { readonly limit?: number } = {}): Promise<Part[]> {
    return take(this.list(options), limit);
  }

  /** `GET /things/{things.id}/parts`, in one request; for each of `things`, one after the other. */
  async *pages({ state, signal, deadlineMs = 20_000, forgotten = 'fail' }: PartsReadOptions = {}): AsyncGenerator<
    PartsPage,
    void,
    undefined
  > {
    const deadline = this.#now() + deadlineMs;
    const id = {
      v: 1,
      resource: 'parts',
      shape: 'single_page of /things/{things.id}/parts',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      id,
      (next) => typeof next.parent === 'string' && (next.page === null || next.page.again === true),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, deadline, signal));
  }

  async *#read(
    id: Pick<PartsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: PartsState | undefined,
    deadline: number,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<PartsPage, void, undefined> {
    let page = 0;
    for await (const part of this.#partsAfter(state?.next, deadline, signal)) {
      if (!isSegment(part.parent.id)) {
        throw new HastyResponseError(
          { resource: 'parts', page, attempt: 0, record: 0, state },
          'parent_without_value',
          'a parent has a id that cannot stand in a path',
        );
      }
      const url = new URL(`${this.#baseUrl}/things/${pathSegment(part.parent.id, 'things.id')}/parts`);
      const place: ReadPosition = { resource: 'parts', page: ++page, attempt: 0, record: 0, state };
      const records = await this.#fetchPage(url, selectParts, place, signal, { deadline });
      state = { ...id, next: { parents: part.parents, parent: part.key, page: null } };
      yield { records, state };
    }
    state = { ...id, next: null };
    yield { records: [], state };
  }

  /** The parents that are not read yet. */
  async *#partsAfter(
    next: PartsState['next'] | undefined,
    deadline: number,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<PartsPart, void, undefined> {
    let parents = next?.parents;
    let reached = next?.parent;
    const wasAsked = repeats(); // a parent that comes twice is asked once
    for await (const found of this.#parents.pages({
      state: parents,
      signal,
      deadlineMs: deadline - this.#now(),
      forgotten: 'fail',
    })) {
      const at = found.records.findIndex((parent) => String(parent.id) === reached); // -1: another page: nothing is skipped
      if (reached !== undefined && at < 0) throw parentGone('things');
      for (const [index, parent] of found.records.entries()) {
        const key = String(parent.id);
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
interface PartsPart {
  /** What states call it. */
  readonly key: string;
  readonly parent: Thing;
  /** Before the page of parents that it is on. */
  readonly parents: ThingsState | undefined;
  /** What the state says of it, where the read is in the middle of it. */
  readonly resumed: PartsState['next'] | undefined;
}

/** The records: the body itself, or the one that it is. */
function selectParts(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Part[] {
  refuseMore(response.headers, place);
  const records = recordsAt(body, body, [], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodePart(record, place);
  });
}
