import { type Code, code, identifier, join, literal, member, nothing, optionalMember } from '../code.js';
import type { BoundModel, IncrementalModel } from '../incremental/model.js';
import { emitWrittenTime } from '../incremental/write-time.js';
import { instantReaders } from '../records/emit-instants.js';
import { showPath } from '../selector.js';
import type { VirtualFile } from '../virtual-file.js';
import type { EmitContext, EmittedResource } from './context.js';
import { inMethod } from './references.js';
import { renderTemplate } from './template.js';

/** `src/cursor.ts`, where some resource is read incrementally. */
export function emitCursor({ model, header, prefix, counters, exactNumbers }: EmitContext): readonly VirtualFile[] {
  const used = model.resources.flatMap(({ incremental }) => incremental ?? []);
  if (used.length === 0) return [];
  const text = renderTemplate('src/cursor.ts.hbs', {
    header,
    prefix,
    ascending: used.some(checksOrder),
    descending: used.some(reachesOld),
    windows: used.some(({ step }) => step !== null),
    counters: join(
      counters.map((name) => code`, ${identifier(name)}: 0`),
      '',
    ),
    replacer: exactNumbers ? code`, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)` : nothing,
  });
  return [{ path: 'src/cursor.ts', text }];
}

/** The type of a cursor's values. */
export function cursorType({ kind, recordFormat }: IncrementalModel): Code {
  return kind === 'number' || recordFormat?.kind === 'epoch_s' || recordFormat?.kind === 'epoch_ms' ? code`number` : code`string`;
}

/** The imports of a resource that is read incrementally. */
export function cursorImports(context: EmitContext, { model: { incremental } }: EmittedResource): readonly Code[] {
  if (incremental === null) return [];
  const reader = readerOf(context, incremental);
  return [
    code`import { checkCursor, Cursor, type CursorState } from '../cursor.ts';`,
    ...(reader === undefined ? [] : [code`import { ${reader} } from '../instants.ts';`]),
  ];
}

/** Statements that check the cursor of a saved state; `cursor` is an expression for it. */
export function emitCursorCheck(incremental: IncrementalModel, resource: string, cursor: Code): Code {
  return code`checkCursor(${cursor}, (value) => ${valueCheck(incremental)}, ${literal(resource)}, state);`;
}

/** Whether an API sends what is new last: a step back is an error. */
export function checksOrder({ order, last }: IncrementalModel): boolean {
  return order === (last === 'max' ? 'asc' : 'desc');
}

/** Whether an API sends what is new first: the read ends where it reaches what is old. */
function reachesOld({ order, last }: IncrementalModel): boolean {
  return order === (last === 'max' ? 'desc' : 'asc');
}

/** Statements before the first request: the cursor, and the bounds that requests name, unless each window has its own. */
export function emitCursorStart(incremental: IncrementalModel, context: EmitContext, saved: Code, names: BoundNames): Code {
  return code`
    ${emitCursorOf(incremental, context, saved)}
    ${emitBounds(incremental, context, names)}
  `;
}

/** Which bounds of a read its requests name. */
export interface BoundNames {
  readonly start: boolean;
  readonly end: boolean;
}

/** The statement that makes the cursor. */
export function emitCursorOf(incremental: IncrementalModel, context: EmitContext, saved: Code): Code {
  const order = orderOf(incremental, context);
  const from = incremental.lag === 0 ? nothing : code`, ${laggedOrder(incremental, context)}`;
  return code`const bookmark = new Cursor<${cursorType(incremental)}>(${saved}, ${emitBound(incremental.initial)}, ${order}${from});`;
}

/** Statements that make the bounds; the last one, too, where records are `filtered` by it. */
export function emitBounds(
  incremental: IncrementalModel,
  context: EmitContext,
  names: BoundNames,
  filtered: boolean = incremental.end !== null,
): Code {
  return code`
    ${names.start && incremental.step === null ? code`const start = ${written(incremental, context, code`bookmark.start`, true)};` : nothing}
    ${(names.end && incremental.step === null) || filtered ? code`const until = ${emitBound(incremental.end)};` : nothing}
    ${names.end && incremental.step === null ? code`const end = ${written(incremental, context, code`until`, false)};` : nothing}
  `;
}

/** The records of a page that belong to the read, as `fresh`. */
export function emitFresh(incremental: IncrementalModel, context: EmitContext, prefix: Code, records: Code): Code {
  const value = incremental.cursor.reduce<Code>(
    (access, step, index) => {
      const key = step.kind === 'key' ? step.key : '';
      return index === 0 ? member(access, key) : optionalMember(access, key);
    },
    code`record`,
  );
  const place = checksOrder(incremental) ? code`, place` : nothing;
  const end = incremental.end === null ? nothing : code` && ${beforeEnd(incremental, context)}`;
  const after = incremental.rangeStart === 'open' ? code`${afterStart(incremental, context)} && ` : nothing;
  const admits = code`${after}bookmark.admits(value, record${place})${end}`;
  if (!incremental.nullable && after.text === '' && end.text === '') {
    return code`const fresh = ${records}.filter((record) => bookmark.admits(${value}, record${place}));`;
  }
  if (!incremental.nullable) {
    return code`const fresh = ${records}.filter((record) => { const value = ${value}; return ${admits}; });`;
  }
  const missing =
    incremental.onMissing === 'raise'
      ? code`throw new ${prefix}RecordError({ ...place, record: index }, ${literal(showPath(incremental.cursor))}, 'a value: it is the cursor', value)`
      : code`return ${literal(incremental.onMissing === 'include')}`;
  const index = incremental.onMissing === 'raise' ? code`, index` : nothing;
  return code`
    const fresh = ${records}.filter((record${index}) => {
      const value = ${value};
      if (value === null || value === undefined) ${missing};
      return ${admits};
    });
  `;
}

/** An expression: whether a feed that begins with what is new has reached what is old; undefined for other orders. */
export function emitPassed(incremental: IncrementalModel): Code | undefined {
  if (!reachesOld(incremental)) return undefined;
  const value = incremental.cursor.reduce<Code>((access, step) => optionalMember(access, step.kind === 'key' ? step.key : ''), code`last`);
  return code`last !== undefined && ${value} !== null && ${value} !== undefined && bookmark.isOld(${value})`;
}

function afterStart(incremental: IncrementalModel, context: EmitContext): Code {
  const reader = readerOf(context, incremental);
  const compare = incremental.last === 'max' ? code`>` : code`<`;
  if (reader === undefined) return code`(bookmark.start === null || value ${compare} bookmark.start)`;
  return code`(bookmark.start === null || ${reader}(value).epochNanoseconds ${compare} ${reader}(bookmark.start).epochNanoseconds)`;
}

function beforeEnd(incremental: IncrementalModel, context: EmitContext): Code {
  const towards = incremental.last === 'max' ? code`<` : code`>`;
  const compare = incremental.rangeEnd === 'open' ? towards : code`${towards}=`;
  if (incremental.kind !== 'instant') return code`(until === null || value ${compare} until)`;
  const reader = readerOf(context, incremental) ?? nothing;
  return code`(until === null || ${reader}(value).epochNanoseconds ${compare} ${reader}(until).epochNanoseconds)`;
}

function orderOf(incremental: IncrementalModel, context: EmitContext): Code {
  const reader = readerOf(context, incremental);
  if (incremental.last === 'min') {
    // backwards: the order is turned round, and all that follows stays as it is
    if (reader !== undefined) return code`(value) => -${reader}(value).epochNanoseconds`;
    return incremental.kind === 'date' ? code`(value) => -Date.parse(value)` : code`(value) => -value`;
  }
  return reader === undefined ? code`(value) => value` : code`(value) => ${reader}(value).epochNanoseconds`;
}

function laggedOrder(incremental: IncrementalModel, context: EmitContext): Code {
  const reader = readerOf(context, incremental);
  if (incremental.last === 'min') {
    if (reader !== undefined) return code`(start) => -${reader}(start).epochNanoseconds - ${literal(BigInt(incremental.lag) * 1_000_000n)}`;
    return incremental.kind === 'date'
      ? code`(start) => -Date.parse(start) - ${literal(incremental.lag)}`
      : code`(start) => -start - ${literal(incremental.lag)}`;
  }
  if (reader !== undefined) return code`(start) => ${reader}(start).epochNanoseconds - ${literal(BigInt(incremental.lag) * 1_000_000n)}`;
  if (incremental.kind === 'date')
    return code`(start) => new Date(Date.parse(start) - ${literal(incremental.lag)}).toISOString().slice(0, 10)`;
  return code`(start) => start - ${literal(incremental.lag)}`;
}

/** A bound as requests have it, lag and format applied; null where there is none. */
function written(incremental: IncrementalModel, context: EmitContext, value: Code, lags: boolean): Code {
  const lag = lags ? incremental.lag : 0;
  const { requestFormat, kind } = incremental;
  if (lag === 0 && requestFormat === null) return value;
  const back = incremental.last === 'max' ? code`-` : code`+`;
  if (kind === 'number') return code`${value} === null ? null : ${value} ${back} ${literal(lag)}`;
  const at = emitMilliseconds(incremental, context, value);
  const shifted = lag === 0 ? at : code`(${at} ${back} ${literal(lag)})`;
  return code`${value} === null ? null : ${emitWritten(incremental, shifted)}`;
}

/** Milliseconds since 1970, an expression, as requests have them. */
export function emitWritten({ requestFormat, recordFormat }: IncrementalModel, milliseconds: Code): Code {
  const format = requestFormat ?? recordFormat;
  return format === null ? code`new Date(${milliseconds}).toISOString().slice(0, 10)` : emitWrittenTime(format, milliseconds);
}

/** Milliseconds since 1970, an expression, in the order of cursors. */
export function emitOrdered({ kind }: IncrementalModel, milliseconds: Code): Code {
  return kind === 'date' ? code`new Date(${milliseconds}).toISOString().slice(0, 10)` : code`BigInt(${milliseconds}) * 1_000_000n`;
}

/** A value of the cursor as milliseconds since 1970. */
export function emitMilliseconds(incremental: IncrementalModel, context: EmitContext, value: Code): Code {
  const reader = readerOf(context, incremental);
  return reader === undefined ? code`Date.parse(${value})` : code`${reader}(${value}).epochMilliseconds`;
}

/** A bound of the spec as an expression. */
export function emitBound(model: BoundModel | null): Code {
  if (model === null) return literal(null);
  if (model.kind === 'value') return literal(model.value);
  const option = member(inMethod.options, model.option.camel);
  return model.optional && model.default === null ? code`${option} ?? null` : option;
}

function valueCheck(incremental: IncrementalModel): Code {
  const { recordFormat } = incremental;
  if (cursorType(incremental).text === 'number') return code`Number.isFinite(value)`;
  return code`typeof value === 'string' && ${recordFormat?.kind === 'strftime' ? code`value !== ''` : code`!Number.isNaN(Date.parse(value))`}`;
}

/** The function of `src/instants.ts` that reads the cursor. */
function readerOf({ model }: EmitContext, { kind, recordFormat }: IncrementalModel): Code | undefined {
  if (kind !== 'instant' || recordFormat === null) return undefined;
  const reader = instantReaders(model.records).find(
    ({ format }) =>
      format.kind === recordFormat.kind &&
      (format.kind !== 'strftime' || (recordFormat.kind === 'strftime' && format.pattern === recordFormat.pattern)),
  );
  return reader === undefined ? undefined : identifier(reader.name);
}
