// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

/** What `--help` prints. */
export const helpText: string = `Usage: github-issues-connector <command> [options]

Issues of a GitHub repository, from the REST API of GitHub.

Commands:
  sync                         Write resources to tables. What an interrupted run had written stays, and the next run goes on there.
  splits                       Print units of a read that can be read by themselves, on many machines: sync --split.
  read RESOURCE                Print the records of a resource, one JSON text a line.
  check                        Tell whether the credentials are accepted and the API can be reached.
  resources                    List what can be read.
  state show                   Print where each resource stands.
  state adopt                  Take states of another source, which are refused otherwise, for those of this one.
  spec, check, discover, read  With --config: the commands of an Airbyte source.

Options:
  --to DESTINATION   Where to: file.duckdb, postgres://host/database, file.sqlite, mysql://host/database, clickhouse://host/database, folder/ (ends in "/"), s3://bucket/folder/. Default: github-issues.duckdb.
  --format FORMAT    What a folder holds: jsonl (the default) or parquet.
  --format json      splits: print them as one JSON list.
  --resource NAME    Only this resource; may be given again.
  --full-refresh     Read everything from the start and replace the tables.
  --units N          splits: at most so many units of each resource.
  --run RUN          What the units of one read have in common: any name. With splits: they are kept, and stay the same.
  --split UNIT       sync: this unit alone, an id or its JSON. What is complete is not read again.
  --finish RUN       sync: when all units are complete, bring their rows into the tables, and the states forward.
  --abandon RUN      sync: drop what units have gathered; rows that were merged by their key stay.
  --coordinator URL  splits, sync: the database that keeps units where the destination has no transactions (clickhouse://host/database, folder/ (ends in "/"), s3://bucket/folder/): postgres://host/database, mysql://host/database.
  --schema NAME      The schema of a database to write to; it is made if it is not there.
  --prefix TEXT      What the names of all tables and files begin with.
  --adopt            Take over tables of the same name that this command did not make; they are refused otherwise.
  --unstorable WORD  What becomes of signs that the destination cannot hold: refuse (the default), or replace.
  --compact          After it, leave in files of JSON Lines one line for each key: the last.
  --state FILE       Keep states in this file, not in the destination. Not where rows are appended.
  --report FILE      sync: write what it did, and the runs before it, to this file: a page if it ends in .html, or JSON.
  --limit N          read: at most so many records.
  --env FILE         Read environment variables from this file too.
  --mode 640         Who may read what is written. Default: 600, only you.
  --json             Print JSON lines.
  --singer           Run as a Singer tap: --config, --catalog, --state, --discover, --about. As tap-… does.
  --airbyte          Run as an Airbyte source: spec, check, discover, read. As source-… does.

Environment:
  GITHUB_ISSUES_TOKEN             The access token, sent as \`Authorization: Bearer …\`. Required.
  GITHUB_ISSUES_OWNER             Account that owns the repository. Required.
  GITHUB_ISSUES_REPO              Name of the repository. Required.
  GITHUB_ISSUES_PAGE_SIZE         Issues in one page, 100 at most. Default: 100.
  GITHUB_ISSUES_BASE_URL          Where the API is. Default: https://api.github.com.
  GITHUB_ISSUES_ALLOW_PLAIN_HTTP  Whether credentials may go over plain http to another host than this computer. Optional.
  GITHUB_ISSUES_TO                What --to says, where it holds a password.
  GITHUB_ISSUES_COORDINATOR       What --coordinator says, where it holds a password.

Exit codes: 0 done, 2 usage or settings, 3 destination, 4 API or network, 5 state refused, 130 interrupted.
`;
