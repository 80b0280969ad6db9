// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { dropUndeclared, isObject } from '../internal/checks.ts';
import { ContractsRecordError, type ReadPosition } from '../errors.ts';
import { discardedValueJsonSchema } from '../json-schemas/discarded-value.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface DiscardedValue {
  readonly id: string;
  readonly size: number | null;
}

const DISCARDED_VALUE_FIELDS: ReadonlySet<string> = new Set(['id', 'size']);

/**
 * Returns `discardedValue` as a {@link DiscardedValue}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link ContractsRecordError} that names the field.
 */
export function decodeDiscardedValue(discardedValue: unknown, place: ReadPosition): DiscardedValue {
  if (!isObject<keyof DiscardedValue>(discardedValue))
    throw new ContractsRecordError(place, '', 'an object', discardedValue);
  place.discardedValues += dropUndeclared(discardedValue, DISCARDED_VALUE_FIELDS);
  if (typeof discardedValue.id !== 'string') {
    throw new ContractsRecordError(place, 'id', 'a string', discardedValue.id);
  }
  discardedValue.size ??= null;
  if (discardedValue.size !== null && !Number.isSafeInteger(discardedValue.size)) {
    discardedValue.size = null;
    place.discardedValues++;
  }
  return discardedValue as DiscardedValue; // every field was checked above
}

/** {@link DiscardedValue} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const discardedValueSchema: StandardSchema<DiscardedValue> = /* @__PURE__ */ standardSchema(
  decodeDiscardedValue,
  'discardedValue',
  discardedValueJsonSchema,
);
