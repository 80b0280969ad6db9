// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { quoted, SyncError, type SyncRun } from './destination.ts';
import { isObject, parseJsonText } from './json-file.ts';

/** How a database calls the types of `_sync_runs`. */
export interface RunTypes {
  readonly text: string;
  /** Of a time in UTC. */
  readonly time: string;
  readonly number: string;
  readonly integer: string;
}

/** So many of the last runs are looked at. */
const MOST_RUNS = 2_000;

/** Makes the table of runs. `at`: its quoted name. */
export function createRuns(at: string, { text, time, number, integer }: RunTypes): string {
  const columns = [
    ['connector', text],
    ['resource', text],
    ['started_at', time],
    ['seconds', number],
    ['read', integer],
    ['new', integer],
    ['changed', integer],
    ['skipped', integer],
    ['retried', integer],
    ['outcome', text],
  ] as const;
  return `CREATE TABLE IF NOT EXISTS ${at} (${columns.map(([name, type]) => `${quoted(name)} ${type}`).join(', ')})`;
}

/** Adds a run. `placeholder`: how the database writes the n-th parameter. */
export function insertRun(
  at: string,
  run: SyncRun,
  placeholder: (n: number) => string,
): { readonly sql: string; readonly values: string[] } {
  const counts = [run.seconds, run.read, run.new, run.changed, run.skipped, run.retried]
    .map((count) => count ?? 'NULL')
    .join(', ');
  return {
    sql: `INSERT INTO ${at} VALUES (${placeholder(1)}, ${placeholder(2)}, ${placeholder(3)}, ${counts}, ${placeholder(4)})`,
    values: ['github-issues', run.resource, run.started_at.replace('T', ' ').replace('Z', ''), run.outcome],
  };
}

/** The last runs of this connector, which is the parameter, the newest first. */
export function selectRuns(at: string, placeholder: (n: number) => string): string {
  return `SELECT * FROM ${at} WHERE "connector" = ${placeholder(1)} ORDER BY "started_at" DESC LIMIT ${MOST_RUNS}`;
}

/** The runs that a file says, one a line. A line that says none, such as one that a crash cut off, is passed over. */
export function runsIn(text: string): readonly SyncRun[] {
  return text.split('\n').flatMap((line) => {
    try {
      const run = parseJsonText(line, '_sync_runs', 'state');
      return isObject(run) ? [runOf(run)] : [];
    } catch (error) {
      if (error instanceof SyncError) return [];
      throw error;
    }
  });
}

/** A row of that table. */
export function runOf(row: Readonly<Record<string, unknown>>): SyncRun {
  const number = (name: string): number => Number(row[name]) || 0; // NaN, of what is none, would spoil every sum
  const count = (name: string): number | null => (row[name] === null ? null : number(name));
  const { started_at: at, outcome } = row;
  return {
    resource: String(row['resource']),
    started_at:
      at instanceof Date ? at.toISOString() : `${String(at).slice(0, 23).replace(/\+.*/, '').replace(' ', 'T')}Z`,
    seconds: number('seconds'),
    read: number('read'),
    new: count('new'),
    changed: count('changed'),
    skipped: number('skipped'),
    retried: number('retried'),
    outcome: outcome === 'failed' || outcome === 'interrupted' ? outcome : 'done',
  };
}
