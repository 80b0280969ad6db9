import { type Code, code, count, identifier, join, literal, member, nothing, optionalMember, property } from '../../code.js';
import type { BoundModel, IncrementalModel } from '../../incremental/model.js';
import type { ValueTemplate } from '../../model/connector-model.js';
import { templatesIn } from '../../model/resource.js';
import { granuleOf } from '../../incremental/step.js';
import { emitWrittenTime, unwritableDirective } from '../../incremental/write-time.js';
import type { TimeFormat } from '../../types/model.js';
import { formatKey, readFormats, writtenFormat } from '../../types/time-format.js';
import { instantReaders } from '../../types/emit-instants.js';
import { showPath } from '../../selector.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { valueFrom, typeFrom } from '../symbols.js';
import { renderTemplate } from '../template.js';
import { filterMark } from './filter-mark.js';
import { halvesWindows } from './kinds.js';
import type { BoundNames } from './names.js';
import { splitKind } from './split-kinds.js';
import { timeHelper } from './times.js';

const CURSOR = valueFrom('internal/cursor', 'Cursor');
export const CURSOR_STATE = typeFrom('internal/cursor', 'CursorState');

/** `src/internal/cursor.ts`, where some resource is read incrementally. */
export function emitCursorFile(context: EmitContext): readonly VirtualFile[] {
  const { model, header, prefix, counters, resources } = context;
  const used = model.resources.flatMap(({ incremental }) => incremental ?? []);
  if (used.length === 0) return [];
  const ascending = used.some(checksOrder);
  const missing = used.some(({ nullable }) => nullable);
  const times = used.some(followsClock);
  const bounded =
    times && model.resources.some(({ incremental, writeDisposition }) => incremental !== null && writeDisposition === 'append');
  const drops = resources.some((resource) => filterMark(resource) !== undefined);
  const place = ascending || missing || bounded;
  const errors = [...(ascending || bounded ? ['ResponseError'] : []), ...(missing ? ['RecordError'] : []), 'StateError'].sort();
  const takesPlace = place || times;
  const imports = code`
    import { digest } from './digest.ts';
    import { ${join([...errors.map((name) => code`${prefix}${identifier(name)}`), ...(takesPlace ? [code`type ReadPosition`] : [])], ', ')} } from '../errors.ts';
  `;
  const text = renderTemplate('src/internal/cursor.ts.hbs', {
    header,
    imports,
    prefix,
    ascending,
    descending: used.some(reachesOld),
    windows: used.some(({ step }) => step !== null),
    begins: used.some(({ step }) => step !== null) || resources.some((resource) => splitKind(resource) === 'window'),
    halves: resources.some(halvesWindows),
    ends: used.some(({ end }) => end !== null) || resources.some((resource) => splitKind(resource) === 'window'),
    opens: used.some(({ rangeStart }) => rangeStart === 'open'),
    lagged: used.some(({ lag }) => lag > 0),
    missing,
    times,
    bounded,
    drops,
    notes: times || drops,
    raw: resources.some(marksRaw),
    holds: resources.some(holdsStart),
    index: missing ? code`, index: number` : nothing,
    place: place ? code`, place: ReadPosition` : nothing,
    given: missing ? code`, index` : nothing,
    givenPlace: place ? code`, place` : nothing,
    freshPlace: takesPlace ? code`, place: ReadPosition` : code`, _place: unknown`,
    counters: join(
      counters.map((name) => code`, ${identifier(name)}: 0`),
      '',
    ),
  });
  return [{ path: 'src/internal/cursor.ts', text }];
}

/** Whether pages may have something to say: see `notes` of `Cursor`. */
export function hasNotes(resource: EmittedResource): boolean {
  const { incremental } = resource.model;
  return incremental !== null && (followsClock(incremental) || filterMark(resource) !== undefined);
}

/** Whether what is decoded is not what came: records are then told apart by what came. */
export function marksRaw({ model, record }: EmittedResource): boolean {
  if (model.incremental === null) return false;
  const { columns, dataType } = record.type.contract;
  return (
    columns.startsWith('discard') ||
    dataType.startsWith('discard') ||
    model.format.kind === 'csv' ||
    includes(model) ||
    model.changes !== null
  );
}

function includes({ parent, forEach }: EmittedResource['model']): boolean {
  return (parent?.included.length ?? 0) > 0 || (forEach?.included.length ?? 0) > 0;
}

/** Whether a maximum may end a read that has not seen everything. */
export function holdsStart({ model, loop }: EmittedResource): boolean {
  return model.incremental !== null && loop.maximum?.then === 'stop' && loop.maximum.isTold && !checksOrder(model.incremental);
}

/** Whether the start of the next read is bounded by the time of this one. */
function followsClock({ kind, last }: IncrementalModel): boolean {
  return kind !== 'number' && last === 'max';
}

/** The type of a cursor's values. */
export function cursorType(incremental: IncrementalModel): Code {
  return isNumber(incremental) ? code`number` : code`string`;
}

function isNumber({ kind, recordFormat }: IncrementalModel): boolean {
  return kind === 'number' || recordFormat?.kind === 'epoch_s' || recordFormat?.kind === 'epoch_ms';
}

/** Statements that check the cursor of a saved state; `cursor` is an expression for it. */
export function emitCursorCheck(incremental: IncrementalModel, resource: string, cursor: Code): Code {
  return code`${valueFrom('internal/cursor', 'checkCursor')}(${cursor}, (value) => ${valueCheck(incremental)}, ${literal(resource)}, state);`;
}

/** Whether an API sends what is new last: a step back is an error. */
export function checksOrder({ order, last }: IncrementalModel): boolean {
  return order === (last === 'max' ? 'asc' : 'desc');
}

/** Whether an API sends what is new first: the read ends where it reaches what is old. */
export function reachesOld({ order, last }: IncrementalModel): boolean {
  return order === (last === 'max' ? 'desc' : 'asc');
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
    code`valueOf: (record) => ${valueOf(incremental)},`,
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
  const lag = code`lag: { by: ${count(incremental.lag)}, orderAt: (place) => ${orderOfScale(incremental)} }`;
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
  return incremental === null ? nothing : code`${CURSOR}<${recordType(record.type)}, ${cursorType(incremental)}>`;
}

const MARK_OF = valueFrom('internal/cursor', 'markOf');

function recordType(type: EmittedResource['record']['type']): Code {
  return typeFrom(`records/${type.file}`, type.typeName);
}

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
  if (kind === 'number') return last === 'max' ? from : code`${from} === null ? null : -${from}`;
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
  if (requestFormat === null || kind === 'number') return code`bookmark.until`;
  return code`bookmark.end === null ? null : ${emitWritten(incremental, shifted(incremental, code`bookmark.end`, 'end'), 'end')}`;
}

/** A bound whose zone the API decides is asked for so much earlier, or later, that no zone loses a record. */
function shifted(incremental: IncrementalModel, ms: Code, bound: 'start' | 'end'): Code {
  if (!incremental.boundsLackZone) return ms;
  const forwards = incremental.last === 'max';
  return (bound === 'start') === forwards ? code`${ms} - 43_200_000` : code`${ms} + 50_400_000`;
}

function valueOf(incremental: IncrementalModel): Code {
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
  if (!backwards) return code`value`;
  return incremental.kind === 'date' ? code`-Date.parse(value)` : code`-value`;
}

function scaleOf(incremental: IncrementalModel, context: EmitContext): Code {
  const at = emitScale(incremental, context, code`value`);
  return incremental.last === 'min' ? code`-${at}` : at;
}

/** A value as milliseconds since 1970, or the number that it is. */
function emitScale(incremental: IncrementalModel, context: EmitContext, value: Code): Code {
  if (incremental.kind === 'number') return value;
  return incremental.kind === 'date' ? code`Date.parse(${value})` : code`${emitInstant(incremental, context, value)}.epochMilliseconds`;
}

/** A `place` on the scale, in the order of values. */
function orderOfScale(incremental: IncrementalModel): Code {
  if (incremental.kind === 'number') return code`place`;
  if (incremental.kind === 'instant') return code`BigInt(place) * 1_000_000n`;
  return incremental.last === 'min' ? code`place` : code`new Date(place).toISOString().slice(0, 10)`;
}

/** How far before a start requests begin: one unit of what bounds are written in. */
function backOf({ kind, rangeStart, requestFormat, recordFormat, isWhole }: IncrementalModel): Code {
  if (rangeStart === 'open') return literal(0); // what is at the start is left out here
  if (kind === 'number') return literal(isWhole ? 1 : 0);
  if (requestFormat === null && recordFormat?.kind === 'iso8601') return timeHelper('unitOf');
  return literal(granuleOf(requestFormat ?? recordFormat) ?? 86_400_000);
}

function valueAt(incremental: IncrementalModel): Code {
  const format = writtenFormat(incremental.recordFormat);
  if (format?.kind === 'strftime' && unwritableDirective(format.pattern) !== undefined) return nothing;
  return code`valueAt: (ms) => ${writtenAs(incremental, incremental.recordFormat, code`ms`)}, `;
}

/** Milliseconds since 1970, an expression, as requests have them. */
export function emitWritten(incremental: IncrementalModel, milliseconds: Code, bound: 'start' | 'end'): Code {
  return writtenAs(incremental, incremental.requestFormat ?? incremental.recordFormat, milliseconds, bound);
}

function writtenAs(incremental: IncrementalModel, formats: TimeFormat | null, milliseconds: Code, bound: 'start' | 'end' = 'start'): Code {
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
function emitInstant(incremental: IncrementalModel, context: EmitContext, value: Code): Code {
  const reader = readerOf(context, incremental);
  const isLoose = context.model.records.types.every(({ declared }) => !declared); // a connector that records
  const instant = isLoose ? code`${timeHelper('looseInstant')}(${reader}, ${value})` : code`${reader}(${value})`;
  return incremental.timezone !== null && lacksZone(incremental.recordFormat)
    ? code`${timeHelper('inZone')}(${instant}, ${zoneOf(incremental)})`
    : instant;
}

/** The zone of times without an offset, an expression. */
function zoneOf({ timezone }: IncrementalModel): Code {
  if (timezone === null) return nothing;
  return timezone.kind === 'zone' ? literal(timezone.zone) : member(code`this.#options`, timezone.option.camel);
}

/** The statement that refuses a zone that there is not. */
function checkZone({ timezone }: IncrementalModel, resource: string): Code {
  if (timezone === null || timezone.kind === 'zone') return nothing;
  const option = member(code`this.#options`, timezone.option.camel);
  return code`${timeHelper('checkZone')}(${option}, ${literal(timezone.option.camel)}, ${literal(resource)});`;
}

/** A bound of the spec as an expression. */
function emitBound(context: EmitContext, { model: { incremental, name } }: EmittedResource, bound: BoundModel | null): Code {
  if (bound === null || incremental === null) return literal(null);
  if (bound.kind === 'value') return literal(bound.value);
  const option = member(code`this.#options`, bound.option.camel);
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

function valueCheck(incremental: IncrementalModel): Code {
  const { recordFormat } = incremental;
  if (isNumber(incremental)) return code`Number.isFinite(value)`;
  const isPlain = recordFormat === null || recordFormat.kind === 'iso8601' || recordFormat.kind === 'rfc2822';
  return code`typeof value === 'string' && ${isPlain ? code`!Number.isNaN(Date.parse(value))` : code`value !== ''`}`;
}

/** The function of `src/internal/instants.ts` that reads the cursor. */
function readerOf({ model }: EmitContext, { recordFormat }: IncrementalModel): Code {
  const reader = instantReaders(model.records).find(({ format }) => recordFormat !== null && formatKey(format) === formatKey(recordFormat));
  if (reader === undefined) throw new Error('no reader of instants for a cursor');
  return valueFrom('internal/instants', reader.name);
}

/** Whether an option of the caller is a time, or a time zone, that may be none. */
export function takesTimes({ model: { incremental, params, headers, body } }: EmittedResource): boolean {
  const sent = [...[...params, ...headers].map(({ value }) => value), ...templatesIn(body)];
  if (sent.some((value) => value.some(isTimeOption))) return true;
  if (incremental === null) return false;
  const { initial, end, timezone } = incremental;
  return timezone?.kind === 'option' || [initial, end].some((bound) => bound?.kind === 'option' && bound.isText);
}

function isTimeOption(part: ValueTemplate[number]): boolean {
  return typeof part !== 'string' && part.kind === 'expression' && part.expression.of === 'time' && part.expression.from !== null;
}
