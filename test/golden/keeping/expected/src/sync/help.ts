// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** What `--help` prints. */
export const helpText: string = `Usage: shop-connector <command> [options]

A typed connector for the shop API.

Commands:
  sync           Write resources to tables. What an interrupted run had written stays, and the next run goes on there.
  read RESOURCE  Print the records of a resource, one JSON text a line.
  check          Tell whether the credentials are accepted and the API can be reached.
  resources      List what can be read.
  state show     Print where each resource stands.
  state adopt    Take states of another source, which are refused otherwise, for those of this one.

Options:
  --to DESTINATION   Where to: file.sqlite.
  --resource NAME    Only this resource; may be given again.
  --full-refresh     Read everything from the start and replace the tables.
  --schema NAME      The schema of a database to write to; it is made if it is not there.
  --prefix TEXT      What the names of all tables and files begin with.
  --adopt            Take over tables of the same name that this command did not make; they are refused otherwise.
  --unstorable WORD  What becomes of signs that the destination cannot hold: refuse (the default), or replace.
  --state FILE       Keep states in this file, not in the destination. Not where rows are appended.
  --report FILE      sync: write what it did, and the runs before it, to this file: a page if it ends in .html, or JSON.
  --limit N          read: at most so many records.
  --env FILE         Read environment variables from this file too.
  --mode 640         Who may read what is written. Default: 600, only you.
  --json             Print JSON lines.

Environment:
  SHOP_BASE_URL  Where the API is. Default: https://api.example.com.
  SHOP_TO        What --to says, where it holds a password.

Exit codes: 0 done, 2 usage or settings, 3 destination, 4 API or network, 5 state refused, 130 interrupted.
`;
