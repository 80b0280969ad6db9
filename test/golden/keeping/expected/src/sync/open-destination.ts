// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { SyncError, type Destination, type DestinationOptions } from './destination.ts';
import { openSqlite } from './sqlite.ts';
import { shownTarget } from './target.ts';

/** Opens what `--to` names: file.sqlite. */
export async function openDestination(to: string, options: DestinationOptions = {}): Promise<Destination> {
  if (options.unstorable !== undefined && !['refuse', 'replace'].includes(options.unstorable)) {
    throw new SyncError('usage', `--unstorable ${options.unstorable}: expected refuse or replace`);
  }
  if (/^sqlite:|\.(sqlite3?|db)$/.test(to)) return openSqlite(to.replace(/^sqlite:/, ''), options);
  throw new SyncError('usage', `--to ${shownTarget(to)}: expected file.sqlite`);
}
