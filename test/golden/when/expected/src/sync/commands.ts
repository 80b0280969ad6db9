// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { access } from 'node:fs/promises';
import type { Invocation } from './cli.ts';
import { openClient } from './client.ts';
import { SyncError, type DestinationOptions, type SavedState } from './destination.ts';
import { openDestination } from './open-destination.ts';
import { Notes } from './notes.ts';
import { aligned, print, tell } from './output.ts';
import { chosenTables } from './sync.ts';
import { destinationOf } from './run-sync.ts';
import { readStates } from './state-file.ts';
import { jsonText } from './json-text.ts';
import { fromEnvironment } from './setting-reader.ts';
import { tables, tablesUnder } from './tables.ts';

/** `read RESOURCE`: its records on stdout, one JSON text a line. */
export async function readResource({ options, env, signal }: Invocation, names: readonly string[]): Promise<number> {
  const [table] = names.length === 1 ? chosenTables(names) : [];
  if (table === undefined) throw new SyncError('usage', 'read takes the name of one resource; `resources` lists them');
  const limit = limitOf(options.limit);
  const saved = options.state === undefined ? undefined : (await readStates(options.state)).get(table.name);
  const state = saved === undefined || (saved.complete && !table.incremental) ? undefined : saved.state;
  const notes = new Notes();
  let count = 0;
  try {
    for await (const page of table.pages(openClient(env), { state, signal })) {
      notes.add(page.notes);
      for (const record of page.records) {
        if (++count > limit) break;
        await print(jsonText(record, table.writing) ?? 'null');
      }
      if (count >= limit) break;
    }
  } finally {
    for (const sentence of notes.sentences(table.name)) tell(`warning: ${sentence}`);
  }
  return 0;
}

/** `check`: whether the credentials are accepted and the API can be reached. One page of one resource is read. */
export async function check({ options, env, signal }: Invocation): Promise<number> {
  const client = openClient(env);
  const [table] = chosenTables(options.resource, client);
  if (table === undefined) throw new SyncError('usage', 'no resource is selected: name one with --resource');
  await table.pages(client, { state: undefined, signal }).next();
  await print(
    options.json === true ? JSON.stringify({ ok: true, resource: table.name }) : `ok: ${table.name} can be read`,
  );
  return 0;
}

/** `resources`: what there is to read. */
export async function listResources({ options, env }: Invocation): Promise<number> {
  const offered = tablesUnder(fromEnvironment(env));
  if (options.json === true) {
    for (const { name, description, mode, key, columns, selected, incremental } of offered) {
      await print(JSON.stringify({ name, description, mode, key, columns, selected, incremental }));
    }
    return 0;
  }
  const rows = offered.map((table) => [
    table.name,
    table.key.join(', ') || '-',
    table.mode,
    table.selected ? 'yes' : 'no',
    table.description,
  ]);
  await print(aligned([['resource', 'key', 'mode', 'synced', 'what it is'], ...rows]));
  return 0;
}

/** `state show`: where each resource stands. */
export async function showState({ options, env }: Invocation): Promise<number> {
  const states =
    options.state === undefined
      ? await statesIn(destinationOf(options.to, env), options)
      : await readStates(options.state);
  for (const [resource, saved] of states) await print(JSON.stringify({ resource, ...saved }));
  return 0;
}

async function statesIn(to: string, options: DestinationOptions): Promise<ReadonlyMap<string, SavedState>> {
  const path = to.replace(/^(duckdb|sqlite):/, '');
  if (!to.includes('://'))
    await access(path).catch(() => {
      throw new SyncError('usage', `${path} does not exist`);
    });
  const destination = await openDestination(to, options);
  try {
    const states = new Map<string, SavedState>();
    for (const table of tables) {
      const saved = await destination.load(table);
      if (saved !== undefined) states.set(table.name, saved);
    }
    return states;
  } finally {
    await destination.close();
  }
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return Infinity;
  const limit = Number(text);
  if (Number.isSafeInteger(limit) && limit > 0) return limit;
  throw new SyncError('usage', `--limit ${text}: expected a whole number of at least 1`);
}
