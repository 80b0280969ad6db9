import type { HelperFile } from '../helper-file.js';
import { LINKS } from './links.js';
import { PAGE_GUARD } from './page-guard.js';
import { ROW_GUARDS } from './row-guards.js';
import { TOLD_BY_PAGES } from './told-by-pages.js';

/** `src/internal/pagination.ts`: what page loops have in common, as far as the spec's loops call it. */
export const PAGINATION: HelperFile = {
  path: 'src/internal/pagination.ts',
  helpers: [...PAGE_GUARD, ...ROW_GUARDS, ...TOLD_BY_PAGES, ...LINKS],
};
