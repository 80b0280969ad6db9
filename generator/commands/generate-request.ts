import type { VirtualFile } from '../virtual-file.js';
import type { Finding, Format } from './report.js';
import type { SpecInput } from './spec-input.js';
import type { SpecPath } from './specs.js';

/** What `tapwright generate` is asked for. */
export interface GenerateRequest {
  /** As they were typed; none means every spec in `specs/`. */
  readonly specs: readonly string[];
  /** The folder that the packages' folders are in. Default: `generated`. */
  readonly out?: string;
  /** Compare instead of write. */
  readonly check?: boolean;
  /** Print the models instead of writing. */
  readonly printModel?: boolean;
  /** Give the package the version that its changes ask for, and write its CHANGELOG. */
  readonly release?: boolean;
  /** With `release`: what to compare with. Default: HEAD. */
  readonly against?: string;
  /** Overwrite generated files that were edited. */
  readonly force?: boolean;
  /** Default: human. */
  readonly format?: Format;
}

/** What became of one spec; `input` when its own files are to be changed. */
export interface MadeOne {
  readonly findings: readonly Finding[];
  readonly made?: Made;
  readonly input?: SpecInput;
}

/** A spec whose files are made, but not yet written. */
export interface Made {
  readonly spec: SpecPath;
  readonly model: { readonly name: { readonly raw: string } };
  /** Empty when there is nothing to make: see `unchanged`. */
  readonly files: readonly VirtualFile[];
  /** The paths of the package, when an earlier run made it of the same input and it is on disk as it was left. */
  readonly unchanged?: readonly string[];
  /** Where the package goes; absolute. */
  readonly folder: string;
  readonly milliseconds: number;
  /** With `release`, where something changed. */
  readonly release?: Raised;
}

/** What a release does to the version of a package. */
export interface Raised {
  readonly before: string;
  readonly version: string;
  readonly level: 'patch' | 'minor' | 'major';
  /** Where the entry is written, as messages name it. */
  readonly changelog: string;
}
