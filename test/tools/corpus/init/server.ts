import { execFileSync, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { cacheFolder } from '../programs.js';

/** A real server with 230 rows, and the URL of a list that somebody would give `init`. */
export interface RealServer {
  readonly name: string;
  /** The list at `origin`, with the size of its pages. */
  readonly list: string;
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where a row has what tells it apart; default: `id`. */
  readonly key?: readonly string[];
  /** Makes what it serves in a folder, and says what is started there. */
  prepare(folder: string, port: number): Started;
  /** Puts the rows in, where they are put in by requests. */
  fill?(origin: string): Promise<void>;
}

interface Started {
  readonly program: string;
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export const ROWS = 230;

/** Programs of a package of npm; it is installed once. */
export function npm(name: string): string {
  const folder = cacheFolder(`init-${name.replace(/[^\w.-]+/g, '-')}`);
  if (!existsSync(join(folder, 'node_modules/.bin'))) {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', name], { cwd: folder, stdio: 'pipe' });
  }
  return join(folder, 'node_modules/.bin');
}

/** Writes a program, and says where. */
export function script(folder: string, text: string): string {
  const path = join(folder, 'served.py');
  writeFileSync(path, text);
  return path;
}

/** The server, once it answers. */
export async function started(server: RealServer, folder: string): Promise<{ readonly origin: string; stop(): void }> {
  const port = await freePort();
  const { program, argv, env } = server.prepare(folder, port);
  const child = spawn(program, argv, { cwd: folder, stdio: 'ignore', env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...env } });
  const origin = `http://127.0.0.1:${port}`;
  const stop = (): void => void child.kill('SIGKILL');
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`${server.name} ended with ${child.exitCode}`);
    if (
      await fetch(origin)
        .then(() => true)
        .catch(() => false)
    ) {
      await server.fill?.(origin);
      return { origin, stop };
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  stop();
  throw new Error(`${server.name} does not answer`);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
