import type { VirtualFile } from '../../../generator/virtual-file.js';
import type { Problem, Readable } from './generation.js';
import type { TraceEvent } from './trace.js';

/** What the page asks its worker. */
export interface Questions {
  /** Makes the package of a spec. It is what the other questions are about, until the next one is made. */
  readonly make: { readonly spec: string };
  /** The text of one file of it, laid out. */
  readonly file: { readonly path: string };
  /** Every file of it, laid out, and its lock. */
  readonly files: object;
  /** Takes the package as it is now for the one that changes are told against. */
  readonly base: object;
  /** How the package differs from that one. */
  readonly changes: object;
  /** Reads a resource, against answers as text. */
  readonly trace: { readonly property: string; readonly gzip: boolean; readonly answers: string };
}

/** What it replies. */
export interface Replies {
  readonly make: {
    readonly problems: readonly Problem[];
    /** Undefined where the spec is refused: the last package stays. */
    readonly made: Package | undefined;
    readonly milliseconds: number;
  };
  readonly file: string | undefined;
  readonly files: readonly VirtualFile[];
  readonly base: undefined;
  readonly changes: readonly Change[];
  readonly trace: readonly TraceEvent[];
}

/** A package, but for the texts of its files. */
export interface Package {
  readonly name: string;
  readonly files: readonly FileFact[];
  readonly resources: readonly Readable[];
}

export interface FileFact {
  readonly path: string;
  /** Against the base. */
  readonly state: 'same' | 'changed' | 'new';
}

/** A file that is not as it was in the base. */
export interface Change {
  readonly path: string;
  readonly kind: 'changed' | 'new' | 'gone';
  /** Lines of a unified diff, the first sign of each telling what it is: `+`, `-`, `@` or a blank. */
  readonly lines: readonly string[];
}

export type Asked = keyof Questions;

/** What goes to the worker, and what comes back: a reply has the number of its question. */
export type ToWorker = { readonly [Ask in Asked]: { readonly id: number; readonly ask: Ask; readonly what: Questions[Ask] } }[Asked];
export interface FromWorker {
  readonly id: number;
  readonly reply: Replies[Asked];
}
