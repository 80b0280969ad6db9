import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case } from './case.js';
import { CASES } from './cases.js';
import { inMemory, Loopback } from './connect.js';
import { NOT_YET, NOT_YET_SPECS } from './not-yet.js';
import { loadPackages, type Packages } from './packages.js';
import { play } from './play.js';
import { search } from './search.js';
import { specs, specsByName } from './specs.js';

/**
 * Reads that lose nothing: an API that changes, by any manners, is read by a schedule of runs, kills and restarts. What was
 * handed over is in the end what the API has, nothing of it twice where keys or fingerprints tell; or the read failed with
 * an error that is due.
 */

const SCHEDULES = Number(process.env['TAPWRIGHT_TEST_SCHEDULES'] ?? 200);
const SEED = Number(process.env['TAPWRIGHT_TEST_SEED'] ?? Date.now() % 1_000_000_000);
/** Of so many schedules, one goes over loopback. */
const ONE_IN = 8;

const server = new Loopback();
let packages: Packages;
beforeAll(async () => {
  await server.open();
  packages = await loadPackages(specs, NOT_YET_SPECS);
});
afterAll(() => server.close());

const played = specs.filter(({ name }) => !NOT_YET_SPECS.includes(name));
const failing = new Set(NOT_YET.flatMap(({ cases }) => cases));

describe.each([
  ['in memory', () => inMemory],
  ['over loopback', () => server.connect],
])('cases, %s', (_where, connect) => {
  test.each(Object.entries(CASES).filter(([name, { spec }]) => !failing.has(name) && !NOT_YET_SPECS.includes(spec)))(
    '%s',
    async (_name, story) => {
      const { problem, log } = await play(story, packages.open, connect());
      expect(problem, log.join('\n')).toBeUndefined();
    },
  );
});

describe('what fails today', () => {
  test('specs are refused: one that is made now has to leave NOT_YET_SPECS', () => {
    expect([...packages.refused.keys()].sort(), [...packages.refused.values()].join('\n')).toEqual([...NOT_YET_SPECS].sort());
  });

  test.each(NOT_YET)('$rule: $kind', async ({ cases, meets }) => {
    expect(cases).not.toEqual([]);
    for (const name of cases) {
      const story = CASES[name];
      expect(story !== undefined && meets(story), `"${name}" is a case of this kind`).toBe(true);
      const { problem } = await play(story as Case, packages.open, inMemory);
      expect(problem, `"${name}" passes now: take it out of NOT_YET`).toBeDefined();
    }
  });
});

describe('random schedules', () => {
  const runs = Math.ceil(SCHEDULES / played.length);
  const plays = (story: Case): boolean => !NOT_YET.some(({ meets }) => meets(story));
  const isNeverPlayed = ({ spec }: Case): boolean => !plays({ spec, rows: [], runs: [] });

  test.each(
    played
      .map((spec, index) => [spec.name, spec, SEED + index] as const)
      .filter(([name]) => !isNeverPlayed({ spec: name, rows: [], runs: [] })),
  )('%s', async (name, spec, seed) => {
    const isLocal = (count: number): boolean => specsByName.get(name)?.isConcurrent !== true && (count + seed) % ONE_IN === 0;
    const found = await search(spec, {
      runs,
      seed,
      open: packages.open,
      plays,
      connect: (count) => (isLocal(count) ? server.connect : inMemory),
    });
    expect(found.counterexample, `TAPWRIGHT_TEST_SEED=${SEED} TAPWRIGHT_TEST_SCHEDULES=${SCHEDULES}`).toBeUndefined();
    if (found.schedules >= 20) expect(found.completed, 'runs come to their end').toBeGreaterThan(found.schedules / 2);
  });
});
