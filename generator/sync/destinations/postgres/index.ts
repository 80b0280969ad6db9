import { code } from '../../../code.js';
import type { Destination } from '../contract.js';
import { emitSql } from '../sql.js';
import { postgresSql, postgresType } from './sql.js';

export const postgres: Destination<'postgres'> = {
  name: 'postgres',
  words: 'postgres://host/database',
  open: code`if (/^postgres(ql)?:/.test(to)) return openPostgres(to, options);`,
  imported: code`import { openPostgres } from './postgres.ts';`,
  exported: code`export { openPostgres } from './postgres.ts';`,
  files: ['postgres'],
  writtenWith: [],
  drivers: [
    { name: 'pg', range: '>=8.11' },
    { name: 'pg-copy-streams', range: '>=6' },
  ],
  formats: [],
  table: {
    typeName: code`PostgresSql`,
    type: code`

      /** What Postgres is told about a table. \`table\` is a quoted name. */
      export interface PostgresSql {
        readonly create: (table: string) => string;
        /** Makes the temporary table \`_sync_rows\` for rows as they are read. */
        readonly stage: string;
        /** Moves those rows into the table. */
        readonly write: (table: string) => string;
      }
    `,
    emit(columns, merges) {
      const { create, stage, write } = postgresSql(columns, merges);
      return code`{
        create: (table) => ${emitSql(create)},
        stage: ${emitSql(stage)},
        write: (table) => ${emitSql(write)},
      }`;
    },
  },
  types: [{ title: 'Postgres', typeOf: postgresType }],
  readme: { to: 'Postgres', how: 'sync --to postgres://user@host/database', install: 'npm install pg pg-copy-streams' },
};
