// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { randomUUID } from 'node:crypto';
import type { ClickhouseServer, InsertedColumn } from './clickhouse-server.ts';
import { quoted, SyncError } from './destination.ts';
import { digestOf } from './joined-state.ts';

/**
 * What units of split reads have written: rows of a table beside that of their resource, `<table>__run_<run>`. Rows of a batch have the
 * same `_sync_piece`. A piece is called `<table>/<piece>/<rows>`.
 */
export class ClickhousePieces {
  readonly #server: ClickhouseServer;

  constructor(server: ClickhouseServer) {
    this.#server = server;
  }

  async put(
    run: string,
    table: string,
    columns: readonly InsertedColumn[],
    lines: readonly string[],
  ): Promise<readonly string[]> {
    if (lines.length === 0) return [];
    const place = placeOf(run, table);
    const piece = randomUUID();
    const all = [...columns, { name: '_sync_piece', type: 'String' }];
    await this.#server.run(
      `CREATE TABLE IF NOT EXISTS ${this.#server.at(place)} (${all.map(({ name, type }) => `${quoted(name)} ${type}`).join(', ')}) ENGINE = MergeTree ORDER BY "_sync_piece"`,
    );
    await this.#server.insert(
      place,
      all,
      lines.map((line) => `${line}\t${piece}`),
    );
    return [`${place}/${piece}/${lines.length}`];
  }

  /** Writes the rows of a piece to a table, as of this version. */
  async copy(name: string, to: string, columns: readonly InsertedColumn[], version: number): Promise<void> {
    const [, place = '', piece = '', rows] = /^(.*)\/([\da-f-]+)\/(\d+)$/.exec(name) ?? [];
    const from = `FROM ${this.#server.at(place)} WHERE "_sync_piece" = {p1:String}`;
    const [found] = await this.#server.query(`SELECT count() AS rows ${from}`, [piece]);
    if (Number(found?.['rows']) !== Number(rows))
      throw new SyncError(
        'state',
        `${place} has ${String(found?.['rows'])} rows of a unit that has written ${rows}; nothing of it was brought into ${to}`,
      );
    const names = columns.map((column) => quoted(column.name));
    const values = columns.map((column) => (column.name === '_sync_version' ? String(version) : quoted(column.name)));
    await this.#server.run(
      `INSERT INTO ${this.#server.at(to)} (${names.join(', ')}) SELECT ${values.join(', ')} ${from}`,
      [piece],
    );
  }

  async drop(run: string, table: string): Promise<void> {
    await this.#server.run(`DROP TABLE IF EXISTS ${this.#server.at(placeOf(run, table))}`);
  }
}

function placeOf(run: string, table: string): string {
  return `${table.slice(0, 40)}__run_${digestOf([run, table])}`;
}
