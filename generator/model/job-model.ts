import type { Path } from '../selector.js';
import type { BodyModel, HeaderModel, ParamModel, ValueTemplate } from './connector-model.js';

/** Long work: its resource's own request creates it, and its files are the pages. */
export interface JobModel {
  /** What later requests need of the answer to the first one: a state keeps it. */
  readonly fields: readonly JobField[];
  readonly poll: PollModel;
  readonly download: {
    /** What is asked for the file, or for where it is; null: the last answer of poll says it. */
    readonly request: JobRequest | null;
    /** Where URLs of files are in that answer; null: it is the file. */
    readonly urlsPath: Path | null;
  };
  readonly cleanup: JobRequest | null;
}

export interface JobField {
  /** As it is written in the spec, and in states. */
  readonly name: string;
  readonly path: Path;
}

/** Values of a status are compared as text. */
export interface PollModel {
  readonly request: JobRequest;
  readonly statusPath: Path;
  readonly done: readonly string[];
  readonly failed: readonly string[];
  /** null: all others. */
  readonly running: readonly string[] | null;
  readonly intervalMs: number;
  readonly maxIntervalMs: number;
  readonly timeoutMs: number;
}

export interface JobRequest {
  readonly method: string;
  readonly path: ValueTemplate;
  readonly params: readonly ParamModel[];
  readonly headers: readonly HeaderModel[];
  readonly body: BodyModel | null;
}
