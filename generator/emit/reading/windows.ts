import { type Code, code, count, literal, nothing } from '../../code.js';
import type { IncrementalModel } from '../../incremental/model.js';
import type { StepModel } from '../../incremental/step.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { errorClass, valueFrom } from '../symbols.js';
import { renderTemplate } from '../template.js';
import { emitOrdered, emitWritten } from './cursor-times.js';
import { endsNow, halvesWindows } from './kinds.js';
import type { BoundNames } from './names.js';
import { splitKind } from './split-kinds.js';

/** `src/internal/windows.ts`, where some read is cut into windows. */
export function emitWindowsFile({ model, header, resources }: EmitContext): readonly VirtualFile[] {
  const steps = model.resources.flatMap(({ incremental }) => incremental?.step ?? []);
  if (steps.length === 0) return [];
  const values = {
    header,
    months: steps.some(({ months }) => months > 0),
    halves: resources.some(halvesWindows),
    nanoseconds: model.resources.some(({ incremental }) => incremental?.isEpochNs === true && incremental.step !== null),
  };
  return [{ path: 'src/internal/windows.ts', text: renderTemplate('src/internal/windows.ts.hbs', values) }];
}

/** The loop over the windows, in pieces. */
export interface WindowLoop {
  /** Statements before it; `bookmark` is in scope. */
  readonly before: Code;
  /** An expression: the windows. */
  readonly windows: Code;
  /** An expression that a window begins with, when it is its turn: what of it has been read. */
  readonly enter: Code;
  /** Statements that say where the window begins and ends, as requests do. */
  readonly bounds: Code;
  /** Statements for a window that is too large: cuts it in two, which are read in its place, if that can be. */
  readonly halve: Code;
}

/** `saved` is an expression for the window that a state names. */
export function emitWindows(context: EmitContext, resource: EmittedResource, saved: Code, names: BoundNames): WindowLoop | undefined {
  const { incremental } = resource.model;
  if (incremental === null) return undefined;
  const { step, initial } = incremental;
  if (step === null || initial === null) return undefined;
  // bounds may be days, hours that come twice, or of a zone that nobody knows
  const slack = step.granule + (incremental.boundsLackZone ? 2 * 50_400_000 : incremental.timezone === null ? 0 : 7_200_000);
  const until = code`${valueFrom('internal/windows', 'windowsUntil')}(last, (n) => ${nth(step)}, (since) => Math.max(since - ${count(step.granule)}, first), ${saved})`;
  return {
    before: code`
      const origin = ${rounded('floor', inMs(incremental, code`bookmark.begin`), step)};
      const first = Math.min(origin, ${rounded('floor', inMs(incremental, code`bookmark.first`), step)}); // the API is asked for nothing before it
      const last = ${splitKind(resource) === 'window' ? code`this.#split !== undefined ? Date.parse(this.#split.until) : ${lastOf(incremental, step)}` : lastOf(incremental, step)};
    `,
    windows: halvesWindows(resource) ? code`new ${valueFrom('internal/windows', 'Halving')}(${until})` : until,
    enter: code`bookmark.enter(${emitOrdered(incremental, code`window.since`)}, ${emitOrdered(incremental, code`window.until`)}, window.read)`,
    bounds: code`
      ${names.start ? code`const start = ${emitWritten(incremental, asked(incremental, 'start', code`window.from`), 'start')};` : nothing}
      ${names.end ? code`const end = ${emitWritten(incremental, asked(incremental, 'end', code`window.until`), 'end')};` : nothing}
    `,
    halve: code`
      if (bookmark.strays(records, ${emitOrdered(incremental, code`window.from - ${count(slack)}`)}, ${emitOrdered(incremental, code`window.until + ${count(slack)}`)})) {
        throw new ${errorClass(context, 'PaginationError')}(place, 'maximum_reached', ${literal('there are records from outside of the window, so that half of it holds as much: the API does not keep to its bounds')});
      }
      if (windows.halve(window, ${count(step.granule)})) continue windows;
    `,
  };
}

/** Where the zone of bounds is the API's, so much more is asked for that no zone loses a record. */
function asked({ boundsLackZone }: IncrementalModel, bound: 'start' | 'end', ms: Code): Code {
  if (!boundsLackZone) return ms;
  return bound === 'start' ? code`${ms} - 43_200_000` : code`${ms} + 50_400_000`;
}

/** Where the last window ends: at the end of the read, or now. A request must be able to name it, and what is not over yet cannot be read. */
export function lastOf(incremental: IncrementalModel, step: StepModel): Code {
  const now = rounded('floor', code`this.#wallClock()`, step);
  if (incremental.end === null) return now;
  const known = incremental.isEpochNs
    ? code`${valueFrom('internal/windows', 'millisecondsOf')}(bookmark.end + 999_999n)`
    : code`bookmark.end`;
  const end = rounded('ceil', known, step);
  return endsNow({ incremental })
    ? code`bookmark.end === null ? ${now} : ${end}`
    : rounded('ceil', inMs(incremental, code`bookmark.end`, true), step);
}

/** A place on the scale of cursors that may be none, in milliseconds since 1970; `up`: not before it. */
function inMs({ isEpochNs }: IncrementalModel, place: Code, up = false): Code {
  if (!isEpochNs) return code`(${place} ?? 0)`;
  return code`${valueFrom('internal/windows', 'millisecondsOf')}(${up ? code`(${place} ?? 0n) + 999_999n` : code`${place} ?? 0n`})`;
}

export function rounded(how: 'floor' | 'ceil', value: Code, { granule }: StepModel): Code {
  if (granule === 1) return value;
  return code`Math.${how === 'floor' ? code`floor` : code`ceil`}(${value} / ${count(granule)}) * ${count(granule)}`;
}

/** Where the n-th window begins. */
export function nth({ months, ms }: StepModel): Code {
  const time =
    months === 0
      ? code`origin`
      : code`${valueFrom('internal/windows', 'monthsAfter')}(origin, ${months === 1 ? code`n` : code`${literal(months)} * n`})`;
  return ms === 0 ? time : code`${time} + n * ${count(ms)}`;
}
