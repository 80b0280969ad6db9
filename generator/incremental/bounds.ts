import { spec as messages } from '../diagnostics/messages/spec.js';
import type { Span } from '../diagnostics/diagnostic.js';
import { shorten } from '../diagnostics/words.js';
import { parseTemplate } from '../placeholder.js';
import type { TimeFormat } from '../types/model.js';
import type { Reading } from '../shape.js';
import { readFormats, timePattern, writtenFormat } from '../types/time-format.js';
import { saysNoZone, writeTime } from './write-time.js';
import { offsetIn } from './zone.js';
import type { BoundModel, IncrementalModel, ZoneModel } from './model.js';
import type { IncrementalSpec } from './shape.js';
import { wholeBound } from './whole.js';
import type { IncrementalContext } from './context.js';

/** Where a read begins and ends, as the spec says it, or an option of the caller. */

export function boundOf(
  spec: IncrementalSpec,
  key: 'initial_value' | 'end_value',
  kind: IncrementalModel['kind'],
  format: TimeFormat | null,
  timezone: ZoneModel | null,
  { config }: IncrementalContext,
  reading: Reading,
): BoundModel | null {
  const said = spec[key];
  if (said === undefined || said === null) return null;
  const span = reading.spanOf(spec, key);
  if (kind === 'bigint') {
    const isEpochNs = spec.format === 'epoch_ns';
    const time = isEpochNs && typeof said === 'string' ? writtenBound(said, 'instant', null, null) : undefined;
    return wholeBound(time === undefined ? said : nanosecondsOf(said, time), key, span, config, isEpochNs, reading);
  }
  const numeric = kind === 'number' || format?.kind === 'epoch_s' || format?.kind === 'epoch_ms';
  const wanted = numeric ? 'a number' : kind === 'date' ? 'a date' : 'a time as records have it';
  const parsed = typeof said === 'string' ? parseTemplate(said) : undefined;
  const [part, ...more] = parsed?.ok === true ? parsed.template : [];
  if (part !== undefined && typeof part !== 'string' && more.length === 0) {
    const option = part.root === 'config' ? config.find((each) => each.name.raw === part.path[0]) : undefined;
    const fits =
      option !== undefined &&
      (kind === 'number'
        ? option.type === 'integer' || option.type === 'number'
        : option.type === 'datetime' || option.type === 'date' || (numeric && (option.type === 'integer' || option.type === 'number')));
    if (option === undefined)
      reading.report(messages.pattern(span, 'spec/unknown-option', `${shorten(part.source)} names no option of config`));
    else if (!fits)
      reading.report(
        messages.pattern(
          span,
          'spec/cursor-type',
          `the option ${shorten(option.name.raw)} is of type ${option.type}, the cursor is ${wanted}`,
          kind === 'number' ? 'Declare it with type: integer.' : 'Declare it with type: datetime, or date.',
        ),
      );
    const isText = option?.type === 'datetime' || option?.type === 'date';
    return option === undefined
      ? null
      : { kind: 'option', option: option.name, optional: option.optional, default: option.default, isText };
  }
  const written = typeof said === 'string' && kind !== 'number' ? writtenBound(said, kind, format, timezone) : undefined;
  if (written !== undefined) {
    if (timezone?.kind === 'option' && kind === 'instant') checkOffset(key, String(said), format, span, reading);
    return { kind: 'value', value: written };
  }
  const fits = typeof said === 'number' ? numeric : typeof said === 'string' && format !== null && isWrittenSo(said, format);
  if (!fits || typeof said === 'boolean') {
    reading.report(
      messages.pattern(
        span,
        'spec/cursor-type',
        `${key} is ${typeof said === 'string' ? shorten(said) : String(said)}, the cursor is ${wanted}`,
        kind === 'number' ? 'Write a number, without quotes.' : 'Write it in ISO 8601: 2026-01-31T00:00:00Z, or 2026-01-31.',
      ),
    );
    return null;
  }
  return { kind: 'value', value: said };
}

/** A time in ISO 8601 as nanoseconds since 1970, with all digits of its fraction. */
function nanosecondsOf(said: unknown, time: string | number): string {
  const [, fraction = ''] = /\.(\d{1,9})/.exec(String(said)) ?? [];
  const seconds = Math.floor(Date.parse(String(time)) / 1000);
  return String(BigInt(seconds) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0')));
}

/** Whether a text is a time as records have it, in another form than ISO 8601. */
function isWrittenSo(said: string, format: TimeFormat): boolean {
  return readFormats(format).some(
    (each) =>
      (each.kind === 'strftime' || each.kind === 'microsoft_date') && new RegExp(timePattern('datetime', each) ?? '', 'u').test(said),
  );
}

/** Where the zone is the caller's, a bound of the spec cannot be brought into it, or out of it. */
function checkOffset(key: string, said: string, format: TimeFormat | null, span: Span, reading: Reading): void {
  const local = format !== null && saysNoZone(format);
  if (/(?:Z|[+-]\d\d:?\d\d)$/.test(said.slice(10)) !== local) return;
  reading.report(
    messages.pattern(
      span,
      'spec/timezone',
      `${key} is ${shorten(said)}, and which time that is for the caller's zone is not known here`,
      local ? 'Write it as the clocks of that zone show it, without an offset.' : 'Write it with an offset: 2026-01-31T00:00:00Z.',
    ),
  );
}

/** A bound in ISO 8601 in the form that the cursor has: a day is its beginning, a time without an offset is in the zone of the spec, or UTC. */
export function writtenBound(
  said: string,
  kind: IncrementalModel['kind'],
  formats: TimeFormat | null,
  timezone: ZoneModel | null,
): string | number | undefined {
  const format = writtenFormat(formats);
  const [, day, time, zone] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/.exec(said) ?? [];
  if (day === undefined) return undefined;
  const ms = Date.parse(`${day}T${time ?? '00:00:00'}${zone ?? 'Z'}`);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms) || Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return undefined; // 30 February is no day
  if (kind === 'date') return day;
  if (format?.kind === 'iso8601' && time !== undefined && zone !== undefined && time.length > 5) return said;
  const local = zone !== undefined || timezone === null || timezone.kind === 'option' ? ms : ms - offsetIn(timezone.zone, ms);
  if (format === null || format.kind === 'iso8601') return new Date(local).toISOString().replace('.000Z', 'Z');
  const shown = saysNoZone(format) && timezone?.kind === 'zone' ? local + offsetIn(timezone.zone, local) : local;
  return writeTime(format, shown);
}
