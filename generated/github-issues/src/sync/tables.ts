// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- specs/github-issues.yaml

import type { Table } from './table.js';
import { issuesTable } from './tables/issues.js';

/** What can be synced, in the order of the spec. */
export const tables: readonly Table[] = [issuesTable];
