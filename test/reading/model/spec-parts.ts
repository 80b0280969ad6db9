import type { Api } from './case.js';
import { COUNTDOWN, isoOf, timeFields, type TimeKind } from './times.js';

/** What the table of specs is made of. */

export type Disposition = 'replace' | 'merge' | 'append';

/** How the API of a spec pages. */
export interface Protocol {
  readonly by: 'offset' | 'page' | 'cursor' | 'last' | 'header' | 'json_link' | 'header_link' | 'single';
  /** Number of the first record or page. */
  readonly base?: number;
  /** Refuses a first request that names its page. */
  readonly unsent?: true;
  /** Rows that look alike have ids, which the contract drops. */
  readonly discarded?: true;
  /** Sends one object where a list has one. */
  readonly lone?: true;
}

/** The values that the manners of an API have; the first is how it is unless it is said. */
export type Manners = { readonly [Key in keyof Api]?: readonly Api[Key][] };

export interface ModelSpec {
  readonly name: string;
  readonly protocol: Protocol;
  readonly disposition: Disposition;
  readonly time: TimeKind;
  /** `alike`: rows have neither a key nor a content of their own. */
  readonly rows: 'keyed' | 'keyless' | 'alike';
  readonly incremental: boolean;
  /** Rows before it do not belong to the read. */
  readonly initial?: number;
  /** How far before its start a run begins, in minutes. */
  readonly lag: number;
  /** Whether it is read in windows, up to the time of the run; and whether that is the beginning of its day. */
  readonly windows: boolean;
  readonly days: boolean;
  /** Takes the option `until`. */
  readonly until?: 'open' | 'closed';
  /** Whether requests name an end. */
  readonly bounded: boolean;
  /** Takes the option `start`. */
  readonly starts: boolean;
  readonly partitions: 'none' | 'parents' | 'values';
  /** Statuses of a child that are passed over. */
  readonly skips: readonly number[];
  /** Where the maximum cuts, in records; and whether what the API says of more makes it an error. */
  readonly maximum?: { readonly records: number; readonly fails: boolean };
  /** Rows that moved while they were counted are noticed. */
  readonly overlap: boolean;
  /** The end is the page before, again. */
  readonly endsRepeated: boolean;
  /** Whether several requests are on their way at once. */
  readonly isConcurrent: boolean;
  /** Specs that a run may go on with: the same resource, edited. */
  readonly kin: readonly string[];
  readonly manners: Manners;
  /** The resource that `generate` is given, but for its name; and the options of the client. */
  readonly resource: object;
  readonly config: object;
}

const cap: readonly number[] = [3, 1, 2, 9];
const hides: readonly number[] = [0, 2, 3];
const tokens: Manners = { cap, empty: [0, 1, 2], hides, endless: [false, true] };

interface Pager {
  readonly paginator: object | string;
  readonly protocol: Protocol;
  readonly manners: Manners;
}

const PAGERS = {
  offset: pager({ type: 'offset', limit: 3 }, { by: 'offset' }, { cap }),
  'offset-total': pager({ type: 'offset', limit: 3, total_path: 'total' }, { by: 'offset' }, { cap, beyond: [200, 404] }),
  'offset-more': pager({ type: 'offset', limit: 3, has_more_path: 'more' }, { by: 'offset' }, { cap }),
  'offset-short': pager({ type: 'offset', limit: 3, stop_after_short_page: true }, { by: 'offset' }, {}),
  'offset-from-1': pager({ type: 'offset', limit: 3, offset: 1, total_path: 'total' }, { by: 'offset', base: 1 }, { cap }),
  page: pager({ type: 'page_number', base_page: 1, limit: 3 }, { by: 'page', base: 1 }, { cap, clamp: [false, true] }),
  'page-total': pager(
    { type: 'page_number', base_page: 1, limit: 3, total_path: 'pages' },
    { by: 'page', base: 1 },
    { cap, hides, beyond: [200, 404], clamp: [false, true] },
  ),
  'page-more': pager({ type: 'page_number', limit: 3, has_more_path: 'more' }, { by: 'page' }, { cap, hides }),
  cursor: pager({ type: 'cursor', cursor_path: 'next', limit: 3 }, { by: 'cursor' }, tokens),
  'cursor-empty': pager(
    { type: 'cursor', cursor_path: 'next', limit: 3, stop_after_empty_page: true },
    { by: 'cursor' },
    { cap, last: ['null', 'repeat'] },
  ),
  'cursor-more': pager(
    { type: 'cursor', cursor_path: 'next', has_more_path: 'more' },
    { by: 'cursor' },
    { ...tokens, last: ['null', 'repeat'] },
  ),
  'last-id': pager({ type: 'cursor', cursor_path: 'last.id', cursor_param: 'after', limit: 3 }, { by: 'last' }, { cap }),
  header: pager({ type: 'header_cursor', cursor_key: 'x-next' }, { by: 'header' }, tokens),
  'json-link': pager({ type: 'json_link', next_url_path: 'link' }, { by: 'json_link' }, tokens),
  'header-link': pager({ type: 'header_link' }, { by: 'header_link' }, tokens),
  single: pager('single_page', { by: 'single' }, { cap: [99, 3] }),
} satisfies Record<string, Pager>;

export type PagerName = keyof typeof PAGERS;
export const PAGER_NAMES = Object.keys(PAGERS) as readonly PagerName[];

const since: Manners = { start: ['closed', 'open', 'ignored'], sort: ['asc', 'desc', 'id'], date: [true, false], slow: [0, 90, -90] };
const bounds: Manners = { ...since, end: ['open', 'closed', 'ignored'] };
export const zones: Manners = { zone: [0, -300, 330, 840] };
export const days: Manners = { days: [true, false] };
export const hidden: Manners = { hides };

/** What a spec has beside its paginator. */
export interface More {
  readonly disposition?: Disposition;
  readonly rows?: ModelSpec['rows'];
  readonly time?: TimeKind;
  readonly incremental?: Readonly<Record<string, unknown>>;
  readonly initial?: number;
  readonly lag?: number;
  readonly until?: ModelSpec['until'];
  readonly starts?: true;
  readonly partitions?: ModelSpec['partitions'];
  readonly skips?: readonly number[];
  readonly maximum?: ModelSpec['maximum'];
  readonly overlap?: true;
  readonly endsRepeated?: true;
  readonly paginator?: object;
  readonly protocol?: Partial<Protocol>;
  readonly path?: string;
  readonly endpoint?: object;
  readonly resource?: object;
  readonly fields?: object;
  readonly kin?: readonly string[];
  readonly manners?: Manners;
  /** Manners of the paginator that this spec is not for. */
  readonly never?: readonly (keyof Api)[];
}

export function spec(name: string, pagerName: PagerName, more: More = {}): ModelSpec {
  const base: Pager = PAGERS[pagerName];
  const { time = 'iso', rows = 'keyed', incremental: said, partitions = 'none', skips = [], until, maximum, initial } = more;
  const disposition = more.disposition ?? (said === undefined ? 'replace' : 'merge');
  const resource = {
    ...(rows === 'keyed' ? { primary_key: 'id' } : {}),
    write_disposition: disposition,
    ...(partitions === 'values' ? { for_each: { of: '{config.of}' } } : {}),
    ...(skips.length === 0 ? {} : { on_child_error: 'skip' }),
    endpoint: {
      path:
        more.path ??
        (partitions === 'none' ? '/of/a/things' : `/of/{${partitions === 'parents' ? 'resources.parents.id' : 'for_each.of'}}/things`),
      data_selector: 'items',
      paginator: typeof base.paginator === 'string' ? base.paginator : { ...base.paginator, ...more.paginator },
      ...(said === undefined ? {} : { incremental: incrementalOf(said, more) }),
      ...more.endpoint,
    },
    fields: rows === 'alike' ? { status: 'string' } : { id: 'integer', at: timeFields[time], v: 'integer', ...more.fields },
    ...more.resource,
  };
  return {
    name,
    protocol: { ...base.protocol, ...more.protocol },
    disposition,
    time,
    rows,
    incremental: said !== undefined,
    ...(initial === undefined ? {} : { initial }),
    lag: more.lag ?? 0,
    windows: said?.['step'] !== undefined,
    days: said?.['step'] !== undefined && said['format'] === '%Y-%m-%d',
    ...(until === undefined ? {} : { until }),
    bounded: said?.['end_param'] !== undefined,
    starts: more.starts ?? false,
    partitions,
    skips,
    ...(maximum === undefined ? {} : { maximum }),
    overlap: more.overlap ?? false,
    endsRepeated: more.endsRepeated ?? false,
    isConcurrent: 'concurrency' in resource,
    kin: more.kin ?? [],
    manners: mannersOf(base, pagerName, more),
    resource,
    config: {
      ...(until === undefined ? {} : { until: { type: time === 'number' ? 'integer' : 'datetime', optional: true } }),
      ...(more.starts === undefined ? {} : { start: { type: 'datetime', optional: true } }),
      ...(partitions === 'values' ? { of: { type: 'list' } } : {}),
    },
  };
}

function incrementalOf(said: object, { initial, time, until, starts }: More): object {
  return {
    cursor_path: 'at',
    ...(initial === undefined
      ? {}
      : { initial_value: time === 'number' ? initial : time === 'countdown' ? COUNTDOWN - initial : isoOf(initial) }),
    ...(until === undefined ? {} : { end_value: '{config.until}' }),
    ...(starts === undefined ? {} : { initial_value: '{config.start}' }),
    ...said,
  };
}

function mannersOf(base: Pager, pagerName: PagerName, { incremental, manners, never = [] }: More): Manners {
  const all = {
    ...base.manners,
    ...(incremental === undefined ? { sort: ['asc', 'id'] } : incremental['end_param'] === undefined ? since : bounds),
    ...(pagerName === 'last-id' ? { sort: ['id'] } : {}),
    ...manners,
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => !never.some((each) => each === key)));
}

function pager(paginator: object | string, protocol: Protocol, manners: Manners): Pager {
  return { paginator, protocol, manners };
}
