// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { KeptClient, KeptResponseError, KeptStateError, type NotesReadOptions, type NotesState } from '../src/index.ts';
import { answering, api, bodyOf, collect, credentials, failure, hang, recording, times, type Api } from './replay.ts';

const { requests, answers, isOwn } = recording('notes');
const own = answers.filter((_, index) => isOwn[index]);
const records = own.map((answer) => bodyOf(answer));

const open = (server: Api) =>
  new KeptClient({ ...credentials, includeArchived: true, plan: 'some-plan', ...server }).notes;
const read = (server: Api, options?: NotesReadOptions) => collect(open(server).pages(options));

test('reads the records of every parent in order, and asks for nothing else', async () => {
  const server = api(answers);
  const pages = await read(server);
  expect(pages.map((page) => page.records)).toMatchObject([...records, []]);
  expect(pages.map((page) => page.state.next === null)).toEqual([...times(own.length, false), true]);
  expect(server.requests).toEqual(requests);
  expect(server.waits).toEqual([]);
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
    const state: NotesState = JSON.parse(JSON.stringify(page.state));
    const rest = await read(answering(requests, answers), { state });
    expect(rest.flatMap((each) => each.records)).toEqual(pages.slice(index + 1).flatMap((each) => each.records));
  }
});

test.each([[null], ['records'], [7]])('refuses %j in place of a page', async (body) => {
  const parents = isOwn.indexOf(true);
  const error = await failure(read(api([...answers.slice(0, parents), { status: 200, body }])));
  expect(error).toBeInstanceOf(KeptResponseError);
  expect(error).toMatchObject({ code: 'no_records', resource: 'notes', page: 1, attempts: 1 });
});

test('ends when the API refuses the records of a parent', async () => {
  const parents = isOwn.indexOf(true);
  const error = await failure(read(api([...answers.slice(0, parents), { status: 404 }])));
  expect(error).toMatchObject({ code: 'http_status', status: 404, resource: 'notes', page: 1 });
});

test.each([
  { v: 2 },
  { resource: 'another one' },
  { origin: 'https://elsewhere.example' },
  { next: {} },
  { next: { parent: 'one', page: 7 } },
  { next: { parent: 7, page: null } },
])('refuses a state with %j', async (foreign) => {
  const [page] = await read(api(answers));
  const server = api(answers);
  const state: NotesState = JSON.parse(JSON.stringify({ ...page?.state, ...foreign }));
  expect(await failure(read(server, { state }))).toBeInstanceOf(KeptStateError);
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
