// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { ContactsApiError, ContactsApiResponseError, type ReadPosition } from '../errors.ts';
import { checkCursor, Cursor, type CursorState } from '../internal/cursor.ts';
import type { FetchPage } from '../internal/http.ts';
import { instantOf } from '../internal/instants.ts';
import { cursorAt, gotInstead, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import { unitOf, writtenLike } from '../internal/times.ts';
import { type Contact, decodeContact } from '../records/contact.ts';
import type { AllContactsResource, AllContactsState } from './all-contacts.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface ContactsState {
  readonly v: 1;
  readonly resource: 'contacts';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'cursor of /contacts/search';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** How far the read has come. */
  readonly cursor: CursorState<string>;
  /** The cursor of the next page. Null: the read is complete, and the next one begins with the first page. */
  readonly next: {
    readonly cursor?: string | number;
    readonly seen?: PagesSeen;
    readonly full?: AllContactsState;
    readonly again?: true;
  } | null;
}

/** One page of `POST /contacts/search`. */
export interface ContactsPage {
  readonly records: readonly Contact[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: ContactsState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
  /** What is unusual about this read, in words. */
  readonly notes?: readonly string[];
}

export interface ContactsReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: ContactsState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: fail. */
  readonly forgotten?: Forgotten | undefined;
}

export class ContactsResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #wallClock: () => number;
  readonly #full: AllContactsResource;

  constructor(fetchPage: FetchPage, baseUrl: string, wallClock: () => number, full: AllContactsResource) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#wallClock = wallClock;
    this.#full = full;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const contact of contactsApi.contacts.list()) console.log(contact.id);
   */
  async *list(options: ContactsReadOptions = {}): AsyncGenerator<Contact, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: ContactsReadOptions = {}): Promise<Contact[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: ContactsReadOptions & { readonly limit?: number } = {}): Promise<Contact[]> {
    return take(this.list(options), limit);
  }

  /** `POST /contacts/search`, page after page by cursor, `next` of the body, until it is null or missing; only what is new by `changed_at`. */
  async *pages({ state, signal, forgotten = 'fail' }: ContactsReadOptions = {}): AsyncGenerator<
    ContactsPage,
    void,
    undefined
  > {
    const id = {
      v: 1,
      resource: 'contacts',
      shape: 'cursor of /contacts/search',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    const accepted = acceptState(
      state,
      this.#fetchPage.secrets.hide(id),
      (next) =>
        next.again === true ||
        typeof next.full === 'object' ||
        (typeof next.cursor === 'string' ? next.cursor !== '' : Number.isSafeInteger(next.cursor)),
    );
    if (state !== undefined)
      checkCursor(
        state.cursor,
        (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
        'contacts',
        state,
      );
    if (state === undefined || state.next?.full !== undefined) {
      yield* this.#readFull(id, state, forgotten, signal);
      return;
    }
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<ContactsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: ContactsState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ContactsPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const filled = secrets.fill(state);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const bookmark = this.#cursorFrom(filled?.cursor, state);
    const start = writtenLike(bookmark.start, bookmark.from);
    const url = new URL(`${this.#baseUrl}/contacts/search`);
    let cursor = filled?.next?.cursor ?? null;
    const guard = new PageGuard(filled?.next?.seen, 100);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'contacts', page, attempt: 0, record: 0, state, secrets };
      const { records, nextCursor } = await this.#fetchPage(url, selectContacts, place, signal, {
        init: { method: 'POST', body: JSON.stringify({ since: start, after: cursor !== null ? cursor : undefined }) },
        headers: { 'content-type': 'application/json' },
      });
      cursor = nextCursor;
      const next =
        cursor === null
          ? null
          : {
              cursor,
              seen: guard.after(String(cursor), records.length, place, pageKey(records[0]?.id, records.at(-1)?.id)),
            };
      const fresh = bookmark.fresh(records, place);
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = secrets.hide({ ...id, cursor: bookmark.toState(next === null), next });
      yield { records: fresh, repeatedKeys, state, ...bookmark.takeNotes() };
      if (next === null) return;
    }
  }

  /** What follows `changed_at` through a read. */
  #cursorFrom(saved: CursorState<string> | undefined, state: unknown): Cursor<Contact, string> {
    return new Cursor<Contact, string>({
      resource: 'contacts',
      state,
      saved,
      initial: '2020-01-01T00:00:00Z',
      valueOf: (record) => record.changed_at,
      order: (value) => instantOf(value).epochNanoseconds,
      scale: (value) => instantOf(value).epochMilliseconds,
      back: unitOf,
      clock: {
        now: this.#wallClock(),
        valueAt: (ms) => new Date(ms).toISOString(),
        orderAt: (ms) => BigInt(ms) * 1_000_000n,
      },
      appends: true,
    });
  }

  /** Everything, from another endpoint: there is no state to go on from. */
  async *#readFull(
    id: Pick<ContactsState, 'v' | 'resource' | 'shape' | 'origin'>,
    state: ContactsState | undefined,
    forgotten: Forgotten,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ContactsPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const bookmark = this.#cursorFrom(state?.cursor, state);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    const from = state?.next?.full;
    let page = 0;
    try {
      for await (const found of this.#full.pages({
        state: from && { ...from, origin: id.origin },
        forgotten,
        signal,
      })) {
        const place: ReadPosition = { resource: 'contacts', page: ++page, attempt: 0, record: 0, state, secrets };
        bookmark.fresh(found.records, place); // followed, and all handed over
        repeatedKeys += repeated(found.records.map((record) => String(record.id)));
        const next = found.state.next === null ? null : { full: found.state };
        state = secrets.hide({ ...id, cursor: bookmark.toState(next === null), next });
        yield {
          records: found.records,
          repeatedKeys,
          state,
          ...bookmark.takeNotes(),
          ...(found.restarted && { restarted: true as const }),
        };
      }
    } catch (error) {
      if (error instanceof ContactsApiError) error.state = state; // of this read, whoever failed
      throw error;
    }
  }
}

/** The records at `results`. */
function selectContacts(
  body: unknown,
  place: ReadPosition,
): { readonly records: readonly Contact[]; readonly nextCursor: string | number | null } {
  if (body === undefined) return { records: [], nextCursor: null }; // 204 No Content
  const records = (body as { readonly results?: unknown } | null | undefined)?.results;
  if (!Array.isArray(records))
    throw new ContactsApiResponseError(place, 'no_records', `expected a list at "results", ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeContact(record, place);
    }),
    nextCursor: cursorAt((body as { readonly next?: unknown } | null | undefined)?.next, 'next', place),
  };
}
