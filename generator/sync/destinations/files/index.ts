import { code } from '../../../code.js';
import type { ColumnType } from '../column.js';
import type { Destination } from '../contract.js';
import { duckdbType } from '../duckdb/sql.js';

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
  files: ['files', 'compact', 'file-entries', 'parquet'],
  writtenWith: ['duckdb'],
  drivers: [{ name: '@duckdb/node-api', range: '*' }],
  pieceFiles: ['file-pieces', 'parquet-pieces'],
  coordinatedAt: code`/\\/$/`,
  formats: ['jsonl', 'parquet'],
  types: [
    { title: 'JSON Lines', typeOf: jsonType },
    { title: 'Parquet', typeOf: parquetType },
  ],
  readme: {
    to: 'JSON Lines, or Parquet, where a `bigint` is a decimal of 38 digits, or text',
    how: 'sync --to folder/ [--format parquet]',
    install: 'nothing; for Parquet: npm install @duckdb/node-api',
  },
};

/** Lines have the records as they came. */
function jsonType({ kind }: ColumnType): string {
  switch (kind) {
    case 'integer':
    case 'number':
    case 'epoch':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'json':
      return 'any JSON';
    case 'list':
      return 'array';
    case 'map':
    case 'struct':
      return 'object';
    case 'bigint':
      return 'text, its digits';
    case 'binary':
      return 'text, base64';
    default:
      return 'text, as sent';
  }
}

/** As DuckDB, which writes the file; whole numbers of 128 bits, which Parquet has not, by what fits. */
function parquetType(type: ColumnType): string {
  return type.kind === 'bigint' ? 'DECIMAL(38,0), or text where one has more digits' : duckdbType(type);
}
