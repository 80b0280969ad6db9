// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { AnalyticsClient } from '../../client.ts';
import type { Cohort } from '../../records/cohort.ts';
import type { CohortsState } from '../../resources/cohorts.ts';
import { jsonText } from '../json-text.ts';
import type { ReadOptions, Row, RowPage, Table } from '../table.ts';
import { instant, utc } from '../times.ts';

/**
 * The table 'cohorts'.
 *
 * A named group of users.
 */
export const cohortsTable: Table = {
  name: 'cohorts',
  description: 'A named group of users.',
  mode: 'merge',
  key: ['id'],
  incremental: false,
  selected: true,
  columns: ['id', 'name', 'description', 'size', 'owner', 'is_visible', 'created_at'],
  kinds: ['integer', 'text', 'text', 'integer', 'json', 'boolean', 'instant'],
  messages: { fields: { created_at: utc } },
  startOf: () => null,
  cursor: [],
  streamSchema: 'schemas/streams/cohorts.json',
  duckdb: {
    create: (table) => `
  CREATE TABLE IF NOT EXISTS ${table} (
    "id" BIGINT NOT NULL,
    "name" VARCHAR,
    "description" VARCHAR,
    "size" BIGINT,
    "owner" STRUCT("id" BIGINT, "email" VARCHAR),
    "is_visible" BOOLEAN,
    "created_at" TIMESTAMPTZ
  )`,
    stage: `
  CREATE OR REPLACE TEMP TABLE "_sync_rows" (
    "id" DOUBLE,
    "name" VARCHAR,
    "description" VARCHAR,
    "size" DOUBLE,
    "owner" VARCHAR,
    "is_visible" BOOLEAN,
    "created_at" VARCHAR
  )`,
    write: (table) => [
      `
  DELETE FROM ${table} USING temp."_sync_rows" AS rows
  WHERE ${table}."id" = rows."id"::BIGINT`,
      `
  INSERT INTO ${table} ("id", "name", "description", "size", "owner", "is_visible", "created_at")
  SELECT
    "id"::BIGINT,
    "name",
    "description",
    "size"::BIGINT,
    from_json("owner", '"STRUCT(\\"id\\" BIGINT, \\"email\\" VARCHAR)"'),
    "is_visible",
    "created_at"::TIMESTAMPTZ
  FROM temp."_sync_rows"`,
    ],
  },
  pages,
};

async function* pages(client: AnalyticsClient, options: ReadOptions): AsyncGenerator<RowPage, void, undefined> {
  const state = options.state as CohortsState | undefined; // as it was saved; `pages` checks it
  for await (const { records, state: after, ...notes } of client.cohorts.pages({
    state,
    signal: options.signal,
    forgotten: options.forgotten,
  })) {
    yield { records, rows: records.map(rowOf), state: after, complete: after.next === null, notes };
  }
}

function rowOf(cohort: Cohort): Row {
  return [
    cohort.id,
    cohort.name,
    cohort.description,
    cohort.size,
    jsonText(cohort.owner),
    cohort.is_visible,
    instant(cohort.created_at),
  ];
}
