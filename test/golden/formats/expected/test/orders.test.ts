// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import {
  FormatsClient,
  FormatsHttpError,
  FormatsPaginationError,
  FormatsRecordError,
  FormatsResponseError,
  FormatsStateError,
  type OrdersReadOptions,
  type OrdersState,
} from '../src/index.ts';
import { api, collect, credentials, failure, hang, plain, recording, times, type Api } from './replay.ts';

const { requests, answers, first } = recording('orders');
const records = [
  [
    {
      id: 1,
      note: 'Seen on the start page.',
      word: 'word 1',
      amount: '495.47',
      paid: true,
      made_at: '2025-01-01T00:30:11.026Z',
      tags: null,
    },
    {
      id: 2,
      note: null,
      word: 'word 2',
      amount: null,
      paid: false,
      made_at: '2025-01-01T01:07:44.909Z',
      tags: { source: 'web' },
      score: 370.07,
    },
    {
      id: 3,
      note: 'No remarks; all is well.',
      word: 'word 3',
      amount: null,
      paid: null,
      made_at: '2025-01-01T02:02:50.727Z',
      tags: { source: 'web' },
      score: 553.66,
    },
  ],
  [
    {
      id: 4,
      note: 'Überraschung: “quotes” & ünïcode.',
      word: 'word 4',
      amount: '930.50',
      paid: null,
      made_at: '2025-01-01T03:06:16.459Z',
      tags: null,
      score: 483.02,
    },
    {
      id: 5,
      note: 'No remarks; all is well.',
      word: 'word 5',
      amount: '167.24',
      paid: null,
      made_at: '2025-01-01T04:09:32.258Z',
      tags: { source: 'spring', campaign: 'web' },
    },
    {
      id: 6,
      note: null,
      word: 'word 6',
      amount: '244.14',
      paid: true,
      made_at: '2025-01-01T05:59:07.856Z',
      tags: { source: 'web' },
      score: 828.09,
    },
  ],
  [
    {
      id: 7,
      note: null,
      word: 'word 7',
      amount: '757.24',
      paid: false,
      made_at: '2025-01-01T06:06:02.115Z',
      tags: { source: 'spring', campaign: 'web' },
      score: 375.01,
    },
    {
      id: 8,
      note: null,
      word: 'word 8',
      amount: '495.36',
      paid: null,
      made_at: '2025-01-01T07:32:32.330Z',
      tags: null,
    },
  ],
  [],
];

const open = (server: Api) => new FormatsClient({ ...credentials, ...server }).orders;
const read = (server: Api, options?: OrdersReadOptions) => collect(open(server).pages(options));

test('reads every recorded page in order, and asks for nothing else', async () => {
  const server = api(answers);
  const pages = await read(server);
  expect(plain(pages.map((page) => page.records))).toMatchObject(plain(records));
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
    url: 'https://formats.example/api/orders.csv?limit=10&offset=0',
    headers: { accept: 'text/csv, */*;q=0.1', 'x-client': 'tapwright' },
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
  expect(error).toBeInstanceOf(FormatsHttpError);
  expect(error).toMatchObject({
    code: 'http_status',
    status: 503,
    resource: 'orders',
    page: 2,
    attempts: 4,
    state: page?.state,
  });
  expect(server.requests).toHaveLength(5);
});

test('does not go round in circles with an API that sends the same pages again and again', async () => {
  const error = await failure(read(api(times(50, answers.slice(0, 2)).flat())));
  expect(error).toBeInstanceOf(FormatsPaginationError);
  expect(error).toMatchObject({ code: 'no_progress', resource: 'orders' });
});

test('notices when rows are cut off, and asks again', async () => {
  const cut = { ...first, bodyText: (first.bodyText ?? '') + '"' };
  const error = await failure(read(api(times(4, cut))));
  expect(error).toBeInstanceOf(FormatsResponseError);
  expect(error).toMatchObject({ code: 'malformed_body', resource: 'orders', page: 1, attempts: 4 });
});

test('notices when an answer is shorter than it was announced', async () => {
  const short = { ...first, headers: { ...first.headers, 'content-length': '1000000' } };
  expect(await failure(read(api(times(4, short))))).toMatchObject({ code: 'malformed_body', attempts: 4 });
});

test('does not take a web page for rows', async () => {
  const page = { status: 200, headers: { 'content-type': 'text/html' }, bodyText: '<h1>Sorry</h1>\n' };
  expect(await failure(read(api([page])))).toMatchObject({ code: 'not_csv', attempts: 1 });
});

test('asks for rows that nobody packs on their way', async () => {
  const asked: (string | null)[] = [];
  const server = api([first]);
  const fetch: typeof server.fetch = (url, init) => {
    asked.push(new Headers(init?.headers).get('accept-encoding'));
    return server.fetch(url, init);
  };
  await open({ ...server, fetch })
    .pages()
    .next();
  expect(asked).toContain('identity');
});

test.each([
  [
    'id',
    'id,note,word,amount,paid,made_at,tags,score\nnone,No remarks; all is well.,word 3,,,2025-01-01T02:02:50.727Z,"{""source"":""web""}",553.66\n',
  ],
  [
    'id',
    'id,note,word,amount,paid,made_at,tags,score\n0.5,No remarks; all is well.,word 3,,,2025-01-01T02:02:50.727Z,"{""source"":""web""}",553.66\n',
  ],
  [
    'id',
    'id,note,word,amount,paid,made_at,tags,score\n,No remarks; all is well.,word 3,,,2025-01-01T02:02:50.727Z,"{""source"":""web""}",553.66\n',
  ],
  [
    'amount',
    'id,note,word,amount,paid,made_at,tags,score\n3,No remarks; all is well.,word 3,none,,2025-01-01T02:02:50.727Z,"{""source"":""web""}",553.66\n',
  ],
  [
    'paid',
    'id,note,word,amount,paid,made_at,tags,score\n3,No remarks; all is well.,word 3,,none,2025-01-01T02:02:50.727Z,"{""source"":""web""}",553.66\n',
  ],
  [
    'made_at',
    'id,note,word,amount,paid,made_at,tags,score\n3,No remarks; all is well.,word 3,,,none,"{""source"":""web""}",553.66\n',
  ],
  [
    'tags',
    'id,note,word,amount,paid,made_at,tags,score\n3,No remarks; all is well.,word 3,,,2025-01-01T02:02:50.727Z,none,553.66\n',
  ],
  [
    'score',
    'id,note,word,amount,paid,made_at,tags,score\n3,No remarks; all is well.,word 3,,,2025-01-01T02:02:50.727Z,"{""source"":""web""}",none\n',
  ],
])('refuses a row with another %s', async (path, bodyText) => {
  const error = await failure(read(api([{ ...first, bodyText }])));
  expect(error).toBeInstanceOf(FormatsRecordError);
  expect(error).toMatchObject({ code: 'invalid_record', index: 0, path, attempts: 1 });
});

test.each([
  [
    'note',
    'id,note,word,amount,paid,made_at,tags,score\n3,,word 3,,,2025-01-01T02:02:50.727Z,"{""source"":""web""}",553.66\n',
  ],
  [
    'amount',
    'id,note,word,amount,paid,made_at,tags,score\n3,No remarks; all is well.,word 3,,,2025-01-01T02:02:50.727Z,"{""source"":""web""}",553.66\n',
  ],
  [
    'paid',
    'id,note,word,amount,paid,made_at,tags,score\n3,No remarks; all is well.,word 3,,,2025-01-01T02:02:50.727Z,"{""source"":""web""}",553.66\n',
  ],
  [
    'made_at',
    'id,note,word,amount,paid,made_at,tags,score\n3,No remarks; all is well.,word 3,,,,"{""source"":""web""}",553.66\n',
  ],
  [
    'tags',
    'id,note,word,amount,paid,made_at,tags,score\n3,No remarks; all is well.,word 3,,,2025-01-01T02:02:50.727Z,,553.66\n',
  ],
])('reads an empty %s as null', async (name, bodyText) => {
  const { value: page } = await open(api([{ ...first, bodyText }]))
    .pages()
    .next();
  expect(page?.records[0]).toHaveProperty([name], null);
});

test('goes on from the state of every page', async () => {
  const pages = await read(api(answers));
  for (const [index, page] of pages.slice(0, -1).entries()) {
    const server = api(answers.slice(index + 1));
    const state: OrdersState = JSON.parse(JSON.stringify(page.state));
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
  expect(page?.state).toMatchObject({ v: 1, resource: 'orders', origin: 'https://formats.example' });
  const server = api(answers);
  const state: OrdersState = JSON.parse(JSON.stringify({ ...page?.state, ...foreign }));
  expect(await failure(read(server, { state }))).toBeInstanceOf(FormatsStateError);
  expect(server.requests).toEqual([]);
});

test('keeps of a state of another path or paginator what is complete', async () => {
  const pages = await read(api(answers));
  const last = pages.at(-1)?.state;
  const complete: OrdersState = JSON.parse(JSON.stringify({ ...last, shape: 'another way' }));
  expect(await read(api(answers), { state: complete })).toEqual(await read(api(answers), { state: last }));
  const cut: OrdersState = JSON.parse(JSON.stringify({ ...pages[0]?.state, shape: 'another way' }));
  const server = api(answers);
  expect(await failure(read(server, { state: cut }))).toMatchObject({
    code: 'position_refused',
    state: { shape: 'another way' },
  });
  expect(server.requests).toEqual([]);
});

test('does not read twice what is appended, where the API has forgotten the position', async () => {
  const pages = await read(api(answers));
  const { state } = pages[0] ?? {};
  const refused = await failure(read(api([{ status: 410 }, ...answers]), { state }));
  expect(refused).toBeInstanceOf(FormatsStateError);
  expect(refused).toMatchObject({ code: 'position_refused', state });
  const again = await read(api([{ status: 410 }, ...answers]), { state, forgotten: 'restart' });
  expect(again.map((page) => page.records)).toEqual(pages.map((page) => page.records));
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
