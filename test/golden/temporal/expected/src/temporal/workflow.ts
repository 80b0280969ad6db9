// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import {
  ActivityCancellationType,
  ApplicationFailure,
  continueAsNew,
  defineQuery,
  proxyActivities,
  setHandler,
  workflowInfo,
  type QueryDefinition,
} from '@temporalio/workflow';
import type { ShopActivities } from './activities.ts';

export interface SyncShopOptions {
  /** What the units of this read have in common. With the name of a run that ended early, that one goes on. Default: the id of this execution. */
  readonly run?: string | undefined;
  /** Names of resources. Default: those that the spec selects. */
  readonly resources?: readonly string[] | undefined;
  /** At most so many units of each resource. Default: what suits it. */
  readonly units?: number | undefined;
  /** So many units are read at once, whatever the number of workers is. Default: 8. */
  readonly atOnce?: number | undefined;
  /** After so many units another execution goes on, since the history of each has to stay short. Default: 1,000. */
  readonly unitsPerExecution?: number | undefined;
  /** Units that the executions before this one have read: set where one goes on for another. */
  readonly done?: number | undefined;
}

/** How far a run is. */
export interface SyncShopProgress {
  readonly run: string;
  /** Units that are complete. */
  readonly done: number;
  /** Units that are being read, or wait for a worker. */
  readonly running: number;
  /** All units; null: the read is being split. */
  readonly total: number | null;
}

/** Asks an execution how far it is. */
export const progress: QueryDefinition<SyncShopProgress> = defineQuery<SyncShopProgress>('progress');

const { planShop, readShopUnit, finishShop } = proxyActivities<ShopActivities>({
  startToCloseTimeout: '1 day',
  heartbeatTimeout: '30 seconds', // who is gone is noticed then; the lease of its unit ends after a minute
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '2 minutes' },
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED, // until then they hold their units
});

/**
 * Splits a read, reads its units side by side, and finishes the run. When a unit fails for good, no other one is begun, those that are being
 * read come to their end, and the execution fails; started again with the same `run`, it reads what is left. So it does after a cancellation,
 * which ends what is being read after its last rows.
 */
export async function syncShop(options: SyncShopOptions = {}): Promise<SyncShopProgress> {
  const { run = workflowInfo().runId, atOnce = 8, unitsPerExecution = 1_000, done: before = 0 } = options;
  for (const [name, count] of Object.entries({ atOnce, unitsPerExecution })) {
    if (!(Number.isSafeInteger(count) && count > 0))
      throw ApplicationFailure.nonRetryable(`${name} is a whole number of at least 1`, 'usage');
  }
  let done = before;
  let running = 0;
  let total: number | null = null;
  setHandler(progress, () => ({ run, done, running, total }));
  const plan = await planShop({
    run,
    resources: options.resources,
    units: options.units,
    from: before,
    most: unitsPerExecution,
  });
  total = plan.total;
  const left = [...plan.units];
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (let unit = left.shift(); unit !== undefined && failures.length === 0; unit = left.shift()) {
      running++;
      try {
        await readShopUnit({ run, unit });
        done++;
      } catch (error) {
        failures.push(error);
      }
      running--;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  if (failures.length > 0) throw failures[0];
  if (done < plan.total) return continueAsNew<typeof syncShop>({ ...options, run, done });
  await finishShop({ run });
  return { run, done, running, total };
}
