import type { Reference } from '../../model/connector-model.js';
import type { JobModel, JobRequest } from '../../model/job-model.js';
import { templatesIn } from '../../model/templates.js';

/** What the requests of a job name: what an answer said of it, the part that is read, the time, bounds. */

/** Whether requests name what is answered about a job, or what a read is for. */
export function names(requests: readonly (JobRequest | null)[], test: (reference: Reference) => boolean): boolean {
  return requests.some(
    (request) =>
      request !== null &&
      [request.path, ...[...request.params, ...request.headers].map(({ value }) => value), ...templatesIn(request.body)].some((template) =>
        template.some((part) => typeof part !== 'string' && test(part)),
      ),
  );
}

/** Whether they name the parent, the value or the group that a read is for. */
export function namesPart(requests: readonly (JobRequest | null)[]): boolean {
  return names(requests, ({ kind }) => kind === 'parent' || kind === 'each' || kind === 'group');
}

/** Whether something of an answer is taken for a later request. */
export function readsFields({ fields, download }: JobModel): boolean {
  return fields.some(({ isUrl }) => !isUrl) || names([download.request], ({ kind }) => kind === 'job');
}

/** Whether requests name the time at which the read began. */
export function namesNow(requests: readonly (JobRequest | null)[]): boolean {
  return names(requests, (each) => each.kind === 'expression' && each.expression.of === 'time' && each.expression.from === null);
}

/** Which bounds of an incremental read requests name. */
export function boundsOf(requests: readonly (JobRequest | null)[]): readonly ('start' | 'end')[] {
  return (['start', 'end'] as const).filter((bound) => names(requests, (each) => each.kind === 'bound' && each.bound === bound));
}

/** The requests after which it is known where files are. */
export function waiting({ poll, download }: JobModel): readonly (JobRequest | null)[] {
  return [poll.request, download.request];
}
