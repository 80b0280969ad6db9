// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { SyncError, targetOf, type SavedState } from './destination.ts';
import { isObject, parseJsonText } from './json-file.ts';
import type { MysqlDatabase } from './mysql-database.ts';
import type { SqlStates } from './sql-states.ts';
import type { Apart } from './unit-tables.ts';

/** Tables that take the place of others. A change of a name commits by itself in MySQL: each is made so that the next run finds its way from there. */
export class MysqlSwaps {
  readonly #database: MysqlDatabase;
  readonly #states: SqlStates;

  constructor(database: MysqlDatabase, states: SqlStates) {
    this.#database = database;
    this.#states = states;
  }

  /** Gives the rows that were gathered beside a table the name, if they are whole: all names change at once. */
  async finish(names: readonly string[]): Promise<void> {
    const [name = ''] = names;
    const saved = await this.wholeBeside(name);
    if (saved === undefined) return;
    const moves: string[] = [];
    for (const each of names) {
      const target = targetOf(each, 'replace');
      if ((await this.#database.kindOf(target)) === undefined) continue;
      const old = `${each}__old`;
      await this.#dropOld(old);
      const isThere = (await this.#database.kindOf(each)) !== undefined;
      if (isThere) await this.#states.mark(old, 'replace');
      if (isThere) moves.push(`${this.#database.at(each)} TO ${this.#database.at(old)}`);
      moves.push(`${this.#database.at(target)} TO ${this.#database.at(each)}`);
    }
    if (moves.length > 0) await this.#database.query(`RENAME TABLE ${moves.join(', ')}`);
    const { swap: _, ...state } = saved;
    await this.#database.transaction(async () => {
      await this.#states.save(name, state);
      for (const each of names) await this.#states.unmark(targetOf(each, 'replace'));
    });
    for (const each of names) await this.#dropOld(`${each}__old`);
  }

  /** The state of rows that are whole and stand beside their table. */
  async wholeBeside(name: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    const target = targetOf(name, 'replace');
    const text = await this.#states.saved(target);
    const saved = text === undefined ? undefined : parseJsonText(text, `MySQL, ${target}`, 'state');
    return isObject(saved) && saved['swap'] === true ? saved : undefined;
  }

  /** Drops the table that another one has taken the place of, if it is ours. */
  async #dropOld(name: string): Promise<void> {
    if ((await this.#database.kindOf(name)) === undefined) return;
    if (!(await this.#states.makersOf(name)).includes('github-issues')) {
      throw new SyncError(
        'foreign',
        `MySQL, database ${this.#database.database}: the table ${name} is in the way, and was not made by this connector`,
      );
    }
    await this.#database.query(`DROP TABLE ${this.#database.at(name)}`);
    await this.#states.unmark(name);
  }

  /** Gives a table the rows of another one, and saves the state. One that is gone already was swapped in. */
  async take(names: readonly string[], from: Apart, saved: SavedState): Promise<void> {
    const moves: string[] = [];
    for (const name of names) {
      if ((await this.#database.kindOf(from(name))) === undefined) continue;
      const old = `${name}__old`;
      await this.#dropOld(old);
      const isThere = (await this.#database.kindOf(name)) !== undefined;
      if (isThere) await this.#states.mark(old, 'replace');
      if (isThere) moves.push(`${this.#database.at(name)} TO ${this.#database.at(old)}`);
      moves.push(`${this.#database.at(from(name))} TO ${this.#database.at(name)}`);
    }
    if (moves.length > 0) await this.#database.query(`RENAME TABLE ${moves.join(', ')}`);
    await this.#database.transaction(() => this.#states.save(names[0] ?? '', saved));
    for (const name of names) await this.#dropOld(`${name}__old`);
  }
}
