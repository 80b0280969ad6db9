import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';

export interface ReadPage {
  readonly records: readonly { readonly id: number }[];
  readonly state: { readonly next: unknown };
}

interface Pages {
  pages(options?: { readonly state?: unknown }): AsyncGenerator<ReadPage, void, undefined>;
}

export type Client = Readonly<Record<string, Pages>>;

const at = { type: 'datetime', nullable: false };
const windows = { cursor_path: 'at', initial_value: '2026-01-31T00:00:00.000Z', start_param: 'since', end_param: 'until', step: 'P1M' };

/** Resources for each way to read in several loops; all list what `api` has. */
const RESOURCES = [
  { name: 'parents', endpoint: { path: '/parents' }, fields: { id: { type: 'string', nullable: false } } },
  {
    name: 'regional',
    for_each: { region: ['eu', 'us', 'asia'] },
    include_for_each: ['region'],
    endpoint: { path: '/of/{for_each.region}' },
    fields: { id: 'integer', at },
  },
  {
    name: 'fresh',
    for_each: { tenant: '{config.tenants}', detail: [1] },
    endpoint: {
      path: '/of/{for_each.tenant}',
      params: { detail: '{for_each.detail}' },
      incremental: { cursor_path: 'at', start_param: 'since' },
    },
    fields: { id: 'integer', at },
  },
  { name: 'windowed', endpoint: { path: '/of/eu', incremental: windows }, fields: { id: 'integer', at } },
  {
    name: 'whole',
    endpoint: { path: '/of/eu', paginator: 'single_page', incremental: { ...windows, step: 'P10DT1H' } },
    fields: { id: 'integer', at },
  },
  {
    name: 'children',
    endpoint: { path: '/of/{resources.parents.id}', incremental: windows },
    fields: { id: 'integer', at },
  },
  {
    name: 'daily',
    endpoint: { path: '/of/eu', incremental: { ...windows, step: 'P10D', format: '%Y-%m-%d' } },
    fields: { id: 'integer', at },
  },
  {
    name: 'followers',
    endpoint: { path: '/of/{resources.parents.id}', incremental: { cursor_path: 'at', start_param: 'since' } },
    fields: { id: 'integer', at },
  },
  // for each value, for each parent
  {
    name: 'pairs',
    for_each: { parity: ['even', 'odd'], tenant: '{config.tenants}' },
    endpoint: { path: '/of/{resources.parents.id}', params: { parity: '{for_each.parity}', of: '{for_each.tenant}' } },
    fields: { id: 'integer', at },
  },
  {
    name: 'pair_windows',
    for_each: { parity: ['even', 'odd'] },
    endpoint: { path: '/of/{resources.parents.id}', params: { parity: '{for_each.parity}' }, incremental: windows },
    fields: { id: 'integer', at },
  },
  // several at once
  {
    name: 'grouped',
    for_each: { tenant: '{config.tenants}' },
    group: 2,
    endpoint: { path: '/of/{for_each.tenant}', incremental: { cursor_path: 'at', start_param: 'since' } },
    fields: { id: 'integer', at },
  },
  {
    name: 'grouped_children',
    group: 2,
    endpoint: { path: '/of/{resources.parents.id}', incremental: { cursor_path: 'at', start_param: 'since' } },
    fields: { id: 'integer', at },
  },
  {
    name: 'grouped_windows',
    group: { size: 2 },
    endpoint: { path: '/of/{resources.parents.id}', incremental: windows },
    fields: { id: 'integer', at },
  },
  { name: 'grandchildren', endpoint: { path: '/of/{resources.parents.id}' }, fields: { id: 'integer', at } },
  {
    name: 'archive',
    endpoint: { path: '/of/eu', incremental: { cursor_path: 'at', start_param: 'until', last_value_func: 'min', lag: 0 } },
    fields: { id: 'integer', at },
  },
  {
    name: 'tenanted',
    for_each: { tenant: '{config.tenants}' },
    endpoint: { path: '/of/{for_each.tenant}', incremental: { ...windows, end_value: '2026-04-15T00:00:00.000Z' } },
    fields: { id: 'integer', at },
  },
];

/** Those of them that may have several page loops under way at once. */
export const AHEAD = [
  ...['regional', 'fresh', 'windowed', 'whole', 'children', 'followers', 'grandchildren', 'tenanted'],
  ...['pairs', 'pair_windows', 'grouped', 'grouped_children', 'grouped_windows'],
];

/** Each of `AHEAD` is there a second time, as `ahead_…`. */
const SPEC = {
  name: 'loops',
  config: { tenants: { type: 'list', description: 'Whose.' } },
  client: { base_url: 'https://loops.example', retry: { max_retries: 0 } },
  resource_defaults: {
    primary_key: 'id',
    write_disposition: 'merge',
    endpoint: { data_selector: 'data', paginator: { type: 'offset', limit: 100 } },
  },
  resources: [
    ...RESOURCES,
    ...RESOURCES.filter(({ name }) => AHEAD.includes(name)).map((resource) => ({
      ...resource,
      name: `ahead_${resource.name}`,
      concurrency: 3,
    })),
  ],
};

/** Makes clients of that package. */
export async function openLoops(): Promise<(options: object) => Client> {
  const { LoopsClient } = await importPackage(await filesFrom('loops.yaml', JSON.stringify(SPEC)));
  if (!isClient(LoopsClient)) throw new Error('the package exports no client');
  return (options) => new LoopsClient({ sleep: async () => undefined, ...options });
}

function isClient(value: unknown): value is new (options: object) => Client {
  return typeof value === 'function';
}

/** Reads on from a state to the end. */
export async function collect(resource: Pages | undefined, state?: unknown): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = [];
  if (resource !== undefined) for await (const page of resource.pages({ state })) pages.push(page);
  return pages;
}

/** The ids that pages have, sorted. */
export function idsOf(pages: readonly ReadPage[]): readonly number[] {
  return pages.flatMap((page) => page.records.map(({ id }) => id)).sort((a, b) => a - b);
}
