import { expect, test } from 'vitest';
import { serve } from '../support/loopback.js';
import { oneResource, read, things } from '../support/one-resource.js';

/** Which statuses are tried again where a spec does not say, and where it does. */

const readWith = async (status: number, retry?: object) => {
  const { origin, asked } = await serve((_, index) => (index === 0 ? { status } : { body: { items: things(0, 1) } }));
  const client = await oneResource(origin, { paginator: 'single_page' }, retry === undefined ? {} : { retry });
  const { ids } = await read(client());
  return { asked: asked.length, read: ids.length };
};

test.each([408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529])('%d is tried again', async (status) => {
  expect(await readWith(status)).toEqual({ asked: 2, read: 1 });
});

test.each([400, 401, 403, 404, 409, 410, 422, 425, 501, 505, 507, 511, 525, 526, 530, 599])('%d is not', async (status) => {
  expect(await readWith(status)).toEqual({ asked: 1, read: 0 });
});

test('a list takes the place of the default', async () => {
  expect(await readWith(529, { statuses: [500] })).toEqual({ asked: 1, read: 0 });
  expect(await readWith(408, { statuses: [500] })).toEqual({ asked: 1, read: 0 });
  expect(await readWith(500, { statuses: [500] })).toEqual({ asked: 2, read: 1 });
  expect(await readWith(409, { statuses: [409] })).toEqual({ asked: 2, read: 1 });
});
