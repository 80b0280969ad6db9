// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { GithubIssuesError, GithubIssuesHttpError, GithubIssuesStateError } from '../errors.ts';
import type { Accepted, StateId } from './state.ts';

/** What happens where the API no longer knows the position of a state: the read begins again from the same start, or fails. */
export type Forgotten = 'restart' | 'fail';

interface Resumable extends StateId {
  readonly next: object | null;
}

/** Answers that say of a position that it is none. */
const NO_POSITION = [400, 404, 410, 422];

/**
 * Reads, and begins again, once, where the first request that carries a saved position is refused: positions may be forgotten.
 * Where what is read is appended, it would be there twice: that is an error then.
 */
export async function* resuming<State extends Resumable, Page extends { readonly state: State }>(
  { given, state, again }: Accepted<State>,
  forgotten: Forgotten,
  read: (state: State | undefined) => AsyncGenerator<Page, void, undefined>,
): AsyncGenerator<Page & { readonly restarted?: true }, void, undefined> {
  let from = state;
  let refused: unknown = again;
  let isFirst = true;
  for (;;) {
    if (refused !== undefined && forgotten === 'fail') throw repeated(given, refused);
    try {
      for await (const page of read(from)) {
        yield isFirst && refused !== undefined ? { ...page, restarted: true } : page;
        isFirst = false;
      }
      return;
    } catch (error) {
      if (isFirst && error instanceof GithubIssuesError) error.state = given; // as it was passed
      if (refused !== undefined || !isFirst || state === undefined || !isForgotten(error, state)) throw error;
      from = fromPosition(state);
      refused = error;
    }
  }
}

function isForgotten(error: unknown, { resource, next }: Resumable): error is GithubIssuesHttpError {
  return error instanceof GithubIssuesHttpError && error.resource === resource && carriesPosition(next, error);
}

/** Whether a request that was refused carried a position that a state had. */
export function carriesPosition(
  saved: object | null | undefined,
  { page, status, code }: GithubIssuesHttpError,
): boolean {
  const position: unknown = saved && 'page' in saved ? saved.page : saved;
  const isNamed = typeof position === 'object' && position !== null && !('again' in position);
  return isNamed && page === 1 && (NO_POSITION.includes(status) || code === 'position_refused');
}

/** A state whose position is where its pages begin: of a read in parts, those of the part. */
function fromPosition<State extends Resumable>(state: State): State {
  const begun: Record<string, unknown> = { next: { again: true } };
  return { ...state, ...begun };
}

function repeated(state: Resumable | undefined, refused: unknown): GithubIssuesStateError {
  const place = { resource: state?.resource ?? '', page: 0, attempt: 0, record: 0, state };
  const why = refused instanceof Error ? 'the API no longer knows the position of the state' : String(refused);
  const error = new GithubIssuesStateError(
    place,
    'position_refused',
    `${why}. To begin again, which reads again what this read has had, pass forgotten: 'restart'; records with a key can be merged`,
  );
  if (refused instanceof Error) error.cause = refused;
  return error;
}
