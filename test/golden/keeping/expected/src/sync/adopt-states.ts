// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { ShopStateError } from '../index.ts';
import type { Invocation } from './cli.ts';
import { openClient } from './client.ts';
import type { Destination, SavedState } from './destination.ts';
import { openDestination } from './open-destination.ts';
import { print } from './output.ts';
import { destinationOf } from './run-sync.ts';
import { openStateFile } from './state-file.ts';
import { checkState, chosenTables } from './sync.ts';
import type { Table } from './table.ts';

/**
 * `state adopt`: states of another source, which reads refuse, become those of this one. For an API that has moved, or an account
 * that is called otherwise: what was read is taken for read. Nothing is asked of the API, and no row is touched.
 */
export async function adoptStates({ options, env }: Invocation): Promise<number> {
  const client = openClient(env);
  const chosen = chosenTables(options.resource);
  const states = options.state === undefined ? undefined : await openStateFile(options.state);
  const destination = states === undefined ? await openDestination(destinationOf(options.to, env), options) : undefined;
  try {
    await destination?.check?.(chosen.map((table) => ({ table, mode: table.mode })));
    const adopted: [Table, SavedState, string][] = [];
    for (const table of chosen) {
      const saved = await (states ?? destination)?.load(table);
      const isUsed = saved !== undefined && (!saved.complete || (table.incremental && table.mode !== 'replace'));
      const state = isUsed ? await adopt(client, table, saved.state) : undefined;
      if (saved === undefined || !isUsed) await print(`${table.name}: no state that a read goes on from`);
      else if (state === undefined) await print(`${table.name}: the state is of this source already`);
      else adopted.push([table, { ...saved, state }, `${sourceOf(saved.state)} -> ${sourceOf(state)}`]);
    }
    for (const [table, saved, words] of adopted) {
      await (states === undefined ? keep(destination, table, saved) : states.save(table, saved));
      await print(`${table.name}: adopted, ${words}`);
    }
    return 0;
  } finally {
    await states?.close();
    await destination?.close();
  }
}

/** The state as one of this source; undefined where it is. Whatever else is wrong with it is thrown. */
async function adopt(client: ReturnType<typeof openClient>, table: Table, saved: unknown): Promise<unknown> {
  let state: unknown;
  for (let depth = 0; ; depth++) {
    try {
      await checkState(client, table, { state: state ?? saved, forgotten: 'restart' });
      return state;
    } catch (error) {
      if (!(error instanceof ShopStateError) || error.adopted === undefined || depth > 32) throw error;
      state = exchanged(state ?? saved, error.resource, error.adopted); // the parents of a resource have states inside its own
    }
  }
}

/** A state with another one in place of what a resource has in it. */
function exchanged(state: unknown, resource: string, adopted: unknown): unknown {
  if (typeof state !== 'object' || state === null || Array.isArray(state)) return state;
  if ('origin' in state && 'resource' in state && state.resource === resource) return adopted;
  return Object.fromEntries(Object.entries(state).map(([key, each]) => [key, exchanged(each, resource, adopted)]));
}

/** Rows and states are written together: here, a state and no row. */
async function keep(destination: Destination | undefined, table: Table, saved: SavedState): Promise<void> {
  const mode = saved.complete ? table.mode : saved.mode;
  await destination?.begin(table, mode, true);
  await destination?.write(table, { records: [], rows: [], saved: { ...saved, mode } });
}

function sourceOf(state: unknown): string {
  const { origin, options } = Object(state) as { readonly origin?: unknown; readonly options?: unknown };
  return `${String(origin)}${options === undefined ? '' : ` ${JSON.stringify(options)}`}`;
}
