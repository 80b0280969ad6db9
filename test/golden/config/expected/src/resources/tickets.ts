// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { pathSegment } from '../path.ts';
import { decodeTicket, type Ticket } from '../records/ticket.ts';
import { recordsAt } from '../select.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface TicketsState {
  readonly v: 1;
  readonly resource: 'tickets';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: string;
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Always null: there is one page. */
  readonly next: null;
}

/** One page of `GET /workspaces/{workspace}/tickets`. */
export interface TicketsPage {
  readonly records: readonly Ticket[];
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
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /workspaces/{workspace}/tickets`, in one request. */
  async *pages({ state, signal }: TicketsReadOptions = {}): AsyncGenerator<TicketsPage, void, undefined> {
    const url = new URL(`${this.#baseUrl}/workspaces/${pathSegment(this.#options.workspace, 'workspace')}/tickets`);
    url.searchParams.set('state', String(this.#options.state));
    if (this.#options.since !== undefined) url.searchParams.set('since', String(this.#options.since));
    url.searchParams.set('per_page', String(this.#options.pageSize));
    url.searchParams.set('archived', 'false');
    const token = {
      v: 1,
      resource: 'tickets',
      shape: `single_page of /workspaces/${this.#options.workspace}/tickets`,
      origin: url.origin,
    } as const;
    checkState(state, token);
    const place: RecordPlace = { resource: 'tickets', page: 1, attempt: 0, record: 0, state };
    const records = await this.#fetchPage(url, selectTickets, place, signal);
    yield { records, state: { ...token, next: null } };
  }
}

/** The records: the body itself, or the one that it is. */
function selectTickets(body: unknown, place: RecordPlace): readonly Ticket[] {
  const records = recordsAt(body, body, [], place);
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeTicket(record, place);
  });
}
