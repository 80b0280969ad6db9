import type { EmittedResource } from '../context.js';
import { isHooked } from '../hooks/predicates.js';

/** What tells apart the filters that a resource may have had: records that one of them left out do not come again. Undefined: it leaves out nothing. */
export function filterMark({ model, hooks, record }: EmittedResource): string | undefined {
  const hooked = isHooked({ hooks }, 'filter');
  if (model.filter.length === 0 && !hooked && !record.type.mayDiscardRows) return undefined;
  return shortHash(JSON.stringify([model.filter, hooked, record.type.contract]));
}

/** 32 bits (FNV-1a). */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
