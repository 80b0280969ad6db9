// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import type { TicketsPosition, TicketsHookContext, HookOptions } from '../hook-types.ts';
import { tickets as hooks } from '../hooks.ts';
import { runHook } from '../run-hook.ts';
import { repeatGuard } from '../pagination.ts';
import { decodeTicket, type Ticket } from '../records/ticket.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface TicketsState {
  readonly v: 1;
  readonly resource: 'tickets';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'cursor of /v2/tickets';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The cursor of the next page. Null: the read is complete. */
  readonly next: { readonly cursor: string | number } | null;
}

/** What `map` in `src/hooks.ts` makes of a record. */
export type TicketsMapped = ReturnType<typeof hooks.map>;

/** One page of `GET /v2/tickets`. */
export interface TicketsPage {
  readonly records: readonly TicketsMapped[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: TicketsState;
}

export interface TicketsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: TicketsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What people asked. */
export class TicketsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #options: HookOptions;

  constructor(fetchPage: FetchPage, baseUrl: string, options: HookOptions) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#options = options;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const ticket of tickets.tickets.list()) console.log(ticket);
   */
  async *list(options: TicketsReadOptions = {}): AsyncGenerator<TicketsMapped, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /v2/tickets`, 100 records a page by cursor, as long as `next` in `src/hooks.ts` has a next page. */
  async *pages({ state, signal }: TicketsReadOptions = {}): AsyncGenerator<TicketsPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const url = new URL(`${this.#baseUrl}/v2/tickets?limit=100`);
    const token = { v: 1, resource: 'tickets', shape: 'cursor of /v2/tickets', origin: url.origin } as const;
    checkState(state, token, (next) =>
      typeof next.cursor === 'string' ? next.cursor !== '' : Number.isSafeInteger(next.cursor),
    );
    const filled = secrets.fill(state);
    let begin: TicketsPosition | null = filled?.next ?? null;
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'tickets', page, attempt: 0, record: 0, state, secrets };
      const context: TicketsHookContext = { options: this.#options, resource: place.resource, page: place.page };
      let cursor = begin?.cursor ?? null;
      if (cursor !== null) url.searchParams.set('cursor', String(cursor));
      const { records, following } = await this.#fetchPage(
        url,
        (body, place) => selectTickets(body, place, begin),
        place,
        signal,
        { request: (request) => hooks.request(request, context) },
      );
      if (following !== null) checkProgress(JSON.stringify(following), place);
      begin = following;
      state = secrets.hide({ ...token, next: following });
      yield { records: hookedTickets(records, place), state };
      if (state.next === null) return;
    }
  }
}

/** The records that `select` in `src/hooks.ts` finds. */
function selectTickets(
  body: unknown,
  place: RecordPlace,
  begin: TicketsPosition | null,
): { readonly records: readonly Ticket[]; readonly following: TicketsPosition | null } {
  if (body === undefined) return { records: [], following: null }; // 204 No Content
  const records = runHook('select', place, () => hooks.select(body));
  const decoded = records.map((record: unknown, index) => {
    place.record = index;
    return decodeTicket(record, place);
  });
  const page = { body, records: decoded, position: begin };
  return { records: decoded, following: runHook('next', place, () => hooks.next(page)) };
}

/** The records that `filter` keeps, as `map` returns them. */
function hookedTickets(records: readonly Ticket[], place: RecordPlace): readonly TicketsMapped[] {
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
