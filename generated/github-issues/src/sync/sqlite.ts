// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import {
  loadDriver,
  parseSaved,
  quoted,
  SyncError,
  targetOf,
  type Batch,
  type Destination,
  type SavedState,
} from './destination.ts';
import { lock } from './state-file.ts';
import type { Cell, Table, WriteMode } from './table.ts';

/** Where states are kept, for all connectors that write to the same database. */
const STATES = `
  CREATE TABLE IF NOT EXISTS "_sync_states" (
    "connector" TEXT NOT NULL,
    "resource" TEXT NOT NULL,
    "saved" TEXT NOT NULL,
    "saved_at" TEXT NOT NULL,
    PRIMARY KEY ("connector", "resource")
  ) STRICT`;

/** What is used of a driver: `better-sqlite3` and Node's own `node:sqlite` have it in common. */
export interface SqliteDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): {
    run(...values: readonly unknown[]): unknown;
    all(...values: readonly unknown[]): readonly unknown[];
  };
  close(): unknown;
}

/** Opens an SQLite database, which is created if it is not there. Needs the package `better-sqlite3`, or a Node with `node:sqlite`. */
export async function openSqlite(path: string): Promise<Destination> {
  const unlock = await lock(path);
  try {
    return new SqliteDestination(await openDatabase(path), unlock);
  } catch (error) {
    await unlock();
    throw explained(error);
  }
}

/** A destination in a database that is open already, and is closed with it. */
export function sqliteDestination(database: SqliteDatabase): Destination {
  return new SqliteDestination(database, async () => undefined);
}

async function openDatabase(path: string): Promise<SqliteDatabase> {
  try {
    return new (await loadDriver<BetterSqlite>('better-sqlite3', 'Writing to SQLite'))(path);
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    const own = await loadDriver<NodeSqlite>('node:sqlite', 'Writing to SQLite').catch(() => undefined);
    if (own === undefined) throw error;
    return new own.DatabaseSync(path);
  }
}

type BetterSqlite = new (path: string) => SqliteDatabase;

interface NodeSqlite {
  readonly DatabaseSync: new (path: string) => SqliteDatabase;
}

class SqliteDestination implements Destination {
  readonly #database: SqliteDatabase;
  readonly #unlock: () => Promise<void>;

  constructor(database: SqliteDatabase, unlock: () => Promise<void>) {
    this.#database = database;
    this.#unlock = unlock;
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA busy_timeout = 10000');
    database.exec(STATES);
  }

  async load(table: Table): Promise<SavedState | undefined> {
    const [found] = this.#all('SELECT "saved" FROM "_sync_states" WHERE "connector" = ? AND "resource" = ?', [
      'github-issues',
      table.name,
    ]);
    const saved = found?.['saved'];
    return typeof saved === 'string' ? parseSaved(saved, `SQLite, ${table.name}`) : undefined;
  }

  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    const target = targetOf(table, mode);
    if (resume && this.#columns(target).size === 0) return false;
    this.#transaction(() => {
      if (!resume && mode === 'replace') this.#database.exec(`DROP TABLE IF EXISTS ${quoted(target)}`);
      this.#database.exec(table.sqlite.create(quoted(target)));
      this.#grow(table, target);
    });
    return true;
  }

  async write(table: Table, { rows, saved }: Batch): Promise<void> {
    const target = targetOf(table, saved.mode);
    this.#transaction(() => {
      const statement = this.#database.prepare(table.sqlite.write(quoted(target)));
      for (const row of rows) statement.run(...row.map(sqliteCell));
      if (saved.mode === 'replace' && saved.complete) {
        this.#database.exec(`DROP TABLE IF EXISTS ${quoted(table.name)}`);
        this.#database.exec(`ALTER TABLE ${quoted(target)} RENAME TO ${quoted(table.name)}`);
      }
      this.#database
        .prepare(`INSERT OR REPLACE INTO "_sync_states" VALUES (?, ?, ?, datetime('now'))`)
        .run('github-issues', table.name, JSON.stringify(saved));
    });
  }

  async close(): Promise<void> {
    this.#database.close();
    await this.#unlock();
  }

  /** Adds the columns that a table of an older version lacks. */
  #grow(table: Table, target: string): void {
    this.#database.exec('SAVEPOINT shape');
    this.#database.exec(table.sqlite.create('"_sync_shape"'));
    const wanted = this.#columns('_sync_shape');
    this.#database.exec('ROLLBACK TO shape');
    this.#database.exec('RELEASE shape');
    const present = this.#columns(target);
    for (const [name, type] of wanted) {
      const before = present.get(name);
      if (before === type) continue;
      if (before === undefined) {
        this.#database.exec(`ALTER TABLE ${quoted(target)} ADD COLUMN ${quoted(name)} ${type}`);
      } else {
        const text = `${target}.${name} is ${before} in the database, and would have to become ${type}: SQLite does not change types`;
        throw new SyncError(
          'narrowing',
          `${text}. Replace the table with: sync --full-refresh --resource ${table.name}`,
        );
      }
    }
  }

  /** Types of the columns of a table, by name; none when there is no such table. */
  #columns(table: string): ReadonlyMap<string, string> {
    const found = this.#all('SELECT "name", "type" FROM pragma_table_info(?)', [table]);
    return new Map(found.map((column) => [String(column['name']), String(column['type'])]));
  }

  #all(sql: string, values: readonly string[]): readonly Readonly<Record<string, unknown>>[] {
    return this.#database.prepare(sql).all(...values) as readonly Readonly<Record<string, unknown>>[]; // SQLite has no other rows
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
function sqliteCell(cell: Cell): string | number | null {
  return typeof cell === 'boolean' ? Number(cell) : cell;
}

function explained(error: unknown): SyncError {
  if (error instanceof SyncError) return error;
  return new SyncError('destination', `SQLite: ${error instanceof Error ? error.message : String(error)}`);
}
