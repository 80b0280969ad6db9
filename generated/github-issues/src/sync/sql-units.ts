// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { SyncError, type Batch, type SavedState } from './destination.ts';
import { digestOf, joinedState } from './joined-state.ts';
import type { Table } from './table.ts';
import { transaction, UnitTable, type Ended, type UnitDatabase, type UnitRow } from './unit-table.ts';
import { LEASE_MS, type Lease, type Unit, type UnitStore, type UnitTarget } from './units.ts';

/** Units of split reads, whose leases and states a database keeps. Their rows are in it, too, or elsewhere. */
export class SqlUnits implements UnitStore {
  readonly #database: UnitDatabase;
  readonly #target: UnitTarget;
  readonly #table: UnitTable;
  readonly #clock: () => Promise<number>;

  constructor(database: UnitDatabase, target: UnitTarget, clock: () => Promise<number> = () => database.now()) {
    this.#database = database;
    this.#target = target;
    this.#table = new UnitTable(database, target.place);
    this.#clock = clock;
  }

  /** The same by another clock, in milliseconds: for tests. */
  withClock(clock: () => Promise<number>): SqlUnits {
    return new SqlUnits(this.#database, this.#target, clock);
  }

  /** The same with rows in another place. */
  into(target: UnitTarget): SqlUnits {
    return new SqlUnits(this.#database, target, this.#clock);
  }

  async plan(run: string, units: readonly Unit[]): Promise<readonly Unit[]> {
    await this.#table.make();
    let kept: readonly Unit[] = [];
    await transaction(this.#database, async () => {
      const ended = await this.#open(run);
      kept = (await this.#table.rows(run)).map(({ unit }) => unit);
      if (kept.length > 0) return;
      if (ended !== undefined) throw over(run, ended);
      for (const unit of units) await this.#table.add(run, unit);
      kept = units;
    });
    return kept;
  }

  async find(run: string, id: string): Promise<Unit | undefined> {
    await this.#table.make();
    return this.#table.find(run, id);
  }

  async acquire(run: string, unit: Unit, table: Table): Promise<Lease> {
    await this.#table.make();
    await this.#target.check(table);
    const base = digestOf(await this.#target.load(table));
    if ((await this.#table.ended(run, '')) === undefined) await this.#target.prepare(run, table);
    let lease: Lease | undefined;
    await transaction(this.#database, async () => {
      const ended = await this.#open(run);
      const rows = await this.#table.rows(run);
      checkPlan(unit, rows);
      const whole = rows.find((row) => row.unit.id === unit.id && row.saved?.complete === true);
      if (whole !== undefined) {
        lease = { run, unit, fence: whole.fence, saved: whole.saved };
        return;
      }
      if (ended !== undefined) throw over(run, ended);
      await this.#table.add(run, unit);
      const row = await this.#table.locked(run, unit.id);
      const now = await this.#clock();
      if (row.until > now) {
        throw new SyncError(
          'locked',
          `${unit.id} of run ${run} is being read by another process, which has it for ${Math.ceil((row.until - now) / 1000)} s more`,
        );
      }
      if (row.base !== null && row.base !== base) throw moved(unit.resource, run);
      const fence = row.fence + 1;
      await this.#table.give(run, unit, { fence, until: now + LEASE_MS, base });
      lease = { run, unit, fence, saved: row.saved };
    });
    if (lease === undefined) throw new SyncError('destination', 'the unit was not kept');
    return lease;
  }

  async renew(lease: Lease): Promise<void> {
    await this.#table.hold(lease, (await this.#clock()) + LEASE_MS);
  }

  async write({ run, unit, fence }: Lease, table: Table, batch: Batch): Promise<void> {
    const pieces = (await this.#target.put?.(run, table, batch)) ?? []; // of whoever has lost the unit, nobody ever names them
    await transaction(this.#database, async () => {
      const row = await this.#table.locked(run, unit.id);
      if (row.fence !== fence) throw takenOver(run, unit);
      await this.#target.insert?.(run, table, batch);
      const saved =
        this.#target.put === undefined
          ? batch.saved
          : { ...batch.saved, pieces: [...(row.saved?.pieces ?? []), ...pieces] };
      await this.#table.save(run, unit, saved, batch.saved.complete ? 0 : (await this.#clock()) + LEASE_MS);
    });
  }

  async release(lease: Lease): Promise<void> {
    await this.#table.hold(lease, 0);
  }

  async finish(run: string, tables: readonly Table[]): Promise<readonly string[]> {
    await this.#table.make();
    await this.#database.claim();
    let rows: readonly UnitRow[] = [];
    let done: readonly string[] = [];
    let isOver = false;
    await transaction(this.#database, async () => {
      const ended = await this.#table.ended(run);
      rows = await this.#table.rows(run);
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
      checkComplete(run, rows);
      // from here on nobody takes a unit of it
      await this.#table.end(run, { end: 'finishing', done });
    });
    const names = [...new Set(rows.map(({ unit }) => unit.resource))];
    if (isOver) return names;
    await this.#target.hold?.();
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
    for (const table of tables) if (names.includes(table.name)) await this.#target.drop(run, table);
    await this.#table.end(run, { end: 'finished', done });
    return names;
  }

  async #finishTable(run: string, table: Table, rows: readonly UnitRow[], done: readonly string[]): Promise<void> {
    const before = await this.#target.load(table);
    const isMoved =
      table.mode !== 'replace' && before?.run !== run && rows.some(({ base }) => base !== digestOf(before));
    if (isMoved) throw moved(table.name, run);
    const state = joinedState(
      before?.complete === true ? before.state : undefined,
      rows.map((row) => row.saved?.state),
    );
    const saved: SavedState = { version: 1, mode: table.mode, complete: true, state, key: table.key };
    const end = (): Promise<void> => this.#table.end(run, { end: 'finishing', done });
    await this.#target.finish(
      run,
      table,
      saved,
      end,
      rows.flatMap((row) => row.saved?.pieces ?? []),
    );
  }

  async abandon(run: string, tables: readonly Table[]): Promise<void> {
    await this.#table.make();
    await transaction(this.#database, async () => {
      const ended = await this.#table.ended(run);
      if (ended?.end === 'finished' || ended?.end === 'finishing') {
        throw new SyncError(
          'usage',
          `run ${run} ${ended.end === 'finished' ? 'is finished' : 'is being finished'}: say --finish again`,
        );
      }
      await this.#table.open(run);
      await this.#table.end(run, { end: 'abandoned', done: [] });
      await this.#table.takeAll(run);
    });
    await this.#database.alone(async () => {
      for (const table of tables) await this.#target.drop(run, table);
    });
  }

  /** Keeps a run from being ended for as long as the transaction lasts; one that was abandoned is refused. */
  async #open(run: string): Promise<Ended | undefined> {
    const ended = await this.#table.open(run);
    if (ended?.end === 'abandoned') throw over(run, ended);
    return ended;
  }
}

/** Units of two plans leave gaps, or have rows in common. */
function checkPlan(unit: Unit, rows: readonly UnitRow[]): void {
  const other = rows.map((row) => row.unit).find((each) => each.resource === unit.resource && each.plan !== unit.plan);
  if (other === undefined) return;
  throw new SyncError(
    'usage',
    `${unit.id} is of another plan than ${other.id}, which is in this run: split a read once for each run, with splits --run RUN --to …`,
  );
}

function checkComplete(run: string, rows: readonly UnitRow[]): void {
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

function over(run: string, { end }: Ended): SyncError {
  return new SyncError(
    'usage',
    `run ${run} ${end === 'abandoned' ? 'was abandoned' : 'is finished'}: take another name for another run`,
  );
}

function takenOver(run: string, unit: Unit): SyncError {
  return new SyncError(
    'locked',
    `${unit.id} of run ${run} was taken over by another process, or the run was ended: nothing of these rows was written`,
  );
}

function moved(resource: string, run: string): SyncError {
  return new SyncError(
    'state',
    `${resource} was synced otherwise since run ${run} began: its units would bring back what is older. Say --abandon ${run}, and split it anew`,
  );
}
