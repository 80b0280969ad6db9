// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { pathSegment } from '../path.ts';
import { decodePart, type Part } from '../records/part.ts';
import { recordsAt } from '../select.ts';
import { repeats } from '../repeats.ts';
import { checkState } from '../state.ts';
import type { ThingsResource, ThingsState } from './things.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface PartsState {
  readonly v: 1;
  readonly resource: 'parts';
  /** How the read pages: a state of another path or paginator is refused. */
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
    readonly page: null;
  } | null;
}

/** One page of `GET /things/{things.id}/parts`. */
export interface PartsPage {
  readonly records: readonly Part[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: PartsState;
}

export interface PartsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: PartsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
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
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /things/{things.id}/parts`, in one request; for each of `things`, one after the other. */
  async *pages({ state, signal, deadlineMs = 20_000 }: PartsReadOptions = {}): AsyncGenerator<
    PartsPage,
    void,
    undefined
  > {
    const deadline = this.#now() + deadlineMs;
    const token = {
      v: 1,
      resource: 'parts',
      shape: 'single_page of /things/{things.id}/parts',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    checkState(state, token, (next) => typeof next.parent === 'string' && next.page === null);
    let {
      parents,
      parent: reached,
      page: position,
    } = state?.next ?? { parents: undefined, parent: undefined, page: null };
    const wasAsked = repeats(); // a parent that comes twice is asked once
    let page = 0;
    for await (const found of this.#parents.pages({ state: parents, signal, deadlineMs: deadline - this.#now() })) {
      const at = found.records.findIndex((parent) => String(parent.id) === reached); // -1: gone, or another page: nothing is skipped
      const from = at === -1 ? 0 : position === null ? at + 1 : at;
      for (const [index, parent] of found.records.entries()) {
        const key = String(parent.id);
        if (wasAsked(key) || index < from) continue;
        const url = new URL(`${this.#baseUrl}/things/${pathSegment(parent.id, 'things.id')}/parts`);
        const place: RecordPlace = { resource: 'parts', page: ++page, attempt: 0, record: 0, state };
        const records = await this.#fetchPage(url, selectParts, place, signal, { deadline });
        state = { ...token, next: { parents, parent: key, page: null } };
        yield { records, state };
      }
      parents = found.state;
      reached = undefined;
    }
    state = { ...token, next: null };
    yield { records: [], state };
  }
}

/** The records: the body itself, or the one that it is. */
function selectParts(body: unknown, place: RecordPlace): readonly Part[] {
  const records = recordsAt(body, body, [], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodePart(record, place);
  });
}
