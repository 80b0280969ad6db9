import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { isObject, member, objectAt, type JsonObject } from '../../../../generator/import/values.js';
import type { JsonValue } from '../../../../generator/shape.js';
import { START } from './config.js';
import type { Served } from './streams.js';
import { recordOf, timeOf, written } from './values.js';

/** A request as it was meant, and what it got. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly stream: string;
  readonly authorization: string;
  readonly rows: number;
}

export interface Api {
  readonly server: string;
  /** Serves the streams of a manifest from here on. */
  serve(streams: readonly Served[]): void;
  /** Which stream is read now: of several that have one address, it is the one that answers. */
  reading(stream: string): void;
  /** What was asked since the last time. */
  asked(): readonly Asked[];
  close(): void;
}

/** One API for all manifests: it answers as each says that its API does, with records made of the schema of the stream. */
export async function startApi(): Promise<Api> {
  let streams: readonly Served[] = [];
  let current = '';
  let asked: Asked[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const url = String(request.headers['x-meant'] ?? '');
      const method = request.method ?? '';
      const answer = answerOf(streams, current, method, url, body, request.headers);
      asked.push({ method, url, body, stream: answer.stream, authorization: request.headers.authorization ?? '', rows: answer.rows });
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    server: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`,
    serve: (given) => void (streams = given),
    reading: (stream) => void (current = stream),
    asked: () => {
      const before = asked;
      asked = [];
      return before;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly stream: string;
  readonly rows: number;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

function answerOf(streams: readonly Served[], current: string, method: string, meant: string, body: string, headers: Headers): Answer {
  const url = new URL(meant);
  const bare = `${url.origin}${decodeURI(url.pathname)}`.replace(/(?<=[^:/])\/{2,}/g, '/').replace(/\/+$/, '');
  const found = streams
    .filter((each) => each.method === method && each.url.test(bare))
    .sort((a, b) => b.literal - a.literal || Number(b.name === current) - Number(a.name === current))[0];
  if (found === undefined) {
    const token = { access_token: 'secret1', token: 'secret1', accessToken: 'secret1', expires_in: 3600, token_type: 'bearer' };
    const isLogin = method === 'POST' || /token|login|oauth|session/i.test(bare);
    return { status: isLogin ? 200 : 404, headers: {}, body: JSON.stringify(isLogin ? token : {}), stream: '', rows: 0 };
  }
  return page(found, url, bare, body, headers);
}

function page(stream: Served, url: URL, bare: string, body: string, headers: Headers): Answer {
  const sent = sentWith(url, body, headers);
  const { paging } = stream;
  const all = recordsOf(stream, bare, sent);
  const size = Math.max(1, paging.size);
  let start = 0;
  const given = paging.kind === 'url' ? url.searchParams.get('cursor_at') : paging.param === undefined ? undefined : sent(paging.param);
  if (given !== undefined && given !== null && given !== '') {
    if (paging.kind === 'page') start = (Number(given) - paging.first) * size;
    else if (paging.kind === 'last') start = all.findIndex((each) => String(at(each, paging.lastField)) === given) + 1;
    else start = Number(given.replace(/^at-/, ''));
  }
  const rows = paging.kind === 'none' ? all : all.slice(Math.max(0, start), Math.max(0, start) + size);
  const next = start + size < all.length && paging.kind !== 'none' ? start + size : undefined;
  const answer = bodyOf(stream, rows, next, url);
  return { status: 200, ...answer, stream: stream.name, rows: rows.length };
}

/** The value that a request has for a name, in its query, its body or its headers. */
function sentWith(url: URL, body: string, headers: Headers): (name: string) => string | undefined {
  let json: JsonValue | undefined;
  try {
    json = JSON.parse(body) as JsonValue;
  } catch {
    json = undefined;
  }
  const form = json === undefined ? new URLSearchParams(body) : new URLSearchParams();
  return (name) => {
    const inBody = isObject(json) ? at(json, name.split('.')) : undefined;
    const header = headers[name.toLowerCase()];
    const isScalar = typeof inBody === 'string' || typeof inBody === 'number';
    return (
      url.searchParams.get(name) ??
      (isScalar ? String(inBody) : undefined) ??
      form.get(name) ??
      (typeof header === 'string' ? header : undefined)
    );
  };
}

/** The records of one list, in the order of their cursor, as far as its bounds have them. */
function recordsOf(stream: Served, bare: string, sent: (name: string) => string | undefined): readonly JsonObject[] {
  const { paging, cursor } = stream;
  const size = Math.max(1, paging.size);
  const count = stream.isParent ? (size <= 5 ? size + 1 : 4) : size <= 25 ? 2 * size + 1 : size <= 250 ? size + 2 : 5;
  const isOfParent = stream.url.source.includes('[^?]+?');
  const number = isOfParent
    ? (parseInt(createHash('sha256').update(bare.split('/').slice(-3).join('/')).digest('hex').slice(0, 6), 16) % 9000) * 1000
    : 0;
  const all = Array.from(
    { length: paging.kind === 'none' ? Math.min(count, 5) : isOfParent ? Math.min(count, size + 1, 60) : count },
    (_, index) => made(stream, number + index + 1, index),
  );
  if (cursor === undefined) return all;
  const bounds = cursor.bounds.map(({ side, name, format }) => {
    const text = sent(name);
    return { side, time: text === undefined ? undefined : timeOf(text, format) };
  });
  return all.filter((_, index) => {
    const time = timeAt(index);
    return bounds.every(({ side, time: bound }) => bound === undefined || (side === 'start' ? time >= bound : time <= bound));
  });
}

function timeAt(index: number): number {
  return START + (index + 1) * 5 * 3_600_000;
}

function made(stream: Served, number: number, index: number): JsonObject {
  const isNullable = (name: string): boolean => !stream.spoken.includes(name) && !stream.keys.includes(name);
  const record: Record<string, JsonValue> = { ...recordOf(stream.schema, number, isNullable) };
  const properties = objectAt(stream.schema, 'properties') ?? {};
  const { cursor } = stream;
  if (cursor !== undefined && !cursor.field.includes('.')) {
    const text = written(timeAt(index), cursor.format);
    const isNumber = /"(?:integer|number)"/.test(JSON.stringify(member(properties, cursor.field) ?? '')) && /^[\d.]+$/.test(text);
    record[cursor.field] = isNumber ? Number(text) : text;
  }
  for (const key of stream.keys)
    if (!key.includes('.') && typeof record[key] !== 'number' && key !== cursor?.field) {
      const isText = record[key] === undefined || typeof record[key] === 'string';
      if (record[key] === undefined || !isText) record[key] = `${key}-${number}`;
    }
  return record;
}

function bodyOf(
  { selector, paging, format }: Served,
  rows: readonly JsonObject[],
  next: number | undefined,
  url: URL,
): { readonly body: string; readonly headers: Readonly<Record<string, string>> } {
  if (format === 'jsonl') return { body: rows.map((each) => `${JSON.stringify(each)}\n`).join(''), headers: {} };
  const headers: Record<string, string> = {};
  const following = new URL(url);
  following.searchParams.set('cursor_at', String(next));
  const last = rows.at(-1);
  const token =
    next === undefined
      ? undefined
      : paging.kind === 'url'
        ? following.href
        : paging.kind === 'last'
          ? String(at(last ?? {}, paging.lastField))
          : `at-${next}`;
  let body: JsonValue = placed(rows, selector);
  if (selector.length === 0 && (paging.cursorPaths.length > 0 || paging.signs.length > 0)) body = rows[0] ?? {};
  if (isObject(body)) {
    for (const path of paging.cursorPaths) if (token !== undefined) body = withAt(body, path, token);
    for (const { path, more, end } of paging.signs) body = withAt(body, path, next === undefined ? end : more);
  }
  if (paging.cursorHeader !== undefined && token !== undefined)
    headers[paging.cursorHeader] = paging.cursorHeader.toLowerCase() === 'link' ? `<${following.href}>; rel="next"` : token;
  return { body: JSON.stringify(body), headers };
}

function placed(rows: readonly JsonObject[], [key, ...rest]: readonly string[]): JsonValue {
  if (key === undefined) return rows;
  if (key !== '*' && key !== '**') return { [key]: placed(rows, rest) };
  return rest.length === 0 ? rows : rows.map((each) => rest.reduceRight<JsonValue>((inner, name) => ({ [name]: inner }), each));
}

function at(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((inner, key) => member(inner, key), value);
}

function withAt(body: JsonObject, [key = '', ...rest]: readonly string[], value: JsonValue): JsonObject {
  if (rest.length === 0) return Object.hasOwn(body, key) && isObject(body[key] ?? null) ? body : { ...body, [key]: value };
  const inner = member(body, key);
  return { ...body, [key]: withAt(isObject(inner) ? inner : {}, rest, value) };
}
