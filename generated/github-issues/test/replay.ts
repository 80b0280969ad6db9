// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { readFileSync } from 'node:fs';

/** What the tests sign requests with. */
export const credentials = { token: 'test-token' };

/** A request as it was sent. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** In place of `body`, where the text matters. */
  readonly bodyText?: string | undefined;
}

/** An answer, or what happens instead; `signal` is the request's. */
export type Step = Answer | ((signal: AbortSignal) => Promise<Response>);

/** A recorded read. */
export interface Recording {
  /** As recorded: without credentials. */
  readonly recorded: readonly Sent[];
  /** As the tests send them. */
  readonly requests: readonly Sent[];
  readonly answers: readonly Answer[];
  readonly first: Answer;
}

export function recording(resource: string): Recording {
  const text = readFileSync(new URL(`../fixtures/${resource}.json`, import.meta.url), 'utf8');
  const { exchanges } = JSON.parse(text) as {
    readonly exchanges: readonly { readonly request: Sent; readonly response: Answer }[];
  };
  const recorded = exchanges.map(({ request }) => request);
  const answers = exchanges.map(({ response }) => response);
  const [first] = answers;
  if (first === undefined) throw new Error(`the recording of ${resource} is empty`);
  return { recorded, requests: recorded.map(signed), answers, first };
}

/** The request with the credentials of the tests. */
export function signed(request: Sent): Sent {
  const url = new URL(request.url);
  const headers: Record<string, string> = { ...request.headers };
  headers['authorization'] = 'Bearer test-token';
  return { ...request, url: url.href, headers };
}

/** An API that answers with these steps, in this order or to these requests, and remembers what it was asked and how long it was left alone. */
export function api(steps: readonly Step[] | ((sent: Sent) => Step | undefined)) {
  const requests: Sent[] = [];
  const waits: number[] = [];
  return {
    requests,
    waits,
    async fetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
      const signal = init.signal ?? new AbortController().signal;
      signal.throwIfAborted();
      if (init.redirect !== 'manual') throw new Error('a redirect would be followed to anywhere');
      const headers = Object.fromEntries(new Headers(init.headers));
      const sent = { method: init.method ?? 'GET', url: String(url), headers };
      requests.push(sent);
      const step = typeof steps === 'function' ? steps(sent) : steps[requests.length - 1];
      return respond(step ?? disconnected('NO_ANSWER_LEFT'), signal);
    },
    async sleep(ms: number): Promise<void> {
      waits.push(ms);
    },
    random: () => 0.5,
  };
}

export type Api = ReturnType<typeof api>;

/** An API that answers each of these requests as it was recorded, whenever it is asked. */
export function answering(requests: readonly Sent[], answers: readonly Step[]): Api {
  return api((sent) => answers[requests.findIndex((request) => request.url === sent.url)]);
}

async function respond(step: Step, signal: AbortSignal): Promise<Response> {
  if (typeof step === 'function') return step(signal);
  const { status, headers = { 'content-type': 'application/json' }, body, bodyText = JSON.stringify(body) } = step;
  return new Response(bodyText || null, { status, headers });
}

/** Never answers; fails when it is aborted. */
export function hang(signal: AbortSignal): Promise<Response> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

/** Sends the beginning of a body, and then nothing; fails when it is aborted. */
export async function stall(signal: AbortSignal): Promise<Response> {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{'));
      signal.addEventListener('abort', () => controller.error(signal.reason));
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}

/** Fails as `fetch` does when there is no connection. */
export function disconnected(code: string): Step {
  return () => Promise.reject(new TypeError('fetch failed', { cause: { code } }));
}

export function times<Item>(count: number, item: Item): Item[] {
  return Array.from({ length: count }, () => item);
}

/** A copy of an answer with other values in its body, by their places: `{ 'data.1["a.b"]': 7 }`. `undefined` takes a value out. */
export function edited(answer: Answer, values: Readonly<Record<string, unknown>>): Answer {
  let body = bodyOf(answer);
  for (const [place, value] of Object.entries(values)) body = replaced(body, keysOf(place), value);
  return { ...answer, body, bodyText: undefined };
}

function keysOf(place: string): readonly string[] {
  const steps = place.match(/\["(?:[^"\\]|\\.)*"\]|[^.[\]]+/g) ?? [];
  return steps.map((step) => (step.startsWith('["') ? (JSON.parse(step) as [string])[0] : step));
}

export function bodyOf({ body, bodyText }: Answer): unknown {
  return bodyText === undefined ? body : JSON.parse(bodyText);
}

function replaced(body: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy: Record<string, unknown> = Object.assign(Array.isArray(body) ? [] : {}, body);
  copy[key] = replaced(copy[key], rest, value);
  return copy;
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** What a read fails with. */
export async function failure(read: Promise<unknown>): Promise<unknown> {
  return read.then(
    () => Promise.reject(new Error('the read did not fail')),
    (error: unknown) => error,
  );
}
