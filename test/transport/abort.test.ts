import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { MetricsClient } from '../../generated/metrics/src/index.js';
import { FIRST_PAGE, METRICS, answer, hang, page, send, status } from './acts.js';
import { API_KEY, clientOf, read } from './client.js';
import { play, type Act, type ScriptServer } from './server.js';

/** A client with the waits it really has. */
function patientClient({ url }: ScriptServer): MetricsClient {
  return new MetricsClient({ apiKey: API_KEY, baseUrl: url });
}

function timers(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
}

/** Waits until something holds. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 400) throw new Error('it never came to hold');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const PHASES: readonly (readonly [string, readonly Act[], number])[] = [
  ['the headers', [hang], 1],
  ['the body', [send(answer(200, FIRST_PAGE).subarray(0, -10))], 1],
  ['a backoff', [status(503)], 1],
  ['the wait that the API asked for', [status(429, { 'retry-after': '50' })], 1],
  ['the second page', [page, hang], 2],
];

describe.each(PHASES)('an abort during %s', (_, script, requests) => {
  test('ends the read within 100 ms with the reason, and leaves no timer and no listener', async () => {
    const took: number[] = [];
    for (let tries = 0; tries < 5; tries++) {
      const server = await play(...script);
      const before = timers();
      const abort = new AbortController();
      const reason = new Error('enough');
      const reading = read(patientClient(server), { signal: abort.signal });
      await server.received(requests);
      await new Promise((resolve) => setTimeout(resolve, 50)); // until the answer is there and dealt with
      const at = performance.now();
      abort.abort(reason);
      const outcome = await reading;
      took.push(performance.now() - at);
      expect(outcome.error).toBe(reason);
      expect(outcome.records).toEqual(METRICS.slice(0, (requests - 1) * 3));
      expect(getEventListeners(abort.signal, 'abort')).toEqual([]);
      await until(() => timers() <= before);
      expect(server.requests).toHaveLength(requests);
    }
    expect(Math.min(...took)).toBeLessThan(100); // the least: other work on the machine may delay some
  });
});

test.each([
  ['the headers', [hang]],
  ['the body', [send(answer(200, FIRST_PAGE).subarray(0, -10))]],
])('an abort during %s closes the connection', async (_, script) => {
  const server = await play(...script);
  const abort = new AbortController();
  const reading = read(patientClient(server), { signal: abort.signal });
  await server.received(1);
  abort.abort();
  expect((await reading).error).toMatchObject({ name: 'AbortError' });
  await until(() => server.open() === 0);
});

test('an abort before the start asks for nothing', async () => {
  const server = await play(page);
  const outcome = await read(patientClient(server), { signal: AbortSignal.abort() });
  expect(outcome.error).toMatchObject({ name: 'AbortError' });
  expect(server.connections()).toBe(0);
});

test('an abort between pages asks for no further one', async () => {
  const server = await play(page);
  const abort = new AbortController();
  const pages = clientOf(server).metrics.pages({ signal: abort.signal });
  await pages.next();
  abort.abort();
  await expect(pages.next()).rejects.toMatchObject({ name: 'AbortError' });
  expect(server.requests).toHaveLength(1);
});

test('a signal that never aborts has no listener left after a read', async () => {
  const { signal } = new AbortController();
  const before = timers();
  expect((await read(patientClient(await play(page)), { signal })).records).toEqual(METRICS);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  await until(() => timers() <= before);
});

test('leaving the loop asks for no further page', async () => {
  const server = await play(page);
  for await (const metric of clientOf(server).metrics.list()) if (metric.id === 'm4') break;
  expect(server.requests).toHaveLength(2);
});

test('two reads of one client do not touch each other', async () => {
  const client = clientOf(await play(page));
  const [one, two] = await Promise.all([read(client), read(client)]);
  expect([one.records, two.records]).toEqual([METRICS, METRICS]);
});
