import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, shorten } from '../diagnostics/words.js';
import type { FieldModel, OneTimeFormat, TimeFormat } from '../types/model.js';
import { NAMED_TIME_FORMATS } from '../types/time-format.js';
import { parseSelector, showPath, type Path } from '../selector.js';
import type { Reading } from '../shape.js';
import { formatKey, isEpoch, readFormats, writtenFormat } from '../types/time-format.js';
import { unwritableDirective } from './write-time.js';
import type { BoundModel, IncrementalModel } from './model.js';
import type { IncrementalSpec } from './shape.js';
import { granuleOf, parseDuration, type StepModel } from './step.js';
import { isNumeric } from './whole.js';
import { zoneOf, lacksZone } from './zone.js';
import { boundOf } from './bounds.js';
import type { IncrementalContext } from './context.js';

/** How a spec declares a cursor of which it knows nothing: most are times. */
function howToDeclare(path: string): string {
  const declared = (keys: readonly string[]): string =>
    `{ ${keys[0]}: ${keys.length > 1 ? `{ type: object, fields: ${declared(keys.slice(1))} }` : 'datetime'} }`;
  const isPlain = /^\w+(\.\w+)*$/.test(path);
  return `Declare it${isPlain ? `: fields: ${declared(path.split('.'))}` : ' under fields'}; or date, integer or number, as the API has it.`;
}

/** The block with its defaults; undefined when it does not fit the record. */
export function buildIncremental(spec: IncrementalSpec, context: IncrementalContext, reading: Reading): IncrementalModel | undefined {
  const parsed = parseSelector(spec.cursor_path);
  if (!parsed.ok) return undefined;
  const field = fieldAt(context.record.fields, parsed.path);
  if (field === undefined) {
    const names = context.record.fields.map((each) => each.name);
    const match = closest(spec.cursor_path, names);
    const hint = match === undefined ? howToDeclare(spec.cursor_path) : `Did you mean "${match}"?`;
    reading.report(
      messages.pattern(
        reading.spanOf(spec, 'cursor_path'),
        'spec/unknown-field',
        `${shorten(context.resource)} has no field ${shorten(spec.cursor_path)}`,
        hint,
      ),
    );
    return undefined;
  }
  const kind = kindOf(field);
  if (kind === undefined) {
    reading.report(
      messages.pattern(
        reading.spanOf(spec, 'cursor_path'),
        'spec/cursor-type',
        `${shorten(showPath(parsed.path))} cannot tell what is newer`,
        'A cursor is a datetime, a date, an integer, a number or a bigint.',
      ),
    );
    return undefined;
  }
  const recordFormat = field.type.kind === 'time' && kind === 'instant' ? field.type.format : null;
  const timezone = zoneOf(spec, kind, context, reading);
  const isEpochNs = kind === 'bigint' && formatsOf(spec)[0] === 'epoch_ns';
  const initial = boundOf(spec, 'initial_value', kind, recordFormat, timezone, context, reading);
  const end = boundOf(spec, 'end_value', kind, recordFormat, timezone, context, reading);
  const requestFormat = formatOf(spec, kind, reading);
  checkRead(spec, field, recordFormat, reading);
  const old = spec.last_value_func === 'min' ? 'asc' : 'desc'; // the order in which a feed ends at what is old
  if (
    spec.step === undefined &&
    spec.start_param === undefined &&
    !context.namesStart &&
    spec.client_side !== true &&
    spec.row_order !== old
  ) {
    reading.report(
      messages.pattern(
        reading.spanOf(spec),
        'spec/unsent-cursor',
        'the API is never told where to begin',
        'Set start_param, use {incremental.start_value}, or say client_side: true if it cannot be told.',
      ),
    );
  }
  const wanted = requestFormat ?? recordFormat;
  const step = stepOf(spec, kind, wanted, initial, context, reading);
  if (spec.step === undefined && spec.end_param !== undefined && spec.end_value === undefined) {
    reading.report(messages.pattern(reading.spanOf(spec, 'end_param'), 'spec/end-without-value', 'end_param needs an end_value'));
  }
  if (spec.step === undefined && spec.end_param === undefined && spec.end_value === undefined && context.namesEnd) {
    const said = '{incremental.end_value} needs an end_value, or a step';
    reading.report(messages.pattern(reading.spanOf(spec), 'spec/end-without-value', said));
  }
  return {
    cursor: parsed.path,
    kind,
    recordFormat,
    requestFormat: requestFormat === undefined || sameFormat(requestFormat, writtenFormat(recordFormat)) ? null : requestFormat,
    initial,
    end,
    startParam: spec.start_param ?? null,
    endParam: spec.end_param ?? null,
    lag: (spec.lag ?? 0) * (isEpochNs ? 1e9 : kind === 'instant' ? 1000 : kind === 'date' ? 86_400_000 : 1),
    rangeStart: spec.range_start ?? 'closed',
    rangeEnd: spec.range_end ?? 'open',
    order: spec.row_order ?? null,
    last: spec.last_value_func ?? 'max',
    step,
    onMissing: spec.on_cursor_value_missing ?? 'raise',
    timezone,
    boundsLackZone: lacksZone(spec, kind, recordFormat, requestFormat, timezone, context, reading),
    isEpochNs,
    isWhole: kind === 'bigint' || (field.type.kind === 'number' && field.type.integer),
    nullable: field.nullable || field.optional || parsed.path.length > 1,
  };
}

/** The windows of a read; what they cannot be combined with is reported. */
function stepOf(
  spec: IncrementalSpec,
  kind: IncrementalModel['kind'],
  format: TimeFormat | null,
  initial: BoundModel | null,
  { namesStart, namesEnd }: IncrementalContext,
  reading: Reading,
): StepModel | null {
  if (spec.step === undefined) return null;
  const duration = parseDuration(spec.step);
  if (duration === undefined) return null;
  const refuse = (key: keyof IncrementalSpec & string, code: `spec/${string}`, message: string, hint: string): null => {
    reading.report(messages.pattern(spec[key] === undefined ? reading.spanOf(spec) : reading.spanOf(spec, key), code, message, hint));
    return null;
  };
  const isEpochNs = kind === 'bigint' && formatsOf(spec)[0] === 'epoch_ns';
  if (isNumeric(kind) && !isEpochNs)
    return refuse(
      'step',
      'spec/window',
      'numbers have no windows',
      'A step is for cursors that are times or dates; format: epoch_ns says that a bigint is nanoseconds since 1970.',
    );
  if (spec.last_value_func === 'min')
    return refuse('last_value_func', 'spec/window', 'windows are read forwards', 'Leave out step, or last_value_func: min.');
  if (spec.client_side === true)
    return refuse(
      'client_side',
      'spec/window',
      'windows are for APIs that are told where to begin and end',
      'Leave out step, or client_side.',
    );
  if (spec.row_order === 'desc')
    return refuse('row_order', 'spec/window', 'a window is read to its end, whatever its order', 'Leave out row_order.');
  if (spec.on_cursor_value_missing === 'include')
    return refuse(
      'on_cursor_value_missing',
      'spec/window',
      'a record without a time is in no window, or in all of them',
      'Say exclude, or leave out step.',
    );
  if (spec.start_param === undefined && !namesStart)
    return refuse(
      'step',
      'spec/window',
      'the API is never told where a window begins',
      'Set start_param, or use {incremental.start_value}.',
    );
  if (spec.end_param === undefined && !namesEnd)
    return refuse('step', 'spec/window', 'the API is never told where a window ends', 'Set end_param, or use {incremental.end_value}.');
  if (initial === null) return refuse('initial_value', 'spec/window', 'the first window has to begin somewhere', 'Set initial_value.');
  if (initial.kind === 'option' && initial.optional && initial.default === null)
    return refuse(
      'initial_value',
      'spec/window',
      'the first window has to begin somewhere, and the option may be left out',
      'Give it a default.',
    );
  const granule = isEpochNs ? 1 : granuleOf(kind === 'date' ? (spec.format === undefined ? null : format) : format);
  const fits = granule !== undefined && duration.ms % granule === 0;
  if (!fits)
    return refuse(
      'step',
      'spec/window',
      'the format of the bounds does not tell windows of this length apart',
      'Take a longer step, or a format that is finer.',
    );
  return { ...duration, granule: kind === 'date' ? Math.max(granule, 86_400_000) : granule };
}

function kindOf({ type }: FieldModel): IncrementalModel['kind'] | undefined {
  if (type.kind === 'number' || type.kind === 'bigint') return type.kind;
  if (type.kind !== 'time' || type.of === 'time') return undefined;
  if (type.of === 'date') return type.format.kind === 'iso8601' ? 'date' : undefined;
  return 'instant';
}

/** How bounds are written: of several formats, in the first. */
function formatOf(spec: IncrementalSpec, kind: IncrementalModel['kind'], reading: Reading): OneTimeFormat | undefined {
  const [format] = formatsOf(spec);
  if (format === undefined || (kind === 'bigint' && format === 'epoch_ns')) return undefined;
  const span = typeof spec.format === 'object' ? reading.spanOf(spec.format, 0) : reading.spanOf(spec, 'format');
  if (isNumeric(kind))
    reading.report(
      messages.pattern(
        span,
        'spec/cursor-type',
        'a number has no time format',
        'Leave out format: bounds are written as digits; epoch_ns is for a bigint.',
      ),
    );
  const named = NAMED_TIME_FORMATS.find((each) => each === format);
  if (named !== undefined) return { kind: named };
  const odd = format.includes('%') ? unwritableDirective(format) : format;
  if (odd !== undefined)
    reading.report(
      messages.pattern(
        span,
        'spec/time-format',
        `${shorten(odd)} is not a time format`,
        'iso8601, epoch_s, epoch_ms, rfc2822, microsoft_date, or a pattern of %Y %m %d %H %M %S %f %z %F %T %s.',
      ),
    );
  return { kind: 'strftime', pattern: format };
}

/** The formats that a spec says of bounds. */
function formatsOf({ format }: IncrementalSpec): readonly string[] {
  return typeof format === 'object' ? format : format === undefined ? [] : [format];
}

/** Of several formats any is read: a field that says its own has to have them. */
function checkRead(spec: IncrementalSpec, field: FieldModel, recordFormat: TimeFormat | null, reading: Reading): void {
  if (typeof spec.format !== 'object' || recordFormat === null || isEpoch(recordFormat)) return;
  const read = readFormats(recordFormat).map(formatKey);
  const at = spec.format.findIndex((each) => !read.includes(each) && !/^epoch_m?s$/.test(each));
  if (at === -1) return;
  reading.report(
    messages.pattern(
      reading.spanOf(spec.format, at),
      'spec/time-format',
      `${shorten(spec.format[at] ?? '')} is none of the formats that the field ${shorten(field.name)} has`,
      'Write it at the field, too, or let the field be a datetime without a format.',
    ),
  );
}

function sameFormat(a: TimeFormat, b: TimeFormat | null): boolean {
  return b !== null && formatKey(a) === formatKey(b);
}

function fieldAt(fields: readonly FieldModel[], [step, ...rest]: Path): FieldModel | undefined {
  const field = step?.kind === 'key' ? fields.find((each) => each.name === step.key) : undefined;
  if (field === undefined || rest.length === 0) return field;
  return field.type.kind === 'object' ? fieldAt(field.type.fields, rest) : undefined;
}
