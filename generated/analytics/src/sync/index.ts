// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- specs/analytics.yaml

export { SyncError, type Batch, type Destination, type SavedState, type SyncErrorCode } from './destination.js';
export { openDuckdb } from './duckdb.js';
export { openDestination } from './open-destination.js';
export { openStateFile, type StateFile } from './state-file.js';
export { sync, type Progress, type StateStore, type SyncOptions } from './sync.js';
export type { Cell, ReadOptions, Row, RowPage, Table, WriteMode } from './table.js';
export { tables } from './tables.js';
