import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, onTestFinished, test, vi } from 'vitest';
import { answer, head, send, sendAndClose } from './acts.js';
import { play } from './server.js';
import { repository } from '../support/generator-sources.js';
import { CERTIFICATE, KEY } from './certificate.js';
import { ask, listen, withEnv } from './support.js';

const run = promisify(execFile);

/** Every row of the table in docs/transport.md, by its name. */
const ROWS: Readonly<Record<string, () => Promise<void>>> = {
  async 'connections are kept'() {
    const server = await play(send(answer(200, '{}')));
    for (let index = 0; index < 3; index++) await ask(server.url);
    expect(server.connections()).toBe(1);
    await Promise.all([ask(server.url), ask(server.url), ask(server.url)]);
    expect(server.connections()).toBe(3);
    const hasty = await play(send(answer(200, '{}', { 'keep-alive': 'timeout=1' })));
    for (let index = 0; index < 2; index++) await ask(hasty.url);
    expect(hasty.connections()).toBe(2); // a second is too short to rely on
  },

  async 'idle connections end with the program'() {
    const server = await play(send(answer(200, '{"a":1}')));
    const { stdout, took } = await inProcess(server.url);
    expect(stdout).toContain('{"a":1}');
    expect(took).toBeLessThan(3000); // of the 4 s for which the connection would be kept
  },

  async 'headers that every request has'() {
    const server = await play(send(answer(200, '{}')));
    await ask(server.url);
    await ask(server.url, { headers: { accept: 'text/csv', 'user-agent': 'me/1' } });
    const host = new URL(server.url).host;
    const common = { 'accept-encoding': 'gzip, deflate, br', connection: 'keep-alive', host };
    expect(server.requests.map(({ headers }) => headers)).toEqual([
      { ...common, accept: 'application/json', 'user-agent': 'node' },
      { ...common, accept: 'text/csv', 'user-agent': 'me/1' },
    ]);
  },

  async 'a body is measured'() {
    const server = http.createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => response.end(JSON.stringify({ body, headers: request.headers })));
    });
    const { text } = await ask(`http://127.0.0.1:${await listen(server)}`, { method: 'POST', body: '{"größe":1}' });
    expect(JSON.parse(text)).toMatchObject({ body: '{"größe":1}', headers: { 'content-length': '13' } });
    expect(text).not.toContain('transfer-encoding');
  },

  async 'Expect: 100-continue'() {
    const server = http.createServer((request, response) => void request.resume().on('end', () => response.end('{}')));
    server.on('checkContinue', (request: http.IncomingMessage, response: http.ServerResponse) => {
      response.writeContinue();
      response.writeProcessing();
      response.writeEarlyHints({ link: '</x>; rel=preload' });
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => response.end(body));
    });
    const url = `http://127.0.0.1:${await listen(server)}`;
    expect(await ask(url, { method: 'POST', body: 'sent', headers: { expect: '100-continue' } })).toMatchObject({
      status: 200,
      text: 'sent',
    });
  },

  async 'HTTP/1.0 and bodies that end with the connection'() {
    const old = await play(sendAndClose('HTTP/1.0 200\r\ncontent-type: application/json\r\n\r\n{"a":1}'));
    expect(await ask(old.url)).toMatchObject({ status: 200, text: '{"a":1}' });
    const open = await play(sendAndClose(`${head(200)}{"b":2}`));
    expect(await ask(open.url)).toMatchObject({ status: 200, text: '{"b":2}' });
  },

  async 'HTTP/2'() {
    withEnv({ NODE_TLS_REJECT_UNAUTHORIZED: '0' });
    const server = https.createServer({ key: KEY, cert: CERTIFICATE, ALPNProtocols: ['h2', 'http/1.1'] }, (request, response) =>
      response.end(request.httpVersion),
    );
    expect(await ask(`https://127.0.0.1:${await listen(server)}`)).toMatchObject({ status: 200, text: '1.1' });
  },

  async trailers() {
    const server = await play(
      send(`${head(200, { 'transfer-encoding': 'chunked', trailer: 'x-sum' })}2\r\n{}\r\n0\r\nx-sum: 1\r\n\r\n`),
      send(answer(200, '{"next":1}')),
    );
    expect(await ask(server.url)).toMatchObject({ text: '{}' });
    expect(await ask(server.url)).toMatchObject({ text: '{"next":1}' });
    expect(server.connections()).toBe(1);
  },

  async 'headers that come twice'() {
    const server = await play(
      send(
        'HTTP/1.1 200 OK\r\ncontent-length: 2\r\nLink: </a>\r\ncontent-type: text/csv\r\nlink: </b>\r\nContent-Type: text/html\r\n\r\n{}',
      ),
    );
    const { headers } = await ask(server.url);
    expect([headers.get('LINK'), headers.get('content-type'), headers.get('x-none')]).toEqual(['</a>, </b>', 'text/csv, text/html', null]);
    expect([...new Headers([...headers])]).toEqual([
      ['content-length', '2'],
      ['content-type', 'text/csv, text/html'],
      ['link', '</a>, </b>'],
    ]);
  },

  async 'headers of more than 16 KiB'() {
    const server = await play(send(answer(200, '{}', { 'x-long': 'x'.repeat(20_000) })));
    await expect(ask(server.url)).rejects.toMatchObject({ code: 'network', reason: 'HPE_HEADER_OVERFLOW' });
  },

  async IPv6() {
    const server = http.createServer((request, response) => response.end(request.headers.host));
    const port = await listen(server, '::1');
    expect(await ask(`http://[::1]:${port}/x`)).toMatchObject({ status: 200, text: `[::1]:${port}` });
  },

  async 'ports that fetch refuses'() {
    await expect(fetch('http://127.0.0.1:6667')).rejects.toThrow('fetch failed');
    await expect(ask('http://127.0.0.1:6667')).rejects.toMatchObject({ code: 'network', reason: 'ECONNREFUSED' });
  },

  async 'a certificate that nobody vouches for'() {
    const url = await secureServer();
    await expect(ask(url)).rejects.toMatchObject({ code: 'network', reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  },

  async NODE_EXTRA_CA_CERTS() {
    const folder = mkdtempSync(join(tmpdir(), 'tapwright-ca-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'ca.pem'), CERTIFICATE);
    const { stdout } = await inProcess(await secureServer(), { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') });
    expect(stdout).toContain('secure');
  },

  async 'a global fetch that was replaced'() {
    const server = await play(send(answer(200, '{}')));
    const fake = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('mocked'));
    onTestFinished(() => fake.mockRestore());
    expect(await ask(server.url)).toMatchObject({ text: 'mocked' });
    fake.mockRestore();
    expect(await ask(server.url)).toMatchObject({ text: '{}' });
  },

  async 'a dispatcher that was set'() {
    const server = await play(send(answer(200, '{}')));
    await fetch(server.url); // from here on Node's own is there
    const key = [2, 1]
      .map((version) => Symbol.for(`undici.globalDispatcher.${version}`))
      .find((each) => Reflect.get(globalThis, each) !== undefined);
    if (key === undefined) throw new Error('fetch has no dispatcher');
    const own = Reflect.get(globalThis, key) as object;
    const dispatched: unknown[] = [];
    class Agent {
      dispatch(options: { readonly path: string }, handler: { onError(error: Error): void }): boolean {
        dispatched.push(options.path);
        queueMicrotask(() => handler.onError(Object.assign(new Error('mocked'), { code: 'EMOCKED' })));
        return true;
      }
    }
    await ask(server.url);
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]?.headers).not.toHaveProperty('sec-fetch-mode'); // which fetch sends
    const write = (value: object): boolean => Reflect.set(globalThis, key, value) || Reflect.defineProperty(globalThis, key, { value });
    onTestFinished(() => void write(own));
    if (!write(new Agent())) return; // it may be read only
    await ask(`${server.url}/mocked`).catch(() => undefined);
    expect(server.requests.map(({ target }) => target)).not.toContain('/mocked');
    expect(dispatched).toEqual(['/mocked']);
  },

  async 'request of node:http that was replaced'() {
    const server = await play(send(answer(200, '{}')));
    const { request } = http;
    const seen: unknown[] = [];
    onTestFinished(() => void (http.request = request));
    http.request = ((options: http.RequestOptions) => {
      seen.push(options.path);
      return request(options);
    }) as typeof request;
    await ask(`${server.url}/recorded`);
    expect(seen).toEqual(['/recorded']);
  },
};

test.each(Object.entries(ROWS))('%s', async (_, check) => check());

test('are the rows of the documentation, with those of proxies', () => {
  const text = readFileSync(join(repository, 'docs/transport.md'), 'utf8');
  const table = text.slice(text.indexOf('## On Node.js'), text.indexOf('## Redirects'));
  const rows = [...table.matchAll(/^\| ([^|]*?) \|/gm)].map(([, row = '']) => row).slice(2);
  const proxies = readFileSync(new URL('proxy.test.ts', import.meta.url), 'utf8');
  const shown = (row: string): boolean => row in ROWS || proxies.includes(`test('${row}'`);
  expect(rows.filter((row) => !shown(row))).toEqual([]);
  expect(Object.keys(ROWS).filter((row) => !rows.includes(row))).toEqual([]);
});

test('is not in a bundle for browsers, and is in one for Node', async () => {
  const bundled = async (platform: 'browser' | 'neutral' | 'node'): Promise<string> => {
    const { outputFiles } = await build({
      ...{ entryPoints: [join(repository, 'generated/metrics/src/index.ts')], bundle: true, write: false, format: 'esm', platform },
    });
    return outputFiles[0]?.text ?? '';
  };
  expect(await bundled('browser')).not.toMatch(/node:|keepAlive|HTTPS?_PROXY|globalDispatcher/i);
  expect(await bundled('neutral')).not.toContain('node:');
  expect(await bundled('node')).toContain('node:http');
});

async function secureServer(): Promise<string> {
  const server = https.createServer({ key: KEY, cert: CERTIFICATE }, (_, response) => response.end('secure'));
  return `https://127.0.0.1:${await listen(server)}`;
}

/** Asks from a process of its own, with these variables; says what it printed, and after how many milliseconds it ended. */
async function inProcess(url: string, env: Readonly<Record<string, string>> = {}): Promise<{ stdout: string; took: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'tapwright-ask-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const outfile = join(folder, 'ask.mjs');
  const contents = `import { createTransport } from ${JSON.stringify(join(repository, 'generated/metrics/src/internal/transport/node.ts'))};
    const { bytes } = await createTransport()({ method: 'GET', url: new URL(process.argv[2]), headers: {} }, { ended: new Promise(() => {}), signal: AbortSignal.timeout(9000) }, () => {});
    console.log(new TextDecoder().decode(bytes), Date.now());`;
  await build({ stdin: { contents, resolveDir: folder, loader: 'js' }, bundle: true, platform: 'node', format: 'esm', outfile });
  const { stdout } = await run(process.execPath, [outfile, url], { env: { ...process.env, ...env } });
  return { stdout, took: Date.now() - Number(stdout.trim().split(' ').at(-1)) };
}
