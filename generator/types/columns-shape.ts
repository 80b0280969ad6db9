import { records } from '../diagnostics/messages/records.js';
import { columnsByName } from './columns-list.js';
import {
  boolean,
  choice,
  integer,
  later,
  list,
  mapOf,
  object,
  optional,
  required,
  text,
  toJson,
  type Reading,
  type Shape,
  type Shaped,
} from '../shape.js';
import { checkSize } from './field-facts.js';

/** Columns in the words of dlt. */

/** dlt's own type names, as they stand in `columns`. */
const COLUMN_TYPES = ['text', 'bigint', 'double', 'bool', 'timestamp', 'date', 'time', 'decimal', 'wei', 'binary', 'json'] as const;

/** What people write who know other type systems. */
const COLUMN_TYPE_INSTEAD: ReadonlyMap<string, string> = new Map([
  ['integer', 'bigint'],
  ['int', 'bigint'],
  ['string', 'text'],
  ['number', 'double'],
  ['float', 'double'],
  ['boolean', 'bool'],
  ['datetime', 'timestamp'],
  ['object', 'json'],
  ['array', 'json'],
  ['map', 'json'],
  ['complex', 'json'],
]);

const plainColumnTypeShape = choice('a column type', COLUMN_TYPES, { description: 'dlt’s name of the type.' });

const columnTypeShape: typeof plainColumnTypeShape = {
  ...plainColumnTypeShape,
  read(node, reading) {
    const instead = node.kind === 'scalar' ? COLUMN_TYPE_INSTEAD.get(String(node.value)) : undefined;
    if (instead === undefined) return plainColumnTypeShape.read(node, reading);
    reading.report(records.columnType(node.span, String(toJson(node)), instead));
    return undefined;
  },
};

const HINT_FOR_DESTINATIONS = 'It is a hint for a destination, which a connector does not have: leave it out.';

function checkColumn(
  column: { readonly data_type?: string; readonly precision?: number; readonly scale?: number },
  reading: Reading,
): void {
  for (const key of ['precision', 'scale'] as const) {
    if (column[key] !== undefined && column.data_type !== 'decimal')
      reading.report(records.fieldKey(reading.keySpanOf(column, key), key, 'decimal'));
  }
  if (column.data_type === 'decimal') checkSize(column, reading);
}

const columnKeys = {
  data_type: optional(columnTypeShape),
  nullable: optional(boolean({ description: 'Whether it can be null.', default: true })),
  description: optional(text({ description: 'What the column holds. Becomes its JSDoc.', placeholders: 'prose' })),
  primary_key: optional(boolean({ description: 'Whether it is part of the primary key: never null.', default: false })),
  merge_key: optional(boolean({ description: 'Whether it is part of the merge key: never null.', default: false })),
  precision: optional(integer({ description: 'How many digits a decimal has at most: checked, never rounded.', min: 1, max: 1000 })),
  scale: optional(integer({ description: 'How many of its digits stand after the point.', min: 0, max: 1000 })),
  timezone: later(HINT_FOR_DESTINATIONS),
  unique: later(HINT_FOR_DESTINATIONS),
  sort: later(HINT_FOR_DESTINATIONS),
  partition: later(HINT_FOR_DESTINATIONS),
  cluster: later(HINT_FOR_DESTINATIONS),
} as const;

const columnShape = object('column', columnKeys, { description: 'A column, in dlt’s words.', check: checkColumn });

const columnMapShape = mapOf(columnShape, { description: 'The columns by their names.', min: 1 });

const columnListShape = list(
  object(
    'column',
    { name: required(text({ description: 'The name of the column.' })), ...columnKeys },
    { description: 'A column with its name.' },
  ),
  { description: 'The columns as a list, each with its name.', min: 1 },
);

/** `columns`: dlt's way to say the same as `fields`, by name or as a list. */
export const columnsShape: Shape<ReadonlyMap<string, ColumnSpec>> = {
  expected: 'a mapping or a list',
  get schema() {
    return {
      description: 'The columns of a record in dlt’s words: the same as `fields`, with dlt’s type names.',
      anyOf: [columnMapShape.schema, columnListShape.schema],
    };
  },
  accepts: (node) => node.kind !== 'scalar',
  read(node, reading) {
    const named = node.kind === 'list' && node.items.length > 0 ? columnsByName(node, reading) : node;
    return named === undefined ? undefined : columnMapShape.read(named, reading);
  },
};

export type ColumnSpec = Shaped<typeof columnShape>;

export type ColumnsSpec = Shaped<typeof columnsShape>;
