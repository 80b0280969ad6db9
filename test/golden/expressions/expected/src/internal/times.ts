// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** When a read began: that of a state which is under way, else now. */
export function begunAt(
  state: { readonly now?: number; readonly next: object | null } | undefined,
  clock: () => number,
): number {
  const saved = state === undefined || state.next === null ? undefined : state.now;
  return typeof saved === 'number' && Math.abs(saved) <= 8.64e15 ? saved : clock();
}

/** So many months later, on the same day of the month, or on its last. */
export function monthsLater(ms: number, months: number): number {
  const date = new Date(ms);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.getUTCDate() === day ? date.getTime() : date.setUTCDate(0);
}
