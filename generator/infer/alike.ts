import type { JsonObject } from '../detect/body.js';
import type { ProposedField, ProposedType, ProposedValue } from './propose.js';

/** Objects that are the same in several places, and records in their stead. */

/** Objects with fewer fields are not worth a name of their own. */
export const LEAST_SHARED = 3;

export interface Place {
  readonly path: string;
  readonly signature: string;
  readonly objects: readonly JsonObject[];
}

export function objectsIn(fields: readonly ProposedField[], path: string): Place[] {
  return fields.flatMap((field) => placesOf(field.type, `${path}.${field.name}`));
}

function placesOf(type: ProposedType, path: string): Place[] {
  if (type.kind === 'array') return placesOf(type.items.type, path);
  if (type.kind === 'map') return placesOf(type.values.type, path);
  return type.kind === 'object' ? [{ path, signature: signatureOf(type), objects: type.objects }] : [];
}

export function groupAlike(places: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const groups = new Map<string, Place[]>();
  for (const place of places) groups.set(place.signature, [...(groups.get(place.signature) ?? []), place]);
  return new Map([...groups].filter(([signature, list]) => list.length > 1 && signature !== ''));
}

function signatureOf(type: Extract<ProposedType, { readonly kind: 'object' }>): string {
  return type.fields.length < LEAST_SHARED
    ? ''
    : type.fields
        .map(({ name }) => name)
        .sort()
        .join('\n');
}

export function withRecords(value: ProposedValue, names: ReadonlyMap<string, string>): ProposedValue {
  const type = mapType(value.type, (object) => {
    const name = names.get(signatureOf(object));
    return name === undefined ? undefined : { kind: 'record', name };
  });
  return { ...value, type };
}

/** A type with its objects replaced, or looked into where `change` has nothing to say. */
export function mapType(
  type: ProposedType,
  change: (object: Extract<ProposedType, { readonly kind: 'object' }>) => ProposedType | undefined,
): ProposedType {
  if (type.kind === 'array') return { ...type, items: { ...type.items, type: mapType(type.items.type, change) } };
  if (type.kind === 'map') return { ...type, values: { ...type.values, type: mapType(type.values.type, change) } };
  if (type.kind !== 'object') return type;
  return change(type) ?? { ...type, fields: type.fields.map((field) => ({ ...field, type: mapType(field.type, change) })) };
}
