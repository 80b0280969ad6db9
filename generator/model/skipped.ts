import { spec as messages } from '../diagnostics/messages/spec.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec } from '../spec/document.js';

/** Statuses that say of one thing that it is not there, and of no other. */
const NOT_THERE: readonly number[] = [404, 410];

/** Statuses that concern every part of a read: a token that has run out, a limit. */
const CONCERN_ALL: readonly number[] = [401, 429];

/** The statuses that `on_child_error` passes over. */
export function skippedStatuses({ on_child_error: said }: ResourceSpec, reading: Reading): readonly number[] {
  if (said === undefined || said === 'fail') return [];
  if (said === 'skip') return NOT_THERE;
  for (const status of said.skip.filter((each) => CONCERN_ALL.includes(each))) {
    reading.report(
      messages.pattern(
        reading.spanOf(said, 'skip'),
        'spec/skipped-status',
        `${status} says nothing of one parent alone`,
        'A read that passes it over would end with nothing, as if there were nothing: leave it out.',
      ),
    );
  }
  return [...new Set(said.skip)].sort((a, b) => a - b);
}
