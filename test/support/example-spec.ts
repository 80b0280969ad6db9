import { authSchemes } from '../../generator/auth/index.js';
import { paginators } from '../../generator/paginators/index.js';

/** Specs made of the examples that paginators and auth schemes carry. */

export type Method = 'GET' | 'POST';
export type AuthType = (typeof authSchemes)[number]['type'];
export type PaginatorType = (typeof paginators)[number]['type'];

export const AUTH_TYPES: readonly AuthType[] = authSchemes.map(({ type }) => type);
export const PAGINATOR_TYPES: readonly PaginatorType[] = paginators.map(({ type }) => type);

export interface ExampleSpec {
  readonly name: string;
  readonly auth: AuthType;
  readonly method: Method;
  /** One resource for each. */
  readonly paginators: readonly PaginatorType[];
  /** Where the API is, its token endpoint too. */
  readonly origin: string;
}

/** The text of a spec; JSON is YAML. */
export function exampleSpec({ name, auth, method, paginators: types, origin }: ExampleSpec): string {
  return JSON.stringify({
    name,
    client: { base_url: `${origin}/v1`, auth: authOf(auth, origin) },
    resource_defaults: { primary_key: 'id', fields: { id: 'integer', name: 'string' }, endpoint: { data_selector: 'data.items' } },
    resources: types.map((type) => ({
      name: type,
      endpoint: {
        path: `/${type}`,
        paginator: paginatorOf(type, method),
        ...(method === 'POST' ? { method, json: { query: { all: true } } } : {}),
      },
    })),
  });
}

function authOf(type: AuthType, origin: string): object {
  const example = authSchemes.find((each) => each.type === type)?.example;
  return JSON.parse(written(example).replaceAll('https://api.example.com', origin)) as object;
}

/** An example as JSON: mappings of a spec are Maps. */
export function written(example: unknown): string {
  return JSON.stringify(example, (_, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value));
}

/** The example; where it can page in the body of a POST, so that it does. */
function paginatorOf(type: PaginatorType, method: Method): object {
  const example = paginators.find((each) => each.type === type)?.example ?? {};
  if (method === 'GET') return example;
  const { limit_param: _, ...rest } = { limit_param: '', ...example };
  const inBody: Partial<Record<PaginatorType, object>> = {
    cursor: { cursor_body_path: 'page.after' },
    offset: { offset_body_path: 'page.from', limit_body_path: 'page.size' },
    page_number: { page_body_path: 'page.number', limit_body_path: 'page.size' },
  };
  return inBody[type] === undefined ? example : { ...rest, ...inBody[type] };
}
