import { describe, expect, test } from 'vitest';
import { MetricsRateLimitedError } from '../../generated/metrics/src/index.js';
import { METRICS, page, reset, send, status, answer } from './acts.js';
import { clientOf, errorOf, read } from './client.js';
import { play } from './server.js';

// The spec's backoff is 1.5 s, doubled each time; by the least chance, half of it is waited.

test('waits grow, each with half of it left to chance', async () => {
  const down = status(503);
  const patient = clientOf(await play(down, down, down, page));
  await read(patient);
  expect(patient.waits).toEqual([750, 1500, 3000]);
  const unlucky = clientOf(await play(down, down, down, page), { random: () => 1 });
  await read(unlucky);
  expect(unlucky.waits).toEqual([1500, 3000, 6000]);
});

test('each page has its own attempts', async () => {
  const down = status(500);
  const client = clientOf(await play(down, down, down, page, down, down, down, page));
  expect((await read(client)).records).toEqual(METRICS);
  expect(client.waits).toEqual([750, 1500, 3000, 750, 1500, 3000]);
});

test('a reset after a success is taken for a stale connection: at most 50 ms', async () => {
  const first = clientOf(await play(reset, page));
  await read(first);
  expect(first.waits).toEqual([750]);
  const later = clientOf(await play(page, reset, reset, page), { random: () => 0.5 });
  await read(later);
  expect(later.waits).toEqual([25, 2250]);
});

describe.each([429, 503])('Retry-After of status %i', (code) => {
  const MINUTE = 60_000;
  test.each([
    ['0', 750],
    ['1', 1000],
    ['1.4', 1400],
    ['2', 2000],
    ['60', MINUTE],
    ['-5', 750],
    ['soon', 750],
    ['5, 10', 750],
    ['', 750],
    ['1e9', 750],
    ['0x10', 750],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 750],
    ['Thu, 32 Foo 2099 99:99:99 GMT', 750],
  ])('%j is a wait of %i ms', async (value, expected) => {
    const client = clientOf(await play(status(code, { 'retry-after': value }), page));
    expect((await read(client)).records).toEqual(METRICS);
    expect(client.waits).toEqual([expected]);
  });

  test.each(['Wed, 11 Mar 2026 10:00:05 GMT', 'Wednesday, 11-Mar-26 10:00:05 GMT', 'Wed Mar 11 10:00:05 2026'])(
    '%j is read by the clock of the API',
    async (value) => {
      const client = clientOf(await play(status(code, { 'retry-after': value, date: 'Wed, 11 Mar 2026 10:00:00 GMT' }), page));
      await read(client);
      expect(client.waits).toEqual([5000]);
    },
  );

  test.each([
    ['61', 61_000],
    ['31536000', 31_536_000_000],
  ])('%j is too long: no wait, and an error that carries the state', async (value, retryAfterMs) => {
    const server = await play(page, status(code, { 'retry-after': value }));
    const client = clientOf(server);
    const outcome = await read(client);
    expect(outcome.error).toBeInstanceOf(MetricsRateLimitedError);
    expect(outcome.error).toMatchObject({ code: 'rate_limited', status: code, retryAfterMs, attempts: 1, state: outcome.state });
    expect(client.waits).toEqual([]);
    expect(server.requests).toHaveLength(2);
  });

  test('chance makes the wait longer, never shorter', async () => {
    const client = clientOf(await play(status(code, { 'retry-after': '10' }), page), { random: () => 1 });
    await read(client);
    expect(client.waits).toEqual([11_000]);
  });
});

test('429 to every attempt is a MetricsRateLimitedError', async () => {
  const error = errorOf(await read(clientOf(await play(status(429)))));
  expect(error).toBeInstanceOf(MetricsRateLimitedError);
  expect(error).toMatchObject({ attempts: 4, retryAfterMs: 0 });
});

test('connections that are reset while they are idle cost no record', async () => {
  const stale = (delay: number) => (socket: Parameters<typeof page>[0], request: Parameters<typeof page>[1]) => {
    page(socket, request);
    setTimeout(() => socket.resetAndDestroy(), delay);
  };
  for (const delay of [0, 1, 5, 20]) {
    const server = await play(stale(delay));
    const outcome = await read(clientOf(server));
    expect(outcome.error).toBeUndefined();
    expect(outcome.records).toEqual(METRICS);
  }
});

test('errors show the answer, not the credential that it echoes', async () => {
  const echo = send(answer(400, JSON.stringify({ error: 'bad key canary-c0ffee-key', url: '/v1/resource?api_key=canary-c0ffee-key' })));
  const error = errorOf(await read(clientOf(await play(echo))));
  expect(error).toMatchObject({ body: '{"error":"bad key ***","url":"/v1/resource?api_key=***"}' });
});
