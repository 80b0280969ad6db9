// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { SyncError, type Destination, type DestinationOptions } from './destination.ts';
import { openDuckdb } from './duckdb.ts';
import { shownTarget } from './target.ts';

/** Opens what `--to` names: file.duckdb. */
export async function openDestination(to: string, options: DestinationOptions = {}): Promise<Destination> {
  if (options.unstorable !== undefined && !['refuse', 'replace'].includes(options.unstorable)) {
    throw new SyncError('usage', `--unstorable ${options.unstorable}: expected refuse or replace`);
  }
  if (/^duckdb:|\.(duckdb|ddb)$/.test(to)) return openDuckdb(to.replace(/^duckdb:/, ''), options);
  throw new SyncError('usage', `--to ${shownTarget(to)}: expected file.duckdb`);
}
