// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { JobsResponseError, JobsTimeoutError, type ReadPosition } from '../errors.ts';
import { retryAfterMs } from './retry.ts';
import type { AnswerHeaders } from './transport/exchange.ts';

/** How long a job is waited for, and what its status may be. */
export interface Waiting {
  readonly done: readonly string[];
  readonly failed: readonly string[];
  /** Without it: any other. */
  readonly running?: readonly string[];
  /** Until it is asked again; twice as long each time, up to `maxIntervalMs`. */
  readonly intervalMs: number;
  readonly maxIntervalMs: number;
  readonly timeoutMs: number;
}

/** What the API says of a job. */
interface JobAnswer {
  readonly body: unknown;
  readonly status: string;
  /** How long it asks to wait, in milliseconds; 0: it does not say. */
  readonly waitMs: number;
}

/** What an answer says of a job: one without a status is an error, and tried again as such. */
export function jobAnswer(
  body: unknown,
  status: unknown,
  path: string,
  headers: AnswerHeaders,
  place: ReadPosition,
): JobAnswer {
  if (!/^(string|number|bigint|boolean)$/.test(typeof status))
    throw new JobsResponseError(place, 'invalid_job', `the answer about the job has no status at "${path}"`);
  return { body, status: String(status), waitMs: retryAfterMs(headers) };
}

/** Asks how a job is until it is done, and returns what was answered then. That it came to nothing, or is not done in time, is an error. */
export async function untilDone(
  ask: () => Promise<JobAnswer>,
  { done, failed, running, intervalMs, maxIntervalMs, timeoutMs }: Waiting,
  place: ReadPosition,
  sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  let waited = 0;
  for (let interval = intervalMs; ; interval = Math.min(2 * interval, maxIntervalMs)) {
    const { body, status, waitMs } = await ask();
    const shown = JSON.stringify(status).slice(0, 200);
    if (done.includes(status)) return body;
    if (failed.includes(status))
      throw new JobsResponseError(place, 'job_failed', `the job has come to nothing, its status is ${shown}`);
    if (running !== undefined && !running.includes(status))
      throw new JobsResponseError(place, 'job_status', `the job has the status ${shown}, which is none that is known`);
    const wait = Math.max(interval, waitMs);
    if (waited + wait > timeoutMs)
      throw new JobsTimeoutError(
        place,
        'job_timeout',
        `the job is not done after ${Math.round(waited / 1000)} s, its status is ${shown}; from the state, the next read asks for it again`,
      );
    await sleep(wait, signal);
    waited += wait;
  }
}

/** A field of an answer about a job that a later request needs: it can stand in a path. */
export function fieldAt(value: unknown, name: string, place: ReadPosition): string {
  const text = /^(string|number|bigint)$/.test(typeof value) ? String(value) : '';
  if (/^\.{0,2}$/.test(text))
    throw new JobsResponseError(place, 'invalid_job', `the answer about the job has no text or number at "${name}"`);
  return text;
}

/** The file after so many; undefined where a job has none. A job that has fewer than were read is not the one that they were read of. */
export function fileAfter(files: readonly URL[], filesRead: number, place: ReadPosition): URL | undefined {
  const file = files[filesRead];
  if (file === undefined && filesRead > 0)
    throw new JobsResponseError(
      place,
      'invalid_job',
      `${filesRead} files of the job were read, and it has ${files.length}`,
    );
  return file;
}

/**
 * The URLs of the files of a job; null: it has none. At another origin they have to be as safe from others as the API is: nobody is told
 * credentials there.
 */
export function filesAt(
  found: unknown,
  path: string,
  baseUrl: string,
  place: ReadPosition,
  urlOf: (each: unknown) => unknown = (each) => each,
): readonly URL[] {
  if (found === null) return [];
  return (Array.isArray(found) ? found : [found]).map((each: unknown) => {
    const url = urlOf(each);
    if (typeof url !== 'string' || url === '' || !URL.canParse(url, baseUrl))
      throw new JobsResponseError(place, 'invalid_job', `expected the URL of a file at "${path}"`);
    const file = new URL(url, baseUrl);
    const { protocol, origin } = new URL(baseUrl);
    if (
      file.username + file.password !== '' ||
      !(file.origin === origin || file.protocol === 'https:' || (file.protocol === 'http:' && protocol === 'http:'))
    ) {
      throw new JobsResponseError(place, 'refused_file', `a file at ${file.protocol}//${file.host}`);
    }
    return file;
  });
}
