// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { isObject } from '../internal/checks.ts';
import { NestedRecordError, type ReadPosition } from '../errors.ts';
import { addressJsonSchema } from '../json-schemas/address.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

/** Where somebody lives. */
export interface Address {
  readonly street: string | null;
  readonly zip: string;
}

/**
 * Returns `address` as an {@link Address}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link NestedRecordError} that names the field.
 */
export function decodeAddress(address: unknown, place: ReadPosition): Address {
  if (!isObject<keyof Address>(address)) throw new NestedRecordError(place, '', 'an object', address);
  checkAddress(address, place, '');
  return address as Address; // every field was checked above
}

/** Checks the fields of an {@link Address}. `prefix` is the path to it, with a dot at its end. */
export function checkAddress(address: Record<keyof Address, unknown>, place: ReadPosition, prefix: string): void {
  address.street ??= null;
  if (address.street !== null && typeof address.street !== 'string') {
    throw new NestedRecordError(place, `${prefix}street`, 'a string or null', address.street);
  }
  if (typeof address.zip !== 'string') {
    throw new NestedRecordError(place, `${prefix}zip`, 'a string', address.zip);
  }
}

/** What an {@link Address} has beyond its declared fields: it passes as it came. */
export function extraAddressFields({ street, zip, ...extra }: Address): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Address} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const addressSchema: StandardSchema<Address> = /* @__PURE__ */ standardSchema(
  decodeAddress,
  'address',
  addressJsonSchema,
);
