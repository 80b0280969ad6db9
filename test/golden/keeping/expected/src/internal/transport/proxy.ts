// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { RequestOptions } from 'node:http';
import https from 'node:https';
import process from 'node:process';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import type { Until } from './exchange.ts';
import { Failure } from './fetch.ts';
import { directWay, POOL, type Way } from './node.ts';

/**
 * The way to a URL by `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, in either case: a request for http goes to the proxy as it is,
 * one for https through a tunnel.
 */
export async function wayTo(url: URL, { signal }: Until): Promise<Way> {
  const proxy = proxyFor(url, process.env);
  if (proxy === undefined) return directWay(url);
  const way = await directWay(proxy);
  const token = Buffer.from(`${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`).toString(
    'base64',
  );
  const headers = proxy.username === '' ? {} : { 'proxy-authorization': `Basic ${token}` };
  if (url.protocol === 'http:')
    return { send: way.send, options: { ...way.options, path: url.href, headers: { host: url.host, ...headers } } };
  const agent = tunnels.get(proxy.href) ?? new TunnelAgent(way, headers);
  tunnels.set(proxy.href, agent);
  const { send, options } = await directWay(url);
  return { send, options: { ...options, agent, until: signal } as TunnelOptions };
}

/** The proxy that the environment names for a URL. */
export function proxyFor(
  { protocol, hostname, port }: URL,
  env: Readonly<Record<string, string | undefined>>,
): URL | undefined {
  const name = protocol.replace(':', '_proxy');
  const value = env[name] ?? env[name.toUpperCase()] ?? '';
  const exempt = (env['no_proxy'] ?? env['NO_PROXY'] ?? '').toLowerCase().split(/[\s,]+/);
  const isExempt = exempt.some((each) => {
    const [, host = '', only = ''] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(each) ?? [];
    const ofPort = only === '' || only === (port || (protocol === 'https:' ? '443' : '80'));
    return each === '*' || (host !== '' && ofPort && (hostname === host || hostname.endsWith(`.${host}`)));
  });
  if (value === '' || isExempt) return undefined;
  const text = value.includes('://') ? value : `http://${value}`;
  if (!/^https?:/i.test(text) || !URL.canParse(text))
    throw new Failure('network', 'the connection failed', `${name} names no proxy for HTTP`);
  return new URL(text);
}

const tunnels = new Map<string, TunnelAgent>();

interface TunnelOptions extends RequestOptions {
  /** Ends the wait for the proxy. */
  readonly until: AbortSignal;
}

/** Keeps connections that go through a tunnel of a proxy (CONNECT). */
class TunnelAgent extends https.Agent {
  readonly #way: Way;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(way: Way, headers: Readonly<Record<string, string>>) {
    super(POOL);
    this.#way = way;
    this.#headers = headers;
  }

  override createConnection(
    options: TunnelOptions & tls.ConnectionOptions,
    done: (error: Error | null, socket?: Duplex) => void,
  ): undefined {
    const host = String(options.host);
    const target = `${host.includes(':') ? `[${host}]` : host}:${options.port || 443}`;
    const connect = this.#way.send({
      ...this.#way.options,
      agent: false,
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...this.#headers },
    });
    const stop = (): void => void connect.destroy();
    options.until.addEventListener('abort', stop, { once: true });
    connect.on('close', () => options.until.removeEventListener('abort', stop));
    connect.on('error', done);
    connect.on('response', ({ statusCode }) => refuse(statusCode)); // it answered with a body
    connect.on('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) done(null, tls.connect({ ...options, socket }));
      else refuse(statusCode);
    });
    connect.end();

    function refuse(status: number | undefined): void {
      stop();
      done(new Failure('network', 'the connection failed', `proxy answered ${status}`));
    }
  }
}
