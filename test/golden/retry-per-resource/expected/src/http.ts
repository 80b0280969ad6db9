// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import {
  PatientError,
  PatientHttpError,
  PatientNetworkError,
  PatientRateLimitedError,
  PatientResponseError,
  PatientTimeoutError,
  type RecordPlace,
} from './errors.ts';
import { parseJson } from './exact-json.ts';
import { isReset, isTransient, retryAfterMs, sleep, type Retry } from './retry.ts';

/** What the caller of a client may replace. */
export interface HttpOptions {
  /** Where the API is. Default: `https://api.example.com`. */
  readonly baseUrl?: string;
  /** Default: the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** Waits between attempts. Default: a timer that ends early when `signal` aborts. */
  readonly sleep?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** A number from 0 up to 1, for the jitter of waits. Default: `Math.random`. */
  readonly random?: () => number;
  /** How long one attempt may take, from the request to the last byte of the body. Default: 60,000. */
  readonly timeoutMs?: number;
}

/** Takes a page out of an answer; what it throws is part of the attempt. `body` is undefined for 204 No Content. */
export type Read<Page> = (body: unknown, place: RecordPlace, response: Response, url: URL) => Page;

/** What requests of one resource have that others have not. */
export interface Own {
  readonly retry?: Partial<Retry>;
}

/** Gets `url` and returns what `read` makes of the whole answer. */
export type FetchPage = <Page>(
  url: URL,
  read: Read<Page>,
  place: RecordPlace,
  signal: AbortSignal | undefined,
  own?: Own,
) => Promise<Page>;

/** Where a resource does not say otherwise. */
const RETRY: Retry = {
  statuses: [429, 500, 502, 503, 504],
  maxRetries: 2,
  backoffMs: 1_000,
  maxBackoffMs: 30_000,
  maxRetryAfterMs: 60_000,
};
const MAX_BODY_BYTES = 64 * 1024 * 1024;
const MAX_REDIRECTS = 5;

/**
 * Returns a function that gets pages: the request, its whole body and the records in it are one attempt.
 *
 * Answers with status 429, 500, 502, 503, 504, failed connections, cut bodies and attempts longer than 60 s are
 * tried again up to 2 times, after 1, 2 s (of each at least half, the rest by chance), or after what the API
 * asks for in `Retry-After`, if that is at most 60 s.
 */
export function createFetchPage(options: HttpOptions): FetchPage {
  const { fetch = globalThis.fetch, random = Math.random, timeoutMs = 60_000 } = options;
  const wait = options.sleep ?? sleep;
  let connected = false;

  async function attempt<Page>(
    url: URL,
    read: Read<Page>,
    place: RecordPlace,
    signal: AbortSignal | undefined,
    own: Own = {},
  ): Promise<Page> {
    const controller = new AbortController();
    const abort = (): void => controller.abort(signal?.reason);
    const timer = setTimeout(
      () => controller.abort(new PatientTimeoutError(place, 'timeout', `: no full answer in ${timeoutMs} ms`)),
      timeoutMs,
    );
    signal?.addEventListener('abort', abort);
    try {
      if (signal?.aborted) abort();
      const response = await send(url, controller.signal, place);
      return read(await readBody(response, url, place, own), place, response, url);
    } catch (error) {
      controller.signal.throwIfAborted();
      throw error instanceof PatientError ? error : new PatientNetworkError(place, reasonOf(error));
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }

  /** Sends one request, and follows redirects inside the API's own origin. */
  async function send(url: URL, signal: AbortSignal, place: RecordPlace): Promise<Response> {
    let target = url;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const headers = new Headers({ accept: 'application/json' });

      const response = await fetch(target, { headers, redirect: 'manual', signal });
      connected = true;
      if (![301, 302, 307, 308].includes(response.status)) return response;
      await response.body?.cancel();
      target = new URL(response.headers.get('location') ?? '', target);
      if (target.origin !== url.origin) break;
    }
    throw new PatientResponseError(place, 'refused_redirect', ': redirected too often, or to another origin');
  }

  /** The parsed body of a success; undefined for 204. */
  async function readBody(response: Response, url: URL, place: RecordPlace, own: Own = {}): Promise<unknown> {
    const { status, headers } = response;
    const text = await readText(response, place);
    if (!response.ok) {
      const wait = retryAfterMs(headers);
      if (status === 429 || wait > (own.retry?.maxRetryAfterMs ?? RETRY.maxRetryAfterMs)) {
        throw new PatientRateLimitedError(place, 'rate_limited', status, url.href, text, wait);
      }
      throw new PatientHttpError(place, 'http_status', status, url.href, text, wait);
    }
    if (status === 204) return undefined;
    const type = headers.get('content-type') ?? 'json';
    if (!type.includes('json')) {
      throw new PatientResponseError(place, 'not_json', ': the answer is not JSON by its content type');
    }
    try {
      return parseJson(text);
    } catch {
      throw new PatientResponseError(
        place,
        'malformed_body',
        `: the answer is not well-formed JSON (${text.length} characters)`,
      );
    }
  }

  async function fetchPage<Page>(
    url: URL,
    read: Read<Page>,
    place: RecordPlace,
    signal: AbortSignal | undefined,
    own?: Own,
  ): Promise<Page> {
    const retry = { ...RETRY, ...own?.retry };
    for (;;) {
      try {
        place.attempt++;
        return await attempt(url, read, place, signal, own);
      } catch (error) {
        if (place.attempt > retry.maxRetries || !isTransient(error, retry)) throw error;
        const backoff = Math.min(retry.backoffMs * 2 ** (place.attempt - 1), retry.maxBackoffMs);
        const asked = error instanceof PatientHttpError ? error.retryAfterMs : 0;
        // a reset after a success is most often an idle connection that the API had closed
        const stale = connected && place.attempt === 1 && isReset(error);
        const pause = Math.max((backoff * (1 + random())) / 2, asked * (1 + random() / 10));
        await wait(stale ? random() * 50 : pause, signal);
      }
    }
  }

  return fetchPage;
}

/** The whole body as text. What is not UTF-8, or larger than 64 MiB, is an error. */
async function readText(response: Response, place: RecordPlace): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = response.body?.getReader();
  let text = '';
  for (let size = 0; reader !== undefined;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
      throw new PatientResponseError(place, 'body_too_large', ': the answer is larger than 64 MiB');
    }
    text += decode(decoder, value, place);
  }
  return text + decode(decoder, undefined, place);
}

/** The next characters; the last ones when there are no more bytes. */
function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, place: RecordPlace): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    if (bytes === undefined)
      throw new PatientResponseError(place, 'malformed_body', ': the answer ends inside a character');
    throw new PatientResponseError(place, 'not_utf8', ': the answer is not UTF-8');
  }
}

/** The system's word for what failed. Not its message, which may quote a URL. */
function reasonOf(error: unknown): string {
  const { code, cause } = error as {
    readonly code?: unknown;
    readonly cause?: { readonly code?: unknown; readonly message?: unknown };
  };
  if (cause?.message === 'bad port') return 'bad port'; // one that no fetch will ever connect to
  return String(cause?.code ?? code ?? '');
}
