import type { Paginator } from '../paginators/contract.js';
import { paginators } from '../paginators/index.js';

/** The registry's paginator of a type, with its own types forgotten: the type word has told them apart. */
export function paginatorOf(type: string): Paginator<{ readonly type: string }, { readonly type: string }> {
  const paginator = paginators.find((each) => each.type === type);
  if (paginator === undefined) throw new Error(`no paginator ${type}`);
  return paginator as unknown as Paginator<{ readonly type: string }, { readonly type: string }>;
}
