import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { blocksOf } from '../../docs/markdown.js';

const API = 'https://jsonplaceholder.typicode.com';

/** Who follows the tutorial: what is typed in place of a line of it, and with which programs. */
export interface Follower {
  /** An empty folder. */
  readonly folder: string;
  /** A line as it is typed here; undefined: it is left out. */
  typed(line: string): string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What was typed, and what was said to it. */
export interface Step {
  readonly line: string;
  readonly said: string;
}

/** Does what `docs/tutorial.md` says, in its order: every line of its `sh` blocks, every file that a block names. Throws at the first line that fails. */
export async function follow({ folder, typed, env }: Follower): Promise<readonly Step[]> {
  const api = await startApi();
  const steps: Step[] = [];
  try {
    for (const { language, info, text } of blocksOf(readFileSync('docs/tutorial.md', 'utf8'))) {
      if (language !== 'sh') {
        const path = join(folder, info);
        mkdirSync(dirname(path), { recursive: true });
        if (existsSync(path)) appendFileSync(path, `\n${text}`);
        else writeFileSync(path, text);
        continue;
      }
      for (const line of text.trim().split('\n')) {
        const command = typed(line.replaceAll(API, api.url));
        if (command === undefined) continue;
        steps.push({ line: command, said: await run(command, folder, env) });
      }
    }
    return steps;
  } finally {
    api.close();
  }
}

async function run(line: string, cwd: string, env: Follower['env']): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)('bash', ['--norc', '-euo', 'pipefail', '-c', line], {
      cwd,
      env,
      timeout: 300_000,
      maxBuffer: 1 << 26,
    });
    return stdout + stderr;
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`${line}\nfailed: ${String(error)}\n${stdout ?? ''}${stderr ?? ''}`);
  }
}

/** An API that pages as JSONPlaceholder does, with a hundred posts and five hundred comments. */
async function startApi(): Promise<{ readonly url: string; close(): void }> {
  const posts = Array.from({ length: 100 }, (_, index) => ({
    userId: 1 + Math.floor(index / 10),
    id: index + 1,
    title: `Title ${index + 1}`,
    body: 'Text.',
  }));
  const comments = Array.from({ length: 500 }, (_, index) => ({
    postId: 1 + Math.floor(index / 5),
    id: index + 1,
    name: `Name ${index + 1}`,
    email: `reader${index + 1}@example.com`,
    body: 'Text.',
  }));
  const lists = new Map<string, readonly object[]>([
    ['/posts', posts],
    ['/comments', comments],
  ]);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    const list = lists.get(url.pathname);
    if (list === undefined) return void response.writeHead(404).end('{}');
    const [page, limit] = [Number(url.searchParams.get('_page') ?? 1), Number(url.searchParams.get('_limit') ?? 10)];
    const last = Math.ceil(list.length / limit);
    const link = (name: string, number: number): string => {
      url.searchParams.set('_page', String(number));
      return `<${url.href}>; rel="${name}"`;
    };
    const links = [link('first', 1), ...(page < last ? [link('next', page + 1)] : []), link('last', last)];
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'x-total-count': String(list.length),
      link: links.join(', '),
    });
    response.end(JSON.stringify(list.slice((page - 1) * limit, page * limit)));
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}
