// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { Batch, Destination, SavedState } from './destination.ts';
import type { Row, RowPage, Table, WriteMode } from './table.ts';

/** Rows are written earlier when they are this many characters, or this many milliseconds have passed. */
const BATCH_CHARACTERS = 500_000;
const BATCH_MS = 10_000;

/** Pages that are read and not yet written. */
export class PendingBatch {
  readonly #table: Table;
  readonly #keyAt: readonly number[];
  readonly #mode: WriteMode;
  readonly #mostRows: number;
  readonly #most: { readonly characters: number; readonly ms: number };
  #since = 0;
  #records: object[] = [];
  #rows: Row[] = [];
  #last: RowPage | undefined;
  #characters = 0;
  pages = 0;

  constructor(table: Table, mode: WriteMode, mostRows: number, most: Destination['batch'] = undefined) {
    this.#table = table;
    this.#mostRows = mostRows;
    this.#most = most ?? { characters: BATCH_CHARACTERS, ms: BATCH_MS };
    this.#keyAt = table.mode === 'append' ? [] : table.key.map((column) => table.columns.indexOf(column));
    this.#mode = mode;
  }

  get isFull(): boolean {
    const { length } = this.#rows;
    return (
      length >= this.#mostRows || this.#characters >= this.#most.characters || Date.now() - this.#since >= this.#most.ms
    );
  }

  add(page: RowPage): void {
    if (this.pages === 0) this.#since = Date.now();
    for (const row of page.rows) {
      this.#rows.push(row);
      for (const cell of row) if (typeof cell === 'string') this.#characters += cell.length;
    }
    for (const record of page.records) this.#records.push(record);
    this.#last = page;
    this.pages++;
  }

  /** What there is, of rows with the same key the one that was read last. */
  take(): Batch {
    const kept = latestRows(this.#rows, this.#keyAt);
    const records = kept === undefined ? this.#records : kept.map((index) => this.#records[index] ?? {});
    const rows = kept === undefined ? this.#rows : kept.map((index) => this.#rows[index] ?? []);
    const { state, complete } = this.#last ?? { state: undefined, complete: false };
    this.#records = [];
    this.#rows = [];
    this.#characters = 0;
    this.pages = 0;
    const saved: SavedState = { version: 1, mode: this.#mode, complete, state, key: this.#table.key };
    return { records, rows, saved };
  }
}

/** Where the last row of each key stands, in order; undefined when no key is there twice. */
function latestRows(rows: readonly Row[], keyAt: readonly number[]): readonly number[] | undefined {
  if (keyAt.length === 0) return undefined;
  const latest = new Map<unknown, number>();
  rows.forEach((row, index) => {
    const key = keyAt.length === 1 ? row[keyAt[0] ?? 0] : JSON.stringify(keyAt.map((at) => row[at]));
    latest.set(key, index);
  });
  return latest.size === rows.length ? undefined : [...latest.values()].sort((a, b) => a - b);
}
