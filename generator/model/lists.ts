import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import type { FieldModel, RecordsModel, RecordType, TypeModel } from '../types/model.js';
import type { Reading } from '../shape.js';
import type { ResourceSpec } from '../spec/document.js';
import type { ListModel } from './connector-model.js';
import { keysOf } from './keys.js';

/** A name has at most so many bytes: Postgres cuts longer ones, and rows that gather beside their table need some more. */
const MOST_BYTES = 56;

/** Lists of a resource that are tables of their own. `taken`: the names of all tables so far, in lower case, by what has them. */
export function buildLists(
  spec: ResourceSpec,
  type: RecordType | undefined,
  records: RecordsModel,
  taken: Map<string, string>,
  reading: Reading,
): readonly ListModel[] {
  if (type === undefined) return [];
  const span = reading.spanOf(spec, spec.nested === undefined ? 'name' : 'nested');
  const refuse = (message: string, hint: string): readonly ListModel[] => {
    reading.report(messages.pattern(span, 'spec/nested', message, hint));
    return [];
  };
  if (!type.declared) {
    if (spec.nested !== 'tables') return [];
    return refuse(`which lists ${shorten(spec.name)} has is not declared`, 'Declare its fields, or leave out nested.');
  }
  const lists = listsIn(type.fields, spec.nested === 'tables', [], records, [type.typeName]);
  const lost = unreached(type.fields, lists, records);
  if (lost !== undefined) {
    return refuse(
      `the list ${shorten(lost)} is inside an object, which is one column`,
      'Only lists of a record, and those in their items, are tables.',
    );
  }
  if (lists.length === 0) return [];
  if (keysOf(spec, 'primary_key').length === 0) {
    return refuse(
      `rows of a list name their record by its key, and ${shorten(spec.name)} has none`,
      'Give it a primary_key, or leave out nested.',
    );
  }
  return lists.flatMap((path) => {
    const table = [spec.name, ...path].join('__').replaceAll('\0', '');
    const meets = taken.get(table.toLowerCase());
    if (meets !== undefined)
      return refuse(`the list ${shorten(path.join('.'))} would have the table of ${shorten(meets)}`, 'Say nested: json of the list.');
    if (/__(next|old)$/i.test(table)) {
      return refuse(`rows gather in a table that is called ${shorten(table)}, too`, `Say nested: json of the list ${path.at(-1) ?? ''}.`);
    }
    if (Buffer.byteLength(table) > MOST_BYTES) {
      return refuse(
        `${shorten(table)} is too long for the name of a table`,
        `It has at most ${MOST_BYTES} bytes. Say nested: json of the list.`,
      );
    }
    taken.set(table.toLowerCase(), table);
    return [{ table, path }];
  });
}

/** The lists among fields that are tables, each followed by those in its items. `within`: the types around them. */
function listsIn(
  fields: readonly FieldModel[],
  inherited: boolean,
  path: readonly string[],
  records: RecordsModel,
  within: readonly string[],
): readonly (readonly string[])[] {
  return fields.flatMap((field) => {
    if (field.type.kind !== 'array' || (field.nested ?? (inherited ? 'tables' : 'json')) !== 'tables') return [];
    const own = [...path, field.name];
    const items = itemFields(field.type.items.type, records, within);
    return [own, ...(items === undefined ? [] : listsIn(items.fields, true, own, records, items.within))];
  });
}

/** The fields of items that are objects, unless they are of a type that they stand in. */
export function itemFields(
  type: TypeModel,
  records: RecordsModel,
  within: readonly string[],
): { readonly fields: readonly FieldModel[]; readonly within: readonly string[] } | undefined {
  if (type.kind === 'object') return { fields: type.fields, within };
  if (type.kind !== 'record' || within.includes(type.record.typeName)) return undefined;
  const found = records.types.find(({ typeName }) => typeName === type.record.typeName);
  return found?.declared === true ? { fields: found.fields, within: [...within, found.typeName] } : undefined;
}

/** A list that is said to be a table, and stands where none can be. */
function unreached(fields: readonly FieldModel[], lists: readonly (readonly string[])[], records: RecordsModel): string | undefined {
  const reached = new Set(lists.map((path) => JSON.stringify(path)));
  const find = (inside: readonly FieldModel[], path: readonly string[], within: readonly string[]): string | undefined => {
    for (const field of inside) {
      const own = [...path, field.name];
      if (field.nested === 'tables' && field.type.kind === 'array' && !reached.has(JSON.stringify(own))) return own.join('.');
      const type = field.type.kind === 'array' ? field.type.items.type : field.type;
      const items = type.kind === 'object' || type.kind === 'record' ? itemFields(type, records, within) : undefined;
      const found = items === undefined ? undefined : find(items.fields, own, items.within);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(fields, [], []);
}
