// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { expect, test, vi } from 'vitest';
import type { ShopActivities } from '../../src/temporal/activities.ts';
import { syncShop, type SyncShopOptions, type SyncShopProgress } from '../../src/temporal/workflow.ts';

/** What stands in for a server: it tells nothing but which execution this is, and begins the next one. */
const server = vi.hoisted(() => ({
  activities: {} as ShopActivities,
  executions: 0,
  progress: (): unknown => undefined,
  next: undefined as SyncShopOptions | undefined,
}));

vi.mock('@temporalio/workflow', async (original) => ({
  ...(await original<object>()),
  workflowInfo: () => ({ runId: `execution-${server.executions}` }),
  setHandler: (_query: unknown, handler: () => unknown) => void (server.progress = handler),
  proxyActivities: () => ({
    planShop: (asked: never) => server.activities.planShop(asked),
    readShopUnit: (asked: never) => server.activities.readShopUnit(asked),
    finishShop: (asked: never) => server.activities.finishShop(asked),
  }),
  continueAsNew: (options: SyncShopOptions) => {
    server.next = options;
    return Promise.reject(new Error('another execution goes on'));
  },
}));

const UNITS = ['1of5', '2of5', '3of5', '4of5', '5of5'];

/** Runs the workflow to its end, and tells what it did. */
async function executed(first: SyncShopOptions, read: (unit: string) => Promise<void> = async () => undefined) {
  const done: string[] = [];
  const shown: SyncShopProgress[] = [];
  let atOnce = 0;
  let most = 0;
  server.activities = {
    planShop: async ({ run, resources, units, from, most: count }) => {
      done.push(`plan ${run} ${String(resources)} ${String(units)}`);
      return { units: UNITS.slice(from, from + count), total: UNITS.length };
    },
    readShopUnit: async ({ run, unit }) => {
      most = Math.max(most, ++atOnce);
      shown.push(server.progress() as SyncShopProgress);
      await new Promise((resolve) => setTimeout(resolve, 1));
      await read(unit).finally(() => atOnce--);
      done.push(`${unit} ${run}`);
      return { records: 1 };
    },
    finishShop: async ({ run }) => {
      done.push(`finish ${run}`);
      return [];
    },
  };
  server.executions = 0;
  server.next = first;
  let result: unknown;
  while (server.next !== undefined && server.executions < 10) {
    const options = server.next;
    server.next = undefined;
    server.executions++;
    result = await syncShop(options).catch((error: unknown) => error);
  }
  return { done, shown, most, executions: server.executions, result };
}

test('every unit is read once, so many at once, and the run is finished after them', async () => {
  const { done, shown, most, executions, result } = await executed({ resources: ['orders'], units: 5, atOnce: 2 });
  expect(done[0]).toBe('plan execution-1 orders 5');
  expect(done.slice(1, -1).sort()).toEqual(UNITS.map((unit) => `${unit} execution-1`));
  expect(done.at(-1)).toBe('finish execution-1');
  expect([most, executions]).toEqual([2, 1]);
  expect(shown[0]).toEqual({ run: 'execution-1', done: 0, running: 1, total: 5 });
  expect(shown.at(-1)).toMatchObject({ running: 2, total: 5 });
  expect(result).toEqual({ run: 'execution-1', done: 5, running: 0, total: 5 });
  expect((await executed({})).most).toBe(5); // 8 at once, where there are so many
});

test('long lists go on in other executions, as the same run', async () => {
  const { done, executions, result } = await executed({
    resources: ['orders'],
    units: 5,
    atOnce: 1,
    unitsPerExecution: 2,
  });
  expect(executions).toBe(3);
  expect(done.filter((each) => each.startsWith('plan'))).toEqual(
    Array.from({ length: 3 }, () => 'plan execution-1 orders 5'),
  );
  expect(done.filter((each) => !each.startsWith('plan'))).toEqual([
    ...UNITS.map((unit) => `${unit} execution-1`),
    'finish execution-1',
  ]);
  expect(result).toEqual({ run: 'execution-1', done: 5, running: 0, total: 5 });
});

test('after a unit that fails for good none is begun, and what runs comes to its end', async () => {
  const error = new Error('answered 401');
  const { done, result } = await executed({ run: 'r1', atOnce: 2 }, async (unit) => {
    if (unit === '1of5') throw error;
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  expect(done).toEqual(['plan r1 undefined undefined', '2of5 r1']);
  expect(result).toBe(error);
});

test.each([{ atOnce: 0 }, { atOnce: 1.5 }, { unitsPerExecution: 0 }])('refuses %o', async (options) => {
  expect((await executed(options)).result).toMatchObject({ type: 'usage', nonRetryable: true });
});
