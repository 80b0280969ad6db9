// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { DATE, isObject } from '../internal/checks.ts';
import { BankRecordError, type ReadPosition } from '../errors.ts';
import { ownerJsonSchema } from '../json-schemas/owner.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';
import { checkPerson, type Person } from './person.ts';

export type Owner = OwnerPerson | OwnerVariant2;

export interface OwnerPerson {
  readonly id: number;
  readonly held: string | Person | OwnerHeldVariant3 | null;
  /** An ISO 8601 date. */
  readonly born: string;
  readonly name: string;
}

export interface OwnerVariant2 {
  readonly id: number;
  readonly held: string | Person | OwnerHeldVariant3 | null;
  readonly company: string;
  readonly seat: OwnerVariant2Seat | null;
}

/** The fields of every {@link Owner}. */
export interface OwnerFields {
  readonly id: number;
  readonly held: string | Person | OwnerHeldVariant3 | null;
  /** An ISO 8601 date. */
  readonly born?: string | null;
  readonly name?: string | null;
  readonly company?: string | null;
  readonly seat?: OwnerVariant2Seat | null;
}

export interface OwnerHeldVariant3 {
  readonly company: string;
  /** An ISO 8601 date. */
  readonly since: string | null;
}

export interface OwnerVariant2Seat {
  readonly city: string | null;
}

/**
 * Returns `owner` as an {@link Owner}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link BankRecordError} that names the field.
 */
export function decodeOwner(owner: unknown, place: ReadPosition): Owner {
  if (!isObject<keyof OwnerPerson | keyof OwnerVariant2>(owner))
    throw new BankRecordError(place, '', 'an object', owner);
  if (owner.born !== undefined) {
    if (!Number.isSafeInteger(owner.id)) throw new BankRecordError(place, 'id', 'a safe integer', owner.id);
    const held = (owner.held ??= null);
    if (held !== null) {
      if (isObject<keyof Person | keyof OwnerHeldVariant3>(held)) {
        if (held.born !== undefined) {
          checkPerson(held, place, 'held.');
        } else if (held.company !== undefined) {
          if (typeof held.company !== 'string') {
            throw new BankRecordError(place, 'held.company', 'a string', held.company);
          }
          held.since ??= null;
          if (held.since !== null && (typeof held.since !== 'string' || !DATE.test(held.since))) {
            throw new BankRecordError(place, 'held.since', 'an ISO 8601 date or null', held.since);
          }
        } else {
          throw new BankRecordError(place, 'held', 'a string, an object with "born" or "company" or null', held);
        }
      } else if (typeof held !== 'string') {
        throw new BankRecordError(place, 'held', 'a string, an object with "born" or "company" or null', held);
      }
    }
    if (typeof owner.born !== 'string' || !DATE.test(owner.born)) {
      throw new BankRecordError(place, 'born', 'an ISO 8601 date', owner.born);
    }
    if (typeof owner.name !== 'string') throw new BankRecordError(place, 'name', 'a string', owner.name);
  } else if (owner.company !== undefined) {
    if (!Number.isSafeInteger(owner.id)) throw new BankRecordError(place, 'id', 'a safe integer', owner.id);
    const held = (owner.held ??= null);
    if (held !== null) {
      if (isObject<keyof Person | keyof OwnerHeldVariant3>(held)) {
        if (held.born !== undefined) {
          checkPerson(held, place, 'held.');
        } else if (held.company !== undefined) {
          if (typeof held.company !== 'string') {
            throw new BankRecordError(place, 'held.company', 'a string', held.company);
          }
          held.since ??= null;
          if (held.since !== null && (typeof held.since !== 'string' || !DATE.test(held.since))) {
            throw new BankRecordError(place, 'held.since', 'an ISO 8601 date or null', held.since);
          }
        } else {
          throw new BankRecordError(place, 'held', 'a string, an object with "born" or "company" or null', held);
        }
      } else if (typeof held !== 'string') {
        throw new BankRecordError(place, 'held', 'a string, an object with "born" or "company" or null', held);
      }
    }
    if (typeof owner.company !== 'string') throw new BankRecordError(place, 'company', 'a string', owner.company);
    const seat = (owner.seat ??= null);
    if (seat !== null) {
      if (!isObject<keyof OwnerVariant2Seat>(seat)) {
        throw new BankRecordError(place, 'seat', 'an object or null', seat);
      }
      seat.city ??= null;
      if (seat.city !== null && typeof seat.city !== 'string') {
        throw new BankRecordError(place, 'seat.city', 'a string or null', seat.city);
      }
    }
  } else {
    throw new BankRecordError(place, '', 'an object with "born" or "company"', owner);
  }
  return owner as Owner; // every field was checked above
}

/** What an {@link Owner} has beyond its declared fields: it passes as it came. */
export function extraOwnerFields({
  id,
  held,
  born,
  name,
  company,
  seat,
  ...extra
}: OwnerFields): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Owner} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const ownerSchema: StandardSchema<Owner> = /* @__PURE__ */ standardSchema(decodeOwner, 'owner', ownerJsonSchema);
