// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { refuseMore } from '../internal/more.ts';
import { pathSegment } from '../internal/path.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { recordsAt } from '../internal/select.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeTicket, type Ticket } from '../records/ticket.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface TicketsState {
  readonly v: 1;
  readonly resource: 'tickets';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'single_page of /workspaces/{workspace}/tickets';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Options that say which source is read: a state with others is refused. */
  readonly options: { readonly workspace: string };
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `GET /workspaces/{workspace}/tickets`. */
export interface TicketsPage {
  readonly records: readonly Ticket[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: TicketsState;
}

export interface TicketsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: TicketsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class TicketsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #options: {
    readonly workspace: string;
    readonly since: string | undefined;
    readonly state: string;
    readonly pageSize: number;
  };

  constructor(
    fetchPage: FetchPage,
    baseUrl: string,
    options: {
      readonly workspace: string;
      readonly since: string | undefined;
      readonly state: string;
      readonly pageSize: number;
    },
  ) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#options = options;
  }

  /**
   * Every record, one at a time.
   *
   * @example
   * for await (const ticket of tickets.tickets.list()) console.log(ticket.id);
   */
  async *list(options: TicketsReadOptions = {}): AsyncGenerator<Ticket, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: TicketsReadOptions = {}): Promise<Ticket[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: TicketsReadOptions & { readonly limit?: number } = {}): Promise<Ticket[]> {
    return take(this.list(options), limit);
  }

  /** `GET /workspaces/{workspace}/tickets`, in one request. */
  async *pages({ state: saved, signal }: TicketsReadOptions = {}): AsyncGenerator<TicketsPage, void, undefined> {
    const id = {
      v: 1,
      resource: 'tickets',
      shape: 'single_page of /workspaces/{workspace}/tickets',
      origin: new URL(this.#baseUrl).origin,
      options: { workspace: this.#options.workspace },
    } as const;
    let { state } = acceptState(saved, id);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/workspaces/${pathSegment(this.#options.workspace, 'workspace')}/tickets`);
    url.searchParams.set('state', String(this.#options.state));
    if (this.#options.since !== undefined) url.searchParams.set('since', String(this.#options.since));
    url.searchParams.set('per_page', String(this.#options.pageSize));
    url.searchParams.set('archived', 'false');
    const place: ReadPosition = { resource: 'tickets', page: 1, attempt: 0, record: 0, state };
    const records = await this.#fetchPage(url, selectTickets, place, signal);
    repeatedKeys += repeated(records.map((record) => String(record.id)));
    state = { ...id, next: null };
    yield { records, repeatedKeys, state };
  }
}

/** The records: the body itself, or the one that it is. */
function selectTickets(body: unknown, place: ReadPosition, response: ApiAnswer): readonly Ticket[] {
  refuseMore(response.headers, place);
  const records = recordsAt(body, body, [], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeTicket(record, place);
  });
}
