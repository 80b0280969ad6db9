import type { Name } from '../names.js';
import type { Path } from '../selector.js';

/** Text with values in it that are known when the request is made. */
export type ValueTemplate = readonly (string | Reference)[];

export type Reference = ConfigReference | ParentReference | EachReference | BoundReference | JobReference;

/** An option of the caller. */
export interface ConfigReference {
  readonly kind: 'config';
  readonly config: Name;
}

/** A field of the parent record that the request is made for. */
export interface ParentReference {
  readonly kind: 'parent';
  /** `users`: the parent resource. */
  readonly resource: Name;
  readonly field: Path;
}

/** The value of a list that the request is made for. */
export interface EachReference {
  readonly kind: 'each';
  readonly list: Name;
}

/** Where an incremental read, or its window, begins or ends. */
export interface BoundReference {
  readonly kind: 'bound';
  readonly bound: 'start' | 'end';
}

/** A field of what the API answered to the request that created a job, or to the last one that asked whether it is done. */
export interface JobReference {
  readonly kind: 'job';
  readonly of: 'job' | 'poll';
  readonly field: Path;
}
