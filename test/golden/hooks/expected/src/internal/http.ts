// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { createTransport } from '#transport';
import {
  type ReadPosition,
  TicketsError,
  TicketsHookError,
  TicketsHttpError,
  TicketsNetworkError,
  TicketsRateLimitedError,
  TicketsResponseError,
  TicketsTimeoutError,
} from '../errors.ts';
import type { HookRequest } from '../hook-types.ts';
import { client as hooks } from '../hooks.ts';
import { createAuth, type Credentials } from './auth.ts';
import { parseJson } from './exact-json.ts';
import { Secrets } from './redact.ts';
import { isReset, isTransient, retryAfterMs, sleep } from './retry.ts';
import type { Answer, Outgoing, Until } from './transport/exchange.ts';
import { failureOf } from './transport/fetch.ts';

/** What the caller of a client may replace. */
export interface HttpOptions {
  /** Where the API is. Default: `https://api.example.com`. */
  readonly baseUrl?: string;
  /** Whether credentials may go over plain http to another host than this computer: whoever is on the way can read them. Default: false. */
  readonly allowPlainHttp?: boolean;
  /** Headers of every request to the API. Those of the connector, and credentials, win. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends the requests. Default: `node:http` and `node:https` on Node.js, where the global `fetch` is its own; elsewhere that `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** Waits between attempts. Default: a timer that ends early when `signal` aborts. */
  readonly sleep?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** A number from 0 up to 1, for the jitter of waits. Default: `Math.random`. */
  readonly random?: () => number;
  /** How often a request is tried again at most, of every resource. Default: 3. */
  readonly maxRetries?: number;
  /** How long one request may take, from sending it to the last byte of the answer. Default: 60,000. */
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

/** A hook that changes a request. */
type ChangeRequest = (request: HookRequest) => void | Promise<void>;

/** What requests of one resource have that others have not. */
export interface RequestOverrides {
  readonly request?: ChangeRequest;
  readonly authenticate?: ChangeRequest;
}

/** A request with what its resource has of its own. */
type Asked = Outgoing & RequestOverrides;

/** Gets `url` and returns what `read` makes of the whole answer. */
export interface FetchPage extends GetPage {
  /** What must not leave. */
  readonly secrets: Secrets;
}

type GetPage = <Page>(
  url: URL,
  read: Read<Page>,
  place: ReadPosition,
  signal: AbortSignal | undefined,
  own?: RequestOverrides,
) => Promise<Page>;

const MAX_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/**
 * Returns a function that gets pages: the request, its whole body and the records in it are one attempt.
 *
 * Answers with status 408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529, failed connections, cut bodies and
 * requests longer than 60 s are tried again up to 3 times, after 1, 2, 4 s (with 50 % jitter: half of each is fixed,
 * half random), or after what the API asks for in `Retry-After`, if that is at most 60 s.
 */
export function createFetchPage(options: HttpOptions & Credentials): FetchPage {
  const { timeoutMs = 60_000 } = options;
  checkBaseUrl(options);
  const transport = createTransport(options.fetch);
  const given = options.headers && Object.fromEntries(new Headers(options.headers)); // not without need: it loads all of fetch on Node.js
  const secrets = new Secrets();
  const auth = createAuth(options, secrets);

  /** One attempt: the request, the whole answer, and the page in it. */
  const attempt: GetPage = async (url, read, place, signal, own = {}) => {
    const made: Asked = { ...own, method: 'GET', url, headers: { ...given, accept: 'application/json' } };
    const { request: hook } = own;
    const request =
      hook === undefined
        ? made
        : await within(timeoutMs, signal, tooLate(place), (until) =>
            change('request', hook, made, place, until.signal),
          );
    const response = await send(request, place, signal);
    return read(parseBody(response, request, place), place, response, request.url);
  };

  /** Sends a request, and follows redirects inside the API's own origin. */
  async function send(asked: Asked, place: ReadPosition, signal: AbortSignal | undefined): Promise<Answer> {
    let request = asked;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const response = await exchange(request, place, signal);
      if (!REDIRECTS.includes(response.status)) return response;
      const url = redirectTarget(response, request.url, place);
      const { 'content-type': _, ...headers } = request.headers;
      request =
        response.status === 303 ? { ...request, url, method: 'GET', headers, body: undefined } : { ...request, url };
    }
    throw new TicketsResponseError(place, 'refused_redirect', `redirected more than ${MAX_REDIRECTS} times`);
  }

  /** Sends one request, and waits for the whole answer. */
  async function exchange(request: Asked, place: ReadPosition, signal: AbortSignal | undefined): Promise<Answer> {
    try {
      return await within(timeoutMs, signal, tooLate(place), async (until) => {
        const url = new URL(request.url);
        const headers = { ...request.headers };
        auth.sign(url, headers);
        const signed = await change(
          'authenticate',
          request.authenticate ?? ((request) => hooks.authenticate(request)),
          { ...request, url, headers },
          place,
          until.signal,
        );
        return transport(signed, until, heard(place));
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw errorOf(error, place);
    }
  }

  /** Lets a hook change a request, which has to stay at the API's own origin. */
  async function change(
    hook: string,
    run: ChangeRequest,
    request: Asked,
    place: ReadPosition,
    signal: AbortSignal,
  ): Promise<Asked> {
    const { method, url, headers, body } = request;
    const changed: HookRequest = { method, url: new URL(url), headers: new Headers(headers), body };
    try {
      await run(changed);
      if (changed.url.origin !== url.origin) throw new TypeError('a hook may not send a request to another origin');
      if (changed.body !== undefined && /^(GET|HEAD)$/i.test(changed.method))
        throw new TypeError('a GET request has no body');
    } catch (error) {
      signal.throwIfAborted();
      throw new TicketsHookError(place, hook, withoutSecrets(error));
    }
    signal.throwIfAborted();
    return { ...request, ...changed, headers: Object.fromEntries(changed.headers) };
  }

  /** The parsed body of a success; undefined for 204. */
  function parseBody({ status, headers, bytes }: Answer, { url }: Asked, place: ReadPosition): unknown {
    const ok = status >= 200 && status < 300;
    const type = headers.get('content-type') ?? '';
    const text = ok ? decodeText(bytes, place) : new TextDecoder().decode(bytes);
    if (!ok) {
      const waitMs = retryAfterMs(headers);
      if (status === 429 || waitMs > 60_000) {
        throw new TicketsRateLimitedError(place, 'rate_limited', status, url.href, text, waitMs);
      }
      throw new TicketsHttpError(place, 'http_status', status, url.href, text, waitMs);
    }
    if (status === 204) return undefined;
    if (type !== '' && !/json/i.test(type)) {
      throw new TicketsResponseError(place, 'not_json', `the answer is not JSON but ${type}`);
    }
    let body: unknown;
    try {
      body = parseJson(text);
    } catch {
      throw new TicketsResponseError(
        place,
        'malformed_body',
        `the answer is not well-formed JSON (${text.length} characters)`,
      );
    }
    return notTooDeep(body, place);
  }

  /** What failed, as an error of this package. */
  function errorOf(error: unknown, place: ReadPosition): TicketsError {
    if (error instanceof TicketsError) return error;
    const { code, message, reason, cause } = failureOf(error);
    if (code !== 'network') return new TicketsResponseError(place, code, message);
    return new TicketsNetworkError(place, reason, cause === undefined ? undefined : withoutSecrets(cause));
  }

  /** What an error says, and what it says of its causes, without credentials. */
  function withoutSecrets(error: unknown): Error {
    const words: string[] = [];
    for (let each = error; each !== undefined && words.length < 5; each = Object(each).cause)
      words.push(each instanceof Error ? each.message : String(each));
    const shown = new Error(secrets.redact(words.join(': ')));
    shown.stack = secrets.redact(String(Object(error).stack ?? shown));
    return shown;
  }

  return Object.assign(withRetry(withLog(attempt, options, secrets), options), { secrets });
}

/** Tries again what may be over in a moment. */
function withRetry(
  attempt: GetPage,
  { sleep: pauseFor = sleep, random = Math.random, maxRetries = 3, logger }: HttpOptions,
): GetPage {
  let connected = false;
  return async (url, read, place, signal, own) => {
    for (;;) {
      try {
        place.attempt++;
        const page = await attempt(url, read, place, signal, own);
        connected = true;
        return page;
      } catch (error) {
        connected ||= error instanceof TicketsHttpError;
        if (!(place.attempt <= maxRetries) || !isTransient(error, connected)) throw error;
        const backoff = Math.min(1_000 * 2 ** (place.attempt - 1), 30_000);
        const waitMs = error instanceof TicketsHttpError ? error.retryAfterMs : 0;
        // a reset after a success is most often an idle connection that the API had closed
        const stale = connected && place.attempt === 1 && isReset(error);
        const pause = stale ? random() * 50 : Math.max((backoff * (1 + random())) / 2, waitMs * (1 + random() / 10));
        logger?.info(`${place.resource} page ${place.page}: asks again in ${Math.round(pause)} ms`);
        await pauseFor(pause, signal);
      }
    }
  };
}

/** Tells the logger of attempts, and of what they come to. */
function withLog(attempt: GetPage, { logger }: HttpOptions, secrets: Secrets): GetPage {
  if (logger === undefined) return attempt;
  return async (url, read, place, signal, own) => {
    logger.debug(`${place.resource} page ${place.page}: asks for ${secrets.redact(url.href, 1000)}`);
    try {
      return await attempt(url, read, place, signal, own);
    } catch (error) {
      if (error instanceof TicketsError) logger.warn(error.message);
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
function tooLate(place: ReadPosition): (ms: number) => TicketsTimeoutError {
  return (ms) => new TicketsTimeoutError(place, 'timeout', `no full answer in ${ms} ms`);
}

/** Refuses a base URL that no request can go to, or on whose way others would see the credentials. */
function checkBaseUrl({ baseUrl, allowPlainHttp = false }: HttpOptions): void {
  if (baseUrl === undefined) return;
  const { protocol, hostname, username, password } = URL.canParse(baseUrl) ? new URL(baseUrl) : new URL('none:');
  if (!/^https?:$/.test(protocol) || username + password !== '' || /[?#\s]/.test(baseUrl)) {
    throw new TypeError(
      'baseUrl: expected a URL that begins with https:// or http://, without a user, a query and a fragment',
    );
  }
  if (protocol === 'http:' && !allowPlainHttp && !/^(localhost|\[::1\]|127(\.\d+){3})$/.test(hostname)) {
    throw new TypeError('baseUrl: credentials would go over plain http; allowPlainHttp: true says that it is meant');
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a body. */
function decodeText(bytes: Uint8Array, place: ReadPosition): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    if (isCut(bytes)) throw new TicketsResponseError(place, 'malformed_body', 'the answer ends inside a character');
    throw new TicketsResponseError(place, 'not_utf8', 'the answer is not UTF-8');
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
    throw new TicketsResponseError(
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
  const refuse = (why: string): TicketsResponseError =>
    new TicketsResponseError(place, 'refused_redirect', `${status}, ${why}`);
  if (location === null) throw refuse('a redirect without a Location');
  if (!URL.canParse(location, url.href)) throw refuse('a redirect whose Location is no URL');
  const target = new URL(location, url);
  if (target.origin !== url.origin) throw refuse(`a redirect to another origin, ${target.protocol}//${target.host}`);
  return target;
}
