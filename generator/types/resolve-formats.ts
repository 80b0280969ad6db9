import type { Span } from '../diagnostics/diagnostic.js';
import { records } from '../diagnostics/messages/records.js';
import type { Reading } from '../shape.js';
import type { FieldFacts } from './field-facts.js';
import type { StringFormat, OneTimeFormat, TimeFormat } from './model.js';
import { isEpoch, NAMED_TIME_FORMATS, repeatedDirective, unknownDirective } from './time-format.js';

/** The formats that the facts about a field name. */

const STRING_FORMATS = ['uuid', 'uri', 'email', 'ip', 'ipv4', 'ipv6'] as const;

export function resolveTimeFormat(
  facts: FieldFacts,
  said: string | readonly string[],
  of: 'datetime' | 'date' | 'time',
  reading: Reading,
): TimeFormat {
  if (typeof said === 'string') return resolveOneFormat(reading.spanOf(facts, 'format'), said, of, reading);
  const formats = said.map((each, index) => resolveOneFormat(reading.spanOf(said, index), each, of, reading));
  const [first = { kind: 'iso8601' as const }, ...more] = formats;
  if (more.length === 0) return first;
  const epoch = formats.findIndex(isEpoch);
  if (epoch !== -1) reading.report(records.mixedFormats(reading.spanOf(said, epoch), said[epoch] ?? ''));
  return { kind: 'several', formats };
}

function resolveOneFormat(span: Span, format: string, of: 'datetime' | 'date' | 'time', reading: Reading): OneTimeFormat {
  const known = of === 'datetime' ? NAMED_TIME_FORMATS : (['iso8601'] as const);
  const name = known.find((each) => each === format);
  if (name !== undefined) return { kind: name };
  const unknown = unknownDirective(format);
  const repeated = repeatedDirective(format);
  if (!format.includes('%'))
    reading.report(
      records.format(span, format, `a format of ${of}`, [
        ...known,
        of === 'datetime' ? '%Y-%m-%d %H:%M:%S' : of === 'date' ? '%d/%m/%Y' : '%H:%M',
      ]),
    );
  else if (unknown !== undefined) reading.report(records.directive(span, unknown));
  else if (repeated !== undefined) reading.report(records.repeatedDirective(span, repeated));
  return { kind: 'strftime', pattern: format };
}

export function resolveStringFormat(facts: FieldFacts, format: string, reading: Reading): StringFormat | undefined {
  const known = STRING_FORMATS.find((each) => each === format);
  if (known === undefined) reading.report(records.format(reading.spanOf(facts, 'format'), format, 'a format of string', STRING_FORMATS));
  return known;
}
