import { spec as messages } from '../diagnostics/messages/spec.js';
import { buildOutputs, sharedDestinationsOf } from '../outputs.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec, SpecDocument } from '../spec/document.js';
import type { ResourceModel } from './connector-model.js';

/** What ranges of pages ask of a resource. */
interface PagesFacts {
  /** Whether an answer tells where all pages after it begin. */
  readonly knowsPages: boolean;
  /** Whether its read is split in another way: by parents, values, or time. */
  readonly isOther: boolean;
}

/** How reads of a resource can be split; ranges of pages that cannot be known are reported. */
export function buildSplits(
  spec: ResourceSpec,
  outputs: SpecDocument['outputs'],
  { knowsPages, isOther }: PagesFacts,
  reading: Reading,
): ResourceModel['splits'] {
  if (spec.splits === undefined) return sharedDestinationsOf(buildOutputs(outputs)).length > 0 ? 'auto' : null;
  if (spec.splits !== 'pages') return spec.splits ? 'auto' : null;
  const refuse = (message: string, hint: string): null => {
    reading.report(messages.pattern(reading.spanOf(spec, 'splits'), 'spec/splits', message, hint));
    return null;
  };
  if (isOther) return 'auto';
  if (!knowsPages)
    return refuse('how many pages there are is not known', 'Say total_path or total_header of the paginator, or leave out splits.');
  return 'pages';
}
