// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { LinksResponseError, type RecordPlace } from '../errors.ts';
import type { FetchPage } from '../http.ts';
import type { Answer } from '../internal/transport/exchange.ts';
import { linkedPage, ownLink, repeatGuard } from '../pagination.ts';
import { decodeIssue, type Issue } from '../records/issue.ts';
import { checkState } from '../state.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface IssuesState {
  readonly v: 1;
  readonly resource: 'issues';
  /** How the read pages: a state of another path or paginator is refused. */
  readonly shape: 'header_link of /issues';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Path and query of the next page. Null: the read is complete. */
  readonly next: { readonly link: string } | null;
}

/** One page of `GET /issues`. */
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

  constructor(fetchPage: FetchPage, baseUrl: string) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const issue of links.issues.list()) console.log(issue.id);
   */
  async *list(options: IssuesReadOptions = {}): AsyncGenerator<Issue, void, undefined> {
    for await (const page of this.pages(options)) yield* page.records;
  }

  /** `GET /issues`, page after page by the `Link` header, until it has no `rel="next"`. */
  async *pages({ state, signal }: IssuesReadOptions = {}): AsyncGenerator<IssuesPage, void, undefined> {
    let url = new URL(`${this.#baseUrl}/issues?per_page=100`);
    const token = { v: 1, resource: 'issues', shape: 'header_link of /issues', origin: url.origin } as const;
    checkState(
      state,
      token,
      (next) => typeof next.link === 'string' && ownLink(next.link, new URL(token.origin)) !== undefined,
    );
    const saved = state?.next;
    if (saved) url = new URL(saved.link, url);
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = { resource: 'issues', page, attempt: 0, record: 0, state };
      const { records, link } = await this.#fetchPage(url, selectIssues, place, signal);
      if (link !== null) checkProgress(link.href, place);
      if (link !== null) url = link;
      state = { ...token, next: link && { link: link.pathname + link.search } };
      yield { records, state };
      if (state.next === null) return;
    }
  }
}

/** The records: the body itself. */
function selectIssues(
  body: unknown,
  place: RecordPlace,
  response: Answer,
  url: URL,
): { readonly records: readonly Issue[]; readonly link: URL | null } {
  if (body === undefined) return { records: [], link: null }; // 204 No Content
  const records = body;
  if (!Array.isArray(records)) throw new LinksResponseError(place, 'no_records', ': expected the body to be a list');
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeIssue(record, place);
    }),
    link: linkedPage(response.headers, 'next', url, place),
  };
}
