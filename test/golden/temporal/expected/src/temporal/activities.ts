// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { Context } from '@temporalio/activity';
import type { ShopClient } from '../client.ts';
import { SyncError, type Destination } from '../sync/destination.ts';
import { finishRun, planRun, syncUnit } from '../sync/sync-unit.ts';
import { failureOf } from './failure.ts';

export interface ShopActivityOptions {
  /** Reads for all activities of a worker: rate limits hold for what one client asks. */
  readonly client: ShopClient;
  /** Opens the destination of one activity, which closes it: one that many processes share. */
  readonly destination: () => Promise<Destination>;
}

/** What a worker does for the workflow. Arguments and results are JSON. */
export interface ShopActivities {
  /** Splits a read, the first time; some of the units of the run, and how many there are. */
  planShop(asked: {
    readonly run: string;
    readonly resources?: readonly string[] | undefined;
    readonly units?: number | undefined;
    readonly from: number;
    readonly most: number;
  }): Promise<{ readonly units: readonly string[]; readonly total: number }>;
  /** Reads one unit. Where it was cut off, it goes on after the last rows that the destination has. */
  readShopUnit(asked: { readonly run: string; readonly unit: string }): Promise<{ readonly records: number }>;
  /** Brings what the units gathered into the tables. Returns the resources of the run. */
  finishShop(asked: { readonly run: string }): Promise<readonly string[]>;
}

/** The activities, for workers of your own. */
export function createShopActivities({ client, destination: open }: ShopActivityOptions): ShopActivities {
  return {
    planShop({ run, resources, units, from, most }) {
      return working(open, async (destination, { signal }) => {
        const all = await planRun(client, destination, { run, resources, units, signal });
        return { units: all.slice(from, from + most).map(({ id }) => id), total: all.length };
      });
    },

    readShopUnit({ run, unit: id }) {
      return working(open, async (destination, { signal, tell }) => {
        const unit = await destination.units?.find(run, id);
        if (unit === undefined) throw new SyncError('usage', `run ${run} has no unit ${id} in this destination`);
        const { records } = await syncUnit(client, destination, {
          run,
          unit,
          signal,
          onProgress: ({ pages, written }) => tell({ pages, written }),
        });
        return { records };
      });
    },

    finishShop({ run }) {
      return working(open, (destination) => finishRun(destination, run));
    },
  };
}

interface Work {
  readonly signal: AbortSignal;
  /** Says what heartbeats show. */
  readonly tell: (details: object) => void;
}

/**
 * Opens the destination, and says that the activity lives for as long as it works. Heartbeats are throttled and may be lost: what they show is
 * for people, and the state to go on from is the one that the destination has committed.
 */
async function working<Result>(
  open: () => Promise<Destination>,
  work: (destination: Destination, given: Work) => Promise<Result>,
): Promise<Result> {
  let details: object = {};
  const context = Context.current();
  const beat = setInterval(() => context.heartbeat(details), HEARTBEAT_MS);
  let destination: Destination | undefined;
  try {
    destination = await open();
    return await work(destination, { signal: context.cancellationSignal, tell: (next) => void (details = next) });
  } catch (error) {
    throw failureOf(error);
  } finally {
    clearInterval(beat);
    await destination?.close().catch(() => undefined); // what it did is committed
  }
}

const HEARTBEAT_MS = 5_000;
