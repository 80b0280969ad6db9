// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { checkSaved, SyncError, type SavedState } from './destination.ts';
import { isObject, isTexts, parseJsonText } from './json-file.ts';
import { parseUnit, type Lease, type Unit } from './units.ts';

/** What a database must be able to do to keep units. Parameters of queries are written `?`. */
export interface UnitDatabase {
  query(sql: string, values?: readonly (string | number)[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  transaction(work: () => Promise<void>): Promise<void>;
  /** Does something that no other process does at that time. */
  alone(work: () => Promise<void>): Promise<void>;
  /** Keeps syncs of whole resources away until the connection ends. */
  claim(): Promise<void>;
  /** The name of a table for SQL. */
  at(name: string): string;
  has(name: string): Promise<boolean>;
  /** Milliseconds since 1970, by the clock that all processes share. */
  now(): Promise<number>;
  readonly types: { readonly name: string; readonly json: string };
  /** "INSERT INTO", such that a row that is there already is left alone: what stands before and after. */
  readonly insertNew: readonly [before: string, after: string];
}

/** A unit, who has it, and where it stands. */
export interface UnitRow {
  readonly unit: Unit;
  /** The highest fencing token. */
  readonly fence: number;
  /** When its lease ends, by the clock of the database [ms since 1970]; 0: nobody has it. */
  readonly until: number;
  /** The digest of the state of its resource when it was first taken. */
  readonly base: string | null;
  readonly saved: SavedUnit | undefined;
}

/** Where a unit stands; `pieces`: what it has written that counts, where that lies in another place. */
export interface SavedUnit extends SavedState {
  readonly pieces?: readonly string[];
}

/** How a run has ended. */
export interface Ended {
  readonly end: 'finishing' | 'finished' | 'abandoned';
  /** Resources that are done. */
  readonly done: readonly string[];
}

const RUN = ''; // what the row of a run has in place of a unit's id

/** The table `_sync_units`: a row for each unit, and one for each run. */
export class UnitTable {
  readonly #database: UnitDatabase;
  readonly #place: string;

  /** `place`: where rows are written to. A run has one. */
  constructor(database: UnitDatabase, place: string) {
    this.#database = database;
    this.#place = place;
  }

  get #name(): string {
    return this.#database.at('_sync_units');
  }

  async make(): Promise<void> {
    if (await this.#database.has('_sync_units')) return;
    const { name, json } = this.#database.types;
    await this.#database.alone(async () => {
      await this.#database.query(
        `CREATE TABLE IF NOT EXISTS ${this.#name} (
           "connector" ${name} NOT NULL,
           "run" ${name} NOT NULL,
           "unit" ${name} NOT NULL,
           "split" ${json} NOT NULL,
           "fence" BIGINT NOT NULL,
           "until" BIGINT NOT NULL,
           "base" ${json},
           "saved" ${json},
           PRIMARY KEY ("connector", "run", "unit")
         )`,
      );
    });
  }

  async find(run: string, id: string): Promise<Unit | undefined> {
    const [found] = await this.#query('SELECT "split" FROM', '', run, id);
    return found === undefined ? undefined : unitIn(found);
  }

  /** All units of a run, in their order. */
  async rows(run: string): Promise<readonly UnitRow[]> {
    const found = await this.#database.query(
      `SELECT "split", "fence", "until", "base", "saved" FROM ${this.#name} WHERE "connector" = ? AND "run" = ? AND "unit" <> ?`,
      ['github-issues', run, RUN],
    );
    return found
      .map(unitRow)
      .sort((a, b) =>
        a.unit.resource < b.unit.resource ? -1 : a.unit.resource > b.unit.resource ? 1 : a.unit.part - b.unit.part,
      );
  }

  /** A unit, that nobody else changes before the transaction ends. */
  async locked(run: string, id: string): Promise<UnitRow> {
    const [row] = await this.#query('SELECT "split", "fence", "until", "base", "saved" FROM', 'FOR UPDATE', run, id);
    if (row === undefined)
      throw new SyncError('locked', `${id} of run ${run} is gone: nothing of these rows was written`);
    return unitRow(row);
  }

  async add(run: string, unit: Unit): Promise<void> {
    const [before, after] = this.#database.insertNew;
    await this.#database.query(
      `${before} ${this.#name} ("connector", "run", "unit", "split", "fence", "until") VALUES (?, ?, ?, ?, 0, 0) ${after}`,
      ['github-issues', run, unit.id, JSON.stringify(unit)],
    );
  }

  /** Keeps a run, and how it has ended, from being changed for as long as the transaction lasts. */
  async open(run: string): Promise<Ended | undefined> {
    await this.add(run, { id: RUN, resource: '', kind: '', part: 0, parts: 0, plan: '', place: this.#place });
    return this.ended(run);
  }

  /** How a run has ended; undefined: it has not, or it is not there. */
  async ended(run: string, lock: '' | 'FOR UPDATE' = 'FOR UPDATE'): Promise<Ended | undefined> {
    const [row] = await this.#query('SELECT "split", "saved" FROM', lock, run, RUN);
    const { place = this.#place } = row === undefined ? {} : unitIn(row);
    if (place !== this.#place)
      throw new SyncError(
        'usage',
        `run ${run} writes to ${place}, not to ${this.#place}: take another name for another run`,
      );
    const saved = row?.['saved'] ?? null;
    return saved === null ? undefined : endIn(String(saved));
  }

  async end(run: string, ended: Ended): Promise<void> {
    await this.#update(run, RUN, '"saved" = ?', [JSON.stringify(ended)]);
  }

  /** Gives a unit to somebody, with a new fencing token. */
  async give(
    run: string,
    unit: Unit,
    { fence, until, base }: Pick<UnitRow, 'fence' | 'until' | 'base'>,
  ): Promise<void> {
    await this.#update(run, unit.id, '"fence" = ?, "until" = ?, "base" = ?', [fence, until, base ?? '']);
  }

  async save(run: string, unit: Unit, saved: SavedUnit, until: number): Promise<void> {
    await this.#update(run, unit.id, '"saved" = ?, "until" = ?', [JSON.stringify(saved), until]);
  }

  /** Says how long somebody has a unit, if it is still theirs. */
  async hold({ run, unit, fence }: Lease, until: number): Promise<void> {
    await this.#database.query(
      `UPDATE ${this.#name} SET "until" = ? WHERE "connector" = ? AND "run" = ? AND "unit" = ? AND "fence" = ?`,
      [until, 'github-issues', run, unit.id, fence],
    );
  }

  /** Takes all units of a run from whoever has them. */
  async takeAll(run: string): Promise<void> {
    await this.#database.query(
      `UPDATE ${this.#name} SET "fence" = "fence" + 1, "until" = 0 WHERE "connector" = ? AND "run" = ?`,
      ['github-issues', run],
    );
  }

  #query(what: string, lock: string, run: string, id: string): ReturnType<UnitDatabase['query']> {
    return this.#database.query(`${what} ${this.#name} WHERE "connector" = ? AND "run" = ? AND "unit" = ? ${lock}`, [
      'github-issues',
      run,
      id,
    ]);
  }

  async #update(run: string, id: string, set: string, values: readonly (string | number)[]): Promise<void> {
    await this.#database.query(`UPDATE ${this.#name} SET ${set} WHERE "connector" = ? AND "run" = ? AND "unit" = ?`, [
      ...values,
      'github-issues',
      run,
      id,
    ]);
  }
}

/** A transaction. Two processes that write rows of the same keys may wait for each other: then one of them begins again. */
export async function transaction(database: UnitDatabase, work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await database.transaction(work);
    } catch (error) {
      if (tries === 5 || !(error instanceof SyncError) || !/deadlock|lock wait timeout/i.test(error.message))
        throw error;
    }
  }
}

function unitRow(row: Readonly<Record<string, unknown>>): UnitRow {
  const saved = row['saved'] ?? null;
  const base = row['base'] ?? null;
  return {
    unit: unitIn(row),
    fence: Number(row['fence']),
    until: Number(row['until']),
    base: base === null ? null : String(base),
    saved: saved === null ? undefined : savedIn(String(saved)),
  };
}

function unitIn(row: Readonly<Record<string, unknown>>): Unit {
  return parseUnit(String(row['split']), '_sync_units', 'state');
}

function savedIn(text: string): SavedUnit {
  const saved = parseJsonText(text, '_sync_units', 'state');
  const { pieces = [] } = isObject(saved) ? saved : {};
  if (!isTexts(pieces)) throw damaged();
  return { ...checkSaved(saved, '_sync_units'), pieces };
}

function endIn(text: string): Ended {
  const { end, done } = Object(parseJsonText(text, '_sync_units', 'state')) as {
    readonly end?: unknown;
    readonly done?: unknown;
  };
  if ((end !== 'finishing' && end !== 'finished' && end !== 'abandoned') || !isTexts(done)) throw damaged();
  return { end, done };
}

function damaged(): SyncError {
  return new SyncError('state', '_sync_units: a run or unit in it is damaged; nothing was read, nothing written');
}
