// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { changeOf } from './duckdb-types.ts';
import type { Columns, FileColumns } from './parquet-rows.ts';
import { growthOf, type PresentColumn } from './present-tables.ts';
import type { Table } from './table.ts';

/** Why files of a table with these columns cannot lie beside those that are there: no type would hold the values of both. */
export function fileMisfits(table: Table, place: string, before: Columns, now: Columns): readonly string[] {
  return growthOf(table, place, asPresent(now), asPresent(before), change).misfits;
}

/** The columns of all files, where those of a new version of the package come to others. */
export function joinedColumns(before: FileColumns | undefined, now: FileColumns): FileColumns {
  return {
    ...before,
    ...Object.fromEntries(Object.entries(now).map(([table, columns]) => [table, { ...before?.[table], ...columns }])),
  };
}

/** Whoever reads all files by the names of their columns gets the wider type of each. Texts beside JSON would be taken for it. */
function change(column: string, before: string | undefined, wanted: string): string | undefined {
  return before !== undefined && wanted === 'JSON' ? undefined : changeOf(column, before, wanted);
}

function asPresent(columns: Columns): ReadonlyMap<string, PresentColumn> {
  return new Map(Object.entries(columns).map(([name, type]) => [name, { type, isRequired: false }]));
}
