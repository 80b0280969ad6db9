import type { FieldModel, RecordType, TypeModel, ValueModel } from './model.js';
import { fieldsOf, referencesIn } from './walk.js';

/**
 * What stands in a sensitive field is sensitive too. A shared record that one such field holds is so wherever it is held: it has one decoder,
 * and hiding a value that could be shown costs less than the other way round.
 */
export function spreadSensitive(types: readonly RecordType[]): readonly RecordType[] {
  const hidden = new Set<string>();
  const hide = (names: readonly string[]): void => {
    for (const name of names) {
      if (hidden.has(name)) continue;
      hidden.add(name);
      const type = types.find(({ typeName }) => typeName === name);
      hide((type?.fields ?? []).flatMap((field) => referencesIn(field.type)));
    }
  };
  for (const type of types) hide(fieldsOf(type).flatMap(hiddenIn));
  return hidden.size === 0
    ? types
    : types.map((type) => (hidden.has(type.typeName) ? { ...type, fields: type.fields.map(hiddenField) } : type));
}

/** The records that the sensitive parts of a value hold. */
function hiddenIn({ type, sensitive }: ValueModel): readonly string[] {
  if (sensitive) return referencesIn(type);
  switch (type.kind) {
    case 'array':
      return hiddenIn(type.items);
    case 'map':
      return hiddenIn(type.values);
    case 'object':
      return type.fields.flatMap(hiddenIn);
    case 'union':
      return type.members.flatMap((member) => hiddenIn({ type: member, nullable: false, sensitive }));
    case 'variants':
      return type.variants.flatMap(({ object }) => object.fields.flatMap(hiddenIn));
    default:
      return [];
  }
}

function hiddenField(field: FieldModel): FieldModel {
  return { ...field, sensitive: true, type: hiddenType(field.type) };
}

function hiddenType(type: TypeModel): TypeModel {
  switch (type.kind) {
    case 'array':
      return { ...type, items: { ...type.items, sensitive: true, type: hiddenType(type.items.type) } };
    case 'map':
      return { ...type, values: { ...type.values, sensitive: true, type: hiddenType(type.values.type) } };
    case 'object':
      return { ...type, fields: type.fields.map(hiddenField) };
    case 'union':
      return { ...type, members: type.members.map(hiddenType) };
    case 'variants':
      return {
        ...type,
        variants: type.variants.map(({ word, object }) => ({ word, object: { ...object, fields: object.fields.map(hiddenField) } })),
      };
    default:
      return type;
  }
}
