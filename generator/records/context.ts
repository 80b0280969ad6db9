import type { Code } from '../code.js';

/** What emitted record files need to know of their package. */
export interface RecordsContext {
  /** The lines that every source file begins with. */
  readonly header: Code;
  /** `AnalyticsRecordError`, exported by `src/errors.ts` beside `RecordPlace`. */
  readonly errorClass: string;
  /** What `~standard.vendor` says: the name of the package. */
  readonly vendor: string;
}
