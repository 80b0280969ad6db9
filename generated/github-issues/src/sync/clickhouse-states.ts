// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { ClickhouseServer } from './clickhouse-server.ts';
import { beginning, quoted, type SyncRun } from './destination.ts';
import { isObject, parseJsonText } from './json-file.ts';
import { createRuns, insertRun, runOf, selectRuns } from './run-table.ts';
import type { WriteMode } from './table.ts';

/** What was saved for a table. */
export interface SavedText {
  readonly text: string;
  /** The number of the batch that it was saved with. */
  readonly version: number;
  /** The tables that are to get the names of it. */
  readonly swap?: readonly string[];
}

/**
 * The table `_sync_states`: where each table stands, for all connectors that write to the same database; a row also marks a table as ours.
 * Beside it is `_sync_runs`, which says what runs did.
 */
export class ClickhouseStates {
  readonly #server: ClickhouseServer;
  /** The number of the last batch. */
  version = 0;

  constructor(server: ClickhouseServer) {
    this.#server = server;
  }

  /** The number of the next batch. */
  next(): number {
    return ++this.version;
  }

  /** Makes numbers greater than this one. */
  passOver(version: number): void {
    this.version = Math.max(this.version, version);
  }

  async make(): Promise<void> {
    await this.#server.run(`CREATE DATABASE IF NOT EXISTS ${quoted(this.#server.database)}`);
    await this.#server.run(
      `CREATE TABLE IF NOT EXISTS ${this.#server.at('_sync_states')} (
         "connector" String, "resource" String, "saved" String, "saved_at" DateTime64(3, 'UTC') DEFAULT now64(3), "version" UInt64, "gone" UInt8 DEFAULT 0
       ) ENGINE = ReplacingMergeTree("version", "gone") ORDER BY ("connector", "resource")`,
    );
    const [found] = await this.#server.query(
      `SELECT max("version") AS version FROM ${this.#server.at('_sync_states')} WHERE "connector" = {p1:String}`,
      ['github-issues'],
    );
    this.passOver(Number(found?.['version'] ?? 0));
  }

  async saved(name: string): Promise<SavedText | undefined> {
    if ((await this.#server.tableOf('_sync_states')) === undefined) return undefined;
    const [found] = await this.#server.query(
      `SELECT "saved", "version" FROM ${this.#server.at('_sync_states')} FINAL WHERE "connector" = {p1:String} AND "resource" = {p2:String}`,
      ['github-issues', name],
    );
    const text = found?.['saved'];
    if (typeof text !== 'string') return undefined;
    const saved = parseJsonText(text, `ClickHouse, ${name}`, 'state');
    const swap = isObject(saved) ? saved['swap'] : undefined;
    return { text, version: Number(found?.['version']), ...(Array.isArray(swap) ? { swap: swap.map(String) } : {}) };
  }

  async save(name: string, saved: object | undefined, version: number): Promise<void> {
    await this.#server.run(
      `INSERT INTO ${this.#server.at('_sync_states')} ("connector", "resource", "saved", "version", "gone") VALUES ({p1:String}, {p2:String}, {p3:String}, ${version}, ${saved === undefined ? 1 : 0})`,
      ['github-issues', name, saved === undefined ? '' : JSON.stringify(saved)],
    );
  }

  async makersOf(name: string): Promise<readonly string[]> {
    if ((await this.#server.tableOf('_sync_states')) === undefined) return [];
    const found = await this.#server.query(
      `SELECT "connector" FROM ${this.#server.at('_sync_states')} FINAL WHERE "resource" = {p1:String}`,
      [name],
    );
    return found.map(({ connector }) => String(connector));
  }

  /** Says that a table is ours, before it is made: without a mark it would be a stranger's. */
  async mark(name: string, mode: WriteMode): Promise<void> {
    if (!(await this.makersOf(name)).includes('github-issues')) await this.save(name, beginning(mode), this.next());
  }

  async saveRun(run: SyncRun): Promise<void> {
    await this.make();
    const at = this.#server.at('_sync_runs');
    const types = { text: 'String', time: "DateTime64(3, 'UTC')", number: 'Float64', integer: 'Nullable(Int64)' };
    await this.#server.run(`${createRuns(at, types)} ENGINE = MergeTree ORDER BY ("connector", "started_at")`);
    const { sql, values } = insertRun(at, run, parameter);
    await this.#server.run(sql, values);
  }

  async runs(): Promise<readonly SyncRun[]> {
    if ((await this.#server.tableOf('_sync_runs')) === undefined) return [];
    return (await this.#server.query(selectRuns(this.#server.at('_sync_runs'), parameter), ['github-issues']))
      .map(runOf)
      .reverse();
  }
}

/** The n-th parameter of a statement. */
function parameter(n: number): string {
  return `{p${n}:String}`;
}
