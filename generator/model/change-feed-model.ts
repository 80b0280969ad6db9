import type { Place } from '../selector.js';

/** How the position at the end of a read becomes that where the next run begins. */
export interface ChangeFeedModel {
  /** Where the last page has it; null: it is the cursor of the pages. */
  readonly position: Place | null;
  /** The query parameter that every request of the next run has it as; null: the next run begins with it as a page does. */
  readonly param: string | null;
}
