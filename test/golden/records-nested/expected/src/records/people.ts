// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { isObject } from '../internal/checks.ts';
import { NestedRecordError, type ReadPosition } from '../errors.ts';
import { peopleJsonSchema } from '../json-schemas/people.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';
import { checkAddress, type Address } from './address.ts';

export interface People {
  readonly id: string;
  readonly home: Address;
  readonly others: readonly Address[] | null;
  readonly labels: { readonly [key: string]: string } | null;
  readonly employer: PeopleEmployer | null;
  readonly contact: PeopleContactEmail | PeopleContactPhone | null;
  readonly score: number | string | null;
}

export interface PeopleEmployer {
  readonly name: string | null;
  readonly size: number | null;
}

export interface PeopleContactEmail {
  readonly kind: 'email';
  readonly to: string | null;
}

export interface PeopleContactPhone {
  readonly kind: 'phone';
  readonly number: string | null;
}

/**
 * Returns `people` as a {@link People}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link NestedRecordError} that names the field.
 */
export function decodePeople(people: unknown, place: ReadPosition): People {
  if (!isObject<keyof People>(people)) throw new NestedRecordError(place, '', 'an object', people);
  if (typeof people.id !== 'string') throw new NestedRecordError(place, 'id', 'a string', people.id);
  const home = people.home;
  if (!isObject<keyof Address>(home)) throw new NestedRecordError(place, 'home', 'an object', home);
  checkAddress(home, place, 'home.');
  const others = (people.others ??= null);
  if (others !== null) {
    if (!Array.isArray(others)) throw new NestedRecordError(place, 'others', 'an array or null', others);
    for (let index2 = 0; index2 < others.length; index2++) {
      const other: unknown = others[index2];
      if (!isObject<keyof Address>(other)) {
        throw new NestedRecordError(place, `others[${index2}]`, 'an object', other);
      }
      checkAddress(other, place, `others[${index2}].`);
    }
  }
  const labels = (people.labels ??= null);
  if (labels !== null) {
    if (!isObject(labels)) throw new NestedRecordError(place, 'labels', 'an object or null', labels);
    for (const key2 in labels) {
      const label: unknown = labels[key2];
      if (typeof label !== 'string') {
        throw new NestedRecordError(place, `labels[${JSON.stringify(key2)}]`, 'a string', label);
      }
    }
  }
  const employer = (people.employer ??= null);
  if (employer !== null) {
    if (!isObject<keyof PeopleEmployer>(employer)) {
      throw new NestedRecordError(place, 'employer', 'an object or null', employer);
    }
    employer.name ??= null;
    if (employer.name !== null && typeof employer.name !== 'string') {
      throw new NestedRecordError(place, 'employer.name', 'a string or null', employer.name);
    }
    employer.size ??= null;
    if (employer.size !== null && !Number.isSafeInteger(employer.size)) {
      throw new NestedRecordError(place, 'employer.size', 'a safe integer or null', employer.size);
    }
  }
  const contact = (people.contact ??= null);
  if (contact !== null) {
    if (!isObject<keyof PeopleContactEmail | keyof PeopleContactPhone>(contact)) {
      throw new NestedRecordError(place, 'contact', 'an object or null', contact);
    }
    switch (contact.kind) {
      case 'email': {
        contact.to ??= null;
        if (contact.to !== null && typeof contact.to !== 'string') {
          throw new NestedRecordError(place, 'contact.to', 'a string or null', contact.to);
        }
        break;
      }
      case 'phone': {
        contact.number ??= null;
        if (contact.number !== null && typeof contact.number !== 'string') {
          throw new NestedRecordError(place, 'contact.number', 'a string or null', contact.number);
        }
        break;
      }
      default:
        throw new NestedRecordError(place, 'contact.kind', '"email" | "phone"', contact.kind);
    }
  }
  people.score ??= null;
  if (people.score !== null && !Number.isSafeInteger(people.score) && typeof people.score !== 'string') {
    throw new NestedRecordError(place, 'score', 'a safe integer, a string or null', people.score);
  }
  return people as People; // every field was checked above
}

/** What a {@link People} has beyond its declared fields: it passes as it came. */
export function extraPeopleFields({
  id,
  home,
  others,
  labels,
  employer,
  contact,
  score,
  ...extra
}: People): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link People} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const peopleSchema: StandardSchema<People> = /* @__PURE__ */ standardSchema(
  decodePeople,
  'people',
  peopleJsonSchema,
);
