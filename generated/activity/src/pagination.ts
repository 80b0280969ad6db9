// Code generated from specs/activity.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/activity.yaml

import { ActivityPaginationError, type RecordPlace } from './errors.ts';

/** Returns a check that throws when a mark comes a second time, however long the cycle (Brent's algorithm: constant memory). */
export function repeatGuard(): (mark: string, place: RecordPlace) => void {
  let kept: string | undefined;
  let steps = 0;
  let limit = 1;
  return (mark, place) => {
    if (mark === kept) throw new ActivityPaginationError(place, 'no_progress', ': the API sent the same page again');
    if (++steps < limit) return;
    kept = mark;
    steps = 0;
    limit *= 2;
  };
}
