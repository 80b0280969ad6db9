// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import {
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
import { connectDuckdb, type DuckdbDatabase } from './duckdb-database.ts';
import { refuseOthers } from './present-tables.ts';
import { SqlStates, type StateWords } from './sql-states.ts';
import { placeOf, StorableRows, type Limits } from './storable.ts';
import type { ColumnKind, Row, Table, WriteMode } from './table.ts';

/** Rows that are compressed together in a Parquet file, as in the database. */
const ROW_GROUP = 16384;

/** The greatest whole number of as many digits as a decimal has. */
const MOST_DIGITS = `'${'9'.repeat(38)}'::HUGEINT`;

/** JSON in DuckDB is checked, and has no halves of characters; a whole number has 128 bits. */
const LIMITS: Limits = {
  name: 'DuckDB',
  holdsNul: { text: true, json: true },
  holdsHalves: false,
  refusalOf(cell: string, kind: ColumnKind): string | undefined {
    if (kind === 'bigint' && cell.length > 38 && BigInt.asIntN(128, BigInt(cell)) !== BigInt(cell)) {
      return 'it is beyond the 128 bits that a whole number has in DuckDB. Declare the field as decimal or json, which keep all digits';
    }
    return kind === 'time' && /[Z+-]/.test(cell)
      ? 'a time of day has no offset in DuckDB. Declare the field as a string'
      : undefined;
  },
};

const WORDS: StateWords = {
  name: 'DuckDB',
  saved: '"saved"',
  now: 'now()',
  runs: { text: 'VARCHAR', time: 'TIMESTAMPTZ', number: 'DOUBLE', integer: 'BIGINT' },
};

/**
 * Opens a DuckDB database, which is created if it is not there. Needs the package `@duckdb/node-api`.
 *
 * @throws {@link SyncError} `driver`, `locked` or `destination`.
 */
export async function openDuckdb(path: string, options: DestinationOptions = {}): Promise<DuckdbDestination> {
  return new DuckdbDestination(await connectDuckdb(path, options.schema), options);
}

/** Tables in a DuckDB database. */
export class DuckdbDestination implements Destination {
  readonly #database: DuckdbDatabase;
  readonly #states: SqlStates;
  readonly #options: DestinationOptions;
  readonly #storable: StorableRows;

  constructor(database: DuckdbDatabase, options: DestinationOptions) {
    this.#database = database;
    this.#states = new SqlStates(database, { ...WORDS, name: database.path });
    this.#options = options;
    this.#storable = new StorableRows(LIMITS, options);
  }

  get replaced(): number {
    return this.#storable.replaced;
  }

  async check(plans: readonly TablePlan[]): Promise<void> {
    await refuseOthers(
      {
        place: this.#database.path,
        elsewhere: '--schema NAME or --prefix TEXT',
        nameOf: (table) => this.nameOf(table),
        besideOf: (table, mode) => (mode === 'replace' ? targetOf(this.nameOf(table), mode) : undefined),
        kindOf: (name) => this.#database.kindOf(name),
        makersOf: (name) => this.makersOf(name),
        load: (table) => this.load(table),
        keepsKeys: false,
        misfitsOf: async (table, name) => (await this.#database.growth(table, name)).misfits,
      },
      plans,
      this.#options,
    );
  }

  load(table: Table): Promise<SavedState | undefined> {
    return this.#states.load(this.nameOf(table));
  }

  async count(table: Table): Promise<number> {
    const [found] = await this.#database.query(
      `SELECT count(*) AS counted FROM ${this.#database.at(this.nameOf(table))}`,
      [],
    );
    return Number(found?.['counted']);
  }

  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    await this.check([{ table, mode }]);
    await this.#database.makeRoom(table);
    const target = targetOf(this.nameOf(table), mode);
    const isThere = (await this.#database.kindOf(target)) !== undefined;
    if (resume && !isThere) return false;
    const { changes } =
      isThere && !(mode === 'replace' && !resume) ? await this.#database.growth(table, target) : { changes: [] };
    await this.#database.transaction(async () => {
      await this.#database.makeStates();
      await this.#make(table, target, mode, resume, changes);
    });
    return true;
  }

  /** Makes a table, or changes one of an older version. */
  async #make(
    table: Table,
    target: string,
    mode: WriteMode,
    resume: boolean,
    changes: readonly string[],
  ): Promise<void> {
    if (mode === 'replace' && !resume) await this.#database.run(`DROP TABLE IF EXISTS ${this.#database.at(target)}`);
    await this.#database.run(table.duckdb.create(this.#database.at(target)));
    for (const change of changes) await this.#database.run(`ALTER TABLE ${this.#database.at(target)} ${change}`);
    await this.#states.mark(target, mode);
  }

  async write(table: Table, { rows, saved }: Batch): Promise<Written> {
    const written = { added: 0, changed: 0 };
    const storable = this.#storable.check(table, rows);
    await this.#database.withMemory(() =>
      this.#database.transaction(async () => {
        const replaced = await this.#writeRows(table, storable, saved.mode);
        if (saved.mode === 'replace' && saved.complete) await this.#swap(table);
        await this.#states.save(this.nameOf(table), saved);
        written.added = storable.length - replaced;
        written.changed = replaced;
      }),
    );
    return written;
  }

  /** Resolves with how many rows took the place of others. */
  async #writeRows(table: Table, rows: readonly Row[], mode: WriteMode): Promise<number> {
    if (rows.length === 0) return 0;
    let counted = 0;
    await this.#database.stage(table.duckdb.stage, '_sync_rows', rows);
    for (const statement of table.duckdb.write(this.#database.at(targetOf(this.nameOf(table), mode)))) {
      const [found] = await this.#database.query(statement, []).catch((error: unknown) => {
        throw located(error, table, rows);
      });
      counted += Number(found?.['Count']);
    }
    return counted - rows.length; // the last one inserts them
  }

  /** Gives the rows that were gathered beside a table its name. */
  async #swap(table: Table): Promise<void> {
    const name = this.nameOf(table);
    const target = targetOf(name, 'replace');
    await this.#database.run(`DROP TABLE IF EXISTS ${this.#database.at(name)}`);
    await this.#database.run(`ALTER TABLE ${this.#database.at(target)} RENAME TO ${quoted(name)}`);
    await this.#states.unmark(target);
  }

  saveRun(run: SyncRun): Promise<void> {
    return this.#states.saveRun(run);
  }

  runs(): Promise<readonly SyncRun[]> {
    return this.#states.runs();
  }

  /** What the columns of a table are, in DuckDB's words. */
  async columnsOf(table: Table): Promise<Readonly<Record<string, string>>> {
    return Object.fromEntries(
      Array.from(await this.#database.wantedColumns(table), ([name, { type }]) => [name, type]),
    );
  }

  /** Writes a table out as a Parquet file. */
  async exportParquet(table: Table, file: string): Promise<void> {
    const from = this.#database.at(this.nameOf(table));
    const casts = await Promise.all(
      table.columns.map((column, index) => (table.kinds[index] === 'bigint' ? this.#exactCast(from, column) : [])),
    );
    const columns = casts.flat().length === 0 ? '*' : `* REPLACE (${casts.flat().join(', ')})`;
    const target = `'${file.replaceAll("'", "''")}' (FORMAT parquet, ROW_GROUP_SIZE ${ROW_GROUP})`;
    await this.#database.withMemory(() => this.#database.run(`COPY (SELECT ${columns} FROM ${from}) TO ${target}`));
  }

  /** Brings rows of Parquet files into a table, in the order of the files, and saves its state. */
  async importParquet(table: Table, files: readonly string[], saved: SavedState): Promise<void> {
    const at = this.#database.at(targetOf(this.nameOf(table), saved.mode));
    const columns = table.columns.map(quoted).join(', ');
    await this.#database.withMemory(() =>
      this.#database.transaction(async () => {
        for (const file of files) {
          const from = `read_parquet('${file.replaceAll("'", "''")}')`;
          if (table.key.length > 0)
            await this.#database.run(
              `DELETE FROM ${at} USING ${from} AS rows WHERE ${table.key.map((key) => `${at}.${quoted(key)} = rows.${quoted(key)}`).join(' AND ')}`,
            );
          await this.#database.run(`INSERT INTO ${at} (${columns}) SELECT ${columns} FROM ${from}`);
        }
        if (saved.mode === 'replace') await this.#swap(table);
        await this.#states.save(this.nameOf(table), saved);
      }),
    );
  }

  /** Parquet has no whole numbers of 128 bits: as they are, they would be rounded. Those of 38 digits are decimals, others text. */
  async #exactCast(from: string, column: string): Promise<string> {
    const name = quoted(column);
    const [found] = await this.#database.query(
      `SELECT coalesce(bool_and(${name} BETWEEN -(${MOST_DIGITS}) AND ${MOST_DIGITS}), true) AS fits FROM ${from}`,
      [],
    );
    return `${name}::${found?.['fits'] === true ? 'DECIMAL(38, 0)' : 'VARCHAR'} AS ${name}`;
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  /** What a table is called in the schema. */
  nameOf({ name }: Table): string {
    return `${this.#options.prefix ?? ''}${name}`;
  }

  /** The connectors that have made what has that name. */
  makersOf(name: string): Promise<readonly string[]> {
    return this.#states.makersOf(name);
  }
}

/** Says which record has the value that an error is about. */
function located(error: unknown, table: Table, rows: readonly Row[]): unknown {
  const [, value] =
    (error instanceof SyncError && /(?:string |format: |range: )['"](.*?)['"]/.exec(error.message)) || [];
  const index = value === undefined ? -1 : rows.findIndex((row) => row.includes(value));
  if (!(error instanceof SyncError) || index < 0) return error;
  return new SyncError(
    error.code,
    `${placeOf(table, rows, index)}: ${error.message}. Nothing of this batch was written`,
  );
}
