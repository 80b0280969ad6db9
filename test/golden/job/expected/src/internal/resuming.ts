// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { JobsError, JobsHttpError, JobsStateError } from '../errors.ts';
import { unread, type Accepted, type StateId } from './state.ts';

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
    if (refused !== undefined && forgotten === 'fail' && !(refused instanceof Error && isUnread(state)))
      throw repeated(given, refused);
    try {
      for await (const page of read(from)) {
        yield isFirst && refused !== undefined ? { ...page, restarted: true } : page;
        isFirst = false;
      }
      return;
    } catch (error) {
      if (isFirst && error instanceof JobsError) error.state = given; // as it was passed
      if (refused !== undefined || !isFirst || state === undefined || !isForgotten(error, state)) throw error;
      from = fromPosition(state);
      refused = error;
    }
  }
}

/** Whether the position of a state is none any more: the API has forgotten it, or its job has come to nothing. */
function isForgotten(error: unknown, { resource, next }: Resumable): boolean {
  if (!(error instanceof JobsError) || error.resource !== resource) return false;
  if (error instanceof JobsHttpError) return carriesPosition(next, error);
  return error.code === 'job_failed' && error.page === 1 && isNamed(positionIn(next));
}

/** Whether the position of a state is before the first file of a job: to begin again reads nothing twice. */
function isUnread(state: Resumable | undefined): boolean {
  return Object(positionIn(state?.next)).filesRead === 0;
}

function positionIn(saved: object | null | undefined): unknown {
  return saved && 'page' in saved ? saved.page : saved;
}

function isNamed(position: unknown): boolean {
  return typeof position === 'object' && position !== null && !('again' in position);
}

/** Whether a request that was refused carried a position that a state had. */
export function carriesPosition(saved: object | null | undefined, { page, status, code }: JobsHttpError): boolean {
  return isNamed(positionIn(saved)) && page === 1 && (NO_POSITION.includes(status) || code === 'position_refused');
}

/** A state whose position is where its pages begin: of a read in parts, those of the part. */
function fromPosition<State extends Resumable>(state: State): State {
  const begun: Record<string, unknown> = { next: { again: true } };
  if ('cursor' in state) begun['cursor'] = unread(state.cursor);
  return { ...state, ...begun };
}

function repeated(state: Resumable | undefined, refused: unknown): JobsStateError {
  const place = { resource: state?.resource ?? '', page: 0, attempt: 0, record: 0, state };
  const why = refused instanceof Error ? 'the API no longer knows the position of the state' : String(refused);
  const error = new JobsStateError(
    place,
    'position_refused',
    `${why}. To begin again, which reads again what this read has had, pass forgotten: 'restart'; records with a key can be merged`,
  );
  if (refused instanceof Error) error.cause = refused;
  return error;
}
