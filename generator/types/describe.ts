import { factsOf } from './doc.js';
import { typeCode } from './interfaces.js';
import type { FieldModel, RecordType, TypeModel } from './model.js';
import { typeTextOf } from './type-text.js';

/** A row of the table of fields in a README. Text as it is: the caller makes Markdown of it. */
export interface FieldRow {
  /** `plan`, `user.login`, `labels[].name` */
  readonly name: string;
  /** As in TypeScript: `string | null`. */
  readonly type: string;
  /** What it is, in sentences; may be empty. */
  readonly description: string;
}

/** The fields of a record, the fields of nested objects below the object's own row. */
export function describeFields(type: RecordType): readonly FieldRow[] {
  return rows(type.fields, '');
}

function rows(fields: readonly FieldModel[], prefix: string): readonly FieldRow[] {
  return fields.flatMap((field) => [
    {
      name: `${prefix}${field.name}${field.optional ? '?' : ''}`,
      type: typeCode(typeTextOf(field)).text,
      description: sentences(field),
    },
    ...innerRows(field.type, `${prefix}${field.name}`),
  ]);
}

function innerRows(type: TypeModel, path: string): readonly FieldRow[] {
  switch (type.kind) {
    case 'object':
      return rows(type.fields, `${path}.`);
    case 'array':
      return innerRows(type.items.type, `${path}[]`);
    case 'map':
      return innerRows(type.values.type, `${path}{}`);
    default:
      return [];
  }
}

function sentences({ doc, type }: FieldModel): string {
  const deprecated = doc.deprecated === false ? '' : doc.deprecated === true ? 'Deprecated.' : `Deprecated: ${sentence(doc.deprecated)}`;
  return [sentence(doc.description ?? ''), doc.unit === undefined ? '' : `In ${doc.unit}.`, factsOf(type), deprecated]
    .filter((each) => each !== '')
    .join(' ');
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
