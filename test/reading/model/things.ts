import type { RowSpec } from './case.js';

/** So many rows, all of minute 600. */
export function things(count: number): readonly RowSpec[] {
  return Array.from({ length: count }, () => ({ at: 600 }));
}
