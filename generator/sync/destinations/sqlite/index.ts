import { code } from '../../../code.js';
import type { Destination } from '../contract.js';
import { emitSql } from '../sql.js';
import { sqliteSql, sqliteType } from './sql.js';

export const sqlite: Destination<'sqlite'> = {
  name: 'sqlite',
  words: 'file.sqlite',
  open: code`if (/^sqlite:|\\.(sqlite3?|db)$/.test(to)) return openSqlite(to.replace(/^sqlite:/, ''), options);`,
  imported: code`import { openSqlite } from './sqlite.ts';`,
  exported: code`
    export { openSqlite, sqliteDestination } from './sqlite.ts';
    export type { SqliteDatabase } from './sqlite-driver.ts';
  `,
  files: ['sqlite', 'sqlite-driver'],
  writtenWith: [],
  drivers: [
    { name: 'better-sqlite3', range: '>=11' },
    { name: 'libsql', range: '>=0.5' },
  ],
  formats: [],
  table: {
    typeName: code`SqliteSql`,
    type: code`

      /** What SQLite is told about a table. \`table\` is a quoted name. */
      export interface SqliteSql {
        readonly create: (table: string) => string;
        /** Writes one row. */
        readonly write: (table: string) => string;
      }
    `,
    emit(columns, merges) {
      const { create, write } = sqliteSql(columns, merges);
      return code`{
        create: (table) => ${emitSql(create)},
        write: (table) => ${emitSql(write)},
      }`;
    },
  },
  types: [{ title: 'SQLite', typeOf: sqliteType }],
  readme: { to: 'SQLite', how: 'sync --to file.sqlite', install: 'npm install libsql' },
};
