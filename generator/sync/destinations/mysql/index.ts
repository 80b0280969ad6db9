import { code } from '../../../code.js';
import type { Destination } from '../contract.js';
import { emitSql } from '../sql.js';
import { mysqlSql, mysqlType } from './sql.js';

export const mysql: Destination<'mysql'> = {
  name: 'mysql',
  words: 'mysql://host/database',
  open: code`if (/^(mysql|mariadb):/.test(to)) return openMysql(to, options);`,
  imported: code`import { openMysql } from './mysql.ts';`,
  exported: code`export { openMysql } from './mysql.ts';`,
  files: ['mysql', 'mysql-values'],
  writtenWith: [],
  drivers: [{ name: 'mysql2', range: '>=3.11' }],
  formats: [],
  table: {
    typeName: code`MysqlSql`,
    type: code`

      /** What MySQL and MariaDB are told about a table. \`table\` is a quoted name. */
      export interface MysqlSql {
        /** \`what\`: "TABLE IF NOT EXISTS". \`collation\`: of text that tells every sign, and spaces at its end. */
        readonly create: (what: string, table: string, collation: string) => string;
        /** Writes so many rows. */
        readonly write: (table: string, rows: number) => string;
      }
    `,
    emit(columns, merges) {
      const { create, write, isCollated } = mysqlSql(columns, merges);
      return code`{
        create: (what, table, ${isCollated ? code`collation` : code`_collation`}) => ${emitSql(create)},
        write: (table, rows) => ${emitSql(write)},
      }`;
    },
  },
  types: [{ title: 'MySQL, MariaDB', typeOf: (type) => mysqlType(type) }],
  readme: { to: 'MySQL, MariaDB', how: 'sync --to mysql://user@host/database', install: 'npm install mysql2' },
};
