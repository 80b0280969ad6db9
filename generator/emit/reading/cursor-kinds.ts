import type { IncrementalModel } from '../../incremental/model.js';
import { isNumeric } from '../../incremental/whole.js';
import type { EmittedResource } from '../context.js';
import { filterMark } from './filter-mark.js';
import { type Code, code } from '../../code.js';

/** Questions to the model about incremental reads: what of a cursor a package needs. */

/** Whether pages may have something to say: see `notes` of `Cursor`. */
export function hasNotes(resource: EmittedResource): boolean {
  const { incremental } = resource.model;
  return incremental !== null && (followsClock(incremental) || filterMark(resource) !== undefined);
}

/** Whether what is decoded is not what came: records are then told apart by what came. */
export function marksRaw({ model, record }: EmittedResource): boolean {
  if (model.incremental === null) return false;
  const { columns, dataType } = record.type.contract;
  return (
    columns.startsWith('discard') ||
    dataType.startsWith('discard') ||
    model.format.kind === 'csv' ||
    includes(model) ||
    model.changes !== null
  );
}

function includes({ parent, forEach }: EmittedResource['model']): boolean {
  return (parent?.included.length ?? 0) > 0 || (forEach?.included.length ?? 0) > 0;
}

/** Whether a maximum may end a read that has not seen everything. */
export function holdsStart({ model, loop }: EmittedResource): boolean {
  return model.incremental !== null && loop.maximum?.then === 'stop' && loop.maximum.isTold && !checksOrder(model.incremental);
}

/** Whether the start of the next read is bounded by the time of this one. */
export function followsClock({ kind, last }: IncrementalModel): boolean {
  return !isNumeric(kind) && last === 'max';
}

export function isNumber({ kind, recordFormat }: IncrementalModel): boolean {
  return kind === 'number' || recordFormat?.kind === 'epoch_s' || recordFormat?.kind === 'epoch_ms';
}

/** Whether cursors are integers of any size: the digits of a `bigint`. */
export function isWhole({ kind }: IncrementalModel): boolean {
  return kind === 'bigint';
}

/** Whether an API sends what is new last: a step back is an error. */
export function checksOrder({ order, last }: IncrementalModel): boolean {
  return order === (last === 'max' ? 'asc' : 'desc');
}

/** Whether an API sends what is new first: the read ends where it reaches what is old. */
export function reachesOld({ order, last }: IncrementalModel): boolean {
  return order === (last === 'max' ? 'desc' : 'asc');
}

/** The type of a cursor's values. */
export function cursorType(incremental: IncrementalModel): Code {
  return isNumber(incremental) ? code`number` : code`string`;
}
