// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ShopClient } from '../client.ts';
import type { Writing } from './json-text.ts';

/** What a value is to a table: nested ones as JSON text, null for what is not there. */
export type Cell = string | number | boolean | Uint8Array | null;

/**
 * What a column holds. Cells are text, but for `integer`, `number` (numbers), `boolean` and `binary` (bytes): digits of a
 * `bigint` or `decimal`, ISO 8601 of an `instant` (with its zone), `timestamp` (without), `date` or `time`, JSON text.
 */
export type ColumnKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'bigint'
  | 'decimal'
  | 'instant'
  | 'timestamp'
  | 'date'
  | 'time'
  | 'binary'
  | 'json';

/** Cells in the order of the columns of the table. */
export type Row = readonly Cell[];

/**
 * What becomes of the rows that a table already has: `append` keeps them, `replace` swaps in the new ones once all are
 * read, `merge` replaces those with the same primary key.
 */
export type WriteMode = 'append' | 'replace' | 'merge';

/** What destinations are told about a table: of a resource, or of a list in its records. */
export interface TableShape {
  readonly name: string;
  /** The resource that it is of, where it has another name. */
  readonly of?: string;
  /** Columns that tell rows apart; none when rows are only ever appended. */
  readonly key: readonly string[];
  /** In the order of a row. */
  readonly columns: readonly string[];
  /** What each of them holds. */
  readonly kinds: readonly ColumnKind[];
  /** Lists of its rows that have no column, since they are tables of their own. */
  readonly apart?: readonly string[];
  readonly sqlite: SqliteSql;
}

/** A list in the records of a resource, as a table with a row for each item. */
export interface NestedTable extends TableShape {
  /** The rows of a record, in the order of its list. */
  readonly rowsOf: (record: object) => readonly Row[];
}

/** A resource as a table: what its columns are, and how to read its rows. */
export interface Table extends TableShape {
  /** The name of the resource, and of the table. */
  readonly name: string;
  readonly description: string;
  readonly mode: WriteMode;
  /** Columns that tell rows apart; none when rows are only ever appended. */
  readonly key: readonly string[];
  /** Whether a complete state is worth passing back: the next read then goes on from there. */
  readonly incremental: boolean;
  /** Whether it is synced when nobody says what to sync. */
  readonly selected: boolean;
  /** In the order of a row. */
  readonly columns: readonly string[];
  /** What each of them holds. */
  readonly kinds: readonly ColumnKind[];
  /** What is not written as it is where a whole record is written as JSON. */
  readonly writing?: Writing;
  /** Which records say that they are gone. `hard`: their row is removed. `soft`: it stays, with a mark. */
  readonly deleted?: { readonly rows: 'hard' | 'soft'; readonly when: (record: object) => boolean };

  /** The tables of its lists, which are written with its rows. */
  readonly lists?: readonly NestedTable[];
  /** Goes on from a saved state; from the start without. */
  pages(client: ShopClient, options: ReadOptions): AsyncGenerator<RowPage, void, undefined>;
}

export interface ReadOptions {
  /** As it was saved. The resource refuses one that it did not make. */
  readonly state: unknown;
  readonly signal: AbortSignal | undefined;
  /** What happens where the API has forgotten the position of the state. Default: what suits the mode of the table. */
  readonly forgotten?: 'restart' | undefined;
}

/** A page of a resource, as records and as rows. */
export interface RowPage {
  readonly records: readonly object[];
  readonly rows: readonly Row[];
  /** Goes on after this page. JSON-serialisable. */
  readonly state: unknown;
  /** Whether it is the last page. */
  readonly complete: boolean;
  /** What the page tells beside its records, by name: how many were left out, whether the read began again. */
  readonly notes: Readonly<Record<string, unknown>>;
}

/** What SQLite is told about a table. `table` is a quoted name. */
export interface SqliteSql {
  readonly create: (table: string) => string;
  /** Writes one row. */
  readonly write: (table: string) => string;
  /** Removes the rows of one record, by the cells of its key. */
  readonly remove?: (table: string) => string;
}
