// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ReadPosition } from '../errors.ts';
import type { HookOptions, TicketsHookContext, TicketsPosition } from '../hook-types.ts';
import { tickets as hooks } from '../hooks.ts';
import type { FetchPage } from '../internal/http.ts';
import { PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { nextPosition, runHook } from '../internal/run-hook.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { decodeTicket, type Ticket } from '../records/ticket.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface TicketsState {
  readonly v: 1;
  readonly resource: 'tickets';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'cursor of /v2/tickets';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** The cursor of the next page. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly cursor?: string | number; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** What `map` in `src/hooks.ts` makes of a record. */
export type TicketsMapped = ReturnType<typeof hooks.map>;

/** One page of `GET /v2/tickets`. */
export interface TicketsPage {
  readonly records: readonly TicketsMapped[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: TicketsState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface TicketsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: TicketsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
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
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: TicketsReadOptions = {}): Promise<TicketsMapped[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: TicketsReadOptions & { readonly limit?: number } = {}): Promise<
    TicketsMapped[]
  > {
    return take(this.list(options), limit);
  }

  /** `GET /v2/tickets`, 100 records a page by cursor, as long as `next` in `src/hooks.ts` has a next page. */
  async *pages({ state, signal, forgotten = 'fail' }: TicketsReadOptions = {}): AsyncGenerator<
    TicketsPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'tickets',
      shape: 'cursor of /v2/tickets',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      this.#fetchPage.secrets.hide(id),
      (next) =>
        next.again === true ||
        (typeof next.cursor === 'string' ? next.cursor !== '' : Number.isSafeInteger(next.cursor)),
    );
    yield* resuming(accepted, id.resource, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<TicketsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: TicketsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<TicketsPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const filled = secrets.fill(state);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const url = new URL(`${this.#baseUrl}/v2/tickets?limit=100`);
    let begin: TicketsPosition | null = filled?.next?.cursor === undefined ? null : { cursor: filled?.next?.cursor };
    const guard = new PageGuard(filled?.next?.seen, 100);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'tickets', page, attempt: 0, record: 0, state, secrets };
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
      begin = following;
      const next =
        following === null
          ? null
          : {
              ...following,
              seen: guard.after(
                JSON.stringify(following),
                records.length,
                place,
                pageKey(records[0]?.id, records.at(-1)?.id),
              ),
            };
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = secrets.hide({ ...id, next });
      yield { records: hookedTickets(records, place), repeatedKeys, state };
      if (next === null) return;
    }
  }
}

/** The records that `select` in `src/hooks.ts` finds. */
function selectTickets(
  body: unknown,
  place: ReadPosition,
  begin: TicketsPosition | null,
): { readonly records: readonly Ticket[]; readonly following: TicketsPosition | null } {
  if (body === undefined) return { records: [], following: null }; // 204 No Content
  const records = runHook('select', place, () => hooks.select(body));
  const decoded = records.map((record: unknown, index) => {
    place.record = index;
    return decodeTicket(record, place);
  });
  const page = { body, records: decoded, position: begin ?? undefined };
  return { records: decoded, following: runHook('next', place, () => nextPosition(hooks.next(page), begin, place)) };
}

/** The records that `filter` keeps, as `map` returns them. */
function hookedTickets(records: readonly Ticket[], place: ReadPosition): readonly TicketsMapped[] {
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
