// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import {
  beginning,
  parseSaved,
  quoted,
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
import { refuseOthers, withLists } from './present-tables.ts';
import { openToAppend, refuseLinks } from './own-file.ts';
import { createRuns, insertRun, runOf, selectRuns } from './run-table.ts';
import { openDriver, type SqliteDatabase } from './sqlite-driver.ts';
import { SqliteTables } from './sqlite-tables.ts';
import { lock } from './state-file.ts';
import { StorableRows, type Limits } from './storable.ts';
import type { Cell, Row, Table, TableShape, WriteMode } from './table.ts';

/**
 * Opens an SQLite database, which is created if it is not there. Node.js 22.13 and newer have SQLite themselves; others need
 * the package `libsql` or `better-sqlite3`.
 *
 * @throws {@link SyncError} `usage`, `driver`, `locked` or `destination`.
 */
export async function openSqlite(path: string, options: DestinationOptions = {}): Promise<Destination> {
  if (options.schema !== undefined)
    throw new SyncError('usage', '--schema: SQLite has no schemas; --prefix TEXT keeps names apart');
  await refuseLinks(path, `${path}-wal`, `${path}-shm`, `${path}-journal`);
  const unlock = await lock(path);
  try {
    if (path !== ':memory:') await (await openToAppend(path)).close(); // made here, it is readable for whom it should be
    return new SqliteDestination(await openDriver(path), options, unlock);
  } catch (error) {
    await unlock();
    throw explained(error);
  }
}

/** A destination in a database that is open already, and is closed with it. */
export function sqliteDestination(database: SqliteDatabase, options: DestinationOptions = {}): Destination {
  return new SqliteDestination(database, options, async () => undefined);
}

/** JSON in SQLite is text, with every escape as it is. */
const LIMITS: Limits = { name: 'SQLite', holdsNul: { text: true, json: true }, holdsHalves: true };

class SqliteDestination implements Destination {
  readonly #database: SqliteDatabase;
  readonly #tables: SqliteTables;
  readonly #options: DestinationOptions;
  readonly #unlock: () => Promise<void>;
  readonly #storable: StorableRows;

  constructor(database: SqliteDatabase, options: DestinationOptions, unlock: () => Promise<void>) {
    this.#database = database;
    this.#tables = new SqliteTables(database);
    this.#options = options;
    this.#unlock = unlock;
    this.#storable = new StorableRows(LIMITS, options);
    database.exec('PRAGMA busy_timeout = 10000');
  }

  get replaced(): number {
    return this.#storable.replaced;
  }

  async check(plans: readonly TablePlan[]): Promise<void> {
    await refuseOthers(
      {
        place: 'SQLite',
        elsewhere: '--prefix TEXT',
        nameOf: (table) => this.#nameOf(table),
        besideOf: (table, mode) => (mode === 'replace' ? targetOf(this.#nameOf(table), mode) : undefined),
        kindOf: async (name) => this.#tables.kindOf(name),
        makersOf: async (name) => this.#makersOf(name),
        load: (table) => this.load(table),
        keepsKeys: true,
        misfitsOf: async (table, name) => [
          ...this.#tables.growth(table, name).misfits,
          ...this.#tables.keyMisfits(table, name),
        ],
      },
      withLists(plans),
      this.#options,
    );
  }

  async load(table: TableShape): Promise<SavedState | undefined> {
    if (this.#tables.kindOf('_sync_states') === undefined) return undefined;
    const [found] = this.#tables.all('SELECT "saved" FROM "_sync_states" WHERE "connector" = ? AND "resource" = ?', [
      'shop',
      this.#nameOf(table),
    ]);
    const saved = found?.['saved'];
    return typeof saved === 'string' ? parseSaved(saved, `SQLite, ${table.name}`) : undefined;
  }

  async count(table: TableShape): Promise<number> {
    const [found] = this.#tables.all(`SELECT count(*) AS counted FROM ${quoted(this.#nameOf(table))}`, []);
    return Number(found?.['counted']);
  }

  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    await this.check([{ table, mode }]);
    const target = targetOf(this.#nameOf(table), mode);
    if (resume && this.#tables.kindOf(target) === undefined) return false;
    this.#database.exec('PRAGMA journal_mode = WAL');
    this.#transaction(() => {
      this.#makeStates();
      for (const shape of [table, ...(table.lists ?? [])]) this.#make(shape, mode, resume);
    });
    return true;
  }

  /** Makes a table, or changes one of an older version. */
  #make(table: TableShape, mode: WriteMode, resume: boolean): void {
    const target = targetOf(this.#nameOf(table), mode);
    if (mode === 'replace' && !resume) this.#database.exec(`DROP TABLE IF EXISTS ${quoted(target)}`);
    const isThere = this.#tables.kindOf(target) !== undefined;
    this.#database.exec(table.sqlite.create(quoted(target)));
    const changes = isThere ? this.#tables.growth(table, target).changes : [];
    for (const change of changes) this.#database.exec(`ALTER TABLE ${quoted(target)} ${change}`);
    if (!this.#makersOf(target).includes('shop')) this.#save(target, beginning(mode));
  }

  async write(table: Table, { records, rows, gone, saved }: Batch): Promise<Written> {
    const written = { added: 0, changed: 0 };
    const storable = this.#storable.check(table, rows);
    const lists = (table.lists ?? []).map((list) => ({
      list,
      rows: this.#storable.check(list, records.flatMap(list.rowsOf)),
    }));
    this.#transaction(() => {
      written.changed = this.#remove(table, gone?.rows ?? [], [table, ...(table.lists ?? [])], saved.mode);
      this.#remove(table, storable, table.lists ?? [], saved.mode);
      const replaced = saved.mode === 'merge' ? this.#present(table, storable) : 0;
      this.#writeRows(table, storable, saved.mode);
      written.added = storable.length - replaced;
      written.changed += replaced;
      for (const { list, rows: items } of lists) this.#writeRows(list, items, saved.mode);
      if (saved.mode === 'replace' && saved.complete)
        for (const shape of [table, ...(table.lists ?? [])]) this.#swap(shape);
      this.#save(this.#nameOf(table), saved);
    });
    return written;
  }

  /** Removes rows of these tables that are of the records of these rows; returns how many were of the first table's own. */
  #remove(table: Table, rows: readonly Row[], from: readonly TableShape[], mode: WriteMode): number {
    let removed = 0;
    const at = table.key.map((column) => table.columns.indexOf(column));
    for (const each of from) {
      const sql = each.sqlite.remove?.(quoted(targetOf(this.#nameOf(each), mode)));
      if (sql === undefined || rows.length === 0) continue;
      const statement = this.#database.prepare(sql);
      for (const row of rows) {
        const { changes } = statement.run(...at.map((index) => sqliteCell(row[index] ?? null)));
        if (each === table) removed += Number(changes);
      }
    }
    return removed;
  }

  /** How many of these rows have a key that is there. */
  #present(table: Table, rows: readonly Row[]): number {
    const at = table.key.map((column) => table.columns.indexOf(column));
    const where = table.key.map((column) => `${quoted(column)} = ?`).join(' AND ');
    const statement = this.#database.prepare(`SELECT 1 FROM ${quoted(this.#nameOf(table))} WHERE ${where}`);
    return rows.filter((row) => statement.all(...at.map((index) => sqliteCell(row[index] ?? null))).length > 0).length;
  }

  #writeRows(table: TableShape, rows: readonly Row[], mode: WriteMode): void {
    const statement = this.#database.prepare(table.sqlite.write(quoted(targetOf(this.#nameOf(table), mode))));
    for (const row of rows) statement.run(...row.map(sqliteCell));
  }

  /** Gives the rows that were gathered beside a table its name. */
  #swap(table: TableShape): void {
    const name = this.#nameOf(table);
    const target = targetOf(name, 'replace');
    this.#database.exec(`DROP TABLE IF EXISTS ${quoted(name)}`);
    this.#database.exec(`ALTER TABLE ${quoted(target)} RENAME TO ${quoted(name)}`);
    this.#database.prepare('DELETE FROM "_sync_states" WHERE "connector" = ? AND "resource" = ?').run('shop', target);
    if (!this.#makersOf(name).includes('shop')) this.#save(name, beginning('replace')); // of a list: that of a resource gets the state
  }

  async saveRun(run: SyncRun): Promise<void> {
    this.#database.exec(
      `${createRuns('"_sync_runs"', { text: 'TEXT', time: 'TEXT', number: 'REAL', integer: 'INTEGER' })} STRICT`,
    );
    const { sql, values } = insertRun('"_sync_runs"', run, () => '?');
    this.#database.prepare(sql).run(...values);
  }

  async runs(): Promise<readonly SyncRun[]> {
    if (this.#tables.kindOf('_sync_runs') === undefined) return [];
    return this.#tables
      .all(
        selectRuns('"_sync_runs"', () => '?'),
        ['shop'],
      )
      .map(runOf)
      .reverse();
  }

  async close(): Promise<void> {
    this.#database.close();
    await this.#unlock();
  }

  /** What a table is called in the database. */
  #nameOf({ name }: TableShape): string {
    return `${this.#options.prefix ?? ''}${name}`;
  }

  #makersOf(name: string): readonly string[] {
    if (this.#tables.kindOf('_sync_states') === undefined) return [];
    return this.#tables
      .all('SELECT "connector" FROM "_sync_states" WHERE "resource" = ?', [name])
      .map(({ connector }) => String(connector));
  }

  /** Where states are kept, for all connectors that write to the same database; a row also marks a table as ours. */
  #makeStates(): void {
    this.#database.exec(`
      CREATE TABLE IF NOT EXISTS "_sync_states" (
        "connector" TEXT NOT NULL,
        "resource" TEXT NOT NULL,
        "saved" TEXT NOT NULL,
        "saved_at" TEXT NOT NULL,
        PRIMARY KEY ("connector", "resource")
      ) STRICT`);
  }

  #save(name: string, saved: object): void {
    const statement = this.#database.prepare(`INSERT OR REPLACE INTO "_sync_states" VALUES (?, ?, ?, datetime('now'))`);
    statement.run('shop', name, JSON.stringify(saved));
  }

  #transaction(work: () => void): void {
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      try {
        this.#database.exec('ROLLBACK');
      } catch {
        // it never began; the first error says why
      }
      throw explained(error);
    }
  }
}

/** SQLite has no true and false. */
function sqliteCell(cell: Cell): string | number | Uint8Array | null {
  return typeof cell === 'boolean' ? Number(cell) : cell;
}

function explained(error: unknown): SyncError {
  if (error instanceof SyncError) return error;
  return new SyncError('destination', `SQLite: ${error instanceof Error ? error.message : String(error)}`);
}
