// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

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
export { openSqlite, sqliteDestination } from './sqlite.ts';
export type { SqliteDatabase } from './sqlite-driver.ts';
export { openDestination } from './open-destination.ts';
export { openStateFile, type StateFile } from './state-file.ts';
export { sync, type Progress, type StateStore, type SyncOptions } from './sync.ts';
export type { Cell, ReadOptions, Row, RowPage, Table, WriteMode } from './table.ts';
export { tables } from './tables.ts';
