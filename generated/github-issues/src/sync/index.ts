// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

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
export { openPostgres } from './postgres.ts';
export { openSqlite, sqliteDestination } from './sqlite.ts';
export type { SqliteDatabase } from './sqlite-driver.ts';
export { openMysql } from './mysql.ts';
export { openClickhouse } from './clickhouse.ts';
export { openFiles } from './files.ts';
export { openParquet } from './parquet.ts';
export { openS3 } from './s3.ts';
export { openDestination } from './open-destination.ts';
export {
  abandonRun,
  finishRun,
  planRun,
  splitReads,
  syncUnit,
  type PlanOptions,
  type UnitOptions,
} from './sync-unit.ts';
export { SqlUnits } from './sql-units.ts';
export type { UnitDatabase } from './unit-table.ts';
export type { Lease, Unit, UnitStore, UnitTarget } from './units.ts';
export type { UnitPieces } from './coordinated.ts';
export { openStateFile, type StateFile } from './state-file.ts';
export { sync, type Progress, type StateStore, type SyncOptions } from './sync.ts';
export type { Cell, ReadOptions, Row, RowPage, Table, WriteMode } from './table.ts';
export { tables } from './tables.ts';
