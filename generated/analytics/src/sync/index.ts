// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

export {
  SyncError,
  type Batch,
  type Destination,
  type DestinationOptions,
  type SavedState,
  type SyncErrorCode,
  type SyncRun,
  type TablePlan,
  type Written,
} from './destination.ts';
export { openDuckdb } from './duckdb.ts';
export { openDestination } from './open-destination.ts';
export { openStateFile, type StateFile } from './state-file.ts';
export { sync, type Progress, type StateStore, type SyncOptions } from './sync.ts';
export type { Cell, ReadOptions, Row, RowPage, Table, WriteMode } from './table.ts';
export { tables } from './tables.ts';
