// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npm run generate -- specs/github-issues.yaml

export { SyncError, type Batch, type Destination, type SavedState, type SyncErrorCode } from './destination.js';
export { openDuckdb } from './duckdb.js';
export { openPostgres } from './postgres.js';
export { openSqlite, sqliteDestination, type SqliteDatabase } from './sqlite.js';
export { openFiles } from './files.js';
export { openParquet } from './parquet.js';
export { openDestination } from './open-destination.js';
export { openStateFile, type StateFile } from './state-file.js';
export { sync, type Progress, type StateStore, type SyncOptions } from './sync.js';
export type { Cell, ReadOptions, Row, RowPage, Table, WriteMode } from './table.js';
export { tables } from './tables.js';
