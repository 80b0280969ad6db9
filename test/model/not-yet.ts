import type { Case } from './case.js';

/** A kind of case that fails today. */
export interface NotYet {
  /** The rule of reading that it breaks, in a word. */
  readonly rule: string;
  readonly kind: string;
  /** Whether a case may be of this kind: it is not played at random. */
  readonly meets: (story: Case) => boolean;
  /** Names of `CASES` that show it: each fails. */
  readonly cases: readonly string[];
}

/** Kinds that fail today. A case of theirs that passes is an error: take it out here, and with the last one, the kind. */
export const NOT_YET: readonly NotYet[] = [];

/** Specs with keys that `generate` does not know yet. One that it makes now is an error: take it out here. */
export const NOT_YET_SPECS: readonly string[] = [];
