// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { OffsetsPaginationError, OffsetsResponseError, type RecordPlace } from './errors.ts';

/** Returns a check that throws when a mark comes a second time, however long the cycle (Brent's algorithm: constant memory). */
export function repeatGuard(): (mark: string, place: RecordPlace) => void {
  let kept: string | undefined;
  let steps = 0;
  let limit = 1;
  return (mark, place) => {
    if (mark === kept) throw new OffsetsPaginationError(place, 'no_progress', ': the API sent the same page again');
    if (++steps < limit) return;
    kept = mark;
    steps = 0;
    limit *= 2;
  };
}

/** A count from a body: a whole number, or one written as text. */
export function wholeNumber(value: unknown, path: string, place: RecordPlace): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value);
  throw new OffsetsResponseError(place, 'invalid_page', `: expected a whole number at "${path}"`);
}

/** A yes or no from a body: true, false, or one of them as text. */
export function flag(value: unknown, path: string, place: RecordPlace): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new OffsetsResponseError(place, 'invalid_page', `: expected true or false at "${path}"`);
}

/** Returns a check that throws at the fourth empty page in a row. */
export function emptyGuard(): (records: number, place: RecordPlace) => void {
  let empty = 0;
  return (records, place) => {
    empty = records === 0 ? empty + 1 : 0;
    if (empty > 3)
      throw new OffsetsPaginationError(place, 'no_progress', ': the API has sent four empty pages in a row');
  };
}
