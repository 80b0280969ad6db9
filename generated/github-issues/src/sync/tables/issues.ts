// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { GithubIssuesClient } from '../../client.ts';
import type { Issue } from '../../records/issue.ts';
import type { IssuesState } from '../../resources/issues.ts';
import { jsonText, type ReadOptions, type Row, type RowPage, type Table } from '../table.ts';

/**
 * The table 'issues'.
 *
 * An issue, or a pull request, which is an issue with code.
 */
export const issuesTable: Table = {
  name: 'issues',
  description: 'An issue, or a pull request, which is an issue with code.',
  mode: 'merge',
  key: ['id'],
  incremental: false,
  selected: true,
  columns: [
    'id',
    'node_id',
    'number',
    'title',
    'body',
    'state',
    'state_reason',
    'locked',
    'active_lock_reason',
    'user',
    'assignee',
    'assignees',
    'labels',
    'milestone',
    'comments',
    'reactions',
    'pull_request',
    'author_association',
    'html_url',
    'created_at',
    'updated_at',
    'closed_at',
  ],
  streamSchema: 'schemas/streams/issues.json',
  duckdb: {
    create: (table) => `
  CREATE TABLE IF NOT EXISTS ${table} (
    "id" BIGINT NOT NULL,
    "node_id" VARCHAR,
    "number" BIGINT,
    "title" VARCHAR,
    "body" VARCHAR,
    "state" VARCHAR,
    "state_reason" VARCHAR,
    "locked" BOOLEAN,
    "active_lock_reason" VARCHAR,
    "user" STRUCT("id" BIGINT, "node_id" VARCHAR, "login" VARCHAR, "type" VARCHAR, "site_admin" BOOLEAN, "avatar_url" VARCHAR, "html_url" VARCHAR),
    "assignee" STRUCT("id" BIGINT, "node_id" VARCHAR, "login" VARCHAR, "type" VARCHAR, "site_admin" BOOLEAN, "avatar_url" VARCHAR, "html_url" VARCHAR),
    "assignees" STRUCT("id" BIGINT, "node_id" VARCHAR, "login" VARCHAR, "type" VARCHAR, "site_admin" BOOLEAN, "avatar_url" VARCHAR, "html_url" VARCHAR)[],
    "labels" STRUCT("id" BIGINT, "name" VARCHAR, "color" VARCHAR, "description" VARCHAR)[],
    "milestone" STRUCT("id" BIGINT, "number" BIGINT, "title" VARCHAR, "due_on" TIMESTAMP WITH TIME ZONE),
    "comments" BIGINT,
    "reactions" STRUCT("total_count" BIGINT, "+1" BIGINT, "-1" BIGINT, "laugh" BIGINT, "hooray" BIGINT, "confused" BIGINT, "heart" BIGINT, "rocket" BIGINT, "eyes" BIGINT),
    "pull_request" STRUCT("html_url" VARCHAR, "merged_at" TIMESTAMP WITH TIME ZONE),
    "author_association" VARCHAR,
    "html_url" VARCHAR,
    "created_at" TIMESTAMPTZ,
    "updated_at" TIMESTAMPTZ,
    "closed_at" TIMESTAMPTZ
  )`,
    stage: `
  CREATE OR REPLACE TEMP TABLE "_sync_rows" (
    "id" DOUBLE,
    "node_id" VARCHAR,
    "number" DOUBLE,
    "title" VARCHAR,
    "body" VARCHAR,
    "state" VARCHAR,
    "state_reason" VARCHAR,
    "locked" BOOLEAN,
    "active_lock_reason" VARCHAR,
    "user" VARCHAR,
    "assignee" VARCHAR,
    "assignees" VARCHAR,
    "labels" VARCHAR,
    "milestone" VARCHAR,
    "comments" DOUBLE,
    "reactions" VARCHAR,
    "pull_request" VARCHAR,
    "author_association" VARCHAR,
    "html_url" VARCHAR,
    "created_at" VARCHAR,
    "updated_at" VARCHAR,
    "closed_at" VARCHAR
  )`,
    write: (table) => [
      `
  DELETE FROM ${table} USING temp."_sync_rows" AS rows
  WHERE ${table}."id" = rows."id"::BIGINT`,
      `
  INSERT INTO ${table} ("id", "node_id", "number", "title", "body", "state", "state_reason", "locked", "active_lock_reason", "user", "assignee", "assignees", "labels", "milestone", "comments", "reactions", "pull_request", "author_association", "html_url", "created_at", "updated_at", "closed_at")
  SELECT
    "id"::BIGINT,
    "node_id",
    "number"::BIGINT,
    "title",
    "body",
    "state",
    "state_reason",
    "locked",
    "active_lock_reason",
    from_json("user", '"STRUCT(\\"id\\" BIGINT, \\"node_id\\" VARCHAR, \\"login\\" VARCHAR, \\"type\\" VARCHAR, \\"site_admin\\" BOOLEAN, \\"avatar_url\\" VARCHAR, \\"html_url\\" VARCHAR)"'),
    from_json("assignee", '"STRUCT(\\"id\\" BIGINT, \\"node_id\\" VARCHAR, \\"login\\" VARCHAR, \\"type\\" VARCHAR, \\"site_admin\\" BOOLEAN, \\"avatar_url\\" VARCHAR, \\"html_url\\" VARCHAR)"'),
    from_json("assignees", '"STRUCT(\\"id\\" BIGINT, \\"node_id\\" VARCHAR, \\"login\\" VARCHAR, \\"type\\" VARCHAR, \\"site_admin\\" BOOLEAN, \\"avatar_url\\" VARCHAR, \\"html_url\\" VARCHAR)[]"'),
    from_json("labels", '"STRUCT(\\"id\\" BIGINT, \\"name\\" VARCHAR, \\"color\\" VARCHAR, \\"description\\" VARCHAR)[]"'),
    from_json("milestone", '"STRUCT(\\"id\\" BIGINT, \\"number\\" BIGINT, \\"title\\" VARCHAR, \\"due_on\\" TIMESTAMP WITH TIME ZONE)"'),
    "comments"::BIGINT,
    from_json("reactions", '"STRUCT(\\"total_count\\" BIGINT, \\"+1\\" BIGINT, \\"-1\\" BIGINT, \\"laugh\\" BIGINT, \\"hooray\\" BIGINT, \\"confused\\" BIGINT, \\"heart\\" BIGINT, \\"rocket\\" BIGINT, \\"eyes\\" BIGINT)"'),
    from_json("pull_request", '"STRUCT(\\"html_url\\" VARCHAR, \\"merged_at\\" TIMESTAMP WITH TIME ZONE)"'),
    "author_association",
    "html_url",
    "created_at"::TIMESTAMPTZ,
    "updated_at"::TIMESTAMPTZ,
    "closed_at"::TIMESTAMPTZ
  FROM temp."_sync_rows"`,
    ],
  },
  postgres: {
    create: (table) => `
  CREATE TABLE IF NOT EXISTS ${table} (
    "id" bigint NOT NULL,
    "node_id" text,
    "number" bigint,
    "title" text,
    "body" text,
    "state" text,
    "state_reason" text,
    "locked" boolean,
    "active_lock_reason" text,
    "user" jsonb,
    "assignee" jsonb,
    "assignees" jsonb,
    "labels" jsonb,
    "milestone" jsonb,
    "comments" bigint,
    "reactions" jsonb,
    "pull_request" jsonb,
    "author_association" text,
    "html_url" text,
    "created_at" timestamptz,
    "updated_at" timestamptz,
    "closed_at" timestamptz,
    PRIMARY KEY ("id")
  )`,
    stage: `
  CREATE TEMP TABLE "_sync_rows" (
    "id" bigint,
    "node_id" text,
    "number" bigint,
    "title" text,
    "body" text,
    "state" text,
    "state_reason" text,
    "locked" boolean,
    "active_lock_reason" text,
    "user" jsonb,
    "assignee" jsonb,
    "assignees" jsonb,
    "labels" jsonb,
    "milestone" jsonb,
    "comments" bigint,
    "reactions" jsonb,
    "pull_request" jsonb,
    "author_association" text,
    "html_url" text,
    "created_at" timestamptz,
    "updated_at" timestamptz,
    "closed_at" timestamptz
  ) ON COMMIT DROP`,
    write: (table) => `
  INSERT INTO ${table} ("id", "node_id", "number", "title", "body", "state", "state_reason", "locked", "active_lock_reason", "user", "assignee", "assignees", "labels", "milestone", "comments", "reactions", "pull_request", "author_association", "html_url", "created_at", "updated_at", "closed_at")
  SELECT
    "id",
    "node_id",
    "number",
    "title",
    "body",
    "state",
    "state_reason",
    "locked",
    "active_lock_reason",
    "user",
    "assignee",
    "assignees",
    "labels",
    "milestone",
    "comments",
    "reactions",
    "pull_request",
    "author_association",
    "html_url",
    "created_at",
    "updated_at",
    "closed_at"
  FROM pg_temp."_sync_rows"
  ON CONFLICT ("id") DO UPDATE SET
    "node_id" = EXCLUDED."node_id",
    "number" = EXCLUDED."number",
    "title" = EXCLUDED."title",
    "body" = EXCLUDED."body",
    "state" = EXCLUDED."state",
    "state_reason" = EXCLUDED."state_reason",
    "locked" = EXCLUDED."locked",
    "active_lock_reason" = EXCLUDED."active_lock_reason",
    "user" = EXCLUDED."user",
    "assignee" = EXCLUDED."assignee",
    "assignees" = EXCLUDED."assignees",
    "labels" = EXCLUDED."labels",
    "milestone" = EXCLUDED."milestone",
    "comments" = EXCLUDED."comments",
    "reactions" = EXCLUDED."reactions",
    "pull_request" = EXCLUDED."pull_request",
    "author_association" = EXCLUDED."author_association",
    "html_url" = EXCLUDED."html_url",
    "created_at" = EXCLUDED."created_at",
    "updated_at" = EXCLUDED."updated_at",
    "closed_at" = EXCLUDED."closed_at"`,
  },
  sqlite: {
    create: (table) => `
  CREATE TABLE IF NOT EXISTS ${table} (
    "id" INTEGER NOT NULL,
    "node_id" TEXT,
    "number" INTEGER,
    "title" TEXT,
    "body" TEXT,
    "state" TEXT,
    "state_reason" TEXT,
    "locked" INTEGER,
    "active_lock_reason" TEXT,
    "user" TEXT,
    "assignee" TEXT,
    "assignees" TEXT,
    "labels" TEXT,
    "milestone" TEXT,
    "comments" INTEGER,
    "reactions" TEXT,
    "pull_request" TEXT,
    "author_association" TEXT,
    "html_url" TEXT,
    "created_at" TEXT,
    "updated_at" TEXT,
    "closed_at" TEXT,
    PRIMARY KEY ("id")
  ) STRICT`,
    write: (table) => `
  INSERT INTO ${table} ("id", "node_id", "number", "title", "body", "state", "state_reason", "locked", "active_lock_reason", "user", "assignee", "assignees", "labels", "milestone", "comments", "reactions", "pull_request", "author_association", "html_url", "created_at", "updated_at", "closed_at")
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT ("id") DO UPDATE SET
    "node_id" = EXCLUDED."node_id",
    "number" = EXCLUDED."number",
    "title" = EXCLUDED."title",
    "body" = EXCLUDED."body",
    "state" = EXCLUDED."state",
    "state_reason" = EXCLUDED."state_reason",
    "locked" = EXCLUDED."locked",
    "active_lock_reason" = EXCLUDED."active_lock_reason",
    "user" = EXCLUDED."user",
    "assignee" = EXCLUDED."assignee",
    "assignees" = EXCLUDED."assignees",
    "labels" = EXCLUDED."labels",
    "milestone" = EXCLUDED."milestone",
    "comments" = EXCLUDED."comments",
    "reactions" = EXCLUDED."reactions",
    "pull_request" = EXCLUDED."pull_request",
    "author_association" = EXCLUDED."author_association",
    "html_url" = EXCLUDED."html_url",
    "created_at" = EXCLUDED."created_at",
    "updated_at" = EXCLUDED."updated_at",
    "closed_at" = EXCLUDED."closed_at"`,
  },
  pages,
};

async function* pages(client: GithubIssuesClient, options: ReadOptions): AsyncGenerator<RowPage, void, undefined> {
  const state = options.state as IssuesState | undefined; // as it was saved; `pages` checks it
  for await (const page of client.issues.pages({ state, signal: options.signal })) {
    yield {
      records: page.records,
      rows: page.records.map(rowOf),
      state: page.state,
      complete: page.state.next === null,
    };
  }
}

function rowOf(issue: Issue): Row {
  return [
    issue.id,
    issue.node_id,
    issue.number,
    issue.title,
    issue.body,
    issue.state,
    issue.state_reason,
    issue.locked,
    issue.active_lock_reason,
    jsonText(issue.user),
    jsonText(issue.assignee),
    jsonText(issue.assignees),
    jsonText(issue.labels),
    jsonText(issue.milestone),
    issue.comments,
    jsonText(issue.reactions),
    jsonText(issue.pull_request),
    issue.author_association,
    issue.html_url,
    issue.created_at,
    issue.updated_at,
    issue.closed_at,
  ];
}
