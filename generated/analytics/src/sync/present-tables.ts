// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { SyncError, type DestinationOptions, type SavedState, type TablePlan } from './destination.ts';
import type { Table, WriteMode } from './table.ts';

/** What a destination knows of the tables, views or files in it. */
export interface Catalog {
  /** What messages call it: `analytics.duckdb`. */
  readonly place: string;
  /** What else can be said so that other names are taken: `--schema NAME or --prefix TEXT`. */
  readonly elsewhere: string;
  /** What a table is called in it. */
  nameOf(table: Table): string;
  /** Where its rows gather before they take the place of the others, if they do. */
  besideOf(table: Table, mode: WriteMode): string | undefined;
  /** What has that name: a table, a view, a file, …; undefined: nothing. */
  kindOf(name: string): Promise<string | undefined>;
  /** The connectors that have made it. */
  makersOf(name: string): Promise<readonly string[]>;
  load(table: Table): Promise<SavedState | undefined>;
  /** Whether a table that was made for rows with a key can never have two with the same. */
  readonly keepsKeys: boolean;
  /** Why the rows of a table cannot be written to the one of that name, even after columns were added. */
  misfitsOf(table: Table, name: string): Promise<readonly string[]>;
}

/**
 * Refuses what is not ours: tables that have the name of one of these and were not made by this connector, and those that
 * cannot hold its rows. Says everything at once, and changes nothing.
 */
export async function refuseOthers(
  catalog: Catalog,
  plans: readonly TablePlan[],
  { adopt = false }: DestinationOptions,
): Promise<void> {
  const foreign: string[] = [];
  const misfits: string[] = [];
  for (const { table, mode } of plans) {
    const name = catalog.nameOf(table);
    const kind = await catalog.kindOf(name);
    const makers = kind === undefined ? [] : await catalog.makersOf(name);
    const isOurs = makers.includes('analytics');
    if (kind !== undefined && !isOurs && !(adopt && kind === 'table'))
      foreign.push(`the ${kind} ${name} ${madeBy(makers)}`);
    else if (kind !== undefined && mode !== 'replace')
      misfits.push(...((await otherKey(catalog, table)) ?? (await catalog.misfitsOf(table, name))));
    foreign.push(...(await strangerBeside(catalog, table, mode)));
  }
  if (foreign.length > 0) {
    const way = `Write elsewhere, with ${catalog.elsewhere}; or take a table over as it is, with --adopt`;
    throw new SyncError(
      'foreign',
      `${catalog.place}: ${foreign.join('; ')}. Nothing was read, nothing changed. ${way}`,
    );
  }
  if (misfits.length > 0) throw new SyncError('narrowing', `${misfits.join('\n')}\nNothing was read, nothing changed`);
}

/** Rows that were told apart by another key would stay beside those to come, and so would those of lists that are columns now. */
async function otherKey(catalog: Catalog, table: Table): Promise<readonly string[] | undefined> {
  const saved = await catalog.load(table);
  const lists = (saved?.lists ?? []).filter((list) =>
    table.columns.some((column) => list === `${table.name}__${column}`),
  );
  if (lists.length > 0)
    return lists.map(
      (list) =>
        `${catalog.place}: ${list} has rows of a list that would now be a column of ${catalog.nameOf(table)}. Replace the table with: sync --full-refresh --resource ${table.name}, and drop ${list}`,
    );
  const before = saved?.key ?? [];
  const isSame = [...before].sort().join() === [...table.key].sort().join();
  if (isSame || before.length === 0 || (table.key.length === 0 && !catalog.keepsKeys)) return undefined;
  const now = table.key.length === 0 ? 'would now be appended' : `would now be by ${table.key.join(', ')}`;
  return [
    `${catalog.place}: rows of ${catalog.nameOf(table)} are told apart by ${before.join(', ')}, and ${now}. Replace the table with: sync --full-refresh --resource ${table.name}`,
  ];
}

/** The table that rows would gather in, if it is there and not from an interrupted run. */
async function strangerBeside(catalog: Catalog, table: Table, mode: WriteMode): Promise<readonly string[]> {
  const name = catalog.besideOf(table, mode);
  const kind = name === undefined ? undefined : await catalog.kindOf(name);
  if (name === undefined || kind === undefined) return [];
  const makers = await catalog.makersOf(name);
  if (makers.includes('analytics')) return [];
  const saved = await catalog.load(table);
  return saved?.mode === mode && !saved.complete ? [] : [`the ${kind} ${name} ${madeBy(makers)}`];
}

function madeBy(makers: readonly string[]): string {
  return makers.length === 0 ? 'was not made by this connector' : `was made by the connector ${makers.join(', ')}`;
}

/** A column that a table has. */
export interface PresentColumn {
  /** In the words of the database. */
  readonly type: string;
  /** Whether a row must have a value for it. */
  readonly isRequired: boolean;
}

/** How a table has to change for the rows that are to come. */
export interface Growth {
  /** What follows `ALTER TABLE …`. */
  readonly changes: readonly string[];
  /** Why there is no such change. */
  readonly misfits: readonly string[];
}

/**
 * Compares the columns of a table with those that it would have were it made now. `change` says how one becomes another, or
 * that it cannot.
 */
export function growthOf(
  table: Table,
  place: string,
  wanted: ReadonlyMap<string, PresentColumn>,
  present: ReadonlyMap<string, PresentColumn>,
  change: (column: string, before: string | undefined, type: string) => string | undefined,
): Growth {
  const changes: string[] = [];
  const misfits: string[] = [];
  for (const [column, { type }] of wanted) {
    const before = present.get(column)?.type;
    if (before === type) continue;
    const way = change(column, before, type);
    if (way !== undefined) changes.push(way);
    else {
      const text = `${place}: ${column} is ${before}, and would have to become ${type}, which cannot hold the same`;
      misfits.push(`${text}. Replace the table with: sync --full-refresh --resource ${table.name}`);
    }
  }
  for (const [column, { isRequired }] of present) {
    if (isRequired && !wanted.has(column)) misfits.push(`${place}: ${column} may not be null, and no field fills it`);
  }
  return { changes, misfits };
}
