// Code generated from specs/metrics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/metrics.yaml

import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import process from 'node:process';
import type { Answer, AnswerHeaders, Outgoing, Transport, Until } from './exchange.ts';
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
  if (given !== undefined) return viaFetch;
  const proxied = Object.keys(process.env).some((name) => /^https?_proxy$/i.test(name));
  return async (request, until, heard) => {
    if (isFetchReplaced()) return viaFetch(request, until, heard);
    try {
      const way = proxied ? await (await import('./proxy.ts')).wayTo(request.url, until) : await directWay(request.url);
      return await exchange(way, request, until, heard);
    } catch (error) {
      throw failureOf(error);
    }
  };
}

/** The way without a proxy. */
export async function directWay({ protocol, hostname, port, pathname, search }: URL): Promise<Way> {
  const { http, agent } = senders.get(protocol) ?? (await load(protocol));
  return {
    send: (options) => http.request(options), // looked up each time: tools that record and replay replace it
    options: {
      agent,
      hostname: hostname.startsWith('[') ? hostname.slice(1, -1) : hostname,
      port,
      path: pathname + search,
    },
  };
}

interface Sender {
  readonly http: { request(options: RequestOptions): ClientRequest };
  readonly agent: Agent;
}

const senders = new Map<string, Sender>();

/** Loads what a scheme is sent with: nobody waits for it who does not read. */
async function load(protocol: string): Promise<Sender> {
  const { default: http } = protocol === 'https:' ? await import('node:https') : await import('node:http');
  const sender = senders.get(protocol) ?? { http, agent: new http.Agent(POOL) };
  senders.set(protocol, sender);
  return sender;
}

/** Connections are kept for 4 s, or for as long as the API says. */
export const POOL = { keepAlive: true, scheduling: 'lifo', timeout: 4000 } as const;

async function exchange(
  { send, options }: Way,
  { method, headers, body }: Outgoing,
  { ended }: Until,
  heard: (headers: AnswerHeaders) => void,
): Promise<Answer> {
  const parts = new Parts();
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = send({ ...options, method, headers: { ...DEFAULTS, ...headers, ...options.headers } });
    let settled = false;
    const fail = (error: unknown): void => {
      if (settled) return;
      settled = true;
      reject(error ?? new Failure('network', 'the connection failed', 'ECONNRESET'));
      sent.destroy();
    };
    const cut = (): void => fail(undefined);
    ended.catch(fail);
    sent.on('error', fail);
    sent.on('close', cut);
    sent.on('upgrade', (_, socket) => {
      socket.destroy();
      fail(new Failure('network', 'the connection failed', 'an upgrade that was not asked for'));
    });
    sent.on('response', (message) => {
      heard(new Fields(message.rawHeaders));
      message.on('data', (part: Uint8Array) => {
        try {
          parts.add(part);
        } catch (error) {
          fail(error);
        }
      });
      message.on('error', fail);
      message.on('close', cut);
      message.on('end', () => {
        if (!message.complete) return cut();
        settled = true;
        resolve(message);
      });
    });
    sent.end(body);
  });
  const { statusCode: status = 0, rawHeaders } = message;
  const fields = new Fields(rawHeaders);
  const codings = fields.get('content-encoding');
  const bytes = parts.whole();
  // there may be nothing to unpack, but for a success
  if (codings === null || (bytes.length === 0 && status !== 200)) return { status, headers: fields, bytes };
  return { status, headers: fields, bytes: await (await import('./unpack.ts')).unpack(bytes, codings) };
}

/** What `fetch` would say of itself, and how bodies may be packed. */
const DEFAULTS = { 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'node' };

/** Headers as they came: name, value, name, value. */
class Fields implements AnswerHeaders {
  readonly #raw: readonly string[];

  constructor(raw: readonly string[]) {
    this.#raw = raw;
  }

  get(name: string): string | null {
    const wanted = name.toLowerCase();
    let found: string | null = null;
    for (let at = 0; at < this.#raw.length; at += 2) {
      if (this.#raw[at]?.toLowerCase() !== wanted) continue;
      found = found === null ? (this.#raw[at + 1] ?? '') : `${found}, ${this.#raw[at + 1]}`;
    }
    return found;
  }

  *[Symbol.iterator](): Generator<[string, string], void, undefined> {
    for (let at = 0; at < this.#raw.length; at += 2)
      yield [this.#raw[at]?.toLowerCase() ?? '', this.#raw[at + 1] ?? ''];
  }
}
