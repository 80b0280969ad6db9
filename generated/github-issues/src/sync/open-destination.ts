// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { SyncError, type Destination, type DestinationOptions } from './destination.ts';
import { coordinated } from './coordinated.ts';
import { openDuckdb } from './duckdb.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import { openMysql } from './mysql.ts';
import { openClickhouse } from './clickhouse.ts';
import { openFiles } from './files.ts';
import { openParquet } from './parquet.ts';
import { openS3 } from './s3.ts';
import { shownTarget } from './target.ts';

/** Opens what `--to` names: file.duckdb, postgres://host/database, file.sqlite, mysql://host/database, clickhouse://host/database, folder/ (ends in "/"), s3://bucket/folder/. */
export async function openDestination(to: string, options: DestinationOptions = {}): Promise<Destination> {
  if (options.format !== undefined && !FORMATS.includes(options.format)) {
    throw new SyncError('usage', `--format ${options.format}: expected ${FORMATS.join(' or ')}`);
  }
  if (options.unstorable !== undefined && !['refuse', 'replace'].includes(options.unstorable)) {
    throw new SyncError('usage', `--unstorable ${options.unstorable}: expected refuse or replace`);
  }
  const { coordinator } = options;
  if (coordinator !== undefined) {
    const destination = await openAlone(to, options);
    try {
      const keeper = await openAlone(coordinator, {});
      try {
        return coordinated(destination, keeper, to, options);
      } catch (error) {
        await keeper.close();
        throw error;
      }
    } catch (error) {
      await destination.close();
      throw error;
    }
  }
  return openAlone(to, options);
}

async function openAlone(to: string, options: DestinationOptions): Promise<Destination> {
  if (/^duckdb:|\.(duckdb|ddb)$/.test(to)) return openDuckdb(to.replace(/^duckdb:/, ''), options);
  if (/^postgres(ql)?:/.test(to)) return openPostgres(to, options);
  if (/^sqlite:|\.(sqlite3?|db)$/.test(to)) return openSqlite(to.replace(/^sqlite:/, ''), options);
  if (/^(mysql|mariadb):/.test(to)) return openMysql(to, options);
  if (/^clickhouse:/.test(to)) return openClickhouse(to, options);
  if (to.endsWith('/')) return options.format === 'parquet' ? openParquet(to, options) : openFiles(to, options);
  if (/^s3:/.test(to)) return openS3(to, options);
  throw new SyncError(
    'usage',
    `--to ${shownTarget(to)}: expected file.duckdb, postgres://host/database, file.sqlite, mysql://host/database, clickhouse://host/database, folder/ (ends in "/"), s3://bucket/folder/`,
  );
}

/** What a folder can hold. */
const FORMATS: readonly string[] = ['jsonl', 'parquet'];
