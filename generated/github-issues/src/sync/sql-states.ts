// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { beginning, parseSaved, type SavedState, type SyncRun } from './destination.ts';
import { createRuns, insertRun, runOf, selectRuns, type RunTypes } from './run-table.ts';
import type { WriteMode } from './table.ts';

/** A database in which states are kept. Parameters of queries are written `?`. */
export interface StateDatabase {
  query(sql: string, values?: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** The name of a table for SQL, with its schema. */
  at(name: string): string;
  /** What has that name: a table, a view, …; undefined: nothing. */
  kindOf(name: string): Promise<string | undefined>;
}

/** What each database says in its own way. */
export interface StateWords {
  /** What messages call it: `Postgres`. */
  readonly name: string;
  /** The column `saved` as text. */
  readonly saved: string;
  /** The time of the statement. */
  readonly now: string;
  /** "INSERT INTO", such that a row that is there is left alone: what stands before and after. None: rows of the table have no key. */
  readonly insertNew?: readonly [before: string, after: string];
  /** What follows an `INSERT` that takes the place of the row that is there. */
  readonly replacing?: string;
  readonly runs: RunTypes;
}

/**
 * The table `_sync_states`: where each table stands, for all connectors that write to the same schema; a row also marks a table as ours.
 * Beside it is `_sync_runs`, which says what runs did.
 */
export class SqlStates {
  readonly #database: StateDatabase;
  readonly #words: StateWords;

  constructor(database: StateDatabase, words: StateWords) {
    this.#database = database;
    this.#words = words;
  }

  /** The connectors that have made what has that name. */
  async makersOf(name: string): Promise<readonly string[]> {
    if ((await this.#database.kindOf('_sync_states')) === undefined) return [];
    const found = await this.#database.query(`SELECT "connector" FROM ${this.#states} WHERE "resource" = ?`, [name]);
    return found.map(({ connector }) => String(connector));
  }

  async load(name: string): Promise<SavedState | undefined> {
    const saved = await this.saved(name);
    return saved === undefined ? undefined : parseSaved(saved, `${this.#words.name}, ${name}`);
  }

  /** The text of a state, or of a mark. */
  async saved(name: string): Promise<string | undefined> {
    if ((await this.#database.kindOf('_sync_states')) === undefined) return undefined;
    const [found] = await this.#database.query(
      `SELECT ${this.#words.saved} AS saved FROM ${this.#states} WHERE "connector" = ? AND "resource" = ?`,
      ['github-issues', name],
    );
    const saved = found?.['saved'];
    return typeof saved === 'string' ? saved : undefined;
  }

  async save(name: string, saved: object): Promise<void> {
    const { replacing } = this.#words;
    if (replacing === undefined) await this.unmark(name);
    await this.#insert('INSERT INTO', name, saved, replacing ?? '');
  }

  /** Says that a table is ours, before it has rows. */
  async mark(name: string, mode: WriteMode): Promise<void> {
    const { insertNew } = this.#words;
    if (insertNew !== undefined) return this.#insert(insertNew[0], name, beginning(mode), insertNew[1]);
    if (!(await this.makersOf(name)).includes('github-issues'))
      await this.#insert('INSERT INTO', name, beginning(mode), '');
  }

  async unmark(name: string): Promise<void> {
    await this.#database.query(`DELETE FROM ${this.#states} WHERE "connector" = ? AND "resource" = ?`, [
      'github-issues',
      name,
    ]);
  }

  async saveRun(run: SyncRun): Promise<void> {
    await this.#database.query(createRuns(this.#runs, this.#words.runs));
    const { sql, values } = insertRun(this.#runs, run, () => '?');
    await this.#database.query(sql, values);
  }

  async runs(): Promise<readonly SyncRun[]> {
    if ((await this.#database.kindOf('_sync_runs')) === undefined) return [];
    return (
      await this.#database.query(
        selectRuns(this.#runs, () => '?'),
        ['github-issues'],
      )
    )
      .map(runOf)
      .reverse();
  }

  async #insert(into: string, name: string, saved: object, after: string): Promise<void> {
    await this.#database.query(`${into} ${this.#states} VALUES (?, ?, ?, ${this.#words.now}) ${after}`, [
      'github-issues',
      name,
      JSON.stringify(saved),
    ]);
  }

  get #states(): string {
    return this.#database.at('_sync_states');
  }

  get #runs(): string {
    return this.#database.at('_sync_runs');
  }
}
