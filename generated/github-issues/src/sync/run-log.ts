// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { SyncRun } from './destination.ts';
import { aligned } from './output.ts';
import type { Progress } from './sync.ts';

/** A resource that is being synced, or was. */
interface Entry {
  readonly resource: string;
  readonly started: number;
  ended: number | undefined;
  retried: number;
  progress: Progress | undefined;
}

/** What a run does, resource by resource. */
export class RunLog {
  readonly #entries: Entry[] = [];

  /** From now on, it is about this resource. */
  begin(resource: string): void {
    this.end();
    this.#entries.push({ resource, started: Date.now(), ended: undefined, retried: 0, progress: undefined });
  }

  add(progress: Progress): void {
    const entry = this.#entries.at(-1);
    if (entry !== undefined) entry.progress = progress;
  }

  retry(): void {
    const entry = this.#entries.at(-1);
    if (entry !== undefined) entry.retried++;
  }

  end(): void {
    const entry = this.#entries.at(-1);
    if (entry !== undefined) entry.ended ??= Date.now();
  }

  runs(isInterrupted: boolean): readonly SyncRun[] {
    return this.#entries.map(({ resource, started, ended = Date.now(), retried, progress }, index) => ({
      resource,
      started_at: new Date(started).toISOString(),
      seconds: (ended - started) / 1000,
      read: progress?.records ?? 0,
      new: progress === undefined ? 0 : progress.added,
      changed: progress === undefined ? 0 : progress.changed,
      skipped: Number(progress?.notes['discardedRows'] ?? 0),
      retried,
      outcome:
        progress?.done === true
          ? 'done'
          : isInterrupted && index === this.#entries.length - 1
            ? 'interrupted'
            : 'failed',
    }));
  }
}

/** The runs as a table for people. */
export function runLines(runs: readonly SyncRun[]): string {
  const rows = runs.map((run) => [
    run.resource,
    ...[run.read, run.new, run.changed, run.skipped, run.retried].map((count) =>
      count === null ? '-' : String(count),
    ),
    run.seconds.toFixed(1),
    run.outcome === 'done' ? '' : run.outcome,
  ]);
  return aligned([['resource', 'read', 'new', 'changed', 'skipped', 'retried', 'seconds', ''], ...rows]);
}
