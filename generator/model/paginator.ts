import type { Paginator } from '../paginators/contract.js';
import { everyPaginator, type PaginatorSpec } from '../paginators/index.js';
import type { EndpointSpec, ResourceSpec, SpecDocument } from '../spec/document.js';

/**
 * How the pages of an endpoint follow each other, as its spec says. One of a single thing (`/users/{resources.users.id}`) has one
 * page, whatever the client says, unless it names a list or a paginator of its own: so it is in dlt.
 */
export function paginatorSpecOf({ endpoint = {} }: ResourceSpec, { client }: SpecDocument): PaginatorSpec | null | undefined {
  if (endpoint.paginator !== undefined || !isSingleEntity(endpoint)) return endpoint.paginator ?? client.paginator;
  return { type: 'single_page' };
}

/** Whether a path ends with what stands for one thing, and nothing says where a list is. */
export function isSingleEntity({ path = '', data_selector: selector }: EndpointSpec): boolean {
  return selector === undefined && /\/\{[^{}]+\}\/?$/.test(path);
}

/** The registry's paginator of a type, with its own types forgotten: the type word has told them apart. */
export function paginatorOf(type: string): Paginator<{ readonly type: string }, { readonly type: string }> {
  const paginator = everyPaginator.find((each) => each.type === type);
  if (paginator === undefined) throw new Error(`no paginator ${type}`);
  return paginator as unknown as Paginator<{ readonly type: string }, { readonly type: string }>;
}
