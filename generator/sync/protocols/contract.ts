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
  /** Emitted files of `src/sync/`, by the names of their templates: `<file>.ts.hbs` in its folder. */
  readonly files: readonly string[];
  /** The program that speaks nothing else: `tap-github-issues`, `src/sync/tap.ts`. */
  readonly bin: { readonly word: string; readonly argument: string };
  /** The holes of those templates, beside those that every template has. */
  readonly holes: (facts: ProtocolFacts) => Holes;
  /** Other files of a package. */
  readonly packageFiles: readonly PackageFile[];
  /** Folders that these are in and that npm publishes. */
  readonly folders: readonly string[];
  /** The row of the README; `how` for a connector of that name. */
  readonly readme: { readonly to: string; readonly how: (connector: string) => string; readonly install: string };
}

/** A file beside `src`: a template in the folder of the protocol. */
export interface PackageFile {
  readonly template: string;
  readonly path: (facts: ProtocolFacts) => string;
  readonly holes: (facts: ProtocolFacts) => Holes;
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
  readonly settings: readonly SettingFacts[];
  /** The names of settings that are enough to sign requests; several lists where one is chosen. */
  readonly credentials: readonly (readonly string[])[];
}

/** Something that the user of a package supplies. */
export interface SettingFacts {
  readonly name: string;
  readonly env: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'list';
  readonly format: 'date-time' | 'date' | null;
  readonly description: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly default: string | number | boolean | null;
}
