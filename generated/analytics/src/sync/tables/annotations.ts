// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { AnalyticsClient } from '../../client.ts';
import type { Annotation } from '../../records/annotation.ts';
import type { AnnotationsState } from '../../resources/annotations.ts';
import { jsonText } from '../json-text.ts';
import type { ReadOptions, Row, RowPage, Table } from '../table.ts';
import { instant, utc } from '../times.ts';

/**
 * The table 'annotations'.
 *
 * A note that somebody put on a chart.
 */
export const annotationsTable: Table = {
  name: 'annotations',
  description: 'A note that somebody put on a chart.',
  mode: 'merge',
  key: ['id'],
  incremental: false,
  selected: true,
  columns: ['id', 'date', 'text', 'author', 'tags', 'created_at'],
  kinds: ['integer', 'date', 'text', 'text', 'json', 'instant'],
  messages: { fields: { created_at: utc } },
  startOf: () => null,
  cursor: [],
  streamSchema: 'schemas/streams/annotations.json',
  duckdb: {
    create: (table) => `
  CREATE TABLE IF NOT EXISTS ${table} (
    "id" BIGINT NOT NULL,
    "date" DATE,
    "text" VARCHAR,
    "author" VARCHAR,
    "tags" VARCHAR[],
    "created_at" TIMESTAMPTZ
  )`,
    stage: `
  CREATE OR REPLACE TEMP TABLE "_sync_rows" (
    "id" DOUBLE,
    "date" VARCHAR,
    "text" VARCHAR,
    "author" VARCHAR,
    "tags" VARCHAR,
    "created_at" VARCHAR
  )`,
    write: (table) => [
      `
  DELETE FROM ${table} USING temp."_sync_rows" AS rows
  WHERE ${table}."id" = rows."id"::BIGINT`,
      `
  INSERT INTO ${table} ("id", "date", "text", "author", "tags", "created_at")
  SELECT
    "id"::BIGINT,
    "date"::DATE,
    "text",
    "author",
    from_json("tags", '"VARCHAR[]"'),
    "created_at"::TIMESTAMPTZ
  FROM temp."_sync_rows"`,
    ],
  },
  pages,
};

async function* pages(client: AnalyticsClient, options: ReadOptions): AsyncGenerator<RowPage, void, undefined> {
  const state = options.state as AnnotationsState | undefined; // as it was saved; `pages` checks it
  for await (const { records, state: after, ...notes } of client.annotations.pages({
    state,
    signal: options.signal,
    forgotten: options.forgotten,
  })) {
    yield { records, rows: records.map(rowOf), state: after, complete: after.next === null, notes };
  }
}

function rowOf(annotation: Annotation): Row {
  return [
    annotation.id,
    annotation.date,
    annotation.text,
    annotation.author,
    jsonText(annotation.tags),
    instant(annotation.created_at),
  ];
}
