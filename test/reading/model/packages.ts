import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { filesFrom } from '../../support/generate.js';
import { filesOf } from '../../support/packages.js';
import { withPackages, writeFiles } from '../../support/vitest-run.js';
import type { Open, Reader } from './play.js';
import type { ModelSpec } from './spec-parts.js';

/** The packages of specs, made and loaded; and why those that `generate` refuses are refused. */
export interface Packages {
  readonly open: Open;
  readonly refused: ReadonlyMap<string, string>;
}

type Client = new (options: object) => Readonly<Record<string, Reader>>;

/** So many specs share a package, each a resource of it, where nothing keeps them apart. */
const TOGETHER = 8;

/** Specs that are `alone` have a package of their own, whatever becomes of it. */
export function loadPackages(specs: readonly ModelSpec[], alone: readonly string[]): Promise<Packages> {
  return withPackages(async (folder) => {
    const refused = new Map<string, string>();
    const made: (readonly [folder: string, specs: readonly ModelSpec[]])[] = [];
    for (const [index, group] of grouped(specs, alone).entries()) {
      try {
        const texts = await filesFrom('model.yaml', specText(group));
        const sources = Object.entries(texts).filter(([path]) => path.startsWith('src/'));
        await writeFiles(join(folder, String(index)), filesOf(Object.fromEntries(sources)));
        made.push([String(index), group]);
      } catch (error) {
        for (const { name } of group) refused.set(name, String(error));
      }
    }
    const outdir = join(folder, 'bundles');
    const entryPoints = made.map(([name]) => ({ in: join(folder, name, 'src/index.ts'), out: name }));
    await build({ entryPoints, outdir, outExtension: { '.js': '.mjs' }, bundle: true, format: 'esm', platform: 'node' });
    const readers = new Map<string, (options: object) => Reader>();
    for (const [name, group] of made) {
      const { ModelClient: Client } = (await import(pathToFileURL(join(outdir, `${name}.mjs`)).href)) as { readonly ModelClient: unknown };
      if (!isClient(Client)) throw new Error('the package exports no client');
      for (const [index, spec] of group.entries()) readers.set(spec.name, (options) => readerOf(new Client(options)[resourceName(index)]));
    }
    return {
      refused,
      open: (name, options) => {
        const reader = readers.get(name);
        if (reader === undefined) throw new Error(`no package of ${name}: ${refused.get(name) ?? 'no such spec'}`);
        return reader(options);
      },
    };
  });
}

/** The text of a spec with a resource for each; JSON is YAML. */
function specText(group: readonly ModelSpec[]): string {
  const parents = {
    name: 'parents',
    endpoint: { path: '/parents', data_selector: 'items', paginator: { type: 'offset', limit: 2 } },
    fields: { id: 'string' },
  };
  const config = Object.assign({}, ...group.map((each) => each.config)) as object;
  return JSON.stringify({
    name: 'model',
    client: { base_url: 'https://model.example/api' },
    ...(Object.keys(config).length === 0 ? {} : { config }),
    resources: [
      ...(group.some(({ partitions }) => partitions === 'parents') ? [parents] : []),
      ...group.map(({ resource }, index) => ({ name: resourceName(index), ...resource })),
    ],
  });
}

function grouped(specs: readonly ModelSpec[], alone: readonly string[]): readonly (readonly ModelSpec[])[] {
  const isAlone = ({ name, kin, config }: ModelSpec): boolean => alone.includes(name) || kin.length > 0 || Object.keys(config).length > 0;
  const groups = specs.filter(isAlone).map((spec) => [spec]);
  const rest = specs.filter((spec) => !isAlone(spec));
  for (let at = 0; at < rest.length; at += TOGETHER) groups.push(rest.slice(at, at + TOGETHER));
  return groups;
}

/** States name their resource: specs that follow each other have the same. */
function resourceName(index: number): string {
  return index === 0 ? 'things' : `things${index}`;
}

function readerOf(reader: Reader | undefined): Reader {
  if (reader === undefined) throw new Error('the client has no such resource');
  return reader;
}

function isClient(value: unknown): value is Client {
  return typeof value === 'function';
}
