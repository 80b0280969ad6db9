import { type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Outgoing } from '../../generated/metrics/src/internal/transport/exchange.ts';
import { createTransport } from '../../generated/metrics/src/internal/transport/node.ts';

/** Sends one request with the transport that packages have on Node. */
export async function ask(url: string | URL, request: Partial<Outgoing> = {}, signal?: AbortSignal) {
  const transport = createTransport();
  const until = signal ?? AbortSignal.timeout(10_000);
  const ended = new Promise<never>((_, reject) => until.addEventListener('abort', () => reject(until.reason)));
  const outgoing = { method: 'GET', url: new URL(url), headers: { accept: 'application/json' }, ...request };
  const { status, headers, bytes } = await Promise.race([transport(outgoing, { ended, signal: until }, () => undefined), ended]);
  return { status, headers, text: new TextDecoder().decode(bytes) };
}

/** Sets variables of the environment for this test; undefined takes one out. */
export function withEnv(variables: Readonly<Record<string, string | undefined>>): void {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  const set = (name: string, value: string | undefined): void => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  for (const [name, value] of Object.entries(variables)) set(name, value);
  onTestFinished(() => before.forEach(([name, value]) => set(name, value)));
}

/** Listens on a free port of loopback until the test ends. */
export async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => server.on('error', reject).listen(0, host, resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
