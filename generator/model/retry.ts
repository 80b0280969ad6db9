import type { RetrySpec } from '../spec/answers.js';
import type { RetryModel } from './connector-model.js';

/** What is tried again, and when; `more` are the words of an endpoint, which win. */
export function buildRetry(client: RetrySpec = {}, more: RetrySpec = {}): RetryModel {
  const said = { ...client, ...more };
  return {
    statuses: [...new Set(said.statuses ?? [429, 500, 502, 503, 504])].sort((a, b) => a - b),
    maxRetries: said.max_retries ?? 3,
    backoffMs: Math.round((said.backoff_factor ?? 1) * 1000),
    maxBackoffMs: Math.round((said.max_delay ?? 30) * 1000),
    maxRetryAfterMs: Math.round((said.max_retry_after ?? 60) * 1000),
  };
}
