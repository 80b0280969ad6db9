import { parseSelector, type Path } from '../selector.js';
import type { IncrementalSpec } from '../incremental/shape.js';
import { orElse } from '../gap.js';
import type { ResourceSpec } from '../spec/document.js';
import type { FieldModel, RecordsModel, RecordType, TypeModel } from '../types/model.js';

/**
 * The records with the cursors of incremental reads as fields, where they are declared nowhere: an API is recorded before fields are known. What
 * a cursor is can be seen by `initial_value`; most are times.
 */
export function withCursors(records: RecordsModel, specs: readonly ResourceSpec[]): RecordsModel {
  const made = new Map<RecordType, RecordType>();
  const resources = records.resources.map((each) => {
    const block = orElse(
      () => specs.find(({ name }) => name === each.resource)?.endpoint?.incremental,
      () => undefined,
    );
    if (block === undefined || block === null) return each;
    const type = withCursor(each.type, block);
    if (type !== each.type) made.set(each.type, type);
    return { ...each, type };
  });
  return { ...records, resources, types: records.types.map((type) => made.get(type) ?? type) };
}

function withCursor(record: RecordType, { cursor_path: cursor, initial_value: initial }: IncrementalSpec): RecordType {
  const parsed = parseSelector(cursor);
  if (!parsed.ok || parsed.path.length === 0 || !parsed.path.every((step) => step.kind === 'key')) return record;
  const fields = withField(record.fields, parsed.path, typeOf(initial));
  return fields === record.fields ? record : { ...record, fields };
}

function typeOf(initial: unknown): TypeModel {
  if (typeof initial === 'number') return { kind: 'number', integer: Number.isInteger(initial), minimum: undefined, maximum: undefined };
  const isDay = typeof initial === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(initial);
  return { kind: 'time', of: isDay ? 'date' : 'datetime', format: { kind: 'iso8601' } };
}

function withField(fields: readonly FieldModel[], [step, ...rest]: Path, type: TypeModel): readonly FieldModel[] {
  const name = step?.kind === 'key' ? step.key : '';
  const known = fields.find((each) => each.name === name);
  if (known === undefined)
    return [...fields, field(name, rest.length === 0 ? type : { kind: 'object', typeName: 'Cursor', fields: withField([], rest, type) })];
  if (rest.length === 0 || known.type.kind !== 'object') return fields;
  const inner = { ...known.type, fields: withField(known.type.fields, rest, type) };
  return fields.map((each) => (each === known ? { ...known, type: inner } : each));
}

function field(name: string, type: TypeModel): FieldModel {
  const doc = { description: undefined, unit: undefined, examples: [], deprecated: false };
  return { name, type, doc, optional: true, nullable: true, sensitive: false };
}
