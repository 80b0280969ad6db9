import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nameOf } from '../../../generator/names.js';

type Rows = Readonly<Record<string, readonly unknown[]>>;

/** What reading a resource came to. */
export interface Read {
  readonly rows: Rows;
  /** By resource: what it failed with. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Reads every resource of a generated package to its end; those that have a state, from there on. */
export async function readPackage(
  folder: string,
  resources: readonly string[],
  options: Readonly<Record<string, unknown>>,
  states: Readonly<Record<string, unknown>> = {},
): Promise<Read> {
  const bundle = join(folder, `bundle-${process.hrtime.bigint()}.mjs`);
  await build({
    entryPoints: [join(folder, 'src/index.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  const loaded = (await import(pathToFileURL(bundle).href)) as Readonly<Record<string, unknown>>;
  rmSync(bundle);
  const [, Client] = Object.entries(loaded).find(([name, value]) => /Client$/.test(name) && typeof value === 'function') ?? [];
  const client = new (Client as new (given: object) => Readonly<Record<string, { list(from: object): AsyncIterable<unknown> }>>)(options);
  const rows: Record<string, unknown[]> = {};
  const errors: Record<string, string> = {};
  for (const resource of resources) {
    const found: unknown[] = [];
    rows[resource] = found;
    try {
      for await (const row of client[nameOf(resource).camel]?.list({ state: states[resource] }) ?? []) found.push(row);
    } catch (error) {
      errors[resource] = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  }
  return { rows, errors };
}
