// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import process from 'node:process';
import { loadDriver, quoted, SyncError } from './destination.ts';
import { mysqlValue } from './mysql-values.ts';
import { placeOf } from './storable.ts';
import type { Row, Table } from './table.ts';

/** A statement has at most so many values, and about so many characters: servers refuse larger ones. */
const MOST_VALUES = 20_000;
const MOST_CHARACTERS = 1_000_000;

/** A connection to a database of MySQL or MariaDB. */
export class MysqlDatabase {
  readonly #connection: Connection;
  readonly database: string;
  /** Text in keys is told apart by every sign, and by spaces at its end. */
  readonly collation: string;
  #isOurs = false;

  constructor(connection: Connection, database: string, collation: string) {
    this.#connection = connection;
    this.database = database;
    this.collation = collation;
  }

  /** The name of a table for SQL, with its database. */
  at(name: string): string {
    return `${quoted(this.database)}.${quoted(name)}`;
  }

  async query(sql: string, values: readonly unknown[] = []): Promise<readonly Found[]> {
    try {
      const [rows] = await this.#connection.query(sql, values);
      return Array.isArray(rows) ? rows : [];
    } catch (error) {
      throw explained(error);
    }
  }

  async transaction(work: () => Promise<void>): Promise<void> {
    await this.query('START TRANSACTION');
    try {
      await work();
      await this.query('COMMIT');
    } catch (error) {
      await this.#connection.query('ROLLBACK').catch(() => undefined); // the first error says why
      throw explained(error);
    }
  }

  /** Writes rows from that one on, as many as one statement may have: where the next ones begin, and how many took the place of others. */
  async insert(
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

  /** Keeps other runs of this connector from the database, for as long as the connection lasts. */
  async claim(): Promise<void> {
    if (this.#isOurs) return;
    const [found] = await this.query('SELECT GET_LOCK(MD5(?), 0) AS ours', [`${'github-issues'} ${this.database}`]);
    if (Number(found?.['ours']) !== 1) {
      throw new SyncError(
        'locked',
        'another run of this connector writes to this database; nothing was read, nothing written',
      );
    }
    this.#isOurs = true;
  }

  async makeStates(): Promise<void> {
    const [schema] = await this.query('SELECT 1 FROM information_schema.schemata WHERE schema_name = ?', [
      this.database,
    ]);
    if (schema === undefined) await this.query(`CREATE DATABASE ${quoted(this.database)}`);
    await this.query(
      `CREATE TABLE IF NOT EXISTS ${this.at('_sync_states')} (
         "connector" VARCHAR(255) COLLATE ${this.collation} NOT NULL,
         "resource" VARCHAR(255) COLLATE ${this.collation} NOT NULL,
         "saved" LONGTEXT NOT NULL,
         "saved_at" DATETIME(6) NOT NULL,
         PRIMARY KEY ("connector", "resource")
       ) DEFAULT CHARACTER SET utf8mb4 ENGINE InnoDB`,
    );
  }

  async kindOf(name: string): Promise<string | undefined> {
    const [found] = await this.query(
      'SELECT table_type AS kind FROM information_schema.tables WHERE table_schema = ? AND table_name = ?',
      [this.database, name],
    );
    if (found === undefined) return undefined;
    return found['kind'] === 'BASE TABLE' ? 'table' : String(found['kind']).toLowerCase();
  }

  async close(): Promise<void> {
    // the server lets go of locks some time after the connection has ended: the next run would be refused meanwhile
    if (this.#isOurs)
      await this.query('SELECT RELEASE_LOCK(MD5(?))', [`${'github-issues'} ${this.database}`]).catch(() => undefined);
    await this.#connection.end();
  }
}

/** Connects to the database that a URL names. A password that it leaves out comes from the environment: `MYSQL_PWD`. */
export async function connectMysql(url: string, schema: string | undefined): Promise<MysqlDatabase> {
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
    const database = schema ?? found?.['name'];
    if (typeof database !== 'string')
      throw new SyncError('usage', 'name a database: mysql://host/database, or --schema NAME');
    return new MysqlDatabase(
      connection,
      database,
      Number(found?.['maria']) === 1 ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin',
    );
  } catch (error) {
    throw explained(error);
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
