import { type Code, code, count, literal, nothing } from '../code.js';
import type { IncrementalModel } from '../incremental/model.js';
import type { StepModel } from '../incremental/step.js';
import type { ResourceModel } from '../model/connector-model.js';
import type { VirtualFile } from '../virtual-file.js';
import type { EmitContext } from './context.js';
import { emitBound, emitMilliseconds, emitOrdered, emitWritten } from './incremental.js';
import { needsClock } from './loops.js';
import { renderTemplate } from './template.js';

/** `src/windows.ts`, where some read is cut into windows. */
export function emitWindowsFile({ model, header }: EmitContext): readonly VirtualFile[] {
  const steps = model.resources.flatMap(({ incremental }) => incremental?.step ?? []);
  if (steps.length === 0) return [];
  return [
    { path: 'src/windows.ts', text: renderTemplate('src/windows.ts.hbs', { header, months: steps.some(({ months }) => months > 0) }) },
  ];
}

/** What a resource that is read in windows imports. */
export function windowImports({ incremental, readAhead }: ResourceModel): Code {
  if (incremental === null || incremental.step === null) return nothing;
  return code`import { isWindow, ${incremental.step.months > 0 ? code`monthsAfter, ` : nothing}windowsUntil${readAhead.concurrency > 1 ? code`, type Window` : nothing} } from '../windows.ts';`;
}

/** The loop over the windows, in pieces. */
export interface WindowLoop {
  /** Statements before it; `bookmark` is in scope. */
  readonly before: Code;
  /** An expression: the windows. */
  readonly windows: Code;
  /** The statement that a window begins with, when it is its turn. */
  readonly enter: Code;
  /** Statements that say where the window begins and ends, as requests do. */
  readonly bounds: Code;
}

/** `saved` is an expression for the window that a state names. */
export function emitWindows(
  incremental: IncrementalModel,
  context: EmitContext,
  saved: Code,
  names: { readonly start: boolean; readonly end: boolean },
): WindowLoop | undefined {
  const { step, initial, lag } = incremental;
  if (step === null || initial === null) return undefined;
  const start = emitMilliseconds(incremental, context, code`bookmark.start ?? ${emitBound(initial)}`);
  return {
    before: code`
      const origin = ${rounded('floor', lag === 0 ? start : code`(${start} - ${count(lag)})`, step)};
      const last = ${lastOf(incremental, context, step)};
    `,
    windows: code`windowsUntil(last, (n) => ${nth(step)}, ${saved})`,
    enter: code`const read = bookmark.enter(${emitOrdered(incremental, code`window.since`)}, ${emitOrdered(incremental, code`window.until`)}, window.read);`,
    bounds: code`
      ${names.start ? code`const start = ${emitWritten(incremental, code`window.since`)};` : nothing}
      ${names.end ? code`const end = ${emitWritten(incremental, code`window.until`)};` : nothing}
    `,
  };
}

/** Where the last window ends: at the end of the read, or now. A request must be able to name it, and what is not over yet cannot be read. */
function lastOf(incremental: IncrementalModel, context: EmitContext, step: StepModel): Code {
  const now = rounded('floor', code`this.#wallClock()`, step);
  if (incremental.end === null) return now;
  const end = rounded('ceil', emitMilliseconds(incremental, context, code`until`), step);
  return needsClock({ incremental }) ? code`until === null ? ${now} : ${end}` : end;
}

function rounded(how: 'floor' | 'ceil', value: Code, { granule }: StepModel): Code {
  if (granule === 1) return value;
  return code`Math.${how === 'floor' ? code`floor` : code`ceil`}(${value} / ${count(granule)}) * ${count(granule)}`;
}

/** Where the n-th window begins. */
function nth({ months, ms }: StepModel): Code {
  const time = months === 0 ? code`origin` : code`monthsAfter(origin, ${months === 1 ? code`n` : code`${literal(months)} * n`})`;
  return ms === 0 ? time : code`${time} + n * ${count(ms)}`;
}
