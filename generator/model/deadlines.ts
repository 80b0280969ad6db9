import type { ConnectorModel, ResourceModel } from './connector-model.js';

/** Whether any read of a connector has a deadline. */
export function hasDeadlines({ resources }: Pick<ConnectorModel, 'resources'>): boolean {
  return resources.some(({ deadlineMs }) => deadlineMs !== null);
}

/** Whether the reads of a resource may have one: by what the spec says of it, or of those that are read for its records. */
export function takesDeadline({ resources }: Pick<ConnectorModel, 'resources'>, { name, deadlineMs }: ResourceModel): boolean {
  if (deadlineMs !== null) return true;
  return resources.some(
    (each) => (each.parent?.resource.raw === name.raw || each.full?.raw === name.raw) && takesDeadline({ resources }, each),
  );
}
