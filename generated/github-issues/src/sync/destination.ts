// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { UnitPieces } from './coordinated.ts';
import { isObject, isTexts, parseJsonText } from './json-file.ts';
import type { Row, Table, WriteMode } from './table.ts';
import type { UnitStore } from './units.ts';

/** Where a table stands after the last rows that were written to it. */
export interface SavedState {
  readonly version: 1;
  /** How the rows of this read are written; a read that goes on goes on in the same way. */
  readonly mode: WriteMode;
  /** Whether everything there was has been read. */
  readonly complete: boolean;
  /** The state of the last page: opaque, and only for the resource that made it. */
  readonly state: unknown;
  /** Columns that tell its rows apart: a version of this package that has others finds it out. */
  readonly key?: readonly string[];
  /** Tables of lists in its records: a version that has columns for them finds it out. */
  readonly lists?: readonly string[] | undefined;
  /** The run of a split read that these rows came with. */
  readonly run?: string;
}

/** Some pages of one table. */
export interface Batch {
  /** As the API sent them. When the table has a key and rows are not appended, no two have the same. */
  readonly records: readonly object[];
  /** The same, as rows. */
  readonly rows: readonly Row[];
  /** Where the table stands once they are written. */
  readonly saved: SavedState;
}

/** What became of the rows of a batch. */
export interface Written {
  /** Rows whose key was not there. */
  readonly added: number;
  /** Rows that took the place of another, or were removed. */
  readonly changed: number;
}

/** What a run did with one resource. */
export interface SyncRun {
  readonly resource: string;
  /** When it began, in ISO 8601. */
  readonly started_at: string;
  readonly seconds: number;
  /** Records that were read. */
  readonly read: number;
  /** Rows whose key was not there; null: the destination does not tell. */
  readonly new: number | null;
  /** Rows that took the place of another, or were removed; null: the destination does not tell. */
  readonly changed: number | null;
  /** Records that were left out, since they are not what the spec declares. */
  readonly skipped: number;
  /** Requests that were sent again. */
  readonly retried: number;
  readonly outcome: 'done' | 'failed' | 'interrupted';
}

/** A table that is to be written. */
export interface TablePlan {
  readonly table: Table;
  readonly mode: WriteMode;
}

/** How tables are called, and what becomes of those that are there already. */
export interface DestinationOptions {
  /** What a folder holds: `jsonl`, the default, or `parquet`. */
  readonly format?: string | undefined;
  /** The schema of a database, which is made if it is not there. Default: that of the connection. */
  readonly schema?: string | undefined;
  /** What the names of all tables and files begin with. */
  readonly prefix?: string | undefined;
  /** Takes over tables of the same name that this connector did not make, as they are. Default: they are refused. */
  readonly adopt?: boolean | undefined;
  /**
   * What becomes of a value with a sign that the destination cannot hold, as Postgres cannot hold U+0000: `refuse` ends the sync
   * with an error that names it, `replace` writes U+FFFD and counts it. Default: `refuse`. A key is never changed.
   */
  readonly unstorable?: string | undefined;
  /**
   * The URL of a database that keeps leases and states of units, where the destination has no transactions: many processes may then write
   * to it, each its units of a split read.
   */
  readonly coordinator?: string | undefined;
}

/** Something that keeps tables. Write your own to sync to what this package does not know. */
export interface Destination {
  /**
   * Refuses tables that it cannot write: those of others, and those whose columns cannot hold the rows. Called with all
   * tables of a sync, before anything is read or changed.
   */
  check?(plans: readonly TablePlan[]): Promise<void>;
  /** What was saved with the last batch of the table; undefined when nothing was. */
  load(table: Table): Promise<SavedState | undefined>;
  /**
   * Gets ready for the rows of one read: creates the table, or adds columns that it lacks.
   *
   * With `resume`, rows follow that were read after a saved state. Returns false when the rows before that state are
   * gone: then everything is read again, after another call without `resume`.
   */
  begin(table: Table, mode: WriteMode, resume: boolean): Promise<boolean>;
  /**
   * Writes rows and where they end: both, or neither. The next batch is read when the returned promise resolves.
   *
   * In mode `replace`, rows become visible when `batch.saved.complete`, all at once. Resolves with what became of them, where
   * that can be told.
   */
  write(table: Table, batch: Batch): Promise<Written | void>;
  /** How many rows the table has. */
  count?(table: Table): Promise<number>;
  /** Keeps what a run did, in `_sync_runs`. */
  saveRun?(run: SyncRun): Promise<void>;
  /** The last runs that it has kept, in the order of time. */
  runs?(): Promise<readonly SyncRun[]>;
  /** Leaves of rows with the same key the last, in tables that can only be added to. Others have no such method. */
  compact?(tables: readonly Table[]): Promise<void>;
  /** Where units of split reads are kept; undefined: it is for one process at a time. */
  readonly units?: UnitStore | undefined;
  /** How units are written where a coordinator keeps them. */
  readonly pieces?: UnitPieces | undefined;
  /** How much is written at once, for `sync`; default: 2,000 rows, 500,000 characters, or what came in 10 seconds. */
  readonly batch?: { readonly rows: number; readonly characters: number; readonly ms: number };
  /** How many values it has changed so far because it cannot hold a sign in them. */
  readonly replaced?: number;
  /** Lets go of files and connections. */
  close(): Promise<void>;
}

/** Why a sync ended that was not the API's doing, for programs. */
export type SyncErrorCode = 'usage' | 'driver' | 'destination' | 'foreign' | 'narrowing' | 'locked' | 'state';

/** A destination, or a saved state, that cannot be used. */
export class SyncError extends Error {
  override readonly name: string = 'SyncError';
  readonly code: SyncErrorCode;

  constructor(code: SyncErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * What stands for the state of a table that was made and has no rows yet. It marks the table as ours; to `load` it is
 * nothing.
 */
export function beginning(mode: WriteMode): object {
  return { version: 1, mode, complete: false };
}

/** A saved state, if this is one. */
export function checkSaved(value: unknown, where: string): SavedState {
  const saved = value as Partial<SavedState> | null;
  if (typeof saved !== 'object' || saved === null || !Object.hasOwn(saved, 'state')) {
    throw new SyncError('state', `${where}: this is not a saved state; nothing was read, nothing written`);
  }
  if (saved.version !== 1) {
    throw new SyncError('state', `${where}: the state is of version ${String(saved.version)}; this connector knows 1`);
  }
  const isWhole =
    ['append', 'replace', 'merge'].includes(saved.mode ?? '') &&
    typeof saved.complete === 'boolean' &&
    (saved.key === undefined || isTexts(saved.key)) &&
    (saved.lists === undefined || isTexts(saved.lists)) &&
    (saved.run === undefined || typeof saved.run === 'string');
  if (!isWhole) {
    throw new SyncError('state', `${where}: the state is damaged; nothing was read, nothing written`);
  }
  return saved as SavedState; // every field was checked above
}

/** The saved state in a JSON text; nothing when it only marks a table. */
export function parseSaved(text: string, where: string): SavedState | undefined {
  const value = parseJsonText(text, where, 'state');
  const isMark = isObject(value) && Object.hasOwn(value, 'version') && !Object.hasOwn(value, 'state');
  return isMark ? undefined : checkSaved(value, where);
}

/** Loads an optional peer dependency, or says how to get it. */
export async function loadDriver<Driver>(name: string, purpose: string): Promise<Driver> {
  try {
    const loaded = (await import(name)) as { readonly default?: unknown };
    return (loaded.default ?? loaded) as Driver;
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
    throw new SyncError('driver', `${purpose} needs the package ${name}. Install it with: npm install ${name}`);
  }
}

/** Rows of mode `replace` gather beside their table until they are complete. */
export function targetOf(name: string, mode: WriteMode): string {
  return mode === 'replace' ? `${name}__next` : name;
}

/** A name in SQL, whatever signs it has. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
