import { code } from '../../../code.js';
import type { Destination } from '../contract.js';

export const files: Destination<'files'> = {
  name: 'files',
  words: 'folder/ (ends in "/")',
  open: code`if (to.endsWith('/')) return options.format === 'parquet' ? openParquet(to, options) : openFiles(to, options);`,
  imported: code`
    import { openFiles } from './files.ts';
    import { openParquet } from './parquet.ts';
  `,
  exported: code`
    export { openFiles } from './files.ts';
    export { openParquet } from './parquet.ts';
  `,
  files: ['files', 'parquet'],
  writtenWith: ['duckdb'],
  drivers: [{ name: '@duckdb/node-api', range: '*' }],
  formats: ['jsonl', 'parquet'],
  readme: { to: 'JSON Lines, or Parquet, which is written by DuckDB', how: 'sync --to folder/ [--format parquet]', install: '' },
};
