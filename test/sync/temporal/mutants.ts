import type { Mutant } from '../../../generator/mutant.js';

/** With the test file of a package that has to notice it. */
interface TemporalMutant extends Mutant {
  readonly noticedBy: 'activities' | 'replay' | 'workflow';
}

const WORKFLOW = 'src/temporal/workflow.ts';
const ACTIVITIES = 'src/temporal/activities.ts';
const FAILURE = 'src/temporal/failure.ts';

/** Mistakes in `src/temporal/` that the tests of a package must notice. */
export const mutants: readonly TemporalMutant[] = [
  {
    noticedBy: 'workflow',
    name: 'one unit more is read at once',
    file: WORKFLOW,
    find: '{ length: atOnce }',
    replace: '{ length: atOnce + 1 }',
  },
  { noticedBy: 'workflow', name: 'the bound is another', file: WORKFLOW, find: 'atOnce = 8', replace: 'atOnce = 4' },
  { noticedBy: 'workflow', name: 'units are begun after a failure', file: WORKFLOW, find: ' && failures.length === 0', replace: '' },
  {
    noticedBy: 'workflow',
    name: 'failures are forgotten',
    file: WORKFLOW,
    find: 'if (failures.length > 0) throw failures[0];',
    replace: '',
  },
  {
    noticedBy: 'workflow',
    name: 'another execution is another run',
    file: WORKFLOW,
    find: '{ ...options, run, done }',
    replace: '{ ...options, done }',
  },
  { noticedBy: 'workflow', name: 'another execution reads from the start', file: WORKFLOW, find: 'from: before', replace: 'from: 0' },
  { noticedBy: 'replay', name: 'the run is not finished', file: WORKFLOW, find: 'await finishShop({ run });', replace: '' },
  { noticedBy: 'workflow', name: 'units that run are not told of', file: WORKFLOW, find: 'running++;', replace: '' },
  { noticedBy: 'workflow', name: 'a count of nothing is taken', file: WORKFLOW, find: '&& count > 0', replace: '' },
  {
    noticedBy: 'replay',
    name: 'a cancellation leaves units alone',
    file: WORKFLOW,
    find: 'WAIT_CANCELLATION_COMPLETED',
    replace: 'ABANDON',
  },
  {
    noticedBy: 'activities',
    name: 'an activity does not tell that it lives',
    file: ACTIVITIES,
    find: 'context.heartbeat(details)',
    replace: 'undefined',
  },
  { noticedBy: 'activities', name: 'heartbeats go on after the end', file: ACTIVITIES, find: 'clearInterval(beat);', replace: '' },
  {
    noticedBy: 'activities',
    name: 'destinations are left open',
    file: ACTIVITIES,
    find: 'await destination?.close()',
    replace: 'await Promise.resolve()',
  },
  { noticedBy: 'activities', name: 'a plan is the whole list', file: ACTIVITIES, find: 'all.slice(from, from + most)', replace: 'all' },
  { noticedBy: 'activities', name: 'errors are not told apart', file: ACTIVITIES, find: 'throw failureOf(error)', replace: 'throw error' },
  {
    noticedBy: 'activities',
    name: 'a stopped worker is a cancellation',
    file: FAILURE,
    find: 'cancellationDetails()?.cancelRequested === true',
    replace: 'true',
  },
  {
    noticedBy: 'activities',
    name: 'a cancellation is a failure',
    file: FAILURE,
    find: 'cancellationDetails()?.cancelRequested === true',
    replace: 'false',
  },
  { noticedBy: 'activities', name: 'every status is for good', file: FAILURE, find: 'status >= 500 || ', replace: '' },
  { noticedBy: 'activities', name: 'a timeout of the API is for good', file: FAILURE, find: '[408, 425, 429]', replace: '[429]' },
  { noticedBy: 'activities', name: 'errors of the API are all tried again', file: FAILURE, find: ': mends)', replace: ': true)' },
  { noticedBy: 'activities', name: 'errors of destinations are for good', file: FAILURE, find: '!OF_DESTINATIONS[code]', replace: 'true' },
  { noticedBy: 'activities', name: 'errors of usage are tried again', file: FAILURE, find: '!OF_DESTINATIONS[code]', replace: 'false' },
  { noticedBy: 'activities', name: 'how long to wait is forgotten', file: FAILURE, find: 'nextRetryDelay: retryAfterMs', replace: '' },
  {
    noticedBy: 'activities',
    name: 'a unit that another one has is waited for in other ways',
    file: FAILURE,
    find: "nextRetryDelay: '10 seconds'",
    replace: '',
  },
];
