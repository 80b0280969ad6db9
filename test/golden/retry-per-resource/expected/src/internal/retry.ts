// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { PatientError, PatientHttpError, PatientNetworkError } from '../errors.ts';
import type { AnswerHeaders } from './transport/exchange.ts';
import { PASSING } from './transport/fetch.ts';

/** What is tried again, how often, and after how many milliseconds. */
export interface Retry {
  readonly statuses: readonly number[];
  readonly maxRetries: number;
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
  readonly maxRetryAfterMs: number;
}

/** Whether the same request may succeed in a moment. `connected`: the API has answered before. */
export function isTransient(error: unknown, connected: boolean, { statuses, maxRetryAfterMs }: Retry): boolean {
  if (error instanceof PatientHttpError)
    return statuses.includes(error.status) && error.retryAfterMs <= maxRetryAfterMs;
  // refused before any answer: most often a wrong address; refused after one: most often a server that restarts
  if (error instanceof PatientNetworkError)
    return PASSING.test(error.reason) && (connected || !/refused/i.test(error.reason));
  return error instanceof PatientError && (error.code === 'timeout' || error.code === 'malformed_body');
}

/** Whether the other side closed the connection. */
export function isReset(error: unknown): boolean {
  return error instanceof PatientNetworkError && /RESET|SOCKET|closed|lost/i.test(error.reason);
}

/** What a `Retry-After` header asks for, in milliseconds: seconds, or one of HTTP's three dates; 0 for anything else. */
export function retryAfterMs(headers: AnswerHeaders): number {
  const value = headers.get('retry-after') ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  if (!/^[A-Z][a-z]+,? .*\d\d:\d\d:\d\d/.test(value)) return 0;
  const now = Date.parse(headers.get('date') ?? '') || Date.now(); // by the API's own clock where it tells
  return Math.max(0, Date.parse(value.replace(/( GMT)?$/, ' GMT')) - now) || 0;
}

/** Waits, or rejects with the signal's reason as soon as it aborts. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    }
  });
}
