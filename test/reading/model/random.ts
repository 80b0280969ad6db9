import fc from 'fast-check';
import { BAD_START, type Api, type Case, type Change, type Partition, type RowSpec, type Run } from './case.js';
import type { ModelSpec } from './spec-parts.js';

/** Random cases of a spec; they shrink to plain APIs, few rows and short schedules. */

const PARTITIONS: readonly Partition[] = ['a', 'b', 'c'];
/** Among them the ends of windows and days, the same time more than once, and times that coarser formats cannot tell apart. */
const TIMES = [600, 540, 420, 240, 180, 60, 300, 330, 599.5, 540.001, 0, -240];
const FUTURE = [601, 700, 1000, 4000, 100_000];
const WAITS = [0, 1, 30, 240, 700];
const UNTILS = [600, 540, 541, 300, 60, 700, 2000];

export function casesOf(spec: ModelSpec): fc.Arbitrary<Case> {
  const of = spec.partitions === 'none' ? fc.constant(undefined) : fc.constantFrom(undefined, ...PARTITIONS);
  const at = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...TIMES) }, { weight: 1, arbitrary: fc.constantFrom(...FUTURE) });
  const rows = fc.array(fc.record({ at, of }).map(tidy<RowSpec>), { maxLength: 11 });
  const isBerlin = spec.manners.zone?.includes('Europe/Berlin') === true;
  const clock = isBerlin ? fc.constantFrom(undefined, 200, 270) : fc.constant(undefined);
  return fc
    .record({ spec: fc.constant(spec.name), clock, api: apiOf(spec), rows, runs: fc.array(runOf(spec, of), { maxLength: 4 }) })
    .map(tidy<Case>);
}

/** Where it is not as usual; fewer differences are simpler. */
function apiOf({ manners }: ModelSpec): fc.Arbitrary<Partial<Api>> {
  const values = Object.entries(manners).map(([key, list]: readonly [string, readonly unknown[]]) => {
    const [usual, ...others] = list;
    return [
      key,
      others.length === 0 ? fc.constant(usual) : fc.oneof({ withCrossShrink: true }, fc.constant(usual), fc.constantFrom(...others)),
    ] as const;
  });
  return fc
    .record(Object.fromEntries(values))
    .map((api) => Object.fromEntries(Object.entries(api).filter(([key, value]) => value !== manners[key as keyof Api]?.[0])));
}

function runOf(spec: ModelSpec, of: fc.Arbitrary<Partition | undefined>): fc.Arbitrary<Run> {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>, weight = 3): fc.Arbitrary<T | undefined> =>
    fc.oneof({ withCrossShrink: true }, { weight: 3, arbitrary: fc.constant(undefined) }, { weight, arbitrary });
  const change = changeOf(spec, of);
  const later = fc.oneof({ weight: 3, arbitrary: change }, { weight: 1, arbitrary: fc.record({ pass: fc.constantFrom(1, 30) }) });
  return fc
    .record({
      wait: maybe(fc.constantFrom(...WAITS)),
      first: maybe(fc.array(change, { minLength: 1, maxLength: 3 })),
      after: maybe(fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), later), { minLength: 1, maxLength: 3 }), 2),
      kill: maybe(fc.integer({ min: 1, max: 4 })),
      lose: maybe(fc.constant(true as const), 1),
      outage: maybe(fc.integer({ min: 0, max: 4 }), 1),
      elsewhere: fc.oneof(
        { withCrossShrink: true },
        { weight: 15, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constant(true as const) },
      ),
      ...(spec.until === undefined ? {} : { until: maybe(fc.constantFrom(...UNTILS)) }),
      ...(spec.starts ? { start: maybe(fc.constantFrom('2026-10-24T21:00:00.000Z', '2026-10-25', BAD_START)) } : {}),
      ...(spec.kin.length === 0 ? {} : { as: maybe(fc.constantFrom(...spec.kin), 1) }),
    })
    .map((run) => tidy<Run>(run.kill === undefined ? { ...run, lose: undefined } : run));
}

function changeOf(spec: ModelSpec, of: fc.Arbitrary<Partition | undefined>): fc.Arbitrary<Change> {
  const id = fc.integer({ min: 1, max: 12 });
  const tokens = ['cursor', 'header', 'json_link', 'header_link'].includes(spec.protocol.by);
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .record({ add: fc.constantFrom(0, 0, 0, ...(spec.lag > 0 ? [-spec.lag / 2, -spec.lag] : []), 1, 300, 100_000), of })
        .map(tidy<Change>),
    },
    ...(spec.incremental ? [{ weight: 3, arbitrary: fc.record({ touch: id }) }] : []),
    { weight: 1, arbitrary: fc.record({ drop: id }) },
    ...(tokens
      ? [{ weight: 1, arbitrary: fc.record({ forget: fc.constantFrom(400 as const, 404 as const, 410 as const, 422 as const) }) }]
      : []),
    ...(spec.partitions === 'parents'
      ? [
          { weight: 1, arbitrary: fc.record({ gone: fc.constantFrom(...PARTITIONS) }) },
          {
            weight: 2,
            arbitrary: fc.record({ refuse: fc.tuple(fc.constantFrom(...PARTITIONS), fc.constantFrom(404, 410, 401, 403, 429, 500, 200)) }),
          },
        ]
      : []),
  );
}

function tidy<T>(value: object): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
