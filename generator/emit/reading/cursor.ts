import { type Code, code, count, join, literal, member, nothing, optionalMember, property } from '../../code.js';
import type { IncrementalModel } from '../../incremental/model.js';
import { granuleOf } from '../../incremental/step.js';
import { isNumeric } from '../../incremental/whole.js';
import { unwritableDirective } from '../../incremental/write-time.js';
import { writtenFormat } from '../../types/time-format.js';
import { showPath } from '../../selector.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { valueFrom, typeFrom } from '../symbols.js';
import { filterMark } from './filter-mark.js';
import { splitKind } from './split-kinds.js';
import { timeHelper } from './times.js';
import { marksRaw, followsClock, isNumber, isWhole, checksOrder, cursorType } from './cursor-kinds.js';
import { emitScale, isLoose, writtenAs, emitOrdered, emitInstant, checkZone } from './cursor-times.js';
import { emitBound } from './cursor-bounds.js';

const CURSOR = valueFrom('internal/cursor', 'Cursor');
export const CURSOR_STATE = typeFrom('internal/cursor', 'CursorState');

/** Statements that check the cursor of a saved state; `cursor` is an expression for it. */
export function emitCursorCheck(incremental: IncrementalModel, resource: string, cursor: Code): Code {
  return code`${valueFrom('internal/cursor', 'checkCursor')}(${cursor}, (value) => ${valueCheck(incremental)}, ${literal(resource)}, state);`;
}

/** The method that makes the cursor of a read; nothing where it is read in full. */
export function emitCursorMethod(context: EmitContext, resource: EmittedResource): Code {
  const { model } = resource;
  const { incremental } = model;
  if (incremental === null) return nothing;
  const mark = filterMark(resource);
  const windowed = splitKind(resource) === 'window';
  const at = code`(ms) => ${writtenAs(incremental, incremental.recordFormat, code`ms`)}`;
  const members = [
    code`resource: ${literal(model.name.raw)},`,
    code`state,`,
    windowed ? code`saved: saved ?? ${valueFrom('internal/splits', 'beginningOf')}(this.#split, ${at}),` : code`saved,`,
    code`initial: ${emitBound(context, resource, incremental.initial)},`,
    ...(windowed
      ? [
          code`end: ${valueFrom('internal/splits', 'endOf')}(this.#split, ${emitBound(context, resource, incremental.end)}, ${at}),`,
          ...(incremental.end !== null && incremental.rangeEnd === 'closed'
            ? [code`endIsClosed: this.#split === undefined || this.#split.part === this.#split.parts,`]
            : []),
        ]
      : incremental.end === null
        ? []
        : [
            code`end: ${emitBound(context, resource, incremental.end)},`,
            ...(incremental.rangeEnd === 'closed' ? [code`endIsClosed: true,`] : []),
          ]),
    ...(incremental.rangeStart === 'open' ? [code`startIsOpen: true,`] : []),
    code`valueOf: (record) => ${valueOf(incremental, context)},`,
    code`order: (value) => ${orderOf(incremental, context)},`,
    code`scale: (value) => ${scaleOf(incremental, context)},`,
    code`back: ${backOf(incremental)},`,
    ...emitLag(incremental, windowed),
    ...(incremental.nullable
      ? [
          ...(incremental.onMissing === 'raise' ? [] : [code`missing: ${literal(incremental.onMissing)},`]),
          code`field: ${literal(showPath(incremental.cursor))},`,
        ]
      : context.model.resources.some((each) => each.incremental?.nullable === true)
        ? [code`field: ${literal(showPath(incremental.cursor))},`]
        : []),
    ...(checksOrder(incremental) ? [code`isAscending: true,`] : []),
    ...(followsClock(incremental)
      ? [code`clock: { now: this.#wallClock(), ${valueAt(incremental)}orderAt: (ms) => ${emitOrdered(incremental, code`ms`)} },`]
      : []),
    ...(followsClock(incremental) && model.writeDisposition === 'append' ? [code`appends: true,`] : []),
    ...(mark === undefined ? [] : [code`filter: ${literal(mark)},`]),
    ...(marksRaw(resource) ? [code`${MARK_OF},`] : []),
  ];
  return code`
    /** What follows \`${showPathCode(incremental)}\` through a read. */
    #cursorFrom(saved: ${CURSOR_STATE}<${cursorType(incremental)}> | undefined, state: unknown): ${cursorClass(resource)} {
      ${checkZone(incremental, model.name.raw)}
      return new ${cursorClass(resource)}({
        ${members}
      });
    }
  `;
}

/** How much of what was read is read again: of the units of a split read, only the first begins where an earlier read ended. */
function emitLag(incremental: IncrementalModel, windowed: boolean): readonly Code[] {
  if (incremental.lag === 0) return [];
  const by = isWhole(incremental) ? code`${literal(Math.ceil(incremental.lag))}n` : count(incremental.lag);
  const lag = code`lag: { by: ${by}, orderAt: (place) => ${orderOfScale(incremental)} }`;
  return [windowed ? code`...(this.#split === undefined || this.#split.part === 1 ? { ${lag} } : {}),` : code`${lag},`];
}

function showPathCode(incremental: IncrementalModel): Code {
  return join(
    incremental.cursor.map((step) => (step.kind === 'key' ? property(step.key) : nothing)),
    '',
  );
}

/** `Cursor<Event, string>` */
export function cursorClass({ model: { incremental }, record }: EmittedResource): Code {
  return incremental === null
    ? nothing
    : code`${CURSOR}<${recordType(record.type)}, ${cursorType(incremental)}${isWhole(incremental) ? code`, bigint` : nothing}>`;
}

const MARK_OF = valueFrom('internal/cursor', 'markOf');

function recordType(type: EmittedResource['record']['type']): Code {
  return typeFrom(`records/${type.file}`, type.typeName);
}

function valueOf(incremental: IncrementalModel, context: EmitContext): Code {
  const value = accessCursor(incremental);
  if (!isWhole(incremental)) return value;
  if (isLoose(context)) return code`${valueFrom('internal/integers', 'looseDigits')}(${value})`;
  return incremental.nullable ? code`${value}?.toString()` : code`String(${value})`;
}

function accessCursor(incremental: IncrementalModel): Code {
  return incremental.cursor.reduce<Code>(
    (access, step, index) => {
      const key = step.kind === 'key' ? step.key : '';
      return index === 0 ? member(access, key) : optionalMember(access, key);
    },
    code`record`,
  );
}

/** An expression over `value` that orders it; backwards, the order is turned round, and all that follows stays as it is. */
function orderOf(incremental: IncrementalModel, context: EmitContext): Code {
  const backwards = incremental.last === 'min';
  if (incremental.kind === 'instant') {
    const at = code`${emitInstant(incremental, context, code`value`)}.epochNanoseconds`;
    return backwards ? code`-${at}` : at;
  }
  if (isWhole(incremental)) return backwards ? code`-BigInt(value)` : code`BigInt(value)`;
  if (!backwards) return code`value`;
  return incremental.kind === 'date' ? code`-Date.parse(value)` : code`-value`;
}

function scaleOf(incremental: IncrementalModel, context: EmitContext): Code {
  const at = emitScale(incremental, context, code`value`);
  return incremental.last === 'min' ? code`-${at}` : at;
}

/** A `place` on the scale, in the order of values. */
function orderOfScale(incremental: IncrementalModel): Code {
  if (isNumeric(incremental.kind)) return code`place`;
  if (incremental.kind === 'instant') return code`BigInt(place) * 1_000_000n`;
  return incremental.last === 'min' ? code`place` : code`new Date(place).toISOString().slice(0, 10)`;
}

/** How far before a start requests begin: one unit of what bounds are written in. */
function backOf({ kind, rangeStart, requestFormat, recordFormat, isWhole: steps }: IncrementalModel): Code {
  if (kind === 'bigint') return rangeStart === 'open' ? code`0n` : code`1n`;
  if (rangeStart === 'open') return literal(0); // what is at the start is left out here
  if (kind === 'number') return literal(steps ? 1 : 0);
  if (requestFormat === null && recordFormat?.kind === 'iso8601') return timeHelper('unitOf');
  return literal(granuleOf(requestFormat ?? recordFormat) ?? 86_400_000);
}

function valueAt(incremental: IncrementalModel): Code {
  const format = writtenFormat(incremental.recordFormat);
  if (format?.kind === 'strftime' && unwritableDirective(format.pattern) !== undefined) return nothing;
  return code`valueAt: (ms) => ${writtenAs(incremental, incremental.recordFormat, code`ms`)}, `;
}

function valueCheck(incremental: IncrementalModel): Code {
  const { recordFormat } = incremental;
  if (isNumber(incremental)) return code`Number.isFinite(value)`;
  if (isWhole(incremental)) return code`typeof value === 'string' && /^-?\\d+$/.test(value)`;
  const isPlain = recordFormat === null || recordFormat.kind === 'iso8601' || recordFormat.kind === 'rfc2822';
  return code`typeof value === 'string' && ${isPlain ? code`!Number.isNaN(Date.parse(value))` : code`value !== ''`}`;
}
