// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { SyncError, type Batch, type SavedState, type SyncErrorCode } from './destination.ts';
import { isObject, parseJsonText } from './json-file.ts';
import type { Table } from './table.ts';

/** A unit of a split read, as `splits()` of a resource makes them: JSON. */
export interface Unit {
  readonly id: string;
  readonly resource: string;
  readonly kind: string;
  /** Which one it is of how many. */
  readonly part: number;
  readonly parts: number;
  /** Tells units that were made together from those of another time. */
  readonly plan: string;
  /** All resources that were split with this one, where nobody keeps the units: so `finish` knows of those of which no unit was begun. */
  readonly together?: readonly string[] | undefined;
  /** Of a run: where its rows are written to. */
  readonly place?: string | undefined;
}

/**
 * The unit in a JSON text that somebody else may have written.
 *
 * @throws {@link SyncError} `code` where it is none.
 */
export function parseUnit(text: string, where: string, code: SyncErrorCode): Unit {
  const unit = parseJsonText(text, where, code);
  const isUnit =
    isObject(unit) &&
    ['id', 'resource', 'kind', 'plan'].every((key) => typeof unit[key] === 'string') &&
    ['part', 'parts'].every((key) => Number.isSafeInteger(unit[key]));
  if (!isUnit) throw new SyncError(code, `${where}: expected a unit as \`splits --format json\` prints it`);
  return unit as unknown as Unit; // what else it holds is for its resource, which checks it
}

/** What somebody has who may write to a unit: until another one has a higher fence. */
export interface Lease {
  readonly run: string;
  readonly unit: Unit;
  /** Fencing token: who writes with one that is not the highest is refused. */
  readonly fence: number;
  /** What the unit's last rows were written with; undefined: nothing of it was read. */
  readonly saved: SavedState | undefined;
}

/** Where many processes write units of one run: states and leases are in one database. */
export interface UnitStore {
  /**
   * The units of a run, which are those that were kept first: who asks again with other ones gets the same.
   *
   * @throws {@link SyncError} `usage` where the run was abandoned.
   */
  plan(run: string, units: readonly Unit[]): Promise<readonly Unit[]>;
  /** A unit of a run by its id; undefined where the run has none of that name. */
  find(run: string, id: string): Promise<Unit | undefined>;
  /**
   * Takes a unit, and tells where it stands.
   *
   * @throws {@link SyncError} `locked` while another one has it; `usage` where the run is over and the unit is not complete, or units of it are of another plan.
   */
  acquire(run: string, unit: Unit, table: Table): Promise<Lease>;
  /** Keeps a unit for longer. */
  renew(lease: Lease): Promise<void>;
  /**
   * Writes rows and where the unit stands: both, or neither.
   *
   * @throws {@link SyncError} `locked` where another one has taken the unit: nothing is written then.
   */
  write(lease: Lease, table: Table, batch: Batch): Promise<void>;
  /** Lets others have a unit at once. */
  release(lease: Lease): Promise<void>;
  /**
   * Ends a run whose units are all complete: rows that were kept apart come into their tables, and the states of the resources
   * say that they are read. Returns their names; of a run that is finished already the same ones, and nothing is done.
   *
   * @throws {@link SyncError} `locked` where units are not complete, with their names: nothing is done then.
   */
  finish(run: string, tables: readonly Table[]): Promise<readonly string[]>;
  /** Ends a run as if it had not been, but for rows that were merged by their key. Whoever still reads a unit writes no more. */
  abandon(run: string, tables: readonly Table[]): Promise<void>;
}

/** Where the rows of units go. */
export interface UnitTarget {
  /** What tells it from other targets of the same units, for messages too. */
  readonly place: string;
  /** Refuses a table that is not this connector's, or that units cannot write to. */
  check(table: Table): Promise<void>;
  /** What was saved with the last rows of the table. */
  load(table: Table): Promise<SavedState | undefined>;
  /** Gets ready for the rows of a run. */
  prepare(run: string, table: Table): Promise<void>;
  /** Writes rows that count once a transaction has named them by what this resolves with. */
  put?(run: string, table: Table, batch: Batch): Promise<readonly string[]>;
  /** Inside of the transaction that says where the unit stands: writes rows. */
  insert?(run: string, table: Table, batch: Batch): Promise<void>;
  /** Keeps syncs of whole resources away, and sees what they have done. */
  hold?(): Promise<void>;
  /** Brings the rows of a run, or what names them, into the table and saves its state; then `end` says that this is done, in one transaction with it where there is one. */
  finish(
    run: string,
    table: Table,
    saved: SavedState,
    end: () => Promise<void>,
    pieces: readonly string[],
  ): Promise<void>;
  /** Removes what units of a run have gathered. */
  drop(run: string, table: Table): Promise<void>;
}

/** So long, in milliseconds, has one a unit for itself without being heard of. */
export const LEASE_MS = 60_000;
