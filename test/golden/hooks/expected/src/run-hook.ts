// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { TicketsHookError, type RecordPlace } from './errors.ts';

/** What a hook returns; what it throws becomes an error with its place. */
export function runHook<Result>(hook: string, place: RecordPlace, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw new TicketsHookError(place, hook, error);
  }
}
