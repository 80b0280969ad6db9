// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { isObject } from '../internal/checks.ts';
import { MinimalRecordError, type ReadPosition } from '../errors.ts';
import { thingJsonSchema } from '../json-schemas/thing.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface Thing {
  readonly id: string;
  readonly name: string | null;
}

/**
 * Returns `thing` as a {@link Thing}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link MinimalRecordError} that names the field.
 */
export function decodeThing(thing: unknown, place: ReadPosition): Thing {
  if (!isObject<keyof Thing>(thing)) throw new MinimalRecordError(place, '', 'an object', thing);
  if (typeof thing.id !== 'string') throw new MinimalRecordError(place, 'id', 'a string', thing.id);
  thing.name ??= null;
  if (thing.name !== null && typeof thing.name !== 'string') {
    throw new MinimalRecordError(place, 'name', 'a string or null', thing.name);
  }
  return thing as Thing; // every field was checked above
}

/** What a {@link Thing} has beyond its declared fields: it passes as it came. */
export function extraThingFields({ id, name, ...extra }: Thing): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Thing} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const thingSchema: StandardSchema<Thing> = /* @__PURE__ */ standardSchema(decodeThing, 'thing', thingJsonSchema);
