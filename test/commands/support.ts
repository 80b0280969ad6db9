import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { onTestFinished } from 'vitest';
import type { Io } from '../../generator/commands/io.js';
import { run } from '../../generator/commands/program.js';
import { disk } from '../../generator/output/disk.js';
import type { Run } from '../support/command-line.js';

/** Runs a command line in this process, with the true pipeline. */
export async function tapwright(cwd: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const io: Io = {
    stdout: { color: false, write: (text) => void (stdout += text) },
    stderr: { color: false, write: (text) => void (stderr += text) },
    env,
    cwd: realpathSync(cwd),
    owner: { pid: process.pid, isAlive: () => true },
    disk,
    interrupt: new AbortController().signal,
    now: () => 0,
  };
  const exitCode = await run(argv, io);
  return { exitCode, stdout, stderr };
}

export interface Served {
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly body: string;
}

/** An API on loopback, until the test ends. Returns its address. */
export async function serve(answer: (served: Served, response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () =>
      answer({ url: new URL(request.url ?? '/', 'http://x'), request, body: Buffer.concat(chunks).toString('utf8') }, response),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

export function sendJson(
  response: ServerResponse,
  body: unknown,
  headers: Readonly<Record<string, string | string[]>> = {},
  status = 200,
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** What is left in the folder for temporary files that this program makes. */
export const temporary = realpathSync(tmpdir());
