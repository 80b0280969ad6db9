import { records } from '../diagnostics/messages/records.js';
import { orElse, withGaps } from '../gap.js';
import type { Reading } from '../shape.js';
import type { ColumnsSpec, ColumnSpec } from './columns-shape.js';
import type { FieldModel, TypeModel } from './model.js';
import { decimalSize, resolveWord } from './resolve-word.js';

/** The fields that dlt's `columns` declare. A column without a type is any value. */
export function resolveColumns(columns: ColumnsSpec, keys: ReadonlySet<string>, reading: Reading): readonly FieldModel[] {
  return [...columns.keys()].map((name) =>
    orElse(
      () => resolveColumn(name, columns.get(name) ?? {}, keys, reading),
      () => withGaps<FieldModel>({ name }, ['type', 'nullable', 'optional', 'sensitive', 'doc']),
    ),
  );
}

function typeOf(column: ColumnSpec): TypeModel {
  const type = resolveWord(column.data_type ?? 'json');
  return type.kind === 'decimal' ? { ...type, size: decimalSize(column) } : type;
}

function resolveColumn(name: string, column: ColumnSpec, keys: ReadonlySet<string>, reading: Reading): FieldModel {
  const isKey = keys.has(name) || column.primary_key === true || column.merge_key === true;
  if (isKey && column.nullable === true) reading.report(records.keyNullable(reading.spanOf(column, 'nullable'), name, 'nullable'));
  return {
    name,
    type: typeOf(column),
    nullable: !isKey && column.nullable !== false,
    optional: false,
    sensitive: false,
    doc: { description: column.description, unit: undefined, examples: [], deprecated: false },
  };
}
