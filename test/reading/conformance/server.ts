import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { asksFor, replyWith, type TokenReplay } from '../../../generator/auth/contract.js';
import type { Exchange } from '../../../generator/recordings/format.js';

/** An API that answers what was recorded, to signed requests only. */
export interface RecordedApi {
  readonly origin: string;
  /** Sets what it answers, and how requests have to be signed. */
  serve(exchanges: readonly Exchange[], signature: Signature): void;
  /** Requests that no recording has, or that were not signed, by what was wrong. */
  readonly refused: readonly string[];
  /** How many recorded requests were answered. */
  readonly answered: number;
  /** How many tokens were granted. */
  readonly granted: number;
}

export interface Signature {
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: TokenReplay | undefined;
  /** Names of those that are others in each request. */
  readonly varying?: readonly string[];
}

/** Starts one on a free port; it ends with the test. */
export async function startRecordedApi(): Promise<RecordedApi> {
  let exchanges: readonly Exchange[] = [];
  let signature: Signature = { query: {}, headers: {}, token: undefined };
  const refused: string[] = [];
  let answered = 0;
  let granted = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const sent = await textOf(request);
    const { assertion } = signature.token ?? {};
    const body = assertion === undefined ? sent : sent.replace(/(?<=assertion=)[\w-]+\.[\w-]+\.[\w-]+/, 'test-assertion');
    const url = new URL(request.url ?? '', origin);
    const { token } = signature;
    if (token !== undefined && asksFor(token, url.href)) {
      const asked = request.method === token.method && body === token.body && hasAll(request, token.headers);
      if (!asked) refused.push(`a token was asked for with ${request.method} ${body}`);
      granted++;
      return json(response, asked ? 200 : 400, asked ? replyWith(token.reply, 'test-token', 3600) : { error: 'invalid_request' });
    }
    for (const [name, value] of Object.entries(signature.query)) {
      if (!isAs(name, url.searchParams.getAll(name).join(), value)) refused.push(`${url.href} is not signed`);
      url.searchParams.delete(name);
    }
    if (!hasAll(request, signature.headers, isAs)) refused.push(`${url.href} is not signed`);
    const found = exchanges.find(
      ({ request: recorded }) =>
        recorded.method === request.method &&
        sameUrl(recorded.url, url) &&
        JSON.stringify(recorded.body ?? null) === (body === '' ? 'null' : sorted(body)),
    );
    if (found === undefined) {
      refused.push(`${request.method} ${url.href} ${body} was not recorded`);
      return json(response, 404, {});
    }
    answered++;
    response.writeHead(found.response.status, found.response.headers);
    response.end(JSON.stringify(found.response.body));
  };

  const isAs = (name: string, got: unknown, value: string): boolean =>
    signature.varying?.includes(name) === true ? typeof got === 'string' && got !== '' : got === value;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    refused,
    get answered() {
      return answered;
    },
    get granted() {
      return granted;
    },
    serve(next, how) {
      exchanges = next;
      signature = how;
      refused.length = 0;
      answered = 0;
      granted = 0;
    },
  };
}

function hasAll(
  request: IncomingMessage,
  headers: Readonly<Record<string, string>>,
  isAs = (_: string, got: unknown, value: string): boolean => got === value,
): boolean {
  return Object.entries(headers).every(([name, value]) => isAs(name, request.headers[name], value));
}

function sameUrl(recorded: string, url: URL): boolean {
  const one = new URL(recorded);
  return one.pathname === url.pathname && [...one.searchParams].sort().join('&') === [...url.searchParams].sort().join('&');
}

function sorted(body: string): string {
  return JSON.stringify(JSON.parse(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
