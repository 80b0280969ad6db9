import { type Column, type ColumnType, sqlName } from '../column.js';
import { listed, type Sql, TABLE } from '../sql.js';

/** What DuckDB is told about one table. */
export interface DuckdbSql {
  readonly create: Sql;
  /** The temporary table that rows are appended to. */
  readonly stage: Sql;
  /** From there into the table. */
  readonly write: readonly Sql[];
}

export function duckdbSql(columns: readonly Column[], merges: boolean): DuckdbSql {
  const names = columns.map((column) => sqlName(column.name));
  const keys = columns.filter((column) => column.isKey);
  const same = keys.map((column) => [...[TABLE], `.${sqlName(column.name)} = ${converted(column, 'rows.')}`]);
  return {
    create: [
      ['CREATE TABLE IF NOT EXISTS ', TABLE, ' ('],
      ...listed(columns.map((column) => `${sqlName(column.name)} ${duckdbType(column.type)}${column.isKey ? ' NOT NULL' : ''}`)),
      [')'],
    ],
    stage: [
      ['CREATE OR REPLACE TEMP TABLE "_sync_rows" ('],
      ...listed(columns.map((column) => `${sqlName(column.name)} ${stagedType(column.type)}`)),
      [')'],
    ],
    write: [
      ...(merges
        ? [
            [
              ['DELETE FROM ', TABLE, ' USING temp."_sync_rows" AS rows'],
              ...same.map((line, index) => [index === 0 ? 'WHERE ' : '  AND ', ...line]),
            ],
          ]
        : []),
      [
        ['INSERT INTO ', TABLE, ` (${names.join(', ')})`],
        ['SELECT'],
        ...listed(columns.map((column) => converted(column, ''))),
        ['FROM temp."_sync_rows"'],
      ],
    ],
  };
}

function duckdbType(type: ColumnType): string {
  switch (type.kind) {
    case 'integer':
      return 'BIGINT';
    case 'number':
      return 'DOUBLE';
    case 'boolean':
      return 'BOOLEAN';
    case 'bigint':
      return 'HUGEINT';
    case 'instant':
    case 'epoch':
      return 'TIMESTAMPTZ';
    case 'date':
      return 'DATE';
    case 'json':
      return 'JSON';
    case 'list':
    case 'map':
    case 'struct':
      return nestedType(type);
    case 'decimal': // DuckDB has none of every size
    case 'text':
      return 'VARCHAR';
  }
}

/** The type of a value inside another, as `from_json` reads it from its JSON. What would lose digits is text. */
function nestedType(type: ColumnType): string {
  switch (type.kind) {
    case 'list':
      return `${nestedType(type.items)}[]`;
    case 'map':
      return `MAP(VARCHAR, ${nestedType(type.values)})`;
    case 'struct':
      return `STRUCT(${type.fields.map((field) => `${sqlName(field.name)} ${nestedType(field.type)}`).join(', ')})`;
    case 'epoch':
      return 'DOUBLE';
    case 'instant':
      return 'TIMESTAMP WITH TIME ZONE';
    case 'bigint':
      return 'VARCHAR';
    default:
      return duckdbType(type);
  }
}

function stagedType({ kind }: ColumnType): string {
  if (kind === 'boolean') return 'BOOLEAN';
  return kind === 'integer' || kind === 'number' || kind === 'epoch' ? 'DOUBLE' : 'VARCHAR';
}

function converted({ name, type }: Column, from: '' | 'rows.'): string {
  const column = `${from}${sqlName(name)}`;
  switch (type.kind) {
    case 'integer':
    case 'bigint':
    case 'instant':
    case 'date':
    case 'json':
      return `${column}::${duckdbType(type)}`;
    case 'epoch':
      return type.unit === 's' ? `to_timestamp(${column})` : `to_timestamp(${column} / 1000)`;
    case 'list':
    case 'map':
    case 'struct':
      return `from_json(${column}, '${JSON.stringify(nestedType(type)).replaceAll("'", "''")}')`;
    default:
      return column;
  }
}
