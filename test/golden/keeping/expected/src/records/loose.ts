// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { isObject } from '../internal/checks.ts';
import { ShopRecordError, type ReadPosition } from '../errors.ts';
import { looseJsonSchema } from '../json-schemas/loose.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface Loose {
  readonly [field: string]: unknown;
}

/**
 * Returns `loose` as it came: which fields a {@link Loose} has is not declared.
 *
 * @throws {@link ShopRecordError} if it is not an object, or without what tells it apart.
 */
export function decodeLoose(loose: unknown, place: ReadPosition): Loose {
  if (!isObject<'id'>(loose)) throw new ShopRecordError(place, '', 'an object', loose);
  if (loose.id === undefined || loose.id === null) throw new ShopRecordError(place, 'id', 'a key', loose.id);
  return loose;
}

/** {@link Loose} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const looseSchema: StandardSchema<Loose> = /* @__PURE__ */ standardSchema(decodeLoose, 'loose', looseJsonSchema);
