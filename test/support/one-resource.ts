import { filesFrom } from './generate.js';
import { importPackage } from './import-package.js';

export interface ReadPage {
  readonly records: readonly { readonly id: number | string }[];
  readonly state: { readonly next: unknown };
}

export interface Resource {
  pages(options?: { readonly state?: unknown; readonly signal?: AbortSignal }): AsyncGenerator<ReadPage, void, undefined>;
}

/** What a read gave, and what ended it. */
export interface Outcome {
  readonly ids: readonly (number | string)[];
  readonly error: unknown;
}

/** The package of a spec with one resource `things`: makes clients whose waits take no time. */
export async function oneResource(
  origin: string,
  endpoint: object,
  client: object = {},
  resource: object = {},
  document: object = {},
): Promise<(options?: object) => Resource> {
  const spec = {
    name: 'one',
    ...document,
    client: { base_url: origin, ...client },
    resources: [
      { name: 'things', primary_key: 'id', fields: { id: 'integer' }, endpoint: { data_selector: 'items', ...endpoint }, ...resource },
    ],
  };
  const { OneClient: Client } = await importPackage(await filesFrom('one.yaml', JSON.stringify(spec)));
  if (!isClient(Client)) throw new Error('the package exports no client');
  return (options = {}) => new Client({ sleep: async () => undefined, random: () => 0.5, ...options }).things;
}

/** Reads to the end, or to an error. */
export async function read(resource: Resource, options?: { readonly state?: unknown; readonly signal?: AbortSignal }): Promise<Outcome> {
  const ids: (number | string)[] = [];
  try {
    for await (const page of resource.pages(options)) ids.push(...page.records.map(({ id }) => id));
    return { ids, error: undefined };
  } catch (error) {
    return { ids, error };
  }
}

/** `{ id: 0 }, { id: 1 }, …` */
export function things(from: number, count: number): readonly { readonly id: number }[] {
  return Array.from({ length: count }, (_, index) => ({ id: from + index }));
}

function isClient(value: unknown): value is new (options: object) => { readonly things: Resource } {
  return typeof value === 'function';
}
