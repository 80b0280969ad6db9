// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import {
  ShopClient,
  ShopHttpError,
  ShopRecordError,
  ShopResponseError,
  ShopStateError,
  type LooseReadOptions,
  type LooseState,
} from '../src/index.ts';
import { api, bodyOf, collect, credentials, edited, failure, hang, recording, times, type Api } from './replay.ts';

const { requests, answers, first } = recording('loose');
const records = answers.map((answer) => (bodyOf(answer) as { readonly data?: unknown } | null | undefined)?.data);

const open = (server: Api) => new ShopClient({ ...credentials, ...server }).loose;
const read = (server: Api, options?: LooseReadOptions) => collect(open(server).pages(options));

test('reads every recorded page in order, and asks for nothing else', async () => {
  const server = api(answers);
  const pages = await read(server);
  expect(pages.map((page) => page.records)).toMatchObject(records);
  expect(pages.map((page) => page.state.next === null)).toEqual([true]);
  expect(server.requests).toEqual(requests);
  expect(server.waits).toEqual([]);
});

test('lists the records of all pages', async () => {
  const listed = await collect(open(api(answers)).list());
  expect(listed).toEqual((await read(api(answers))).flatMap((page) => page.records));
  expect(await open(api(answers)).all()).toEqual(listed);
  expect(await open(api(answers)).first(1)).toEqual(listed.slice(0, 1));
});

test('begins with this request', async () => {
  const server = api(answers);
  await read(server);
  expect(server.requests[0]).toEqual({
    method: 'GET',
    url: 'https://api.example.com/loose',
    headers: { accept: 'application/json' },
  });
});

test('asks again after 0.75, 1.5 and 3 s while the API is down', async () => {
  const down = { status: 503 };
  const server = api([...times(3, down), ...answers]);
  expect(await read(server)).toHaveLength(answers.length);
  expect(server.waits).toEqual([750, 1500, 3000]); // by an even chance: three quarters of the backoff
  expect(server.requests).toEqual([...times(3, requests[0]), ...requests]);
});

test('gives up after 4 attempts', async () => {
  const server = api(times(4, { status: 503 }));
  const error = await failure(read(server));
  expect(error).toBeInstanceOf(ShopHttpError);
  expect(error).toMatchObject({
    code: 'http_status',
    status: 503,
    resource: 'loose',
    page: 1,
    attempts: 4,
    state: undefined,
  });
  expect(server.requests).toHaveLength(4);
});

test.each([[{}], [null], ['records'], [7], [[]], [{ data: 'records' }]])(
  'refuses %j in place of a page',
  async (body) => {
    const error = await failure(read(api([{ ...first, body }])));
    expect(error).toBeInstanceOf(ShopResponseError);
    expect(error).toMatchObject({ code: 'no_records', resource: 'loose', page: 1, attempts: 1 });
  },
);

test.each([[2, '', [null, 7, 'text', []]]])(
  'refuses record %i when its %s is one of %j',
  async (index, path, values) => {
    for (const value of values) {
      const error = await failure(read(api([edited(first, { [`data.${index}.${path}`]: value })])));
      expect(error).toBeInstanceOf(ShopRecordError);
      expect(error).toMatchObject({ code: 'invalid_record', resource: 'loose', page: 1, attempts: 1, index, path });
    }
  },
);

test.each([{ v: 2 }, { resource: 'another one' }, { origin: 'https://elsewhere.example' }, { next: {} }])(
  'refuses a state with %j',
  async (foreign) => {
    const [page] = await read(api(answers));
    expect(page?.state).toMatchObject({ v: 1, resource: 'loose', origin: 'https://api.example.com' });
    const server = api(answers);
    const state: LooseState = JSON.parse(JSON.stringify({ ...page?.state, ...foreign }));
    expect(await failure(read(server, { state }))).toBeInstanceOf(ShopStateError);
    expect(server.requests).toEqual([]);
  },
);

test('ends when it is aborted, and leaves no listener behind', async () => {
  const abort = new AbortController();
  const server = api([
    ...answers.slice(0, -1),
    (signal) => {
      setImmediate(() => abort.abort());
      return hang(signal);
    },
  ]);
  expect(await failure(read(server, { signal: abort.signal }))).toBe(abort.signal.reason);
  expect(server.requests).toEqual(requests);
  expect(getEventListeners(abort.signal, 'abort')).toEqual([]);
});
