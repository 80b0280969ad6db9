// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { ClickhouseLock } from './clickhouse-lock.ts';
import { ClickhousePieces } from './clickhouse-pieces.ts';
import { connectClickhouse, type ClickhouseServer } from './clickhouse-server.ts';
import { ClickhouseStates } from './clickhouse-states.ts';
import { ClickhouseTables, insertedColumns } from './clickhouse-tables.ts';
import { LIMITS, lineOf, type Years } from './clickhouse-values.ts';
import type { UnitPieces } from './coordinated.ts';
import {
  beginning,
  parseSaved,
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
import { refuseOthers } from './present-tables.ts';
import { StorableRows } from './storable.ts';
import type { Row, Table, WriteMode } from './table.ts';

/**
 * Connects to a ClickHouse server by HTTP: `clickhouse://user@host:8123/database`, with `?secure=true` by HTTPS. Needs the
 * package `@clickhouse/client`. A password that the URL leaves out comes from the environment: `CLICKHOUSE_PASSWORD`.
 *
 * The server has no transactions. Each batch has a number, which its rows have in `_sync_version`, and which is saved with
 * its state after them: rows of a higher number are those of a run that was cut off.
 *
 * @throws {@link SyncError} `driver` or `destination`.
 */
export async function openClickhouse(url: string, options: DestinationOptions = {}): Promise<Destination> {
  const server = await connectClickhouse(url, options.schema);
  try {
    return new ClickhouseDestination(server, await server.years(), options);
  } catch (error) {
    await server.close();
    throw error;
  }
}

class ClickhouseDestination implements Destination {
  readonly #server: ClickhouseServer;
  readonly #years: Years;
  readonly #options: DestinationOptions;
  readonly #storable: StorableRows;
  readonly #lock: ClickhouseLock;
  readonly #states: ClickhouseStates;
  readonly #tables: ClickhouseTables;

  constructor(server: ClickhouseServer, years: Years, options: DestinationOptions) {
    this.#server = server;
    this.#years = years;
    this.#options = options;
    this.#storable = new StorableRows(LIMITS, options);
    this.#lock = new ClickhouseLock(server);
    this.#states = new ClickhouseStates(server);
    this.#tables = new ClickhouseTables(server);
  }

  get replaced(): number {
    return this.#storable.replaced;
  }

  /** Units of split reads, where a coordinator keeps them. */
  get pieces(): UnitPieces {
    const pieces = new ClickhousePieces(this.#server);
    return {
      put: async (run, table, { rows }) => {
        const storable = this.#storable.check(table, rows);
        const lines = storable.map((_, index) => lineOf(table, storable, index, this.#years, [0]));
        return pieces.put(run, this.#nameOf(table), insertedColumns(table), lines);
      },
      hold: async () => {
        await this.#states.make();
        await this.#lock.hold();
      },
      bring: async (table, names, saved) => {
        for (const name of names) {
          await this.#lock.hold();
          await pieces.copy(
            name,
            targetOf(this.#nameOf(table), saved.mode),
            insertedColumns(table),
            this.#states.next(),
          );
        }
        await this.#keep(table, saved, names.length === 0 ? this.#states.next() : this.#states.version);
      },
      drop: (run, table) => pieces.drop(run, this.#nameOf(table)),
    };
  }

  async check(plans: readonly TablePlan[]): Promise<void> {
    await refuseOthers(
      {
        place: `ClickHouse, database ${this.#server.database}`,
        elsewhere: '--schema NAME or --prefix TEXT',
        nameOf: (table) => this.#nameOf(table),
        besideOf: (table, mode) => (mode === 'replace' ? targetOf(this.#nameOf(table), mode) : undefined),
        kindOf: async (name) => (await this.#server.tableOf(name))?.kind,
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
    const beside = await this.#states.saved(targetOf(name, 'replace'));
    const saved = beside?.swap === undefined ? await this.#states.saved(name) : beside;
    return saved === undefined ? undefined : parseSaved(saved.text, `ClickHouse, ${table.name}`);
  }

  async begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean> {
    await this.check([{ table, mode }]); // before anything is made
    await this.#states.make();
    await this.#lock.hold();
    await this.check([{ table, mode }]);
    await this.#finishSwap(table);
    if (resume && (await this.#server.tableOf(targetOf(this.#nameOf(table), mode))) === undefined) return false;
    await this.#make(table, mode, resume);
    const last = (await this.#states.saved(this.#nameOf(table)))?.version ?? 0;
    await this.#cutOff(table, mode, last);
    return true;
  }

  /** Makes a table, or changes one of an older version. */
  async #make(table: Table, mode: WriteMode, resume: boolean): Promise<void> {
    const target = targetOf(this.#nameOf(table), mode);
    await this.#states.mark(target, mode);
    if (mode === 'replace' && !resume) await this.#server.run(`DROP TABLE IF EXISTS ${this.#server.at(target)}`);
    const isThere = (await this.#server.tableOf(target)) !== undefined;
    if (!isThere) return this.#server.run(this.#tables.createSql(table, target));
    const { changes } = await this.#tables.growth(table, target);
    if (changes.length > 0) await this.#server.run(`ALTER TABLE ${this.#server.at(target)} ${changes.join(', ')}`);
  }

  /** Removes rows that a killed run wrote without a state, and that no key would fold with those to come. */
  async #cutOff(table: Table, mode: WriteMode, last: number): Promise<void> {
    const at = this.#server.at(targetOf(this.#nameOf(table), mode));
    const [found] = await this.#server.query(`SELECT max("_sync_version") AS version FROM ${at}`);
    const version = Number(found?.['version'] ?? 0);
    this.#states.passOver(version);
    if (version > last && table.key.length === 0)
      await this.#server.run(`DELETE FROM ${at} WHERE "_sync_version" > ${last}`);
  }

  async write(table: Table, batch: Batch): Promise<Written> {
    const { saved } = batch;
    await this.#lock.hold();
    const version = this.#states.next();
    const written = await this.#writeBatch(table, batch, version);
    await this.#keep(table, saved, version);
    return written;
  }

  /** Saves the state of rows that are written. Those that replace others get the name of their table once they are whole. */
  async #keep(table: Table, saved: SavedState, version: number): Promise<void> {
    const name = this.#nameOf(table);
    if (saved.mode !== 'replace' || !saved.complete) return this.#states.save(name, saved, version);
    const swap: string[] = [];
    for (const each of this.#namesOf(table))
      swap.push((await this.#server.tableOf(targetOf(each, 'replace')))?.uuid ?? '');
    await this.#states.save(targetOf(name, 'replace'), { ...saved, swap }, version); // names change after it, by this run or the next
    await this.#finishSwap(table);
  }

  /** Rows first, so that what is removed for them is there until they are. */
  async #writeBatch(table: Table, { rows, saved: { mode } }: Batch, version: number): Promise<Written> {
    const storable = this.#storable.check(table, rows);
    const target = targetOf(this.#nameOf(table), mode);
    const replaced = await this.#present(table, target, storable);
    const lines = storable.map((_, index) => lineOf(table, storable, index, this.#years, [version]));
    if (lines.length > 0) await this.#server.insert(target, insertedColumns(table), lines);
    return { added: storable.length - replaced, changed: replaced };
  }

  /** How many rows have the key of one of these. It is asked before they are written: after it, the server may fold rows of one key at any moment. */
  async #present(table: Table, target: string, rows: readonly Row[]): Promise<number> {
    if (table.key.length === 0 || rows.length === 0) return 0;
    const at = table.key.map((column) => table.columns.indexOf(column));
    const keys = { ...table, columns: table.key, kinds: at.map((index) => table.kinds[index] ?? 'text') };
    const cells = rows.map((row) => at.map((index) => row[index] ?? null));
    const lines = cells.map((_, index) => lineOf(keys, cells, index, this.#years, []));
    const types = table.key.map((column, index) => `${quoted(column)} ${table.clickhouse.types[at[index] ?? 0]}`);
    const key = table.key.map(quoted).join(', ');
    const [found] = await this.#server.query(
      `SELECT count() AS count FROM ${this.#server.at(target)} FINAL WHERE (${key}) IN (SELECT ${key} FROM format(TSV, ${textOf(types.join(', '))}, ${textOf(lines.join('\n'))}))`,
    );
    return Number(found?.['count'] ?? 0);
  }

  saveRun(run: SyncRun): Promise<void> {
    return this.#states.saveRun(run);
  }

  runs(): Promise<readonly SyncRun[]> {
    return this.#states.runs();
  }

  async close(): Promise<void> {
    try {
      await this.#lock.release();
    } finally {
      await this.#server.close();
    }
  }

  /** Gives the rows that were gathered beside a table its name, if they are whole. A table of that name is exchanged with it at once. */
  async #finishSwap(table: Table): Promise<void> {
    const name = this.#nameOf(table);
    const beside = await this.#states.saved(targetOf(name, 'replace'));
    if (beside?.swap === undefined) return;
    const names = this.#namesOf(table);
    for (const [index, each] of names.entries()) {
      const next = targetOf(each, 'replace');
      if ((await this.#server.tableOf(next))?.uuid !== beside.swap[index]) continue; // that is the old one already
      const isThere = (await this.#server.tableOf(each)) !== undefined;
      await this.#server.run(
        isThere
          ? `EXCHANGE TABLES ${this.#server.at(each)} AND ${this.#server.at(next)}`
          : `RENAME TABLE ${this.#server.at(next)} TO ${this.#server.at(each)}`,
      );
    }
    const { swap: _, ...state } = JSON.parse(beside.text) as { readonly swap: unknown };
    for (const each of names) {
      await this.#server.run(`DROP TABLE IF EXISTS ${this.#server.at(targetOf(each, 'replace'))}`);
      if (each !== name) {
        await this.#states.save(each, beginning('replace'), beside.version);
        await this.#states.save(targetOf(each, 'replace'), undefined, beside.version + 1);
      }
    }
    await this.#states.save(name, state, beside.version);
    await this.#states.save(targetOf(name, 'replace'), undefined, beside.version + 1);
    this.#states.passOver(beside.version + 1);
  }

  /** What a table is called in the database. */
  #nameOf({ name }: Table): string {
    return `${this.#options.prefix ?? ''}${name}`;
  }

  /** The same of it. */
  #namesOf(table: Table): readonly string[] {
    return [this.#nameOf(table)];
  }
}

/** A text in SQL. */
function textOf(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
