import { hasDeadlines } from '../model/deadlines.js';
import { fetchesTokens } from './auth.js';
import type { EmitContext } from './context.js';
import { isPaged } from './page-loop.js';
import { longerThanWaited } from './retry.js';

/** An error class of a package, and when it is thrown. */
export interface ErrorFact {
  /** `AnalyticsHttpError` */
  readonly name: string;
  readonly when: string;
}

/** The error classes that a package has, in the order they are exported. */
export function errorFacts(context: EmitContext): readonly ErrorFact[] {
  const { model } = context;
  const facts: readonly (readonly [string, string, boolean?])[] = [
    ['HttpError', 'The API answered with a status that is not a success: status, url, body.'],
    ['RateLimitedError', `The API answered 429 to every attempt, or asked to wait for ${longerThanWaited(model, 's')}: retryAfterMs.`],
    ['NetworkError', 'The connection failed: reason.'],
    ['TimeoutError', `An attempt took longer than timeoutMs (${model.timeoutMs.toLocaleString('en-US')}), its body included.`],
    ['DeadlineError', 'The read would take longer than its deadlineMs: cause, if an attempt failed before.', hasDeadlines(model)],
    ['ResponseError', 'The answer is cut off, not JSON, too large, or without its records.'],
    ['AuthError', 'The token endpoint gave no token.', fetchesTokens(context)],
    [
      'PaginationError',
      'The API sent the same page again, or a link to another origin.',
      context.resources.some((resource) => isPaged(resource)),
    ],
    ['StateError', 'The state belongs to another resource, API or way of paging.'],
    ['HookError', 'A hook threw: hook, index, cause.', model.hooks !== null],
    ['RecordError', 'A record is not what its type says: index, path, expected.'],
  ];
  return facts.filter(([, , there = true]) => there).map(([name, when]) => ({ name: `${model.name.pascal}${name}`, when }));
}
