import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { cli } from '../diagnostics/messages/cli.js';
import { init as messages } from '../diagnostics/messages/init.js';
import { detect } from '../detect/detect.js';
import type { Exchange } from '../detect/exchange.js';
import { pagesTogether } from '../detect/follow.js';
import { look } from '../detect/look.js';
import { parseHar } from '../recordings/har.js';
import type { Sample } from '../init/propose.js';
import { joinSiblings } from '../init/siblings.js';
import { askApi, parsedJson, SECRET_PARAM, type Access } from './api-access.js';
import type { Io } from './io.js';

/** What `init` is to look at. */
export interface Sources {
  /** URLs of lists, or files with answers: JSON bodies, or HAR. */
  readonly sources: readonly string[];
  /** The URLs that the JSON files are answers to, in their order. */
  readonly url?: readonly string[];
  /** Default: GET, or POST with a body. */
  readonly method?: string;
  /** JSON bodies, or `@file`: one for all URLs, or one for each in their order. */
  readonly json?: readonly string[];
}

/** What `init` was given, read: answers of lists, each with those that follow it. */
export type Samples = { readonly ok: true; readonly samples: readonly Sample[] } | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Asks the URLs, reads the files, and looks at what they say. */
export async function readSources(
  request: Sources,
  headers: readonly (readonly [string, string])[],
  access: Access,
  io: Io,
): Promise<Samples> {
  const exchanges: { readonly exchange: Exchange; readonly isLive: boolean; readonly source: string }[] = [];
  const pending = [...(request.url ?? [])];
  const bodies = [...(request.json ?? [])];
  const isForAll = bodies.length === 1;
  for (const source of request.sources) {
    if (isUrl(source)) {
      const body = isForAll ? bodies[0] : bodies.shift();
      const asked = await askFirst(source, body, request.method, headers, access, io);
      if ('code' in asked) return { ok: false, diagnostic: asked };
      exchanges.push({ exchange: asked, isLive: true, source: withoutQuery(asked.url) });
      continue;
    }
    const text = await readFile(resolve(io.cwd, source), 'utf8').catch(() => undefined);
    if (text === undefined) return { ok: false, diagnostic: messages.unreadable(source) };
    const har = exchangesOfHar(text);
    if (har !== undefined) {
      if (har.length === 0) return { ok: false, diagnostic: messages.noRecords(source) };
      exchanges.push(...har.map((exchange) => ({ exchange, isLive: false, source })));
      continue;
    }
    const body = parsedJson(text);
    if (body === undefined) return { ok: false, diagnostic: messages.notJson(source) };
    const given = pending.shift();
    if (given === undefined || !isUrl(given)) return { ok: false, diagnostic: messages.needsUrl(source) };
    exchanges.push({ exchange: { method: 'GET', url: new URL(given), headers: {}, body }, isLive: false, source: given });
  }
  const samples: Sample[] = [];
  for (const group of pagesTogether(exchanges.map(({ exchange }) => exchange))) {
    const [first] = group;
    const from = exchanges.find(({ exchange }) => exchange === first);
    if (first === undefined || from === undefined) continue;
    const detected =
      from.isLive && group.length === 1 ? await look(first, (next) => askApi(next, access, headers, io.interrupt)) : detect(group);
    if (io.interrupt.aborted) return { ok: false, diagnostic: cli.interrupted() };
    if (detected === undefined) return { ok: false, diagnostic: messages.noRecords(from.source) };
    samples.push({ exchange: first, detected });
  }
  return { ok: true, samples: joinSiblings(samples).map(({ sample }) => sample) };
}

async function askFirst(
  source: string,
  body: string | undefined,
  method: string | undefined,
  headers: readonly (readonly [string, string])[],
  access: Access,
  io: Io,
): Promise<Exchange | Diagnostic> {
  const url = new URL(source);
  const secret = [...url.searchParams.keys()].find((name) => SECRET_PARAM.test(name) && !/page|next/i.test(name));
  if (secret !== undefined || url.password !== '') return messages.secretInUrl(secret ?? 'password');
  const sent = body === undefined ? undefined : await bodyOf(body, io);
  if (body !== undefined && sent === undefined) return messages.badBody(body);
  const asked = await askApi(
    { method: method ?? (sent === undefined ? 'GET' : 'POST'), url, ...(sent === undefined ? {} : { requestBody: sent }) },
    access,
    headers,
    io.interrupt,
  );
  if (io.interrupt.aborted) return cli.interrupted();
  if (typeof asked !== 'string') return asked;
  return asked === 'no JSON' ? messages.notJson(withoutQuery(url)) : messages.failed(withoutQuery(url), asked);
}

/** A JSON body as it stands on the command line, or in a file: `@body.json`. */
async function bodyOf(given: string, { cwd }: Io): Promise<Exchange['requestBody']> {
  const text = given.startsWith('@') ? await readFile(resolve(cwd, given.slice(1)), 'utf8').catch(() => '') : given;
  return parsedJson(text);
}

/** The answers of a HAR file that hold lists, of the API that most of them are from; undefined where it is no HAR file. */
function exchangesOfHar(text: string): readonly Exchange[] | undefined {
  const har = parseHar(text);
  if (!har.ok) return undefined;
  const found: Exchange[] = [];
  for (const { method, url: given, sent, status, headers, text: answered } of har.entries) {
    const body = status === 200 && ['GET', 'POST'].includes(method) ? parsedJson(answered) : undefined;
    const requestBody = sent === undefined ? undefined : parsedJson(sent);
    if (body === undefined || (method === 'POST' && requestBody === undefined)) continue;
    const url = new URL(given);
    for (const name of [...url.searchParams.keys()]) if (SECRET_PARAM.test(name) && !/page|next/i.test(name)) url.searchParams.delete(name);
    const exchange = { method, url, ...(requestBody === undefined ? {} : { requestBody }), headers: Object.fromEntries(headers), body };
    if (detect([exchange]) !== undefined) found.push(exchange);
  }
  const origins = new Map<string, number>();
  for (const { url } of found) origins.set(url.origin, (origins.get(url.origin) ?? 0) + 1);
  const [most] = [...origins].sort((a, b) => b[1] - a[1]);
  return found.filter(({ url }) => url.origin === most?.[0]);
}

export function isUrl(source: string): boolean {
  return /^https?:\/\//i.test(source) && URL.canParse(source);
}

function withoutQuery(url: URL): string {
  return `${url.origin}${url.pathname}`;
}
