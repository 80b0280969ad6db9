import { type Code, code, literal, member, nothing } from '../../code.js';
import type { IncrementalModel } from '../../incremental/model.js';
import type { ValueTemplate } from '../../model/connector-model.js';
import { templatesIn } from '../../model/templates.js';
import { emitWrittenTime } from '../../incremental/write-time.js';
import type { TimeFormat } from '../../types/model.js';
import { formatKey, readFormats, writtenFormat } from '../../types/time-format.js';
import { instantReaders } from '../../types/emit-instants.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { valueFrom } from '../symbols.js';
import { isWhole } from './cursor-kinds.js';
import { timeHelper } from './times.js';

/** How values of a cursor are read as times, and times written for requests. */

/** A value as milliseconds since 1970, or the number that it is. */
export function emitScale(incremental: IncrementalModel, context: EmitContext, value: Code): Code {
  if (incremental.kind === 'number') return value;
  if (isWhole(incremental)) return code`BigInt(${value})`;
  return incremental.kind === 'date' ? code`Date.parse(${value})` : code`${emitInstant(incremental, context, value)}.epochMilliseconds`;
}

/** Milliseconds since 1970, an expression, as requests have them. */
export function emitWritten(incremental: IncrementalModel, milliseconds: Code, bound: 'start' | 'end'): Code {
  if (incremental.isEpochNs) return code`BigInt(${milliseconds}) * 1_000_000n`;
  return writtenAs(incremental, incremental.requestFormat ?? incremental.recordFormat, milliseconds, bound);
}

export function writtenAs(
  incremental: IncrementalModel,
  formats: TimeFormat | null,
  milliseconds: Code,
  bound: 'start' | 'end' = 'start',
): Code {
  const format = writtenFormat(formats);
  const shown = timeHelper(bound === 'start' ? 'wallTimeFrom' : 'wallTimeUntil');
  const ms = incremental.timezone === null || !lacksZone(format) ? milliseconds : code`${shown}(${milliseconds}, ${zoneOf(incremental)})`;
  return format === null ? code`new Date(${ms}).toISOString().slice(0, 10)` : emitWrittenTime(format, ms);
}

/** Whether a time in this format says nothing of its zone. */
function lacksZone(format: TimeFormat | null): boolean {
  return format === null || readFormats(format).some((each) => each.kind === 'strftime' && !/%[zZs]|Z|UTC|GMT/.test(each.pattern));
}

/** Milliseconds since 1970, an expression, in the order of cursors. */
export function emitOrdered({ kind }: IncrementalModel, milliseconds: Code): Code {
  return kind === 'date' ? code`new Date(${milliseconds}).toISOString().slice(0, 10)` : code`BigInt(${milliseconds}) * 1_000_000n`;
}

/** The instant that a value of the cursor names. */
export function emitInstant(incremental: IncrementalModel, context: EmitContext, value: Code): Code {
  const reader = readerOf(context, incremental);
  const instant = isLoose(context) ? code`${timeHelper('looseInstant')}(${reader}, ${value})` : code`${reader}(${value})`;
  return incremental.timezone !== null && lacksZone(incremental.recordFormat)
    ? code`${timeHelper('inZone')}(${instant}, ${zoneOf(incremental)})`
    : instant;
}

/** Whether records may hold anything: a connector that records. */
export function isLoose({ model }: EmitContext): boolean {
  return model.records.types.every(({ declared }) => !declared);
}

/** The zone of times without an offset, an expression. */
export function zoneOf({ timezone }: IncrementalModel): Code {
  if (timezone === null) return nothing;
  return timezone.kind === 'zone' ? literal(timezone.zone) : member(code`this.#options`, timezone.option.camel);
}

/** The statement that refuses a zone that there is not. */
export function checkZone({ timezone }: IncrementalModel, resource: string): Code {
  if (timezone === null || timezone.kind === 'zone') return nothing;
  const option = member(code`this.#options`, timezone.option.camel);
  return code`${timeHelper('checkZone')}(${option}, ${literal(timezone.option.camel)}, ${literal(resource)});`;
}

/** The function of `src/internal/instants.ts` that reads the cursor. */
export function readerOf({ model }: EmitContext, { recordFormat }: IncrementalModel): Code {
  const reader = instantReaders(model.records).find(({ format }) => recordFormat !== null && formatKey(format) === formatKey(recordFormat));
  if (reader === undefined) throw new Error('no reader of instants for a cursor');
  return valueFrom('internal/instants', reader.name);
}

/** Whether an option of the caller is a time, a time zone or an integer as text, that may be none. */
export function takesTimes({ model: { incremental, params, headers, body } }: EmittedResource): boolean {
  const sent = [...[...params, ...headers].map(({ value }) => value), ...templatesIn(body)];
  if (sent.some((value) => value.some(isTimeOption))) return true;
  if (incremental === null) return false;
  const { initial, end, timezone } = incremental;
  return timezone?.kind === 'option' || [initial, end].some((bound) => bound?.kind === 'option' && (bound.isText || isWhole(incremental)));
}

function isTimeOption(part: ValueTemplate[number]): boolean {
  return typeof part !== 'string' && part.kind === 'expression' && part.expression.of === 'time' && part.expression.from !== null;
}
