// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { SyncError, type Batch, type SavedState } from './destination.ts';
import { digestOf, joinedState } from './joined-state.ts';
import type { Table } from './table.ts';
import { LEASE_MS, type Lease, type Unit, type UnitStore } from './units.ts';

/** What a database must be able to do for a `UnitStore`. Parameters of queries are written `?`. */
export interface UnitDatabase {
  query(sql: string, values?: readonly (string | number)[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  transaction(work: () => Promise<void>): Promise<void>;
  /** Does something that no other process does at that time. */
  alone(work: () => Promise<void>): Promise<void>;
  /** Keeps syncs of whole resources away until the connection ends. */
  claim(): Promise<void>;
  /** The name of a table for SQL; that of a resource first gets its prefix. */
  at(name: string): string;
  nameOf(table: Table): string;
  /** Refuses a table that is not this connector's, or cannot hold the rows. */
  check(table: Table, mode: SavedState['mode']): Promise<void>;
  /** Makes the table of a resource, or adds columns that it lacks, and marks it as this connector's; `apart`: a new one of that name. */
  prepare(table: Table, apart?: string): Promise<void>;
  /** Inside of a transaction: rows into the table of a resource, over those of the same key; `apart`: into the one of that name. */
  insert(table: Table, batch: Batch, apart?: string): Promise<void>;
  load(table: Table): Promise<SavedState | undefined>;
  /** Inside of a transaction: what `load` gives from now on. */
  save(table: Table, saved: SavedState): Promise<void>;
  /** Gives a table the rows of another one, which is gone then, and saves the state. One that is gone already was swapped in. */
  swap(table: Table, from: string, saved: SavedState): Promise<void>;
  has(name: string): Promise<boolean>;
  /** Milliseconds since 1970, by the clock that all processes share. */
  now(): Promise<number>;
  readonly types: { readonly name: string; readonly json: string };
  /** "INSERT INTO", such that a row that is there already is left alone: what stands before and after. */
  readonly insertNew: readonly [before: string, after: string];
}

const RUN = ''; // what the row of a run has in place of a unit's id

/** Units of split reads in a database. */
export class SqlUnits implements UnitStore {
  readonly #database: UnitDatabase;
  readonly #clock: () => Promise<number>;

  constructor(database: UnitDatabase, clock: () => Promise<number> = () => database.now()) {
    this.#database = database;
    this.#clock = clock;
  }

  /** The same by another clock, in milliseconds: for tests. */
  withClock(clock: () => Promise<number>): SqlUnits {
    return new SqlUnits(this.#database, clock);
  }

  async plan(run: string, units: readonly Unit[]): Promise<readonly Unit[]> {
    await this.#makeTable();
    let kept: readonly Unit[] = [];
    await this.#transaction(async () => {
      const ended = await this.#open(run);
      kept = (await this.#rows(run)).map(({ unit }) => unit);
      if (kept.length > 0) return;
      if (ended !== undefined) throw this.#over(run, ended);
      for (const unit of units) await this.#add(run, unit);
      kept = units;
    });
    return kept;
  }

  async find(run: string, id: string): Promise<Unit | undefined> {
    await this.#makeTable();
    const [found] = await this.#database.query(
      `SELECT "split" FROM ${this.#table} WHERE "connector" = ? AND "run" = ? AND "unit" = ?`,
      ['github-issues', run, id],
    );
    return found === undefined ? undefined : (JSON.parse(String(found['split'])) as Unit);
  }

  async acquire(run: string, unit: Unit, table: Table): Promise<Lease> {
    await this.#makeTable();
    await this.#database.check(table, table.mode);
    const base = digestOf(await this.#database.load(table));
    if ((await this.#ended(run, '')) === undefined)
      await this.#database.alone(() => this.#database.prepare(table, this.#apart(run, table)));
    let lease: Lease | undefined;
    await this.#transaction(async () => {
      const ended = await this.#open(run);
      const rows = await this.#rows(run);
      this.#checkPlan(unit, rows);
      const whole = rows.find((row) => row.unit.id === unit.id && row.saved?.complete === true);
      if (whole !== undefined) {
        lease = { run, unit, fence: whole.fence, saved: whole.saved };
        return;
      }
      if (ended !== undefined) throw this.#over(run, ended);
      await this.#add(run, unit);
      const row = await this.#locked(run, unit.id);
      const now = await this.#clock();
      if (row.until > now) {
        throw new SyncError(
          'locked',
          `${unit.id} of run ${run} is being read by another process, which has it for ${Math.ceil((row.until - now) / 1000)} s more`,
        );
      }
      if (row.base !== null && row.base !== base) throw this.#moved(unit.resource, run);
      const fence = row.fence + 1;
      await this.#database.query(
        `UPDATE ${this.#table} SET "fence" = ?, "until" = ?, "base" = ? WHERE "connector" = ? AND "run" = ? AND "unit" = ?`,
        [fence, now + LEASE_MS, base, 'github-issues', run, unit.id],
      );
      lease = { run, unit, fence, saved: row.saved };
    });
    if (lease === undefined) throw new SyncError('destination', 'the unit was not kept');
    return lease;
  }

  async renew({ run, unit, fence }: Lease): Promise<void> {
    await this.#database.query(
      `UPDATE ${this.#table} SET "until" = ? WHERE "connector" = ? AND "run" = ? AND "unit" = ? AND "fence" = ?`,
      [(await this.#clock()) + LEASE_MS, 'github-issues', run, unit.id, fence],
    );
  }

  async write({ run, unit, fence }: Lease, table: Table, batch: Batch): Promise<void> {
    await this.#transaction(async () => {
      const row = await this.#locked(run, unit.id);
      if (row.fence !== fence) {
        throw new SyncError(
          'locked',
          `${unit.id} of run ${run} was taken over by another process, or the run was ended: nothing of these rows was written`,
        );
      }
      await this.#database.insert(table, batch, this.#apart(run, table));
      await this.#database.query(
        `UPDATE ${this.#table} SET "saved" = ?, "until" = ? WHERE "connector" = ? AND "run" = ? AND "unit" = ?`,
        [
          JSON.stringify(batch.saved),
          batch.saved.complete ? 0 : (await this.#clock()) + LEASE_MS,
          'github-issues',
          run,
          unit.id,
        ],
      );
    });
  }

  async release({ run, unit, fence }: Lease): Promise<void> {
    await this.#database.query(
      `UPDATE ${this.#table} SET "until" = 0 WHERE "connector" = ? AND "run" = ? AND "unit" = ? AND "fence" = ?`,
      ['github-issues', run, unit.id, fence],
    );
  }

  async finish(run: string, tables: readonly Table[]): Promise<readonly string[]> {
    await this.#makeTable();
    await this.#database.claim();
    let rows: readonly UnitRow[] = [];
    let done: readonly string[] = [];
    let isOver = false;
    await this.#transaction(async () => {
      const ended = await this.#ended(run);
      rows = await this.#rows(run);
      const names = [...new Set(rows.map(({ unit }) => unit.resource))];
      if (ended?.end === 'finished') {
        isOver = true;
        done = names;
        return;
      }
      if (ended?.end === 'abandoned') throw new SyncError('usage', `run ${run} was abandoned`);
      if (names.length === 0)
        throw new SyncError('usage', `there is no run ${run}: nothing of it was read into this destination`);
      done = ended?.done ?? [];
      this.#checkComplete(run, rows);
      // from here on nobody takes a unit of it
      await this.#end(run, { end: 'finishing', done });
    });
    const names = [...new Set(rows.map(({ unit }) => unit.resource))];
    if (isOver) return names;
    for (const name of names) {
      if (done.includes(name)) continue;
      const table = tables.find((each) => each.name === name);
      if (table === undefined)
        throw new SyncError('usage', `run ${run} has units of ${name}, and this connector has no such resource`);
      await this.#finishTable(
        run,
        table,
        rows.filter(({ unit }) => unit.resource === name),
        [...done, name],
      );
      done = [...done, name];
    }
    for (const table of tables) if (names.includes(table.name)) await this.#drop(run, table);
    await this.#end(run, { end: 'finished', done });
    return names;
  }

  async abandon(run: string, tables: readonly Table[]): Promise<void> {
    await this.#makeTable();
    await this.#transaction(async () => {
      const ended = await this.#ended(run);
      if (ended?.end === 'finished' || ended?.end === 'finishing') {
        throw new SyncError(
          'usage',
          `run ${run} ${ended.end === 'finished' ? 'is finished' : 'is being finished'}: say --finish again`,
        );
      }
      await this.#add(run, { id: RUN, resource: '', kind: '', part: 0, parts: 0, plan: '' });
      await this.#end(run, { end: 'abandoned', done: [] });
      await this.#database.query(
        `UPDATE ${this.#table} SET "fence" = "fence" + 1, "until" = 0 WHERE "connector" = ? AND "run" = ?`,
        ['github-issues', run],
      );
    });
    await this.#database.alone(async () => {
      for (const table of tables) await this.#drop(run, table);
    });
  }

  /** Two processes that write rows of the same keys may wait for each other: then one of them begins again. */
  async #transaction(work: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#database.transaction(work);
      } catch (error) {
        if (tries === 5 || !(error instanceof SyncError) || !/deadlock|lock wait timeout/i.test(error.message))
          throw error;
      }
    }
  }

  get #table(): string {
    return this.#database.at('_sync_units');
  }

  /** Where rows of a unit go: those that have a key are merged at once, others are kept apart until the run is finished. */
  #apart(run: string, table: Table): string | undefined {
    if (table.mode === 'merge') return undefined;
    const name = this.#database.nameOf(table);
    return `${name.slice(0, 40)}__run_${digestOf([run, name])}`;
  }

  async #drop(run: string, table: Table): Promise<void> {
    const apart = this.#apart(run, table);
    if (apart !== undefined) await this.#database.query(`DROP TABLE IF EXISTS ${this.#database.at(apart)}`);
  }

  async #makeTable(): Promise<void> {
    if (await this.#database.has('_sync_units')) return;
    const { name, json } = this.#database.types;
    await this.#database.alone(async () => {
      await this.#database.query(
        `CREATE TABLE IF NOT EXISTS ${this.#table} (
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

  async #add(run: string, unit: Unit): Promise<void> {
    const [before, after] = this.#database.insertNew;
    await this.#database.query(
      `${before} ${this.#table} ("connector", "run", "unit", "split", "fence", "until") VALUES (?, ?, ?, ?, 0, 0) ${after}`,
      ['github-issues', run, unit.id, JSON.stringify(unit)],
    );
  }

  /** Keeps a run from being ended for as long as the transaction lasts; one that was abandoned is refused. */
  async #open(run: string): Promise<Ended | undefined> {
    await this.#add(run, { id: RUN, resource: '', kind: '', part: 0, parts: 0, plan: '' });
    const ended = await this.#ended(run);
    if (ended?.end === 'abandoned') throw this.#over(run, ended);
    return ended;
  }

  #over(run: string, { end }: Ended): SyncError {
    return new SyncError(
      'usage',
      `run ${run} ${end === 'abandoned' ? 'was abandoned' : 'is finished'}: take another name for another run`,
    );
  }

  async #ended(run: string, lock: '' | 'FOR UPDATE' = 'FOR UPDATE'): Promise<Ended | undefined> {
    const [row] = await this.#database.query(
      `SELECT "saved" FROM ${this.#table} WHERE "connector" = ? AND "run" = ? AND "unit" = ? ${lock}`,
      ['github-issues', run, RUN],
    );
    const saved = row?.['saved'] ?? null;
    return saved === null ? undefined : (JSON.parse(String(saved)) as Ended);
  }

  async #end(run: string, ended: Ended): Promise<void> {
    await this.#database.query(
      `UPDATE ${this.#table} SET "saved" = ? WHERE "connector" = ? AND "run" = ? AND "unit" = ?`,
      [JSON.stringify(ended), 'github-issues', run, RUN],
    );
  }

  async #rows(run: string): Promise<readonly UnitRow[]> {
    const found = await this.#database.query(
      `SELECT "split", "fence", "until", "base", "saved" FROM ${this.#table} WHERE "connector" = ? AND "run" = ? AND "unit" <> ?`,
      ['github-issues', run, RUN],
    );
    return found
      .map(unitRow)
      .sort((a, b) =>
        a.unit.resource < b.unit.resource ? -1 : a.unit.resource > b.unit.resource ? 1 : a.unit.part - b.unit.part,
      );
  }

  async #locked(run: string, id: string): Promise<UnitRow> {
    const [row] = await this.#database.query(
      `SELECT "split", "fence", "until", "base", "saved" FROM ${this.#table} WHERE "connector" = ? AND "run" = ? AND "unit" = ? FOR UPDATE`,
      ['github-issues', run, id],
    );
    if (row === undefined)
      throw new SyncError('locked', `${id} of run ${run} is gone: nothing of these rows was written`);
    return unitRow(row);
  }

  /** Units of two plans leave gaps, or have rows in common. */
  #checkPlan(unit: Unit, rows: readonly UnitRow[]): void {
    const other = rows
      .map((row) => row.unit)
      .find((each) => each.resource === unit.resource && each.plan !== unit.plan);
    if (other === undefined) return;
    throw new SyncError(
      'usage',
      `${unit.id} is of another plan than ${other.id}, which is in this run: split a read once for each run, with splits --run RUN --to …`,
    );
  }

  #checkComplete(run: string, rows: readonly UnitRow[]): void {
    const missing: string[] = [];
    const begun = new Set(rows.map(({ unit }) => unit.resource));
    for (const name of new Set(rows.flatMap(({ unit }) => unit.together ?? [])))
      if (!begun.has(name)) missing.push(`every unit of ${name}`);
    for (const name of begun) {
      const own = rows.filter(({ unit }) => unit.resource === name);
      missing.push(...own.filter(({ saved }) => saved?.complete !== true).map(({ unit }) => unit.id));
      const parts = own[0]?.unit.parts ?? 0;
      for (let part = 1; part <= parts; part++)
        if (!own.some(({ unit }) => unit.part === part)) missing.push(`part ${part} of ${parts} of ${name}`);
    }
    if (missing.length === 0) return;
    const some =
      missing.length > 10 ? `${missing.slice(0, 10).join(', ')} and ${missing.length - 10} more` : missing.join(', ');
    throw new SyncError('locked', `run ${run} is not complete: ${some}; nothing was changed`);
  }

  async #finishTable(run: string, table: Table, rows: readonly UnitRow[], done: readonly string[]): Promise<void> {
    const before = await this.#database.load(table);
    const end = (): Promise<void> => this.#end(run, { end: 'finishing', done });
    const saved: SavedState = {
      version: 1,
      mode: table.mode,
      complete: true,
      state: joinedState(
        before?.complete === true ? before.state : undefined,
        rows.map((row) => row.saved?.state),
      ),
    };
    const apart = this.#apart(run, table) ?? '';
    if (table.mode === 'replace') {
      await this.#database.swap(table, apart, saved);
      await end();
      return;
    }
    if (rows.some(({ base }) => base !== digestOf(before))) throw this.#moved(table.name, run);
    if (table.mode === 'append') await this.#database.alone(() => this.#database.prepare(table));
    await this.#transaction(async () => {
      if (table.mode === 'append') {
        const columns = table.columns.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
        await this.#database.query(
          `INSERT INTO ${this.#database.at(this.#database.nameOf(table))} (${columns}) SELECT ${columns} FROM ${this.#database.at(apart)}`,
        );
      }
      await this.#database.save(table, saved);
      await end();
    });
  }

  #moved(resource: string, run: string): SyncError {
    return new SyncError(
      'state',
      `${resource} was synced otherwise since run ${run} began: its units would bring back what is older. Say --abandon ${run}, and split it anew`,
    );
  }
}

interface UnitRow {
  readonly unit: Unit;
  readonly fence: number;
  readonly until: number;
  readonly base: string | null;
  readonly saved: SavedState | undefined;
}

interface Ended {
  readonly end: 'finishing' | 'finished' | 'abandoned';
  /** Resources that are done. */
  readonly done: readonly string[];
}

function unitRow(row: Readonly<Record<string, unknown>>): UnitRow {
  const saved = row['saved'] ?? null;
  const base = row['base'] ?? null;
  return {
    unit: JSON.parse(String(row['split'])) as Unit,
    fence: Number(row['fence']),
    until: Number(row['until']),
    base: base === null ? null : String(base),
    saved: saved === null ? undefined : (JSON.parse(String(saved)) as SavedState),
  };
}
