import { type Code, code, count, join, jsdoc, literal, nothing } from '../../code.js';
import type { EmitContext } from '../context.js';
import type { HttpFeatures } from './http-features.js';
import { pageGetter } from './http-request.js';
import { retrySentence } from './retry.js';
import { errorClass, READ_POSITION } from '../symbols.js';
import { IS_RESET, IS_TRANSIENT, RETRY_NUMBERS, SECRETS_TYPE, SLEEP, UNTIL } from './http-names.js';

/** The pieces around an attempt: its retries, the deadline of its read, and the time that one request may take. */

/** What `createFetchPage` returns: the attempt in its wrappers. */
export function emitWrapped({ retries, deadlines, secrets, jobs }: HttpFeatures): Code {
  const inTime = deadlines ? code`withDeadline(attempt, now)` : code`attempt`;
  const told = code`withLog(${inTime}, options${secrets ? code`, secrets` : nothing})`;
  const wrapped = retries ? code`withRetry(${told}, options)` : told;
  const members = [...(secrets ? [code`secrets`] : []), ...(jobs ? [code`sleep: options.sleep ?? ${SLEEP}`] : [])];
  return members.length > 0 ? code`Object.assign(${wrapped}, { ${join(members, ', ')} })` : wrapped;
}

/** The wrappers that a package needs, as functions. */
export function emitWrappers(context: EmitContext, features: HttpFeatures): Code {
  return code`
    ${features.retries ? withRetry(context, features) : nothing}
    ${features.deadlines ? withDeadline(context, features) : nothing}
    ${withLog(context, features)}
    /** What \`work\` comes to, if that is before \`ms\` are over and before \`signal\` aborts; work that goes on is left to itself. */
    async function within<Result>(ms: number, signal: AbortSignal | undefined, late: (ms: number) => Error, work: (until: ${UNTIL}) => Promise<Result>): Promise<Result> {
      signal?.throwIfAborted();
      let stop = (_reason: unknown): void => undefined;
      const ended = new Promise<never>((_, reject) => (stop = reject));
      const abort = (): void => stop(signal?.reason);
      const timer = setTimeout(() => stop(late(ms)), ms);
      signal?.addEventListener('abort', abort);
      const until: ${UNTIL} = {
        ended,
        get signal() {
          const controller = new AbortController();
          ended.catch((reason: unknown) => controller.abort(reason));
          return controller.signal;
        },
      };
      try {
        return await Promise.race([work(until), ended]);
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      }
    }

    /** The error of a request that takes too long. */
    function tooLate(place: ${READ_POSITION}): (ms: number) => ${errorClass(context, 'TimeoutError')} {
      return (ms) => new ${errorClass(context, 'TimeoutError')}(place, 'timeout', \`no full answer in \${ms} ms\`);
    }
  `;
}

function withRetry({ prefix, model }: EmitContext, features: HttpFeatures): Code {
  const { pauses, deadlines, own } = features;
  const getter = pageGetter(features);
  const { retry } = model;
  const n = own.retry
    ? { most: code`retry.maxRetries`, backoff: code`retry.backoffMs`, longest: code`retry.maxBackoffMs` }
    : { most: literal(retry.maxRetries), backoff: count(retry.backoffMs), longest: count(retry.maxBackoffMs) };
  return code`
    ${own.retry ? clientRetry(retry) : nothing}
    /** Tries again what may be over in a moment. */
    function withRetry(attempt: ${getter}, { sleep: pauseFor = ${SLEEP}, random = Math.random, maxRetries${own.retry ? nothing : code` = ${n.most}`}, logger${deadlines ? code`, now = () => performance.now()` : nothing} }: HttpOptions): ${getter} {
      let connected = false;
      ${pauses ? code`let paused: Promise<unknown> = Promise.resolve(); // a Retry-After is for all requests, not only for the one that it answers` : nothing}
      return async (url, read, place, signal${own.any ? code`, own` : nothing}) => {
        ${own.retry ? code`const retry = { ...RETRY, ...own?.retry };` : nothing}
        for (;;) {
          ${pauses ? code`await unlessAborted(paused, signal);` : nothing}
          try {
            place.attempt++;
            const page = await attempt(url, read, place, signal${own.any ? code`, own` : nothing});
            connected = true;
            return page;
          } catch (error) {
            connected ||= error instanceof ${errorClass({ prefix }, 'HttpError')};
            if (!(place.attempt <= ${own.retry ? code`(maxRetries ?? retry.maxRetries)` : code`maxRetries`}) || !${IS_TRANSIENT}(error, connected${own.retry ? code`, retry` : nothing})) throw error;
            const backoff = Math.min(${n.backoff} * 2 ** (place.attempt - 1), ${n.longest});
            const waitMs = error instanceof ${errorClass({ prefix }, 'HttpError')} ? error.retryAfterMs : 0;
            // a reset after a success is most often an idle connection that the API had closed
            const stale = connected && place.attempt === 1 && ${IS_RESET}(error);
            const pause = stale ? random() * 50 : Math.max((backoff * (1 + random())) / 2, waitMs * (1 + random() / 10));
            ${
              deadlines
                ? code`
              if (!(now() + pause < (own?.deadline ?? Infinity))) {
                throw new ${errorClass({ prefix }, 'DeadlineError')}(place, \`the time of the read would be over before the next attempt, in \${Math.round(pause)} ms\`, error);
              }
            `
                : nothing
            }
            logger?.info(\`\${place.resource} page \${place.page}: asks again in \${Math.round(pause)} ms\`);
            ${
              pauses
                ? code`
              const waiting = pauseFor(pause, signal);
              if (waitMs > 0) paused = Promise.allSettled([paused, waiting]);
              await waiting;
            `
                : code`await pauseFor(pause, signal);`
            }
          }
        }
      };
    }

    ${
      pauses
        ? code`
      /** What \`work\` comes to, unless \`signal\` aborts first. */
      function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
        return new Promise((resolve, reject) => {
          const abort = (): void => reject(signal?.reason);
          signal?.addEventListener('abort', abort);
          work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', abort));
        });
      }

    `
        : nothing
    }
  `;
}

function clientRetry({ statuses, maxRetries, backoffMs, maxBackoffMs, maxRetryAfterMs }: EmitContext['model']['retry']): Code {
  return code`
    /** Where a resource does not say otherwise. */
    const RETRY: ${RETRY_NUMBERS} = {
      statuses: ${literal(statuses)},
      maxRetries: ${literal(maxRetries)},
      backoffMs: ${count(backoffMs)},
      maxBackoffMs: ${count(maxBackoffMs)},
      maxRetryAfterMs: ${count(maxRetryAfterMs)},
    };

  `;
}

function withDeadline({ prefix }: EmitContext, features: HttpFeatures): Code {
  const getter = pageGetter(features);
  return code`
    /** Ends attempts when the time of their read is over. */
    function withDeadline(attempt: ${getter}, now: () => number): ${getter} {
      return async (url, read, place, signal, own) => {
        const left = (own?.deadline ?? Infinity) - now();
        if (left === Infinity) return attempt(url, read, place, signal, own);
        if (!(left > 0)) throw new ${errorClass({ prefix }, 'DeadlineError')}(place, 'the time of the read is over');
        const late = (): ${errorClass({ prefix }, 'DeadlineError')} => new ${errorClass({ prefix }, 'DeadlineError')}(place, 'the time of the read was over before the answer was there');
        return within(Math.min(left, 2 ** 31 - 1), signal, late, (until) => attempt(url, read, place, until.signal, own)); // no timer is longer
      };
    }

  `;
}

/** Tells a logger of attempts. What an error of the package says is without credentials; of other errors nothing is told. */
function withLog({ prefix }: EmitContext, features: HttpFeatures): Code {
  const getter = pageGetter(features);
  const { own, secrets, files } = features;
  const shown = files ? code`(own?.elsewhere === true ? \`\${url.origin}\${url.pathname}\` : url.href)` : code`url.href`;
  const given = code`url, read, place, signal${own.any ? code`, own` : nothing}`;
  return code`
    /** Tells the logger of attempts, and of what they come to. */
    function withLog(attempt: ${getter}, { logger }: HttpOptions${secrets ? code`, secrets: ${SECRETS_TYPE}` : nothing}): ${getter} {
      if (logger === undefined) return attempt;
      return async (${given}) => {
        logger.debug(\`\${place.resource} page \${place.page}: asks for \${${secrets ? code`secrets.redact(${shown}, 1000)` : shown}}\`);
        try {
          return await attempt(${given});
        } catch (error) {
          if (error instanceof ${errorClass({ prefix }, 'Error')}) logger.warn(error.message);
          throw error;
        }
      };
    }

  `;
}

/** The comment of `createFetchPage`. */
export function emitRetryDoc({ model }: EmitContext, { retries }: HttpFeatures): Code {
  const { retry, timeoutMs } = model;
  if (!retries) return jsdoc('Returns a function that gets pages. Nothing is tried again.');
  const unit = 'Returns a function that gets pages: the request, its whole body and the records in it are one attempt.';
  if (retry.maxRetries === 0) return jsdoc(`${unit} Resources that say so try again.`);
  return jsdoc(unit, inLines(retrySentence(retry, timeoutMs), 114));
}

/** A text in lines of at most so many characters. */
function inLines(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
