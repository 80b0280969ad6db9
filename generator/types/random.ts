/** Where random numbers in [0, 1) come from. The same sequence makes the same samples. */
export type Random = () => number;

/** One of some values. */
export function pick<T>(values: readonly T[], random: Random): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}
