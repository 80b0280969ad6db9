// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import process from 'node:process';
import type { Invocation } from './cli.ts';
import { openClient } from './client.ts';
import { SyncError, type Destination } from './destination.ts';
import { openDestination } from './open-destination.ts';
import { messageOf, secrets, tell } from './output.ts';
import { progressReporter } from './progress.ts';
import { writeReport } from './report.ts';
import { RunLog, runLines } from './run-log.ts';
import { openStateFile, type StateFile } from './state-file.ts';
import { chosenTables, sync } from './sync.ts';
import { hasPassword, passwordsIn } from './target.ts';

/** `sync`: from the API to tables. */
export async function runSync({ options, env, signal }: Invocation): Promise<number> {
  const to = destinationOf(options.to, env);
  chosenTables(options.resource); // a name that there is not is refused before anything is opened
  if (options.since !== undefined) {
    throw new SyncError('usage', '--since: no resource of this connector can be told where to begin');
  }
  if (options.backfill !== undefined) {
    throw new SyncError(
      'usage',
      '--backfill: no resource of this connector that is merged can be told where to begin and where to end',
    );
  }
  if (options.adopt === true && options['full-refresh'] === true) {
    throw new SyncError(
      'usage',
      '--adopt takes a table over as it is, --full-refresh replaces it: say them in two runs',
    );
  }
  if (options.coordinator !== undefined)
    throw new SyncError('usage', '--coordinator keeps units of split reads: say --split, --finish or --abandon too');
  const log = new RunLog();
  const reporter = progressReporter(options.json === true ? 'json' : process.stderr.isTTY ? 'terminal' : 'lines');
  const onRetry = (): void => {
    log.retry();
    reporter.onRetry();
  };
  const client = openClient(env, onRetry);
  let states: StateFile | undefined;
  const destination = await openDestination(to, options);
  try {
    if (options.compact === true && destination.compact === undefined) {
      throw new SyncError('usage', '--compact: only folders of JSON Lines on a disk can be compacted');
    }
    states = options.state === undefined ? undefined : await openStateFile(options.state);
    await sync(client, destination, {
      resources: options.resource,
      fullRefresh: options['full-refresh'],
      signal,
      states,
      onResource: (resource) => log.begin(resource),
      onProgress(progress) {
        log.add(progress);
        reporter.onProgress(progress);
      },
      onWarning: (message) => tell(`warning: ${message}`),
    });
    if (options.compact === true) await destination.compact?.(chosenTables(options.resource));
    if (destination.replaced !== undefined && destination.replaced > 0) {
      const values = destination.replaced === 1 ? '1 value has' : `${destination.replaced} values have`;
      tell(`warning: ${values} U+FFFD in place of signs that the destination cannot hold`);
    }
    return 0;
  } finally {
    log.end();
    reporter.close();
    await conclude(log, destination, { options, env, signal });
    await states?.close();
    await destination.close();
  }
}

/** Says what the run did, and keeps it in the destination and in a report. The run is over: what fails here is told, not thrown. */
async function conclude(log: RunLog, destination: Destination, { options, signal }: Invocation): Promise<void> {
  const runs = log.runs(signal.aborted);
  if (runs.length === 0) return;
  if (options.json !== true) tell(runLines(runs));
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> =>
    work().catch((error: unknown) => tell(`warning: ${what}: ${messageOf(error)}`));
  const before = destination.runs === undefined ? [] : await destination.runs().catch(() => []);
  await attempt('what the run did was not kept', async () => {
    for (const run of runs) await destination.saveRun?.(run);
  });
  const { report } = options;
  if (report !== undefined) await attempt('--report', () => writeReport(report, runs, before));
}

/** What `--to` says, or the environment, or the default. */
export function destinationOf(to: string | undefined, env: Invocation['env']): string {
  if (to !== undefined && hasPassword(to)) {
    throw new SyncError(
      'usage',
      '--to: a password in arguments is seen by every user of the machine; put the URL into GITHUB_ISSUES_TO, or the password into PGPASSWORD',
    );
  }
  const chosen = to ?? (env['GITHUB_ISSUES_TO'] || 'github-issues.duckdb');
  for (const password of passwordsIn(chosen ?? '')) secrets.add('to', password);
  if (chosen === undefined) throw new SyncError('usage', 'say where to: sync --to …');
  return chosen;
}
