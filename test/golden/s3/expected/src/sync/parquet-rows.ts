// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SyncError, type Batch, type DestinationOptions } from './destination.ts';
import { openDuckdb, type DuckdbDestination } from './duckdb.ts';
import { placeOf } from './storable.ts';
import type { Row, Table, TableShape } from './table.ts';

/** Rows of a batch as the content of a file, for a table. */
export interface RowsFile {
  readonly shape: TableShape;
  readonly content: Uint8Array;
}

/** Columns of a file, by name: their types in DuckDB's words. */
export type Columns = Readonly<Record<string, string>>;

/** The same by table. */
export type FileColumns = Readonly<Record<string, Columns>>;

/** Makes Parquet of rows, by DuckDB in a folder for what is temporary. Needs the package `@duckdb/node-api`. */
export class ParquetRows {
  readonly #folder: string;
  readonly #database: DuckdbDestination;
  readonly #columns = new Map<string, Columns>();

  constructor(folder: string, database: DuckdbDestination) {
    this.#folder = folder;
    this.#database = database;
  }

  static async open({ unstorable }: DestinationOptions): Promise<ParquetRows> {
    const folder = await mkdtemp(join(tmpdir(), 'sync-'));
    try {
      return new ParquetRows(folder, await openDuckdb(join(folder, 'rows.duckdb'), { unstorable }));
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  get replaced(): number {
    return this.#database.replaced;
  }

  /** A file for each table that has rows; what is gone is in one of its own. */
  async filesOf(table: Table, { records, rows, gone }: Omit<Batch, 'saved'>): Promise<readonly RowsFile[]> {
    const files = await this.#made(table, { records, rows }, table.deleted?.rows === 'hard' ? false : undefined);
    return gone === undefined
      ? files
      : [...files, ...(await this.#made(table, { records: [], rows: gone.rows }, true))];
  }

  async #made(
    table: Table,
    { records, rows }: Omit<Batch, 'saved'>,
    isGone: boolean | undefined,
  ): Promise<readonly RowsFile[]> {
    if (rows.length === 0) return [];
    checkNumbers(table, rows);
    for (const list of table.lists ?? []) checkNumbers(list, records.flatMap(list.rowsOf));
    await this.#database.begin(table, 'replace', false);
    await this.#database.write(table, {
      records,
      rows,
      saved: { version: 1, mode: 'replace', complete: true, state: null },
    });
    const files: RowsFile[] = [];
    for (const shape of [table, ...(table.lists ?? [])]) {
      if ((await this.#database.count(shape)) === 0) continue;
      const path = join(this.#folder, 'rows.parquet');
      await this.#database.exportParquet(shape, path, shape === table ? isGone : undefined);
      files.push({ shape, content: await readFile(path) });
    }
    return files;
  }

  /** What columns files of a table have. */
  async columnsOf(table: TableShape): Promise<Columns> {
    const known = this.#columns.get(table.name) ?? (await this.#database.columnsOf(table));
    this.#columns.set(table.name, known);
    return known;
  }

  /** The same by table, with those of its lists. */
  async fileColumns(table: Table): Promise<FileColumns> {
    const columns: Record<string, Columns> = {};
    for (const shape of [table, ...(table.lists ?? [])]) columns[shape.name] = await this.columnsOf(shape);
    return columns;
  }

  async close(): Promise<void> {
    await this.#database.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Whole numbers have one type in all files of a table, which has 38 digits. */
function checkNumbers(table: TableShape, rows: readonly Row[]): void {
  table.kinds.forEach((kind, column) => {
    if (kind !== 'bigint') return;
    const index = rows.findIndex((row) => typeof row[column] === 'string' && row[column].replace('-', '').length > 38);
    if (index < 0) return;
    const way =
      'it has more than the 38 digits of a whole number in Parquet. Declare the field as decimal or json, which keep all digits';
    throw new SyncError(
      'destination',
      `${placeOf(table, rows, index)}, ${table.columns[column]}: ${way}. Nothing of this batch was written`,
    );
  });
}
