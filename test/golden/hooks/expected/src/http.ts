// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { createAuth, type Credentials } from './auth.ts';
import {
  TicketsError,
  TicketsHookError,
  TicketsHttpError,
  TicketsNetworkError,
  TicketsRateLimitedError,
  TicketsResponseError,
  TicketsTimeoutError,
  type RecordPlace,
} from './errors.ts';
import { parseJson } from './exact-json.ts';
import type { HookRequest } from './hook-types.ts';
import { client as hooks } from './hooks.ts';
import { Secrets } from './redact.ts';
import { isReset, isTransient, retryAfterMs, sleep } from './retry.ts';

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

/** A hook that changes a request. */
type ChangeRequest = (request: HookRequest) => void | Promise<void>;

/** What requests of one resource have that others have not. */
export interface Own {
  readonly request?: ChangeRequest;
  readonly authenticate?: ChangeRequest;
}

/** Gets `url` and returns what `read` makes of the whole answer. */
export interface FetchPage {
  <Page>(url: URL, read: Read<Page>, place: RecordPlace, signal: AbortSignal | undefined, own?: Own): Promise<Page>;
  /** What must not leave. */
  readonly secrets: Secrets;
}

const MAX_BODY_BYTES = 64 * 1024 * 1024;
const MAX_REDIRECTS = 5;

/**
 * Returns a function that gets pages: the request, its whole body and the records in it are one attempt.
 *
 * Answers with status 429, 500, 502, 503, 504, failed connections, cut bodies and attempts longer than 60 s are
 * tried again up to 3 times, after 1, 2, 4 s (of each at least half, the rest by chance), or after what the API
 * asks for in `Retry-After`, if that is at most 60 s.
 */
export function createFetchPage(options: HttpOptions & Credentials): FetchPage {
  const { fetch = globalThis.fetch, random = Math.random, timeoutMs = 60_000 } = options;
  const wait = options.sleep ?? sleep;
  let connected = false;
  const secrets = new Secrets();
  const auth = createAuth(options, secrets);

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
      () => controller.abort(new TicketsTimeoutError(place, 'timeout', `: no full answer in ${timeoutMs} ms`)),
      timeoutMs,
    );
    signal?.addEventListener('abort', abort);
    try {
      if (signal?.aborted) abort();
      const asked = await prepare(url, controller.signal, place, own);
      const response = await send(asked, controller.signal, place, own);
      return read(await readBody(response, asked.url, place), place, response, asked.url);
    } catch (error) {
      controller.signal.throwIfAborted();
      throw error instanceof TicketsError ? error : new TicketsNetworkError(place, reasonOf(error));
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }

  /** The request as hooks have it, before it is signed. */
  async function prepare(url: URL, signal: AbortSignal, place: RecordPlace, own: Own): Promise<HookRequest> {
    const request: HookRequest = {
      method: 'GET',
      body: undefined,
      url: new URL(url),
      headers: new Headers({ accept: 'application/json' }),
    };
    if (own.request !== undefined) await change('request', own.request, request, signal, place);
    return request;
  }

  /** Lets a hook change a request, which has to stay at the API's own origin. */
  async function change(
    hook: string,
    run: ChangeRequest,
    request: HookRequest,
    signal: AbortSignal,
    place: RecordPlace,
  ): Promise<void> {
    const { origin } = request.url;
    try {
      await unlessAborted((async () => run(request))(), signal);
      if (request.url.origin !== origin) throw new TypeError('a hook may not send a request to another origin');
      if (request.body !== undefined && /^(GET|HEAD)$/i.test(request.method))
        throw new TypeError('a GET request has no body');
    } catch (error) {
      signal.throwIfAborted();
      const shown = secrets.redact(error instanceof Error ? error.message : String(error));
      throw new TicketsHookError(place, hook, new Error(shown)); // not the error itself, which may show a secret
    }
  }

  /** Sends one request, and follows redirects inside the API's own origin. */
  async function send(asked: HookRequest, signal: AbortSignal, place: RecordPlace, own: Own): Promise<Response> {
    let target = asked.url;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const signed = new URL(target);
      const headers = new Headers(asked.headers);
      auth.sign(signed, headers);
      const request: HookRequest = { ...asked, url: signed, headers };
      await change(
        'authenticate',
        own.authenticate ?? ((request) => hooks.authenticate(request)),
        request,
        signal,
        place,
      );
      const { method, body = null } = request;
      const response = await fetch(request.url, { method, body, headers: request.headers, redirect: 'manual', signal });
      connected = true;
      if (![301, 302, 307, 308].includes(response.status)) return response;
      await response.body?.cancel();
      target = new URL(response.headers.get('location') ?? '', target);
      if (target.origin !== asked.url.origin) break;
    }
    throw new TicketsResponseError(place, 'refused_redirect', ': redirected too often, or to another origin');
  }

  /** The parsed body of a success; undefined for 204. */
  async function readBody(response: Response, url: URL, place: RecordPlace): Promise<unknown> {
    const { status, headers } = response;
    const text = await readText(response, place);
    if (!response.ok) {
      const wait = retryAfterMs(headers);
      if (status === 429 || wait > 60_000) {
        throw new TicketsRateLimitedError(place, 'rate_limited', status, url.href, text, wait);
      }
      throw new TicketsHttpError(place, 'http_status', status, url.href, text, wait);
    }
    if (status === 204) return undefined;
    const type = headers.get('content-type') ?? 'json';
    if (!type.includes('json')) {
      throw new TicketsResponseError(place, 'not_json', ': the answer is not JSON by its content type');
    }
    try {
      return parseJson(text);
    } catch {
      throw new TicketsResponseError(
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
    for (;;) {
      try {
        place.attempt++;
        return await attempt(url, read, place, signal, own);
      } catch (error) {
        if (place.attempt > 3 || !isTransient(error)) throw error;
        const backoff = Math.min(1_000 * 2 ** (place.attempt - 1), 30_000);
        const asked = error instanceof TicketsHttpError ? error.retryAfterMs : 0;
        // a reset after a success is most often an idle connection that the API had closed
        const stale = connected && place.attempt === 1 && isReset(error);
        const pause = Math.max((backoff * (1 + random())) / 2, asked * (1 + random() / 10));
        await wait(stale ? random() * 50 : pause, signal);
      }
    }
  }

  return Object.assign(fetchPage, { secrets });
}

/** What `work` comes to, unless `signal` aborts first; the work goes on, for others who wait for it. */
function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
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
      throw new TicketsResponseError(place, 'body_too_large', ': the answer is larger than 64 MiB');
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
      throw new TicketsResponseError(place, 'malformed_body', ': the answer ends inside a character');
    throw new TicketsResponseError(place, 'not_utf8', ': the answer is not UTF-8');
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
