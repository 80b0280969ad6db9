// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { createTransport } from '#transport';
import {
  HastyError,
  HastyHttpError,
  HastyNetworkError,
  HastyRateLimitedError,
  HastyResponseError,
  HastyTimeoutError,
  type ReadPosition,
} from '../errors.ts';
import { parseJson } from './exact-json.ts';
import { retryAfterMs } from './retry.ts';
import type { Answer, Outgoing, Until } from './transport/exchange.ts';
import { failureOf } from './transport/fetch.ts';

/** What the caller of a client may replace. */
export interface HttpOptions {
  /** Where the API is. Default: `https://api.example.com`. */
  readonly baseUrl?: string;
  /** Headers of every request to the API. Those of the connector, and credentials, win. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends the requests. Default: `node:http` and `node:https` on Node.js, where the global `fetch` is its own; elsewhere that `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** How long one request may take, from sending it to the last byte of the answer. Default: 2,500. */
  readonly timeoutMs?: number;
  /** Is told what happens: `console` will do. What it is told holds no credential. Default: nobody is told. */
  readonly logger?: Logger;
}

/** Whom a client tells what happens: each attempt (`debug`), each wait before another one (`info`), each failure (`warn`). */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
}

/** Takes a page out of an answer; what it throws is part of the attempt. `body` is undefined for 204 No Content. */
export type Read<Page> = (body: unknown, place: ReadPosition, response: Answer, url: URL) => Page;

/** Gets `url` and returns what `read` makes of the whole answer. */
export type FetchPage = <Page>(
  url: URL,
  read: Read<Page>,
  place: ReadPosition,
  signal: AbortSignal | undefined,
) => Promise<Page>;

const MAX_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** Returns a function that gets pages. Nothing is tried again. */
export function createFetchPage(options: HttpOptions): FetchPage {
  const { timeoutMs = 2_500 } = options;
  checkBaseUrl(options);
  const transport = createTransport(options.fetch);
  const given = options.headers && Object.fromEntries(new Headers(options.headers)); // not without need: it loads all of fetch on Node.js

  /** One attempt: the request, the whole answer, and the page in it. */
  const attempt: FetchPage = async (url, read, place, signal) => {
    place.attempt++;
    const request: Outgoing = { method: 'GET', url, headers: { ...given, accept: 'application/json' } };
    const response = await send(request, place, signal);
    return read(parseBody(response, request, place), place, response, request.url);
  };

  /** Sends a request, and follows redirects inside the API's own origin. */
  async function send(asked: Outgoing, place: ReadPosition, signal: AbortSignal | undefined): Promise<Answer> {
    let request = asked;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const response = await exchange(request, place, signal);
      if (!REDIRECTS.includes(response.status)) return response;
      const url = redirectTarget(response, request.url, place);
      request = { ...request, url };
    }
    throw new HastyResponseError(place, 'refused_redirect', `redirected more than ${MAX_REDIRECTS} times`);
  }

  /** Sends one request, and waits for the whole answer. */
  async function exchange(request: Outgoing, place: ReadPosition, signal: AbortSignal | undefined): Promise<Answer> {
    try {
      return await within(timeoutMs, signal, tooLate(place), (until) => transport(request, until, heard(place)));
    } catch (error) {
      signal?.throwIfAborted();
      throw errorOf(error, place);
    }
  }

  /** The parsed body of a success; undefined for 204. */
  function parseBody({ status, headers, bytes }: Answer, { url }: Outgoing, place: ReadPosition): unknown {
    const ok = status >= 200 && status < 300;
    const type = headers.get('content-type') ?? '';
    const text = ok ? decodeText(bytes, place) : new TextDecoder().decode(bytes);
    if (!ok) {
      const waitMs = retryAfterMs(headers);
      if (status === 429 || waitMs > 60_000) {
        throw new HastyRateLimitedError(place, 'rate_limited', status, url.href, text, waitMs);
      }
      throw new HastyHttpError(place, 'http_status', status, url.href, text, waitMs);
    }
    if (status === 204) return undefined;
    if (type !== '' && !/json/i.test(type)) {
      throw new HastyResponseError(place, 'not_json', `the answer is not JSON but ${type}`);
    }
    let body: unknown;
    try {
      body = parseJson(text);
    } catch {
      throw new HastyResponseError(
        place,
        'malformed_body',
        `the answer is not well-formed JSON (${text.length} characters)`,
      );
    }
    return notTooDeep(body, place);
  }

  /** What failed, as an error of this package. */
  function errorOf(error: unknown, place: ReadPosition): HastyError {
    if (error instanceof HastyError) return error;
    const { code, message, reason, cause } = failureOf(error);
    if (code !== 'network') return new HastyResponseError(place, code, message);
    return new HastyNetworkError(place, reason, cause);
  }

  return withLog(attempt, options);
}

/** Tells the logger of attempts, and of what they come to. */
function withLog(attempt: FetchPage, { logger }: HttpOptions): FetchPage {
  if (logger === undefined) return attempt;
  return async (url, read, place, signal) => {
    logger.debug(`${place.resource} page ${place.page}: asks for ${url.href}`);
    try {
      return await attempt(url, read, place, signal);
    } catch (error) {
      if (error instanceof HastyError) logger.warn(error.message);
      throw error;
    }
  };
}

/** What `work` comes to, if that is before `ms` are over and before `signal` aborts; work that goes on is left to itself. */
async function within<Result>(
  ms: number,
  signal: AbortSignal | undefined,
  late: (ms: number) => Error,
  work: (until: Until) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  let stop = (_reason: unknown): void => undefined;
  const ended = new Promise<never>((_, reject) => (stop = reject));
  const abort = (): void => stop(signal?.reason);
  const timer = setTimeout(() => stop(late(ms)), ms);
  signal?.addEventListener('abort', abort);
  const until: Until = {
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
function tooLate(place: ReadPosition): (ms: number) => HastyTimeoutError {
  return (ms) => new HastyTimeoutError(place, 'timeout', `no full answer in ${ms} ms`);
}

/** Refuses a base URL that no request can go to. */
function checkBaseUrl({ baseUrl }: HttpOptions): void {
  if (baseUrl === undefined) return;
  const { protocol, username, password } = URL.canParse(baseUrl) ? new URL(baseUrl) : new URL('none:');
  if (!/^https?:$/.test(protocol) || username + password !== '' || /[?#\s]/.test(baseUrl)) {
    throw new TypeError(
      'baseUrl: expected a URL that begins with https:// or http://, without a user, a query and a fragment',
    );
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a body. */
function decodeText(bytes: Uint8Array, place: ReadPosition): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    if (isCut(bytes)) throw new HastyResponseError(place, 'malformed_body', 'the answer ends inside a character');
    throw new HastyResponseError(place, 'not_utf8', 'the answer is not UTF-8');
  }
}

/** Whether what is no UTF-8 may be the beginning of some. */
function isCut(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** More lists and objects inside each other than any answer needs: what looks through them could exhaust the stack. */
const MOST_LEVELS = 500;

function notTooDeep<Body>(body: Body, place: ReadPosition): Body {
  if (isDeeper(body, MOST_LEVELS))
    throw new HastyResponseError(
      place,
      'too_deep',
      `lists and objects are inside each other more than ${MOST_LEVELS} deep`,
    );
  return body;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    for (const item of value) if (isDeeper(item, levels - 1)) return true;
  } else for (const key in value) if (isDeeper(value[key as keyof typeof value], levels - 1)) return true; // without a list of its values
  return false;
}

/** Keeps the headers of an answer for the errors that are about it, one that is cut off, too. */
function heard(place: ReadPosition): (headers: Answer['headers']) => void {
  place.headers = undefined;
  return (headers) => {
    place.headers = headers;
  };
}

/** Where a redirect leads, which has to be in the API's own origin. */
function redirectTarget({ status, headers }: Answer, url: URL, place: ReadPosition): URL {
  const location = headers.get('location');
  const refuse = (why: string): HastyResponseError =>
    new HastyResponseError(place, 'refused_redirect', `${status}, ${why}`);
  if (location === null) throw refuse('a redirect without a Location');
  if (!URL.canParse(location, url.href)) throw refuse('a redirect whose Location is no URL');
  const target = new URL(location, url);
  if (target.origin !== url.origin) throw refuse(`a redirect to another origin, ${target.protocol}//${target.host}`);
  return target;
}
