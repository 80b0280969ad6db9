import type { ResourceModel } from './connector-model.js';

/**
 * Whether the requests of a read are those of its pages, one after the other: not where jobs are done for it, or for those that it is read
 * for, nor where another endpoint is read in full first.
 */
export function isReadAsAsked({ job, full, parent }: ResourceModel, resources: readonly ResourceModel[]): boolean {
  const above = resources.find(({ name }) => name.raw === parent?.resource.raw);
  return job === null && full === null && (above === undefined || isReadAsAsked(above, resources));
}
