// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import {
  checkSaved,
  SyncError,
  targetOf,
  type Batch,
  type Destination,
  type DestinationOptions,
  type SavedState,
  type SyncRun,
  type TablePlan,
  type Written,
} from './destination.ts';
import { connectMysql, type MysqlDatabase } from './mysql-database.ts';
import { MysqlSwaps } from './mysql-swaps.ts';
import { MysqlTables } from './mysql-tables.ts';
import { LIMITS } from './mysql-values.ts';
import { refuseOthers } from './present-tables.ts';
import { SqlStates, type StateWords } from './sql-states.ts';
import { StorableRows } from './storable.ts';
import type { Row, Table, WriteMode } from './table.ts';
import { sqlUnits, type Apart } from './unit-tables.ts';
import type { UnitStore } from './units.ts';

const WORDS: StateWords = {
  name: 'MySQL',
  saved: '"saved"',
  now: 'NOW(6)',
  insertNew: ['INSERT IGNORE INTO', ''],
  replacing: 'ON DUPLICATE KEY UPDATE "saved" = VALUES("saved"), "saved_at" = VALUES("saved_at")',
  runs: { text: 'VARCHAR(255)', time: 'DATETIME(6)', number: 'DOUBLE', integer: 'BIGINT' },
};

/**
 * Connects to a MySQL or MariaDB database. Needs the package `mysql2`. A password that the URL leaves out comes from the
 * environment: `MYSQL_PWD`.
 *
 * @throws {@link SyncError} `driver` or `destination`.
 */
export async function openMysql(url: string, options: DestinationOptions = {}): Promise<Destination> {
  return new MysqlDestination(await connectMysql(url, options.schema), options);
}

class MysqlDestination implements Destination {
  readonly #database: MysqlDatabase;
  readonly #tables: MysqlTables;
  readonly #states: SqlStates;
  readonly #swaps: MysqlSwaps;
  readonly #options: DestinationOptions;
  readonly #storable: StorableRows;

  constructor(database: MysqlDatabase, options: DestinationOptions) {
    this.#database = database;
    this.#tables = new MysqlTables(database);
    this.#states = new SqlStates(database, WORDS);
    this.#swaps = new MysqlSwaps(database, this.#states);
    this.#options = options;
    this.#storable = new StorableRows(LIMITS, options);
  }

  /** Units of split reads. */
  get units(): UnitStore {
    return sqlUnits({
      prefix: this.#options.prefix ?? '',
      types: { name: `VARCHAR(250) CHARACTER SET utf8mb4 COLLATE ${this.#database.collation}`, json: 'LONGTEXT' },
      insertNew: ['INSERT IGNORE INTO', ''],
      query: (sql, values = []) => this.#database.query(sql, values),
      transaction: (work) => this.#database.transaction(work),
      alone: async (work) => {
        const lock = `${'github-issues'} units ${this.#database.database}`;
        const [found] = await this.#database.query('SELECT GET_LOCK(MD5(?), 60) AS ours', [lock]);
        if (Number(found?.['ours']) !== 1)
          throw new SyncError(
            'locked',
            'another process has made tables for a minute; nothing was read, nothing written',
          );
        try {
          await this.#database.makeStates();
          await work();
        } finally {
          await this.#database.query('SELECT RELEASE_LOCK(MD5(?))', [lock]);
        }
      },
      claim: () => this.#database.claim(),
      at: (name) => this.#database.at(name),
      nameOf: (table) => this.#nameOf(table),
      check: (table, mode) => this.check([{ table, mode }]),
      has: async (name) => (await this.#database.kindOf(name)) !== undefined,
      load: (table) => this.load(table),
      now: async () =>
        Math.floor(Number((await this.#database.query('SELECT UNIX_TIMESTAMP(NOW(3)) * 1000 AS now'))[0]?.['now'])),
      prepare: async (table, apart) => {
        if (apart === undefined) await this.#make(table, 'merge', true);
        else
          await this.#database.query(
            table.mysql.create(
              'TABLE IF NOT EXISTS',
              this.#database.at(apart(this.#nameOf(table))),
              this.#database.collation,
            ),
          );
      },
      insert: async (table, batch, apart) => void (await this.#writeBatch(table, batch, apart)),
      save: (table, saved) => this.#states.save(this.#nameOf(table), saved),
      swap: (table, from, saved) => this.#swaps.take([this.#nameOf(table)], from, saved),
    });
  }

  get replaced(): number {
    return this.#storable.replaced;
  }

  async check(plans: readonly TablePlan[]): Promise<void> {
    await refuseOthers(
      {
        place: `MySQL, database ${this.#database.database}`,
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

  async load(table: Table): Promise<SavedState | undefined> {
    const name = this.#nameOf(table);
    const beside = await this.#swaps.wholeBeside(name);
    return beside === undefined ? this.#states.load(name) : checkSaved(beside, `MySQL, ${table.name}`);
  }

  async count(table: Table): Promise<number> {
    const [found] = await this.#database.query(
      `SELECT count(*) AS counted FROM ${this.#database.at(this.#nameOf(table))}`,
    );
    return Number(found?.['counted']);
  }

  /** A change of the schema commits by itself in MySQL: each is made so that the next run finds its way from there. */
  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    await this.#database.claim();
    await this.check([{ table, mode }]);
    await this.#swaps.finish([this.#nameOf(table)]);
    if (resume && (await this.#database.kindOf(targetOf(this.#nameOf(table), mode))) === undefined) return false;
    await this.#database.makeStates();
    await this.#make(table, mode, resume);
    return true;
  }

  /** Makes a table, or changes one of an older version. */
  async #make(table: Table, mode: WriteMode, resume: boolean): Promise<void> {
    const target = targetOf(this.#nameOf(table), mode);
    const isThere = (await this.#database.kindOf(target)) !== undefined;
    await this.#states.mark(target, mode); // first: a table without a mark would be a stranger's
    if (mode === 'replace' && !resume) await this.#database.query(`DROP TABLE IF EXISTS ${this.#database.at(target)}`);
    await this.#database.query(
      table.mysql.create('TABLE IF NOT EXISTS', this.#database.at(target), this.#database.collation),
    );
    const { changes } =
      isThere && !(mode === 'replace' && !resume) ? await this.#tables.growth(table, target) : { changes: [] };
    if (changes.length > 0)
      await this.#database.query(`ALTER TABLE ${this.#database.at(target)} ${changes.join(', ')}`); // all of them, or none
  }

  async write(table: Table, batch: Batch): Promise<Written> {
    const { saved } = batch;
    let written: Written = { added: 0, changed: 0 };
    const name = this.#nameOf(table);
    const isWhole = saved.mode === 'replace' && saved.complete;
    await this.#database.transaction(async () => {
      written = await this.#writeBatch(table, batch);
      // that it is whole is saved beside it, in this transaction: the tables are swapped after it, by this run or the next
      await this.#states.save(isWhole ? targetOf(name, saved.mode) : name, isWhole ? { ...saved, swap: true } : saved);
    });
    if (isWhole) await this.#swaps.finish([this.#nameOf(table)]);
    return written;
  }

  /** Inside of a transaction: rows, and those of their lists; `apart`: into tables of other names. */
  async #writeBatch(table: Table, { rows, saved }: Batch, apart?: Apart): Promise<Written> {
    const storable = this.#storable.check(table, rows);
    const targetFor = (each: Table): string => apart?.(this.#nameOf(each)) ?? targetOf(this.#nameOf(each), saved.mode);
    const replaced = await this.#writeRows(table, storable, targetFor(table));
    return { added: storable.length - replaced, changed: replaced };
  }

  /** Resolves with how many rows took the place of others. */
  async #writeRows(table: Table, rows: readonly Row[], name: string): Promise<number> {
    const target = this.#database.at(name);
    let replaced = 0;
    for (let from = 0; from < rows.length;) {
      const inserted = await this.#database.insert(table, target, rows, from);
      replaced += inserted.replaced;
      from = inserted.to;
    }
    return replaced;
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

  /** What a table is called in the database. */
  #nameOf({ name }: Table): string {
    return `${this.#options.prefix ?? ''}${name}`;
  }
}
