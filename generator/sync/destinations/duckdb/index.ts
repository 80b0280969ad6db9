import { code, join, nothing } from '../../../code.js';
import type { Destination } from '../contract.js';
import { emitMember, emitSql } from '../sql.js';
import { duckdbRemoval, duckdbSql, duckdbType } from './sql.js';

export const duckdb: Destination<'duckdb'> = {
  name: 'duckdb',
  words: 'file.duckdb',
  open: code`if (/^duckdb:|\\.(duckdb|ddb)$/.test(to)) return openDuckdb(to.replace(/^duckdb:/, ''), options);`,
  imported: code`import { openDuckdb } from './duckdb.ts';`,
  exported: code`export { openDuckdb } from './duckdb.ts';`,
  files: ['duckdb', 'duckdb-database', 'duckdb-types'],
  growsDecimals: true,
  keepsStates: true,
  writtenWith: [],
  // Its versions are pre-releases (1.5.6-r.1): any other range leaves out the next one, and npm refuses to install it.
  drivers: [{ name: '@duckdb/node-api', range: '*' }],
  formats: [],
  fallback: (connector) => `${connector}.duckdb`,
  table: {
    typeName: code`DuckdbSql`,
    type: (removes) => code`

      /** What DuckDB is told about a table. \`table\` is a quoted name. */
      export interface DuckdbSql {
        readonly create: (table: string) => string;
        /** Makes the temporary table \`_sync_rows\` for rows as they are read. */
        readonly stage: string;
        /** Moves those rows into the table. */
        readonly write: (table: string) => readonly string[];
        ${removes ? REMOVAL : nothing}
      }
    `,
    emit(columns, merges, removal) {
      const { create, stage, write } = duckdbSql(columns, merges, removal?.isOwn !== false);
      const { keys, remove } = removal === undefined ? {} : duckdbRemoval(removal);
      return code`{
        create: (table) => ${emitSql(create)},
        stage: ${emitSql(stage)},
        write: (table) => [${join(write.map(emitSql), ', ')}],
        ${emitMember(code`keys: `, keys)}${emitMember(code`remove: (table) => `, remove)}
      }`;
    },
  },
  types: [{ title: 'DuckDB', typeOf: duckdbType }],
  readme: { to: 'DuckDB', how: 'sync --to file.duckdb', install: 'npm install @duckdb/node-api' },
};

const REMOVAL = code`
  /** Makes the temporary table \`_sync_keys\` for keys of records. */
  readonly keys?: string;
  /** Removes the rows that are of those records. */
  readonly remove?: (table: string) => string;
`;
