// Code generated from specs/directory.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/directory.yaml

import { INSTANT, isObject } from '../internal/checks.ts';
import { DirectoryRecordError, type ReadPosition } from '../errors.ts';
import { personJsonSchema } from '../json-schemas/person.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

/** Somebody who belongs to the organisation. */
export interface Person {
  /** Unique id. */
  readonly id: number;
  /** Full name. */
  readonly name: string | null;
  /** When the person joined. An ISO 8601 instant. */
  readonly created_at: string | null;
}

/**
 * Returns `person` as a {@link Person}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link DirectoryRecordError} that names the field.
 */
export function decodePerson(person: unknown, place: ReadPosition): Person {
  if (!isObject<keyof Person>(person)) throw new DirectoryRecordError(place, '', 'an object', person);
  if (!Number.isSafeInteger(person.id)) throw new DirectoryRecordError(place, 'id', 'a safe integer', person.id);
  person.name ??= null;
  if (person.name !== null && typeof person.name !== 'string') {
    throw new DirectoryRecordError(place, 'name', 'a string or null', person.name);
  }
  person.created_at ??= null;
  if (person.created_at !== null && (typeof person.created_at !== 'string' || !INSTANT.test(person.created_at))) {
    throw new DirectoryRecordError(place, 'created_at', 'an ISO 8601 instant or null', person.created_at);
  }
  return person as Person; // every field was checked above
}

/** What a {@link Person} has beyond its declared fields: it passes as it came. */
export function extraPersonFields({ id, name, created_at, ...extra }: Person): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Person} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const personSchema: StandardSchema<Person> = /* @__PURE__ */ standardSchema(
  decodePerson,
  'person',
  personJsonSchema,
);
