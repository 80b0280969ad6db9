import { filesFrom } from '../../support/generate.js';
import { importPackage } from '../../support/import-package.js';

export interface Unit {
  readonly id: string;
  readonly resource: string;
  readonly kind: string;
  readonly part: number;
  readonly parts: number;
  readonly [member: string]: unknown;
}

export interface Page {
  readonly records: readonly { readonly id: number }[];
  readonly state: unknown;
}

export interface Splittable {
  splits(options?: { readonly units?: number; readonly state?: unknown }): Promise<readonly Unit[]>;
  pages(options?: { readonly state?: unknown; readonly split?: unknown }): AsyncIterable<Page>;
}

/** The resources of the API of `api.ts`, each with units of another kind. */
export function specOf(base: string, more: object = {}, dispositions: Readonly<Record<string, string>> = {}): object {
  const at = { id: 'integer', at: { type: 'datetime', nullable: false } };
  const time = { cursor_path: 'at', start_param: 'since', end_param: 'until', initial_value: '2024-01-01T00:00:00Z' };
  const rows = { primary_key: 'id', fields: { id: 'integer' } };
  return {
    name: 'shop',
    config: { stores: { type: 'list' } },
    client: { base_url: base, paginator: { type: 'offset', limit: 3 } },
    resource_defaults: { splits: true, write_disposition: 'append', endpoint: { data_selector: 'data' } },
    resources: [
      { name: 'events', primary_key: 'id', fields: at, endpoint: { path: '/events', incremental: { ...time, step: 'P1D' } } },
      {
        name: 'visits',
        primary_key: 'id',
        fields: at,
        endpoint: { path: '/events', incremental: { ...time, end_value: '2024-01-20T00:00:00Z' } },
      },
      { name: 'orders', for_each: { store: '{config.stores}' }, ...rows, endpoint: { path: '/stores/{for_each.store}/orders' } },
      { name: 'repos', ...rows, endpoint: { path: '/repos' } },
      { name: 'comments', ...rows, endpoint: { path: '/repos/{resources.repos.id}/comments' } },
      {
        name: 'lists',
        splits: 'pages',
        ...rows,
        endpoint: { path: '/lists', paginator: { type: 'offset', limit: 3, total_path: 'total' } },
      },
      {
        name: 'leaves',
        splits: 'pages',
        ...rows,
        endpoint: { path: '/leaves', paginator: { type: 'page_number', base_page: 1, limit: 3, total_path: 'total', total: 'records' } },
      },
      { name: 'notes', splits: false, ...rows, endpoint: { path: '/repos' } },
    ].map((resource) => ({ ...resource, write_disposition: dispositions[resource.name] ?? 'append' })),
    ...more,
  };
}

let imported: Promise<Readonly<Record<string, unknown>>> | undefined;

/** A client of the package of that spec. */
export async function clientOf(baseUrl: string, options: object = {}): Promise<Readonly<Record<string, Splittable>>> {
  imported ??= filesFrom('shop.yaml', JSON.stringify(specOf('https://api.example.com'))).then(importPackage);
  const { ShopClient: Client } = await imported;
  if (typeof Client !== 'function') throw new Error('the package exports no client');
  const given = { baseUrl, stores: ['a', 'b', 'c'], wallClock: () => Date.parse('2024-01-15T12:00:00Z'), sleep: async () => undefined };
  return Reflect.construct(Client, [{ ...given, ...options }]) as Readonly<Record<string, Splittable>>;
}
