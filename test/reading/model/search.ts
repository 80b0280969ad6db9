import fc from 'fast-check';
import type { Case } from './case.js';
import { minimise } from './minimise.js';
import { play, type Connect, type Open } from './play.js';
import { show } from './print.js';
import { casesOf } from './random.js';
import type { ModelSpec } from './spec-parts.js';

export interface Search {
  readonly runs: number;
  readonly seed: number;
  readonly open: Open;
  /** How the n-th schedule gets to the API. */
  readonly connect: (count: number) => Connect;
  /** Which cases are played. */
  readonly plays: (story: Case) => boolean;
}

export interface Found {
  /** The smallest case that was found, what is wrong with it, and what happened; undefined: none. */
  readonly counterexample: string | undefined;
  readonly schedules: number;
  readonly completed: number;
  readonly errors: number;
}

/** Plays random cases of a spec; the first that is wrong is made as small as it goes. */
export async function search(spec: ModelSpec, { runs, seed, open, connect, plays }: Search): Promise<Found> {
  let [schedules, completed, errors] = [0, 0, 0];
  const property = fc.asyncProperty(casesOf(spec).filter(plays), async (story) => {
    const verdict = await play(story, open, connect(schedules++));
    completed += verdict.completed;
    errors += verdict.errors.length;
    return verdict.problem === undefined;
  });
  const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns: runs, seed, endOnFailure: false });
  if (!failed) return { counterexample: undefined, schedules, completed, errors };
  if (counterexample === null) throw errorInstance;
  const [found] = counterexample;
  const kind = kindOf((await play(found, open, connect(0))).problem);
  const smallest = await minimise(found, async (smaller) => {
    try {
      return plays(smaller) && isCase(smaller) && kindOf((await play(smaller, open, connect(0))).problem) === kind;
    } catch {
      return false; // it is no case any more
    }
  });
  const { problem, log } = await play(smallest, open, connect(0));
  const lines = [`${String(problem)} (seed ${seed})`, show(smallest), ...log.slice(0, 30), show(spec.resource)];
  return { counterexample: lines.join('\n'), schedules, completed, errors };
}

/** Problems that differ in numbers only are of one kind. */
function kindOf(problem: string | undefined): string {
  return (problem ?? '').replace(/[\d.]+/g, '#').slice(0, 24);
}

function isCase({ rows, runs }: Case): boolean {
  return rows.every(({ at }) => Number.isFinite(at)) && Array.isArray(runs);
}
