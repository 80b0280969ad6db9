/** A figure measured several times. */
export interface Measured {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function summarise(values: readonly number[]): Measured {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? NaN;
  const middle = (sorted.length - 1) / 2;
  return { median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, least: at(0), most: at(sorted.length - 1) };
}

/** `BENCH_ROUNDS=1 npm run bench` tries the benchmarks out: with fewer rounds than they need, which the results then say. */
export const MOST_ROUNDS: number = Number(process.env['BENCH_ROUNDS'] ?? Infinity);

/** Runs every contender once per round, in turns, so that a busy machine is busy for all of them. */
export async function takeTurns<Name extends string, Value>(
  contenders: Readonly<Record<Name, () => Promise<Value>>>,
  rounds: number,
): Promise<ReadonlyMap<string, readonly Value[]>> {
  const values = new Map<string, Value[]>(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round++) {
    const order = Object.entries<() => Promise<Value>>(contenders);
    for (const [name, run] of round % 2 === 0 ? order : order.reverse()) values.get(name)?.push(await run());
  }
  return values;
}
