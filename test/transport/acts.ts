import { gzipSync } from 'node:zlib';
import type { Act } from './server.js';

/** The records that the tests' API has, in pages of three: five pages, the last with one record. */
export const METRICS = Array.from({ length: 13 }, (_, index) => ({
  id: `m${index}`,
  name: `Metric ${index} – Größe`,
  value: index % 4 === 0 ? null : index / 2,
}));
const PAGE_SIZE = 3;

/** Answers as the API should: with the records from `offset` on. */
export const page: Act = (socket, { target }) => {
  const offset = Number(new URL(target, 'http://api').searchParams.get('offset'));
  socket.write(answer(200, JSON.stringify({ data: METRICS.slice(offset, offset + PAGE_SIZE) })));
};

/** What the first page says, for acts that send it badly. */
export const FIRST_PAGE = JSON.stringify({ data: METRICS.slice(0, PAGE_SIZE) });

export const reset: Act = (socket) => void socket.resetAndDestroy();
export const close: Act = (socket) => void socket.end();
export const hang: Act = () => undefined;

/** Sends these bytes, and nothing more. */
export function send(bytes: string | Buffer): Act {
  return (socket) => void socket.write(bytes);
}

/** Sends these bytes and then closes the connection in order. */
export function sendAndClose(bytes: string | Buffer): Act {
  return (socket) => void socket.end(bytes);
}

/** Sends these bytes and then breaks the connection. */
export function sendAndReset(bytes: string | Buffer): Act {
  return (socket) => void socket.write(bytes, () => setTimeout(() => socket.resetAndDestroy(), 20));
}

/** A whole answer. */
export function status(code: number, headers: Readonly<Record<string, string>> = {}, body = '{"error":"no"}'): Act {
  return send(answer(code, body, headers));
}

export function answer(code: number, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([
    Buffer.from(head(code, { 'content-length': String(bytes.length), ...headers })),
    code === 204 ? Buffer.alloc(0) : bytes,
  ]);
}

/** The first line and the headers of an answer, with the empty line. */
export function head(code: number, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ 'content-type': 'application/json', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${code} Whatever\r\n${lines.join('')}\r\n`;
}

/** An answer in two chunks, up to `ending`, which a whole one has as `0\r\n\r\n`. */
export function chunked(body: string, ending: string): string {
  const half = Math.floor(body.length / 2);
  const chunks = [body.slice(0, half), body.slice(half)].map((text) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
  return `${head(200, { 'transfer-encoding': 'chunked' })}${chunks.join('')}${ending}`;
}

/** A compressed answer of which this share arrives, with a length that fits what arrives. */
export function gzipped(body: string, share: number): Buffer {
  const whole = gzipSync(body);
  return answer(200, whole.subarray(0, Math.floor(whole.length * share)), { 'content-encoding': 'gzip' });
}
