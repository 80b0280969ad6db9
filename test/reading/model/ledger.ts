import type { Disposition, ModelSpec } from './spec-parts.js';

/** A record as emitted packages hand it over. */
export interface Thing {
  readonly id?: number;
  readonly v?: number;
}

/** What tells a record from every other, and from itself before it changed. */
export function versionOf({ id, v }: Thing): string {
  return id === undefined ? 'alike' : `${id}.${v}`;
}

/** Where records go: tables that are replaced, merged into, or appended to, as a destination has them. */
export class Ledger {
  readonly #disposition: Disposition;
  readonly #incremental: boolean;
  readonly #isPartitioned: boolean;
  #hasRestarted = false;
  /** Versions that came in the read that goes on, or in all reads of what is new, and how often. */
  came = new Map<string, number>();
  /** The latest version of each key. */
  readonly #latest = new Map<number, string>();
  /** What the read that goes on has brought so far, in its staging. */
  #staged: string[] = [];
  #stored: string[] = [];

  constructor({ disposition, incremental, partitions }: ModelSpec) {
    this.#disposition = disposition;
    this.#incremental = incremental;
    this.#isPartitioned = partitions !== 'none';
  }

  /** A page that is stored together with its state. */
  store(records: readonly Thing[]): void {
    for (const record of records) {
      const version = versionOf(record);
      this.came.set(version, (this.came.get(version) ?? 0) + 1);
      this.#staged.push(version);
    }
    this.merge(records);
  }

  /** Rows that are there, though their state is lost: they will come again, into the same places. */
  merge(records: readonly Thing[]): void {
    if (this.#disposition !== 'merge') return;
    for (const record of records) if (record.id !== undefined) this.#latest.set(record.id, versionOf(record));
  }

  /** The read begins again; one for each of several partitions only that of the partition, whose rows come into the same places. */
  restart(): void {
    for (const version of this.#staged) this.came.set(version, (this.came.get(version) ?? 1) - 1);
    if (this.#isPartitioned) this.#hasRestarted = true;
    else this.#staged = [];
  }

  /** The read is complete. */
  complete(): void {
    if (this.#hasRestarted) this.#staged = [...new Set(this.#staged)];
    this.#stored = this.#disposition === 'replace' ? this.#staged : [...this.#stored, ...this.#staged];
    this.#staged = [];
    this.#hasRestarted = false;
    if (!this.#incremental) this.came = new Map();
  }

  /** What the destination has, each version as often as it is there. */
  rows(): ReadonlyMap<string, number> {
    const rows = new Map<string, number>();
    const all =
      this.#disposition === 'merge'
        ? [...this.#latest.values()]
        : [...this.#stored, ...(this.#disposition === 'append' ? this.#staged : [])];
    for (const version of all) rows.set(version, (rows.get(version) ?? 0) + 1);
    return rows;
  }
}
