import { code } from '../../../code.js';
import type { Destination } from '../contract.js';

export const s3: Destination<'s3'> = {
  name: 's3',
  words: 's3://bucket/folder/',
  open: code`if (/^s3:/.test(to)) return openS3(to, options);`,
  imported: code`import { openS3 } from './s3.ts';`,
  exported: code`export { openS3 } from './s3.ts';`,
  files: ['s3', 's3-bucket', 's3-columns', 's3-runs', 's3-states'],
  writtenWith: ['duckdb'],
  drivers: [
    { name: '@aws-sdk/client-s3', range: '>=3.1175 <4' },
    { name: '@duckdb/node-api', range: '*' },
  ],
  coordinatedAt: code`/^s3:/`,
  formats: ['jsonl', 'parquet'],
  gathers: true,
  types: [], // those of the files of a folder
  readme: {
    to: 'S3, and stores that speak like it: JSON Lines, or Parquet',
    how: 'sync --to s3://bucket/folder/ [--format parquet]',
    install: 'npm install @aws-sdk/client-s3; for Parquet also @duckdb/node-api',
  },
};
