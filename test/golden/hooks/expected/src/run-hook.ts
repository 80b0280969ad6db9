// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { TicketsError, TicketsHookError, TicketsPaginationError, type RecordPlace } from './errors.ts';

/** What a hook returns; what it throws becomes an error with its place. */
export function runHook<Result>(hook: string, place: RecordPlace, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof TicketsError) throw error;
    throw new TicketsHookError(place, hook, error);
  }
}

/** What `next` returns: never where its page began, with which a read would not end, or end too early. */
export function nextPosition<Position>(
  following: Position | null,
  begin: Position | null,
  place: RecordPlace,
): Position | null {
  if (following === null || (following !== undefined && JSON.stringify(following) !== JSON.stringify(begin)))
    return following;
  throw new TicketsPaginationError(
    place,
    'no_progress',
    ': the hook next returned where its page began, not where the next one does',
  );
}
