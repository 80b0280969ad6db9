import { beforeAll, expect, test } from 'vitest';
import { filesFrom } from '../support/generate.js';
import { importPackage } from '../support/import-package.js';
import { answer, hang, send, status } from './acts.js';
import { play, type Act, type ScriptServer } from './server.js';

/** Reads that may take so long and no longer, from a real server; the clock is the test's, but where it says so. */

const SPEC = `
name: hasty
client: { base_url: https://hasty.example, deadline: 100 }
resource_defaults: { endpoint: { data_selector: data, paginator: { type: offset, limit: 2 } } }
resources:
  - name: items
    fields: { id: { type: integer, nullable: false } }
  - name: parts
    endpoint: { path: '/items/{resources.items.id}/parts', deadline: 10, paginator: single_page }
    fields: { id: integer }
  - name: patient
    endpoint: { path: /items, deadline: null }
    fields: { id: integer }
  - name: everything
    primary_key: id
    endpoint: { path: /items, deadline: null }
    fields: { id: { type: integer, nullable: false } }
  - name: fresh
    primary_key: id
    write_disposition: merge
    state_delegating: { full: everything }
    endpoint: { path: /fresh, deadline: 100, incremental: { cursor_path: id, start_param: after } }
    fields: { id: { type: integer, nullable: false } }
`;

interface Page {
  readonly records: readonly unknown[];
  readonly state: object;
}
interface Resource {
  pages(options?: object): AsyncGenerator<Page>;
}

let HastyClient: new (options: object) => Readonly<Record<string, Resource | undefined>>;

beforeAll(async () => {
  HastyClient = (await importPackage(await filesFrom('specs/hasty.yaml', SPEC)))['HastyClient'] as typeof HastyClient;
});

interface Read {
  readonly ids: unknown[];
  readonly waits: number[];
  readonly state?: object;
  readonly error?: unknown;
}

/** Reads to the end or to an error; each look at a page takes `step` milliseconds. */
async function read(server: ScriptServer, name: string, options: object = {}, step = 0, clock: object = {}): Promise<Read> {
  let time = 0;
  const [ids, waits]: [unknown[], number[]] = [[], []];
  const sleep = async (ms: number): Promise<void> => {
    waits.push(ms);
    time += ms;
  };
  const client = new HastyClient({ baseUrl: server.url, sleep, random: () => 0, now: () => time, ...clock });
  let state: object = {};
  try {
    for await (const page of client[name]?.pages(options) ?? []) {
      ids.push(...page.records.map((record) => Object.values(record as object)[0]));
      state = page.state;
      time += step;
    }
    return { ids, waits, state };
  } catch (error) {
    return { ids, waits, state, error };
  }
}

const items: Act = (socket, { target }) => {
  const offset = Number(new URL(target, 'http://api').searchParams.get('offset'));
  socket.write(answer(200, JSON.stringify({ data: [1, 2, 3, 4, 5].slice(offset, offset + 2).map((id) => ({ id })) })));
};
const PARTS = send(answer(200, '{"data":[{"id":7}]}'));

test('a read that is fast enough does not notice it', async () => {
  expect(await read(await play(items), 'items', {}, 24_000)).toMatchObject({ ids: [1, 2, 3, 4, 5], state: { next: null } });
});

test('a read ends when its time is over, and goes on from its state: every record once', async () => {
  const server = await play(items);
  const late = await read(server, 'items', {}, 60_000);
  expect(late).toMatchObject({ ids: [1, 2, 3, 4], error: { name: 'HastyDeadlineError', code: 'deadline', page: 3, state: late.state } });
  expect(server.requests).toHaveLength(2);
  const rest = await read(server, 'items', { state: late.state }, 60_000);
  expect(rest.ids).toEqual([5]);
});

test('waits that fit are waited; the first that does not fit is not begun, whatever asks for it', async () => {
  const down = status(503, { 'retry-after': '40' });
  const server = await play(items, down, down, down, items);
  const { ids, waits, error, state } = await read(server, 'items');
  expect(waits).toEqual([40_000, 40_000]);
  expect(error).toMatchObject({ code: 'deadline', page: 2, attempts: 3, state, cause: { status: 503, retryAfterMs: 40_000 } });
  expect(ids).toEqual([1, 2]);
  expect(await read(await play(status(503)), 'items', { deadlineMs: 1200 })).toMatchObject({
    waits: [500],
    error: { code: 'deadline', attempts: 2, cause: { status: 503 } },
  });
});

test('the caller may give more time, or all of it', async () => {
  expect(await read(await play(items), 'items', { deadlineMs: 1_000_000 }, 90_000)).toMatchObject({ ids: [1, 2, 3, 4, 5] });
  expect(await read(await play(items), 'items', { deadlineMs: Infinity }, 1e12)).toMatchObject({ ids: [1, 2, 3, 4, 5] });
});

test('an endpoint may have none', async () => {
  expect(await read(await play(items), 'patient', {}, 1e9)).toMatchObject({ ids: [1, 2, 3, 4, 5] });
});

test('the time of children is that of all requests, of their parents too', async () => {
  expect(await read(await play(items, PARTS, PARTS, items, PARTS), 'parts', {}, 4000)).toMatchObject({
    ids: [7, 7, 7],
    error: { code: 'deadline', resource: 'parts' },
  });
  const down = status(503, { 'retry-after': '11' });
  expect(await read(await play(down), 'parts')).toMatchObject({ waits: [], error: { code: 'deadline', resource: 'items' } });
  expect(await read(await play(items, down), 'parts')).toMatchObject({ waits: [], error: { code: 'deadline', resource: 'parts' } });
});

test('the time of a read that another endpoint reads in full is its own', async () => {
  const server = await play(items);
  const late = await read(server, 'fresh', {}, 60_000);
  expect(late).toMatchObject({ ids: [1, 2, 3, 4], error: { code: 'deadline', state: late.state } });
  expect((await read(server, 'fresh', { state: late.state }, 60_000)).ids).toEqual([5]);
  expect(await read(await play(items), 'everything', {}, 1e9)).toMatchObject({ ids: [1, 2, 3, 4, 5] });
});

test('a server that never answers is left when the time is over, by the real clock, and nothing is left behind', async () => {
  const server = await play(hang);
  const { error } = await read(server, 'items', { deadlineMs: 30 }, 0, { now: undefined });
  expect(error).toMatchObject({ code: 'deadline', attempts: 1 });
  expect(server.requests).toHaveLength(1);
});

test('a read that is left leaves no timer', async () => {
  const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = timers();
  const client = new HastyClient({ baseUrl: (await play(items)).url });
  for await (const page of client['items']?.pages() ?? []) {
    expect(page.records).toHaveLength(2);
    break;
  }
  expect(timers()).toBeLessThanOrEqual(before);
});
