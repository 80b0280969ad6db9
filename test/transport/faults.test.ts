import { createServer, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MetricsHttpError, MetricsNetworkError, MetricsResponseError, MetricsTimeoutError } from '../../generated/metrics/src/index.js';
import {
  FIRST_PAGE,
  METRICS,
  answer,
  chunked,
  close,
  gzipped,
  hang,
  head,
  page,
  reset,
  send,
  sendAndClose,
  sendAndReset,
  status,
} from './acts.js';
import { clientOf, errorOf, read } from './client.js';
import { closedPort, play, type Act } from './server.js';

const whole = answer(200, FIRST_PAGE);
const body = whole.indexOf('\r\n\r\n') + 4;

/** What may happen to an answer on its way, and is over the next time. */
const PASSING: readonly (readonly [string, Act])[] = [
  ['a reset before the answer', reset],
  ['a close before the answer', close],
  ['a reset in the headers', sendAndReset(whole.subarray(0, 20))],
  ['a reset after the headers', sendAndReset(whole.subarray(0, body))],
  ['a reset after the first byte of the body', sendAndReset(whole.subarray(0, body + 1))],
  ['a reset in the middle of the body', sendAndReset(whole.subarray(0, (body + whole.length) / 2))],
  ['a reset before the last byte of the body', sendAndReset(whole.subarray(0, -1))],
  ['a close after the first byte of the body', sendAndClose(whole.subarray(0, body + 1))],
  ['a close in the middle of the body', sendAndClose(whole.subarray(0, (body + whole.length) / 2))],
  ['a close before the last byte of the body', sendAndClose(whole.subarray(0, -1))],
  ['chunks without the last', sendAndClose(chunked(FIRST_PAGE, ''))],
  ['chunks that end in a size', sendAndClose(chunked(FIRST_PAGE, '1f'))],
  ['a body that ends with the connection, too early', sendAndClose(head(200) + FIRST_PAGE.slice(0, 60))],
  ['an empty body', send(answer(200, ''))],
  ['a compressed body cut at a tenth', send(gzipped(FIRST_PAGE, 0.1))],
  ['a compressed body cut in the middle', send(gzipped(FIRST_PAGE, 0.6))],
  ['a compressed body without its end', send(gzipped(FIRST_PAGE, 0.9))],
  ['a compressed body that is not', send(answer(200, 'not gzip at all', { 'content-encoding': 'gzip' }))],
  ...[429, 500, 502, 503, 504].map((code): readonly [string, Act] => [`status ${code}`, status(code)]),
];

describe.each(PASSING)('%s', (_, fault) => {
  test.each([
    ['first', [fault]],
    ['second', [page, fault]],
    ['last, three times', [page, page, page, page, page, fault, fault, fault]],
  ])('on the %s page loses nothing and doubles nothing', async (_, script) => {
    const server = await play(...script, page);
    const outcome = await read(clientOf(server));
    expect(outcome).toMatchObject({ records: METRICS, state: { next: null } });
    expect(outcome.error).toBeUndefined();
    expect(server.requests).toHaveLength(6 + script.filter((act) => act === fault).length);
  });

  test('again and again ends the read after four attempts, with whole pages and the way on', async () => {
    const server = await play(page, fault);
    const outcome = await read(clientOf(server));
    expect(errorOf(outcome)).toMatchObject({ resource: 'metrics', page: 2, attempts: 4, state: outcome.state });
    expect(outcome.records).toEqual(METRICS.slice(0, 3));
    expect(server.requests).toHaveLength(5);
  });
});

describe('what would be the same the next time is not tried again', () => {
  test.each<readonly [string, Act, string]>([
    ['status 501', status(501), 'http_status'],
    ['status 404', status(404), 'http_status'],
    ['a page of HTML', status(200, { 'content-type': 'text/html' }, '<h1>Sign in</h1>'), 'not_json'],
    ['lines of JSON', status(200, { 'content-type': 'application/x-ndjson' }, '{"a":1}\n{"a":2}'), 'malformed_body'],
    ['bytes that are not UTF-8', send(answer(200, Buffer.from('{"data":["\xfc"]}', 'latin1'))), 'not_utf8'],
    ['another shape', status(200, {}, '{"items":[]}'), 'no_records'],
    ['a record of another type', status(200, {}, '{"data":[{"id":1,"name":"x","value":1}]}'), 'invalid_record'],
    ['something that is not HTTP', sendAndClose('220 mail.example.com ESMTP\r\n'), 'network'],
  ])('%s', async (_, act, code) => {
    const server = await play(act, page);
    const outcome = await read(clientOf(server));
    if (code === 'malformed_body') return expect(outcome.records).toEqual(METRICS); // as if it had been cut
    expect(errorOf(outcome)).toMatchObject({ code, attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });
});

describe('odd answers that are right', () => {
  test.each<readonly [string, Act]>([
    ['a byte order mark', send(answer(200, `\ufeff${FIRST_PAGE}`))],
    ['chunks', send(chunked(FIRST_PAGE, '0\r\n\r\n'))],
    ['a body that ends with the connection', sendAndClose(head(200) + FIRST_PAGE)],
    ['compression', send(gzipped(FIRST_PAGE, 1))],
    ['a type with parameters', status(200, { 'content-type': 'application/vnd.api+json; charset=utf-8' }, FIRST_PAGE)],
    ['early hints', send(Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\n'), whole]))],
    ['a connection that is closed after each', sendAndClose(answer(200, FIRST_PAGE, { connection: 'close' }))],
  ])('%s', async (_, act) => {
    const outcome = await read(clientOf(await play(act, page)));
    expect(outcome.error).toBeUndefined();
    expect(outcome.records).toEqual(METRICS);
  });

  test('no content: no records, and the end', async () => {
    const server = await play(send(head(204)));
    expect(await read(clientOf(server))).toMatchObject({ records: [], state: { next: null } });
    expect(server.requests).toHaveLength(1);
  });
});

describe('time', () => {
  const drip: Act = (socket) => {
    const timer = setInterval(() => socket.write('x'), 10);
    socket.on('close', () => clearInterval(timer));
    socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
  };
  test.each<readonly [string, Act]>([
    ['no answer', hang],
    ['headers that never end', drip],
    ['a body that stops', send(whole.subarray(0, -5))],
  ])('%s within timeoutMs is tried again, and is a MetricsTimeoutError after four attempts', async (_, act) => {
    const server = await play(act);
    const error = errorOf(await read(clientOf(server, { timeoutMs: 150 })));
    expect(error).toBeInstanceOf(MetricsTimeoutError);
    expect(error).toMatchObject({ code: 'timeout', attempts: 4 });
    expect(server.requests).toHaveLength(4);
    expect((await read(clientOf(await play(act, page), { timeoutMs: 2000 }))).records).toEqual(METRICS);
  });
});

test('the classes of errors tell what failed', async () => {
  const errorFor = async (act: Act) => errorOf(await read(clientOf(await play(act))));
  expect(await errorFor(reset)).toBeInstanceOf(MetricsNetworkError);
  expect(await errorFor(reset)).toMatchObject({ code: 'network', reason: 'ECONNRESET' });
  expect(await errorFor(status(500))).toBeInstanceOf(MetricsHttpError);
  expect(await errorFor(send(answer(200, '')))).toBeInstanceOf(MetricsResponseError);
});

test('a port where nobody ever listened is a network error at once', async () => {
  const url = await closedPort();
  const client = clientOf({ ...(await play(page)), url });
  expect(errorOf(await read(client))).toMatchObject({ code: 'network', attempts: 1, reason: 'ECONNREFUSED' });
});

describe('connections that would fail the next time as well are not tried again', () => {
  test.each([
    ['a port that fetch never connects to', () => 'http://127.0.0.1:6667', 'bad port', { fetch }],
    ['a name that does not resolve', () => `https://${'a'.repeat(64)}.example`, 'ENOTFOUND', {}],
    ['TLS where there is none', (plain: string) => plain.replace('http:', 'https:'), /^(ERR_SSL|EPROTO)/, {}],
  ])('%s', async (_, urlOf, reason, options) => {
    const plain = createServer((socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void plain.close());
    const { port } = plain.address() as AddressInfo;
    const client = clientOf({ ...(await play(page)), url: urlOf(`http://127.0.0.1:${port}`) }, options);
    expect(errorOf(await read(client))).toMatchObject({
      code: 'network',
      attempts: 1,
      reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
    });
    expect(client.waits).toEqual([]);
  });
});

test('a small answer that unpacks to more than 64 MiB is refused while it is unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024, 0x20));
  expect(bomb.length).toBeLessThan(1024 * 1024);
  const server = await play(send(answer(200, bomb, { 'content-encoding': 'gzip' })));
  expect(errorOf(await read(clientOf(server)))).toMatchObject({ code: 'body_too_large', attempts: 1 });
  expect(server.requests).toHaveLength(1);
});

test('an answer larger than 64 MiB is refused while it comes', async () => {
  const block = Buffer.alloc(1024 * 1024, 0x20);
  let sent = 0;
  const endless: Act = (socket) => {
    socket.write(head(200, { 'transfer-encoding': 'chunked' }));
    const more = (): void => {
      while (sent < 300 && !socket.destroyed && socket.write(`100000\r\n${block.toString('latin1')}\r\n`)) sent++;
      sent++;
      if (sent < 300 && !socket.destroyed) socket.once('drain', more);
    };
    more();
  };
  const server = await play(endless);
  const error = errorOf(await read(clientOf(server)));
  expect(error).toMatchObject({ code: 'body_too_large', attempts: 1 });
  expect(sent).toBeLessThan(100);
  expect(server.requests).toHaveLength(1);
});
