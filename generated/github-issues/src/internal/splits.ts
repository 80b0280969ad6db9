// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { GithubIssuesStateError } from '../errors.ts';
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

/** The one unit of a read that nothing tells how to split. */
export function wholeSplit<Resource extends string>(resource: Resource): Split<Resource, 'whole'> {
  return { id: `${resource}.1of1`, resource, kind: 'whole', part: 1, parts: 1, plan: 'whole' };
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
  throw new GithubIssuesStateError(
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
