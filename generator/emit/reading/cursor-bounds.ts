import { type Code, code, literal, member, nothing } from '../../code.js';
import type { BoundModel, IncrementalModel } from '../../incremental/model.js';
import { isNumeric } from '../../incremental/whole.js';
import { unwritableDirective } from '../../incremental/write-time.js';
import { writtenFormat } from '../../types/time-format.js';
import type { EmitContext, EmittedResource } from '../context.js';
import type { BoundNames } from './names.js';
import { timeHelper } from './times.js';
import { emitWritten, writtenAs, zoneOf, readerOf } from './cursor-times.js';
import { cursorType, isWhole } from './cursor-kinds.js';
import { valueFrom } from '../symbols.js';

/** Where an incremental read begins and ends, as requests have it. */

/** Statements that make the bounds that requests name, unless each window has its own. */
export function emitBounds(incremental: IncrementalModel, names: BoundNames): Code {
  if (incremental.step !== null) return nothing;
  return code`
    ${names.start ? code`const start = ${startOf(incremental)};` : nothing}
    ${names.end ? code`const end = ${endOf(incremental)};` : nothing}
  `;
}

/** Where the API is told to begin. */
function startOf(incremental: IncrementalModel): Code {
  const { requestFormat, recordFormat, kind, last } = incremental;
  const from = code`bookmark.from`;
  if (isNumeric(kind)) return last === 'max' ? from : code`${from} === null ? null : -${from}`;
  const ms = last === 'max' ? from : code`-${from}`;
  const format = writtenFormat(requestFormat ?? recordFormat);
  if (requestFormat === null && recordFormat?.kind === 'iso8601')
    return code`${timeHelper('writtenLike')}(bookmark.start, ${last === 'max' ? from : code`${from} === null ? null : -${from}`})`;
  if (format?.kind === 'strftime' && unwritableDirective(format.pattern) !== undefined) return code`bookmark.start`;
  return code`${from} === null ? null : ${emitWritten(incremental, shifted(incremental, ms, 'start'), 'start')}`;
}

/** Where the API is told to end. */
function endOf(incremental: IncrementalModel): Code {
  const { requestFormat, kind } = incremental;
  if (kind === 'bigint') return code`bookmark.until === null ? null : BigInt(bookmark.until)`;
  if (requestFormat === null || kind === 'number') return code`bookmark.until`;
  return code`bookmark.end === null ? null : ${emitWritten(incremental, shifted(incremental, code`bookmark.end`, 'end'), 'end')}`;
}

/** A bound whose zone the API decides is asked for so much earlier, or later, that no zone loses a record. */
function shifted(incremental: IncrementalModel, ms: Code, bound: 'start' | 'end'): Code {
  if (!incremental.boundsLackZone) return ms;
  const forwards = incremental.last === 'max';
  return (bound === 'start') === forwards ? code`${ms} - 43_200_000` : code`${ms} + 50_400_000`;
}

/** A bound of the spec as an expression. */
export function emitBound(context: EmitContext, { model: { incremental, name } }: EmittedResource, bound: BoundModel | null): Code {
  if (bound === null || incremental === null) return literal(null);
  if (bound.kind === 'value') return literal(bound.value);
  const option = member(code`this.#options`, bound.option.camel);
  if (isWhole(incremental) && bound.isText)
    return code`${timeHelper('timeOption')}<string>(${option}, ${literal(bound.option.camel)}, ${literal(name.raw)}, (given) => /^-?\\d+$/.test(String(given)), (ms) => String(BigInt(ms) * 1_000_000n))`;
  if (isWhole(incremental))
    return code`${valueFrom('internal/integers', 'integerOption')}(${option}, ${literal(bound.option.camel)}, ${literal(name.raw)})`;
  if (!bound.isText) return bound.optional && bound.default === null ? code`${option} ?? null` : option;
  const { recordFormat } = incremental;
  const local =
    incremental.timezone === null
      ? nothing
      : code`, (ms) => ${timeHelper('inZone')}({ epochMilliseconds: ms, epochNanoseconds: BigInt(ms) * 1_000_000n, offsetMinutes: 0 }, ${zoneOf(incremental)}).epochMilliseconds`;
  const own = ownCheck(context, incremental);
  return code`${timeHelper('timeOption')}<${cursorType(incremental)}>(${option}, ${literal(bound.option.camel)}, ${literal(name.raw)}, ${own}, (ms) => ${writtenAs(incremental, recordFormat, code`ms`)}${local})`;
}

/** Whether an option is a value of the cursor as it stands. */
function ownCheck(context: EmitContext, incremental: IncrementalModel): Code {
  const { kind, recordFormat } = incremental;
  if (kind === 'date') return code`(given) => /^\\d{4}-\\d\\d-\\d\\d$/.test(String(given)) && !Number.isNaN(Date.parse(String(given)))`;
  if (recordFormat?.kind === 'epoch_s' || recordFormat?.kind === 'epoch_ms') return code`(given) => typeof given === 'number'`;
  return code`(given) => ${timeHelper('canRead')}(${readerOf(context, incremental)}, given)`;
}
