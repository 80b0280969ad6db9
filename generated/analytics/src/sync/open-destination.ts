// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { SyncError, type Destination } from './destination.ts';
import { openDuckdb } from './duckdb.ts';

/** Opens what `--to` names: file.duckdb. */
export async function openDestination(to: string, options: DestinationOptions = {}): Promise<Destination> {
  if (options.format !== undefined && !FORMATS.includes(options.format)) {
    throw new SyncError(
      'usage',
      `--format ${options.format}: expected ${FORMATS.join(' or ') || 'nothing: it is for folders'}`,
    );
  }
  if (/^duckdb:|\.(duckdb|ddb)$/.test(to)) return openDuckdb(to.replace(/^duckdb:/, ''));
  throw new SyncError('usage', `--to ${hidden(to)}: expected file.duckdb`);
}

/** What a folder can hold. */
const FORMATS: readonly string[] = [];

export interface DestinationOptions {
  /** What a folder holds: `jsonl`, the default, or `parquet`. */
  readonly format?: string | undefined;
}

/** A destination as messages may show it: without a password. */
export function hidden(to: string): string {
  return to.replace(/(:\/\/[^/:@]*):[^@]*@/, '$1:***@');
}
