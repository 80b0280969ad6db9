// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- specs/analytics.yaml

import type { Table } from './table.js';
import { eventsTable } from './tables/events.js';
import { activeUsersTable } from './tables/active-users.js';
import { annotationsTable } from './tables/annotations.js';
import { cohortsTable } from './tables/cohorts.js';
import { eventsListTable } from './tables/events-list.js';

/** What can be synced, in the order of the spec. */
export const tables: readonly Table[] = [
  eventsTable,
  activeUsersTable,
  annotationsTable,
  cohortsTable,
  eventsListTable,
];
