import { writtenFormat } from '../../types/time-format.js';
import { isNumeric } from '../../incremental/whole.js';
import { unwritableDirective } from '../../incremental/write-time.js';
import type { EmittedResource } from '../context.js';
import { isKeyed, isOfBoth, isPaged } from './kinds.js';
import { boundNames } from './names.js';

/** What the units of a split read are: windows of time, values of for_each, parents, ranges of pages, or the one that is all of it. */
export type SplitKind = 'window' | 'values' | 'parents' | 'pages' | 'whole';

type Splittable = Pick<EmittedResource, 'model' | 'loop'>;

/** Whether its package has anything of units. */
export function isSplit({ model }: Pick<EmittedResource, 'model'>): boolean {
  return model.splits !== null;
}

/** What its units are; undefined where its package has nothing of them. */
export function splitKind({ model, loop }: Splittable): SplitKind | undefined {
  if (!isSplit({ model })) return undefined;
  if (isOfBoth({ model }) || model.group !== null) return 'whole';
  if (model.parent !== null) return 'parents';
  if (model.forEach !== null) return 'values';
  if (asksForWindows({ model })) return 'window';
  return model.splits === 'pages' && isPaged({ loop }) && loop.ahead !== undefined ? 'pages' : 'whole';
}

/** Whether requests can name both ends of a window, and each record is in one window. */
function asksForWindows({ model }: Pick<EmittedResource, 'model'>): boolean {
  const { incremental } = model;
  if (incremental === null || isNumeric(incremental.kind) || isKeyed({ model })) return false;
  const { last, rangeStart, nullable, onMissing } = incremental;
  const recordFormat = writtenFormat(incremental.recordFormat);
  const names = boundNames({ model });
  return (
    names.start &&
    names.end &&
    last === 'max' &&
    rangeStart === 'closed' &&
    !(nullable && onMissing === 'include') &&
    !(recordFormat?.kind === 'strftime' && unwritableDirective(recordFormat.pattern) !== undefined)
  );
}
