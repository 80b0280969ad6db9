import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { parseTemplate } from '../placeholder.js';
import type { TimeFormat } from '../types/model.js';
import type { Reading } from '../shape.js';
import { saysNoZone } from './write-time.js';
import type { IncrementalModel, ZoneModel } from './model.js';
import type { IncrementalSpec } from './shape.js';
import { isNumeric } from './whole.js';
import type { IncrementalContext } from './context.js';

/** The zone of times that name none. */

/** The zone of times without an offset; what is none is reported. */
export function zoneOf(
  spec: IncrementalSpec,
  kind: IncrementalModel['kind'],
  { config }: IncrementalContext,
  reading: Reading,
): ZoneModel | null {
  if (spec.timezone === undefined) return null;
  const refuse = (message: string, hint: string): null => {
    reading.report(messages.pattern(reading.spanOf(spec, 'timezone'), 'spec/timezone', message, hint));
    return null;
  };
  if (isNumeric(kind)) return refuse('a number has no time zone', 'Leave out timezone.');
  const parsed = parseTemplate(spec.timezone);
  const [part, ...more] = parsed.ok ? parsed.template : [];
  if (part !== undefined && typeof part !== 'string' && more.length === 0) {
    const option = part.root === 'config' ? config.find((each) => each.name.raw === part.path[0]) : undefined;
    if (option === undefined) return refuse(`${shorten(part.source)} names no option of config`, 'Declare it under config.');
    if (option.type !== 'string' || (option.optional && option.default === null))
      return refuse(`the option ${shorten(option.name.raw)} is not always the name of a zone`, 'Make it a string with a default.');
    return { kind: 'option', option: option.name };
  }
  if (isZone(spec.timezone)) return { kind: 'zone', zone: spec.timezone };
  return refuse(`${shorten(spec.timezone)} is not the name of a time zone`, 'Write its IANA name: Europe/Berlin.');
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

/** Whether records say their zone and bounds do not; it costs records, so it is said. */
export function lacksZone(
  spec: IncrementalSpec,
  kind: IncrementalModel['kind'],
  recordFormat: TimeFormat | null,
  requestFormat: TimeFormat | undefined,
  timezone: ZoneModel | null,
  { namesStart, namesEnd }: IncrementalContext,
  reading: Reading,
): boolean {
  const isSent = spec.start_param !== undefined || spec.end_param !== undefined || namesStart || namesEnd;
  if (kind !== 'instant' || timezone !== null || requestFormat === undefined || !isSent) return false;
  if (saysNoZone(recordFormat) || !saysNoZone(requestFormat)) return false;
  reading.report(
    messages.warning(
      reading.spanOf(spec, 'format'),
      'lint/zone-less-bound',
      'bounds are written without a zone, and the API decides which one they are in: 12 hours more are read at the start, and 14 at the end',
      'Say which: timezone: Europe/Berlin, or UTC.',
    ),
  );
  return true;
}

/** How much later clocks are in a time zone than in UTC, in milliseconds. */
export function offsetIn(zone: string, ms: number): number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const at = (part: Intl.DateTimeFormatPartTypes): number => parts.get(part) ?? 0;
  return Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second')) - Math.floor(ms / 1000) * 1000;
}
