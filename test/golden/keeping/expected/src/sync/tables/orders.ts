// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { ShopClient } from '../../client.ts';
import type { Order } from '../../records/order.ts';
import type { OrdersState } from '../../resources/orders.ts';
import { jsonText } from '../json-text.ts';
import type { ReadOptions, Row, RowPage, Table } from '../table.ts';
import { ordersLists } from './orders--lists.ts';

/** The table 'orders'. */
export const ordersTable: Table = {
  name: 'orders',
  description: '',
  mode: 'merge',
  key: ['id'],
  incremental: false,
  selected: true,
  columns: ['id', 'deleted', 'tags'],
  kinds: ['integer', 'boolean', 'json'],
  apart: ['items'],
  deleted: { rows: 'hard', when: (record) => isGone(record as Order) },
  lists: ordersLists,
  sqlite: {
    create: (table) => `
  CREATE TABLE IF NOT EXISTS ${table} (
    "id" INTEGER NOT NULL,
    "deleted" INTEGER,
    "tags" TEXT,
    PRIMARY KEY ("id")
  ) STRICT`,
    write: (table) => `
  INSERT INTO ${table} ("id", "deleted", "tags")
  VALUES (?, ?, ?)
  ON CONFLICT ("id") DO UPDATE SET
    "deleted" = EXCLUDED."deleted",
    "tags" = EXCLUDED."tags"`,
    remove: (table) => `
  DELETE FROM ${table}
  WHERE "id" = ?`,
  },
  pages,
};

async function* pages(client: ShopClient, options: ReadOptions): AsyncGenerator<RowPage, void, undefined> {
  const state = options.state as OrdersState | undefined; // as it was saved; `pages` checks it
  for await (const { records, state: after, ...notes } of client.orders.pages({ state, signal: options.signal })) {
    yield { records, rows: records.map(rowOf), state: after, complete: after.next === null, notes };
  }
}

function rowOf(order: Order): Row {
  return [order.id, order.deleted, jsonText(order.tags)];
}

/** Whether a record says that it is gone. */
function isGone(order: Order): boolean {
  return order.deleted === true;
}
