import type { Destination, DestinationOptions, Table } from '../../../generated/github-issues/src/sync/index.ts';
import { destinations } from '../../../generator/sync/destinations/index.js';

/** What tests know of one kind of destination: `test/sync/destinations/<name>.ts` has one, or several, for each of the registry. */
export interface Harness {
  /** "DuckDB" */
  readonly name: string;
  /** Whether `--schema` means something to it. */
  readonly hasSchemas: boolean;
  /** A new place with nothing in it. */
  place(): Promise<Place>;
  /** Ends what was started for it. */
  stop(): Promise<void>;
}

/** A database, or a folder. */
export interface Place {
  /** What `--to` says. */
  readonly to: string;
  /** What `--format` says, where it says something. */
  readonly format?: string;
  /** What the environment of the command says besides. */
  readonly env?: Readonly<Record<string, string>>;
  open(options?: DestinationOptions): Promise<Destination>;
  /** Makes a table, or a file, of that name that no connector made; in it, one row: `MINE`. */
  makeForeign(name: string): Promise<void>;
  /** Lets the next run in, where a killed one keeps others out for a while. */
  unlock?(): Promise<void>;
  /** Everything that is in it. */
  snapshot(): Promise<unknown>;
  /** Rows of a table, ordered by its `id`: each value as the database, or the file, writes it; bytes in hexadecimal. */
  texts(table: string, columns: readonly TextColumn[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Rows of a table, of these columns, ordered by the first: values as another program reads them. */
  rows(table: string, columns: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export interface TextColumn {
  readonly name: string;
  readonly kind: Table['kinds'][number];
}

/** The harnesses of every destination in the registry. */
export async function harnesses(): Promise<readonly Harness[]> {
  const loaded = await Promise.all(
    destinations.map(async ({ name }) => (await import(`../destinations/${name}.ts`)) as { readonly harnesses: readonly Harness[] }),
  );
  return loaded.flatMap((each) => each.harnesses);
}

/** Whether it writes JSON Lines, which have the records as they came. */
export function isLines({ name }: Harness): boolean {
  return name.startsWith('JSON Lines');
}
