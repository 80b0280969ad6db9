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

/** What a column holds, in the words of no database; in brackets what its cells are. */
export type ColumnType =
  | {
      /**
       * `bigint`: its digits [text]. `instant`: a point in time [ISO 8601 with its zone]. `timestamp`: a time that names no zone
       * [ISO 8601]. `date`, `time` [ISO 8601]. `binary` [bytes]. `json` [JSON text]. `epoch`: a number since 1970, inside others only.
       */
      readonly kind:
        'text' | 'integer' | 'number' | 'boolean' | 'bigint' | 'instant' | 'timestamp' | 'date' | 'time' | 'binary' | 'json' | 'epoch';
    }
  /** A decimal number [text]; without a size, of any. */
  | { readonly kind: 'decimal'; readonly precision?: number; readonly scale?: number }
  | NestedType;

/** A value with values in it, of which every part has a type [JSON text]. One with a part that has none is `json`. */
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

/** `DECIMAL(10,2)`; nothing for one without a size, or of more digits than a database has. */
export function sizedDecimal(
  { precision, scale = 0 }: { readonly precision?: number; readonly scale?: number },
  word: string,
  most: { readonly precision: number; readonly scale: number },
): string | undefined {
  return precision === undefined || precision > most.precision || scale > most.scale ? undefined : `${word}(${precision},${scale})`;
}
