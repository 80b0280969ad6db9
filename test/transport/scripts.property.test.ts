import { fc } from '../support/property.js';
import { expect, test } from 'vitest';
import { FIRST_PAGE, METRICS, answer, close, gzipped, page, reset, send, sendAndClose, sendAndReset, status } from './acts.js';
import { clientOf, errorOf, read, type Outcome } from './client.js';
import { play, type Act } from './server.js';

const ACTS: Readonly<Record<string, Act>> = {
  page,
  reset,
  close,
  down: status(503),
  busy: status(429, { 'retry-after': '2' }),
  cut: sendAndClose(answer(200, FIRST_PAGE).subarray(0, -7)),
  torn: sendAndReset(answer(200, FIRST_PAGE).subarray(0, -7)),
  half: send(gzipped(FIRST_PAGE, 0.5)),
  empty: send(answer(200, '')),
};

test('whatever happens on the way, a read and its resumptions give every record once, in order', async () => {
  const act = fc.oneof({ weight: 6, arbitrary: fc.constant('page') }, { weight: 4, arbitrary: fc.constantFrom(...Object.keys(ACTS)) });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (script) => {
      const server = await play(...script.map((name) => ACTS[name] ?? page), page);
      const client = clientOf(server);
      const records: unknown[] = [];
      let outcome: Outcome = await read(client);
      for (let reads = 0; outcome.error !== undefined; reads++) {
        const error = errorOf(outcome);
        expect(error.attempts).toBe(4);
        expect(error.state).toEqual(outcome.state);
        expect(reads).toBeLessThan(20);
        records.push(...outcome.records);
        outcome = await read(client, outcome.state === undefined ? {} : { state: outcome.state });
      }
      records.push(...outcome.records);
      expect(records).toEqual(METRICS);
      expect(client.waits.every((wait) => wait >= 0 && wait <= 30_000)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
