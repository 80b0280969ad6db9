// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { FeedsStateError } from '../errors.ts';

/** What every state of one resource has in common. */
export interface StateId {
  readonly v: 1;
  readonly resource: string;
  /** How its read pages. */
  readonly shape: string;
  readonly origin: string;
}

/** A state that a read goes on from; `again` says why it begins anew, where it does. */
export interface Accepted<State> {
  /** The state as it was passed. */
  readonly given: State | undefined;
  readonly state: State | undefined;
  readonly again?: string;
}

/**
 * The state to go on from. One of another source is refused. One of another path or paginator keeps what it says of complete
 * reads: a read that is not complete begins again where it began.
 */
export function acceptState<State extends StateId & { readonly next: object | null }>(
  state: State | undefined,
  id: StateId,
  isPosition: (next: NonNullable<State['next']>) => boolean = () => false,
  isSince: (since: Since<State>) => boolean = () => false,
): Accepted<State> {
  if (state === undefined) return { given: state, state };
  const refuse = (message: string): never => {
    const place = { resource: id.resource, page: 0, attempt: 0, record: 0, state };
    throw new FeedsStateError(place, 'invalid_state', message);
  };
  if (typeof state !== 'object' || state === null) refuse('the state is no object');
  if (state.v !== id.v) refuse('the state is of another version');
  if (state.resource !== id.resource) refuse(`the state is of another resource (${show(state.resource)})`);
  if (state.origin !== id.origin) {
    refuse(
      `the state is of another source (${show(state.origin)}, not ${show(id.origin)}): adopt it if that is the same one`,
    );
  }
  if (typeof state.shape !== 'string') refuse('the state has no shape');
  const since = 'since' in state ? (state.since as Since<State> | null) : null;
  if (since !== null && !(typeof since === 'object' && isSince(since))) refuse('the state names no position');
  const positions: unknown = 'positions' in state ? state.positions : {};
  if (
    typeof positions !== 'object' ||
    positions === null ||
    !Object.values(positions).every(
      (each: Since<State> | null) => typeof each === 'object' && each !== null && isSince(each),
    )
  ) {
    refuse('the state names no position');
  }
  if (state.shape !== id.shape) {
    const again = `the state is of a read by ${show(state.shape)}, and this one is by ${show(id.shape)}`;
    const own = { ...state, shape: id.shape };
    return state.next === null && since === null && Object.keys(Object(positions)).length === 0
      ? { given: state, state: own }
      : { given: state, state: fromStart(own), again };
  }
  if (state.next !== null && !(typeof state.next === 'object' && isPosition(state.next))) {
    refuse('the state names no position');
  }
  return { given: state, state };
}

/** Where the next run of a change feed begins. */
type Since<State> = NonNullable<
  State extends { readonly since: infer Position }
    ? Position
    : State extends { readonly positions: Readonly<Record<string, infer Position>> }
      ? Position
      : never
>;

/** The state that a read had before its first page. */
function fromStart<State extends { readonly next: object | null }>(state: State): State {
  if ('since' in state) return { ...state, next: null, since: null }; // another way of reading has other positions
  if ('positions' in state) return { ...state, next: null, positions: {} }; // another way of reading has other positions
  return { ...state, next: null };
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? 'none').slice(0, 200);
}
