// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { GithubIssuesResponseError, type ReadPosition } from '../errors.ts';
import type { FetchPage } from '../internal/http.ts';
import { gotInstead, linkedPage, ownLink, PageGuard, pageKey, type PagesSeen } from '../internal/pagination.ts';
import { pathSegment } from '../internal/path.ts';
import { repeatCounter } from '../internal/repeated-keys.ts';
import { type Forgotten, resuming } from '../internal/resuming.ts';
import { checkSplit, unitState, wholeSplit } from '../internal/splits.ts';
import { acceptState } from '../internal/state.ts';
import { take } from '../internal/take.ts';
import type { Answer as ApiAnswer } from '../internal/transport/exchange.ts';
import { decodeIssue, type Issue } from '../records/issue.ts';

/** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
export interface IssuesState {
  readonly v: 1;
  readonly resource: 'issues';
  /** How the read pages: of a state of another path or paginator, only what is complete counts. */
  readonly shape: 'header_link of /repos/{owner}/{repo}/issues';
  /** Where the API is: a state of another origin is refused. */
  readonly origin: string;
  /** Options that say which source is read: a state with others is refused. */
  readonly options: { readonly owner: string; readonly repo: string };
  /** The unit of a split read that it is of. */
  readonly split?: string;
  /** Path and query of the next page. Null: the read is complete, and the next one begins with the first page. */
  readonly next: { readonly link?: string; readonly seen?: PagesSeen; readonly again?: true } | null;
}

/** One page of `GET /repos/{owner}/{repo}/issues`. */
export interface IssuesPage {
  readonly records: readonly Issue[];
  /** Records so far whose key had come before in this read, among the latest 100,000 keys: rows moved, or the API sends them twice. */
  readonly repeatedKeys: number;
  /** Goes on after this page. Save it once the records are safe. */
  readonly state: IssuesState;
  /** On the first page of a read that begins again: the position of its state is none any more. */
  readonly restarted?: true;
}

export interface IssuesReadOptions {
  /** The state of the last page that was stored. Default: from the start. */
  readonly state?: IssuesState | undefined;
  /** Ends the read, which then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** What happens where the API no longer knows the position of `state`. restart: the read begins again from the same start; fail: an error, for records would come twice. Default: restart. */
  readonly forgotten?: Forgotten | undefined;
  /** One of `splits()`: nothing else is read. Its `state` is one of its own, or the complete one that `splits()` was given. */
  readonly split?: IssuesSplit | undefined;
}

/** A unit of a split read: all there is, for nothing tells how to split it. JSON-serialisable; `pages({ split })` reads it, wherever that is. */
export interface IssuesSplit {
  /** Tells it from the others. */
  readonly id: string;
  readonly resource: 'issues';
  readonly kind: 'whole';
  /** Which one it is of how many. */
  readonly part: number;
  readonly parts: number;
  /** Tells units that were made together from those of another time. */
  readonly plan: string;
}

export interface IssuesSplitOptions {
  /** At most so many units. Default: 1, and there are never more. */
  readonly units?: number | undefined;
}

/** An issue, or a pull request, which is an issue with code. */
export class IssuesResource {
  readonly #fetchPage: FetchPage;
  readonly #baseUrl: string;
  readonly #options: { readonly owner: string; readonly repo: string; readonly pageSize: number };
  readonly #split: IssuesSplit | undefined;

  constructor(
    fetchPage: FetchPage,
    baseUrl: string,
    options: { readonly owner: string; readonly repo: string; readonly pageSize: number },
    split?: IssuesSplit,
  ) {
    this.#fetchPage = fetchPage;
    this.#baseUrl = baseUrl;
    this.#options = options;
    this.#split = split;
  }

  /**
   * Every record, one at a time; the next page is fetched when it is needed.
   *
   * @example
   * for await (const issue of githubIssues.issues.list()) console.log(issue.body);
   */
  async *list(options: IssuesReadOptions = {}): AsyncGenerator<Issue, void, undefined> {
    for await (const page of this.pages(options)) for (const record of page.records) yield record;
  }

  /** The first `count` records, or all if there are fewer. Pages that are not needed are not asked for. */
  first(count: number, options: IssuesReadOptions = {}): Promise<Issue[]> {
    return take(this.list(options), count);
  }

  /** Every record, or the first `limit`, in one list that is held in memory. */
  all({ limit = Infinity, ...options }: IssuesReadOptions & { readonly limit?: number } = {}): Promise<Issue[]> {
    return take(this.list(options), limit);
  }

  /** `GET /repos/{owner}/{repo}/issues`, page after page by the `Link` header, until it has no `rel="next"`. */
  async *pages({ state, signal, forgotten = 'restart', split }: IssuesReadOptions = {}): AsyncGenerator<
    IssuesPage,
    void,
    undefined
  > {
    if (split !== undefined) {
      yield* this.#unit(split).pages({ state: unitState(state, split, () => undefined), signal, forgotten });
      return;
    }
    const id = {
      v: 1,
      resource: 'issues',
      shape: 'header_link of /repos/{owner}/{repo}/issues',
      origin: new URL(this.#baseUrl).origin,
      options: { owner: this.#options.owner, repo: this.#options.repo },
      ...(this.#split === undefined ? {} : { split: this.#split.id }),
    } as const;
    const accepted = acceptState(
      state,
      this.#fetchPage.secrets.hide(id),
      (next) =>
        next.again === true || (typeof next.link === 'string' && ownLink(next.link, new URL(id.origin)) !== undefined),
    );
    yield* resuming(accepted, forgotten, (from) => this.#read(id, from, signal));
  }

  async *#read(
    id: Pick<IssuesState, 'v' | 'resource' | 'shape' | 'origin' | 'options' | 'split'>,
    state: IssuesState | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<IssuesPage, void, undefined> {
    const { secrets } = this.#fetchPage;
    const filled = secrets.fill(state);
    const repeated = repeatCounter();
    let repeatedKeys = 0;
    let url = new URL(
      `${this.#baseUrl}/repos/${pathSegment(this.#options.owner, 'owner')}/${pathSegment(this.#options.repo, 'repo')}/issues`,
    );
    url.searchParams.set('per_page', String(this.#options.pageSize));
    const saved = filled?.next;
    if (saved?.link !== undefined) url = new URL(saved.link, url);
    const guard = new PageGuard(filled?.next?.seen, 100);
    for (let page = 1; ; page++) {
      const place: ReadPosition = { resource: 'issues', page, attempt: 0, record: 0, state, secrets };
      const { records, link } = await this.#fetchPage(url, selectIssues, place, signal);
      if (link !== null) url = link;
      const next =
        link === null
          ? null
          : {
              link: link.pathname + link.search,
              seen: guard.after(url.href, records.length, place, pageKey(records[0]?.id, records.at(-1)?.id)),
            };
      repeatedKeys += repeated(records.map((record) => String(record.id)));
      state = secrets.hide({ ...id, next });
      yield { records, repeatedKeys, state };
      if (next === null) return;
    }
  }

  /** Independent units of a read: all there is, for nothing tells how to split it. Read in any order, anywhere, they are what one read is. */
  async splits(_options: IssuesSplitOptions = {}): Promise<readonly IssuesSplit[]> {
    return [wholeSplit('issues')];
  }

  /** Reads a unit, and nothing else. */
  #unit(split: IssuesSplit): IssuesResource {
    checkSplit(split, 'issues', 'whole', true);
    return new IssuesResource(this.#fetchPage, this.#baseUrl, this.#options, split);
  }
}

/** The records: the body itself. */
function selectIssues(
  body: unknown,
  place: ReadPosition,
  response: ApiAnswer,
  url: URL,
): { readonly records: readonly Issue[]; readonly link: URL | null } {
  if (body === undefined) return { records: [], link: null }; // 204 No Content
  const records = body;
  if (!Array.isArray(records))
    throw new GithubIssuesResponseError(place, 'no_records', `expected the body to be a list, ${gotInstead(records)}`);
  return {
    records: records.map((record: unknown, index) => {
      place.record = index;
      return decodeIssue(record, place);
    }),
    link: linkedPage(response.headers, 'next', url, place),
  };
}
