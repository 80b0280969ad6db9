import { clickhouse } from './clickhouse/index.js';
import { duckdb } from './duckdb/index.js';
import { files } from './files/index.js';
import { mysql } from './mysql/index.js';
import { postgres } from './postgres/index.js';
import { s3 } from './s3/index.js';
import { sqlite } from './sqlite/index.js';

/** Every destination: a new one is a folder and a line here. */
export const destinations = [duckdb, postgres, sqlite, mysql, clickhouse, files, s3] as const;
