// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { SyncError, type Batch, type Destination, type DestinationOptions, type SavedState } from './destination.ts';
import { SqlUnits } from './sql-units.ts';
import type { Table } from './table.ts';
import { shownTarget } from './target.ts';
import type { UnitTarget } from './units.ts';

/**
 * What a destination without transactions does for units of split reads. Each batch is a piece by itself, which no reader of a table
 * sees. It counts where the coordinator has named it: of two copies of a unit, those of the one whose fencing token is the highest.
 */
export interface UnitPieces {
  /** Writes rows as pieces of a run, and tells their names. */
  put(run: string, table: Table, batch: Batch): Promise<readonly string[]>;
  /** Keeps other runs away until the destination is closed, and sees what they have done. */
  hold(): Promise<void>;
  /** Brings pieces into a table that `begin` was called for, in this order, and saves its state. */
  bring(table: Table, pieces: readonly string[], saved: SavedState): Promise<void>;
  /** Lets the rows of a run be seen that were brought by one that was killed right after, where `begin` does not. */
  settle?(table: Table): Promise<void>;
  /** Removes all pieces of a run. */
  drop(run: string, table: Table): Promise<void>;
}

/** Larger than those of other syncs: each is a piece. */
const BATCH = { rows: 20_000, characters: 4_000_000, ms: 60_000 };

/**
 * A destination whose units another one keeps, a database: leases, states, and which pieces count. Rows come into their tables when
 * the run is finished.
 *
 * @throws {@link SyncError} `usage` where one of the two cannot do that.
 */
export function coordinated(
  destination: Destination,
  coordinator: Destination,
  to: string,
  options: DestinationOptions,
): Destination {
  const { pieces } = destination;
  if (pieces === undefined)
    throw new SyncError('usage', `--coordinator: ${shownTarget(to)} needs none, or is for one process at a time`);
  if (!(coordinator.units instanceof SqlUnits))
    throw new SyncError(
      'usage',
      '--coordinator: expected the URL of a database that many share: postgres://host/database',
    );
  return {
    batch: BATCH,
    units: coordinator.units.into(new PieceTarget(destination, pieces, placeOf(to, options))),
    check: async (plans) => destination.check?.(plans),
    load: (table) => destination.load(table),
    begin: refused,
    write: refused,
    async close() {
      try {
        await destination.close();
      } finally {
        await coordinator.close();
      }
    },
  };
}

/** What tells it from other places that the same database keeps units of. */
function placeOf(to: string, { schema, prefix }: DestinationOptions): string {
  return [shownTarget(to), schema, prefix && `${prefix}…`].filter(Boolean).join(' ');
}

async function refused(): Promise<never> {
  throw new SyncError(
    'usage',
    'a coordinator keeps units of split reads: for a sync of whole resources, open the destination without it',
  );
}

class PieceTarget implements UnitTarget {
  readonly place: string;
  readonly #destination: Destination;
  readonly #pieces: UnitPieces;

  constructor(destination: Destination, pieces: UnitPieces, place: string) {
    this.#destination = destination;
    this.#pieces = pieces;
    this.place = place;
  }

  async check(table: Table): Promise<void> {
    await this.#destination.check?.([{ table, mode: table.mode }]);
  }

  load(table: Table): Promise<SavedState | undefined> {
    return this.#destination.load(table);
  }

  async prepare(): Promise<void> {}

  put(run: string, table: Table, batch: Batch): Promise<readonly string[]> {
    return this.#pieces.put(run, table, batch);
  }

  hold(): Promise<void> {
    return this.#pieces.hold();
  }

  /** The state has the name of the run: whoever says it again, after a crash, sees that its rows are there. */
  async finish(
    run: string,
    table: Table,
    saved: SavedState,
    end: () => Promise<void>,
    pieces: readonly string[],
  ): Promise<void> {
    const before = await this.#destination.load(table);
    if (before?.run === run) {
      await this.#destination.begin(table, 'append', true); // does what was left undone
      await this.#pieces.settle?.(table);
    } else {
      const goesOn = table.mode !== 'replace' && table.incremental && before?.complete === true;
      if (!goesOn || !(await this.#destination.begin(table, table.mode, true)))
        await this.#destination.begin(table, table.mode, false);
      await this.#pieces.bring(table, pieces, { ...saved, run });
    }
    await end();
  }

  drop(run: string, table: Table): Promise<void> {
    return this.#pieces.drop(run, table);
  }
}
