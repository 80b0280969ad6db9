import { type Code, code, identifier, join } from '../../code.js';
import type { EmitContext } from '../context.js';
import type { HelperFile } from '../helper-file.js';
import { errorClass, typeFrom, valueFrom } from '../symbols.js';

const SPLIT = typeFrom('internal/splits', 'Split');
const STATE_ID = typeFrom('internal/state', 'StateId');
const CURSOR_STATE = typeFrom('internal/cursor', 'CursorState');
const helper = (name: string) => valueFrom('internal/splits', name);
const DIGEST = valueFrom('internal/digest', 'digest');
const WINDOW = typeFrom('internal/splits', 'WindowUnit');

/** `src/internal/splits.ts`: what splits a read into units, as far as some resource needs it. */
export const SPLITS: HelperFile = {
  path: 'src/internal/splits.ts',
  helpers: [
    [
      'Split',
      () => code`
        /** What every unit of a split read has. */
        export interface Split<Resource extends string = string, Kind extends string = string> {
          readonly id: string;
          readonly resource: Resource;
          readonly kind: Kind;
          readonly part: number;
          readonly parts: number;
          readonly plan: string;
        }
      `,
    ],
    [
      'WindowUnit',
      () => code`
        /** What a window of time has beside it. */
        export interface WindowUnit<Resource extends string = string> extends ${SPLIT}<Resource, 'window'> {
          readonly since: string | null;
          readonly until: string;
        }
      `,
    ],
    [
      'wholeSplit',
      () => code`
        /** The one unit of a read that nothing tells how to split. */
        export function wholeSplit<Resource extends string>(resource: Resource): ${SPLIT}<Resource, 'whole'> {
          return { id: \`\${resource}.1of1\`, resource, kind: 'whole', part: 1, parts: 1, plan: 'whole' };
        }
      `,
    ],
    [
      'windowSplits',
      () => code`
        /** One unit for each of the windows between these edges, or for neighbours where there would be too many. */
        export function windowSplits<Resource extends string>(resource: Resource, edges: readonly (number | null)[], most?: number): readonly ${WINDOW}<Resource>[] {
          const plan = ${DIGEST}(JSON.stringify([edges, most]));
          const windows = edges.slice(1).map((until, index) => ({ since: edges[index] ?? null, until: until ?? 0 }));
          return ${helper('groupsOf')}(windows, most ?? 1000).map((group, index, { length: parts }) => {
            const since = group[0]?.since ?? null;
            const until = group.at(-1)?.until ?? 0;
            return {
              id: \`\${resource}.\${index + 1}of\${parts}.\${since ?? 'start'}..\${until}.\${plan}\`,
              resource,
              kind: 'window' as const,
              part: index + 1,
              parts,
              plan,
              since: since === null ? null : new Date(since).toISOString(),
              until: new Date(until).toISOString(),
            };
          });
        }
      `,
    ],
    [
      'edgesUntil',
      () => code`
        /** Where windows begin, the n-th at \`nth(n)\`, and where the last one ends: milliseconds since 1970. */
        export function edgesUntil(end: number, nth: (n: number) => number): readonly number[] {
          let edges = [nth(0)];
          for (let n = 1, step = 1; nth(n) < end; n += step) {
            edges.push(nth(n));
            if (edges.length < 20_000) continue;
            edges = edges.filter((_, index) => index % 2 === 0); // neighbours together
            n -= step;
            step *= 2;
          }
          return [...edges, Math.max(end, nth(0))];
        }
      `,
    ],
    [
      'evenEdges',
      () => code`
        /** The edges of so many windows of one length, which is a multiple of \`granule\`; of one, where it is not known when the first begins. */
        export function evenEdges(begin: number | null, end: number, granule: number, units = 16): readonly (number | null)[] {
          if (begin === null) return [null, end];
          const origin = Math.floor(begin / granule) * granule;
          const length = Math.max(1, Math.ceil((end - origin) / granule / Math.min(units, 10_000))) * granule;
          return ${helper('edgesUntil')}(end, (n) => (n === 0 ? begin : origin + n * length));
        }
      `,
    ],
    [
      'valueSplits',
      () => code`
        /** One unit for each value, or for some where there would be too many. */
        export function valueSplits<Resource extends string>(resource: Resource, all: readonly string[], most?: number): readonly (${SPLIT}<Resource, 'values'> & { readonly values: readonly string[] })[] {
          const plan = ${DIGEST}(JSON.stringify([all, most]));
          return ${helper('groupsOf')}(all, most ?? 1000).map((values, index, { length: parts }) => {
            const id = \`\${resource}.\${index + 1}of\${parts}.\${plan}\`;
            return { id, resource, kind: 'values' as const, part: index + 1, parts, plan, values };
          });
        }
      `,
    ],
    [
      'checkValues',
      (context) => code`
        /** Refuses a unit of values that are not there: they would be passed over without a word. */
        export function checkValues(split: ${SPLIT} & { readonly values: readonly string[] }, known: readonly string[]): void {
          const unknown = split.values.find((value) => !known.includes(value));
          if (unknown === undefined) return;
          const place = ${placeOf(context)};
          throw new ${errorClass(context, 'StateError')}(place, 'invalid_state', \`the unit \${split.id} has a value that the options of this client do not have: \${JSON.stringify(unknown)}\`);
        }
      `,
    ],
    [
      'parentSplits',
      () => code`
        /** One unit for so many parents that follow each other. */
        export function parentSplits<Resource extends string, State>(
          resource: Resource,
          found: readonly { readonly key: string; readonly after: State | null }[],
          most?: number,
        ): readonly (${SPLIT}<Resource, 'parents'> & { readonly parents: readonly string[]; readonly after: State | null })[] {
          const plan = ${DIGEST}(JSON.stringify([found.map(({ key }) => key), most]));
          return ${helper('groupsOf')}(found, most ?? Math.min(1000, Math.max(1, Math.ceil(found.length / 100)))).map((group, index, { length: parts }) => {
            const parents = group.map(({ key }) => key);
            const id = \`\${resource}.\${index + 1}of\${parts}.\${plan}\`;
            return { id, resource, kind: 'parents' as const, part: index + 1, parts, plan, parents, after: group[0]?.after ?? null };
          });
        }
      `,
    ],
    [
      'wantedParents',
      () => code`
        /** The parents of a unit that are not read yet: those from the one on that was \`reached\`. */
        export function wantedParents(split: { readonly parents: readonly string[] } | undefined, reached: string | undefined): Set<string> | undefined {
          if (split === undefined) return undefined;
          return new Set(split.parents.slice(Math.max(0, split.parents.indexOf(reached ?? ''))));
        }
      `,
    ],
    [
      'pageSplits',
      () => code`
        /** Units of so many pages, as the first one told of them; the last one goes on to the end, wherever that is then. */
        export function pageSplits<Resource extends string, From>(
          resource: Resource,
          seen: { readonly second: number; readonly step: number; readonly end: number; readonly records: number } | undefined,
          fromOf: (at: number, pages: number, records: number) => From,
          units = 16,
        ): readonly (${SPLIT}<Resource, 'pages'> & { readonly from: From | null; readonly until: number | null })[] {
          const { second, step, end, records } = seen ?? { second: 0, step: 0, end: 0, records: 0 };
          const more = step > 0 && Number.isFinite(end) ? Math.max(0, Math.ceil((end - second) / step)) : 0;
          const pages = Array.from({ length: 1 + more }, (_, page) => page);
          const plan = ${DIGEST}(JSON.stringify([seen, units]));
          return ${helper('groupsOf')}(pages, units).map(([first = 0], index, groups) => {
            const next = groups[index + 1]?.[0];
            const at = (page: number): number => second + (page - 1) * step;
            return {
              id: \`\${resource}.\${index + 1}of\${groups.length}.\${plan}\`,
              resource,
              kind: 'pages' as const,
              part: index + 1,
              parts: groups.length,
              plan,
              from: index === 0 ? null : fromOf(at(first), first, first * records),
              until: next === undefined ? null : at(next),
            };
          });
        }
      `,
    ],
    [
      'groupsOf',
      () => code`
        /** Neighbours together, in at most so many groups that are as even as can be; of nothing, one group. */
        export function groupsOf<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
          if (!(Number.isSafeInteger(most) && most >= 1)) throw new RangeError(\`units: expected a whole number of at least 1, got \${most}\`);
          const count = Math.max(1, Math.min(most, items.length));
          return Array.from({ length: count }, (_, n) => items.slice(Math.floor((n * items.length) / count), Math.floor(((n + 1) * items.length) / count)));
        }
      `,
    ],
    [
      'checkSplit',
      (context) => code`
        /** Refuses what is no unit of a resource. */
        export function checkSplit(split: ${SPLIT}, resource: string, kind: string, isWhole: boolean): void {
          if (split.resource === resource && split.kind === kind && typeof split.id === 'string' && Number.isSafeInteger(split.part) && Number.isSafeInteger(split.parts) && isWhole) return;
          const place = ${placeOf(context)};
          throw new ${errorClass(context, 'StateError')}(place, 'invalid_state', \`this is no unit of \${resource}: \${(JSON.stringify(split) ?? '').slice(0, 200)}\`);
        }
      `,
    ],
    [
      'unitState',
      () => code`
        /** The state that a unit goes on from: its own, or as much as concerns it of the one of the last complete read. */
        export function unitState<State extends ${STATE_ID} & { readonly next: object | null }>(
          state: State | undefined,
          split: ${SPLIT},
          partOf: (last: State) => State | undefined,
        ): State | undefined {
          if (state === undefined || state.split !== undefined || state.next !== null) return state; // the read refuses what is of another
          const own = partOf(state);
          return own === undefined ? undefined : { ...own, split: split.id };
        }
      `,
    ],
    [
      'cursorsOf',
      () => code`
        /** The cursors of these keys. */
        export function cursorsOf<Cursor>(cursors: { readonly [key: string]: Cursor }, keys: readonly string[]): { readonly [key: string]: Cursor } {
          return Object.fromEntries(Object.entries(cursors).filter(([key]) => keys.includes(key)));
        }
      `,
    ],
    [
      'beginningOf',
      () => code`
        /** Where a window begins that others come before, as if a read had ended there; undefined: where the whole read does. */
        export function beginningOf<Value>(split: ${WINDOW} | undefined, valueAt: (ms: number) => Value): ${CURSOR_STATE}<Value> | undefined {
          if (split === undefined || split.part === 1 || split.since === null) return undefined;
          return { start: valueAt(Date.parse(split.since)), read: [], latest: null, readLatest: [] };
        }
      `,
    ],
    [
      'endOf',
      () => code`
        /** Where the records of a window end: the last one ends where the whole read does, if that is said. */
        export function endOf<Value>(split: ${WINDOW} | undefined, end: Value | null, valueAt: (ms: number) => Value): Value | null {
          if (split === undefined || (split.part === split.parts && end !== null)) return end;
          return valueAt(Date.parse(split.until));
        }
      `,
    ],
  ],
};

function placeOf({ counters }: EmitContext): Code {
  return code`{ resource: split.resource, page: 0, attempt: 0, record: 0${join(
    counters.map((name) => code`, ${identifier(name)}: 0`),
    '',
  )}, state: undefined }`;
}
