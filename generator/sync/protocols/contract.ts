import type { Code } from '../../code.js';

/**
 * A way in which other tools run a package: a folder beside this file, and one line in `index.ts`. The folder also has the
 * templates of the files that a package gets for it.
 *
 * @typeParam Name the word under `outputs`, and the name of the folder
 */
export interface Protocol<Name extends string = string> {
  readonly name: Name;
  /** Options of the command line that it reads beside `--config` and `--catalog`. */
  readonly options: readonly CommandOption[];
  /** What the calls call, for the import. */
  readonly imported: Code;
  /** Statements that run it when a command line asks for it: `options`, `command` and `invocation` are in scope. */
  readonly calls: Code;
  /** Rows of `--help`: what to type, and what it does. */
  readonly help: { readonly commands: readonly HelpRow[]; readonly options: readonly HelpRow[] };
  /** The emitted file of `src/sync/`, by the name of its template: `<file>.ts.hbs` in its folder. */
  readonly file: string;
  /** The holes of that template, beside those that every template has. */
  readonly holes: (facts: ProtocolFacts) => Holes;
  /** Other files of a package: the template in its folder by the path in the package. */
  readonly packageFiles: Readonly<Record<string, string>>;
  readonly readme: { readonly to: string; readonly how: string; readonly install: string };
}

export type HelpRow = readonly [words: string, meaning: string];

export interface CommandOption {
  readonly name: string;
  readonly type: 'string' | 'boolean';
}

/** What a template is filled with. */
export type Holes = Readonly<Record<string, Code | boolean>>;

/** What protocols are told of a connector. */
export interface ProtocolFacts {
  /** `github-issues` */
  readonly name: string;
  readonly packageName: string;
  readonly version: string;
  readonly description: string;
  readonly repository: string | null;
}
