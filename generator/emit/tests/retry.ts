import { type Code, code, literal, nothing } from '../../code.js';
import { takenStatuses } from '../transport/actions.js';
import { untouchedRetry } from './actions.js';
import type { TestedResource } from './plan.js';
import { downStatus } from './waits.js';

/** The tests of what a resource tries again in another way than its client. */
export function ownRetryTests(resource: TestedResource): Code {
  if (resource.retry === undefined) return nothing;
  const retry = untouchedRetry(resource);
  const tooLong = Math.floor(retry.maxRetryAfterMs / 1000) + 1;
  const down = downStatus(retry);
  const known = [...retry.statuses, ...takenStatuses(resource.model)];
  const final = [400, 404, 408, 409, 425, 429, 500, 502, 503, 504].filter((status) => !known.includes(status));
  return code`
    ${
      retry.maxRetries === 0 || retry.statuses.length === 0
        ? nothing
        : code`

      test.each(${literal(retry.statuses)})('asks again after %i', async (status) => {
        const server = api([{ status }, ...answers]);
        expect(await read(server)).toHaveLength(answers.length);
        expect(server.waits).toHaveLength(1);
      });
    `
    }

    test.each(${literal(final)})('takes %i for an answer', async (status) => {
      expect(await failure(read(api([{ status }, first])))).toMatchObject({ status, attempts: 1 });
    });
    ${
      down === undefined
        ? nothing
        : code`

      test(${literal(`does not wait for more than ${retry.maxRetryAfterMs / 1000} s`)}, async () => {
        const server = api([{ status: ${literal(down)}, headers: { 'retry-after': ${literal(String(tooLong))} } }, first]);
        expect(await failure(read(server))).toMatchObject({ code: 'rate_limited', attempts: 1 });
        expect(server.waits).toEqual([]);

        const waited = { status: ${literal(down)}, headers: { 'retry-after': ${literal(String(tooLong - 1))} } };
        const error = await failure(read(api(times(${literal(retry.maxRetries + 1)}, waited))));
        expect(error).toMatchObject({ code: ${literal(down === 429 ? 'rate_limited' : 'http_status')}, attempts: ${literal(retry.maxRetries + 1)} });
      });
    `
    }
  `;
}
