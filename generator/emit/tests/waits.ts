import type { RetryModel } from '../../model/connector-model.js';

/** What a test expects of retries, with `random` at one half. */

/** The waits before each retry, in milliseconds. */
export function expectedWaits({ maxRetries, backoffMs, maxBackoffMs }: RetryModel): readonly number[] {
  return Array.from({ length: maxRetries }, (_, index) => jittered(Math.min(backoffMs * 2 ** index, maxBackoffMs)));
}

/** The wait before the first retry when `Retry-After` asks for `askedMs`. */
export function expectedWait({ backoffMs, maxBackoffMs }: RetryModel, askedMs: number): number {
  return Math.max(jittered(Math.min(backoffMs, maxBackoffMs)), askedMs * (1 + 0.5 / 10));
}

/** The answer that is tried again: by a status of the spec, or where it names none, by a failed connection. */
export function downStatus({ statuses }: RetryModel): number | undefined {
  return statuses.includes(503) ? 503 : (statuses.find((status) => status !== 429) ?? statuses[0]);
}

function jittered(backoff: number): number {
  return (backoff * (1 + 0.5)) / 2;
}

/** `1.5, 3 and 6 s` */
export function inSeconds(waits: readonly number[]): string {
  const seconds = waits.map((wait) => String(wait / 1000));
  return `${seconds.length < 2 ? seconds.join('') : `${seconds.slice(0, -1).join(', ')} and ${seconds.at(-1)}`} s`;
}
