/**
 * A story of an API and of the reads of it: what a random schedule is made of, and what a counterexample prints as.
 * Times are minutes since `ORIGIN`; clocks change in Berlin between minutes 240 and 360.
 */
export interface Case {
  /** The name of a spec in `specs.ts`. */
  readonly spec: string;
  /** Where the API differs from how that of the spec usually is. */
  readonly api?: Partial<Api>;
  /** What the API has at first; ids count from 1. */
  readonly rows: readonly RowSpec[];
  /** What time it is at first. Default: 600. */
  readonly clock?: number;
  readonly runs: readonly Run[];
}

export interface RowSpec {
  readonly at: number;
  /** The parent, or the value of a list, that it belongs to. Default: a. */
  readonly of?: Partition;
}

export type Partition = 'a' | 'b' | 'c' | 'd';

/** How an API lists what it has. */
export interface Api {
  /** The most rows on a page. */
  readonly cap: number;
  /** Whether what is exactly at a bound is listed; ignored: the bound is not obeyed. */
  readonly start: 'closed' | 'open' | 'ignored';
  readonly end: 'closed' | 'open' | 'ignored';
  /** Whether a bound that is a day is compared with days, not with midnight. */
  readonly days: boolean;
  readonly sort: 'asc' | 'desc' | 'id';
  /** Where it lives: minutes east of Greenwich, or a place whose clocks change. */
  readonly zone: number | 'Europe/Berlin';
  /** Whether answers have a `Date`. */
  readonly date: boolean;
  /** How far the clock of the reader is behind, in minutes. */
  readonly slow: number;
  /** Every n-th row is hidden after a page was cut; 0: none. */
  readonly hides: number;
  /** So many empty pages after each page, with a position of their own. */
  readonly empty: number;
  /** After the last page come empty ones without end. */
  readonly endless: boolean;
  /** How a cursor says that nothing follows: null, or itself on a last page that is empty. */
  readonly last: 'null' | 'repeat';
  /** A page beyond the last one is the last one again. */
  readonly clamp: boolean;
  /** What a page beyond the last one is answered with. */
  readonly beyond: 200 | 404;
  /** Whether the last page leaves out whether there is more. */
  readonly silent: boolean;
}

export const PLAIN: Api = {
  cap: 3,
  start: 'closed',
  end: 'open',
  days: false,
  sort: 'asc',
  zone: 0,
  date: true,
  slow: 0,
  hides: 0,
  empty: 0,
  endless: false,
  last: 'null',
  clamp: false,
  beyond: 200,
  silent: false,
};

/** One run: from the state that was kept to the end, unless it is killed. */
export interface Run {
  /** Minutes that pass before it. Default: 60. */
  readonly wait?: number;
  /** What happens at the API before it. */
  readonly first?: readonly Change[];
  /** What happens after so many pages of it. */
  readonly after?: readonly (readonly [pages: number, change: Change])[];
  /** Ends after so many pages. */
  readonly kill?: number;
  /** The state of its last page is lost, and where rows and states are stored together, the page too. */
  readonly lose?: true;
  /** From this request on, the API answers 503. */
  readonly outage?: number;
  /** The option `until`: where reading ends. */
  readonly until?: number;
  /** The option `start`, as a text. */
  readonly start?: string;
  /** At another origin, which is another source. */
  readonly elsewhere?: true;
  /** The spec as it is from here on. */
  readonly as?: string;
}

/** What happens at an API; one member each. */
export interface Change {
  /** Minutes pass. */
  readonly pass?: number;
  /** A row is added, whose time is so many minutes after the clock's. */
  readonly add?: number;
  readonly of?: Partition;
  /** A row is changed: its time is the clock's now. */
  readonly touch?: number;
  /** A row is deleted. */
  readonly drop?: number;
  /** All positions that were given out are refused from now on, with this status. */
  readonly forget?: 400 | 404 | 410 | 422;
  /** A parent is deleted, with its rows. */
  readonly gone?: Partition;
  /** Whatever belongs to this parent is answered with this status; 200: no more. */
  readonly refuse?: readonly [Partition, number];
}

export const CLOCK = 600;

/** A start that is none. */
export const BAD_START = 'soon';
