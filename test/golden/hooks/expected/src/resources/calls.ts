// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { type ReadPosition, TicketsResponseError } from '../errors.ts';
import type { CallsHookContext, HookOptions } from '../hook-types.ts';
import { calls as hooks } from '../hooks.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { isSegment, pathSegment } from '../internal/path.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { repeats } from '../internal/repeats.ts';
import { type Forgotten, parentGone, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Agent } from '../records/agent.ts';
import { type Call, decodeCall } from '../records/call.ts';
import type { AgentsResource, AgentsState } from './agents.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface CallsState {
  readonly v: 1;
  readonly resource: 'calls';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'page_number of /v2/agents/{agents.id}/calls';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Null: the read is complete. */
  readonly next: {
    /** Before the page of parents that is being read. */
    readonly parents?: AgentsState | undefined;
    /** The parent on that page whose records were read last. */
    readonly parent: string;
    /** The page to ask for next. Null: it is the next parent's turn. */
    readonly page: { readonly number?: number; readonly seen?: PagesSeen; readonly again?: true } | null;
  } | null;
}

/** One page of `GET /v2/agents/{agents.id}/calls`. */
export interface CallsPage {
  readonly records: readonly Call[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: CallsState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface CallsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: CallsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

/** What each agent said. */
export class CallsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #parents: AgentsResource;
  readonly #options: HookOptions;

  constructor(fetchPage: FetchPage, baseUrl: string, parents: AgentsResource, options: HookOptions) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#parents = parents;
    this.#options = options;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const call of tickets.calls.list()) console.log(call.minutes);
   */
  async *list(options: CallsReadOptions = {}): AsyncGenerator<Call, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: CallsReadOptions = {}): Promise<Call[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: CallsReadOptions & { readonly limit?: number } = {}): Promise<Call[]> {
    return take(this.list(options), limit);
  }

  /** `GET /v2/agents/{agents.id}/calls`, pages by number from 1, until a page is empty; for each of `agents`, one after the other. */
  async *pages({ state, signal, forgotten = 'fail' }: CallsReadOptions = {}): AsyncGenerator<
    CallsPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'calls',
      shape: 'page_number of /v2/agents/{agents.id}/calls',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      this.#fetchPage.secrets.hide(id),
      (next) =>
        typeof next.parent === 'string' &&
        (next.page === null ||
          next.page.again === true ||
          (Number.isSafeInteger(next.page.number) && (next.page.number ?? -1) >= 0)),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<CallsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: CallsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<CallsPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const filled = secrets.fill(state);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let page = 0;
    for await (const part of this.#partsAfter(filled?.next, signal)) {
      if (!isSegment(part.parent.id)) {
        throw new TicketsResponseError(
          { resource: 'calls', page, attempt: 0, record: 0, state, secrets },
          'parent_without_value',
          'a parent has a id that cannot stand in a path',
        );
      }
      const url = new URL(`${this.#baseUrl}/v2/agents/${pathSegment(part.parent.id, 'agents.id')}/calls`);
      let number = part.resumed?.page?.number ?? 1;
      const guard = new PageGuard(part.resumed?.page?.seen);
      for (;;) {
        const place: ReadPosition = { resource: 'calls', page: ++page, attempt: 0, record: 0, state, secrets };
        const context: CallsHookContext = {
          options: this.#options,
          resource: place.resource,
          page: place.page,
          parent: part.parent,
        };
        url.searchParams.set('page', String(number));
        const records = await this.#fetchPage(url, selectCalls, place, signal, {
          authenticate: (request) => hooks.authenticate(request, context),
        });
        number += 1;
        const next =
          records.length === 0
            ? null
            : { number, seen: guard.afterRecords(pageKey(records[0]?.id, records.at(-1)?.id), records.length, place) };
        repeatedKeys += repeated(records.map((record) => String(record.id)));
        state = secrets.hide({ ...id, next: { parents: part.parents, parent: part.key, page: next } });
        yield { records, repeatedKeys, state };
        if (next === null) break;
      }
    }
    state = secrets.hide({ ...id, next: null });
    yield { records: [], repeatedKeys, state };
  }

  /** The parents that are not read yet. */
  async *#partsAfter(
    next: CallsState['next'] | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<CallsPart, void, undefined> {
    let parents = next?.parents;
    let reached = next?.parent;
    const wasAsked = repeats(); // a parent that comes twice is asked once
    for await (const found of this.#parents.pages({ state: parents, signal })) {
      const at = found.records.findIndex((parent) => String(parent.id) === reached); // -1: another page: nothing is skipped
      if (reached !== undefined && at < 0) throw parentGone('agents');
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
interface CallsPart {
  /** What states call it. */
  readonly key: string;
  readonly parent: Agent;
  /** Before the page of parents that it is on. */
  readonly parents: AgentsState | undefined;
  /** What the state says of it, where the read is in the middle of it. */
  readonly resumed: CallsState['next'] | undefined;
}

/** The records at `calls`. */
function selectCalls(body: unknown, place: ReadPosition): readonly Call[] {
  const records = body === undefined ? [] : (body as { readonly calls?: unknown } | null | undefined)?.calls; // undefined: 204 No Content
  if (!Array.isArray(records))
    throw new TicketsResponseError(place, 'no_records', `expected a list at "calls", ${gotInstead(records)}`);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeCall(record, place);
  });
}
