// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { TicketsResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import type { CallsHookContext, HookOptions } from '../hook-types.ts';
import { calls as hooks } from '../hooks.ts';
import { repeatGuard } from '../pagination.ts';
import { pathSegment } from '../path.ts';
import { decodeCall, type Call } from '../records/call.ts';
import { repeats } from '../repeats.ts';
import { checkState } from '../state.ts';
import type { AgentsResource, AgentsState } from './agents.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface CallsState {
  readonly v: 1;
  readonly resource: 'calls';
  /** How the read pages: a state of another path or paginator is refused. */
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
    readonly page: { readonly number: number } | null;
  } | null;
}

/** One page of `GET /v2/agents/{agents.id}/calls`. */
export interface CallsPage {
  readonly records: readonly Call[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: CallsState;
}

export interface CallsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: CallsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
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
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /v2/agents/{agents.id}/calls`, pages by number from 1, until a page is empty; for each of `agents`, one after the other. */
  async *pages({ state, signal }: CallsReadOptions = {}): AsyncGenerator<CallsPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const token = {
      v: 1,
      resource: 'calls',
      shape: 'page_number of /v2/agents/{agents.id}/calls',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    checkState(
      state,
      token,
      (next) =>
        typeof next.parent === 'string' &&
        (next.page === null || (Number.isSafeInteger(next.page.number) && next.page.number >= 0)),
    );
    const filled = secrets.fill(state);
    let {
      parents,
      parent: reached,
      page: position,
    } = filled?.next ?? { parents: undefined, parent: undefined, page: null };
    const wasAsked = repeats(); // a parent that comes twice is asked once
    let page = 0;
    for await (const found of this.#parents.pages({ state: parents, signal })) {
      const at = found.records.findIndex((parent) => String(parent.id) === reached); // -1: gone, or another page: nothing is skipped
      const from = at === -1 ? 0 : position === null ? at + 1 : at;
      for (const [index, parent] of found.records.entries()) {
        const key = String(parent.id);
        if (wasAsked(key) || index < from) continue;
        const url = new URL(`${this.#baseUrl}/v2/agents/${pathSegment(parent.id, 'agents.id')}/calls`);
        let number = (key === reached ? position : null)?.number ?? 1;
        const checkProgress = repeatGuard();
        for (;;) {
          const place: RecordPlace = { resource: 'calls', page: ++page, attempt: 0, record: 0, state, secrets };
          const context: CallsHookContext = {
            options: this.#options,
            resource: place.resource,
            page: place.page,
            parent,
          };
          url.searchParams.set('page', String(number));
          const records = await this.#fetchPage(url, selectCalls, place, signal, {
            authenticate: (request) => hooks.authenticate(request, context),
          });
          if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
          number += 1;
          position = records.length === 0 ? null : { number };
          state = secrets.hide({ ...token, next: { parents, parent: key, page: position } });
          yield { records, state };
          if (position === null) break;
        }
      }
      parents = found.state;
      reached = undefined;
    }
    state = secrets.hide({ ...token, next: null });
    yield { records: [], state };
  }
}

/** The records at `calls`. */
function selectCalls(body: unknown, place: RecordPlace): readonly Call[] {
  const records = body === undefined ? [] : (body as { readonly calls?: unknown } | null | undefined)?.calls; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new TicketsResponseError(place, 'no_records', ': expected a list at "calls"');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeCall(record, place);
  });
}
