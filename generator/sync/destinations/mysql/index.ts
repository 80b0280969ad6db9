import { type Code, code, nothing } from '../../../code.js';
import type { Destination } from '../contract.js';
import { emitMember, emitSql } from '../sql.js';
import { mysqlRemoval, mysqlSql, type MysqlSql, mysqlType } from './sql.js';

export const mysql: Destination<'mysql'> = {
  name: 'mysql',
  words: 'mysql://host/database',
  open: code`if (/^(mysql|mariadb):/.test(to)) return openMysql(to, options);`,
  imported: code`import { openMysql } from './mysql.ts';`,
  exported: code`export { openMysql } from './mysql.ts';`,
  files: ['mysql', 'mysql-database', 'mysql-swaps', 'mysql-tables', 'mysql-values'],
  growsDecimals: true,
  keepsStates: true,
  writtenWith: [],
  drivers: [{ name: 'mysql2', range: '>=3.11' }],
  sharedAt: code`/^(mysql|mariadb):/`,
  formats: [],
  table: {
    typeName: code`MysqlSql`,
    type: (removes) => code`

      /** What MySQL and MariaDB are told about a table. \`table\` is a quoted name. */
      export interface MysqlSql {
        /** \`what\`: "TABLE IF NOT EXISTS". \`collation\`: of text that tells every sign, and spaces at its end. */
        readonly create: (what: string, table: string, collation: string) => string;
        /** Writes so many rows. */
        readonly write: (table: string, rows: number) => string;
        ${removes ? REMOVAL : nothing}
      }
    `,
    emit(columns, merges, removal) {
      const { create, write, isCollated } = mysqlSql(columns, merges, removal?.isOwn !== false);
      const { keys, remove } = removal === undefined ? {} : mysqlRemoval(removal);
      return code`{
        create: (what, table, ${isCollated ? code`collation` : code`_collation`}) => ${emitSql(create)},
        write: (table, rows) => ${emitSql(write)},
        ${keys === undefined ? nothing : keysMember(keys)}${emitMember(code`remove: (table, keys) => `, remove)}
      }`;
    },
  },
  types: [{ title: 'MySQL, MariaDB', typeOf: (type) => mysqlType(type) }],
  readme: { to: 'MySQL, MariaDB', how: 'sync --to mysql://user@host/database', install: 'npm install mysql2' },
};

function keysMember({ create, write, isCollated }: MysqlSql): Code {
  return code`keys: {
    create: (what, table, ${isCollated ? code`collation` : code`_collation`}) => ${emitSql(create)},
    write: (table, rows) => ${emitSql(write)},
  },`;
}

const REMOVAL = code`
  /** The temporary table for keys of records. */
  readonly keys?: Pick<MysqlSql, 'create' | 'write'>;
  /** Removes the rows that are of those records. */
  readonly remove?: (table: string, keys: string) => string;
`;
