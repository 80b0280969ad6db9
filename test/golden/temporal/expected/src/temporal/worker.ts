// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDriver } from '../sync/destination.ts';
import type { ShopActivities } from './activities.ts';

export interface ShopWorkerOptions {
  readonly activities: ShopActivities;
  /** Where Temporal is. Default: `localhost:7233`. */
  readonly address?: string | undefined;
  /** Default: `default`. */
  readonly namespace?: string | undefined;
  readonly taskQueue?: string | undefined;
  /** Units that this process reads at once. Default: 4. */
  readonly atOnce?: number | undefined;
}

/** Where the workflow is, for workers of your own: `Worker.create({ workflowsPath, … })`. */
export const workflowsPath: string = fileURLToPath(
  new URL(`./workflow${extname(fileURLToPath(import.meta.url))}`, import.meta.url),
);

/** The task queue of workers and workflows that name no other. */
export const TASK_QUEUE = 'shop';

/** Takes workflows and activities from a task queue, until the process is told to end: then what it reads is left to others, after its last rows. */
export async function runShopWorker({
  activities,
  address,
  namespace = 'default',
  taskQueue = TASK_QUEUE,
  atOnce = 4,
}: ShopWorkerOptions): Promise<void> {
  const { NativeConnection, Worker } = await loadDriver<typeof import('@temporalio/worker')>(
    '@temporalio/worker',
    'A worker of Temporal',
  );
  const connection = await NativeConnection.connect(address === undefined ? {} : { address });
  try {
    const worker = await Worker.create({
      connection,
      namespace,
      taskQueue,
      workflowsPath,
      activities,
      maxConcurrentActivityTaskExecutions: atOnce,
    });
    await worker.run();
  } finally {
    await connection.close();
  }
}
