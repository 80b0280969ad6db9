// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { Batch, SavedState } from './destination.ts';
import { digestOf } from './joined-state.ts';
import { SqlUnits } from './sql-units.ts';
import type { Table } from './table.ts';
import { transaction, type UnitDatabase } from './unit-table.ts';
import type { UnitStore, UnitTarget } from './units.ts';

/** What the table is called that rows of a run are kept in, by the name of the one that they are to come into. */
export type Apart = (name: string) => string;

/** What a database with transactions must be able to do beside keeping units, to have their rows too. */
export interface RowDatabase extends UnitDatabase {
  /** What the names of its tables begin with. */
  readonly prefix: string;
  /** What the table of a resource is called. */
  nameOf(table: Table): string;
  /** Refuses a table that is not this connector's, or cannot hold the rows. */
  check(table: Table, mode: SavedState['mode']): Promise<void>;
  /** Makes the table of a resource, or adds columns that it lacks, and marks it as this connector's; `apart`: a new one of that name. */
  prepare(table: Table, apart?: Apart): Promise<void>;
  /** Inside of a transaction: rows into the table of a resource, over those of the same key; `apart`: into the one of that name. */
  insert(table: Table, batch: Batch, apart?: Apart): Promise<void>;
  load(table: Table): Promise<SavedState | undefined>;
  /** Inside of a transaction: what `load` gives from now on. */
  save(table: Table, saved: SavedState): Promise<void>;
  /** Gives a table the rows of another one, which is gone then, and saves the state. One that is gone already was swapped in. */
  swap(table: Table, from: Apart, saved: SavedState): Promise<void>;
}

/** Units of split reads in a database, with their rows. */
export function sqlUnits(database: RowDatabase): UnitStore {
  return new SqlUnits(database, new UnitTables(database));
}

/** Rows of units in the database that keeps the units: rows that have a key are merged at once, others are kept apart until the run is finished. */
class UnitTables implements UnitTarget {
  readonly place: string;
  readonly #database: RowDatabase;

  constructor(database: RowDatabase) {
    this.place = `tables ${database.prefix}…`;
    this.#database = database;
  }

  async check(table: Table): Promise<void> {
    await this.#database.check(table, table.mode);
  }

  load(table: Table): Promise<SavedState | undefined> {
    return this.#database.load(table);
  }

  prepare(run: string, table: Table): Promise<void> {
    return this.#database.alone(() => this.#database.prepare(table, apartIn(run, table)));
  }

  insert(run: string, table: Table, batch: Batch): Promise<void> {
    return this.#database.insert(table, batch, apartIn(run, table));
  }

  async finish(run: string, table: Table, saved: SavedState, end: () => Promise<void>): Promise<void> {
    const apart = apartIn(run, table);
    if (apart !== undefined && table.mode === 'replace') {
      await this.#database.swap(table, apart, saved);
      await end();
      return;
    }
    if (apart !== undefined) await this.#database.alone(() => this.#database.prepare(table));
    await transaction(this.#database, async () => {
      if (apart !== undefined) await this.#append(table, apart);
      await this.#database.save(table, saved);
      await end();
    });
  }

  /** Rows that were kept apart come into their table. */
  async #append(table: Table, apart: Apart): Promise<void> {
    const name = this.#database.nameOf(table);
    const columns = table.columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ');
    await this.#database.query(
      `INSERT INTO ${this.#database.at(name)} (${columns}) SELECT ${columns} FROM ${this.#database.at(apart(name))}`,
    );
  }

  async drop(run: string, table: Table): Promise<void> {
    const apart = apartIn(run, table);
    if (apart === undefined) return;
    await this.#drop(apart(this.#database.nameOf(table)));
  }

  async #drop(name: string): Promise<void> {
    await this.#database.query(`DROP TABLE IF EXISTS ${this.#database.at(name)}`);
  }
}

/** Where rows are kept that no key would merge. */
function apartIn(run: string, { mode }: Table): Apart | undefined {
  return mode === 'merge' ? undefined : (name) => `${name.slice(0, 40)}__run_${digestOf([run, name])}`;
}
