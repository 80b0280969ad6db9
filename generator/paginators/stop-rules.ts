import { spec } from '../diagnostics/messages/spec.js';
import { checkHeaderName } from '../checks.js';
import { parsePlace, parseSelector, showPath, type Path } from '../selector.js';
import { boolean, choice, integer, nullable, optional, text, type Check, type Reading } from '../shape.js';
import type { Maximum } from './contract.js';

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

function pathOf(selector: string | null | undefined): Path | null {
  if (selector === undefined || selector === null) return null;
  const parsed = parseSelector(selector);
  return parsed.ok ? parsed.path : null;
}

/** Whether an answer alone can end the paging, before a maximum does. */
export function endsByAnswer(rules: StopRules): boolean {
  return rules.total !== null || rules.hasMore !== null || rules.stopAfterEmptyPage || rules.stopAfterShortPage;
}
