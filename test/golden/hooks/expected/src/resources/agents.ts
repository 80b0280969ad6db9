// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ReadPosition } from '../errors.ts';
import { agents as hooks } from '../hooks.ts';
import type { FetchPage } from '../internal/http.ts';
import { refuseMore } from '../internal/more.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { runHook } from '../internal/run-hook.ts';
import { recordsAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { type Agent, decodeAgent } from '../records/agent.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface AgentsState {
  readonly v: 1;
  readonly resource: 'agents';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /v2/agents';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `GET /v2/agents`. */
export interface AgentsPage {
  readonly records: readonly Agent[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: AgentsState;
}

export interface AgentsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: AgentsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Who answers. */
export class AgentsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;

  constructor(fetchPage: FetchPage, baseUrl: string) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
  }

  /**
   * Every record, one at a time.
   *
   * @example
   * for await (const agent of tickets.agents.list()) console.log(agent.id);
   */
  async *list(options: AgentsReadOptions = {}): AsyncGenerator<Agent, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: AgentsReadOptions = {}): Promise<Agent[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: AgentsReadOptions & { readonly limit?: number } = {}): Promise<Agent[]> {
    return take(this.list(options), limit);
  }

  /** `GET /v2/agents`, in one request. */
  async *pages({ state: saved, signal }: AgentsReadOptions = {}): AsyncGenerator<AgentsPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'agents',
      shape: 'single_page of /v2/agents',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    let { state } = acceptState(saved, id);
    const { secrets } = this.#fetchPage;
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/v2/agents`);
    const place: ReadPosition = { resource: 'agents', page: 1, attempt: 0, record: 0, state, secrets };
    const records = await this.#fetchPage(url, selectAgents, place, signal);
    repeatedKeys += repeated(records.map((record) => String(record.id)));
    state = { ...id, next: null };
    yield { records: hookedAgents(records, place), repeatedKeys, state };
  }
}

/** The records at `agents`, or the one that it is. */
function selectAgents(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Agent[] {
  refuseMore(response.headers, place);
  const records = recordsAt(
    (body as { readonly agents?: unknown } | null | undefined)?.agents,
    body,
    ['agents'],
    place,
  );
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeAgent(record, place);
  });
}

/** The records that `filter` keeps, as `map` returns them. */
function hookedAgents(records: readonly Agent[], place: ReadPosition): readonly Agent[] {
  const kept = runHook('filter', place, () =>
    records.filter((record, index) => {
      place.record = index;
      return hooks.filter(record);
    }),
  );
  return runHook('map', place, () =>
    kept.map((record, index) => {
      place.record = index;
      return hooks.map(record);
    }),
  );
}
