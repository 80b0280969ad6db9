// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { CancelledFailure } from '@temporalio/activity';
import { ActivityCancellationDetails } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterEach, expect, test, vi } from 'vitest';
import { ShopClient, ShopError, ShopHttpError, ShopRateLimitedError } from '../../src/index.ts';
import { SyncError, type Destination, type Unit, type UnitStore } from '../../src/sync/index.ts';
import { createShopActivities, failureOf } from '../../src/temporal/index.ts';
import { api, credentials } from '../replay.ts';

const logger = new DefaultLogger('ERROR');

afterEach(() => void vi.useRealTimers());

const place = {
  resource: 'orders',
  page: 2,
  attempt: 3,
  record: 0,
  discardedRows: 0,
  discardedValues: 0,
  state: undefined,
};
const answered = (status: number) => new ShopHttpError(place, 'http_status', status, 'https://api.example.com', '', 0);

test.each([
  [
    answered(503),
    { type: 'http_status', nonRetryable: false, details: [{ resource: 'orders', page: 2, attempts: 3 }] },
  ],
  [answered(408), { type: 'http_status', nonRetryable: false }],
  [answered(401), { type: 'http_status', nonRetryable: true }],
  [
    new ShopRateLimitedError(place, 'rate_limited', 429, 'https://api.example.com', '', 90_000),
    { type: 'rate_limited', nonRetryable: false, nextRetryDelay: 90_000 },
  ],
  [new ShopError(place, 'network', ''), { type: 'network', nonRetryable: false }],
  [new ShopError(place, 'timeout', ''), { type: 'timeout', nonRetryable: false }],
  [new ShopError(place, 'invalid_record', ''), { type: 'invalid_record', nonRetryable: true }],
  [new ShopError(place, 'no_progress', ''), { type: 'no_progress', nonRetryable: true }],
  [new SyncError('destination', 'it is gone'), { type: 'destination', nonRetryable: false, message: 'it is gone' }],
  [new SyncError('locked', ''), { type: 'locked', nonRetryable: false, nextRetryDelay: '10 seconds' }],
  [new SyncError('usage', ''), { type: 'usage', nonRetryable: true }],
  [new SyncError('state', ''), { type: 'state', nonRetryable: true }],
])('says whether another attempt may mend it: %s', (error, failure) => {
  expect(failureOf(error)).toMatchObject(failure);
});

test('a bug stays what it is', () => {
  const bug = new TypeError('a bug');
  expect(failureOf(bug)).toBe(bug);
});

const units = [1, 2, 3].map((part): Unit => ({
  id: `orders.${part}of3.x`,
  resource: 'orders',
  kind: 'whole',
  part,
  parts: 3,
  plan: 'x',
}));

/** Activities over a destination that has these units; `finish` is what the end of a run does. */
function activitiesOver(finish: () => Promise<readonly string[]> = async () => ['orders']) {
  const closed: string[] = [];
  const store = {
    plan: async () => units,
    find: async (_run: string, id: string) => units.find((unit) => unit.id === id),
    acquire: async () => Promise.reject(new SyncError('locked', 'another process has it')),
    finish,
  } as unknown as UnitStore;
  const destination = { units: store, close: async () => void closed.push('closed') } as unknown as Destination;
  const client = new ShopClient({ ...credentials, stores: ['some-stores', 'other-stores'], ...api([]) });
  return { activities: createShopActivities({ client, destination: async () => destination }), closed };
}

test('a plan comes part by part', async () => {
  const { activities, closed } = activitiesOver();
  const planned = (from: number) =>
    new MockActivityEnvironment(undefined, { logger }).run(activities.planShop, { run: 'r1', from, most: 2 });
  expect(await planned(0)).toEqual({ units: units.slice(0, 2).map(({ id }) => id), total: 3 });
  expect(await planned(2)).toEqual({ units: units.slice(2).map(({ id }) => id), total: 3 });
  expect(closed).toHaveLength(2);
});

test('a unit that another process has is tried again, one that there is not is not', async () => {
  const { activities, closed } = activitiesOver();
  const read = (unit: string) =>
    new MockActivityEnvironment(undefined, { logger }).run(activities.readShopUnit, { run: 'r1', unit });
  await expect(read(units[0]?.id ?? '')).rejects.toMatchObject({ type: 'locked', nonRetryable: false });
  await expect(read('none')).rejects.toMatchObject({ type: 'usage', nonRetryable: true });
  expect(closed).toHaveLength(2);
});

test('an activity tells that it lives for as long as it works', async () => {
  vi.useFakeTimers();
  let end = (_names: readonly string[]): void => undefined;
  const { activities } = activitiesOver(() => new Promise((resolve) => void (end = resolve)));
  const environment = new MockActivityEnvironment(undefined, { logger });
  let beats = 0;
  environment.on('heartbeat', () => beats++);
  const finished = environment.run(activities.finishShop, { run: 'r1' });
  await vi.advanceTimersByTimeAsync(20_500);
  expect(beats).toBe(4);
  end(['orders']);
  expect(await finished).toEqual(['orders']);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(beats).toBe(4);
});

test('a cancellation of the workflow is one; a worker that is told to end leaves its work to others', async () => {
  const cancelled = async (isAsked: boolean): Promise<unknown> => {
    const environment = new MockActivityEnvironment(undefined, { logger });
    const { activities } = activitiesOver(async () => {
      environment.cancel(
        isAsked ? 'CANCELLED' : 'WORKER_SHUTDOWN',
        new ActivityCancellationDetails({ cancelRequested: isAsked, workerShutdown: !isAsked }),
      );
      return environment.context.cancelled;
    });
    return environment.run(activities.finishShop, { run: 'r1' }).catch((error: unknown) => error);
  };
  expect(await cancelled(true)).toBeInstanceOf(CancelledFailure);
  expect(await cancelled(false)).toMatchObject({ type: 'stopped', nonRetryable: false });
});
