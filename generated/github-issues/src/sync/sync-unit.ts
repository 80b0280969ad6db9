// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { clearInterval, setInterval } from 'node:timers';
import type { GithubIssuesClient } from '../client.ts';
import { SyncError, type Destination } from './destination.ts';
import { Notes } from './notes.ts';
import { PendingBatch } from './pending-batch.ts';
import { chosenTables, type Progress, type SyncOptions } from './sync.ts';
import type { RowPage } from './table.ts';
import { tables } from './tables.ts';
import { LEASE_MS, type Unit, type UnitStore } from './units.ts';

export interface UnitOptions extends Pick<SyncOptions, 'signal' | 'batchRows' | 'onProgress' | 'onWarning'> {
  /** A unit, as `splits()` of a resource makes it. */
  readonly unit: Unit;
  /** What the units of one split read have in common: any name, of which each read has another. */
  readonly run: string;
}

/**
 * Reads one unit of a split read into a destination that many processes share. It may be done anywhere, and again: what is
 * complete is not read again, and one that was cut off goes on after its last rows.
 *
 * @throws {@link SyncError}, or an error of the client. `locked`: another process has the unit; nothing is written then.
 */
export async function syncUnit(
  client: GithubIssuesClient,
  destination: Destination,
  {
    unit,
    run,
    signal,
    batchRows = destination.batch?.rows ?? 2_000,
    onProgress = () => undefined,
    onWarning = () => undefined,
  }: UnitOptions,
): Promise<Progress> {
  signal?.throwIfAborted();
  const store = unitsOf(destination);
  const [table] = chosenTables([unit.resource]);
  if (table === undefined) throw new SyncError('usage', `there is no resource ${unit.resource}`);
  const lease = await store.acquire(run, unit, table);
  const notes = new Notes();
  let progress: Progress = {
    resource: table.name,
    records: 0,
    pages: 0,
    written: 0,
    added: null,
    changed: null,
    done: lease.saved?.complete === true,
    notes: notes.told,
  };
  if (progress.done) {
    onProgress(progress);
    return progress;
  }
  const before = table.mode === 'replace' || !table.incremental ? undefined : await destination.load(table);
  const state = lease.saved?.state ?? (before?.complete === true ? before.state : undefined);
  const batch = new PendingBatch(table, table.mode, batchRows, destination.batch);
  let isBusy = false;
  const write = async (): Promise<void> => {
    isBusy = true;
    await store.write(lease, table, batch.take()).finally(() => (isBusy = false));
    progress = { ...progress, written: progress.records };
    onProgress(progress);
  };
  const renewal = setInterval(() => {
    if (!isBusy) void store.renew(lease).catch(() => undefined); // the next rows say what is wrong
  }, LEASE_MS / 3);
  renewal.unref();
  try {
    const pages = table.pages(client, {
      state,
      signal,
      split: unit,
      forgotten: table.mode === 'merge' ? 'restart' : undefined,
    });
    for (;;) {
      let page: RowPage;
      try {
        const next = await pages.next();
        if (next.done === true) break;
        page = next.value;
      } catch (error) {
        if (batch.pages > 0) await write(); // what was read is worth keeping
        throw error;
      }
      if (page.notes['restarted'] === true && table.key.length === 0) {
        throw new SyncError(
          'state',
          `${unit.id}: the API no longer knows where it was, and its rows would be there twice. Say --abandon ${run}, and split the read anew`,
        );
      }
      batch.add(page);
      notes.add(page.notes);
      progress = {
        ...progress,
        records: progress.records + page.rows.length,
        pages: progress.pages + 1,
        done: page.complete,
        notes: notes.told,
      };
      if (batch.isFull || page.complete) await write();
      else onProgress(progress);
    }
  } catch (error) {
    await store.release(lease).catch(() => undefined); // the first error says why
    throw error;
  } finally {
    clearInterval(renewal);
    for (const sentence of notes.sentences(table.name)) onWarning(sentence);
  }
  return progress;
}

/**
 * Ends a run of which every unit is complete: what was kept apart comes into its tables, and the next sync goes on from there.
 * A run that is finished already stays as it is. Returns the resources of the run.
 *
 * @throws {@link SyncError} `locked` where units are not complete, with their names.
 */
export function finishRun(destination: Destination, run: string): Promise<readonly string[]> {
  return unitsOf(destination).finish(run, tables);
}

/** Ends a run as if it had not been, but for rows that were merged by their key. */
export function abandonRun(destination: Destination, run: string): Promise<void> {
  return unitsOf(destination).abandon(run, tables);
}

/**
 * The units of a read of these resources, kept in the destination: for the same run they are always the same.
 *
 * @throws {@link SyncError}, or an error of the client.
 */
export async function planRun(
  client: GithubIssuesClient,
  destination: Destination,
  { run, resources, units, signal }: PlanOptions & { readonly run: string },
): Promise<readonly Unit[]> {
  const store = unitsOf(destination);
  const kept = await store.plan(run, []);
  return kept.length > 0 ? kept : store.plan(run, await unitsOfAll(client, { destination, resources, units, signal }));
}

interface SplitOptions extends PlanOptions {
  readonly destination?: Destination | undefined;
}

export interface PlanOptions {
  /** Names of resources. Default: those that the spec selects. */
  readonly resources?: readonly string[] | undefined;
  /** At most so many units of each. Default: what suits it. */
  readonly units?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The units of a read of these resources: of what a destination says was read already, none. They tell what was split with them. */
export async function splitReads(client: GithubIssuesClient, options: SplitOptions): Promise<readonly Unit[]> {
  const all = await unitsOfAll(client, options);
  const together = [...new Set(all.map(({ resource }) => resource))];
  return together.length > 1 ? all.map((unit) => ({ ...unit, together })) : all;
}

async function unitsOfAll(
  client: GithubIssuesClient,
  { destination, resources, units, signal }: SplitOptions,
): Promise<readonly Unit[]> {
  const all: Unit[] = [];
  for (const table of chosenTables(resources)) {
    const saved = table.mode === 'replace' || !table.incremental ? undefined : await destination?.load(table);
    const state = saved?.complete === true ? saved.state : undefined;
    const whole: Unit = {
      id: `${table.name}.1of1`,
      resource: table.name,
      kind: 'whole',
      part: 1,
      parts: 1,
      plan: 'whole',
    };
    all.push(...((await table.splits?.(client, { units, state, signal })) ?? [whole]));
  }
  return all;
}

function unitsOf(destination: Destination): UnitStore {
  if (destination.units !== undefined) return destination.units;
  throw new SyncError(
    'usage',
    'this destination is for one process at a time; units of a split read need one that many share: postgres://host/database, mysql://host/database; or a coordinator, for clickhouse://host/database, folder/ (ends in "/"), s3://bucket/folder/',
  );
}
