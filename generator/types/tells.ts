import type { FieldsSpec } from './field.js';
import type { FieldModel, TypeModel, UnionType } from './model.js';

/** Objects without a field whose text says what they are: they are told apart by the fields that they have. */

/** A field of an object, and whether each such object has it, with a value. */
export interface Told {
  readonly name: string;
  readonly always: boolean;
}

export function toldByModel(fields: readonly FieldModel[]): readonly Told[] {
  return fields.map(({ name, nullable, optional, type }) => ({ name, always: !nullable && !optional && type.kind !== 'json' }));
}

/** The same of a shared record, whose fields may not be resolved yet. */
export function toldBySpec(fields: FieldsSpec): readonly Told[] {
  return [...fields].map(([name, facts]) => ({
    name,
    always: typeof facts !== 'string' && facts.nullable === false && facts.optional !== true && facts.type !== 'json',
  }));
}

/**
 * For each object the field that tells it from those after it: it always has it, and they do not know it. Those before it were told already.
 * The last one may have none: it is what the others are not. Of any other, undefined means that nothing tells it.
 */
export function tellsOf(objects: readonly (readonly Told[])[]): readonly (string | undefined)[] {
  return objects.map((own, index) => {
    const isLast = index === objects.length - 1;
    const others = isLast ? objects.slice(0, index) : objects.slice(index + 1);
    const known = new Set(others.flat().map(({ name }) => name));
    return own.find(({ name, always }) => always && !known.has(name) && !(name in Object.prototype))?.name;
  });
}

/** The objects of a union that are told apart by their fields; none where it has one at most. */
export function toldIn({ members, tells }: UnionType): readonly { readonly type: TypeModel; readonly tell: string | undefined }[] {
  return tells === undefined
    ? []
    : members.flatMap((type, index) => (type.kind === 'object' || type.kind === 'record' ? [{ type, tell: tells[index] }] : []));
}
