import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; none for undefined. */
  readonly body?: unknown;
  /** In place of `body`: sent as it is. */
  readonly text?: string | Uint8Array;
}

export interface Loopback {
  readonly origin: string;
  /** Every request so far. */
  readonly asked: readonly Asked[];
}

/** A real server on a free port that answers by a function; it ends with the test. */
export async function serve(answer: (asked: Asked, index: number) => Reply | Promise<Reply>): Promise<Loopback> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const one = { method: request.method ?? '', url: new URL(request.url ?? '', origin), headers: request.headers, body };
      asked.push(one);
      const reply = await answer(one, asked.length - 1);
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
      response.end(reply.text ?? (reply.body === undefined ? undefined : JSON.stringify(reply.body)));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, asked };
}
