import type { Code } from '../../code.js';

/** A column of a table, for every database. */
export interface Column {
  /** Unlike any other of its table in any letter case, and not too long for any of the databases. */
  readonly name: string;
  readonly isKey: boolean;
  readonly type: ColumnType;
  /** The cell of a row: an expression of the record's variable. */
  readonly cell: Code;
}

/** What a column holds, in the words of no database. */
export type ColumnType =
  | { readonly kind: 'text' | 'integer' | 'number' | 'boolean' | 'bigint' | 'decimal' | 'instant' | 'date' | 'json' }
  /** A number, in the given fraction of a second since 1970, that becomes an instant. */
  | { readonly kind: 'epoch'; readonly unit: 's' | 'ms' }
  | NestedType;

/** A value with values in it, of which every part has a type. One with a part that has none is `json`. */
export type NestedType =
  | { readonly kind: 'list'; readonly items: ColumnType }
  | { readonly kind: 'map'; readonly values: ColumnType }
  | { readonly kind: 'struct'; readonly fields: readonly StructField[] };

export interface StructField {
  readonly name: string;
  readonly type: ColumnType;
}

/** A name in SQL, whatever signs it has. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""').replaceAll('\0', '')}"`;
}
