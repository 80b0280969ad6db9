// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { digest } from '../internal/digest.ts';

/**
 * The state of a read whose units are complete, in their order: of keyed reads the cursors of all, of windows that of the last one
 * that had records, of what is read in full that of any.
 */
export function joinedState(before: unknown, states: readonly unknown[]): unknown {
  const all = states.map((state) => Object(state) as Readonly<Record<string, unknown>>);
  const last = all.at(-1) ?? {};
  const { split: _, ...joined } = { ...last };
  if ('cursors' in last) {
    return {
      ...joined,
      cursors: Object.assign({}, Object(Object(before).cursors), ...all.map(({ cursors }) => cursors)) as unknown,
    };
  }
  if (!('cursor' in last)) return joined;
  const cursors = all.map(({ cursor }) => Object(cursor) as Cursor);
  const backwards = [...cursors].reverse();
  const moved = backwards.find(({ read }) => Array.isArray(read) && read.length > 0);
  const from = moved ?? (Object(before).cursor as Cursor | undefined) ?? cursors[0];
  const early = backwards.find((each) => each.early !== undefined)?.early;
  return { ...joined, cursor: { ...from, ...(early === undefined ? {} : { early }) } };
}

interface Cursor {
  readonly read?: unknown;
  readonly early?: unknown;
}

/** What tells states apart, and names of tables. */
export function digestOf(value: unknown): string {
  return digest(JSON.stringify(sorted(value)) ?? 'none');
}

/** Databases keep no order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
