// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import {
  JobsClient,
  JobsResponseError,
  JobsStateError,
  JobsTimeoutError,
  type ExportsReadOptions,
  type ExportsState,
} from '../src/index.ts';
import {
  api,
  collect,
  credentials,
  cutFile,
  failure,
  recording,
  times,
  type Api,
  type Sent,
  type Step,
} from './replay.ts';

const { requests, answers, steps } = recording('exports');
const records = [
  [
    { id: 'exportrecord_0001', updated_at: '2020-01-02T00:00:00.000Z' },
    { id: 'exportrecord_0002', updated_at: '2020-01-02T01:00:00.000Z' },
    { id: 'exportrecord_0003', updated_at: '2020-01-02T02:00:00.000Z' },
  ],
  [
    { id: 'exportrecord_0004', updated_at: '2020-01-02T03:00:00.000Z' },
    { id: 'exportrecord_0005', updated_at: '2020-01-02T04:00:00.000Z' },
  ],
];

const open = (server: Api) =>
  new JobsClient({ ...credentials, wallClock: () => Date.parse('2100-01-01T00:00:00Z'), ...server }).exports;
const read = (server: Api, options?: ExportsReadOptions) => collect(open(server).pages(options));
const recordsOf = (pages: Awaited<ReturnType<typeof read>>) => pages.flatMap((page) => page.records);

const keyOf = ({ method, url, body }: Sent): string => JSON.stringify([method, url, body]);
/** The last answer to a request: jobs are done. */
const answerOf = (sent: Sent): Step | undefined =>
  answers.filter((_, index) => keyOf(requests[index] ?? sent) === keyOf(sent)).at(-1);
const stepOf = (sent: Sent): string | undefined =>
  steps[requests.findIndex((request) => keyOf(request) === keyOf(sent))];
/** Answers, with another one to every request of a step. */
const instead = (step: string, other: Step): Step[] =>
  answers.map((answer, index) => (steps[index] === step ? other : answer));
/** An API whose jobs are done, with another answer to the first request of a step. */
const once = (step: string, other: Step): ((sent: Sent) => Step | undefined) => {
  let left = true;
  return (sent) => {
    if (!left || stepOf(sent) !== step) return answerOf(sent);
    left = false;
    return other;
  };
};

test('creates a job, waits until it is done, reads its files, and asks for nothing else', async () => {
  const server = api(answers);
  const pages = await read(server);
  const found = recordsOf(pages);
  expect(found).toHaveLength(records.flat().length);
  expect(found).toMatchObject(records.flat());
  expect(pages).toHaveLength(3);
  expect(pages.map((page) => page.state.next === null)).toEqual(pages.map((_, index) => index === pages.length - 1));
  expect(server.requests).toEqual(requests);
  expect(server.waits).toEqual([5000]);
});

test('goes on with the job that it has, from the state of every page', async () => {
  const whole = api(answers);
  const pages: { readonly page: Awaited<ReturnType<typeof read>>[number]; readonly created: number }[] = [];
  const created = (server: Api): number => server.requests.filter((sent) => stepOf(sent) === 'create').length;
  for await (const page of open(whole).pages()) pages.push({ page, created: created(whole) });
  for (const [index, { page, created: before }] of pages.entries()) {
    if (page.state.next === null) continue;
    const state: ExportsState = JSON.parse(JSON.stringify(page.state));
    const server = api(answerOf);
    const rest = await read(server, { state });
    expect(recordsOf(rest)).toEqual(pages.slice(index + 1).flatMap((each) => each.page.records));
    expect(before + created(server)).toBe(created(whole));
  }
});

test('waits longer each time, and not for ever', async () => {
  const own = steps.indexOf('poll');
  const server = api((sent) =>
    stepOf(sent) === 'poll'
      ? { status: 200, body: { status: 'queued' } }
      : answers[requests.findIndex((request) => keyOf(request) === keyOf(sent))],
  );
  const error = await failure(read(server));
  expect(error).toBeInstanceOf(JobsTimeoutError);
  expect(error).toMatchObject({ code: 'job_timeout', resource: 'exports', state: { next: expect.any(Object) } });
  const waited = server.waits.reduce((sum, wait) => sum + wait, 0);
  expect(waited).toBeLessThanOrEqual(3600000);
  expect(waited + (server.waits.at(-1) ?? 0) * 2 + 5000).toBeGreaterThan(3600000);
  expect(server.waits.slice(0, 2)).toEqual([5000, 2 * 5000]);
  expect(Math.max(...server.waits, 0)).toBeLessThanOrEqual(60000);
  expect(own).toBeGreaterThan(0);
});

test('waits as long as the API asks', async () => {
  const server = api(
    once('poll', {
      ...{ status: 200, body: { status: 'queued' } },
      headers: { 'content-type': 'application/json', 'retry-after': '12' },
    }),
  );
  await read(server);
  expect(server.waits).toEqual([12000]);
});

test.each([['failed', { status: 'failed' }]])('fails where the status of the job is %s', async (_, body) => {
  const error = await failure(read(api(instead('poll', { status: 200, body }))));
  expect(error).toBeInstanceOf(JobsResponseError);
  expect(error).toMatchObject({ code: 'job_failed', resource: 'exports', state: { next: expect.any(Object) } });
});

test('creates another job where the one of a state has come to nothing', async () => {
  const own = steps.indexOf('create');
  const all = recordsOf(await read(api(answers)));
  for await (const { state } of open(api(answers)).pages()) {
    const server = api(once('poll', { status: 200, body: { status: 'failed' } }));
    expect(recordsOf(await read(server, { state }))).toEqual(all);
    expect(server.requests.filter((sent) => keyOf(sent) === keyOf(requests[own] ?? sent))).toHaveLength(1);
    break;
  }
});

test('creates another job where the API has forgotten the one of a state', async () => {
  const all = recordsOf(await read(api(answers)));
  for await (const { state } of open(api(answers)).pages()) {
    const server = api(once('poll', { status: 410 }));
    expect(recordsOf(await read(server, { state }))).toEqual(all);
    const never = api((sent) => (stepOf(sent) === 'poll' ? { status: 410 } : answerOf(sent)));
    expect(await failure(read(never, { state }))).toMatchObject({ code: 'http_status', status: 410 });
    break;
  }
});

test('fails where it does not know the status of the job', async () => {
  const error = await failure(read(api(instead('poll', { status: 200, body: { status: 'some-other-status' } }))));
  expect(error).toMatchObject({ code: 'job_status', resource: 'exports' });
});

test('fails where an answer does not say what it has to', async () => {
  for (const body of [{ status: null }, {}, 7])
    expect(await failure(read(api(instead('poll', { status: 200, body }))))).toMatchObject({ code: 'invalid_job' });
  for (const body of [{}, [], null])
    expect(await failure(read(api(instead('create', { status: 200, body }))))).toMatchObject({ code: 'invalid_job' });
});

test.each([
  ['refused_file', { status: 'completed', files: [{ url: 'ftp://files.example.net/1' }] }],
  ['refused_file', { status: 'completed', files: [{ url: 'https://user:password@files.example.net/1' }] }],
  ['refused_file', { status: 'completed', files: [{ url: 'http://files.example.net/1' }] }],
  ['invalid_job', { status: 'completed', files: [{ url: 7 }] }],
  ['invalid_job', { status: 'completed', files: [{ url: '' }] }],
  ['invalid_job', { status: 'completed' }],
])('fails with %s where files are named as %j', async (code, body) => {
  expect(await failure(read(api(instead('poll', { status: 200, body }))))).toMatchObject({ code, resource: 'exports' });
});

test('reads nothing where a job has no files', async () => {
  expect(
    recordsOf(await read(api(once('poll', { status: 200, body: { status: 'completed', files: null } })))),
  ).not.toHaveLength(records.flat().length);
});

test('tells another origin nothing, and nobody its signatures', async () => {
  const messages: string[] = [];
  const told = (message: string): number => messages.push(message);
  const logger = { debug: told, info: told, warn: told };
  const at = steps.indexOf('file');
  const server = { ...api([...answers.slice(0, at), { status: 400 }]), logger, headers: { 'x-tenant': 'acme' } };
  const error = await failure(read(server));
  expect(server.requests.at(-1)).toEqual(requests[at]);
  expect(error).toMatchObject({ code: 'http_status', status: 400 });
  for (const text of [String(error), JSON.stringify(error), ...messages]) expect(text).not.toContain('part=');
});

test('notices a file that is cut off', async () => {
  const cut = answers.map((answer, index) => (steps[index] === 'file' ? times(4, cutFile(answer)) : [answer])).flat();
  expect(await failure(read(api(cut)))).toMatchObject({ code: 'malformed_body', resource: 'exports', attempts: 4 });
});

test('asks again at every step while the API is down', async () => {
  const all = recordsOf(await read(api(answers)));
  for (const index of answers.keys()) {
    const server = api([...answers.slice(0, index), ...times(3, { status: 503 }), ...answers.slice(index)]);
    expect(recordsOf(await read(server))).toEqual(all);
    expect(server.requests).toHaveLength(answers.length + 3);
  }
});

test('has read everything where a job cannot be removed', async () => {
  const pages = await read(api(answers));
  for (const status of [400, 404]) expect(await read(api(instead('cleanup', { status })))).toEqual(pages);
});

test.each([
  { v: 2 },
  { resource: 'another one' },
  { origin: 'https://elsewhere.example' },
  { next: {} },
  { next: { job: '7', filesRead: 0 } },
  { next: { job: {}, filesRead: 0 } },
  { next: { job: { id: '7' }, filesRead: -1 } },
  { next: { job: { id: '7' }, filesRead: 0.5 } },
  { next: { job: { id: '7' }, filesRead: 'x' } },
])('refuses a state with %j', async (foreign) => {
  const [page] = await read(api(answers));
  const server = api(answers);
  const state: ExportsState = JSON.parse(JSON.stringify({ ...page?.state, ...foreign }));
  expect(await failure(read(server, { state }))).toBeInstanceOf(JobsStateError);
  expect(server.requests).toEqual([]);
});

test('ends when it is aborted while it waits, and leaves no listener behind', async () => {
  const abort = new AbortController();
  const server = api(instead('poll', { status: 200, body: { status: 'queued' } }));
  const sleep = (_ms: number, signal: AbortSignal | undefined): Promise<void> => {
    setImmediate(() => abort.abort());
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }));
  };
  const client = new JobsClient({
    ...{ ...credentials, wallClock: () => Date.parse('2100-01-01T00:00:00Z'), ...server },
    sleep,
  });
  expect(await failure(collect(client.exports.pages({ signal: abort.signal })))).toBe(abort.signal.reason);
  expect(getEventListeners(abort.signal, 'abort')).toEqual([]);
});
