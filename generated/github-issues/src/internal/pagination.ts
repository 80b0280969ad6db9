// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { GithubIssuesPaginationError, type ReadPosition } from '../errors.ts';
import { digest } from './digest.ts';
import type { AnswerHeaders } from './transport/exchange.ts';

/** What a state says of the pages that came: enough to notice one that comes again. */
export interface PagesSeen {
  /** The page before. */
  readonly last: string;
  /** An earlier one, how many pages ago it came, and after how many another one is kept. */
  readonly kept: string;
  readonly steps: number;
  readonly limit: number;
  /** So many pages in a row had no records. */
  readonly empty: number;
}

/**
 * Notices a page that comes a second time, however long the cycle (Brent's algorithm: constant memory), and too many pages in a
 * row without a record.
 */
export class PageGuard {
  #last: string;
  #kept: string;
  #steps: number;
  #limit: number;
  #empty: number;
  #rows: string | undefined;
  readonly #most: number;
  readonly #hint: string;

  /** `most`: so many pages may be empty before another one is asked for; 0: any number. */
  constructor(seen: PagesSeen | undefined, most = 0, hint = '') {
    ({
      last: this.#last,
      kept: this.#kept,
      steps: this.#steps,
      limit: this.#limit,
      empty: this.#empty,
    } = seen ?? NONE_SEEN);
    this.#most = most;
    this.#hint = hint;
  }

  /** To be called before the page after this one is asked for: `mark` is what no page may have again. One with the `rows` of the page before has no records. */
  after(mark: string | undefined, records: number, place: ReadPosition, rows?: string): PagesSeen {
    if (mark !== undefined) this.#follow(digest(mark), place);
    const hasNew = records > 0 && (rows === undefined || rows !== this.#rows);
    if (records > 0) this.#rows = rows;
    this.#empty = hasNew ? 0 : this.#empty + 1;
    if (this.#most > 0 && this.#empty > this.#most) {
      throw new GithubIssuesPaginationError(
        place,
        'empty_pages',
        `${this.#empty} pages in a row have no new records${this.#hint}`,
      );
    }
    return { last: this.#last, kept: this.#kept, steps: this.#steps, limit: this.#limit, empty: this.#empty };
  }

  #follow(mark: string, place: ReadPosition): void {
    this.#refuse(mark, place);
    this.#last = mark;
    if (++this.#steps < this.#limit) return;
    this.#kept = mark;
    this.#steps = 0;
    this.#limit *= 2;
  }

  #refuse(mark: string, place: ReadPosition): void {
    if (mark !== this.#last && mark !== this.#kept) return;
    throw new GithubIssuesPaginationError(place, 'no_progress', 'the API sent the same page again');
  }
}

const NONE_SEEN: PagesSeen = { last: '', kept: '', steps: 0, limit: 1, empty: 0 };

/** What tells a page from others: the keys of its first and its last record, or all that it holds. */
export function pageKey(...parts: readonly unknown[]): string {
  return JSON.stringify(parts, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

/** Says what an answer has instead of the value that was expected. */
export function gotInstead(value: unknown): string {
  return value === undefined
    ? 'but it is missing'
    : `got ${value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value}`;
}

/** The page that a `Link` header names for a relation (RFC 8288), or null. Links to another origin are refused. */
export function linkedPage(headers: AnswerHeaders, relation: string, url: URL, place: ReadPosition): URL | null {
  // each `<target>; parameters`; quoted parameters may hold commas
  for (const [, target = '', params = ''] of (headers.get('link') ?? '').matchAll(
    /<([^<>]*)>((?:[^",<]|"(?:[^"\\]|\\.)*")*)/g,
  )) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(params) ?? [];
    const relations = (quoted ?? bare ?? '').toLowerCase().split(/\s+/);
    if (!relations.includes(relation) || /;\s*results\s*=\s*"?false/i.test(params)) continue; // some APIs have a next page that is empty
    const next = ownLink(target, url);
    if (next === undefined)
      throw new GithubIssuesPaginationError(place, 'refused_link', 'the next page is not at the same origin');
    return next;
  }
  return null;
}

/** A link of the API as a URL; undefined when it leaves the origin of `url`: it would take the credential with it. */
export function ownLink(link: string, url: URL): URL | undefined {
  const target = URL.canParse(link, url.href) ? new URL(link, url) : undefined;
  if (target?.origin !== url.origin || target.username !== '' || target.password !== '') return undefined;
  return target;
}
