// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { Batch, SavedState } from './destination.ts';
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

/** Where many processes write units of one run: rows, states and leases are in one database. */
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

/** So long, in milliseconds, has one a unit for itself without being heard of. */
export const LEASE_MS = 60_000;
