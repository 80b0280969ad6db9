import type { Socket } from 'node:net';
import zlib from 'node:zlib';

/** Ways in which a server, or what stands before it, sends a table of 50 rows: whole, odd, cut off, never. */

export const ROWS = 50;
/** Where bodies are cut: after a whole row, so that nothing in the text shows it. */
const CUT = 26;

const line = (index: number): string => `${index},name ${index}\n`;
export const TABLE = `id,name\n${Array.from({ length: ROWS }, (_, index) => line(index)).join('')}`;
const HALF = `id,name\n${Array.from({ length: CUT }, (_, index) => line(index)).join('')}`;
const REST = TABLE.slice(HALF.length);

/**
 * What a read has to make of an answer. `whole`: every row, from one request. `cut`: every row, from a second one.
 * `refused`: an error, from one request. `late`: every row, from a second request, once the time of the first is over. `lost`: the rows that
 * came, since nothing of them tells that there were more; the documentation names these.
 */
export type Verdict = 'whole' | 'cut' | 'refused' | 'late' | 'lost';

export interface OddAnswer {
  readonly send: (socket: Socket) => void;
  /** With the transport of `node:http`. */
  readonly verdict: Verdict;
}

const head = (status: number, headers: Readonly<Record<string, string | number>>, protocol = 'HTTP/1.1'): string =>
  `${protocol} ${status} Whatever\r\n${Object.entries({ 'content-type': 'text/csv', ...CORS, ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
/** For pages of browsers, which are of another origin. */
export const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
const bytes = (...parts: readonly (string | Uint8Array)[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part)));
const chunk = (part: string | Uint8Array): Buffer => bytes(Buffer.byteLength(part).toString(16), '\r\n', part, '\r\n');

const measured = (body: string | Uint8Array, headers: Readonly<Record<string, string | number>> = {}): Buffer =>
  bytes(head(200, { 'content-length': Buffer.byteLength(body), ...headers }), body);
/** With a length that fits what comes. */
const packed = (coding: string, body: Uint8Array): OddAnswer['send'] => sends(measured(body, { 'content-encoding': coding }));

function sends(...parts: readonly (string | Uint8Array)[]): OddAnswer['send'] {
  return (socket) => void socket.write(bytes(...parts));
}
function sendsAndCloses(...parts: readonly (string | Uint8Array)[]): OddAnswer['send'] {
  return (socket) => void socket.end(bytes(...parts));
}
function sendsAndBreaks(...parts: readonly (string | Uint8Array)[]): OddAnswer['send'] {
  return (socket) => void socket.write(bytes(...parts), () => setTimeout(() => socket.resetAndDestroy(), 30));
}

const FULL = Buffer.byteLength(TABLE);
const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
const wrongSum = (body: Buffer): Buffer => body.map((byte, at) => (at === body.length - 8 ? byte ^ 255 : byte)) as Buffer;
const members = bytes(zlib.gzipSync(HALF), zlib.gzipSync(REST));

export const ANSWERS: Readonly<Record<string, OddAnswer>> = {
  'a measured answer': { verdict: 'whole', send: sends(measured(TABLE)) },
  chunks: { verdict: 'whole', send: sends(head(200, { 'transfer-encoding': 'chunked' }), chunk(HALF), chunk(REST), '0\r\n\r\n') },
  'chunks with trailers': {
    verdict: 'whole',
    send: sends(head(200, { 'transfer-encoding': 'chunked', trailer: 'x-sum' }), chunk(TABLE), '0\r\nx-sum: 1\r\n\r\n'),
  },
  'a body that ends with the connection': { verdict: 'whole', send: sendsAndCloses(head(200, { connection: 'close' }), TABLE) },
  'an answer of HTTP/1.0': { verdict: 'whole', send: sendsAndCloses(head(200, {}, 'HTTP/1.0'), TABLE) },
  'early hints before the answer': {
    verdict: 'whole',
    send: sends('HTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\n', measured(TABLE)),
  },
  '100 Continue before the answer': { verdict: 'whole', send: sends('HTTP/1.1 100 Continue\r\n\r\n', measured(TABLE)) },

  'a reset before the answer': { verdict: 'cut', send: (socket) => void socket.resetAndDestroy() },
  'a close before the answer': { verdict: 'cut', send: (socket) => void socket.end() },
  'a reset in the body': { verdict: 'cut', send: sendsAndBreaks(head(200, { 'content-length': FULL }), HALF) },
  'a close in the body': { verdict: 'cut', send: sendsAndCloses(head(200, { 'content-length': FULL }), HALF) },
  'a close in the body of the last answer of a connection': {
    verdict: 'cut',
    send: sendsAndCloses(head(200, { 'content-length': FULL, connection: 'close' }), HALF),
  },
  'chunks without the last one': { verdict: 'cut', send: sendsAndCloses(head(200, { 'transfer-encoding': 'chunked' }), chunk(HALF)) },
  'chunks without the last one, on a connection that ends': {
    verdict: 'cut',
    send: sendsAndCloses(head(200, { 'transfer-encoding': 'chunked', connection: 'close' }), chunk(HALF)),
  },
  'chunks without the last one, on a connection that breaks': {
    verdict: 'cut',
    send: sendsAndBreaks(head(200, { 'transfer-encoding': 'chunked', connection: 'close' }), chunk(HALF)),
  },
  'chunks that end in a size': { verdict: 'cut', send: sendsAndCloses(head(200, { 'transfer-encoding': 'chunked' }), chunk(HALF), '1f') },
  'chunks with a size that is none': {
    verdict: 'cut',
    send: sendsAndCloses(head(200, { 'transfer-encoding': 'chunked' }), chunk(HALF), 'zz\r\n'),
  },
  'a body that ends with the connection, too early': { verdict: 'lost', send: sendsAndCloses(head(200, { connection: 'close' }), HALF) },
  'a length that is less than the body': {
    verdict: 'refused',
    send: sends(head(200, { 'content-length': Buffer.byteLength(HALF) }), TABLE),
  },

  gzip: { verdict: 'whole', send: packed('gzip', zlib.gzipSync(TABLE)) },
  'x-gzip': { verdict: 'whole', send: packed('x-gzip', zlib.gzipSync(TABLE)) },
  'gzip in chunks': {
    verdict: 'whole',
    send: sends(head(200, { 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' }), chunk(zlib.gzipSync(TABLE)), '0\r\n\r\n'),
  },
  'gzip of two members': { verdict: 'whole', send: packed('gzip', members) },
  'gzip with zeros after it': { verdict: 'whole', send: packed('gzip', bytes(zlib.gzipSync(TABLE), new Uint8Array(512))) },
  'gzip cut at a flush': { verdict: 'cut', send: packed('gzip', zlib.gzipSync(HALF, { finishFlush: Z_SYNC_FLUSH })) },
  'gzip without its last bytes': { verdict: 'cut', send: packed('gzip', zlib.gzipSync(TABLE).subarray(0, -8)) },
  'gzip with a wrong sum': { verdict: 'cut', send: packed('gzip', wrongSum(zlib.gzipSync(TABLE))) },
  'gzip whose second member is cut': { verdict: 'cut', send: packed('gzip', members.subarray(0, -5)) },
  'gzip whose second member is all but missing': {
    verdict: 'cut',
    send: packed('gzip', members.subarray(0, zlib.gzipSync(HALF).length + 1)),
  },
  'gzip with text after it': { verdict: 'cut', send: packed('gzip', bytes(zlib.gzipSync(TABLE), 'text')) },
  'gzip whose second member comes after zeros': {
    verdict: 'cut',
    send: packed('gzip', bytes(zlib.gzipSync(HALF), new Uint8Array(3), zlib.gzipSync(REST))),
  },
  'gzip that is none': { verdict: 'cut', send: packed('gzip', Buffer.from(TABLE)) },
  'gzip of no bytes': { verdict: 'cut', send: packed('gzip', Buffer.alloc(0)) },
  'gzip cut at a flush, in chunks without the last one': {
    verdict: 'cut',
    send: sendsAndCloses(
      head(200, { 'content-encoding': 'gzip', 'transfer-encoding': 'chunked', connection: 'close' }),
      chunk(zlib.gzipSync(HALF, { finishFlush: Z_SYNC_FLUSH })),
    ),
  },
  br: { verdict: 'whole', send: packed('br', zlib.brotliCompressSync(TABLE)) },
  'br cut at a flush': { verdict: 'cut', send: packed('br', zlib.brotliCompressSync(HALF, { finishFlush: BROTLI_OPERATION_FLUSH })) },
  'br without its last byte': { verdict: 'cut', send: packed('br', zlib.brotliCompressSync(TABLE).subarray(0, -1)) },
  deflate: { verdict: 'whole', send: packed('deflate', zlib.deflateSync(TABLE)) },
  'deflate without its two first bytes': { verdict: 'whole', send: packed('deflate', zlib.deflateRawSync(TABLE)) },
  'deflate cut at a flush': { verdict: 'cut', send: packed('deflate', zlib.deflateSync(HALF, { finishFlush: Z_SYNC_FLUSH })) },
  'deflate cut at a flush, without its two first bytes': {
    verdict: 'cut',
    send: packed('deflate', zlib.deflateRawSync(HALF, { finishFlush: Z_SYNC_FLUSH })),
  },
  'gzip, then br': { verdict: 'whole', send: packed('gzip, br', zlib.brotliCompressSync(zlib.gzipSync(TABLE))) },
  'gzip cut at a flush, then br': {
    verdict: 'cut',
    send: packed('gzip, br', zlib.brotliCompressSync(zlib.gzipSync(HALF, { finishFlush: Z_SYNC_FLUSH }))),
  },
  ...zstandard(),
  'a coding that nobody knows': { verdict: 'refused', send: packed('made-up', Buffer.from([0x50, 0xff, 0xfe])) },

  'something that is not HTTP': { verdict: 'refused', send: sendsAndCloses('220 mail.example.com ESMTP\r\n') },
  'a header that is none': { verdict: 'refused', send: sendsAndCloses('HTTP/1.1 200 OK\r\nfoo bar baz\r\n\r\n') },
  'an upgrade that nobody asked for': {
    verdict: 'refused',
    send: sends('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
  },
  'no answer': { verdict: 'late', send: () => undefined },
  'a body that stops': { verdict: 'late', send: sends(head(200, { 'content-length': FULL }), HALF) },
  'chunks that stop': { verdict: 'late', send: sends(head(200, { 'transfer-encoding': 'chunked' }), chunk(HALF)) },
  'gzip that stops': {
    verdict: 'late',
    send: sends(head(200, { 'content-encoding': 'gzip', 'content-length': 999 }), zlib.gzipSync(HALF, { finishFlush: Z_SYNC_FLUSH })),
  },
};

/** Frames of Zstandard as the reference program makes them: whether this Node can, or not, they are sent. */
function zstandard(): Readonly<Record<string, OddAnswer>> {
  const frame = (text: string): Buffer => {
    // one block of bytes as they are, with no checksum: the plainest frame there is (RFC 8878)
    const size = Buffer.byteLength(text);
    const header = [0x28, 0xb5, 0x2f, 0xfd, 0x60, (size - 256) & 255, (size - 256) >> 8];
    const block = (size << 3) | 1;
    return bytes(Uint8Array.from([...header, block & 255, (block >> 8) & 255, block >> 16]), text);
  };
  const skipped = Uint8Array.from([0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 7, 7]);
  return {
    zstd: { verdict: 'whole', send: packed('zstd', frame(TABLE)) },
    'zstd of two frames, and one to be skipped': { verdict: 'whole', send: packed('zstd', bytes(frame(HALF), skipped, frame(REST))) },
    'zstd that is cut': { verdict: 'cut', send: packed('zstd', frame(TABLE).subarray(0, -REST.length)) },
    'zstd whose second frame is cut': { verdict: 'cut', send: packed('zstd', bytes(frame(HALF), frame(REST).subarray(0, -4))) },
  };
}
