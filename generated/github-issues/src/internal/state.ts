// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { GithubIssuesStateError } from '../errors.ts';

/** What every state of one resource has in common. */
export interface StateId {
  readonly v: 1;
  readonly resource: string;
  /** How its read pages. */
  readonly shape: string;
  readonly origin: string;
  /** Options that say which source is read. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** The unit of a split read that it is of. */
  readonly split?: string;
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
): Accepted<State> {
  if (state === undefined) return { given: state, state };
  const refuse = (message: string, adopted?: State): never => {
    const place = { resource: id.resource, page: 0, attempt: 0, record: 0, state };
    const error = new GithubIssuesStateError(place, 'invalid_state', message);
    if (adopted !== undefined) error.adopted = adopted;
    throw error;
  };
  if (typeof state !== 'object' || state === null) refuse('the state is no object');
  if (state.v !== id.v) refuse('the state is of another version');
  if (state.resource !== id.resource) refuse(`the state is of another resource (${show(state.resource)})`);
  if (state.split !== id.split) refuse(`the state is of ${unitOf(state)}, and this is a read of ${unitOf(id)}`);
  const adopted = { ...state, origin: id.origin, options: id.options };
  if (state.origin !== id.origin) {
    refuse(
      `the state is of another source (${show(state.origin)}, not ${show(id.origin)}): if that is the same one, run \`state adopt\`, or pass error.adopted`,
      adopted,
    );
  }
  const [before, now] = [state.options, id.options].map((options) =>
    JSON.stringify(Object.fromEntries(Object.entries(options ?? {}).sort())),
  ); // databases keep no order
  if (before !== now)
    refuse(
      `the state is of another source (${before}, not ${now}): if that is the same one, run \`state adopt\`, or pass error.adopted`,
      adopted,
    );
  if (typeof state.shape !== 'string') refuse('the state has no shape');
  if (state.shape !== id.shape) {
    const again = `the state is of a read by ${show(state.shape)}, and this one is by ${show(id.shape)}`;
    const own = { ...state, shape: id.shape };
    return state.next === null ? { given: state, state: own } : { given: state, state: fromStart(own), again };
  }
  if (state.next !== null && !(typeof state.next === 'object' && isPosition(state.next))) {
    refuse('the state names no position');
  }
  return { given: state, state };
}

/** The state that a read had before its first page. */
function fromStart<State extends { readonly next: object | null }>(state: State): State {
  return { ...state, next: null };
}

function unitOf({ split }: StateId): string {
  return split === undefined ? 'the whole resource' : `the unit ${show(split)}`;
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? 'none').slice(0, 200);
}
