// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { Table } from './table.ts';
import { ordersTable } from './tables/orders.ts';
import { looseTable } from './tables/loose.ts';

/** What can be synced, in the order of the spec. */
export const tables: readonly Table[] = [ordersTable, looseTable];
