import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { Fixture } from '../../../generator/recordings/format.js';

/** Starts a server on loopback, until the test is over, and returns its URL. */
export async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An API that answers as GitHub did; its links lead to itself. */
export async function recordedIssues(): Promise<{ readonly url: string; readonly requests: readonly string[] }> {
  const { exchanges } = recording();
  const requests: string[] = [];
  const url = await serve((request, response) => {
    requests.push(request.url ?? '');
    const found = exchanges.find((exchange) => exchange.request.url === `https://api.github.com${request.url}`);
    const headers = Object.entries(found?.response.headers ?? {}).map(([name, value]): [string, string] => [
      name,
      value.replaceAll('https://api.github.com', url),
    ]);
    response.writeHead(found?.response.status ?? 404, Object.fromEntries(headers));
    response.end(JSON.stringify(found?.response.body ?? {}));
  });
  return { url, requests };
}

/** Path and query of the second page. */
export function secondPage(): string {
  const { pathname, search } = new URL(recording().exchanges[1]?.request.url ?? '');
  return pathname + search;
}

function recording(): Fixture {
  return JSON.parse(readFileSync(new URL('../../../specs/github-issues/issues.json', import.meta.url), 'utf8')) as Fixture;
}

/** The options that GitHub's answers were recorded with. */
export const RECORDED_OPTIONS = { token: 'a-token', owner: 'octokit-fixture-org', repo: 'paginate-issues', pageSize: 3 };
