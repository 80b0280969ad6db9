import type { Code } from '../../code.js';
import { code, identifier, nothing, templateLines } from '../../code.js';

/** A statement, line by line; in it, where the name of the table stands. */
export type Sql = readonly SqlLine[];

export type SqlLine = readonly (string | Code)[];

/** The parameter of the emitted functions that make statements. */
export const TABLE: Code = identifier('table');

/** The statement as a template literal. */
export function emitSql(sql: Sql): Code {
  return templateLines([[], ...sql]);
}

/** Items one below the other, with commas. */
export function listed(items: readonly string[], indent = '  '): readonly SqlLine[] {
  return items.map((item, index) => [`${indent}${item}${index < items.length - 1 ? ',' : ''}`]);
}

/** A member of an object literal with that statement, if there is one. `before`: `remove: (table) => `. */
export function emitMember(before: Code, sql: Sql | undefined): Code {
  return sql === undefined ? nothing : code`${before}${emitSql(sql)},`;
}
