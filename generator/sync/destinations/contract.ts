import type { Code } from '../../code.js';
import type { Column, ColumnType } from './column.js';

/**
 * Something that `sync` writes to: a folder beside this file, and one line in `index.ts`. The folder also has the
 * templates of the files that a package gets for it.
 *
 * @typeParam Name the word under `outputs`, and the name of the folder
 */
export interface Destination<Name extends string = string> {
  readonly name: Name;
  /** How `--help` and messages write what names it: `file.duckdb`. */
  readonly words: string;
  /** The statement that opens it when `to` names it; `options` is beside it. */
  readonly open: Code;
  /** What the statement calls, for the import. */
  readonly imported: Code;
  /** What the subpath `./sync` exports of it. */
  readonly exported: Code;
  /** Files of `src/sync/`, by the names of their templates: `<file>.ts.hbs` in its folder. */
  readonly files: readonly string[];
  /** Whether it keeps states in a table by SQL that such databases share. */
  readonly keepsStates?: true;
  /** Whether it compares types of decimals, to give columns more digits. */
  readonly growsDecimals?: true;
  /** Those that come along where units can be kept elsewhere. */
  readonly pieceFiles?: readonly string[];
  /** Destinations that it is written with: their files and their SQL come along. */
  readonly writtenWith: readonly string[];
  /** What to install for it. */
  readonly drivers: readonly Driver[];
  /** Where many processes may write to it at once, each its units of a split read: the pattern that `to` has then. */
  readonly sharedAt?: Code;
  /** The same where it has no transactions, and needs a database elsewhere that keeps units: the pattern of `to`. */
  readonly coordinatedAt?: Code;
  /** What `--format` may say of it; the first is the default. */
  readonly formats: readonly string[];
  /** Whether it says how large batches are: each is a file that nothing is added to. */
  readonly gathers?: true;
  /** Where `sync` writes when nobody says where, given the name of the connector. */
  readonly fallback?: (connector: string) => string;
  /** What a table tells it; nothing where rows are written as they are. */
  readonly table?: TableSql;
  readonly readme: ReadmeRow;
  /** What columns are in it, for the docs: one list, or several where it writes several formats. */
  readonly types: readonly TypeList[];
}

/** How the types of columns are called in one kind of destination. */
export interface TypeList {
  /** "DuckDB" */
  readonly title: string;
  readonly typeOf: (type: ColumnType) => string;
}

/** A package that is installed by whoever uses the destination: an optional peer. */
export interface Driver {
  readonly name: string;
  /** The versions that it has been run with. */
  readonly range: string;
}

/** A member of the emitted tables with the statements that are for one database. */
export interface TableSql {
  /** The type of the member: an exported interface. `removes`: rows are removed by the keys of records, in some table of the package. */
  readonly type: (removes: boolean) => Code;
  /** The member's type: `DuckdbSql`. */
  readonly typeName: Code;
  /** The value of the member, for a table of these columns whose rows replace those of the same key, or do not. */
  readonly emit: (columns: readonly Column[], merges: boolean, removal?: Removal) => Code;
}

/** How rows are removed by the keys of the records that they are of. */
export interface Removal {
  /** Columns of the key of a resource. */
  readonly keys: readonly Column[];
  /** Whether this is the table of the resource, which says what keys are. */
  readonly isOwn: boolean;
  /** What the key is called in this table, if rows of it are removed. */
  readonly names: readonly string[] | undefined;
}

/** A row of the table in the README of a package. */
export interface ReadmeRow {
  /** "DuckDB" */
  readonly to: string;
  /** What to type: "sync --to file.duckdb". */
  readonly how: string;
  /** "npm install @duckdb/node-api"; empty: nothing. */
  readonly install: string;
}
