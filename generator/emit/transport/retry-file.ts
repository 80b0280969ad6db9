import { type Code, code, count, literal, nothing } from '../../code.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';
import { sourceFile } from '../source-file.js';
import { ANSWER_HEADERS, errorClass, valueFrom } from '../symbols.js';
import { httpFeatures, type HttpFeatures } from './http-features.js';
import { emitResetMs } from './rate-limit.js';

/** `src/internal/retry.ts`: what is tried again, and after how long. */
export function emitRetry(context: EmitContext): readonly VirtualFile[] {
  const features = httpFeatures(context);
  const { retries, limited, resets, jobs } = features;
  const body = code`
    ${retries ? whatAgain(context, features) : nothing}
    /** What a \`Retry-After\` header asks for, in milliseconds: seconds, or one of HTTP's three dates; 0 for anything else. */
    export function retryAfterMs(headers: ${ANSWER_HEADERS}): number {
      const value = headers.get('retry-after') ?? '';
      if (/^\\d+(\\.\\d+)?$/.test(value)) return Number(value) * 1000;
      if (!/^[A-Z][a-z]+,? .*\\d\\d:\\d\\d:\\d\\d/.test(value)) return 0;
      const now = Date.parse(headers.get('date') ?? '') || Date.now(); // by the API's own clock where it tells
      return Math.max(0, Date.parse(value.replace(/( GMT)?$/, ' GMT')) - now) || 0;
    }
    ${
      resets
        ? code`

      /** How long a limit holds by the header that says so, in milliseconds; 0 for anything else. */
      export function resetMs(headers: ${ANSWER_HEADERS}): number {
        ${emitResetMs(context)}
      }
    `
        : nothing
    }
    ${retries || limited || jobs ? SLEEP : nothing}
  `;
  return [sourceFile(context.header, 'src/internal/retry.ts', body)];
}

function whatAgain(context: EmitContext, { acts, restarts, own }: HttpFeatures): Code {
  const { retry } = context.model;
  const httpError = errorClass(context, 'HttpError');
  const networkError = errorClass(context, 'NetworkError');
  const listed = code`${own.retry ? code`statuses` : literal(retry.statuses)}.includes(error.status)`;
  const soon = code`error.retryAfterMs <= ${own.retry ? code`maxRetryAfterMs` : count(retry.maxRetryAfterMs)}`;
  return code`
    ${
      own.retry
        ? code`
      /** What is tried again, how often, and after how many milliseconds. */
      export interface Retry {
        readonly statuses: readonly number[];
        readonly maxRetries: number;
        readonly backoffMs: number;
        readonly maxBackoffMs: number;
        readonly maxRetryAfterMs: number;
      }

    `
        : nothing
    }
    /** Whether the same request may succeed in a moment. \`connected\`: the API has answered before. */
    export function isTransient(error: unknown, connected: boolean${own.retry ? code`, { statuses, maxRetryAfterMs }: Retry` : nothing}): boolean {
      ${
        acts
          ? code`
        if (error instanceof ${httpError}) {
          if (error.code === 'api_error'${restarts ? code` || error.code === 'position_refused'` : nothing}) return false;
          // a rate limit of another status is one that the connector knows
          const known = error.code === 'temporary_error' || (error.code === 'rate_limited' && error.status !== 429);
          return (known || ${listed}) && ${soon};
        }
      `
          : code`if (error instanceof ${httpError}) return ${listed} && ${soon};`
      }
      // refused before any answer: most often a wrong address; refused after one: most often a server that restarts
      if (error instanceof ${networkError}) return ${valueFrom('internal/transport/fetch', 'PASSING')}.test(error.reason) && (connected || !/refused/i.test(error.reason));
      return error instanceof ${errorClass(context, 'Error')} && (error.code === 'timeout' || error.code === 'malformed_body');
    }

    /** Whether the other side closed the connection. */
    export function isReset(error: unknown): boolean {
      return error instanceof ${networkError} && /RESET|SOCKET|closed|lost/i.test(error.reason);
    }

  `;
}

const SLEEP = code`

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
`;
