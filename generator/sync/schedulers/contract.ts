import type { Driver } from '../destinations/contract.js';

/**
 * Something that runs the units of split reads on many machines: a folder beside this file, and one line in `index.ts`. The folder also
 * has the templates of the files that a package gets for it.
 *
 * @typeParam Name the word under `outputs`, the subpath of the package, and the name of the folder
 */
export interface Scheduler<Name extends string = string> {
  readonly name: Name;
  /** What to install for it. */
  readonly drivers: readonly Driver[];
  /** What the tests of a package need beside those. */
  readonly testDrivers: readonly Driver[];
  /** Emitted files of `src/<name>/`, by the names of their templates. */
  readonly files: readonly string[];
  /** What else can be imported: names of files. */
  readonly subpaths: readonly string[];
  /** The program: `shop-connector-worker`, `src/<name>/bin.ts`. */
  readonly bin: { readonly word: string };
  /** The row of the README. */
  readonly readme: { readonly to: string; readonly how: (command: string) => string; readonly install: string };
}
