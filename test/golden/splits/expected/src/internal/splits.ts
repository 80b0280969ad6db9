// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { ShopStateError } from '../errors.ts';
import type { CursorState } from './cursor.ts';
import { digest } from './digest.ts';
import type { StateId } from './state.ts';

/** What every unit of a split read has. */
export interface Split<Resource extends string = string, Kind extends string = string> {
  readonly id: string;
  readonly resource: Resource;
  readonly kind: Kind;
  readonly part: number;
  readonly parts: number;
  readonly plan: string;
}

/** What a window of time has beside it. */
export interface WindowUnit<Resource extends string = string> extends Split<Resource, 'window'> {
  readonly since: string | null;
  readonly until: string;
}

/** One unit for each of the windows between these edges, or for neighbours where there would be too many. */
export function windowSplits<Resource extends string>(
  resource: Resource,
  edges: readonly (number | null)[],
  most?: number,
): readonly WindowUnit<Resource>[] {
  const plan = digest(JSON.stringify([edges, most]));
  const windows = edges.slice(1).map((until, index) => ({ since: edges[index] ?? null, until: until ?? 0 }));
  return groupsOf(windows, most ?? 1000).map((group, index, { length: parts }) => {
    const since = group[0]?.since ?? null;
    const until = group.at(-1)?.until ?? 0;
    return {
      id: `${resource}.${index + 1}of${parts}.${since ?? 'start'}..${until}.${plan}`,
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

/** Where windows begin, the n-th at `nth(n)`, and where the last one ends: milliseconds since 1970. */
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

/** One unit for each value, or for some where there would be too many. */
export function valueSplits<Resource extends string>(
  resource: Resource,
  all: readonly string[],
  most?: number,
): readonly (Split<Resource, 'values'> & { readonly values: readonly string[] })[] {
  const plan = digest(JSON.stringify([all, most]));
  return groupsOf(all, most ?? 1000).map((values, index, { length: parts }) => {
    const id = `${resource}.${index + 1}of${parts}.${plan}`;
    return { id, resource, kind: 'values' as const, part: index + 1, parts, plan, values };
  });
}

/** Refuses a unit of values that are not there: they would be passed over without a word. */
export function checkValues(split: Split & { readonly values: readonly string[] }, known: readonly string[]): void {
  const unknown = split.values.find((value) => !known.includes(value));
  if (unknown === undefined) return;
  const place = { resource: split.resource, page: 0, attempt: 0, record: 0, state: undefined };
  throw new ShopStateError(
    place,
    'invalid_state',
    `the unit ${split.id} has a value that the options of this client do not have: ${JSON.stringify(unknown)}`,
  );
}

/** One unit for so many parents that follow each other. */
export function parentSplits<Resource extends string, State>(
  resource: Resource,
  found: readonly { readonly key: string; readonly after: State | null }[],
  most?: number,
): readonly (Split<Resource, 'parents'> & { readonly parents: readonly string[]; readonly after: State | null })[] {
  const plan = digest(JSON.stringify([found.map(({ key }) => key), most]));
  return groupsOf(found, most ?? Math.min(1000, Math.max(1, Math.ceil(found.length / 100)))).map(
    (group, index, { length: parts }) => {
      const parents = group.map(({ key }) => key);
      const id = `${resource}.${index + 1}of${parts}.${plan}`;
      return {
        id,
        resource,
        kind: 'parents' as const,
        part: index + 1,
        parts,
        plan,
        parents,
        after: group[0]?.after ?? null,
      };
    },
  );
}

/** The parents of a unit that are not read yet: those from the one on that was `reached`. */
export function wantedParents(
  split: { readonly parents: readonly string[] } | undefined,
  reached: string | undefined,
): Set<string> | undefined {
  if (split === undefined) return undefined;
  return new Set(split.parents.slice(Math.max(0, split.parents.indexOf(reached ?? ''))));
}

/** Units of so many pages, as the first one told of them; the last one goes on to the end, wherever that is then. */
export function pageSplits<Resource extends string, From>(
  resource: Resource,
  seen: { readonly second: number; readonly step: number; readonly end: number; readonly records: number } | undefined,
  fromOf: (at: number, pages: number, records: number) => From,
  units = 16,
): readonly (Split<Resource, 'pages'> & { readonly from: From | null; readonly until: number | null })[] {
  const { second, step, end, records } = seen ?? { second: 0, step: 0, end: 0, records: 0 };
  const more = step > 0 && Number.isFinite(end) ? Math.max(0, Math.ceil((end - second) / step)) : 0;
  const pages = Array.from({ length: 1 + more }, (_, page) => page);
  const plan = digest(JSON.stringify([seen, units]));
  return groupsOf(pages, units).map(([first = 0], index, groups) => {
    const next = groups[index + 1]?.[0];
    const at = (page: number): number => second + (page - 1) * step;
    return {
      id: `${resource}.${index + 1}of${groups.length}.${plan}`,
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

/** Neighbours together, in at most so many groups that are as even as can be; of nothing, one group. */
export function groupsOf<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  if (!(Number.isSafeInteger(most) && most >= 1))
    throw new RangeError(`units: expected a whole number of at least 1, got ${most}`);
  const count = Math.max(1, Math.min(most, items.length));
  return Array.from({ length: count }, (_, n) =>
    items.slice(Math.floor((n * items.length) / count), Math.floor(((n + 1) * items.length) / count)),
  );
}

/** Refuses what is no unit of a resource. */
export function checkSplit(split: Split, resource: string, kind: string, isWhole: boolean): void {
  if (
    split.resource === resource &&
    split.kind === kind &&
    typeof split.id === 'string' &&
    Number.isSafeInteger(split.part) &&
    Number.isSafeInteger(split.parts) &&
    isWhole
  )
    return;
  const place = { resource: split.resource, page: 0, attempt: 0, record: 0, state: undefined };
  throw new ShopStateError(
    place,
    'invalid_state',
    `this is no unit of ${resource}: ${(JSON.stringify(split) ?? '').slice(0, 200)}`,
  );
}

/** The state that a unit goes on from: its own, or as much as concerns it of the one of the last complete read. */
export function unitState<State extends StateId & { readonly next: object | null }>(
  state: State | undefined,
  split: Split,
  partOf: (last: State) => State | undefined,
): State | undefined {
  if (state === undefined || state.split !== undefined || state.next !== null) return state; // the read refuses what is of another
  const own = partOf(state);
  return own === undefined ? undefined : { ...own, split: split.id };
}

/** Where a window begins that others come before, as if a read had ended there; undefined: where the whole read does. */
export function beginningOf<Value>(
  split: WindowUnit | undefined,
  valueAt: (ms: number) => Value,
): CursorState<Value> | undefined {
  if (split === undefined || split.part === 1 || split.since === null) return undefined;
  return { start: valueAt(Date.parse(split.since)), read: [], latest: null, readLatest: [] };
}

/** Where the records of a window end: the last one ends where the whole read does, if that is said. */
export function endOf<Value>(
  split: WindowUnit | undefined,
  end: Value | null,
  valueAt: (ms: number) => Value,
): Value | null {
  if (split === undefined || (split.part === split.parts && end !== null)) return end;
  return valueAt(Date.parse(split.until));
}
