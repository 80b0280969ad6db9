// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ShopClient } from '../client.ts';
import { SyncError, type Destination, type SavedState, type Written } from './destination.ts';
import { Notes } from './notes.ts';
import { PendingBatch } from './pending-batch.ts';
import type { ReadOptions, RowPage, Table, WriteMode } from './table.ts';
import { tables } from './tables.ts';

export interface SyncOptions {
  /** Names of resources. Default: those that the spec selects, all of them unless it says otherwise. */
  readonly resources?: readonly string[] | undefined;
  /** Reads everything from the start and replaces what the tables hold. Default: false. */
  readonly fullRefresh?: boolean | undefined;
  /** Ends the sync, which keeps what it has read and then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Where states are kept. Default: in the destination, in one transaction with the rows. */
  readonly states?: StateStore | undefined;
  /** Rows are written when there are this many of them; those of one page are written together. Default: 2,000. */
  readonly batchRows?: number | undefined;
  /** Told of each resource before it is read. */
  readonly onResource?: ((resource: string) => void) | undefined;
  /** Told of every page. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Told what somebody should look at, though the sync goes on. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/**
 * States apart from their rows. Rows are written first: after a crash between the two, the last ones are written again.
 * They replace themselves where a table has a key; a table that rows are appended to is refused.
 */
export interface StateStore {
  load(table: Table): Promise<SavedState | undefined>;
  save(table: Table, saved: SavedState): Promise<void>;
}

/** How far the sync of one resource is. */
export interface Progress {
  readonly resource: string;
  readonly records: number;
  readonly pages: number;
  /** Records that are written for good. */
  readonly written: number;
  /** Rows that were not there before, as far as the destination tells; null: it does not. */
  readonly added: number | null;
  /** Rows that took the place of others, or were removed; null: the destination does not tell. */
  readonly changed: number | null;
  /** Whether the resource is through. */
  readonly done: boolean;
  /** What the pages told beside their records, by name: `discardedRows`, `failedParents`, `restarted`. */
  readonly notes: Readonly<Record<string, number | boolean>>;
}

/**
 * Reads resources and writes them to a destination. An interrupted sync is resumed by the next one; nothing is lost and,
 * where rows and state are one transaction, nothing is there twice.
 *
 * When a resource fails, what was read of it is kept and the others go on; then the first error is thrown.
 *
 * @throws {@link SyncError}, or an error of the client.
 */
export async function sync(
  client: ShopClient,
  destination: Destination,
  options: SyncOptions = {},
): Promise<readonly Progress[]> {
  const results: Progress[] = [];
  const failures: unknown[] = [];
  const chosen = chosenTables(options.resources);
  if (options.states !== undefined && options.fullRefresh !== true) refuseAppending(chosen);
  await destination.check?.(
    chosen.map((table) => ({ table, mode: options.fullRefresh === true ? 'replace' : table.mode })),
  );
  for (const table of chosen) {
    options.onResource?.(table.name);
    try {
      results.push(await syncTable(client, destination, table, options));
    } catch (error) {
      options.signal?.throwIfAborted();
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return results;
}

/** The tables of these resources, in the order of the spec. */
export function chosenTables(resources: readonly string[] | undefined): readonly Table[] {
  if (resources === undefined) return tables.filter((table) => table.selected);
  const unknown = resources.find((name) => !tables.some((table) => table.name === name));
  if (unknown === undefined) return tables.filter((table) => resources.includes(table.name));
  const known = tables.map((table) => table.name).join(', ');
  throw new SyncError('usage', `there is no resource ${JSON.stringify(unknown)}; there are: ${known}`);
}

/** Rows that are appended again after a crash would be there twice. */
function refuseAppending(chosen: readonly Table[]): void {
  const names = chosen.filter((table) => table.mode === 'append').map((table) => table.name);
  if (names.length === 0) return;
  throw new SyncError(
    'usage',
    `rows of ${names.join(', ')} are appended: their state has to be kept in the destination, in one transaction with them`,
  );
}

async function syncTable(
  client: ShopClient,
  destination: Destination,
  table: Table,
  options: SyncOptions,
  afresh?: WriteMode,
): Promise<Progress> {
  const {
    fullRefresh = false,
    signal,
    states,
    batchRows = 2_000,
    onProgress = () => undefined,
    onWarning = () => undefined,
  } = options;
  signal?.throwIfAborted();
  const saved = afresh !== undefined || fullRefresh ? undefined : await (states ?? destination).load(table);
  const isOpen = saved !== undefined && !saved.complete && (states === undefined || table.key.length > 0); // without a key, last rows may be there twice
  const anew = afresh ?? (fullRefresh ? 'replace' : table.mode);
  let mode = isOpen ? saved.mode : anew;
  let state = isOpen || (table.incremental && mode !== 'replace') ? saved?.state : undefined;
  const forgotten = mode === 'replace' ? 'restart' : undefined; // whatever the resource would rather do: these rows are gathered apart
  if (state !== undefined) await checkState(client, table, { state, forgotten });
  if (state === undefined || !(await destination.begin(table, mode, true))) {
    mode = anew;
    state = undefined;
    await destination.begin(table, mode, false);
  }

  const notes = new Notes();
  if (afresh !== undefined) notes.add({ restarted: true });
  let progress: Progress = {
    resource: table.name,
    records: 0,
    pages: 0,
    written: 0,
    added: 0,
    changed: 0,
    done: false,
    notes: notes.told,
  };
  const batch = new PendingBatch(table, mode, batchRows);
  const write = async (): Promise<void> => {
    const { saved, ...rows } = batch.take();
    const written = await destination.write(table, { ...rows, saved });
    await states?.save(table, saved);
    progress = {
      ...progress,
      written: progress.records,
      ...counted(progress, written ?? undefined),
      done: saved.complete,
    };
    onProgress(progress);
  };

  const pages = table.pages(client, { state, signal, forgotten });
  try {
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
      if (page.notes['restarted'] === true && mode === 'replace' && state !== undefined) {
        await pages.return(); // what was gathered before may come again, or be gone: all of it is read anew
        return syncTable(client, destination, table, options, mode);
      }
      batch.add(page);
      notes.add(page.notes);
      progress = {
        ...progress,
        records: progress.records + page.rows.length,
        pages: progress.pages + 1,
        notes: notes.told,
      };
      onProgress(progress);
      if (batch.isFull || page.complete) await write();
    }
    if (
      mode === 'replace' &&
      state === undefined &&
      table.key.length > 0 &&
      table.deleted?.rows !== 'hard' &&
      progress.done &&
      destination.count !== undefined
    ) {
      const repeatedKeys = progress.records - (await destination.count(table)); // all of them: the resource knows those that came lately
      notes.add({ repeatedKeys: Math.max(repeatedKeys, Number(notes.told['repeatedKeys'] ?? 0)) });
      progress = { ...progress, notes: notes.told };
    }
  } finally {
    for (const sentence of notes.sentences(table.name)) onWarning(sentence);
  }
  return progress;
}

/** What was added and changed so far. */
function counted({ added, changed }: Progress, written: Written | undefined): Pick<Progress, 'added' | 'changed'> {
  if (written === undefined || added === null || changed === null) return { added: null, changed: null };
  return { added: added + written.added, changed: changed + written.changed };
}

/** Throws when the resource refuses the state, before anything is asked or written: by a read that is over at once. */
export async function checkState(
  client: ShopClient,
  table: Table,
  options: Omit<ReadOptions, 'signal'>,
): Promise<void> {
  const over = new Error('over');
  const pages = table.pages(client, { ...options, signal: AbortSignal.abort(over) });
  await pages.next().catch((error: unknown) => {
    if (error !== over) throw error;
  });
}
