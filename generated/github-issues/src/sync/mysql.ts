// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import process from 'node:process';
import {
  beginning,
  loadDriver,
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
import { changeOf, LIMITS, mysqlValue } from './mysql-values.ts';
import { growthOf, refuseOthers, type Growth, type PresentColumn } from './present-tables.ts';
import { createRuns, insertRun, runOf, selectRuns } from './run-table.ts';
import { placeOf, StorableRows } from './storable.ts';
import type { Row, Table, WriteMode } from './table.ts';
import { sqlUnits } from './unit-tables.ts';
import type { UnitStore } from './units.ts';

/** A statement has at most so many values, and about so many characters: servers refuse larger ones. */
const MOST_VALUES = 20_000;
const MOST_CHARACTERS = 1_000_000;

/**
 * Connects to a MySQL or MariaDB database. Needs the package `mysql2`. A password that the URL leaves out comes from the
 * environment: `MYSQL_PWD`.
 *
 * @throws {@link SyncError} `driver` or `destination`.
 */
export async function openMysql(url: string, options: DestinationOptions = {}): Promise<Destination> {
  const { createConnection } = await loadDriver<Driver>('mysql2/promise', 'Writing to MySQL');
  try {
    const password = process.env['MYSQL_PWD'];
    const connection = await createConnection({
      uri: url.replace(/^mariadb:/, 'mysql:'),
      ...(password === undefined || new URL(url).password !== '' ? {} : { password }),
      charset: 'utf8mb4',
      flags: '-FOUND_ROWS', // of a row that took the place of another, two are affected
      dateStrings: true,
      supportBigNumbers: true,
      bigNumberStrings: true,
    });
    connection.on('error', () => undefined); // the next query says it
    await connection.query(
      "SET SESSION sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00'",
    );
    const [[found]] = await connection.query("SELECT DATABASE() AS name, VERSION() LIKE '%MariaDB%' AS maria", []);
    const database = options.schema ?? found?.['name'];
    if (typeof database !== 'string')
      throw new SyncError('usage', 'name a database: mysql://host/database, or --schema NAME');
    return new MysqlDestination(
      connection,
      database,
      Number(found?.['maria']) === 1 ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin',
      options,
    );
  } catch (error) {
    throw explained(error);
  }
}

class MysqlDestination implements Destination {
  readonly #connection: Connection;
  readonly #database: string;
  /** Text in keys is told apart by every sign, and by spaces at its end. */
  readonly #collation: string;
  readonly #options: DestinationOptions;
  readonly #storable: StorableRows;
  #isOurs = false;

  constructor(connection: Connection, database: string, collation: string, options: DestinationOptions) {
    this.#connection = connection;
    this.#database = database;
    this.#collation = collation;
    this.#options = options;
    this.#storable = new StorableRows(LIMITS, options);
  }

  /** Units of split reads. */
  get units(): UnitStore {
    return sqlUnits({
      types: { name: `VARCHAR(250) CHARACTER SET utf8mb4 COLLATE ${this.#collation}`, json: 'LONGTEXT' },
      insertNew: ['INSERT IGNORE INTO', ''],
      query: (sql, values = []) => this.#query(sql, values),
      transaction: (work) => this.#transaction(work),
      alone: async (work) => {
        const lock = `${'github-issues'} units ${this.#database}`;
        const [found] = await this.#query('SELECT GET_LOCK(MD5(?), 60) AS ours', [lock]);
        if (Number(found?.['ours']) !== 1)
          throw new SyncError(
            'locked',
            'another process has made tables for a minute; nothing was read, nothing written',
          );
        try {
          await this.#makeStates();
          await work();
        } finally {
          await this.#query('SELECT RELEASE_LOCK(MD5(?))', [lock]);
        }
      },
      claim: () => this.#claim(),
      at: (name) => this.#at(name),
      nameOf: (table) => this.#nameOf(table),
      check: (table, mode) => this.check([{ table, mode }]),
      has: async (name) => (await this.#kindOf(name)) !== undefined,
      load: (table) => this.load(table),
      now: async () =>
        Math.floor(Number((await this.#query('SELECT UNIX_TIMESTAMP(NOW(3)) * 1000 AS now'))[0]?.['now'])),
      prepare: async (table, apart) => {
        if (apart !== undefined)
          await this.#query(table.mysql.create('TABLE IF NOT EXISTS', this.#at(apart), this.#collation));
        else await this.#make(table, 'merge', true);
      },
      insert: async (table, batch, apart) => void (await this.#writeBatch(table, batch, apart)),
      save: (table, saved) => this.#save(this.#nameOf(table), saved),
      swap: async (table, from, saved) => {
        const name = this.#nameOf(table);
        const old = `${name}__old`;
        if ((await this.#kindOf(from)) !== undefined) {
          await this.#dropOld(old);
          const isThere = (await this.#kindOf(name)) !== undefined;
          if (isThere) await this.#mark(old, 'replace');
          const moved = isThere ? `${this.#at(name)} TO ${this.#at(old)}, ` : '';
          await this.#query(`RENAME TABLE ${moved}${this.#at(from)} TO ${this.#at(name)}`);
        }
        await this.#transaction(() => this.#save(name, saved));
        await this.#dropOld(old);
      },
    });
  }

  get replaced(): number {
    return this.#storable.replaced;
  }

  async check(plans: readonly TablePlan[]): Promise<void> {
    await refuseOthers(
      {
        place: `MySQL, database ${this.#database}`,
        elsewhere: '--schema NAME or --prefix TEXT',
        nameOf: (table) => this.#nameOf(table),
        besideOf: (table, mode) => (mode === 'replace' ? targetOf(this.#nameOf(table), mode) : undefined),
        kindOf: (name) => this.#kindOf(name),
        makersOf: (name) => this.#makersOf(name),
        load: (table) => this.load(table),
        misfitsOf: async (table, name) => [
          ...(await this.#growth(table, name)).misfits,
          ...(await this.#keyMisfits(table, name)),
        ],
      },
      plans,
      this.#options,
    );
  }

  async load(table: Table): Promise<SavedState | undefined> {
    const name = this.#nameOf(table);
    const saved = (await this.#wholeBeside(name)) ?? (await this.#saved(name));
    return saved === undefined ? undefined : parseSaved(saved, `MySQL, ${table.name}`);
  }

  async count(table: Table): Promise<number> {
    const [found] = await this.#query(`SELECT count(*) AS counted FROM ${this.#at(this.#nameOf(table))}`);
    return Number(found?.['counted']);
  }

  /** A change of the schema commits by itself in MySQL: each is made so that the next run finds its way from there. */
  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    await this.#claim();
    await this.check([{ table, mode }]);
    await this.#finishSwap(table);
    if (resume && (await this.#kindOf(targetOf(this.#nameOf(table), mode))) === undefined) return false;
    await this.#makeStates();
    await this.#make(table, mode, resume);
    return true;
  }

  /** Makes a table, or changes one of an older version. */
  async #make(table: Table, mode: WriteMode, resume: boolean): Promise<void> {
    const target = targetOf(this.#nameOf(table), mode);
    const isThere = (await this.#kindOf(target)) !== undefined;
    await this.#mark(target, mode); // first: a table without a mark would be a stranger's
    if (mode === 'replace' && !resume) await this.#query(`DROP TABLE IF EXISTS ${this.#at(target)}`);
    await this.#query(table.mysql.create('TABLE IF NOT EXISTS', this.#at(target), this.#collation));
    const { changes } =
      isThere && !(mode === 'replace' && !resume) ? await this.#growth(table, target) : { changes: [] };
    if (changes.length > 0) await this.#query(`ALTER TABLE ${this.#at(target)} ${changes.join(', ')}`); // all of them, or none
  }

  async write(table: Table, batch: Batch): Promise<Written> {
    const { saved } = batch;
    let written: Written = { added: 0, changed: 0 };
    const name = this.#nameOf(table);
    const isWhole = saved.mode === 'replace' && saved.complete;
    await this.#transaction(async () => {
      written = await this.#writeBatch(table, batch);
      // that it is whole is saved beside it, in this transaction: the tables are swapped after it, by this run or the next
      await this.#save(isWhole ? targetOf(name, saved.mode) : name, isWhole ? { ...saved, swap: true } : saved);
    });
    if (isWhole) await this.#finishSwap(table);
    return written;
  }

  /** Inside of a transaction: rows, and those of their lists; `apart`: into a table of another name. */
  async #writeBatch(table: Table, { rows, saved }: Batch, apart?: string): Promise<Written> {
    const storable = this.#storable.check(table, rows);
    if (apart !== undefined) {
      const replaced = await this.#writeRows(table, storable, saved.mode, apart);
      return { added: storable.length - replaced, changed: replaced };
    }
    const replaced = await this.#writeRows(table, storable, saved.mode);
    return { added: storable.length - replaced, changed: replaced };
  }

  /** Resolves with how many rows took the place of others. */
  async #writeRows(
    table: Table,
    rows: readonly Row[],
    mode: WriteMode,
    name: string = targetOf(this.#nameOf(table), mode),
  ): Promise<number> {
    const target = this.#at(name);
    let replaced = 0;
    for (let from = 0; from < rows.length;) {
      const inserted = await this.#insert(table, target, rows, from);
      replaced += inserted.replaced;
      from = inserted.to;
    }
    return replaced;
  }

  async saveRun(run: SyncRun): Promise<void> {
    await this.#query(
      createRuns(this.#at('_sync_runs'), {
        text: 'VARCHAR(255)',
        time: 'DATETIME(6)',
        number: 'DOUBLE',
        integer: 'BIGINT',
      }),
    );
    const { sql, values } = insertRun(this.#at('_sync_runs'), run, () => '?');
    await this.#query(sql, values);
  }

  async runs(): Promise<readonly SyncRun[]> {
    if ((await this.#kindOf('_sync_runs')) === undefined) return [];
    return (
      await this.#query(
        selectRuns(this.#at('_sync_runs'), () => '?'),
        ['github-issues'],
      )
    )
      .map(runOf)
      .reverse();
  }

  async close(): Promise<void> {
    await this.#connection.end();
  }

  /** Writes rows from that one on, as many as one statement may have: where the next ones begin, and how many took the place of others. */
  async #insert(
    table: Table,
    at: string,
    rows: readonly Row[],
    from: number,
  ): Promise<{ readonly to: number; readonly replaced: number }> {
    const values: ReturnType<typeof mysqlValue>[] = [];
    let characters = 0;
    let to = from;
    for (
      ;
      to < rows.length &&
      (to === from || (values.length + table.columns.length <= MOST_VALUES && characters < MOST_CHARACTERS));
      to++
    ) {
      for (const [column, cell] of (rows[to] ?? []).entries()) {
        const value = mysqlValue(cell, table.kinds[column]);
        if (typeof value === 'string') characters += value.length;
        values.push(value);
      }
    }
    try {
      const [{ affectedRows, info }] = await this.#connection.execute(table.mysql.write(at, to - from), values);
      const [, duplicates] = /Duplicates: (\d+)/.exec(info) ?? [];
      return { to, replaced: duplicates === undefined ? Number(affectedRows !== 1) : Number(duplicates) };
    } catch (error) {
      const { code, message } = explained(error);
      const [, row] = / at row (\d+)/.exec(message) ?? [];
      if (row === undefined) throw new SyncError(code, message);
      throw new SyncError(
        code,
        `${placeOf(table, rows, from + Number(row) - 1)}: ${message}. Nothing of this batch was written`,
      );
    }
  }

  /** Gives the rows that were gathered beside a table its name, if they are whole: all names change at once. */
  async #finishSwap(table: Table): Promise<void> {
    const name = this.#nameOf(table);
    const saved = await this.#wholeBeside(name);
    if (saved === undefined) return;
    const names = [name];
    const moves: string[] = [];
    for (const each of names) {
      const target = targetOf(each, 'replace');
      if ((await this.#kindOf(target)) === undefined) continue;
      const old = `${each}__old`;
      await this.#dropOld(old);
      const isThere = (await this.#kindOf(each)) !== undefined;
      if (isThere) await this.#mark(old, 'replace');
      if (isThere) moves.push(`${this.#at(each)} TO ${this.#at(old)}`);
      moves.push(`${this.#at(target)} TO ${this.#at(each)}`);
    }
    if (moves.length > 0) await this.#query(`RENAME TABLE ${moves.join(', ')}`);
    const { swap: _, ...state } = JSON.parse(saved) as { readonly swap: true };
    await this.#transaction(async () => {
      await this.#save(name, state);
      for (const each of names) await this.#unmark(targetOf(each, 'replace'));
    });
    for (const each of names) await this.#dropOld(`${each}__old`);
  }

  /** The state of rows that are whole and stand beside their table. */
  async #wholeBeside(name: string): Promise<string | undefined> {
    const saved = await this.#saved(targetOf(name, 'replace'));
    return saved !== undefined && (JSON.parse(saved) as { readonly swap?: unknown }).swap === true ? saved : undefined;
  }

  /** Drops the table that another one has taken the place of, if it is ours. */
  async #dropOld(name: string): Promise<void> {
    if ((await this.#kindOf(name)) === undefined) return;
    if (!(await this.#makersOf(name)).includes('github-issues')) {
      throw new SyncError(
        'foreign',
        `MySQL, database ${this.#database}: the table ${name} is in the way, and was not made by this connector`,
      );
    }
    await this.#query(`DROP TABLE ${this.#at(name)}`);
    await this.#unmark(name);
  }

  async #unmark(name: string): Promise<void> {
    await this.#query(`DELETE FROM ${this.#at('_sync_states')} WHERE "connector" = ? AND "resource" = ?`, [
      'github-issues',
      name,
    ]);
  }

  /** Rows that replace each other need an index that tells them apart: a table that was not made here may have none. */
  async #keyMisfits(table: Table, name: string): Promise<readonly string[]> {
    if (table.key.length === 0) return [];
    const found = await this.#query(`SHOW INDEX FROM ${this.#at(name)}`);
    const unique = new Map<string, string[]>();
    for (const { Key_name: index, Column_name: column, Non_unique: not } of found) {
      if (Number(not) === 0) unique.set(String(index), [...(unique.get(String(index)) ?? []), String(column)]);
    }
    const key = [...table.key].sort().join();
    if ([...unique.values()].some((columns) => [...columns].sort().join() === key)) return [];
    return [
      `${name} has no unique index of ${table.key.join(', ')}, by which rows are merged. Make one: ALTER TABLE ${this.#at(name)} ADD PRIMARY KEY (${table.key.map(quoted).join(', ')})`,
    ];
  }

  /** Keeps other runs of this connector from the database, for as long as the connection lasts. */
  async #claim(): Promise<void> {
    if (this.#isOurs) return;
    const [found] = await this.#query('SELECT GET_LOCK(MD5(?), 0) AS ours', [`${'github-issues'} ${this.#database}`]);
    if (Number(found?.['ours']) !== 1) {
      throw new SyncError(
        'locked',
        'another run of this connector writes to this database; nothing was read, nothing written',
      );
    }
    this.#isOurs = true;
  }

  async #makeStates(): Promise<void> {
    const [schema] = await this.#query('SELECT 1 FROM information_schema.schemata WHERE schema_name = ?', [
      this.#database,
    ]);
    if (schema === undefined) await this.#query(`CREATE DATABASE ${quoted(this.#database)}`);
    await this.#query(
      `CREATE TABLE IF NOT EXISTS ${this.#at('_sync_states')} (
         "connector" VARCHAR(255) COLLATE ${this.#collation} NOT NULL,
         "resource" VARCHAR(255) COLLATE ${this.#collation} NOT NULL,
         "saved" LONGTEXT NOT NULL,
         "saved_at" DATETIME(6) NOT NULL,
         PRIMARY KEY ("connector", "resource")
       ) DEFAULT CHARACTER SET utf8mb4 ENGINE InnoDB`,
    );
  }

  async #saved(name: string): Promise<string | undefined> {
    if ((await this.#kindOf('_sync_states')) === undefined) return undefined;
    const [found] = await this.#query(
      `SELECT "saved" FROM ${this.#at('_sync_states')} WHERE "connector" = ? AND "resource" = ?`,
      ['github-issues', name],
    );
    const saved = found?.['saved'];
    return typeof saved === 'string' ? saved : undefined;
  }

  async #save(name: string, saved: object): Promise<void> {
    await this.#query(
      `INSERT INTO ${this.#at('_sync_states')} VALUES (?, ?, ?, NOW(6)) ON DUPLICATE KEY UPDATE "saved" = VALUES("saved"), "saved_at" = VALUES("saved_at")`,
      ['github-issues', name, JSON.stringify(saved)],
    );
  }

  async #mark(name: string, mode: WriteMode): Promise<void> {
    await this.#query(`INSERT IGNORE INTO ${this.#at('_sync_states')} VALUES (?, ?, ?, NOW(6))`, [
      'github-issues',
      name,
      JSON.stringify(beginning(mode)),
    ]);
  }

  async #makersOf(name: string): Promise<readonly string[]> {
    if ((await this.#kindOf('_sync_states')) === undefined) return [];
    const found = await this.#query(`SELECT "connector" FROM ${this.#at('_sync_states')} WHERE "resource" = ?`, [name]);
    return found.map(({ connector }) => String(connector));
  }

  /** What a table is called in the database. */
  #nameOf({ name }: Table): string {
    return `${this.#options.prefix ?? ''}${name}`;
  }

  /** The name of a table for SQL, with its database. */
  #at(name: string): string {
    return `${quoted(this.#database)}.${quoted(name)}`;
  }

  async #kindOf(name: string): Promise<string | undefined> {
    const [found] = await this.#query(
      'SELECT table_type AS kind FROM information_schema.tables WHERE table_schema = ? AND table_name = ?',
      [this.#database, name],
    );
    if (found === undefined) return undefined;
    return found['kind'] === 'BASE TABLE' ? 'table' : String(found['kind']).toLowerCase();
  }

  /** How a table of an older version has to change. */
  async #growth(table: Table, name: string): Promise<Growth> {
    const present = await this.#columns(this.#at(name));
    return growthOf(table, `MySQL, ${name}`, await this.#wantedColumns(table), present, (column, before, type) =>
      changeOf(column, before, type, this.#collation),
    );
  }

  /** What the columns would be were the table made now, in the words of the server. */
  async #wantedColumns(table: Table): Promise<ReadonlyMap<string, PresentColumn>> {
    const shape = quoted('_sync_shape');
    await this.#query(table.mysql.create('TEMPORARY TABLE', shape, this.#collation));
    try {
      return await this.#columns(shape);
    } finally {
      await this.#connection.query(`DROP TEMPORARY TABLE ${shape}`).catch(() => undefined);
    }
  }

  /** The columns of a table, by name. */
  async #columns(table: string): Promise<ReadonlyMap<string, PresentColumn>> {
    const found = await this.#query(`SHOW COLUMNS FROM ${table}`);
    return new Map(
      found.map(({ Field: name, Type: type, Null: nullable, Default: value, Extra: extra }) => {
        const isRequired = nullable === 'NO' && value === null && !String(extra).includes('auto_increment');
        return [String(name), { type: String(type).replace(/^bigint\(\d+\)$/, 'bigint'), isRequired }];
      }),
    );
  }

  async #transaction(work: () => Promise<void>): Promise<void> {
    await this.#query('START TRANSACTION');
    try {
      await work();
      await this.#query('COMMIT');
    } catch (error) {
      await this.#connection.query('ROLLBACK').catch(() => undefined); // the first error says why
      throw explained(error);
    }
  }

  async #query(sql: string, values: readonly unknown[] = []): Promise<readonly Found[]> {
    try {
      const [rows] = await this.#connection.query(sql, values);
      return Array.isArray(rows) ? rows : [];
    } catch (error) {
      throw explained(error);
    }
  }
}

function explained(error: unknown): SyncError {
  if (error instanceof SyncError) return error;
  const { message, code } = error as { readonly message?: unknown; readonly code?: unknown };
  return new SyncError('destination', `MySQL: ${String(message || code)}`);
}

type Found = Readonly<Record<string, unknown>>;

/** What is used of `mysql2/promise`. */
interface Driver {
  createConnection(options: Readonly<Record<string, unknown>>): Promise<Connection>;
}

interface Connection {
  query(sql: string, values?: readonly unknown[]): Promise<readonly [readonly Found[]]>;
  execute(
    sql: string,
    values: readonly unknown[],
  ): Promise<readonly [{ readonly affectedRows: number; readonly info: string }]>;
  on(event: 'error', listener: () => void): unknown;
  end(): Promise<void>;
}
