import { code } from '../../../code.js';
import type { Destination } from '../contract.js';

export const files: Destination<'files'> = {
  name: 'files',
  words: 'folder/',
  open: code`if (to.endsWith('/')) return options.format === 'parquet' ? openParquet(to) : openFiles(to);`,
  imported: code`
    import { openFiles } from './files.js';
    import { openParquet } from './parquet.js';
  `,
  exported: code`
    export { openFiles } from './files.js';
    export { openParquet } from './parquet.js';
  `,
  files: ['files', 'parquet'],
  writtenWith: ['duckdb'],
  drivers: [{ name: '@duckdb/node-api', range: '*' }],
  formats: ['jsonl', 'parquet'],
  readme: { to: 'JSON Lines, or Parquet, which is written by DuckDB', how: 'sync --to folder/ [--format parquet]', install: '' },
};
