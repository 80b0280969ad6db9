// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import {
  quoted,
  targetOf,
  type Batch,
  type Destination,
  type DestinationOptions,
  type SavedState,
  type SyncRun,
  type TablePlan,
  type Written,
} from './destination.ts';
import { connectPostgres, type PostgresDatabase } from './postgres-database.ts';
import { PostgresTables } from './postgres-tables.ts';
import { refuseOthers } from './present-tables.ts';
import { SqlStates, type StateWords } from './sql-states.ts';
import { StorableRows, type Limits } from './storable.ts';
import type { ColumnKind, Row, Table, WriteMode } from './table.ts';
import { sqlUnits, type Apart } from './unit-tables.ts';
import type { UnitStore } from './units.ts';

/** Postgres has no U+0000 in text, nor in jsonb. */
const LIMITS: Limits = {
  name: 'Postgres',
  holdsNul: { text: false, json: false },
  holdsHalves: false,
  refusalOf: (cell: string, kind: ColumnKind) =>
    kind === 'time' && /[Z+-]/.test(cell)
      ? 'a time of day has no offset in Postgres. Declare the field as a string'
      : undefined,
};

const WORDS: StateWords = {
  name: 'Postgres',
  saved: '"saved"::text',
  now: 'now()',
  insertNew: ['INSERT INTO', 'ON CONFLICT DO NOTHING'],
  replacing:
    'ON CONFLICT ("connector", "resource") DO UPDATE SET "saved" = EXCLUDED."saved", "saved_at" = EXCLUDED."saved_at"',
  runs: { text: 'text', time: 'timestamptz', number: 'double precision', integer: 'bigint' },
};

/**
 * Connects to a Postgres database. Needs the packages `pg` and `pg-copy-streams`. What the URL leaves out comes from the
 * environment, as everywhere with Postgres: `PGPASSWORD`, `PGSSLMODE`, …
 */
export async function openPostgres(url: string, options: DestinationOptions = {}): Promise<Destination> {
  return new PostgresDestination(await connectPostgres(url, options.schema), options);
}

class PostgresDestination implements Destination {
  readonly #database: PostgresDatabase;
  readonly #tables: PostgresTables;
  readonly #states: SqlStates;
  readonly #options: DestinationOptions;
  readonly #storable: StorableRows;

  constructor(database: PostgresDatabase, options: DestinationOptions) {
    this.#database = database;
    this.#tables = new PostgresTables(database);
    this.#states = new SqlStates(database, WORDS);
    this.#options = options;
    this.#storable = new StorableRows(LIMITS, options);
  }

  /** Units of split reads. */
  get units(): UnitStore {
    return sqlUnits({
      prefix: this.#options.prefix ?? '',
      types: { name: 'text', json: 'text' },
      insertNew: ['INSERT INTO', 'ON CONFLICT DO NOTHING'],
      query: (sql, values = []) => this.#database.query(sql, values),
      transaction: (work) => this.#database.transaction(work),
      alone: (work) =>
        this.#database.transaction(async () => {
          await this.#database.query('SELECT pg_advisory_xact_lock(hashtext(?))', [
            `${'github-issues'} units ${this.#database.schema}`,
          ]);
          await this.#database.makeStates();
          await work();
        }),
      claim: () => this.#database.claim(),
      at: (name) => this.#database.at(name),
      nameOf: (table) => this.#nameOf(table),
      check: (table, mode) => this.check([{ table, mode }]),
      has: async (name) => (await this.#database.kindOf(name)) !== undefined,
      load: (table) => this.load(table),
      now: async () =>
        Number(
          (await this.#database.query('SELECT floor(extract(epoch FROM clock_timestamp()) * 1000) AS now'))[0]?.['now'],
        ),
      prepare: async (table, apart) => {
        if (apart === undefined) await this.#make(table, 'merge', true);
        else await this.#database.query(table.postgres.create(this.#database.at(apart(this.#nameOf(table)))));
      },
      insert: async (table, batch, apart) => void (await this.#writeBatch(table, batch, apart)),
      save: (table, saved) => this.#states.save(this.#nameOf(table), saved),
      swap: (table, from, saved) =>
        this.#database.transaction(async () => {
          const name = from(this.#nameOf(table));
          if ((await this.#database.kindOf(name)) !== undefined) await this.#replace(table, name);
          await this.#states.save(this.#nameOf(table), saved);
        }),
    });
  }

  get replaced(): number {
    return this.#storable.replaced;
  }

  async check(plans: readonly TablePlan[]): Promise<void> {
    await refuseOthers(
      {
        place: `Postgres, schema ${this.#database.schema}`,
        elsewhere: '--schema NAME or --prefix TEXT',
        nameOf: (table) => this.#nameOf(table),
        besideOf: (table, mode) => (mode === 'replace' ? targetOf(this.#nameOf(table), mode) : undefined),
        kindOf: (name) => this.#database.kindOf(name),
        makersOf: (name) => this.#states.makersOf(name),
        load: (table) => this.load(table),
        keepsKeys: true,
        misfitsOf: async (table, name) => [
          ...(await this.#tables.growth(table, name)).misfits,
          ...(await this.#tables.keyMisfits(table, name)),
        ],
      },
      plans,
      this.#options,
    );
  }

  load(table: Table): Promise<SavedState | undefined> {
    return this.#states.load(this.#nameOf(table));
  }

  async count(table: Table): Promise<number> {
    const [found] = await this.#database.query(
      `SELECT count(*) AS counted FROM ${this.#database.at(this.#nameOf(table))}`,
      [],
    );
    return Number(found?.['counted']);
  }

  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    await this.#database.claim();
    await this.check([{ table, mode }]);
    const target = targetOf(this.#nameOf(table), mode);
    if (resume && (await this.#database.kindOf(target)) === undefined) return false;
    await this.#database.transaction(async () => {
      await this.#database.makeStates();
      await this.#make(table, mode, resume);
    });
    return true;
  }

  /** Makes a table, or changes one of an older version. */
  async #make(table: Table, mode: WriteMode, resume: boolean): Promise<void> {
    const target = targetOf(this.#nameOf(table), mode);
    if (mode === 'replace' && !resume) await this.#database.query(`DROP TABLE IF EXISTS ${this.#database.at(target)}`);
    await this.#database.query(table.postgres.create(this.#database.at(target)));
    await this.#tables.grow(table, target);
    await this.#states.mark(target, mode);
  }

  async write(table: Table, batch: Batch): Promise<Written> {
    const { saved } = batch;
    let written: Written = { added: 0, changed: 0 };
    await this.#database.transaction(async () => {
      written = await this.#writeBatch(table, batch);
      if (saved.mode === 'replace' && saved.complete) await this.#replace(table);
      await this.#states.save(this.#nameOf(table), saved);
    });
    return written;
  }

  /** Inside of a transaction: rows, and those of their lists; `apart`: into tables of other names. */
  async #writeBatch(table: Table, { rows, saved }: Batch, apart?: Apart): Promise<Written> {
    const storable = this.#storable.check(table, rows);
    const targetFor = (each: Table): string => apart?.(this.#nameOf(each)) ?? targetOf(this.#nameOf(each), saved.mode);
    const replaced = await this.#writeRows(table, storable, saved.mode, targetFor(table));
    return { added: storable.length - replaced, changed: replaced };
  }

  /** Resolves with how many rows took the place of others. */
  async #writeRows(table: Table, rows: readonly Row[], mode: WriteMode, target: string): Promise<number> {
    if (rows.length === 0) return 0;
    await this.#database.query(table.postgres.stage);
    await this.#database.copy(table, rows);
    const at = this.#database.at(target);
    const keys = table.key.map(quoted).join(', ');
    const [found] =
      mode !== 'merge'
        ? []
        : await this.#database.query(
            `SELECT count(*) AS count FROM ${at} WHERE (${keys}) IN (SELECT ${keys} FROM pg_temp."_sync_rows")`,
          );
    await this.#database.query(table.postgres.write(at));
    return Number(found?.['count'] ?? 0);
  }

  saveRun(run: SyncRun): Promise<void> {
    return this.#states.saveRun(run);
  }

  runs(): Promise<readonly SyncRun[]> {
    return this.#states.runs();
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  /**
   * Gives a table the rows that were read. It stays what it is, with the views, grants and indexes that others put on it,
   * and its readers see the old rows until all is committed. Only where its shape does not allow that, another table takes
   * its place.
   */
  async #replace(table: Table, target: string = targetOf(this.#nameOf(table), 'replace')): Promise<void> {
    const name = this.#nameOf(table);
    if ((await this.#database.kindOf(name)) !== undefined && (await this.#tables.fits(table, name, target))) {
      const columns = table.columns.map(quoted).join(', ');
      await this.#tables.grow(table, name);
      await this.#database.query(`DELETE FROM ${this.#database.at(name)}`);
      await this.#database.query(
        `INSERT INTO ${this.#database.at(name)} (${columns}) SELECT ${columns} FROM ${this.#database.at(target)}`,
      );
      await this.#database.query(`DROP TABLE ${this.#database.at(target)}`);
    } else {
      await this.#database.query(`DROP TABLE IF EXISTS ${this.#database.at(name)}`);
      await this.#database.query(`ALTER TABLE ${this.#database.at(target)} RENAME TO ${quoted(name)}`);
    }
    await this.#states.unmark(target);
  }

  /** What a table is called in the schema. */
  #nameOf({ name }: Table): string {
    return `${this.#options.prefix ?? ''}${name}`;
  }
}
