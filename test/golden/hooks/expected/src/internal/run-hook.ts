// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { TicketsError, TicketsHookError, TicketsPaginationError, type ReadPosition } from '../errors.ts';

/** What a hook returns; what it throws becomes an error with its place. */
export function runHook<Result>(hook: string, place: ReadPosition, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof TicketsError) throw error;
    throw new TicketsHookError(place, hook, withoutSecrets(error, place));
  }
}

/** What `next` returns: never where its page began, with which a read would not end, or end too early. */
export function nextPosition<Position>(
  following: Position | null,
  begin: Position | null,
  place: ReadPosition,
): Position | null {
  if (following === null || (following !== undefined && JSON.stringify(following) !== JSON.stringify(begin)))
    return following;
  throw new TicketsPaginationError(
    place,
    'no_progress',
    'the hook next returned where its page began, not where the next one does',
  );
}

/** An error as it is, unless it says a credential that the API had put into a record. */
function withoutSecrets(error: unknown, { secrets }: ReadPosition): unknown {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const shown = secrets?.redact(said) ?? said;
  if (shown === said) return error;
  const other = new Error(secrets?.redact(error instanceof Error ? error.message : said));
  other.stack = shown;
  return other;
}
