// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import type { Table } from './table.ts';
import { issuesTable } from './tables/issues.ts';

/** What can be synced, in the order of the spec. */
export const tables: readonly Table[] = [issuesTable];
