import { code, nothing } from '../../code.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';
import { sourceFile } from '../source-file.js';
import { ANSWER_HEADERS, errorClass, READ_POSITION, valueFrom } from '../symbols.js';
import { hasJob } from './job.js';
import { readsFields } from './job-names.js';

/** `src/internal/job.ts`, where some resource has a job: how one is waited for, and what the API says of it. */
export function emitJobFile(context: EmitContext): readonly VirtualFile[] {
  const jobs = context.resources.filter(hasJob);
  if (jobs.length === 0) return [];
  const parts = jobs.some(({ model }) => model.job.download.parts !== null);
  const files = jobs.some(({ model }) => model.job.download.urlsPath !== null);
  const urls = jobs.some(({ model }) => model.job.poll.url !== null);
  const fields = jobs.some(({ model }) => readsFields(model.job));
  const responseError = errorClass(context, 'ResponseError');
  const body = code`
    /** How long a job is waited for, and what its status may be. */
    export interface Waiting {
      readonly done: readonly string[];
      readonly failed: readonly string[];
      /** Without it: any other. */
      readonly running?: readonly string[];
      /** Until it is asked again; twice as long each time, up to \`maxIntervalMs\`. */
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
    export function jobAnswer(body: unknown, status: unknown, path: string, headers: ${ANSWER_HEADERS}, place: ${READ_POSITION}): JobAnswer {
      if (!/^(string|number|bigint|boolean)$/.test(typeof status)) throw new ${responseError}(place, 'invalid_job', \`the answer about the job has no status at "\${path}"\`);
      return { body, status: String(status), waitMs: ${valueFrom('internal/retry', 'retryAfterMs')}(headers) };
    }

    /** Asks how a job is until it is done, and returns what was answered then. That it came to nothing, or is not done in time, is an error. */
    export async function untilDone(
      ask: () => Promise<JobAnswer>,
      { done, failed, running, intervalMs, maxIntervalMs, timeoutMs }: Waiting,
      place: ${READ_POSITION},
      sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>,
      signal: AbortSignal | undefined,
    ): Promise<unknown> {
      let waited = 0;
      for (let interval = intervalMs; ; interval = Math.min(2 * interval, maxIntervalMs)) {
        const { body, status, waitMs } = await ask();
        const shown = JSON.stringify(status).slice(0, 200);
        if (done.includes(status)) return body;
        if (failed.includes(status)) throw new ${responseError}(place, 'job_failed', \`the job has come to nothing, its status is \${shown}\`);
        if (running !== undefined && !running.includes(status)) throw new ${responseError}(place, 'job_status', \`the job has the status \${shown}, which is none that is known\`);
        const wait = Math.max(interval, waitMs);
        if (waited + wait > timeoutMs) throw new ${errorClass(context, 'TimeoutError')}(place, 'job_timeout', \`the job is not done after \${Math.round(waited / 1000)} s, its status is \${shown}; from the state, the next read asks for it again\`);
        await sleep(wait, signal);
        waited += wait;
      }
    }

    ${
      fields
        ? code`
    /** A field of an answer about a job that a later request needs: it can stand in a path. */
    export function fieldAt(value: unknown, name: string, place: ${READ_POSITION}): string {
      const text = /^(string|number|bigint)$/.test(typeof value) ? String(value) : '';
      if (/^\\.{0,2}$/.test(text)) throw new ${responseError}(place, 'invalid_job', \`the answer about the job has no text or number at "\${name}"\`);
      return text;
    }
    `
        : nothing
    }

    /** The file after so many; undefined where a job has none. A job that has fewer than were read is not the one that they were read of. */
    export function fileAfter(files: readonly URL[], filesRead: number, place: ${READ_POSITION}): URL | undefined {
      const file = files[filesRead];
      if (file === undefined && filesRead > 0) throw new ${responseError}(place, 'invalid_job', \`\${filesRead} files of the job were read, and it has \${files.length}\`);
      return file;
    }
    ${
      parts
        ? code`

      /** The cursor of the next part of a file; null: there is no more. Some APIs say so with the text \`null\`. */
      export function locatorIn(headers: ${ANSWER_HEADERS}, name: string): string | null {
        const locator = headers.get(name) ?? '';
        return locator === '' || locator === 'null' ? null : locator;
      }

      /** A part that names itself as the next would be read for ever. */
      export function needProgress(locator: string | null, next: string | null, place: ${READ_POSITION}): void {
        if (next !== null && next === locator) throw new ${responseError}(place, 'invalid_job', 'a part of a file names itself as the next one');
      }
    `
        : code``
    }
    ${
      urls
        ? code`

      /** The URL at which the API says that a job is asked for: at its own origin, for credentials go there. */
      export function jobUrl(said: unknown, name: string, base: URL, place: ${READ_POSITION}): string {
        if (typeof said !== 'string' || said === '' || !URL.canParse(said, base)) throw new ${responseError}(place, 'invalid_job', \`: the answer about the job has no URL at "\${name}"\`);
        const url = new URL(said, base);
        if (url.origin !== base.origin || url.username + url.password !== '') throw new ${responseError}(place, 'invalid_job', \`: the job is to be asked for at \${url.origin}, which is not the API's origin\`);
        return url.href;
      }
    `
        : code``
    }
    ${
      files
        ? code`

      /**
       * The URLs of the files of a job; null: it has none. At another origin they have to be as safe from others as the API is: nobody is told
       * credentials there.
       */
      export function filesAt(found: unknown, path: string, baseUrl: string, place: ${READ_POSITION}, urlOf: (each: unknown) => unknown = (each) => each): readonly URL[] {
        if (found === null) return [];
        return (Array.isArray(found) ? found : [found]).map((each: unknown) => {
          const url = urlOf(each);
          if (typeof url !== 'string' || url === '' || !URL.canParse(url, baseUrl)) throw new ${responseError}(place, 'invalid_job', \`expected the URL of a file at "\${path}"\`);
          const file = new URL(url, baseUrl);
          const { protocol, origin } = new URL(baseUrl);
          if (file.username + file.password !== '' || !(file.origin === origin || file.protocol === 'https:' || (file.protocol === 'http:' && protocol === 'http:'))) {
            throw new ${responseError}(place, 'refused_file', \`a file at \${file.protocol}//\${file.host}\`);
          }
          return file;
        });
      }
    `
        : code``
    }
  `;
  return [sourceFile(context.header, 'src/internal/job.ts', body)];
}
