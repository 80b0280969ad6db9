import type { RecordType } from '../types/model.js';
import type { OptionFacts } from './whole.js';

/** What an incremental block is read with: the record, the options, and which bounds the request names somewhere. */
export interface IncrementalContext {
  readonly resource: string;
  readonly record: RecordType;
  readonly config: readonly OptionFacts[];
  readonly namesStart: boolean;
  readonly namesEnd: boolean;
}
