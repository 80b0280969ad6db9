import type { FieldModel, RecordType, TypeModel } from '../types/model.js';
import type { ResourceModel } from './connector-model.js';

/** A column of a table that a record has a field for. */
export interface Column {
  readonly name: string;
  /** Whether tables may lack it. */
  readonly optional: boolean;
  readonly reader: ColumnReader;
}

/** How the text of a field is read. */
export interface ColumnReader {
  readonly as: 'text' | 'number' | 'boolean' | 'json';
  /** What an empty field is. */
  readonly empty: 'text' | 'null' | 'nothing';
}

/** The fields of its records that do not come from the API: of its parent, or of the values it is read for. */
export function addedFields({ parent, forEach }: Pick<ResourceModel, 'parent' | 'forEach'>): readonly string[] {
  return [...(parent?.included ?? []), ...(forEach?.included ?? [])].map(({ as }) => as);
}

/** What tells the columns of a table. */
export type Tabled = Pick<ResourceModel, 'parent' | 'forEach' | 'changes'>;

/** The columns of the tables of a resource: its fields, but for those that do not come from the API, under the names that the API has. */
export function columnsOf(resource: Tabled, type: RecordType): readonly Column[] {
  const included = addedFields(resource);
  const made = new Map(resource.changes?.added.map(({ name, value }) => [name, value]));
  const sent = type.fields.filter(({ name }) => !included.includes(name));
  const own = sent.filter(({ name }) => !made.has(name));
  const moved = sent.flatMap((field) => {
    const value = made.get(field.name);
    const [step, ...rest] = value?.kind === 'path' ? value.path : [];
    return step?.kind === 'key' && rest.length === 0 && !own.some(({ name }) => name === step.key) ? [{ name: step.key, field }] : [];
  });
  const columns = [
    ...own.map((field) => ({ name: field.name, field })),
    ...moved.filter(({ name }, at) => moved.findIndex((each) => each.name === name) === at),
  ];
  return columns.map(({ name, field }) => ({ name, optional: field.optional, reader: readerOf(field) }));
}

function readerOf({ type, nullable, optional }: FieldModel): ColumnReader {
  return { as: kindOf(type), empty: nullable ? 'null' : optional ? 'nothing' : 'text' };
}

function kindOf(type: TypeModel): ColumnReader['as'] {
  switch (type.kind) {
    case 'string':
    case 'decimal':
    case 'bigint': // their checks take digits as text
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'time':
      return type.format.kind === 'epoch_s' || type.format.kind === 'epoch_ms' ? 'number' : 'text';
    case 'enum': {
      const kinds = [...new Set(type.values.map((value) => typeof value))];
      const [only] = kinds;
      return kinds.length === 1 && (only === 'number' || only === 'boolean') ? only : 'text';
    }
    case 'union':
      return type.members.some((member) => kindOf(member) === 'text') ? 'text' : 'json';
    default:
      return 'json';
  }
}
