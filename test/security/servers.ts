import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';

/** What a hostile API answers to a request for a page; `secret` is what it was sent. */
export type Hostile = (request: IncomingMessage, response: ServerResponse, secret: string) => void;

const json = (response: ServerResponse, body: string, headers: Readonly<Record<string, string>> = {}, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body);
};
const items =
  (text: string, more = ''): Hostile =>
  (_, response) =>
    json(response, `{"items":[${text}]${more}}`);
const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Hostile =>
  (_, response, secret) =>
    json(response, JSON.stringify({ error: `no access with ${secret}`, again: [secret, encodeURIComponent(secret)] }), headers, code);

const DEEP = 6_000;

/** Answers of an API that means harm, or is broken. Every payload is harmless by itself. */
export const HOSTILE: Readonly<Record<string, Hostile>> = {
  'a body of lists inside each other': (_, response) => json(response, '['.repeat(DEEP) + ']'.repeat(DEEP)),
  'a body of objects inside each other': (_, response) => json(response, '{"items":'.repeat(DEEP) + '[]' + '}'.repeat(DEEP)),
  'a field of lists inside each other': items(`{"id":1,"extra":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`),
  'a field of objects inside each other': items(`{"id":1,"any":${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}}`),
  'a key of a megabyte': items(`{"id":1,"${'k'.repeat(1_000_000)}":1}`),
  'a hundred thousand keys': items(`{"id":1,${Array.from({ length: 100_000 }, (_, index) => `"k${index}":1`).join(',')}}`),
  'numbers without an end': items(`{"id":${'9'.repeat(100_000)}}`),
  'a number that is infinite': items('{"id":1e999}'),
  'ids of every type': items('{"id":1},{"id":"1"},{"id":null},{"id":{}},{"id":[]},{"id":true}'),
  'an id that is a path': items(
    '{"id":1,"name":".."},{"id":2,"name":"../../etc"},{"id":3,"name":"."},{"id":4,"name":""},{"id":5,"name":"/"}',
  ),
  'an id that is no text': items('{"id":1,"name":"\\ud800"},{"id":2,"name":"%2e%2e"},{"id":3,"name":"a?b#c"}'),
  'keys that objects have for themselves': items(
    '{"id":1,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":1}',
  ),
  'keys twice': items('{"id":1,"id":"two","id":3}'),
  'signs that steer a terminal': items('{"id":"\\u001b[2J\\u001b]0;owned\\u0007\\u202egnp.exe\\u0000\\r\\nerror: fake"}'),
  'signs that steer a terminal, in a refusal': (_, response) => json(response, '{"error":"\u001b[2J\\u001b[31m\\u202e"}', {}, 400),
  'signs that steer a terminal, in keys': items('{"id":1,"\\u001b[2J\\u202e":{"\\u0000":1}}'),
  nothing: (_, response) => json(response, ''),
  null: (_, response) => json(response, 'null'),
  'a text': (_, response) => json(response, '"items"'),
  'half a body': (_, response) => json(response, '{"items":[{"id":1},'),
  'a body that is shorter than it says': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"items":[]}');
    response.destroy();
  },
  'a body that never ends': (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(' '.repeat(4_000_000)), 1);
    request.on('close', () => clearInterval(timer));
    response.on('close', () => clearInterval(timer));
  },
  'bytes that are no text': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(Buffer.from([0x7b, 0xff, 0xfe, 0x80, 0x7d]));
  },
  'another type': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<html>log in</html>');
  },
  'a bomb of gzip': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(BOMB);
  },
  'damaged gzip': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(Buffer.from('no gzip at all'));
  },
  'an encoding that there is not': (_, response) => json(response, '{"items":[]}', { 'content-encoding': 'rot13' }),
  'a redirect to itself': (request, response) => response.writeHead(302, { location: request.url ?? '/' }).end(),
  'a redirect to elsewhere': (_, response, secret) =>
    response.writeHead(302, { location: `https://elsewhere.example/?k=${encodeURIComponent(secret)}` }).end(),
  'a redirect to a file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  'a redirect to nowhere': (_, response) => response.writeHead(302, { location: 'http://[bad' }).end(),
  'a link to elsewhere': items('{"id":1}', ',"next":"https://elsewhere.example/next"'),
  'a link to a script': items('{"id":1}', ',"next":"javascript:alert(1)"'),
  'a link with a user': items('{"id":1}', ',"next":"http://me:word@127.0.0.1/"'),
  'a link of a megabyte': items('{"id":1}', `,"next":"/notes?x=${'y'.repeat(1_000_000)}"`),
  'a link that is a list': items('{"id":1}', ',"next":["/notes"]'),
  'the same page for ever': items('{"id":1}', ',"next":"/notes?page=2"'),
  'the credential as a link': (_, response, secret) =>
    json(response, JSON.stringify({ items: [{ id: 1 }], next: `/notes?page=${Math.random()}&k=${encodeURIComponent(secret)}` })),
  'the credential as a value of another type': (_, response, secret) => json(response, JSON.stringify({ items: [{ id: secret }] })),
  'the credential as a key': (_, response, secret) => json(response, JSON.stringify({ [secret]: [{ [secret]: 1 }] })),
  'a long Retry-After': status(429, { 'retry-after': '999999999' }),
  'a Retry-After that is none': status(503, { 'retry-after': '-1, \u00e9' }),
  '400 with the credential': status(400),
  '401 with the credential': status(401, { 'www-authenticate': 'Basic realm="x"' }),
  '500 with the credential': status(500),
  '599': status(599),
  '204': (_, response) => response.writeHead(204).end(),
  'a reset': (request) => request.socket.destroy(),
  'a thousand headers': (_, response) => {
    for (let index = 0; index < 100; index++) response.setHeader(`x-${index}`, 'y'.repeat(100));
    json(response, '{"items":[]}', { link: `<https://elsewhere.example/>; rel="next", ${'<'.repeat(4_000)}` });
  },
};

const BOMB = gzipSync(Buffer.alloc(70 * 1024 * 1024, 0x20), { level: 9 });

/** Starts a hostile API on loopback, until the test is over. */
export async function hostile(answer: Hostile, secret: string): Promise<string> {
  const server: Server = createServer((request, response) => {
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    answer(request, response, secret);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
