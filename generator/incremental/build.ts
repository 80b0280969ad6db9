import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, shorten } from '../diagnostics/words.js';
import type { Name } from '../names.js';
import { parseTemplate } from '../placeholder.js';
import type { FieldModel, RecordType, TimeFormat } from '../records/model.js';
import { NAMED_TIME_FORMATS } from '../records/time-format.js';
import { parseSelector, showPath, type Path } from '../selector.js';
import type { Reading } from '../shape.js';
import { unwritableDirective } from './write-time.js';
import type { BoundModel, IncrementalModel } from './model.js';
import type { IncrementalSpec } from './shape.js';

/** What an incremental block is read with: the record, the options, and whether the request names the start somewhere. */
export interface IncrementalContext {
  readonly resource: string;
  readonly record: RecordType;
  readonly config: readonly OptionFacts[];
  readonly namesStart: boolean;
}

/** What a bound needs to know of an option of the caller. */
export interface OptionFacts {
  readonly name: Name;
  readonly type: string;
  readonly optional: boolean;
  readonly default: string | number | boolean | null;
}

/** The block with its defaults; undefined when it does not fit the record. */
export function buildIncremental(spec: IncrementalSpec, context: IncrementalContext, reading: Reading): IncrementalModel | undefined {
  const parsed = parseSelector(spec.cursor_path);
  if (!parsed.ok) return undefined;
  const field = fieldAt(context.record.fields, parsed.path);
  if (field === undefined) {
    const names = context.record.fields.map((each) => each.name);
    const match = closest(spec.cursor_path, names);
    const hint = match === undefined ? 'Declare it among the fields.' : `Did you mean "${match}"?`;
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
        'A cursor is a datetime, a date, an integer or a number.',
      ),
    );
    return undefined;
  }
  const recordFormat = field.type.kind === 'time' && kind === 'instant' ? field.type.format : null;
  const initial = boundOf(spec, 'initial_value', kind, recordFormat, context, reading);
  const end = boundOf(spec, 'end_value', kind, recordFormat, context, reading);
  const requestFormat = formatOf(spec, kind, reading);
  if (spec.start_param === undefined && !context.namesStart && spec.client_side !== true && spec.row_order !== 'desc') {
    reading.report(
      messages.pattern(
        reading.spanOf(spec),
        'spec/unsent-cursor',
        'the API is never told where to begin',
        'Set start_param, use {incremental.start_value}, or say client_side: true if it cannot be told.',
      ),
    );
  }
  if (spec.end_param !== undefined && spec.end_value === undefined) {
    reading.report(messages.pattern(reading.spanOf(spec, 'end_param'), 'spec/end-without-value', 'end_param needs an end_value'));
  }
  return {
    cursor: parsed.path,
    kind,
    recordFormat,
    requestFormat: requestFormat === undefined || sameFormat(requestFormat, recordFormat) ? null : requestFormat,
    initial,
    end,
    startParam: spec.start_param ?? null,
    endParam: spec.end_param ?? null,
    lag: (spec.lag ?? 0) * (kind === 'instant' ? 1000 : kind === 'date' ? 86_400_000 : 1),
    rangeStart: spec.range_start ?? 'closed',
    rangeEnd: spec.range_end ?? 'open',
    order: spec.row_order ?? null,
    onMissing: spec.on_cursor_value_missing ?? 'raise',
    nullable: field.nullable || field.optional || parsed.path.length > 1,
  };
}

function kindOf({ type }: FieldModel): IncrementalModel['kind'] | undefined {
  if (type.kind === 'number') return 'number';
  if (type.kind !== 'time' || type.of === 'time') return undefined;
  if (type.of === 'date') return type.format.kind === 'iso8601' ? 'date' : undefined;
  return 'instant';
}

function boundOf(
  spec: IncrementalSpec,
  key: 'initial_value' | 'end_value',
  kind: IncrementalModel['kind'],
  format: TimeFormat | null,
  { config }: IncrementalContext,
  reading: Reading,
): BoundModel | null {
  const said = spec[key];
  if (said === undefined || said === null) return null;
  const span = reading.spanOf(spec, key);
  const numeric = kind === 'number' || format?.kind === 'epoch_s' || format?.kind === 'epoch_ms';
  const wanted = numeric ? 'a number' : kind === 'date' ? 'a date' : 'a time as records have it';
  const parsed = typeof said === 'string' ? parseTemplate(said) : undefined;
  const [part, ...more] = parsed?.ok === true ? parsed.template : [];
  if (part !== undefined && typeof part !== 'string' && more.length === 0) {
    const option = part.root === 'config' ? config.find((each) => each.name.raw === part.path[0]) : undefined;
    const fits =
      option !== undefined &&
      (numeric ? option.type === 'integer' || option.type === 'number' : option.type === (kind === 'date' ? 'date' : 'datetime'));
    if (option === undefined)
      reading.report(messages.pattern(span, 'spec/unknown-option', `${shorten(part.source)} names no option of config`));
    else if (!fits)
      reading.report(
        messages.pattern(
          span,
          'spec/cursor-type',
          `the option ${shorten(option.name.raw)} is of type ${option.type}, the cursor is ${wanted}`,
        ),
      );
    return option === undefined ? null : { kind: 'option', option: option.name, optional: option.optional, default: option.default };
  }
  const fits =
    typeof said === 'number'
      ? numeric
      : typeof said === 'string' &&
        !numeric &&
        (kind === 'date' ? /^\d{4}-\d\d-\d\d$/.test(said) : !Number.isNaN(Date.parse(said)) || format?.kind === 'strftime');
  if (!fits || typeof said === 'boolean') {
    reading.report(
      messages.pattern(span, 'spec/cursor-type', `${key} is ${typeof said === 'number' ? 'a number' : 'a text'}, the cursor is ${wanted}`),
    );
    return null;
  }
  return { kind: 'value', value: said };
}

function formatOf(spec: IncrementalSpec, kind: IncrementalModel['kind'], reading: Reading): TimeFormat | undefined {
  if (spec.format === undefined) return undefined;
  const span = reading.spanOf(spec, 'format');
  if (kind === 'number') reading.report(messages.pattern(span, 'spec/cursor-type', 'a number has no time format'));
  const named = NAMED_TIME_FORMATS.find((each) => each === spec.format);
  if (named !== undefined) return { kind: named };
  const odd = spec.format.includes('%') ? unwritableDirective(spec.format) : spec.format;
  if (odd !== undefined)
    reading.report(
      messages.pattern(
        span,
        'spec/time-format',
        `${shorten(odd)} is not a time format`,
        'iso8601, epoch_s, epoch_ms, rfc2822, or a pattern of %Y %m %d %H %M %S %f %z %F %T %s.',
      ),
    );
  return { kind: 'strftime', pattern: spec.format };
}

function sameFormat(a: TimeFormat, b: TimeFormat | null): boolean {
  return b !== null && a.kind === b.kind && (a.kind !== 'strftime' || (b.kind === 'strftime' && a.pattern === b.pattern));
}

function fieldAt(fields: readonly FieldModel[], [step, ...rest]: Path): FieldModel | undefined {
  const field = step?.kind === 'key' ? fields.find((each) => each.name === step.key) : undefined;
  if (field === undefined || rest.length === 0) return field;
  return field.type.kind === 'object' ? fieldAt(field.type.fields, rest) : undefined;
}
