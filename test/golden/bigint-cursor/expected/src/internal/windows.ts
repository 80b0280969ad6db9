// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** A stretch of time that an incremental read asks for by itself: milliseconds since 1970. */
export interface Window<Page> {
  readonly since: number;
  /** Where the API is asked to begin: a little earlier, for it may count its start out. */
  readonly from: number;
  /** Where the next window begins. */
  readonly until: number;
  /** The position inside; null: at its first page. */
  readonly page: Page | null;
  /** Of the records at its start, the fingerprints of those that the window before has had; undefined where none of it was read. */
  readonly read?: readonly string[] | undefined;
}

/**
 * The windows from `nth(0)` up to `end`, in ascending order; `nth(n)` is where the n-th begins, and `fromOf(since)` where requests
 * do. A read that is resumed goes on with the window that was `reached`, as long as it was then.
 */
export function* windowsUntil<Page>(
  end: number,
  nth: (n: number) => number,
  fromOf: (since: number) => number,
  reached: Omit<Window<Page>, 'from'> | null | undefined,
): Generator<Window<Page>, void, undefined> {
  if (reached && reached.page !== null) yield { ...reached, from: fromOf(reached.since) };
  let since = reached ? reached.until : nth(0);
  if (!reached && since === end) yield { since, from: fromOf(since), until: end, page: null };
  for (let n = 1; since < end; n++) {
    const until = Math.min(nth(n), end);
    if (until <= since) continue; // it was read before the read was resumed
    yield { since, from: fromOf(since), until, page: null };
    since = until;
  }
}

/** Whether what a saved state says can be a window. */
export function isWindow(next: {
  readonly since: number;
  readonly until: number;
  readonly read: readonly string[];
}): boolean {
  return (
    Number.isSafeInteger(next.since) &&
    Number.isSafeInteger(next.until) &&
    next.since <= next.until &&
    Array.isArray(next.read)
  );
}

/** Nanoseconds since 1970 as whole milliseconds, not after them. */
export function millisecondsOf(nanoseconds: bigint): number {
  const rest = ((nanoseconds % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return Number((nanoseconds - rest) / 1_000_000n);
}
