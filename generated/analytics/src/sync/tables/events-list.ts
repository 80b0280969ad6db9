// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { AnalyticsClient } from '../../client.ts';
import type { EventsList } from '../../records/events-list.ts';
import type { EventsListState } from '../../resources/events-list.ts';
import type { ReadOptions, Row, RowPage, Table } from '../table.ts';

/**
 * The table 'events_list'.
 *
 * A kind of event that can be tracked.
 */
export const eventsListTable: Table = {
  name: 'events_list',
  description: 'A kind of event that can be tracked.',
  mode: 'merge',
  key: ['id'],
  incremental: false,
  selected: true,
  columns: ['id', 'name', 'display_name', 'total', 'is_deleted'],
  kinds: ['text', 'text', 'text', 'integer', 'boolean'],
  startOf: () => null,
  cursor: [],
  streamSchema: 'schemas/streams/events-list.json',
  duckdb: {
    create: (table) => `
  CREATE TABLE IF NOT EXISTS ${table} (
    "id" VARCHAR NOT NULL,
    "name" VARCHAR,
    "display_name" VARCHAR,
    "total" BIGINT,
    "is_deleted" BOOLEAN
  )`,
    stage: `
  CREATE OR REPLACE TEMP TABLE "_sync_rows" (
    "id" VARCHAR,
    "name" VARCHAR,
    "display_name" VARCHAR,
    "total" DOUBLE,
    "is_deleted" BOOLEAN
  )`,
    write: (table) => [
      `
  DELETE FROM ${table} USING temp."_sync_rows" AS rows
  WHERE ${table}."id" = rows."id"`,
      `
  INSERT INTO ${table} ("id", "name", "display_name", "total", "is_deleted")
  SELECT
    "id",
    "name",
    "display_name",
    "total"::BIGINT,
    "is_deleted"
  FROM temp."_sync_rows"`,
    ],
  },
  pages,
};

async function* pages(client: AnalyticsClient, options: ReadOptions): AsyncGenerator<RowPage, void, undefined> {
  const state = options.state as EventsListState | undefined; // as it was saved; `pages` checks it
  for await (const { records, state: after, ...notes } of client.eventsList.pages({
    state,
    signal: options.signal,
    forgotten: options.forgotten,
  })) {
    yield { records, rows: records.map(rowOf), state: after, complete: after.next === null, notes };
  }
}

function rowOf(eventsList: EventsList): Row {
  return [eventsList.id, eventsList.name, eventsList.display_name, eventsList.total, eventsList.is_deleted];
}
