import { choice, optional } from '../shape.js';

/** The key that says whether the first request names its page. */
export const firstPageKey = optional(
  choice('a first page', ['sent', 'unsent'], {
    description: 'unsent: the first request has no position, which some APIs want.',
    default: 'sent',
  }),
);
