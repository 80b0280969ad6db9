import { beforeAll, describe, expect, test } from 'vitest';
import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';
import { DESK, DESK_HOOKS, SECRET, serveDesk } from './api.js';

/** All six hooks against a real server that understands nothing else. */

type Page = { readonly records: readonly unknown[]; readonly state: { readonly next: unknown } };
interface Reader {
  list(): AsyncIterable<unknown>;
  pages(options?: { readonly state?: unknown; readonly signal?: AbortSignal }): AsyncIterable<Page>;
}
type Client = new (options: object) => { readonly tickets: Reader; readonly notes: Reader };

let Desk: Client;

beforeAll(async () => {
  Desk = await clientOf(DESK_HOOKS);
});

async function clientOf(hooks: string, spec: object = DESK): Promise<Client> {
  const { DeskClient } = await importPackage(await filesFrom('desk.yaml', JSON.stringify(spec), hooks));
  if (!isClient(DeskClient)) throw new Error('the package exports no client');
  return DeskClient;
}

function isClient(value: unknown): value is Client {
  return typeof value === 'function';
}

function open(Made: Client, baseUrl: string, options: object = {}): InstanceType<Client> {
  return new Made({ apiKey: SECRET, baseUrl, sleep: async () => undefined, random: () => 0, ...options });
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function failure(read: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  return read.then(
    () => Promise.reject(new Error('the read did not fail')),
    (error: unknown) => Object(error),
  );
}

describe('request, authenticate, select, next, filter and map', () => {
  test('read what only they can read', async () => {
    const server = await serveDesk();
    expect(await all(open(Desk, server.origin).tickets.list())).toEqual(
      [0, 1, 2].map((page) => ({ id: `t${page}`, subject: `FIRST OF ${page}`, tags: [] })),
    );
    expect(server.asked).toHaveLength(4);
  });

  test('know the parent of a record', async () => {
    const server = await serveDesk();
    expect(await all(open(Desk, server.origin).notes.list())).toEqual(
      [0, 1, 2].map((page) => ({ ticket: `t${page}`, note: page, words: ['about', `t${page}`] })),
    );
  });

  test('go on from the state of every page', async () => {
    const server = await serveDesk();
    const { tickets } = open(Desk, server.origin);
    const pages = await all(tickets.pages());
    for (const [index, { state }] of pages.slice(0, -1).entries())
      expect(await all(tickets.pages({ state: JSON.parse(JSON.stringify(state)) }))).toEqual(pages.slice(index + 1));
  });

  test('are run anew for each attempt', async () => {
    const server = await serveDesk((_, index) => (index < 2 ? { status: 503, body: {} } : undefined));
    expect(await all(open(Desk, server.origin).tickets.list())).toHaveLength(3);
    expect(new Set(server.asked.slice(0, 3).map(({ body }) => body)).size).toBe(1);
    expect(server.asked.every(({ headers }) => typeof headers['x-signature'] === 'string')).toBe(true);
  });
});

test('credentials of a hook are secrets, however many', async () => {
  const spec = {
    ...DESK,
    client: { ...DESK.client, auth: { type: 'hook', credentials: ['key_id', 'secret_key'] } },
    resources: DESK.resources.slice(0, 1),
  };
  const hooks = `
    import type { ClientHooks } from '../generated/desk/src/hook-types.ts';
    export const client = {
      authenticate: (request, { options }) => {
        request.headers.set('authorization', \`\${options.keyId}:\${options.secretKey}\`);
        if (request.url.port === '1') throw new Error(\`odd \${options.keyId} and \${options.secretKey}\`);
      },
    } satisfies ClientHooks;
  `;
  const Signed = await clientOf(hooks, spec);
  const server = await serveDesk(({ headers }) => ({ status: 403, body: { echo: headers['authorization'] } }));
  const credentials = { keyId: 'canary-id', secretKey: 'canary-secret' };
  expect(await failure(all(open(Signed, server.origin, credentials).tickets.list()))).toMatchObject({
    status: 403,
    body: '{"echo":"***:***"}',
  });
  expect(server.asked[0]?.headers['authorization']).toBe('canary-id:canary-secret');
  const error = await failure(all(open(Signed, 'http://127.0.0.1:1', credentials).tickets.list()));
  expect(error['cause']).toEqual(new Error('odd *** and ***'));
  expect(() => open(Signed, server.origin)).toThrow('keyId: expected a text');
});

/** The hooks with one of them changed. */
const broken = (from: string, to: string): Promise<Client> => {
  if (!DESK_HOOKS.includes(from)) throw new Error(`no ${from}`);
  return clientOf(DESK_HOOKS.replace(from, () => to));
};

describe('a hook that throws', () => {
  test.each([
    ['request', "request.url.search = '';", "if (options.view !== '') throw new Error(`odd ${options.apiKey}`);"],
    ['authenticate', "request.headers.delete('x-key');", 'throw new Error(`odd ${options.apiKey}`);'],
  ])('is told by its name, without the credential: %s', async (hook, from, to) => {
    const server = await serveDesk();
    const error = await failure(all(open(await broken(from, to), server.origin).tickets.list()));
    expect(error).toMatchObject({ code: 'hook_failed', hook, resource: 'tickets', page: 1, attempts: 1, state: undefined });
    expect(error['cause']).toEqual(new Error('odd ***'));
    expect(JSON.stringify(error) + error.message + String(error.stack)).not.toContain(SECRET);
    expect(server.asked).toEqual([]);
  });

  test.each([
    [
      'select',
      'select: (body) => (',
      "select: (body) => JSON.stringify(body).includes('t1') ? JSON.parse('') as unknown[] : (",
      { attempts: 1 },
    ],
    ['next', 'return { cursor:', "if (records[0]?.id === 't1') throw new Error('odd'); return { cursor:", { attempts: 1 }],
    [
      'filter',
      'filter: ({ subject }, { options }) =>',
      "filter: ({ id, subject }, { options }) => id === 'u1' ? JSON.parse('') === 1 :",
      { index: 1 },
    ],
    ['map', 'map: (ticket) => ({', "map: (ticket) => ({ odd: ticket.id === 't1' ? String(JSON.parse('')) : '',", { index: 0 }],
  ])('is told with the page it was on: %s', async (hook, from, to, more) => {
    // children count on what map returns: these hooks are of a spec without them
    const spec = { ...DESK, resources: DESK.resources.slice(0, 1) };
    const hooks = DESK_HOOKS.replace(/export const notes[\s\S]*/, '')
      .replace(', NotesHooks', '')
      .replace(from, () => to);
    const server = await serveDesk();
    const { tickets } = open(await clientOf(hooks, spec), server.origin);
    const pages: Page[] = [];
    const error = await failure(
      (async () => {
        for await (const page of tickets.pages()) pages.push(page);
      })(),
    );
    expect(pages).toHaveLength(1);
    expect(error).toMatchObject({ code: 'hook_failed', hook, resource: 'tickets', page: 2, ...more, state: pages[0]?.state });
    expect(error['cause']).toBeInstanceOf(Error);
    expect(server.asked).toHaveLength(2);
  });

  test('is not tried again, and ends when it is aborted', async () => {
    const server = await serveDesk();
    const Slow = await broken('const key = await', 'await new Promise(() => undefined);\n    const key = await');
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 20);
    expect(await failure(all(open(Slow, server.origin).tickets.pages({ signal: abort.signal })))).toBe(abort.signal.reason);
    const late = await failure(all(open(Slow, server.origin, { timeoutMs: 5 }).tickets.pages()));
    expect(late).toMatchObject({ code: 'timeout' });
    expect(server.asked).toEqual([]);
  });
});

describe('what a hook makes is checked', () => {
  test('a request does not leave the origin', async () => {
    const server = await serveDesk();
    const other = await serveDesk();
    const Leading = await broken("request.url.search = '';", `if (options.view !== '') request.url.href = '${other.origin}/tickets';`);
    expect(await failure(all(open(Leading, server.origin).tickets.list()))).toMatchObject({ code: 'hook_failed', hook: 'request' });
    expect([...server.asked, ...other.asked]).toEqual([]);
  });

  test('a record is decoded as all are', async () => {
    const Odd = await broken('({ id, ...Object(row) })', '({ ...Object(row), id: id.length })');
    const server = await serveDesk();
    expect(await failure(all(open(Odd, server.origin).tickets.list()))).toMatchObject({ code: 'invalid_record', path: 'id', page: 1 });
  });

  test('a position that comes again ends the read', async () => {
    const Endless = await broken("body['page'] + 1", "Math.min(2, body['page'] + 1)");
    const server = await serveDesk();
    expect(await failure(all(open(Endless, server.origin).tickets.list()))).toMatchObject({ code: 'no_progress', resource: 'tickets' });
    expect(server.asked.length).toBeLessThan(9);
  });
});
