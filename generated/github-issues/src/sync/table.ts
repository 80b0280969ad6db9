// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { GithubIssuesClient } from '../client.ts';
import type { Writing } from './json-text.ts';
import type { Unit } from './units.ts';

/** What a value is to a table: nested ones as JSON text, null for what is not there. */
export type Cell = string | number | boolean | Uint8Array | null;

/**
 * What a column holds. Cells are text, but for `integer`, `number` (numbers), `boolean` and `binary` (bytes): digits of a
 * `bigint` or `decimal`, ISO 8601 of an `instant` (with its zone), `timestamp` (without), `date` or `time`, JSON text.
 */
export type ColumnKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'bigint'
  | 'decimal'
  | 'instant'
  | 'timestamp'
  | 'date'
  | 'time'
  | 'binary'
  | 'json';

/** Cells in the order of the columns of the table. */
export type Row = readonly Cell[];

/**
 * What becomes of the rows that a table already has: `append` keeps them, `replace` swaps in the new ones once all are
 * read, `merge` replaces those with the same primary key.
 */
export type WriteMode = 'append' | 'replace' | 'merge';

/** A resource as a table: what its columns are, and how to read its rows. */
export interface Table {
  /** The name of the resource, and of the table. */
  readonly name: string;
  readonly description: string;
  readonly mode: WriteMode;
  /** Columns that tell rows apart; none when rows are only ever appended. */
  readonly key: readonly string[];
  /** Whether a complete state is worth passing back: the next read then goes on from there. */
  readonly incremental: boolean;
  /** Whether it is synced when nobody says what to sync. */
  readonly selected: boolean;
  /** In the order of a row. */
  readonly columns: readonly string[];
  /** What each of them holds. */
  readonly kinds: readonly ColumnKind[];
  /** What is not written as it is where a whole record is written as JSON. */
  readonly writing?: Writing;
  /** Its JSON Schema for protocols, a file of this package. */
  readonly streamSchema: string;
  /** What is not written as it is in their messages. */
  readonly messages?: Writing;
  readonly duckdb: DuckdbSql;
  readonly postgres: PostgresSql;
  readonly sqlite: SqliteSql;
  readonly mysql: MysqlSql;
  readonly clickhouse: ClickhouseSql;
  /** Independent units of a read of it; undefined: it is one. */
  splits?(
    client: GithubIssuesClient,
    options: { readonly units: number | undefined; readonly state: unknown; readonly signal: AbortSignal | undefined },
  ): Promise<readonly Unit[]>;
  /** Goes on from a saved state; from the start without. */
  pages(client: GithubIssuesClient, options: ReadOptions): AsyncGenerator<RowPage, void, undefined>;
}

export interface ReadOptions {
  /** As it was saved. The resource refuses one that it did not make. */
  readonly state: unknown;
  readonly signal: AbortSignal | undefined;
  /** What happens where the API has forgotten the position of the state. Default: what suits the mode of the table. */
  readonly forgotten?: 'restart' | undefined;
  /** One of `splits`: nothing else is read. */
  readonly split?: Unit | undefined;
}

/** A page of a resource, as records and as rows. */
export interface RowPage {
  readonly records: readonly object[];
  readonly rows: readonly Row[];
  /** Goes on after this page. JSON-serialisable. */
  readonly state: unknown;
  /** Whether it is the last page. */
  readonly complete: boolean;
  /** What the page tells beside its records, by name: how many were left out, whether the read began again. */
  readonly notes: Readonly<Record<string, unknown>>;
}

/** What DuckDB is told about a table. `table` is a quoted name. */
export interface DuckdbSql {
  readonly create: (table: string) => string;
  /** Makes the temporary table `_sync_rows` for rows as they are read. */
  readonly stage: string;
  /** Moves those rows into the table. */
  readonly write: (table: string) => readonly string[];
}

/** What Postgres is told about a table. `table` is a quoted name. */
export interface PostgresSql {
  readonly create: (table: string) => string;
  /** Makes the temporary table `_sync_rows` for rows as they are read. */
  readonly stage: string;
  /** Moves those rows into the table. */
  readonly write: (table: string) => string;
}

/** What SQLite is told about a table. `table` is a quoted name. */
export interface SqliteSql {
  readonly create: (table: string) => string;
  /** Writes one row. */
  readonly write: (table: string) => string;
}

/** What MySQL and MariaDB are told about a table. `table` is a quoted name. */
export interface MysqlSql {
  /** `what`: "TABLE IF NOT EXISTS". `collation`: of text that tells every sign, and spaces at its end. */
  readonly create: (what: string, table: string, collation: string) => string;
  /** Writes so many rows. */
  readonly write: (table: string, rows: number) => string;
}

/** What ClickHouse is told about a table. */
export interface ClickhouseSql {
  /** Of the columns, in the words of the server. */
  readonly types: readonly string[];
}
