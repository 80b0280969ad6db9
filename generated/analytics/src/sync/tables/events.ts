// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { AnalyticsClient } from '../../client.ts';
import type { Event } from '../../records/event.ts';
import type { EventsState } from '../../resources/events.ts';
import { jsonText } from '../json-text.ts';
import type { ReadOptions, Row, RowPage, Table } from '../table.ts';
import { instant, utc } from '../times.ts';

/**
 * The table 'events'.
 *
 * Every tracked event.
 */
export const eventsTable: Table = {
  name: 'events',
  description: 'Every tracked event.',
  mode: 'merge',
  key: ['id'],
  incremental: true,
  selected: true,
  columns: ['id', 'name', 'customer_id', 'timestamp', 'plan', 'properties'],
  kinds: ['text', 'text', 'text', 'instant', 'text', 'json'],
  messages: { fields: { timestamp: utc } },
  startOf: (state) => (state as Partial<EventsState>).cursor?.start ?? null,
  cursor: ['timestamp'],
  streamSchema: 'schemas/streams/events.json',
  duckdb: {
    create: (table) => `
  CREATE TABLE IF NOT EXISTS ${table} (
    "id" VARCHAR NOT NULL,
    "name" VARCHAR,
    "customer_id" VARCHAR,
    "timestamp" TIMESTAMPTZ,
    "plan" VARCHAR,
    "properties" MAP(VARCHAR, JSON)
  )`,
    stage: `
  CREATE OR REPLACE TEMP TABLE "_sync_rows" (
    "id" VARCHAR,
    "name" VARCHAR,
    "customer_id" VARCHAR,
    "timestamp" VARCHAR,
    "plan" VARCHAR,
    "properties" VARCHAR
  )`,
    write: (table) => [
      `
  DELETE FROM ${table} USING temp."_sync_rows" AS rows
  WHERE ${table}."id" = rows."id"`,
      `
  INSERT INTO ${table} ("id", "name", "customer_id", "timestamp", "plan", "properties")
  SELECT
    "id",
    "name",
    "customer_id",
    "timestamp"::TIMESTAMPTZ,
    "plan",
    from_json("properties", '"MAP(VARCHAR, JSON)"')
  FROM temp."_sync_rows"`,
    ],
  },
  pages,
};

async function* pages(client: AnalyticsClient, options: ReadOptions): AsyncGenerator<RowPage, void, undefined> {
  const state = options.state as EventsState | undefined; // as it was saved; `pages` checks it
  for await (const { records, state: after, ...notes } of client.events.pages({
    state,
    signal: options.signal,
    forgotten: options.forgotten,
  })) {
    yield { records, rows: records.map(rowOf), state: after, complete: after.next === null, notes };
  }
}

function rowOf(event: Event): Row {
  return [event.id, event.name, event.customer_id, instant(event.timestamp), event.plan, jsonText(event.properties)];
}
