import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { record as messages } from '../diagnostics/messages/record.js';
import { parseHar, type HarEntry } from '../recordings/har.js';
import { asksFor, replyWith } from '../auth/contract.js';
import { everyAuth, schemeOf } from '../model/auth.js';
import { filledModel } from '../model/base-url.js';
import { environmentName } from '../model/config.js';
import type { ConnectorModel } from '../model/connector-model.js';
import { unsigned } from './answers.js';

/** An API that answers from a HAR file, and the credentials to ask it with: a made-up one for each. */
export interface HarApi {
  readonly fetch: typeof globalThis.fetch;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Reads a HAR file as an API: what the emitted connector asks for is looked up by method, path and query, whatever order
 * its parameters are in and however it was signed. Answers to anything else stay where they are.
 */
export async function readHar(
  path: string,
  spec: ConnectorModel,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<HarApi | { readonly diagnostics: readonly Diagnostic[] }> {
  const text = await readFile(resolve(cwd, path), 'utf8').catch(() => undefined);
  if (text === undefined) return { diagnostics: [messages.har(path, 'cannot be read')] };
  const parsed = parseHar(text);
  if (!parsed.ok) return { diagnostics: [messages.har(path, `is no HAR file: see ${parsed.at}`)] };
  return harApi(parsed.entries, spec, env);
}

/** The same of entries that are read. A request with a body gets the answer to that body, where there is one. */
export function harApi(entries: readonly HarEntry[], spec: ConnectorModel, env: Readonly<Record<string, string | undefined>>): HarApi {
  const model = filledModel(spec, Object.fromEntries(spec.config.map((option) => [option.name.raw, env[option.env] ?? option.default])));
  const answers = new Map<string, HarEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry.method, entry.url, model);
    answers.set(key, [...(answers.get(key) ?? []), entry]);
  }
  const tokens = everyAuth(model).flatMap((each) => schemeOf(each.type).replay(each).token ?? []);
  const fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const method = init.method ?? 'GET';
    const entry = answerTo(answers.get(keyOf(method, String(url), model)) ?? [], init.body);
    if (entry !== undefined)
      return new Response(entry.status === 204 ? null : entry.text, { status: entry.status, headers: plainHeaders(entry) });
    const token = tokens.find((each) => asksFor(each, String(url)));
    if (token !== undefined) return Response.json(replyWith(token.reply, 'token-of-no-api', undefined));
    return Response.json(
      { message: `the HAR file has no answer for ${method} ${unsigned(method, String(url), new Headers(), model).url}` },
      { status: 404 },
    );
  };
  const options = everyAuth(model).flatMap((auth) =>
    schemeOf(auth.type)
      .options(auth)
      .map((option) => ({ variable: option.env ?? environmentName(model.name, option.name), sample: option.sample })),
  );
  return {
    fetch,
    env: Object.fromEntries(
      options.map(({ variable, sample }) => [variable, sample ?? `no-${variable.toLowerCase().replaceAll('_', '-')}-is-needed`]),
    ),
  };
}

/** Of answers to one URL: the one to this body, or the last where none was asked for with a body. */
function answerTo(entries: readonly HarEntry[], body: RequestInit['body']): HarEntry | undefined {
  if (typeof body !== 'string') return entries.at(-1);
  const same = entries.find(({ sent }) => sent !== undefined && canonical(sent) === canonical(body));
  return same ?? (entries.every(({ sent }) => sent === undefined) ? entries.at(-1) : undefined);
}

/** JSON without what does not matter; any other text as it is. */
function canonical(text: string): string {
  try {
    return JSON.stringify(sorted(JSON.parse(text)));
  } catch {
    return text;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** As text decoded by the browser, the body is neither compressed nor of the announced length. */
function plainHeaders({ headers }: HarEntry): Headers {
  return new Headers(
    headers
      .filter(([name]) => !['content-encoding', 'content-length', 'transfer-encoding', 'set-cookie'].includes(name))
      .map(([name, value]) => [name, value]),
  );
}

function keyOf(method: string, url: string, model: ConnectorModel): string {
  const target = new URL(unsigned(method, url, new Headers(), model).url);
  target.searchParams.sort();
  target.hash = '';
  return `${method} ${target.href}`;
}
