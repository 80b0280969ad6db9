// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import {
  ShopClient,
  ShopResponseError,
  ShopStateError,
  type PricesReadOptions,
  type PricesState,
} from '../src/index.ts';
import { answering, api, bodyOf, collect, credentials, failure, hang, recording, times, type Api } from './replay.ts';

const { requests, answers, isOwn } = recording('prices');
const own = answers.filter((_, index) => isOwn[index]);
const records = own.map((answer) => (bodyOf(answer) as { readonly data?: unknown } | null | undefined)?.data);

const open = (server: Api) =>
  new ShopClient({
    ...credentials,
    repos: ['some-repos', 'other-repos'],
    wallClock: () => Date.parse('2100-01-01T00:00:00Z'),
    ...server,
  }).prices;
const read = (server: Api, options?: PricesReadOptions) => collect(open(server).pages(options));

test('reads the records of every combination of values in order, and asks for nothing else', async () => {
  const server = api(answers);
  const pages = await read(server);
  expect(pages.map((page) => page.records)).toMatchObject([...records, []]);
  expect(pages.map((page) => page.state.next === null)).toEqual([...times(own.length, false), true]);
  expect(server.requests).toEqual(requests);
  expect(server.waits).toEqual([]);
});

test.each([['_region', ['eu', 'us']]])('gives each record the %s it was read for', async (field, values) => {
  const found: unknown[] = [];
  for await (const record of open(api(answers)).list())
    found.push(Object.entries(record).find(([name]) => name === field)?.[1]);
  expect([...new Set(found)]).toEqual(values);
});

test('asks again after 0.75, 1.5 and 3 s while the API is down', async () => {
  const parents = isOwn.indexOf(true);
  const server = api([...answers.slice(0, parents), ...times(3, { status: 503 }), ...answers.slice(parents)]);
  expect(await read(server)).toHaveLength(own.length + 1);
  expect(server.waits).toEqual([750, 1500, 3000]); // by an even chance: three quarters of the backoff
});

test('goes on from the state of every page, with what is left', async () => {
  const pages = await read(api(answers));
  for (const [index, page] of pages.entries()) {
    if (page.state.next === null) continue;
    const state: PricesState = JSON.parse(JSON.stringify(page.state));
    const rest = await read(answering(requests, answers), { state });
    expect(rest.flatMap((each) => each.records)).toEqual(pages.slice(index + 1).flatMap((each) => each.records));
  }
});

test.each([[{}], [{ data: null }], [{ data: {} }], [{ data: 'records' }], [[]], [null]])(
  'refuses %j in place of a page',
  async (body) => {
    const parents = isOwn.indexOf(true);
    const error = await failure(read(api([...answers.slice(0, parents), { status: 200, body }])));
    expect(error).toBeInstanceOf(ShopResponseError);
    expect(error).toMatchObject({ code: 'no_records', resource: 'prices', page: 1, attempts: 1 });
  },
);

test('goes on with the next combination of values when the API refuses one, and counts it', async () => {
  const parents = isOwn.indexOf(true);
  const failed = requests
    .map((request, index) => (index === parents ? { status: 404 } : answers[index]))
    .flatMap((answer) => answer ?? []);
  const pages = await read(answering(requests, failed));
  expect(pages.at(-1)).toMatchObject({ failedPartitions: 1, state: { next: null } });
});

test.each([
  { v: 2 },
  { resource: 'another one' },
  { origin: 'https://elsewhere.example' },
  { next: {} },
  { next: { done: [], partition: 'one', page: 7 } },
  { next: { done: 'one', partition: 'one', page: null } },
  { next: { done: [], partition: 7, page: null } },
])('refuses a state with %j', async (foreign) => {
  const [page] = await read(api(answers));
  const server = api(answers);
  const state: PricesState = JSON.parse(JSON.stringify({ ...page?.state, ...foreign }));
  expect(await failure(read(server, { state }))).toBeInstanceOf(ShopStateError);
  expect(server.requests).toEqual([]);
});

test('ends when it is aborted, and leaves no listener behind', async () => {
  const abort = new AbortController();
  const aborting = (signal: AbortSignal): Promise<Response> => {
    setImmediate(() => abort.abort());
    return hang(signal);
  };
  const server = api([...answers.slice(0, -1), aborting]);
  expect(await failure(read(server, { signal: abort.signal }))).toBe(abort.signal.reason);
  expect(getEventListeners(abort.signal, 'abort')).toEqual([]);
});
