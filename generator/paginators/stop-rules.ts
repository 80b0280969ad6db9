import { type Code, code, count, join, literal, nothing } from '../code.js';
import { spec } from '../diagnostics/messages/spec.js';
import { checkHeaderName } from '../checks.js';
import { accessPath, parsePlace, parseSelector, showPath, type Path, type Place, type WhereStep } from '../selector.js';
import { boolean, choice, integer, nullable, optional, text, type Check, type JsonValue, type Reading } from '../shape.js';
import type { BodyPath, Loop, Maximum, PositionField, Progress, RefusedAnswer } from './contract.js';
import { helper } from './helpers.js';

/**
 * The rules that end a page loop, the same for all paginators that count. The first that applies ends it, whatever the
 * others say; `emitStopRules` asks them in this order:
 *
 * | rule | ends the read when | asked |
 * |---|---|---|
 * | `maximum_offset`, `maximum_page` | the next position is the maximum or beyond | where given: `on_maximum` says how |
 * | `stop_after_repeated_page` | it is the page before, again | where it is said to be true |
 * | `stop_after_empty_page` | a page has no records | where nothing else tells, or where it is said to be true |
 * | `stop_after_short_page` | a page has fewer records than asked for | where it is said to be true |
 * | `total_path`, `total_header` | all records, or pages, have been received; the newest total counts | where given |
 * | `has_more_path` | the body says false | where given |
 *
 * Where a total or `has_more_path` tells, empty pages in the middle are passed over, up to `maximum_empty_pages` in a row.
 */
export interface StopRules {
  /** Where an answer says how many there are; null: nowhere. */
  readonly total: Total | null;
  readonly hasMore: HasMore | null;
  readonly stopAfterEmptyPage: boolean;
  readonly stopAfterShortPage: boolean;
  readonly stopAfterRepeatedPage: boolean;
  readonly maximumEmptyPages: number;
  readonly maximum: { readonly at: number; readonly then: Maximum['then'] } | null;
}

export interface Total {
  readonly from: { readonly kind: 'body'; readonly path: Path } | { readonly kind: 'header'; readonly name: string };
  readonly counts: 'records' | 'pages';
}

export interface HasMore {
  readonly path: Path;
  /** What it means where the body does not say. */
  readonly absent: 'end' | 'error';
}

export const checkSelector: Check<string> = (value, span, reading) => {
  const parsed = parseSelector(value);
  if (parsed.ok) return true;
  reading.report(spec.pattern(span, 'spec/selector-syntax', parsed.message, parsed.hint));
  return false;
};

/** The same for the place of a single value, where a filter may stand. */
export const checkPlace: Check<string> = (value, span, reading) => {
  const parsed = parsePlace(value);
  if (!parsed.ok) reading.report(spec.pattern(span, 'spec/selector-syntax', parsed.message, parsed.hint));
  return parsed.ok;
};

/** The keys that name a yes or no in the body. */
export const hasMoreKeys = {
  has_more_path: optional(
    nullable(
      text({ description: 'Where the body says whether there is more: true or false.', check: checkSelector, examples: ['has_more'] }),
    ),
  ),
  has_more_absent: optional(
    choice('a way to read it', ['end', 'error'], {
      description: 'What a body without has_more_path means: the last page, or an error.',
      default: 'error',
    }),
  ),
} as const;

/** The key that bounds pages without records. */
export function emptyPagesKey(most: number) {
  return optional(
    integer({
      description: `So many pages in a row may have no records, or only those of the page before, until one more is an error. 0: any number of them.`,
      min: 0,
      max: 1_000_000,
      default: most,
    }),
  );
}

/** The keys every counting paginator takes. `total` says what the total counts by default. */
export function stopRuleKeys(total: Total['counts']) {
  return {
    total_path: optional(
      nullable(
        text({
          description: 'Where the body says how many there are: see `total`. Default: not read (dlt reads "total").',
          check: checkSelector,
          examples: ['meta.total'],
        }),
      ),
    ),
    total_header: optional(
      text({ description: 'The header of an answer that says how many there are.', check: checkHeaderName, examples: ['X-Total-Count'] }),
    ),
    total: optional(
      choice('what a total counts', ['records', 'pages'], {
        description: `What the total counts. Default: ${total === 'pages' ? 'pages at `total_path`, records in `total_header`' : 'records'}. Of records, the end is when so many have been received.`,
      }),
    ),
    ...hasMoreKeys,
    stop_after_empty_page: optional(
      boolean({ description: 'An empty page is the last one. Default: true where neither a total nor has_more_path tells.' }),
    ),
    stop_after_short_page: optional(
      boolean({
        description: 'A page with fewer records than asked for is the last one: one request less, but wrong where the API caps its pages.',
        default: false,
      }),
    ),
    stop_after_repeated_page: optional(
      boolean({
        description:
          'For APIs that answer a position beyond the end with the last page: the page before, again, is the end. It is not handed over.',
        default: false,
      }),
    ),
    maximum_empty_pages: emptyPagesKey(3),
    on_maximum: optional(
      choice('what a maximum does', ['fail', 'stop', 'split'], {
        description:
          'What happens at the maximum where the API says that there is more. fail: an error with the state; stop: the read ends; split: the window of `step` is halved.',
        default: 'fail',
      }),
    ),
  } as const;
}

export interface StopRuleSpec {
  readonly total_path?: string | null;
  readonly total_header?: string;
  readonly total?: 'records' | 'pages';
  readonly has_more_path?: string | null;
  readonly has_more_absent?: 'end' | 'error';
  readonly stop_after_empty_page?: boolean;
  readonly stop_after_short_page?: boolean;
  readonly stop_after_repeated_page?: boolean;
  readonly maximum_empty_pages?: number;
  readonly on_maximum?: Maximum['then'];
}

/** The rules with defaults filled in; refuses a loop that nothing ends. `counts` is what a total in the body counts by default. */
export function buildStopRules(
  said: StopRuleSpec,
  maximum: number | null,
  counts: Total['counts'],
  reading: Reading,
): StopRules | undefined {
  const refuse = (key: keyof StopRuleSpec & string, code: `spec/${string}`, message: string, hint: string): undefined => {
    reading.report(spec.pattern(reading.spanOf(said, key), code, message, hint));
    return undefined;
  };
  const path = pathOf(said.total_path);
  const { total_header: header } = said;
  if (path !== null && header !== undefined)
    return refuse(
      'total_header',
      'spec/param-conflict',
      'total_path and total_header say the same thing twice',
      'Keep the one that the API sends.',
    );
  const total: Total | null =
    path !== null
      ? { from: { kind: 'body', path }, counts: said.total ?? counts }
      : header !== undefined
        ? { from: { kind: 'header', name: header.toLowerCase() }, counts: said.total ?? 'records' }
        : null;
  if (said.total !== undefined && total === null)
    return refuse('total', 'spec/needs-key', 'there is no total to count', 'Set total_path or total_header.');
  const more = pathOf(said.has_more_path);
  if (said.has_more_absent !== undefined && more === null)
    return refuse('has_more_absent', 'spec/needs-key', 'nothing says whether there is more', 'Set has_more_path.');
  const hasMore = more === null ? null : { path: more, absent: said.has_more_absent ?? ('error' as const) };
  const tells = total !== null || hasMore !== null;
  const stopAfterEmptyPage = said.stop_after_empty_page ?? !tells;
  const stopAfterShortPage = said.stop_after_short_page ?? false;
  const stopAfterRepeatedPage = said.stop_after_repeated_page ?? false;
  if (!tells && !stopAfterEmptyPage && !stopAfterShortPage && !stopAfterRepeatedPage && maximum === null) {
    reading.report(
      spec.pattern(
        reading.spanOf(said),
        'spec/endless-paginator',
        'nothing would stop this paginator',
        'Set total_path, has_more_path, a maximum, or stop_after_empty_page.',
      ),
    );
    return undefined;
  }
  if (said.on_maximum !== undefined && maximum === null)
    return refuse('on_maximum', 'spec/needs-key', 'there is no maximum', 'Set maximum_offset or maximum_page, or leave it out.');
  if (said.on_maximum === 'split' && total === null)
    return refuse(
      'on_maximum',
      'spec/needs-key',
      'a window is halved before any of it is read, when the total says that it is too large',
      'Set total_path or total_header.',
    );
  return {
    total,
    hasMore,
    stopAfterEmptyPage,
    stopAfterShortPage,
    stopAfterRepeatedPage,
    maximumEmptyPages: said.maximum_empty_pages ?? 3,
    maximum: maximum === null ? null : { at: maximum, then: tells ? (said.on_maximum ?? 'fail') : 'stop' },
  };
}

/** What a counting loop counts: the variables of its position. */
export interface Counted {
  /** `offset` */
  readonly position: Code;
  /** Whether the position has reached the total, where the total counts what the position does. */
  readonly reached: Code;
  /** Records asked for in one page; undefined: the API decides. */
  readonly limit: number | null;
  /** What came of a page, where only some of it counts. */
  readonly came?: Code | undefined;
  /** What the total must count for `reached` to be meant. */
  readonly counts: Total['counts'];
  /** How much of the total stands before the first page. */
  readonly before: number;
  /** Where the paging starts. */
  readonly first: number;
  /** "offset", "page" */
  readonly word: string;
}

/** What a loop needs for its rules. */
export interface EmittedRules {
  /** The condition that ends it. */
  readonly done: Code;
  readonly extras: Loop['extras'];
  /** A count that goes along with the position, where the total counts something else. */
  readonly extra:
    { readonly name: Code; readonly field: PositionField; readonly start: (saved: Code) => Code; readonly advance: Code } | undefined;
  readonly maximum: Maximum | undefined;
  readonly emptyHint: string;
}

/** The rules as a condition over `records`, `total` and `hasMore`, and what must be read from the answer for it. */
export function emitStopRules(rules: StopRules, counted: Counted): EmittedRules {
  const { total, hasMore, maximum } = rules;
  const other = total === null || total.counts === counted.counts ? undefined : countOf(total, counted);
  const all = other?.reached ?? counted.reached;
  const came = counted.came ?? code`records`;
  const most = maximum === null ? undefined : mostByTotal(total, maximum.at, counted);
  const ceiling = most === undefined || maximum?.then === 'stop' ? nothing : code` && total !== ${count(most)}`;
  const reached = maximum === null ? undefined : code`${counted.position} >= ${count(maximum.at)}`;
  const conditions = [
    ...(reached === undefined || maximum?.then !== 'stop' ? [] : [reached]),
    ...(rules.stopAfterEmptyPage ? [code`${came}.length === 0`] : []),
    ...(rules.stopAfterShortPage && counted.limit !== null ? [code`${came}.length < ${literal(counted.limit)}`] : []),
    ...(total === null ? [] : [ceiling === nothing ? all : code`(${all}${ceiling})`]),
    ...(hasMore === null ? [] : [code`!hasMore`]),
  ];
  return {
    done: conditions.length === 0 ? nothing : join(conditions, ' || '),
    extras: [...(total === null ? [] : [totalExtra(total)]), ...(hasMore === null ? [] : [hasMoreExtra(hasMore)])],
    extra: other,
    maximum:
      maximum === null || reached === undefined
        ? undefined
        : {
            reached,
            words: `${counted.word} ${maximum.at.toLocaleString('en-US')}`,
            then: maximum.then,
            isTold: total !== null || hasMore !== null,
            passed: most === undefined ? undefined : code`total >= ${count(most)} && ${counted.position} === ${literal(counted.first)}`,
          },
    emptyHint:
      total?.counts === 'pages' && total.from.kind === 'body'
        ? `; does "${showPath(total.from.path)}" count records? Then say total: records`
        : '',
  };
}

/** The total of what a maximum lets through, where the one can be said in what the other counts: a total that large may be a ceiling itself. */
function mostByTotal(total: Total | null, at: number, { counts, limit, first, before }: Counted): number | undefined {
  if (total === null) return undefined;
  if (total.counts === counts) return at;
  if (limit === null) return undefined;
  return total.counts === 'records' ? before + (at - first) * limit : Math.ceil((at - first) / limit);
}

function countOf(total: Total, { before }: Counted): NonNullable<EmittedRules['extra']> & { readonly reached: Code } {
  const records = total.counts === 'records';
  const name = records ? code`received` : code`pages`;
  return {
    name,
    field: {
      name: records ? 'received' : 'pages',
      type: code`number`,
      description: records ? 'Records received so far.' : 'Pages received so far.',
      check: (value) => code`Number.isSafeInteger(${value}) && (${value} ?? -1) >= 0`,
      refused: [-1, 0.5, '10'],
    },
    start: (saved) => code`let ${name} = ${saved}?.${name} ?? ${literal(before)};`,
    advance: records ? code`received += records.length;` : code`pages += 1;`,
    reached: code`${name} >= total`,
  };
}

function totalExtra({ from, counts }: Total): Loop['extras'][number] {
  return {
    name: 'total',
    type: code`number`,
    value:
      from.kind === 'body'
        ? code`${helper('wholeNumber')}(${accessPath(code`body`, from.path)}, ${literal(showPath(from.path))}, place)`
        : code`${helper('totalIn')}(response.headers, ${literal(from.name)}, place)`,
    reads: from.kind === 'body' ? [] : ['response'],
    none: literal(0),
    counts,
  };
}

function hasMoreExtra(hasMore: HasMore): Loop['extras'][number] {
  return { name: 'hasMore', type: code`boolean`, value: emitHasMore(hasMore), reads: [], none: literal(false) };
}

/** Whether the body says that there is more, an expression. */
export function emitHasMore({ path, absent }: HasMore): Code {
  const found = accessPath(code`body`, path);
  return code`${helper('flag')}(${absent === 'end' ? code`${found} ?? false` : found}, ${literal(showPath(path))}, place)`;
}

/** What tells the pages of a counting loop apart. */
export function recordsProgress({ total, hasMore, stopAfterShortPage, stopAfterRepeatedPage }: StopRules): Progress {
  return {
    by: 'records',
    counted: total !== null,
    repeatEnds: stopAfterRepeatedPage,
    endsFull: total !== null || hasMore !== null || stopAfterShortPage,
  };
}

/** "until a page is empty", for people. */
export function describeStopRules(rules: StopRules, word: string): string {
  const { total, hasMore, maximum } = rules;
  const ends = [
    ...(total === null ? [] : [`\`${total.from.kind === 'body' ? showPath(total.from.path) : total.from.name}\` is reached`]),
    ...(hasMore === null ? [] : [`\`${showPath(hasMore.path)}\` is false`]),
    ...(rules.stopAfterEmptyPage ? ['a page is empty'] : []),
    ...(rules.stopAfterShortPage ? ['a page is short'] : []),
    ...(rules.stopAfterRepeatedPage ? ['a page comes again'] : []),
    ...(maximum === null
      ? []
      : [
          `${word} ${maximum.at} is reached${maximum.then === 'stop' ? '' : maximum.then === 'split' ? ', where a window is halved' : ', which is an error'}`,
        ]),
  ];
  return `until ${ends.join(' or ')}`;
}

/** The value of a body path in a synthesised answer. */
export function bodyAt<T>(path: Path | null, value: T): readonly (readonly [BodyPath, T])[];
export function bodyAt<T>(path: Place | null, value: T): readonly (readonly [BodyPath, T | WhereStep['equals']])[];
export function bodyAt(path: Place | null, value: unknown): readonly (readonly [BodyPath, unknown])[] {
  if (path === null) return [];
  const keys = path.map((step) => (step.kind === 'key' ? step.key : step.kind === 'index' ? Math.max(step.index, 0) : 0));
  const told = path.flatMap((step, at) => (step.kind === 'where' ? [[[...keys.slice(0, at + 1), step.key], step.equals] as const] : []));
  return [[keys, value], ...told];
}

function pathOf(selector: string | null | undefined): Path | null {
  if (selector === undefined || selector === null) return null;
  const parsed = parseSelector(selector);
  return parsed.ok ? parsed.path : null;
}

/** Whether an answer alone can end the paging, before a maximum does. */
export function endsByAnswer(rules: StopRules): boolean {
  return rules.total !== null || rules.hasMore !== null || rules.stopAfterEmptyPage || rules.stopAfterShortPage;
}

/**
 * Page sizes of a made-up API, as `Paginator.pageSizes` wants them: of few records, unless a page below the limit would end it, and
 * as long as `fits` says that they stay below a maximum that is an error.
 */
export function samplePageSizes(
  rules: StopRules,
  limit: number | null,
  atLeast: number,
  fits: (sizes: readonly number[]) => boolean,
): readonly number[] {
  let sizes = fewPageSizes(rules, limit);
  if (rules.maximum !== null && rules.maximum.then !== 'stop') {
    while (sizes.length > 1 && !fits(sizes)) sizes = sizes.slice(1);
    return fits(sizes) ? sizes : [rules.stopAfterEmptyPage ? 0 : 1];
  }
  const more = Array.from({ length: Math.max(0, atLeast - sizes.length) }, () => sizes[0] ?? 0);
  return [...more, ...sizes];
}

function fewPageSizes(rules: StopRules, limit: number | null): readonly number[] {
  const full = limit === null ? 3 : rules.stopAfterShortPage ? limit : Math.min(limit, 3); // offsets advance by what came
  const announced = rules.total !== null || rules.hasMore !== null;
  if (full === 1) return announced ? [1, 1, 1] : [1, 1, 0];
  if (full > 3) return [full, 2];
  return announced || rules.stopAfterShortPage ? [full, full, full - 1] : [full, full, full - 1, 0];
}

/** The rows of a page of an API that sends its last page again to whoever asks beyond it. */
export function repeatedRows(
  { stopAfterRepeatedPage }: StopRules,
  records: readonly JsonValue[],
  previous: readonly JsonValue[],
): readonly JsonValue[] {
  return stopAfterRepeatedPage && records.length === 0 ? previous : records;
}

/** The rows of a page that are not the page before, again. */
export function newRows(
  { stopAfterRepeatedPage }: StopRules,
  rows: readonly JsonValue[],
  previous: readonly JsonValue[],
): readonly JsonValue[] {
  return stopAfterRepeatedPage && JSON.stringify(rows) === JSON.stringify(previous) ? [] : rows;
}

/** What a made-up answer says of totals and has-more. */
export function answeredCounts(
  { total, hasMore }: StopRules,
  counts: { readonly records: number; readonly pages: number; readonly more: boolean },
): {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: readonly (readonly [path: BodyPath, value: number | boolean])[];
} {
  const all = total === null ? 0 : counts[total.counts];
  return {
    headers: total?.from.kind === 'header' ? { [total.from.name]: String(all) } : {},
    body: [...(total?.from.kind === 'body' ? bodyAt(total.from.path, all) : []), ...bodyAt(hasMore?.path ?? null, counts.more)],
  };
}

/** Answers whose total, or whose has-more, is none. */
export function refusedCounts({ total, hasMore }: StopRules): readonly RefusedAnswer[] {
  const totals =
    total === null
      ? []
      : total.from.kind === 'body'
        ? refusedAt(total.from.path, [null, 'many', -1])
        : [refusedHeader(total.from.name, 'many'), refusedHeader(total.from.name, '')];
  return [...totals, ...refusedFlags(hasMore)];
}

function refusedHeader(name: string, value: string): RefusedAnswer {
  return {
    name: `${JSON.stringify(value)} in the header ${name}`,
    headers: { [name]: value },
    error: 'ResponseError',
    code: 'invalid_page',
  };
}

/** Answers whose has-more is none. */
export function refusedFlags(hasMore: HasMore | null): readonly RefusedAnswer[] {
  return hasMore === null ? [] : refusedAt(hasMore.path, [...(hasMore.absent === 'end' ? [] : [null]), 'many', -1]);
}

function refusedAt(place: Path, values: readonly (string | number | null)[]): readonly RefusedAnswer[] {
  return bodyAt(place, null).flatMap(([path]) =>
    values.map((value) => ({
      name: `${JSON.stringify(value)} at ${path.join('.')}`,
      body: [path, value] as const,
      error: 'ResponseError' as const,
      code: 'invalid_page',
    })),
  );
}
