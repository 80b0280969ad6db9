import { code, join } from '../../../code.js';
import type { Destination } from '../contract.js';
import { emitSql } from '../sql.js';
import { duckdbSql, duckdbType } from './sql.js';

export const duckdb: Destination<'duckdb'> = {
  name: 'duckdb',
  words: 'file.duckdb',
  open: code`if (/^duckdb:|\\.(duckdb|ddb)$/.test(to)) return openDuckdb(to.replace(/^duckdb:/, ''), options);`,
  imported: code`import { openDuckdb } from './duckdb.ts';`,
  exported: code`export { openDuckdb } from './duckdb.ts';`,
  files: ['duckdb', 'duckdb-types'],
  writtenWith: [],
  drivers: [{ name: '@duckdb/node-api', range: '*' }],
  formats: [],
  fallback: (connector) => `${connector}.duckdb`,
  table: {
    typeName: code`DuckdbSql`,
    type: code`

      /** What DuckDB is told about a table. \`table\` is a quoted name. */
      export interface DuckdbSql {
        readonly create: (table: string) => string;
        /** Makes the temporary table \`_sync_rows\` for rows as they are read. */
        readonly stage: string;
        /** Moves those rows into the table. */
        readonly write: (table: string) => readonly string[];
      }
    `,
    emit(columns, merges) {
      const { create, stage, write } = duckdbSql(columns, merges);
      return code`{
        create: (table) => ${emitSql(create)},
        stage: ${emitSql(stage)},
        write: (table) => [${join(write.map(emitSql), ', ')}],
      }`;
    },
  },
  types: [{ title: 'DuckDB', typeOf: duckdbType }],
  readme: { to: 'DuckDB', how: 'sync --to file.duckdb', install: 'npm install @duckdb/node-api' },
};
