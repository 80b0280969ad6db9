import type { IncrementalModel } from './model.js';
import { granuleOf } from './step.js';
import { writeTime } from './write-time.js';

/**
 * Where the run after one whose latest value this was asks an API to begin: one unit of what bounds are written in before it, since
 * an API may count its start out. Undefined where that depends on more than the value.
 */
export function askedAfter(incremental: IncrementalModel, latest: string | number): string | number | undefined {
  const { kind, lag, rangeStart, requestFormat, recordFormat, isWhole, timezone, boundsLackZone, step, last } = incremental;
  if (lag > 0 || step !== null || timezone !== null || boundsLackZone) return undefined;
  const back = last === 'max' ? -1 : 1;
  if (kind === 'bigint') return String(BigInt(latest) + BigInt(rangeStart === 'closed' ? back : 0));
  if (kind === 'number') return Number(latest) + (isWhole && rangeStart === 'closed' ? back : 0);
  if (kind === 'date') {
    if (requestFormat !== null) return undefined;
    return new Date(Date.parse(String(latest)) + (rangeStart === 'closed' ? back * 86_400_000 : 0)).toISOString().slice(0, 10);
  }
  if (recordFormat?.kind !== 'iso8601') return undefined;
  const text = String(latest);
  if (requestFormat === null) {
    if (rangeStart === 'open') return latest;
    if (!text.endsWith('Z')) return undefined;
    const [, fraction = ''] = /(\.\d+)Z$/.exec(text) ?? [];
    const at = new Date(Date.parse(text) + back * (fraction === '' ? 1000 : 1)).toISOString();
    return `${at.slice(0, 19)}${fraction === '' ? '' : at.slice(19, 23).padEnd(fraction.length, '0').slice(0, fraction.length)}Z`;
  }
  const unit = rangeStart === 'open' ? 0 : granuleOf(requestFormat);
  return unit === undefined ? undefined : writeTime(requestFormat, Date.parse(text) + back * unit);
}
