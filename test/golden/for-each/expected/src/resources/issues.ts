// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { checkCursor, Cursor, type CursorState } from '../cursor.ts';
import { instantOf } from '../instants.ts';
import { ShopResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import { repeatGuard } from '../pagination.ts';
import { pathSegment } from '../path.ts';
import { decodeIssue, type Issue } from '../records/issue.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface IssuesState {
  readonly v: 1;
  readonly resource: 'issues';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'offset of /repos/{repo}/issues for each repo';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** How far the read for each value has come. */
  readonly cursors: { readonly [partition: string]: CursorState<string> };
  /** Null: the read is complete. */
  readonly next: {
    /** The values, or combinations of values, whose records have been read. */
    readonly done: readonly string[];
    /** The one whose records were read last. */
    readonly partition: string;
    /** Records read so far. Null: it is the next combination's turn. */
    readonly page: { readonly offset: number } | null;
  } | null;
}

/** One page of `GET /repos/{repo}/issues`. */
export interface IssuesPage {
  readonly records: readonly Issue[];
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: IssuesState;
}

export interface IssuesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: IssuesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export class IssuesResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #options: { readonly repos: readonly string[] };

  constructor(fetchPage: FetchPage, baseUrl: string, options: { readonly repos: readonly string[] }) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#options = options;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const issue of shop.issues.list()) console.log(issue.id);
   */
  async *list(options: IssuesReadOptions = {}): AsyncGenerator<Issue, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /repos/{repo}/issues`, 100 records a page by offset, until a page is empty; for each repo, one after the other; only what is new by `updated_at`. */
  async *pages({ state, signal }: IssuesReadOptions = {}): AsyncGenerator<IssuesPage, void, undefined> {
    const token = {
      v: 1,
      resource: 'issues',
      shape: 'offset of /repos/{repo}/issues for each repo',
      origin: new URL(this.#baseUrl).origin,
    } as const;
    checkState(
      state,
      token,
      (next) =>
        Array.isArray(next.done) &&
        typeof next.partition === 'string' &&
        (next.page === null || (Number.isSafeInteger(next.page.offset) && next.page.offset >= 0)),
    );
    for (const cursor of Object.values(state?.cursors ?? {})) {
      checkCursor(cursor, (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)), 'issues', state);
    }
    let cursors = state?.cursors ?? {};
    const resumed = state?.next;
    let done: readonly string[] = resumed?.done ?? [];
    let page = 0;
    for (const repo of this.#options.repos) {
      const key = repo;
      if (done.includes(key)) continue; // read already, or listed twice
      const bookmark = new Cursor<string>(
        Object.hasOwn(cursors, key) ? cursors[key] : undefined,
        null,
        (value) => instantOf(value).epochNanoseconds,
      );
      const start = bookmark.start;
      const url = new URL(`${this.#baseUrl}/repos/${pathSegment(repo, 'repo')}/issues`);
      if (start !== null) url.searchParams.set('since', String(start));
      url.searchParams.set('limit', '100');
      let offset = (key === resumed?.partition ? resumed.page : null)?.offset ?? 0;
      const checkProgress = repeatGuard();
      for (;;) {
        const place: RecordPlace = { resource: 'issues', page: ++page, attempt: 0, record: 0, state };
        url.searchParams.set('offset', String(offset));
        const records = await this.#fetchPage(url, (body, place) => selectIssues(body, place, repo), place, signal);
        if (records.length > 0) checkProgress(String([records[0]?.id, records.at(-1)?.id]), place);
        const fresh = records.filter((record) => bookmark.admits(record.updated_at, record));
        offset += records.length; // by what came, not by what was asked: a server may cap its pages
        const position = records.length === 0 ? null : { offset };
        cursors = { ...cursors, [key]: bookmark.save(position === null) };
        if (position === null) done = [...done, key];
        state = { ...token, cursors, next: { done, partition: key, page: position } };
        yield { records: fresh, state };
        if (position === null) break;
      }
    }
    state = { ...token, cursors, next: null };
    yield { records: [], state };
  }
}

/** The records at `data`. */
function selectIssues(body: unknown, place: RecordPlace, repo: string): readonly Issue[] {
  const records = body === undefined ? [] : (body as { readonly data?: unknown } | null | undefined)?.data; // undefined: 204 No Content
  if (!Array.isArray(records)) throw new ShopResponseError(place, 'no_records', ': expected a list at "data"');
  return records.map((record: unknown, index) => {
    place.record = index;
    return decodeIssue(
      typeof record === 'object' && record !== null ? Object.assign(record, { _repo: repo }) : record,
      place,
    );
  });
}
