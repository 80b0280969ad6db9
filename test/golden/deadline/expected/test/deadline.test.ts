// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HastyClient, HastyDeadlineError, type ThingsReadOptions } from '../src/index.ts';
import { api, collect, credentials, failure, hang, recording, stall, times, type Api } from './replay.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const { requests, answers, first } = recording('things');

/** A read of an API whose clock shows `time`, which every request moves on by `step`. */
function read(server: Api, options: ThingsReadOptions, step = 0) {
  let time = 1000;
  const fetch: Api['fetch'] = (url, init) => {
    time += step;
    return server.fetch(url, init);
  };
  const client = new HastyClient({ ...credentials, ...server, fetch, now: () => time });
  return client.things.pages(options);
}

test.each([
  ['an answer', hang],
  ['the rest of a body', stall],
])('ends when its time is over, while it waits for %s', async (_, silent) => {
  const server = api([silent]);
  const { signal } = new AbortController();
  const error = failure(read(server, { deadlineMs: 5, signal }).next());
  await vi.advanceTimersByTimeAsync(5);
  expect(await error).toBeInstanceOf(HastyDeadlineError);
  expect(await error).toMatchObject({ code: 'deadline', resource: 'things', page: 1, attempts: 1 });
  expect(await error).not.toHaveProperty('cause');
  expect(server.requests).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('asks for nothing when there is no time', async () => {
  for (const deadlineMs of [0, -1, NaN]) {
    const server = api([first]);
    expect(await failure(read(server, { deadlineMs }).next())).toBeInstanceOf(HastyDeadlineError);
    expect(server.requests).toEqual([]);
  }
});

test('an attempt that takes too long is tried again while there is time', async () => {
  const server = api(times(4, hang));
  const error = failure(read({ ...server }, { deadlineMs: Infinity }).next());
  await vi.advanceTimersByTimeAsync(4 * 60_000);
  expect(await error).toMatchObject({ code: 'timeout', attempts: 4 });
});

test('begins no wait that would pass its time, and says after what', async () => {
  const down = { status: 503, headers: { 'retry-after': '60' } };
  const server = api([down, first]);
  const error = await failure(read(server, { deadlineMs: 63000 }).next());
  expect(error).toBeInstanceOf(HastyDeadlineError);
  expect(error).toMatchObject({ code: 'deadline', attempts: 1, cause: { status: 503 } });
  expect(server.waits).toEqual([]);

  const patient = api([down, first]);
  await read(patient, { deadlineMs: 63000 + 1 }).next();
  expect(patient.waits).toEqual([63000]);
});

test('ends between pages, with the state to go on from', async () => {
  const server = api(answers);
  const late = read(server, { deadlineMs: 10 }, 10);
  const { value: page } = await late.next();
  const error = await failure(late.next());
  expect(error).toBeInstanceOf(HastyDeadlineError);
  expect(error).toMatchObject({ page: 2, state: page?.state });
  expect(server.requests).toEqual(requests.slice(0, 1));
  const rest = await collect(read(api(answers.slice(1)), { state: page?.state }));
  expect(rest).toHaveLength(answers.length - 1);
});

test('has so much time where its caller says nothing', async () => {
  const server = { ...api([hang]), timeoutMs: 2 ** 31 - 1 };
  const error = failure(new HastyClient({ ...credentials, ...server }).things.pages().next());
  await vi.advanceTimersByTimeAsync(300_000 - 1);
  expect(vi.getTimerCount()).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(await error).toBeInstanceOf(HastyDeadlineError);
});
