import { code, nothing } from '../../../code.js';
import type { Destination } from '../contract.js';
import { emitMember, emitSql } from '../sql.js';
import { sqliteRemoval, sqliteSql, sqliteType } from './sql.js';

export const sqlite: Destination<'sqlite'> = {
  name: 'sqlite',
  words: 'file.sqlite',
  open: code`if (/^sqlite:|\\.(sqlite3?|db)$/.test(to)) return openSqlite(to.replace(/^sqlite:/, ''), options);`,
  imported: code`import { openSqlite } from './sqlite.ts';`,
  exported: code`
    export { openSqlite, sqliteDestination } from './sqlite.ts';
    export type { SqliteDatabase } from './sqlite-driver.ts';
  `,
  files: ['sqlite', 'sqlite-driver', 'sqlite-tables'],
  writtenWith: [],
  drivers: [
    { name: 'better-sqlite3', range: '>=11' },
    { name: 'libsql', range: '>=0.5' },
  ],
  formats: [],
  table: {
    typeName: code`SqliteSql`,
    type: (removes) => code`

      /** What SQLite is told about a table. \`table\` is a quoted name. */
      export interface SqliteSql {
        readonly create: (table: string) => string;
        /** Writes one row. */
        readonly write: (table: string) => string;
        ${removes ? REMOVAL : nothing}
      }
    `,
    emit(columns, merges, removal) {
      const { create, write } = sqliteSql(columns, merges, removal?.isOwn !== false);
      const remove = removal === undefined ? undefined : sqliteRemoval(removal);
      return code`{
        create: (table) => ${emitSql(create)},
        write: (table) => ${emitSql(write)},
        ${emitMember(code`remove: (table) => `, remove)}${nothing}
      }`;
    },
  },
  types: [{ title: 'SQLite', typeOf: sqliteType }],
  readme: { to: 'SQLite', how: 'sync --to file.sqlite', install: 'npm install libsql' },
};

const REMOVAL = code`
  /** Removes the rows of one record, by the cells of its key. */
  readonly remove?: (table: string) => string;
`;
