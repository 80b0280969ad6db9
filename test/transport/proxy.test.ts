import http from 'node:http';
import https from 'node:https';
import { connect, createServer, type Socket } from 'node:net';
import { beforeEach, expect, test } from 'vitest';
import { answer, send } from './acts.js';
import { play } from './server.js';
import { CERTIFICATE, KEY } from './certificate.js';
import { ask, listen, withEnv } from './support.js';

/** Rows of the table in docs/transport.md that are about proxies. */

beforeEach(() => {
  const none = Object.fromEntries(
    ['http_proxy', 'https_proxy', 'no_proxy'].flatMap((name) => [name, name.toUpperCase()]).map((name) => [name, undefined]),
  );
  withEnv(none);
});

interface Proxy {
  readonly port: number;
  /** `GET http://api.example/ Basic …`, `CONNECT api.example:443` */
  readonly asked: readonly string[];
}

/** A proxy that leads everywhere to `target`, or answers with another status. */
async function proxy(target: string, status = 200): Promise<Proxy> {
  const asked: string[] = [];
  const remember = ({ method, url, headers }: http.IncomingMessage): void => {
    asked.push([method, url, headers['proxy-authorization']].filter((each) => each !== undefined).join(' '));
  };
  const server = http.createServer((request, response) => {
    remember(request);
    if (status !== 200) return void response.writeHead(status).end('no');
    const { path = '/' } = { path: new URL(request.url ?? '').pathname };
    http.get(`${target}${path}`, { headers: { host: request.headers.host } }, (answered) => {
      response.writeHead(answered.statusCode ?? 0, answered.headers);
      answered.pipe(response);
    });
  });
  server.on('connect', (request: http.IncomingMessage, socket: Socket) => {
    remember(request);
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 2\r\n\r\nno`);
    const { port, hostname } = new URL(target);
    const far = connect(Number(port), hostname, () => socket.write('HTTP/1.1 200 Connection established\r\n\r\n'));
    far.on('error', () => socket.destroy());
    socket.on('error', () => far.destroy());
    far.pipe(socket).pipe(far);
  });
  return { port: await listen(server), asked };
}

async function secureApi(): Promise<string> {
  withEnv({ NODE_TLS_REJECT_UNAUTHORIZED: '0' });
  const server = https.createServer({ key: KEY, cert: CERTIFICATE }, (request, response) => response.end(`secure ${request.headers.host}`));
  return `https://127.0.0.1:${await listen(server)}`;
}

test('HTTP_PROXY', async () => {
  const api = await play(send(answer(200, '{}')));
  const { port, asked } = await proxy(api.url);
  withEnv({ HTTP_PROXY: `http://127.0.0.1:${port}` });
  expect(await ask('http://api.example/v1?key=1')).toMatchObject({ status: 200, text: '{}' });
  withEnv({ HTTP_PROXY: `127.0.0.1:${port}` });
  await ask('http://api.example:8080/v1');
  withEnv({ HTTP_PROXY: `http://me:p%40ss@127.0.0.1:${port}` });
  await ask('http://api.example/v1');
  expect(asked).toEqual([
    'GET http://api.example/v1?key=1',
    'GET http://api.example:8080/v1',
    `GET http://api.example/v1 Basic ${btoa('me:p@ss')}`,
  ]);
  expect(api.requests[0]?.headers).toMatchObject({ host: 'api.example' });
});

test('HTTPS_PROXY', async () => {
  const { port, asked } = await proxy(await secureApi());
  withEnv({ HTTPS_PROXY: `http://me:secret@127.0.0.1:${port}`, HTTP_PROXY: 'http://127.0.0.1:9' });
  for (let index = 0; index < 2; index++)
    expect(await ask('https://api.example/v1')).toMatchObject({ status: 200, text: 'secure api.example' });
  expect(asked).toEqual([`CONNECT api.example:443 Basic ${btoa('me:secret')}`]); // one tunnel for both
});

test('NO_PROXY', async () => {
  const api = await play(send(answer(200, 'direct')));
  const { host, port } = new URL(api.url);
  const seen = await proxy(api.url);
  const goesThrough = async (exempt: string): Promise<boolean> => {
    const before = seen.asked.length;
    withEnv({ HTTP_PROXY: `http://127.0.0.1:${seen.port}`, NO_PROXY: exempt });
    await ask(`http://${host}/x`);
    return seen.asked.length > before;
  };
  for (const exempt of ['127.0.0.1', '*', `127.0.0.1:${port}`, 'a.example, 127.0.0.1', '.0.1', '*.0.0.1'])
    expect([exempt, await goesThrough(exempt)]).toEqual([exempt, false]);
  for (const exempt of ['', 'a.example', '127.0.0.1:1', '7.0.0.1', 'example'])
    expect([exempt, await goesThrough(exempt)]).toEqual([exempt, true]);
});

test('lower case wins', async () => {
  const api = await play(send(answer(200, '{}')));
  const [lower, upper] = [await proxy(api.url), await proxy(api.url)];
  withEnv({ http_proxy: `http://127.0.0.1:${lower.port}`, HTTP_PROXY: `http://127.0.0.1:${upper.port}` });
  await ask('http://api.example/a');
  withEnv({ http_proxy: '' });
  await ask(`${api.url}/b`);
  expect([lower.asked, upper.asked]).toEqual([['GET http://api.example/a'], []]);
});

test('a proxy that refuses', async () => {
  for (const status of [407, 502]) {
    const { port } = await proxy('http://127.0.0.1:9', status);
    withEnv({ HTTPS_PROXY: `http://127.0.0.1:${port}` });
    await expect(ask('https://api.example/')).rejects.toMatchObject({ code: 'network', reason: `proxy answered ${status}` });
  }
});

test('a proxy that hangs', async () => {
  const sockets: Socket[] = [];
  const port = await listen(createServer((socket) => void sockets.push(socket.resume())));
  withEnv({ HTTPS_PROXY: `http://127.0.0.1:${port}` });
  const abort = new AbortController();
  const asking = ask('https://api.example/', {}, abort.signal);
  while (sockets.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const closed = new Promise((resolve) => sockets[0]?.on('close', resolve));
  const reason = new Error('enough');
  abort.abort(reason);
  await expect(asking).rejects.toBe(reason);
  await closed;
});

test('a proxy that is none for HTTP', async () => {
  for (const value of ['socks5://127.0.0.1:9', 'http://[']) {
    withEnv({ HTTP_PROXY: value });
    await expect(ask('http://api.example/')).rejects.toMatchObject({ code: 'network', reason: 'http_proxy names no proxy for HTTP' });
  }
});

test('a tunnel whose other end has another name is refused', async () => {
  const { port } = await proxy(await secureApi());
  withEnv({ HTTPS_PROXY: `http://127.0.0.1:${port}`, NODE_TLS_REJECT_UNAUTHORIZED: undefined });
  await expect(ask('https://other.example/')).rejects.toMatchObject({ code: 'network', reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
});
