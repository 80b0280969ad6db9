import { continueAsNew, defineQuery, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type * as activities from './activities.js';

export interface SyncOptions {
  /** What the units have in common: with the name of a run that was cut off, it goes on. Default: the id of the execution. */
  readonly run?: string;
  /** Names of resources. Default: those that the spec selects. */
  readonly resources?: readonly string[];
  /** At most so many units of each resource. */
  readonly units?: number;
  /** So many units are read at once, whatever the number of workers is. Default: 8. */
  readonly atOnce?: number;
  /** Of an execution that goes on for another one: the units that are left. */
  readonly goingOn?: { readonly left: readonly string[]; readonly done: number };
}

export interface SyncProgress {
  readonly run: string;
  readonly done: number;
  readonly left: number;
}

export const progress = defineQuery<SyncProgress>('progress');

const { plan, finish } = proxyActivities<typeof activities>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '2 seconds', maximumInterval: '2 minutes' },
});
const { readUnit } = proxyActivities<typeof activities>({
  startToCloseTimeout: '1 day',
  heartbeatTimeout: '30 seconds', // a worker that is gone is noticed then; the lease of its unit ends after a minute
  retry: { initialInterval: '2 seconds', maximumInterval: '2 minutes' },
});

/** Units that one execution reads: its history has to stay short. */
const MOST = 1_000;

/** Splits a read, reads its units side by side, and finishes the run. */
export async function syncShop({ goingOn, ...options }: SyncOptions = {}): Promise<SyncProgress> {
  const run = options.run ?? workflowInfo().runId;
  let done = goingOn?.done ?? 0;
  const left = [...(goingOn?.left ?? (await plan({ run, resources: options.resources, units: options.units })))];
  setHandler(progress, () => ({ run, done, left: left.length }));
  let taken = 0;
  const lane = async (): Promise<void> => {
    for (let id = left[0]; id !== undefined && taken < MOST; id = left[0]) {
      left.shift();
      taken++;
      await readUnit({ run, id });
      done++;
    }
  };
  await Promise.all(Array.from({ length: options.atOnce ?? 8 }, lane));
  if (left.length > 0) return continueAsNew<typeof syncShop>({ ...options, run, goingOn: { left, done } });
  await finish({ run });
  return { run, done, left: 0 };
}
