import type { RetrySpec } from '../spec/answers.js';
import type { RetryModel } from './connector-model.js';

/**
 * Statuses that are tried again where a spec does not say: those of RFC 9110 that say that it may help, and those that the
 * content delivery networks and gateways in between add: 520 to 524 and 529 that the API behind them was not reached, or is overloaded.
 */
const RETRIED = [408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529] as const;

/** What is tried again, and when; `more` are the words of an endpoint, which win. */
export function buildRetry(client: RetrySpec = {}, more: RetrySpec = {}): RetryModel {
  const said = { ...client, ...more };
  return {
    statuses: [...new Set(said.statuses ?? RETRIED)].sort((a, b) => a - b),
    maxRetries: said.max_retries ?? 3,
    backoffMs: Math.round((said.backoff_factor ?? 1) * 1000),
    maxBackoffMs: Math.round((said.max_delay ?? 30) * 1000),
    maxRetryAfterMs: Math.round((said.max_retry_after ?? 60) * 1000),
  };
}
