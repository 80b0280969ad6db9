import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { bodyTextOf, type Fixture } from '../../../generator/recordings/format.js';

/** An API on loopback that answers what was recorded. */
export interface DemoServer {
  /** Where a resource is. */
  baseUrl(resource: string): string;
  close(): Promise<void>;
}

export interface DemoOptions {
  /** Query parameters that sign requests: no recording has them. */
  readonly signatures: readonly string[];
  /** Where the recorded API was. */
  readonly apiUrl: string;
  /** How long an answer takes, in milliseconds. */
  readonly latency: number;
}

/** Answers that go wrong before the recorded ones come: what a connector has to live with. */
const TROUBLES: readonly Trouble[] = [
  { request: 2, status: 503, headers: {} },
  { request: 4, status: 429, headers: { 'retry-after': '3' } },
];

interface Trouble {
  /** Which request of its resource, from 1. */
  readonly request: number;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Serves each recording below a path of its own; the first one stumbles over a 503, the next one, if there is one, over a 429. */
export async function serve(fixtures: readonly Fixture[], { signatures, apiUrl, latency }: DemoOptions): Promise<DemoServer> {
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const asked = fixtures.map(() => 0);
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await delay(latency);
    const [, resource = '', ...path] = (request.url ?? '').split('/');
    const url = new URL(`/${path.join('/')}`, apiUrl);
    for (const name of signatures) url.searchParams.delete(name);
    const index = fixtures.findIndex((fixture) => fixture.resource === resource);
    const count = (asked[index] = (asked[index] ?? 0) + 1);
    const trouble = TROUBLES.find((each, which) => which % fixtures.length === index && each.request === count);
    const recorded = fixtures[index]?.exchanges.find((exchange) => hrefOf(exchange.request.url) === hrefOf(url.href));
    if (trouble !== undefined) response.writeHead(trouble.status, trouble.headers).end();
    else if (recorded === undefined) response.writeHead(404).end();
    else {
      const own = (text: string): string => text.replaceAll(new URL(apiUrl).origin, `${origin()}/${resource}`);
      const headers = Object.entries(recorded.response.headers).map(([name, value]) => [name, own(value)] as const);
      response.writeHead(recorded.response.status, Object.fromEntries(headers)).end(own(bodyTextOf(recorded.response)));
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: (resource) => `${origin()}/${resource}${new URL(apiUrl).pathname.replace(/\/$/, '')}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** With its query in one spelling. */
function hrefOf(text: string): string {
  const url = new URL(text);
  return `${url.origin}${url.pathname}?${[...url.searchParams].map((pair) => pair.join('=')).join('&')}`;
}
