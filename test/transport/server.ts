import { createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as it came: the target of its first line, and its headers by lower-case name. */
export interface Received {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Which connection it came on, from 0. */
  readonly connection: number;
}

/** What happens to one request. */
export type Act = (socket: Socket, request: Received) => void;

/** A server that plays a script: one act for each request in order, and the last one for all that follow. */
export interface ScriptServer {
  readonly url: string;
  readonly requests: readonly Received[];
  /** Connections ever made. */
  connections(): number;
  /** Connections that are open now. */
  open(): number;
  /** Resolves when this many requests have come. */
  received(count: number): Promise<void>;
}

export function play(...script: readonly Act[]): Promise<ScriptServer> {
  return playAt('http://127.0.0.1:0', ...script);
}

/** The same at an address that was free: `closedPort()`. */
export async function playAt(address: string, ...script: readonly Act[]): Promise<ScriptServer> {
  const requests: Received[] = [];
  const sockets = new Set<Socket>();
  const waiting = new Set<() => void>();
  let connections = 0;
  const server = createServer((socket) => {
    const connection = connections++;
    let text = '';
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // the other side may go at any time
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        const request = parse(text.slice(0, end), connection);
        text = text.slice(end + 4);
        requests.push(request);
        const act = script[requests.length - 1] ?? script.at(-1);
        act?.(socket, request);
        for (const check of waiting) check();
      }
    });
  });
  await new Promise<void>((resolve, reject) => server.on('error', reject).listen(Number(new URL(address).port), '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    open: () => sockets.size,
    received: (count) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (requests.length < count) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
  };
}

/** An address where nobody listens. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

function parse(head: string, connection: number): Received {
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  return { target: first.split(' ')[1] ?? '', headers: Object.fromEntries(headers), connection };
}
