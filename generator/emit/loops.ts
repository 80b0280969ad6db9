import type { ResourceModel } from '../model/connector-model.js';

/** Whether an incremental read is cut into windows. */
export function isWindowed({ incremental }: Pick<ResourceModel, 'incremental'>): boolean {
  return incremental !== null && incremental.step !== null;
}

/** Whether a read asks what time it is: its windows end now. */
export function needsClock({ incremental }: Pick<ResourceModel, 'incremental'>): boolean {
  if (incremental === null || incremental.step === null) return false;
  const { end } = incremental;
  return end === null || (end.kind === 'option' && end.optional && end.default === null);
}

/** Whether a read has several page loops, one after the other: for each parent, for each value of a list, window after window. */
export function isPartitioned({ model }: { readonly model: Pick<ResourceModel, 'parent' | 'forEach' | 'incremental'> }): boolean {
  return model.parent !== null || model.forEach !== null || isWindowed(model);
}

/** What an error of one of them counts as, where it is passed over; undefined where it ends the read. */
export function failureCount({
  model,
}: {
  readonly model: Pick<ResourceModel, 'parent' | 'forEach'>;
}): 'failedParents' | 'failedPartitions' | undefined {
  if (model.parent?.onChildError === 'skip') return 'failedParents';
  return model.forEach?.onError === 'skip' ? 'failedPartitions' : undefined;
}
