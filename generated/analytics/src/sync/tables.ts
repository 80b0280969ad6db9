// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { Table } from './table.ts';
import { eventsTable } from './tables/events.ts';
import { activeUsersTable } from './tables/active-users.ts';
import { annotationsTable } from './tables/annotations.ts';
import { cohortsTable } from './tables/cohorts.ts';
import { eventsListTable } from './tables/events-list.ts';

/** What can be synced, in the order of the spec. */
export const tables: readonly Table[] = [
  eventsTable,
  activeUsersTable,
  annotationsTable,
  cohortsTable,
  eventsListTable,
];
