import type { Path } from '../selector.js';
import type { ValueTemplate } from './value-template.js';
import type { HeaderModel, BodyModel, ParamModel } from './request-model.js';

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
    /** What a file is asked for with. */
    readonly headers: readonly HeaderModel[];
    /** Where the cursor of the next part of a file is, and goes; null: a file is one answer. */
    readonly parts: { readonly header: string; readonly param: string } | null;
  };
  readonly cleanup: JobRequest | null;
}

export interface JobField {
  /** As it is written in the spec, and in states. */
  readonly name: string;
  /** Where it is in the answer; of a header, its name in lower case. */
  readonly from: { readonly kind: 'body'; readonly path: Path } | { readonly kind: 'header'; readonly header: string };
  /** Whether it is the URL that says how the job is. */
  readonly isUrl: boolean;
}

/** Values of a status are compared as text. */
export interface PollModel {
  /** With `url`, its path is empty. */
  readonly request: JobRequest;
  /** The field of the job that is the URL to ask at; null: the request has a path. */
  readonly url: string | null;
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
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'QUERY' | 'DELETE';
  readonly path: ValueTemplate;
  readonly fromOrigin: boolean;
  readonly params: readonly ParamModel[];
  readonly paramsEncoding: 'form' | 'percent';
  readonly headers: readonly HeaderModel[];
  readonly body: BodyModel | null;
}
