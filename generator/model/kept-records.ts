import type { ConnectorModel, ResourceModel } from './connector-model.js';

/** Whether `map` has to return what it was given: children, tables and schemas know the record as it is declared. */
export function keepsRecordType({ outputs, resources }: ConnectorModel, resource: ResourceModel): boolean {
  return outputs.length > 0 || resources.some(({ parent }) => parent?.resource.raw === resource.name.raw);
}
