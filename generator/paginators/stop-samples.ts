import type { Path } from '../selector.js';
import type { JsonValue } from '../shape.js';
import type { BodyPath, RefusedAnswer } from './contract.js';
import { bodyAt } from './body-places.js';
import type { StopRules, HasMore } from './stop-rules.js';

/** The stop rules as a made-up API keeps them: the sizes of its pages, what its answers say, and answers that a read must refuse. */

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
