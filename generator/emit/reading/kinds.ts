import { isNumeric } from '../../incremental/whole.js';
import type { ResourceModel } from '../../model/connector-model.js';
import type { EmittedResource } from '../context.js';

/** Whether a read has more than one page. */
export function isPaged({ loop }: Pick<EmittedResource, 'loop'>): boolean {
  return loop.position.length > 0;
}

/** Whether a window that is too large is read in halves. */
export function halvesWindows({ model, loop }: EmittedResource): boolean {
  return isWindowed(model) && loop.maximum?.then === 'split';
}

/** Whether pages that follow each other are told apart by their keys, too: the API may lead on and on with ever new positions. */
export function comparesRows({ model, loop }: EmittedResource): boolean {
  return loop.progress.by === 'position' && loop.maximumEmptyPages > 0 && model.primaryKey.length > 0;
}

/** Whether an incremental read is cut into windows. */
export function isWindowed({ incremental }: Pick<ResourceModel, 'incremental'>): boolean {
  return incremental !== null && incremental.step !== null;
}

/** Whether windows end now: no end is said, or none must be. */
export function endsNow({ incremental }: Pick<ResourceModel, 'incremental'>): boolean {
  if (incremental === null || incremental.step === null) return false;
  const { end } = incremental;
  return end === null || (end.kind === 'option' && end.optional && end.default === null);
}

/** Whether a read asks what time it is: its windows end now, or what is later than now is not its last record. */
export function needsClock({ incremental }: Pick<ResourceModel, 'incremental'>): boolean {
  return incremental !== null && (endsNow({ incremental }) || (!isNumeric(incremental.kind) && incremental.last === 'max'));
}

/** Whether it asks what time it is, for that or for what its requests name. */
export function asksClock({ incremental, usesNow }: Pick<ResourceModel, 'incremental' | 'usesNow'>): boolean {
  return usesNow || needsClock({ incremental });
}

/** Whether states say when the read began, which its requests name. */
export function savesNow(resource: Pick<EmittedResource, 'loop' | 'model'>): boolean {
  return resource.model.usesNow && isResumable(resource);
}

/** Whether a resource is read once for each parent, or for each value of a list. */
export function isKeyed({ model }: { readonly model: Pick<ResourceModel, 'parent' | 'forEach'> }): boolean {
  return model.parent !== null || model.forEach !== null;
}

/** Whether it is read once for each value of a list, for each parent. */
export function isOfBoth({ model }: { readonly model: Pick<ResourceModel, 'parent' | 'forEach'> }): boolean {
  return model.parent !== null && model.forEach !== null;
}

/** Whether states list the values that a read has done: those of one parent are said by its parts. */
export function listsDone({ model }: { readonly model: Pick<ResourceModel, 'parent' | 'forEach'> }): boolean {
  return model.forEach !== null && model.parent === null;
}

/** Whether a read has several page loops: for each parent, for each value of a list, window after window. */
export function isPartitioned({ model }: { readonly model: Pick<ResourceModel, 'parent' | 'forEach' | 'incremental'> }): boolean {
  return isKeyed({ model }) || isWindowed(model);
}

/** Whether a state may name a position that an API can forget. */
export function isResumable(resource: Pick<EmittedResource, 'loop' | 'model'>): boolean {
  return isPaged(resource) || isPartitioned(resource) || resource.model.full !== null;
}

/** What an error of one of them counts as, where it is passed over; undefined where it ends the read. */
export function failureCount({
  model,
}: {
  readonly model: Pick<ResourceModel, 'parent' | 'forEach'>;
}): 'failedParents' | 'failedPartitions' | undefined {
  if ((model.parent?.skippedStatuses.length ?? 0) > 0) return 'failedParents';
  return (model.forEach?.skippedStatuses.length ?? 0) > 0 ? 'failedPartitions' : undefined;
}

/** Whether a parent that is gone makes a read of children begin again: what came of those before it cannot be told from what comes then. */
export function missesParents({ model, parent }: EmittedResource): boolean {
  return parent !== undefined && (model.writeDisposition !== 'merge' || model.primaryKey.length === 0);
}
