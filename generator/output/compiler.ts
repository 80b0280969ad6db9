/** Finds what does not compile in a set of files; the signal ends it. */
export type Compile = (files: readonly SourceText[], signal?: AbortSignal) => Promise<readonly Fault[]>;

export interface SourceText {
  /** Relative to the package: `src/index.ts`. */
  readonly path: string;
  readonly text: string;
}

/** What is wrong with the code. */
export interface Fault {
  /** Absent when it is not one file's. */
  readonly path?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** TypeScript's number of it. */
  readonly number?: number;
  readonly message: string;
}

/** As strict as the `tsconfig.json` of a package, in that file's own words. */
export const COMPILER_OPTIONS = {
  target: 'es2022',
  lib: ['es2022'], // and the web types
  module: 'esnext',
  moduleResolution: 'bundler',
  allowImportingTsExtensions: true,
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  isolatedDeclarations: true,
  declaration: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  skipLibCheck: true,
  noEmit: true,
} as const;

/**
 * Whether a file is checked in full. Commands import Node, and workflows Temporal: to compile them takes an installed package, to parse them
 * does not.
 */
export function isChecked({ path, text }: SourceText): boolean {
  return /(?:^|\/)src\/hooks\.ts$/.test(path) || !(text.includes(" from 'node:") || /(?:^|\/)src\/temporal\//.test(path)); // hooks may say so in a text; they import nothing
}
