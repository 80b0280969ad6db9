// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { KeptClient } from '../../client.ts';
import type { Archived } from '../../records/archived.ts';
import type { ArchivedState } from '../../resources/archived.ts';
import type { ReadOptions, Row, RowPage, Table } from '../table.ts';

/** The table 'archived'. */
export const archivedTable: Table = {
  name: 'archived',
  description: '',
  mode: 'merge',
  key: ['id'],
  incremental: false,
  selected: true,
  offered: (client) => client.archived.isOffered,
  columns: ['id'],
  kinds: ['text'],
  streamSchema: 'schemas/streams/archived.json',
  sqlite: {
    create: (table) => `
  CREATE TABLE IF NOT EXISTS ${table} (
    "id" TEXT NOT NULL,
    PRIMARY KEY ("id")
  ) STRICT`,
    write: (table) => `
  INSERT INTO ${table} ("id")
  VALUES (?)
  ON CONFLICT ("id") DO NOTHING`,
  },
  pages,
};

async function* pages(client: KeptClient, options: ReadOptions): AsyncGenerator<RowPage, void, undefined> {
  const state = options.state as ArchivedState | undefined; // as it was saved; `pages` checks it
  for await (const { records, state: after, ...notes } of client.archived.pages({
    state,
    signal: options.signal,
    forgotten: options.forgotten,
  })) {
    yield { records, rows: records.map(rowOf), state: after, complete: after.next === null, notes };
  }
}

function rowOf(archived: Archived): Row {
  return [archived.id];
}
