import type { FieldModel, ObjectType, RecordReference, RecordType, TypeModel } from './model.js';

/** The fields of a record; of one that is one of several, those of each. */
export function fieldsOf({ fields, variants }: Pick<RecordType, 'fields' | 'variants'>): readonly FieldModel[] {
  return variants === undefined ? fields : variants.told.variants.flatMap(({ object }) => object.fields);
}

/** The interfaces in the file of a record, outer ones first: its own, those that it is one of, and those of nested objects. */
export function interfacesOf(type: RecordType): readonly Pick<ObjectType, 'typeName' | 'fields'>[] {
  const { variants } = type;
  if (variants === undefined) return [type, ...objectsIn(type.fields)];
  const own = [...variants.told.variants.map(({ object }) => object), { typeName: variants.typeName, fields: type.fields }];
  const nested = new Map(objectsIn(fieldsOf(type)).map((object) => [object.typeName, object]));
  return [...own, ...nested.values()];
}

/** The records that some fields refer to. */
export function referencesOf(fields: readonly FieldModel[]): readonly RecordReference[] {
  const found = new Map<string, RecordReference>();
  for (const type of typesIn(fields)) if (type.kind === 'record') found.set(type.record.typeName, type.record);
  return [...found.values()];
}

/** The names of the records that a type refers to, however deep. */
export function referencesIn(type: TypeModel): readonly string[] {
  return withInner(type).flatMap((each) => (each.kind === 'record' ? [each.record.typeName] : []));
}

/** Every type in some fields, the nested ones too, outer ones first. */
export function typesIn(fields: readonly FieldModel[]): readonly TypeModel[] {
  return fields.flatMap((field) => withInner(field.type));
}

function withInner(type: TypeModel): readonly TypeModel[] {
  switch (type.kind) {
    case 'array':
      return [type, ...withInner(type.items.type)];
    case 'map':
      return [type, ...withInner(type.values.type)];
    case 'object':
      return [type, ...typesIn(type.fields)];
    case 'union':
      return [type, ...type.members.flatMap(withInner)];
    case 'variants':
      return [type, ...type.variants.flatMap((variant) => withInner(variant.object))];
    default:
      return [type];
  }
}

/** The nested objects with interfaces of their own, outer ones first. */
function objectsIn(fields: readonly FieldModel[]): readonly ObjectType[] {
  return typesIn(fields).filter((type) => type.kind === 'object');
}
