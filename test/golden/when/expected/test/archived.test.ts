// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import {
  KeptClient,
  KeptHttpError,
  KeptPaginationError,
  KeptRecordError,
  KeptResponseError,
  KeptStateError,
  type ArchivedReadOptions,
  type ArchivedState,
} from '../src/index.ts';
import { api, bodyOf, collect, credentials, edited, failure, hang, recording, times, type Api } from './replay.ts';

const { requests, answers, first } = recording('archived');
const records = answers.map((answer) => bodyOf(answer));

const open = (server: Api) =>
  new KeptClient({ ...credentials, includeArchived: true, plan: 'some-plan', ...server }).archived;
const read = (server: Api, options?: ArchivedReadOptions) => collect(open(server).pages(options));

test('reads every recorded page in order, and asks for nothing else', async () => {
  const server = api(answers);
  const pages = await read(server);
  expect(pages.map((page) => page.records)).toMatchObject(records);
  expect(pages.map((page) => page.state.next === null)).toEqual([false, false, false, true]);
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
    url: 'https://api.example.com/projects/archived?limit=10&offset=0',
    headers: { accept: 'application/json', authorization: 'Bearer test-token' },
  });
});

test('asks again after 0.75, 1.5 and 3 s while the API is down', async () => {
  const down = { status: 503 };
  const server = api([...times(3, down), ...answers]);
  expect(await read(server)).toHaveLength(answers.length);
  expect(server.waits).toEqual([750, 1500, 3000]); // by an even chance: three quarters of the backoff
  expect(server.requests).toEqual([...times(3, requests[0]), ...requests]);
});

test('gives up after 4 attempts, with the state to go on from', async () => {
  const [page] = await read(api(answers));
  const server = api([first, ...times(4, { status: 503 })]);
  const error = await failure(read(server));
  expect(error).toBeInstanceOf(KeptHttpError);
  expect(error).toMatchObject({
    code: 'http_status',
    status: 503,
    resource: 'archived',
    page: 2,
    attempts: 4,
    state: page?.state,
  });
  expect(server.requests).toHaveLength(5);
});

test('does not go round in circles with an API that sends the same pages again and again', async () => {
  const error = await failure(read(api(times(50, answers.slice(0, 2)).flat())));
  expect(error).toBeInstanceOf(KeptPaginationError);
  expect(error).toMatchObject({ code: 'no_progress', resource: 'archived' });
});

test.each([[{}], [null], ['records'], [7]])('refuses %j in place of a page', async (body) => {
  const error = await failure(read(api([{ ...first, body }])));
  expect(error).toBeInstanceOf(KeptResponseError);
  expect(error).toMatchObject({ code: 'no_records', resource: 'archived', page: 1, attempts: 1 });
});

test('is there only where includeArchived is true', async () => {
  const options = { ...credentials, includeArchived: true, plan: 'some-plan', ...api([]) };
  const absent = new KeptClient({ ...options, includeArchived: false }).archived;
  expect(absent.isOffered).toBe(false);
  expect(await failure(collect(absent.list()))).toMatchObject({ code: 'invalid_option', option: 'includeArchived' });
  expect(open(api([])).isOffered).toBe(true);
});

test.each([
  [2, '', [null, 7, 'text', []]],
  [2, 'id', [null, 7]],
])('refuses record %i when its %s is one of %j', async (index, path, values) => {
  for (const value of values) {
    const error = await failure(read(api([edited(first, { [`${index}.${path}`]: value })])));
    expect(error).toBeInstanceOf(KeptRecordError);
    expect(error).toMatchObject({ code: 'invalid_record', resource: 'archived', page: 1, attempts: 1, index, path });
  }
});

test('goes on from the state of every page', async () => {
  const pages = await read(api(answers));
  for (const [index, page] of pages.slice(0, -1).entries()) {
    const server = api(answers.slice(index + 1));
    const state: ArchivedState = JSON.parse(JSON.stringify(page.state));
    expect(await read(server, { state })).toEqual(pages.slice(index + 1));
    expect(server.requests).toEqual(requests.slice(index + 1));
  }
});

test.each([
  { v: 2 },
  { resource: 'another one' },
  { origin: 'https://elsewhere.example' },
  { next: { offset: -1 } },
  { next: { offset: 0.5 } },
  { next: { offset: '10' } },
])('refuses a state with %j', async (foreign) => {
  const [page] = await read(api(answers));
  expect(page?.state).toMatchObject({ v: 1, resource: 'archived', origin: 'https://api.example.com' });
  const server = api(answers);
  const state: ArchivedState = JSON.parse(JSON.stringify({ ...page?.state, ...foreign }));
  expect(await failure(read(server, { state }))).toBeInstanceOf(KeptStateError);
  expect(server.requests).toEqual([]);
});

test('keeps of a state of another path or paginator what is complete, and begins again what is not', async () => {
  const pages = await read(api(answers));
  const last = pages.at(-1)?.state;
  const complete: ArchivedState = JSON.parse(JSON.stringify({ ...last, shape: 'another way' }));
  expect(await read(api(answers), { state: complete })).toEqual(await read(api(answers), { state: last }));
  const cut: ArchivedState = JSON.parse(JSON.stringify({ ...pages[0]?.state, shape: 'another way' }));
  const server = api(answers);
  const [page] = await read(server, { state: cut });
  expect(page).toMatchObject({ restarted: true });
  expect(server.requests[0]).toEqual(requests[0]);
});

test('begins again, once, where the API has forgotten the position', async () => {
  const pages = await read(api(answers));
  const { state } = pages[0] ?? {};
  const server = api([{ status: 410 }, ...answers]);
  const again = await read(server, { state });
  expect(again.map((page) => page.records)).toEqual(pages.map((page) => page.records));
  expect(again.map((page) => page.restarted)).toEqual(answers.map((_, index) => (index === 0 ? true : undefined)));
  expect(server.requests).toEqual([requests[1], ...requests]);
  const refused = await failure(read(api(times(2, { status: 410 })), { state }));
  expect(refused).toMatchObject({ code: 'http_status', status: 410, state });
});

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
