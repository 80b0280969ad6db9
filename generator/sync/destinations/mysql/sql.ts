import { type Code, code, identifier, literal } from '../../../code.js';
import { type Column, type ColumnType, sizedDecimal, sqlName } from '../column.js';
import type { Removal } from '../contract.js';
import { listed, type Sql, type SqlLine, TABLE } from '../sql.js';

/** What MySQL and MariaDB are told about one table. Names stand in double quotes: the session says so. */
export interface MysqlSql {
  readonly create: Sql;
  /** Whether some column is text. */
  readonly isCollated: boolean;
  readonly write: Sql;
}

const COLLATION: Code = identifier('collation');

/** `replaces`: whether a row may be there already; otherwise those of its key were removed before. */
export function mysqlSql(columns: readonly Column[], merges: boolean, replaces: boolean): MysqlSql {
  const keys = columns.filter((column) => column.isKey);
  const declared = columns.map(({ name, type, isKey }): SqlLine => {
    const word = mysqlType(type, isKey ? keys.length : 0);
    const collated = word.startsWith('VARCHAR') || word === 'LONGTEXT' ? [' COLLATE ', COLLATION] : [];
    return [`  ${sqlName(name)} ${word}`, ...collated, isKey ? ' NOT NULL' : ''];
  });
  const lines = [...declared, ...(merges ? [[`  PRIMARY KEY (${keys.map(({ name }) => sqlName(name)).join(', ')})`]] : [])];
  const row = `(${columns.map(() => '?').join(', ')})`;
  return {
    isCollated: declared.some((line) => line.includes(COLLATION)),
    create: [
      ['CREATE ', identifier('what'), ' ', TABLE, ' ('],
      ...lines.map((line, index) => [...line, index < lines.length - 1 ? ',' : '']),
      [') DEFAULT CHARACTER SET utf8mb4 ENGINE InnoDB'],
    ],
    write: [
      ['INSERT INTO ', TABLE, ` (${columns.map((column) => sqlName(column.name)).join(', ')})`],
      ['VALUES ', code`Array<string>(rows).fill(${literal(row)}).join(', ')`],
      ...(merges && replaces ? onDuplicate(columns) : []),
    ],
  };
}

/** The temporary table that keys of records are written to, and what removes their rows. */
export function mysqlRemoval({ keys, isOwn, names }: Removal): { readonly keys: MysqlSql | undefined; readonly remove: Sql | undefined } {
  const same = keys.map((key, index) => `"rows".${sqlName(names?.[index] ?? key.name)} = "keys".${sqlName(key.name)}`);
  return {
    keys: isOwn ? mysqlSql(keys, true, false) : undefined,
    remove:
      names === undefined
        ? undefined
        : [
            ['DELETE "rows" FROM ', TABLE, ' AS "rows"'],
            ['JOIN ', identifier('keys'), ` AS "keys" ON ${same.join(' AND ')}`],
          ],
  };
}

/** What makes an `INSERT` replace the row of the same key. */
function onDuplicate(columns: readonly Column[]): Sql {
  const others = columns.filter((column) => !column.isKey);
  const [first] = columns;
  const assigned = others.length > 0 ? others : first === undefined ? [] : [first];
  return [['ON DUPLICATE KEY UPDATE'], ...listed(assigned.map(({ name }) => `${sqlName(name)} = VALUES(${sqlName(name)})`))];
}

/** An index has 3,072 bytes, and a character may take four of them. */
const KEY_CHARACTERS = 768;

/** The type of a column; `keys`: of how many columns the key is that it belongs to, if it does. */
export function mysqlType(type: ColumnType, keys = 0): string {
  switch (type.kind) {
    case 'integer':
      return 'BIGINT';
    case 'number':
    case 'epoch':
      return 'DOUBLE';
    case 'boolean':
      return 'TINYINT(1)';
    case 'bigint':
      return 'DECIMAL(65,0)';
    case 'decimal':
      return sizedDecimal(type, 'DECIMAL', { precision: 65, scale: 30 }) ?? textType(keys);
    case 'instant':
    case 'timestamp':
      return 'DATETIME(6)';
    case 'date':
      return 'DATE';
    case 'time':
      return 'TIME(6)';
    case 'binary':
      return keys > 0 ? `VARBINARY(${Math.floor((KEY_CHARACTERS * 4) / keys)})` : 'LONGBLOB';
    default: // JSON is text: the type of that name rounds numbers
      return textType(keys);
  }
}

function textType(keys: number): string {
  return keys > 0 ? `VARCHAR(${Math.floor(KEY_CHARACTERS / keys)})` : 'LONGTEXT';
}
