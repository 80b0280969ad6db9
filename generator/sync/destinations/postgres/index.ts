import { code, nothing } from '../../../code.js';
import type { Destination } from '../contract.js';
import { emitMember, emitSql } from '../sql.js';
import { postgresRemoval, postgresSql, postgresType } from './sql.js';

export const postgres: Destination<'postgres'> = {
  name: 'postgres',
  words: 'postgres://host/database',
  open: code`if (/^postgres(ql)?:/.test(to)) return openPostgres(to, options);`,
  imported: code`import { openPostgres } from './postgres.ts';`,
  exported: code`export { openPostgres } from './postgres.ts';`,
  files: ['postgres', 'postgres-database', 'postgres-tables'],
  growsDecimals: true,
  keepsStates: true,
  writtenWith: [],
  drivers: [
    { name: 'pg', range: '>=8.11' },
    { name: 'pg-copy-streams', range: '>=6' },
  ],
  sharedAt: code`/^postgres(ql)?:/`,
  formats: [],
  table: {
    typeName: code`PostgresSql`,
    type: (removes) => code`

      /** What Postgres is told about a table. \`table\` is a quoted name. */
      export interface PostgresSql {
        readonly create: (table: string) => string;
        /** Makes the temporary table \`_sync_rows\` for rows as they are read. */
        readonly stage: string;
        /** Moves those rows into the table. */
        readonly write: (table: string) => string;
        ${removes ? REMOVAL : nothing}
      }
    `,
    emit(columns, merges, removal) {
      const { create, stage, write } = postgresSql(columns, merges, removal?.isOwn !== false);
      const { keys, remove } = removal === undefined ? {} : postgresRemoval(removal);
      return code`{
        create: (table) => ${emitSql(create)},
        stage: ${emitSql(stage)},
        write: (table) => ${emitSql(write)},
        ${emitMember(code`keys: `, keys)}${emitMember(code`remove: (table) => `, remove)}
      }`;
    },
  },
  types: [{ title: 'Postgres', typeOf: postgresType }],
  readme: { to: 'Postgres', how: 'sync --to postgres://user@host/database', install: 'npm install pg pg-copy-streams' },
};

const REMOVAL = code`
  /** Makes the temporary table \`_sync_keys\` for keys of records. */
  readonly keys?: string;
  /** Removes the rows that are of those records. */
  readonly remove?: (table: string) => string;
`;
