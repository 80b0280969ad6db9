// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import process from 'node:process';
import type { Answer, AnswerHeaders, Outgoing, Transport } from './exchange.ts';
import { createTransport as createFetchTransport, Failure, failureOf, Parts } from './fetch.ts';
import { isFetchReplaced } from './replaced.ts';

/** How a request gets to where its URL says. */
export interface Way {
  readonly send: (options: RequestOptions) => ClientRequest;
  readonly options: RequestOptions;
}

/**
 * Exchanges through `node:http` and `node:https`, over connections that are kept. Unlike `fetch` these tell a body that was
 * cut off from a whole one. Where a `fetch` is given, or somebody has replaced the global one, that is used.
 */
export function createTransport(given?: typeof globalThis.fetch): Transport {
  const viaFetch = createFetchTransport(given);
  const proxied = Object.keys(process.env).some((name) => /^https?_proxy$/i.test(name));
  return async (request, signal) => {
    if (given !== undefined || isFetchReplaced()) return viaFetch(request, signal);
    try {
      const way = proxied
        ? await (await import('./proxy.ts')).wayTo(request.url, signal)
        : await directWay(request.url);
      signal.throwIfAborted();
      return await exchange(way, request, signal);
    } catch (error) {
      throw error instanceof Failure || error === signal.reason ? error : failureOf(error);
    }
  };
}

/** The way without a proxy. */
export async function directWay(url: URL): Promise<Way> {
  const { http, agent } = await (url.protocol === 'https:' ? (secure ??= loadHttps()) : (plain ??= loadHttp()));
  return {
    send: (options) => http.request(options), // looked up each time: tools that record and replay replace it
    options: {
      agent,
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port,
      path: url.pathname + url.search,
    },
  };
}

let plain: ReturnType<typeof loadHttp> | undefined;
let secure: ReturnType<typeof loadHttps> | undefined;

async function loadHttp() {
  const { default: http } = await import('node:http');
  return { http, agent: new http.Agent(POOL) };
}

async function loadHttps() {
  const { default: http } = await import('node:https');
  return { http, agent: new http.Agent(POOL) };
}

/** Connections are kept for 4 s, or for as long as the API says. */
export const POOL = { keepAlive: true, scheduling: 'lifo', timeout: 4000 } as const;

async function exchange(
  { send, options }: Way,
  { method, headers, body }: Outgoing,
  signal: AbortSignal,
): Promise<Answer> {
  const { message, parts } = await new Promise<Received>((resolve, reject) => {
    const sent = send({ ...options, method, headers: { ...DEFAULTS, ...headers, ...options.headers } });
    let settled = false;
    const fail = (error: unknown): void => {
      if (settled) return;
      settled = true;
      reject(error);
      sent.destroy();
    };
    const cut = (): void => {
      if (!settled) fail(new Failure('network', 'the connection failed', 'ECONNRESET'));
    };
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
    sent.on('error', (error) => fail(failureOf(error)));
    sent.on('close', cut);
    sent.on('upgrade', (_, socket) => {
      socket.destroy();
      fail(new Failure('network', 'the connection failed', 'an upgrade that was not asked for'));
    });
    sent.on('response', (message) => {
      const parts = new Parts();
      message.on('data', (part: Uint8Array) => {
        try {
          parts.add(part);
        } catch (error) {
          fail(error);
        }
      });
      message.on('error', (error) => fail(failureOf(error)));
      message.on('close', cut);
      message.on('end', () => {
        if (!message.complete) return cut();
        settled = true;
        resolve({ message, parts });
      });
    });
    sent.end(body);
  });
  const fields = new Fields(message.rawHeaders);
  return { status: message.statusCode ?? 0, headers: fields, bytes: await unpacked(parts.whole(), fields, message) };
}

interface Received {
  readonly message: IncomingMessage;
  readonly parts: Parts;
}

/** What `fetch` would say of itself, and how bodies may be packed. */
const DEFAULTS = { 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'node' };

async function unpacked(
  bytes: Uint8Array,
  headers: AnswerHeaders,
  { statusCode = 0 }: IncomingMessage,
): Promise<Uint8Array> {
  const codings = headers.get('content-encoding');
  if (codings === null || (bytes.length === 0 && !(statusCode === 200))) return bytes;
  return (await import('./unpack.ts')).unpack(bytes, codings);
}

/** Headers as they came: name, value, name, value. */
class Fields implements AnswerHeaders {
  readonly #raw: readonly string[];

  constructor(raw: readonly string[]) {
    this.#raw = raw;
  }

  get(name: string): string | null {
    const wanted = name.toLowerCase();
    let value: string | null = null;
    for (let at = 0; at < this.#raw.length; at += 2) {
      if (this.#raw[at]?.toLowerCase() !== wanted) continue;
      value = value === null ? (this.#raw[at + 1] ?? '') : `${value}, ${this.#raw[at + 1]}`;
    }
    return value;
  }

  *[Symbol.iterator](): Generator<[string, string], void, undefined> {
    for (let at = 0; at < this.#raw.length; at += 2)
      yield [this.#raw[at]?.toLowerCase() ?? '', this.#raw[at + 1] ?? ''];
  }
}
