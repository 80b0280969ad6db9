// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { FeedsError, FeedsHttpError, FeedsStateError } from '../errors.ts';
import type { Accepted, StateId } from './state.ts';

/** What happens where the API no longer knows the position of a state: the read begins again from the same start, or fails. */
export type Forgotten = 'restart' | 'fail';

interface Resumable extends StateId {
  readonly next: object | null;
  /** Where a run began, of a change feed. */
  readonly since?: object | null;
}

/** Answers that say of a position that it is none. */
const NO_POSITION = [400, 404, 410, 422];

/**
 * Reads, and begins again, once, where the first request that carries a saved position is refused: positions may be forgotten.
 * Where what is read is appended, it would be there twice: that is an error then.
 */
export async function* resuming<State extends Resumable, Page extends { readonly state: State }>(
  { given, state, again }: Accepted<State>,
  resource: string,
  forgotten: Forgotten,
  read: (state: State | undefined) => AsyncGenerator<Page, void, undefined>,
): AsyncGenerator<Page & { readonly restarted?: true }, void, undefined> {
  let from = state;
  let refused: unknown = again;
  let isFirst = true;
  let last = given;
  for (;;) {
    if (refused !== undefined && forgotten === 'fail') throw repeated(given, refused);
    try {
      for await (const page of read(from)) {
        yield isFirst && refused !== undefined ? { ...page, restarted: true } : page;
        isFirst = false;
        last = page.state;
      }
      return;
    } catch (error) {
      if (error instanceof FeedsError && (isFirst || error.resource !== resource)) error.state = last; // of this read, whoever failed
      if (refused !== undefined || !isFirst || state === undefined) throw error;
      if (isForgotten(error, state)) from = fromPosition(state);
      else if (isOfParents(error, state)) from = { ...fromPosition(state), next: null };
      else throw error;
      refused = error;
    }
  }
}

function isForgotten(error: unknown, { resource, next, since }: Resumable): error is FeedsHttpError {
  return error instanceof FeedsHttpError && error.resource === resource && carriesPosition(next ?? since, error);
}

/** Whether it was the position in the list of parents, which their read never begins again by itself. */
function isOfParents(error: unknown, { resource }: Resumable): error is FeedsStateError {
  return error instanceof FeedsStateError && error.code === 'position_refused' && error.resource !== resource;
}

/** Whether a request that was refused carried a position that a state had. */
export function carriesPosition(saved: object | null | undefined, { page, status, code }: FeedsHttpError): boolean {
  const position: unknown = saved && 'page' in saved ? saved.page : saved;
  const isNamed = typeof position === 'object' && position !== null && !('again' in position);
  return isNamed && page === 1 && (NO_POSITION.includes(status) || code === 'position_refused');
}

/** A state whose position is where its pages begin: of a read in parts, those of the part. */
function fromPosition<State extends Resumable>(state: State): State {
  const { next } = state;
  const begun: Record<string, unknown> = {
    next: next !== null && 'page' in next ? { ...next, page: { again: true } } : { again: true },
  };
  if ('since' in state) begun['since'] = null;
  if ('positions' in state) begun['positions'] = withPosition(Object(state.positions), partIn(next), null);
  return { ...state, ...begun };
}

/** What states call the part that a position is of. */
function partIn(next: object | null): string {
  const { parent, partition } = Object(next) as { readonly parent?: string; readonly partition?: string };
  return parent !== undefined && partition !== undefined
    ? JSON.stringify([parent, partition])
    : (parent ?? partition ?? '');
}

/** Where a part begins: where the last read of it ended. Null: at the beginning. */
export function sinceOf<Position>(positions: Readonly<Record<string, Position>>, part: string): Position | null {
  return Object.hasOwn(positions, part) ? (positions[part] ?? null) : null;
}

/** Positions, with that of a part as it is now; null: it has none. */
export function withPosition<Position>(
  positions: Readonly<Record<string, Position>>,
  part: string,
  position: Position | null,
): Readonly<Record<string, Position>> {
  const others = Object.entries(positions).filter(([key]) => key !== part);
  return Object.fromEntries(position === null ? others : [...others, [part, position]]);
}

/** The positions of parts that there are. */
export function positionsOf<Position>(
  positions: Readonly<Record<string, Position>>,
  parts: ReadonlySet<string>,
): Readonly<Record<string, Position>> {
  return Object.fromEntries(Object.entries(positions).filter(([part]) => parts.has(part)));
}

/** Whether a part may begin again: the API has forgotten its position, and records may come twice. Any other error is thrown. */
export function mayBeginAgain(error: unknown, forgotten: Forgotten, state: Resumable | undefined): void {
  const isGone =
    error instanceof FeedsHttpError && (NO_POSITION.includes(error.status) || error.code === 'position_refused');
  if (!isGone) throw error;
  if (forgotten === 'fail') throw repeated(state, error);
}

function repeated(state: Resumable | undefined, refused: unknown): FeedsStateError {
  const place = {
    resource: state?.resource ?? (refused instanceof FeedsError ? refused.resource : ''),
    page: 0,
    attempt: 0,
    record: 0,
    state,
  };
  const why = refused instanceof Error ? 'the API no longer knows the position of the state' : String(refused);
  const error = new FeedsStateError(
    place,
    'position_refused',
    `${why}. To begin again, which reads again what this read has had, pass forgotten: 'restart'; records with a key can be merged`,
  );
  if (refused instanceof Error) error.cause = refused;
  return error;
}
