// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ShopClient } from '../../client.ts';
import type { Loose } from '../../records/loose.ts';
import type { LooseState } from '../../resources/loose.ts';
import { keyText } from '../cells.ts';
import { jsonText } from '../json-text.ts';
import type { ReadOptions, Row, RowPage, Table } from '../table.ts';

/** The table 'loose'. */
export const looseTable: Table = {
  name: 'loose',
  description: '',
  mode: 'merge',
  key: ['id'],
  incremental: false,
  selected: true,
  columns: ['id', 'record'],
  kinds: ['text', 'json'],
  deleted: { rows: 'hard', when: (record) => isGone(record as Loose) },
  sqlite: {
    create: (table) => `
  CREATE TABLE IF NOT EXISTS ${table} (
    "id" TEXT NOT NULL,
    "record" TEXT,
    PRIMARY KEY ("id")
  ) STRICT`,
    write: (table) => `
  INSERT INTO ${table} ("id", "record")
  VALUES (?, ?)
  ON CONFLICT ("id") DO UPDATE SET
    "record" = EXCLUDED."record"`,
    remove: (table) => `
  DELETE FROM ${table}
  WHERE "id" = ?`,
  },
  pages,
};

async function* pages(client: ShopClient, options: ReadOptions): AsyncGenerator<RowPage, void, undefined> {
  const state = options.state as LooseState | undefined; // as it was saved; `pages` checks it
  for await (const { records, state: after, ...notes } of client.loose.pages({ state, signal: options.signal })) {
    yield { records, rows: records.map(rowOf), state: after, complete: after.next === null, notes };
  }
}

function rowOf(loose: Loose): Row {
  return [keyText(loose['id']), jsonText(loose)];
}

/** Whether a record says that it is gone. */
function isGone(loose: Loose): boolean {
  return (loose['gone_at'] ?? null) !== null;
}
