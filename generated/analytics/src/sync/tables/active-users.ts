// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { AnalyticsClient } from '../../client.ts';
import type { ActiveUser } from '../../records/active-user.ts';
import type { ActiveUsersState } from '../../resources/active-users.ts';
import type { ReadOptions, Row, RowPage, Table } from '../table.ts';

/**
 * The table 'active_users'.
 *
 * How many people used the product on one day.
 */
export const activeUsersTable: Table = {
  name: 'active_users',
  description: 'How many people used the product on one day.',
  mode: 'merge',
  key: ['id'],
  incremental: false,
  selected: true,
  columns: ['id', 'date', 'users', 'new_users', 'platform'],
  kinds: ['text', 'date', 'integer', 'integer', 'text'],
  startOf: () => null,
  cursor: [],
  streamSchema: 'schemas/streams/active-users.json',
  duckdb: {
    create: (table) => `
  CREATE TABLE IF NOT EXISTS ${table} (
    "id" VARCHAR NOT NULL,
    "date" DATE,
    "users" BIGINT,
    "new_users" BIGINT,
    "platform" VARCHAR
  )`,
    stage: `
  CREATE OR REPLACE TEMP TABLE "_sync_rows" (
    "id" VARCHAR,
    "date" VARCHAR,
    "users" DOUBLE,
    "new_users" DOUBLE,
    "platform" VARCHAR
  )`,
    write: (table) => [
      `
  DELETE FROM ${table} USING temp."_sync_rows" AS rows
  WHERE ${table}."id" = rows."id"`,
      `
  INSERT INTO ${table} ("id", "date", "users", "new_users", "platform")
  SELECT
    "id",
    "date"::DATE,
    "users"::BIGINT,
    "new_users"::BIGINT,
    "platform"
  FROM temp."_sync_rows"`,
    ],
  },
  pages,
};

async function* pages(client: AnalyticsClient, options: ReadOptions): AsyncGenerator<RowPage, void, undefined> {
  const state = options.state as ActiveUsersState | undefined; // as it was saved; `pages` checks it
  for await (const { records, state: after, ...notes } of client.activeUsers.pages({
    state,
    signal: options.signal,
    forgotten: options.forgotten,
  })) {
    yield { records, rows: records.map(rowOf), state: after, complete: after.next === null, notes };
  }
}

function rowOf(activeUser: ActiveUser): Row {
  return [activeUser.id, activeUser.date, activeUser.users, activeUser.new_users, activeUser.platform];
}
