import { type Code, code, join, literal, nothing } from '../code.js';
import { spec } from '../diagnostics/messages/spec.js';
import { accessPath, parseSelector, showPath, type Path } from '../selector.js';
import { boolean, nullable, optional, text, type Check, type Reading } from '../shape.js';
import type { Loop, RefusedAnswer } from './contract.js';

/**
 * The rules that end a page loop, the same for all paginators that count. The first that applies ends it, whatever the
 * others say; `emitStopRules` asks them in this order:
 *
 * | rule | ends the read when | asked |
 * |---|---|---|
 * | `maximum_offset`, `maximum_page` | the next position is the maximum or beyond | where given; it always wins |
 * | `stop_after_empty_page` | a page has no records | where nothing else tells, or where it is said to be true |
 * | `stop_after_short_page` | a page has fewer records than asked for | where it is said to be true |
 * | `total_path` | the next position is the total or beyond; the newest total counts | where given |
 * | `has_more_path` | the body says false | where given |
 *
 * Where `total_path` or `has_more_path` tells, an empty page in the middle is passed over; the fourth in a row is an error.
 */
export interface StopRules {
  readonly totalPath: Path | null;
  readonly hasMorePath: Path | null;
  readonly stopAfterEmptyPage: boolean;
  readonly stopAfterShortPage: boolean;
}

export const checkSelector: Check<string> = (value, span, reading) => {
  const parsed = parseSelector(value);
  if (parsed.ok) return true;
  reading.report(spec.pattern(span, 'spec/selector-syntax', parsed.message, parsed.hint));
  return false;
};

/** The key that names a yes or no in the body. */
export const hasMoreKey = optional(
  nullable(
    text({ description: 'Where the body says whether there is more: true or false.', check: checkSelector, examples: ['has_more'] }),
  ),
);

/** The keys every counting paginator takes. `total` says what the total counts: "records". */
export function stopRuleKeys(total: string) {
  return {
    total_path: optional(
      nullable(
        text({
          description: `Where the body says how many ${total} there are. Default: not read (dlt reads "total").`,
          check: checkSelector,
          examples: ['meta.total'],
        }),
      ),
    ),
    has_more_path: hasMoreKey,
    stop_after_empty_page: optional(
      boolean({ description: 'An empty page is the last one. Default: true where neither total_path nor has_more_path tells.' }),
    ),
    stop_after_short_page: optional(
      boolean({
        description: 'A page with fewer records than asked for is the last one: one request less, but wrong where the API caps its pages.',
        default: false,
      }),
    ),
  } as const;
}

export interface StopRuleSpec {
  readonly total_path?: string | null;
  readonly has_more_path?: string | null;
  readonly stop_after_empty_page?: boolean;
  readonly stop_after_short_page?: boolean;
}

/** The rules with defaults filled in; refuses a loop that nothing ends. */
export function buildStopRules(said: StopRuleSpec, hasMaximum: boolean, owner: object, reading: Reading): StopRules | undefined {
  const totalPath = pathOf(said.total_path);
  const hasMorePath = pathOf(said.has_more_path);
  const stopAfterEmptyPage = said.stop_after_empty_page ?? (totalPath === null && hasMorePath === null);
  const stopAfterShortPage = said.stop_after_short_page ?? false;
  if (totalPath === null && hasMorePath === null && !stopAfterEmptyPage && !stopAfterShortPage && !hasMaximum) {
    reading.report(
      spec.pattern(
        reading.spanOf(owner),
        'spec/endless-paginator',
        'nothing would stop this paginator',
        'Set total_path, has_more_path, a maximum, or stop_after_empty_page.',
      ),
    );
    return undefined;
  }
  return { totalPath, hasMorePath, stopAfterEmptyPage, stopAfterShortPage };
}

/** The rules as a condition over `records`, `total` and `hasMore`, and what must be read from the answer for it. */
export function emitStopRules(
  rules: StopRules,
  limit: Code | undefined,
  totalReached: Code,
  maximum: Code | undefined,
): { readonly done: Code; readonly extras: Loop['extras']; readonly helpers: Loop['helpers'] } {
  const conditions = [
    ...(maximum === undefined ? [] : [maximum]),
    ...(rules.stopAfterEmptyPage ? [code`records.length === 0`] : []),
    ...(rules.stopAfterShortPage && limit !== undefined ? [code`records.length < ${limit}`] : []),
    ...(rules.totalPath === null ? [] : [totalReached]),
    ...(rules.hasMorePath === null ? [] : [code`!hasMore`]),
  ];
  const extras = [
    ...(rules.totalPath === null
      ? []
      : [
          {
            name: 'total',
            type: code`number`,
            value: code`wholeNumber(${accessPath(code`body`, rules.totalPath)}, ${literal(showPath(rules.totalPath))}, place)`,
            reads: [],
            none: literal(0),
          },
        ]),
    ...(rules.hasMorePath === null
      ? []
      : [
          {
            name: 'hasMore',
            type: code`boolean`,
            value: code`flag(${accessPath(code`body`, rules.hasMorePath)}, ${literal(showPath(rules.hasMorePath))}, place)`,
            reads: [],
            none: literal(false),
          },
        ]),
  ];
  const helpers = [...(rules.totalPath === null ? [] : ['wholeNumber' as const]), ...(rules.hasMorePath === null ? [] : ['flag' as const])];
  return { done: join(conditions, ' || '), extras, helpers };
}

/** Whether empty pages are passed over, and so have to be counted. */
function passesEmptyPages(rules: StopRules): boolean {
  return !rules.stopAfterEmptyPage && (rules.totalPath !== null || rules.hasMorePath !== null);
}

/** The guard against an API that has nothing but empty pages: before the loop, and after each page. */
export function emitEmptyGuard(rules: StopRules): { readonly start: Code; readonly advance: Code; readonly helpers: Loop['helpers'] } {
  if (!passesEmptyPages(rules)) return { start: nothing, advance: nothing, helpers: [] };
  return { start: code`const checkEmpty = emptyGuard();`, advance: code`checkEmpty(records.length, place);`, helpers: ['emptyGuard'] };
}

/** "until a page is empty", for people. */
export function describeStopRules(rules: StopRules, maximum: string | undefined): string {
  const ends = [
    ...(rules.totalPath === null ? [] : [`\`${showPath(rules.totalPath)}\` is reached`]),
    ...(rules.hasMorePath === null ? [] : [`\`${showPath(rules.hasMorePath)}\` is false`]),
    ...(rules.stopAfterEmptyPage ? ['a page is empty'] : []),
    ...(rules.stopAfterShortPage ? ['a page is short'] : []),
    ...(maximum === undefined ? [] : [maximum]),
  ];
  return `until ${ends.join(' or ')}`;
}

/** The value of a body path in a synthesised answer. */
export function bodyAt<T>(path: Path | null, value: T): readonly (readonly [readonly string[], T])[] {
  return path === null ? [] : [[path.map((step) => (step.kind === 'key' ? step.key : '0')), value]];
}

function pathOf(selector: string | null | undefined): Path | null {
  if (selector === undefined || selector === null) return null;
  const parsed = parseSelector(selector);
  return parsed.ok ? parsed.path : null;
}

/** Whether an answer alone can end the paging, before a maximum does. */
export function endsByAnswer(rules: StopRules): boolean {
  return rules.totalPath !== null || rules.hasMorePath !== null || rules.stopAfterEmptyPage || rules.stopAfterShortPage;
}

/** Page sizes of a made-up API, as `Paginator.pageSizes` wants them: of few records, unless a page below the limit would end it. */
export function samplePageSizes(rules: StopRules, limit: number | null, atLeast = 0): readonly number[] {
  const sizes = fewPageSizes(rules, limit);
  const more = Array.from({ length: Math.max(0, atLeast - sizes.length) }, () => sizes[0] ?? 0);
  return [...more, ...sizes];
}

function fewPageSizes(rules: StopRules, limit: number | null): readonly number[] {
  const full = limit === null ? 3 : rules.stopAfterShortPage ? limit : Math.min(limit, 3); // offsets advance by what came
  const announced = rules.totalPath !== null || rules.hasMorePath !== null;
  if (full === 1) return announced ? [1, 1, 1] : [1, 1, 0];
  if (full > 3) return [full, 2];
  return announced || rules.stopAfterShortPage ? [full, full, full - 1] : [full, full, full - 1, 0];
}

/** Answers whose total, or whose has-more, is none. */
export function refusedCounts(rules: StopRules): readonly RefusedAnswer[] {
  return [...refusedAt(rules.totalPath), ...refusedFlags(rules.hasMorePath)];
}

/** Answers whose has-more is none. */
export function refusedFlags(hasMorePath: Path | null): readonly RefusedAnswer[] {
  return refusedAt(hasMorePath);
}

function refusedAt(place: Path | null): readonly RefusedAnswer[] {
  return bodyAt(place, null).flatMap(([path]) =>
    [null, 'many', -1].map((value) => ({
      name: `${JSON.stringify(value)} at ${path.join('.')}`,
      body: [path, value] as const,
      error: 'ResponseError' as const,
      code: 'invalid_page',
    })),
  );
}
