// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

export { createShopActivities, type ShopActivities, type ShopActivityOptions } from './activities.ts';
export { failureOf } from './failure.ts';
export { runShopWorker, TASK_QUEUE, workflowsPath, type ShopWorkerOptions } from './worker.ts';
export { progress, syncShop, type SyncShopOptions, type SyncShopProgress } from './workflow.ts';
