// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { SyncRun } from './destination.ts';
import { runsIn } from './run-table.ts';
import type { S3Bucket } from './s3-bucket.ts';

const FOLDER = '_sync_runs/';
const LAST_RUNS = 100;

/** What the runs did, an object for each: a line for each resource. */
export class S3Runs {
  readonly #bucket: S3Bucket;
  #told = '';

  constructor(bucket: S3Bucket) {
    this.#bucket = bucket;
  }

  /** Says one more of what the run of that number did. */
  async add(number: number, run: SyncRun): Promise<void> {
    this.#told += `${JSON.stringify({ connector: 'github-issues', ...run })}\n`;
    await this.#bucket.put(`${FOLDER}${digits(number)}.jsonl`, this.#told);
  }

  async all(): Promise<readonly SyncRun[]> {
    const names = (await this.#bucket.list(FOLDER)).slice(-LAST_RUNS);
    const texts = await Promise.all(names.map((name) => this.#bucket.get(name)));
    return texts.flatMap((found) => runsIn(found?.text ?? ''));
  }
}

/** Names with numbers sort by them. */
export function digits(number: number): string {
  return String(number).padStart(8, '0');
}
