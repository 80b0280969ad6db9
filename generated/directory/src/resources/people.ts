// Code generated from specs/directory.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/directory.yaml

import { DirectoryResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { repeatGuard } from '../pagination.ts';
import { decodePerson, type Person } from '../records/person.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface PeopleState {
  readonly v: 1;
  readonly resource: 'people';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /v1/resource';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Records read so far. Null: the read is complete. */
  readonly next: { readonly offset: number } | null;
}

/** One page of `GET /v1/resource`. */
export interface PeoplePage {
  readonly records: readonly Person[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: PeopleState;
}

export interface PeopleReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: PeopleState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Somebody who belongs to the organisation. */
export class PeopleResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;

  constructor(fetchPage: FetchPage, baseUrl: string) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const person of directory.people.list()) console.log(person.name);
   */
  async *list(options: PeopleReadOptions = {}): AsyncGenerator<Person, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /v1/resource`, 100 records a page by offset, until a page is empty. */
  async *pages({ state, signal }: PeopleReadOptions = {}): AsyncGenerator<PeoplePage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const url = new URL(`${this.#baseUrl}/v1/resource?limit=100`);
    const token = { v: 1, resource: 'people', shape: 'offset of /v1/resource', origin: url.origin } as const;
    checkState(state, token, (next) => Number.isSafeInteger(next.offset) && next.offset >= 0);
    let offset = state?.next?.offset ?? 0;
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'people', page, attempt: 0, record: 0, state, secrets };
      url.searchParams.set('offset', String(offset));
      const records = await this.#fetchPage(url, selectPeople, place, signal);
      if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
      offset += records.length; // by what came, not by what was asked: a server may cap its pages
      state = { ...token, next: records.length === 0 ? null : { offset } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** The records at `data`. */
function selectPeople(body: unknown, place: RecordPlace): readonly Person[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new DirectoryResponseError(place, 'no_records', ': expected a list at "data"');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodePerson(record, place);
  });
}
