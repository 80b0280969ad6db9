import { gzipSync, strToU8 } from 'fflate';
import { transform } from 'sucrase';
import type { VirtualFile } from '../../../generator/virtual-file.js';
import type { Answer } from './answers.js';
import type { ClientFacts } from './generation.js';

/** What happened while a resource was read, in order. */
export type TraceEvent =
  | {
      readonly kind: 'request';
      readonly method: string;
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string | undefined;
      /** Undefined: there was no answer left. */
      readonly status: number | undefined;
    }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'page'; readonly records: readonly unknown[]; readonly next: unknown }
  | { readonly kind: 'end'; readonly why: 'read' | 'answers' | 'error'; readonly name?: string; readonly message?: string };

/** What is read, and from what. */
export interface TraceRequest {
  readonly files: readonly VirtualFile[];
  readonly client: ClientFacts;
  /** How the client calls the resource. */
  readonly property: string;
  /** Whether its answers are gzip files. */
  readonly gzip: boolean;
  readonly answers: readonly Answer[];
}

/** More pages than this are not read. */
const MOST_PAGES = 100;

/**
 * Reads a resource with the emitted package, its types stripped, against answers that were pasted: the requests that it
 * makes, and what it makes of the answers. Nothing is sent; no wait is waited.
 */
export async function trace({ files, client, property, gzip, answers }: TraceRequest): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const pending = [...answers];
  const exhausted = new AbortController();
  const api = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = String(input);
    const granted = client.tokens[url];
    const answer = granted === undefined ? take(pending, url) : { url, status: 200, headers: JSON_TYPE, body: JSON.stringify(granted) };
    events.push({
      kind: 'request',
      method: init.method ?? 'GET',
      url,
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === 'string' ? init.body : undefined,
      status: answer?.status,
    });
    if (answer === undefined) {
      exhausted.abort(new NoAnswer());
      throw new NoAnswer();
    }
    const packed = gzip && granted === undefined && new Headers(init.headers).get('accept')?.includes('gzip') === true; // of a job, its files alone
    const body = packed ? new Uint8Array(gzipSync(strToU8(answer.body))) : answer.body;
    return new Response(answer.body === '' ? null : body, { status: answer.status, headers: answer.headers });
  };
  try {
    const Client = memberOf(load(files), client.className);
    if (typeof Client !== 'function') throw new Error('the package has no client');
    const instance: unknown = Reflect.construct(Client, [
      {
        ...client.options,
        ...Object.fromEntries(client.callbacks.map((name) => [name, () => undefined])),
        fetch: api,
        sleep: (milliseconds: number): Promise<void> => {
          events.push({ kind: 'wait', milliseconds });
          return Promise.resolve();
        },
        random: () => 0.5,
        ...(client.wallClock === undefined ? {} : { wallClock: () => Date.parse(client.wallClock ?? '') }),
      },
    ]);
    const resource = memberOf(instance, property);
    const pages = memberOf(resource, 'pages');
    if (typeof pages !== 'function') throw new Error(`the client has no ${property}`);
    let count = 0;
    for await (const page of Reflect.apply(pages, resource, [{ signal: exhausted.signal }]) as AsyncIterable<unknown>) {
      const records = memberOf(page, 'records');
      events.push({ kind: 'page', records: Array.isArray(records) ? records : [], next: memberOf(memberOf(page, 'state'), 'next') });
      count += 1;
      if (count === MOST_PAGES) break;
    }
    events.push({ kind: 'end', why: 'read' });
  } catch (error) {
    if (exhausted.signal.aborted) events.push({ kind: 'end', why: 'answers' });
    else {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      events.push({ kind: 'end', why: 'error', name, message });
    }
  }
  return events;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** The answer to a request: that which says so, or the next one that does not say. Credentials in the URL count for nothing. */
function take(pending: Answer[], url: string): Answer | undefined {
  const isFor = (answer: Answer): boolean => {
    if (answer.url === undefined) return true;
    const [asked, said] = [new URL(url), new URL(answer.url)];
    return (
      asked.pathname === said.pathname && [...said.searchParams].every(([name, value]) => asked.searchParams.getAll(name).includes(value))
    );
  };
  const index = pending.findIndex(isFor);
  return index === -1 ? undefined : pending.splice(index, 1)[0];
}

class NoAnswer extends Error {}

/** Links the modules of a package, and returns what its entry exports. */
function load(files: readonly VirtualFile[]): unknown {
  const sources = new Map(files.map(({ path, text }) => [path, text]));
  const loaded = new Map<string, { exports: object }>();
  const own: unknown = memberOf(JSON.parse(sources.get('src/package.json') ?? '{}'), 'imports');
  const requireFrom = (from: string, specifier: string): object => {
    const inBrowser = memberOf(memberOf(own, specifier), 'browser'); // what the package itself picks by platform
    const path = typeof inBrowser === 'string' ? resolved('src/package.json', inBrowser) : resolved(from, specifier);
    const known = loaded.get(path);
    if (known !== undefined) return known.exports;
    const text = sources.get(path);
    if (text === undefined) throw new Error(`there is no ${path}`);
    const module = { exports: {} };
    loaded.set(path, module);
    const { code } = transform(text, { transforms: ['typescript', 'imports'], preserveDynamicImport: true, production: true });
    const run = new Function('require', 'module', 'exports', code) as (require: (name: string) => object, ...rest: unknown[]) => void;
    run((name) => requireFrom(path, name), module, module.exports);
    return module.exports;
  };
  return requireFrom('src/index.ts', './index.ts');
}

function resolved(from: string, specifier: string): string {
  const steps = from.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
