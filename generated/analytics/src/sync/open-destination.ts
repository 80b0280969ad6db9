// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { SyncError, type Destination, type DestinationOptions } from './destination.ts';
import { openDuckdb } from './duckdb.ts';

/** Opens what `--to` names: file.duckdb. */
export async function openDestination(to: string, options: DestinationOptions = {}): Promise<Destination> {
  if (/^duckdb:|\.(duckdb|ddb)$/.test(to)) return openDuckdb(to.replace(/^duckdb:/, ''), options);
  throw new SyncError('usage', `--to ${hidden(to)}: expected file.duckdb`);
}

/** A destination as messages may show it: without a password. */
export function hidden(to: string): string {
  return to.replace(/(:\/\/[^/:@]*):[^@]*@/, '$1:***@');
}
