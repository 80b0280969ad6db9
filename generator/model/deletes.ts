import type { Span } from '../diagnostics/diagnostic.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, list, shorten } from '../diagnostics/words.js';
import type { FieldModel, RecordsModel, RecordType, TypeModel } from '../types/model.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec } from '../spec/document.js';
import type { DeletedWhenModel } from './connector-model.js';
import { keysOf } from './keys.js';

/** Which records of a resource say that they are gone; null: none does, or what was said was refused. */
export function buildDeletedWhen(
  spec: ResourceSpec,
  type: RecordType | undefined,
  records: RecordsModel,
  reading: Reading,
): DeletedWhenModel | null {
  const said = spec.deleted_when;
  if (said === undefined || said === null || type === undefined) return null;
  const refuse = (span: Span, message: string, hint?: string): null => {
    reading.report(messages.pattern(span, 'spec/deleted-when', message, hint));
    return null;
  };
  const compares = said.field !== undefined && said.equals !== undefined && said.equals !== null;
  const { not_null: notNull, mode = 'hard' } = said;
  if (compares === (notNull !== undefined) || (said.field !== undefined) !== (said.equals !== undefined)) {
    const what = 'deleted_when says what a field is of a record that is gone, or which field only such a record has';
    return refuse(reading.spanOf(said), what, 'Write { field: deleted, equals: true }, or { not_null: deleted_at }.');
  }
  if (spec.write_disposition !== 'merge' || keysOf(spec, 'primary_key').length === 0) {
    const what = `deleted records are taken out of rows that are merged by their key, and those of ${shorten(spec.name)} are not`;
    return refuse(reading.spanOf(spec, 'deleted_when'), what, 'Say write_disposition: merge and primary_key, or leave out deleted_when.');
  }
  const name = said.field ?? notNull ?? '';
  const span = reading.spanOf(said, said.field === undefined ? 'not_null' : 'field');
  if (!type.declared) return { mode, field: [name], equals: said.equals ?? null };
  const found = fieldAt(name, type, records);
  if (typeof found === 'string') return refuse(span, found, hintFor(name, type));
  const { path, field, isAlwaysThere } = found;
  if (said.equals === undefined || said.equals === null) {
    if (!isAlwaysThere) return { mode, field: path, equals: null };
    return refuse(
      span,
      `${shorten(name)} is never null: every record would be gone`,
      'Let the field be nullable, or compare it: { field, equals }.',
    );
  }
  const fits = valuesOf(field.type, said.equals);
  if (fits === true) return { mode, field: path, equals: said.equals };
  return refuse(reading.spanOf(said, 'equals'), `${shorten(name)} is never ${shorten(String(said.equals))}`, fits);
}

/** The field of a name, or the one that its dots lead to. */
function fieldAt(
  name: string,
  type: RecordType,
  records: RecordsModel,
): { readonly path: readonly string[]; readonly field: FieldModel; readonly isAlwaysThere: boolean } | string {
  const whole = type.fields.find((each) => each.name === name);
  const path = whole === undefined ? name.split('.') : [name];
  let fields: readonly FieldModel[] = type.fields;
  let field: FieldModel | undefined;
  let isAlwaysThere = true;
  for (const step of path) {
    field = fields.find((each) => each.name === step);
    if (field === undefined) return `there is no field ${shorten(name)}`;
    isAlwaysThere &&= !field.nullable && !field.optional && !type.mayDiscardValues;
    fields = fieldsIn(field.type, records);
  }
  return field === undefined ? `there is no field ${shorten(name)}` : { path, field, isAlwaysThere };
}

function fieldsIn(type: TypeModel, records: RecordsModel): readonly FieldModel[] {
  if (type.kind === 'object') return type.fields;
  if (type.kind !== 'record') return [];
  return records.types.find(({ typeName }) => typeName === type.record.typeName)?.fields ?? [];
}

function hintFor(name: string, type: RecordType): string {
  const match = closest(
    name,
    type.fields.map((each) => each.name),
  );
  return match === undefined ? 'Declare it under fields.' : `Did you mean "${match}"?`;
}

/** Whether a field can be equal to that; if not, a hint. */
function valuesOf(type: TypeModel, value: string | number | boolean): true | string {
  if (type.kind === 'enum') {
    const isOne = type.values.includes(value) || (type.open && type.values.some((each) => typeof each === typeof value));
    return isOne || `Known: ${list(type.values.map(String))}.`;
  }
  if (type.kind === 'json') return true;
  if (type.kind === 'string' || type.kind === 'number' || type.kind === 'boolean') {
    return type.kind === typeof value || `Write a ${type.kind}.`;
  }
  return 'Only texts, numbers, booleans and fields of any type are compared; of others, say not_null.';
}
