// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { SyncError, type DestinationOptions } from './destination.ts';
import type { Cell, ColumnKind, Row, TableShape } from './table.ts';

/** What a destination has no place for. JSON can hold every sign: U+0000, and halves of characters, which are in no encoding. */
export interface Limits {
  /** How messages call the destination. */
  readonly name: string;
  /** Whether its texts can have U+0000 in them; those in JSON, as an escape. */
  readonly holdsNul: { readonly text: boolean; readonly json: boolean };
  /** Whether its JSON can have an escape for half a character. */
  readonly holdsHalves: boolean;
  /** Why it has no place for a cell, and what can be done; undefined: it has one. */
  readonly refusalOf?: (cell: string, kind: ColumnKind) => string | undefined;
}

/** Takes care that a destination gets what it can hold. */
export class StorableRows {
  readonly #limits: Limits;
  readonly #replaces: boolean;
  /** How many values were changed. */
  replaced = 0;

  constructor(limits: Limits, { unstorable = 'refuse' }: DestinationOptions) {
    this.#limits = limits;
    this.#replaces = unstorable === 'replace';
  }

  /**
   * The rows, with U+FFFD for each sign that the destination cannot hold where that was asked for; never in a key, by which
   * rows would then be mistaken for each other.
   *
   * @throws {@link SyncError} `destination`, which names the record and the field.
   */
  check(table: TableShape, rows: readonly Row[]): readonly Row[] {
    const changed = new Map<number, Cell[]>();
    table.kinds.forEach((kind, column) => {
      if (!CHECKED.has(kind)) return;
      const isKey = table.key.includes(table.columns[column] ?? '');
      rows.forEach((row, index) => {
        const cell = row[column];
        if (typeof cell !== 'string') return;
        const refusal = this.#limits.refusalOf?.(cell, kind);
        if (refusal !== undefined) throw refused(table, rows, index, column, refusal);
        const stored = kind === 'json' ? this.#storedJson(cell) : kind === 'text' ? this.#storedText(cell) : cell;
        if (stored === cell) return;
        if (!this.#replaces || isKey) throw refused(table, rows, index, column, this.#signs(isKey));
        const copy = changed.get(index) ?? [...row];
        copy[column] = stored;
        changed.set(index, copy);
        this.replaced++;
      });
    });
    return changed.size === 0 ? rows : rows.map((row, index) => changed.get(index) ?? row);
  }

  #storedText(text: string): string {
    const signs = this.#limits.holdsNul.text ? HALF : NUL_OR_HALF;
    return signs.test(text) ? text.replace(new RegExp(signs, 'gu'), '\ufffd') : text;
  }

  /** JSON has these signs as escapes; after a pair of backslashes, there is none. */
  #storedJson(text: string): string {
    if (!text.includes('\\u')) return text;
    const { holdsNul, holdsHalves } = this.#limits;
    return text.replace(
      /(\\\\)|\\u(?:(0000)|d[89a-f]..)/g,
      (escape, backslashes: string | undefined, nul: string | undefined) => {
        const isHeld = backslashes !== undefined || (nul === undefined ? holdsHalves : holdsNul.json);
        return isHeld ? escape : '\\ufffd';
      },
    );
  }

  #signs(isKey: boolean): string {
    const { name, holdsNul } = this.#limits;
    const what = holdsNul.text && holdsNul.json ? 'half a character' : 'U+0000, or half a character';
    if (isKey)
      return `it has ${what} in it, which ${name} cannot hold, and a key stays as it is: write to JSON Lines, which holds everything`;
    return `it has ${what} in it, which ${name} cannot hold. With --unstorable replace, U+FFFD is written in its place, and counted`;
  }
}

/** What only some texts have: a pattern that looks for halves sees none in whole characters. */
const HALF = /[\ud800-\udfff]/u;
const NUL_OR_HALF = /[\0\ud800-\udfff]/u;

const CHECKED: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['text', 'json', 'bigint', 'time']);

function refused(table: TableShape, rows: readonly Row[], index: number, column: number, why: string): SyncError {
  return new SyncError(
    'destination',
    `${placeOf(table, rows, index)}, ${table.columns[column]}: ${why}. Nothing of this batch was written`,
  );
}

/** What messages call a record: by its key, or by its place among those that were to be written. */
export function placeOf(table: TableShape, rows: readonly Row[], index: number): string {
  const keys = table.key.map((name) => `${name} ${JSON.stringify(rows[index]?.[table.columns.indexOf(name)])}`);
  return `${table.name}, record ${keys.length > 0 ? `of ${keys.join(', ')}` : `${index + 1} of ${rows.length} in this batch`}`;
}
