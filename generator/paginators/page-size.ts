import { integer, optional, type Reading } from '../shape.js';
import { bodyPathKey, buildTarget, paramKey, type Target } from './target.js';

/** How many records a page is asked to have, and where the request says so. */
export interface PageSize {
  readonly limit: number | null;
  readonly target: Target;
}

/** The keys of a page size that may be left to the API. */
export const pageSizeKeys = {
  limit: optional(integer({ description: 'Records asked for in one page. Default: not sent.', min: 1, examples: [100] })),
  limit_param: paramKey('the limit', 'limit'),
  limit_body_path: bodyPathKey('the limit'),
} as const;

export interface PageSizeSpec {
  readonly limit?: number;
  readonly limit_param?: string | null;
  readonly limit_body_path?: string | null;
}

export function buildPageSize(said: PageSizeSpec, reading: Reading): PageSize | undefined {
  const target = buildTarget(
    { param: said.limit_param, bodyPath: said.limit_body_path },
    ['limit_param', 'limit_body_path'],
    said,
    reading,
  );
  if (target === undefined) return undefined;
  return { limit: said.limit ?? null, target: said.limit === undefined ? { kind: 'none' } : target };
}
