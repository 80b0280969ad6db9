import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { ANSWERS, CORS, ROWS, TABLE } from '../../transport/answers.js';
import type { Served } from './api.js';

/** A table of 50 rows from a server that answers oddly. */
export const ODD_SPEC = JSON.stringify({
  name: 'bench',
  client: { base_url: 'https://api.example.com' },
  resources: [
    {
      name: 'table',
      primary_key: 'id',
      fields: { id: 'integer', name: 'string' },
      endpoint: { path: '/table', format: 'csv', paginator: { type: 'single_page' } },
    },
  ],
});

/** Answers the first request for `/<index>/table` with that answer, and every other one with the whole table. */
export async function startOddApi(): Promise<Served> {
  const names = Object.keys(ANSWERS);
  const asked = new Set<string>();
  const sockets = new Set<Socket>();
  const whole = (body: string, type: string): string =>
    `HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\n${lines(CORS)}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  const respond = (socket: Socket, method: string, target: string): void => {
    const name = names[Number(/^\/(\d+)\//.exec(target)?.[1])];
    if (method === 'OPTIONS') socket.write(`HTTP/1.1 204 No Content\r\n${lines(CORS)}\r\n`);
    else if (target === '/names') socket.write(whole(JSON.stringify(names), 'application/json'));
    else if (name === undefined || asked.has(name)) socket.write(whole(TABLE, 'text/csv'));
    else {
      asked.add(name);
      ANSWERS[name]?.send(socket);
    }
  };
  const server = createServer((socket) => {
    let text = '';
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        const [method = '', target = ''] = text.split(' ');
        text = text.slice(end + 4);
        respond(socket, method, target);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function lines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
}

export interface OddOutcome {
  readonly rows?: number;
  readonly error?: string;
  readonly reason?: string;
  readonly hung?: boolean;
}

/** Names of the answers of which rows were lost without a word, and of those whose read never ended. */
export function judgeOdd(said: string): {
  readonly lost: readonly string[];
  readonly hung: readonly string[];
  readonly nameless: readonly string[];
  readonly read: number;
} {
  const outcomes = Object.entries(JSON.parse(said) as Record<string, OddOutcome>);
  if (outcomes.length !== Object.keys(ANSWERS).length) throw new Error(`${outcomes.length} answers were read`);
  const named = (test: (outcome: OddOutcome) => boolean): readonly string[] =>
    outcomes.filter(([, outcome]) => test(outcome)).map(([name]) => name);
  return {
    lost: named(({ rows, error, hung }) => hung !== true && error === undefined && rows !== ROWS),
    hung: named(({ hung }) => hung === true),
    nameless: named(({ error, reason }) => error === 'network' && reason === ''),
    read: named(({ rows, error }) => error === undefined && rows === ROWS).length,
  };
}

/** Which runtimes are meant by the first column of the last table in docs/transport.md. */
const WHERE: Readonly<Record<string, RegExp>> = {
  everywhere: /./,
  'wherever `fetch` reads': /caller|Bun|Deno|workerd|Chromium/,
  'a `fetch` of Node.js': /caller/,
  'a `fetch` of Node.js 20': /Node 20, .*caller/,
  'a `fetch` of Node.js 22 and 24': /Node 2[24], .*caller/,
  Bun: /Bun/,
  browsers: /Chromium/,
};

/** Whether the documentation says that rows of an answer may be lost without a word. */
export function isKnown(where: string, name: string): boolean {
  const text = readFileSync('docs/transport.md', 'utf8');
  const table = text.slice(text.indexOf('## What cannot be told'));
  return [...table.matchAll(/^\| (.*?) \| (.*?) \|$/gm)].some(
    ([, row = '', names = '']) => WHERE[row]?.test(where) === true && names.split('; ').includes(name),
  );
}
