// Code generated from specs/contact-center.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/contact-center.yaml

import { ContactCenterPaginationError, type ReadPosition } from '../errors.ts';
import { digest } from './digest.ts';

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

  /** To be called before the page after this one is asked for: `mark` is what no page may have again. */
  after(mark: string | undefined, records: number, place: ReadPosition): PagesSeen {
    if (mark !== undefined) this.#follow(digest(mark), place);
    this.#empty = records === 0 ? this.#empty + 1 : 0;
    if (this.#most > 0 && this.#empty > this.#most) {
      throw new ContactCenterPaginationError(
        place,
        'empty_pages',
        `${this.#empty} pages in a row have no records${this.#hint}`,
      );
    }
    return { last: this.#last, kept: this.#kept, steps: this.#steps, limit: this.#limit, empty: this.#empty };
  }

  /** The same where pages are told apart by their records: empty ones are not. */
  afterRecords(mark: string | undefined, records: number, place: ReadPosition): PagesSeen {
    return this.after(records === 0 ? undefined : mark, records, place);
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
    throw new ContactCenterPaginationError(place, 'no_progress', 'the API sent the same page again');
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
