// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Order } from '../../records/order.ts';
import type { NestedTable, Row } from '../table.ts';

/** The tables of lists in records of 'orders': a row for each item. */
export const ordersLists: readonly NestedTable[] = [
  {
    name: 'orders__items',
    of: 'orders',
    key: ['_orders_id', '_index'],
    columns: ['_orders_id', '_index', 'sku'],
    kinds: ['integer', 'integer', 'text'],
    apart: ['taxes'],
    rowsOf: (record) => rowsOfItems1(record as Order),
    sqlite: {
      create: (table) => `
        CREATE TABLE IF NOT EXISTS ${table} (
          "_orders_id" INTEGER NOT NULL,
          "_index" INTEGER NOT NULL,
          "sku" TEXT,
          PRIMARY KEY ("_orders_id", "_index")
        ) STRICT`,
      write: (table) => `
        INSERT INTO ${table} ("_orders_id", "_index", "sku")
        VALUES (?, ?, ?)`,
      remove: (table) => `
        DELETE FROM ${table}
        WHERE "_orders_id" = ?`,
    },
  },
  {
    name: 'orders__items__taxes',
    of: 'orders',
    key: ['_orders_id', '_items_index', '_index'],
    columns: ['_orders_id', '_items_index', '_index', 'name', 'rate'],
    kinds: ['integer', 'integer', 'integer', 'text', 'number'],
    rowsOf: (record) => rowsOfItemsTaxes2(record as Order),
    sqlite: {
      create: (table) => `
        CREATE TABLE IF NOT EXISTS ${table} (
          "_orders_id" INTEGER NOT NULL,
          "_items_index" INTEGER NOT NULL,
          "_index" INTEGER NOT NULL,
          "name" TEXT,
          "rate" REAL,
          PRIMARY KEY ("_orders_id", "_items_index", "_index")
        ) STRICT`,
      write: (table) => `
        INSERT INTO ${table} ("_orders_id", "_items_index", "_index", "name", "rate")
        VALUES (?, ?, ?, ?, ?)`,
      remove: (table) => `
        DELETE FROM ${table}
        WHERE "_orders_id" = ?`,
    },
  },
];

function rowsOfItems1(order: Order): readonly Row[] {
  return (order.items ?? []).map((item, index) => [order.id, index, item.sku]);
}

function rowsOfItemsTaxes2(order: Order): readonly Row[] {
  return (order.items ?? []).flatMap((outer1, at1) =>
    (outer1.taxes ?? []).map((item, index) => [order.id, at1, index, item.name, item.rate]),
  );
}
