import type { ResourceModel } from './connector-model.js';

/** Whether jobs are done for a resource, or for those that it is read for. */
export function doesJobs({ job, parent }: ResourceModel, resources: readonly ResourceModel[]): boolean {
  const above = resources.find(({ name }) => name.raw === parent?.resource.raw);
  return job !== null || (above !== undefined && doesJobs(above, resources));
}
