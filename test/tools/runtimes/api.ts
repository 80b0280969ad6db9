import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { recordOf } from '../bench/inputs.js';

const TOTAL = 250;
const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*, authorization', 'access-control-max-age': '600' };

export interface Served {
  readonly url: string;
  stop(): void;
}

/** The API that the consumer reads: also one that is down at first, one without the path, one with a wrong record, one that hangs. */
export function startApi(): Promise<Served> {
  const seen = new Set<string>();
  return startServer((request, response) => {
    if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end();
    const url = new URL(request.url ?? '', 'http://localhost');
    const answer = (status: number, body: unknown): void =>
      void response.writeHead(status, { ...CORS, 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers.authorization !== 'Bearer a-token') return answer(401, {});
    if (url.pathname.startsWith('/missing')) return answer(404, {});
    if (url.pathname.startsWith('/hanging')) return;
    if (url.pathname.startsWith('/wrong')) return answer(200, { data: [{ ...recordOf(0), position: 'first' }] });
    const client = request.headers['user-agent'] ?? '';
    if (url.pathname.startsWith('/flaky') && !seen.has(client)) {
      seen.add(client);
      return answer(503, {});
    }
    const offset = Number(url.searchParams.get('offset'));
    answer(200, { data: Array.from({ length: Math.max(0, Math.min(100, TOTAL - offset)) }, (_, index) => recordOf(offset + index)) });
  });
}

/** Files by path, as scripts; the root is an empty page. */
export function startPages(files: Readonly<Record<string, string>>): Promise<Served> {
  return startServer((request, response) => {
    const text = files[request.url ?? ''];
    if (text === undefined) response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>page</title>');
    else response.writeHead(200, { 'content-type': 'text/javascript' }).end(text);
  });
}

async function startServer(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<Served> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}`, stop: () => (server.closeAllConnections(), void server.close()) };
}
