import { code, literal, nothing } from '../../../code.js';
import { type Column, type ColumnType, sizedDecimal } from '../column.js';
import type { Destination } from '../contract.js';

export const clickhouse: Destination<'clickhouse'> = {
  name: 'clickhouse',
  words: 'clickhouse://host/database',
  open: code`if (/^clickhouse:/.test(to)) return openClickhouse(to, options);`,
  imported: code`import { openClickhouse } from './clickhouse.ts';`,
  exported: code`export { openClickhouse } from './clickhouse.ts';`,
  files: ['clickhouse', 'clickhouse-lock', 'clickhouse-server', 'clickhouse-states', 'clickhouse-tables', 'clickhouse-values'],
  growsDecimals: true,
  writtenWith: [],
  drivers: [{ name: '@clickhouse/client', range: '>=1.23' }],
  pieceFiles: ['clickhouse-pieces'],
  coordinatedAt: code`/^clickhouse:/`,
  formats: [],
  table: {
    typeName: code`ClickhouseSql`,
    type: (removes) => code`

      /** What ClickHouse is told about a table. */
      export interface ClickhouseSql {
        /** Of the columns, in the words of the server. */
        readonly types: readonly string[];
        ${removes ? REMOVAL : nothing}
      }
    `,
    emit(columns, _merges, removal) {
      const types = columns.map(columnType);
      return code`{
        types: ${literal(types)},
        ${removal?.names === undefined ? nothing : removal.isOwn ? code`removes: true,` : code`owner: ${literal(removal.names)},`}
      }`;
    },
  },
  types: [{ title: 'ClickHouse', typeOf: clickhouseType }],
  readme: { to: 'ClickHouse', how: 'sync --to clickhouse://user@host/database', install: 'npm install @clickhouse/client' },
};

const REMOVAL = code`
  /** Whether records of it may be gone. */
  readonly removes?: true;
  /** Of the rows of a list: the columns with the key of its record. */
  readonly owner?: readonly string[];
`;

function columnType({ type, isKey }: Column): string {
  const word = clickhouseType(type);
  return isKey ? word : `Nullable(${word})`;
}

/** The type of a column, as `system.columns` writes it. Nested values are JSON text: the type of that name takes members apart. */
function clickhouseType(type: ColumnType): string {
  switch (type.kind) {
    case 'integer':
      return 'Int64';
    case 'number':
    case 'epoch':
      return 'Float64';
    case 'boolean':
      return 'Bool';
    case 'bigint':
      return 'Int256';
    case 'decimal':
      return sizedDecimal(type, 'Decimal', { precision: 76, scale: 76 })?.replace(',', ', ') ?? 'String';
    case 'instant':
    case 'timestamp':
      return "DateTime64(6, 'UTC')";
    case 'date':
      return 'Date32';
    case 'time':
      return 'Time64(6)';
    default:
      return 'String';
  }
}
