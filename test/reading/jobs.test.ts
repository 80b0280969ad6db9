import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { filesFrom, specText } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';

/** Jobs at a real server, whose files are at another origin: every step may go wrong, and a killed read goes on with what it had. */

interface Page {
  readonly records: readonly { readonly id: string }[];
  readonly state: object & { readonly next: object | null };
  readonly restarted?: true;
}
interface Reader {
  pages(options?: { readonly state?: object; readonly forgotten?: string }): AsyncGenerator<Page>;
}

let JobsClient: new (options: object) => { readonly orders: Reader; readonly sales: Reader };
const servers: Server[] = [];

beforeAll(async () => {
  const path = 'test/package/mutation/jobs.yaml';
  JobsClient = (await importPackage(await filesFrom(path, specText(path))))['JobsClient'] as typeof JobsClient;
});

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

interface Job {
  readonly since: string;
  polls: number;
  removed: boolean;
}

/** An API that exports in jobs; `fault` may answer in its place. */
async function start(fault: (asked: string, request: IncomingMessage, response: ServerResponse) => boolean = () => false) {
  const asked: string[] = [];
  const told: (string | undefined)[] = [];
  const jobs = new Map<string, Job>();
  const rows = Array.from({ length: 25 }, (_, index) => ({
    id: String(index + 1),
    updated_at: new Date(Date.UTC(2026, 0, index + 1)).toISOString(),
  }));
  const files = await listen((request, response) => {
    told.push(request.headers.authorization);
    if (fault(`FILE ${request.url}`, request, response)) return;
    const [, id = '', part = ''] = /^\/(\w+)\/(\d)\?/.exec(request.url ?? '') ?? [];
    const { since = '' } = jobs.get(id) ?? {};
    const left = rows.filter(({ updated_at }) => updated_at >= since);
    const own = left.slice(Number(part) * 10, Number(part) * 10 + 10);
    response.setHeader('content-type', 'application/gzip');
    response.end(gzipSync(own.map((row) => `${JSON.stringify(row)}\n`).join('')));
  });
  const api = await listen((request, response) => {
    const line = `${request.method} ${request.url}`;
    asked.push(line);
    if (fault(line, request, response)) return;
    if (request.headers.authorization !== 'Bearer canary-t0ken') return void response.writeHead(401).end();
    const json = (body: object): void => void response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    const id = /\/v1\/exports\/(\w+)$/.exec(request.url ?? '')?.[1] ?? '';
    const job = jobs.get(id);
    if (request.method === 'POST') {
      let text = '';
      request.on('data', (chunk) => (text += String(chunk)));
      request.on('end', () => {
        const made = `j${jobs.size + 1}`;
        jobs.set(made, { since: (JSON.parse(text) as { since: string }).since, polls: 0, removed: false });
        json({ id: made });
      });
      return;
    }
    if (job === undefined || job.removed) return void response.writeHead(404).end();
    if (request.method === 'DELETE') {
      job.removed = true;
      return void response.writeHead(204).end();
    }
    job.polls++;
    const done = job.polls > 2;
    const count = Math.ceil(rows.filter(({ updated_at }) => updated_at >= job.since).length / 10);
    json({
      status: done ? 'completed' : 'running',
      files: done ? Array.from({ length: count }, (_, part) => ({ url: `${files}/${id}/${part}?signature=s3cret` })) : null,
    });
  });
  const waits: number[] = [];
  const client = new JobsClient({
    token: 'canary-t0ken',
    baseUrl: api,
    sleep: async (ms: number) => void waits.push(ms),
    random: () => 0,
    wallClock: () => Date.UTC(2026, 2, 1),
  });
  return { client, asked, told, waits, jobs };
}

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function read(reader: Reader, options: { readonly state?: object; readonly pages?: number } = {}) {
  const ids: string[] = [];
  let state: object | undefined;
  let pages = 0;
  try {
    for await (const page of reader.pages(options.state === undefined ? {} : { state: options.state })) {
      ids.push(...page.records.map(({ id }) => id));
      state = JSON.parse(JSON.stringify(page.state)) as object;
      if (++pages === options.pages) break; // as a killed process: nothing after its last state
    }
    return { ids, state, pages };
  } catch (error) {
    return { ids, state, pages, error };
  }
}

const ALL = Array.from({ length: 25 }, (_, index) => String(index + 1));
const created = (asked: readonly string[]): number => asked.filter((line) => line.startsWith('POST')).length;

test('reads every file of a job, and tells the place of the files nothing', async () => {
  const { client, asked, told, waits, jobs } = await start();
  const { ids, state } = await read(client.orders);
  expect(ids).toEqual(ALL);
  expect(asked).toEqual(['POST /v1/exports', 'GET /v1/exports/j1', 'GET /v1/exports/j1', 'GET /v1/exports/j1', 'DELETE /v1/exports/j1']);
  expect(told).toEqual([undefined, undefined, undefined]);
  expect(waits).toEqual([5000, 10_000]);
  expect(jobs.get('j1')?.removed).toBe(true);
  expect(JSON.stringify(state)).not.toContain('s3cret');
});

test.each([1, 2, 3])('a read that is killed after page %i goes on with its job', async (pages) => {
  const { client, asked } = await start();
  const before = await read(client.orders, { pages });
  const after = await read(client.orders, { state: before.state ?? {} });
  expect([...before.ids, ...after.ids]).toEqual(ALL);
  expect(created(asked)).toBe(1);
});

test('the next read creates a job for what is new', async () => {
  const { client, asked, jobs } = await start();
  const first = await read(client.orders);
  const second = await read(client.orders, { state: first.state ?? {} });
  expect(second.ids).toEqual([]);
  expect(created(asked)).toBe(2);
  expect(jobs.get('j2')?.since).toBe('2026-01-24T23:59:59.999Z');
});

test('a job that comes to nothing is an error, and the next read creates another', async () => {
  let fails = true;
  const { client, asked } = await start((line, _, response) => {
    if (!fails || line !== 'GET /v1/exports/j1') return false;
    response.setHeader('content-type', 'application/json').end('{"status":"failed"}');
    return true;
  });
  const broken = await read(client.orders);
  expect(broken.error).toMatchObject({ code: 'job_failed', state: broken.state });
  const again = await read(client.orders, { state: broken.state ?? {} });
  expect(again.ids).toEqual(ALL);
  fails = false;
  expect(created(asked)).toBe(2);
});

test('a job that is not done in time is asked for again by the next read', async () => {
  let slow = true;
  const { client, asked, waits } = await start((line, _, response) => {
    if (!slow || !line.startsWith('GET')) return false;
    response.setHeader('content-type', 'application/json').end('{"status":"queued"}');
    return true;
  });
  const late = await read(client.orders);
  expect(late.error).toMatchObject({ code: 'job_timeout' });
  expect(waits).toEqual([5000, 10_000, 15_000, 15_000, 15_000, 15_000, 15_000]);
  slow = false;
  expect((await read(client.orders, { state: late.state ?? {} })).ids).toEqual(ALL);
  expect(created(asked)).toBe(1);
});

test('a job that the API has forgotten is created again, whatever becomes of what is read', async () => {
  const { client, asked, jobs } = await start();
  const { state } = await read(client.orders, { pages: 1 });
  jobs.delete('j1');
  expect((await read(client.orders, { state: state ?? {} })).ids).toEqual(ALL);
  expect(created(asked)).toBe(2);
});

test('an unknown status, and a status that is none, are errors', async () => {
  for (const [body, code] of [
    ['{"status":"paused"}', 'job_status'],
    ['{"state":"completed"}', 'invalid_job'],
  ] as const) {
    const { client } = await start((line, _, response) => {
      if (!line.startsWith('GET')) return false;
      response.setHeader('content-type', 'application/json').end(body);
      return true;
    });
    expect((await read(client.orders)).error).toMatchObject({ code });
  }
});

test('a file that is cut off is asked for again, and none of its rows is handed over before it is whole', async () => {
  let cut = true;
  const { client } = await start((line, _, response) => {
    if (!cut || !line.startsWith('FILE /j1/1')) return false;
    cut = false;
    const bytes = gzipSync('{"id":"11","updated_at":"2026-01-11T00:00:00.000Z"}\n');
    response.writeHead(200, { 'content-type': 'application/gzip', 'content-length': bytes.length });
    response.write(bytes.subarray(0, 20));
    setImmediate(() => response.destroy());
    return true;
  });
  expect((await read(client.orders)).ids).toEqual(ALL);
});

test('every step is tried again while the API is down', async () => {
  for (const step of ['POST /v1/exports', 'GET /v1/exports/j1', 'FILE /j1/2', 'DELETE /v1/exports/j1']) {
    let times = 2;
    const { client, jobs } = await start((line, _, response) => {
      if (times === 0 || !line.startsWith(step)) return false;
      times--;
      response.writeHead(503).end();
      return true;
    });
    expect((await read(client.orders)).ids).toEqual(ALL);
    expect(times).toBe(0);
    expect(jobs.get('j1')?.removed).toBe(true);
  }
});

test('a file that is refused is an error without what signs its URL', async () => {
  const { client } = await start((line, _, response) => {
    if (!line.startsWith('FILE')) return false;
    response.writeHead(403).end();
    return true;
  });
  const { error, state } = await read(client.orders);
  expect(error).toMatchObject({ code: 'http_status', status: 403 });
  expect(`${String(error)} ${JSON.stringify(error)} ${JSON.stringify(state)}`).not.toContain('s3cret');
});

test.each([
  ['Sforce-Locator', 'MTAwMDA'],
  ['Link', '</more>; rel="next"'],
])('a file that goes on elsewhere is an error, and none of its rows is handed over: %s', async (name, value) => {
  const { client } = await start((asked, _request, response) => {
    if (asked.startsWith('FILE ')) response.setHeader(name, value);
    return false;
  });
  const { ids, error } = await read(client.orders);
  expect(error).toMatchObject({ name: 'JobsResponseError', code: 'more_pages' });
  expect(ids).toEqual([]);
});

test('a file whose locator says that nothing follows is the last', async () => {
  const { client } = await start((asked, _request, response) => {
    if (asked.startsWith('FILE ')) response.setHeader('Sforce-Locator', 'null');
    return false;
  });
  expect((await read(client.orders)).ids).toEqual(ALL);
});
