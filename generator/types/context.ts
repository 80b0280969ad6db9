import type { Code } from '../code.js';

/** What emitted record files need to know of their package. */
export interface RecordsContext {
  /** The lines that every source file begins with. */
  readonly header: Code;
  /** `AnalyticsRecordError`, exported by `src/errors.ts` beside `ReadPosition`. */
  readonly errorClass: string;
  /** Whether bodies, or fields of tables, are read as JSON. */
  readonly readsJson: boolean;
  /** Whether the package writes records as JSON. */
  readonly writesJson: boolean;
  /** Whether numbers of records are put at other places before they are checked. */
  readonly movesDigits: boolean;
  /** What `~standard.vendor` says: the name of the package. */
  readonly vendor: string;
}
