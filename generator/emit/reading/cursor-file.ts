import { code, identifier, join, nothing } from '../../code.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext } from '../context.js';
import { renderTemplate } from '../template.js';
import { filterMark } from './filter-mark.js';
import { halvesWindows } from './kinds.js';
import { splitKind } from './split-kinds.js';
import { marksRaw, holdsStart, followsClock, checksOrder, isWhole, reachesOld } from './cursor-kinds.js';

/** `src/internal/cursor.ts`, where some resource is read incrementally. */
export function emitCursorFile(context: EmitContext): readonly VirtualFile[] {
  const { model, header, prefix, counters, resources } = context;
  const used = model.resources.flatMap(({ incremental }) => incremental ?? []);
  if (used.length === 0) return [];
  const ascending = used.some(checksOrder);
  const missing = used.some(({ nullable }) => nullable);
  const times = used.some(followsClock);
  const wholes = used.some(isWhole);
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
    wholes,
    scale: wholes ? code`Place` : code`number`,
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
