// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { EMAIL, INSTANT, isObject } from '../internal/checks.ts';
import { AnalyticsRecordError, type ReadPosition } from '../errors.ts';
import { cohortJsonSchema } from '../json-schemas/cohort.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

/** A named group of users. */
export interface Cohort {
  /** Unique id of the cohort. */
  readonly id: number;
  /** Its name in the product. */
  readonly name: string;
  /** What it is for. */
  readonly description: string | null;
  /** How many users it has; null while it is counted. At least 0. */
  readonly size: number | null;
  /** Who may change it; null for cohorts of the system. */
  readonly owner: CohortOwner | null;
  /** Whether it is offered in menus. */
  readonly is_visible: boolean;
  /** When it was made. An ISO 8601 instant. */
  readonly created_at: string;
}

export interface CohortOwner {
  /** Unique id of the person. */
  readonly id: number;
  /** Address of the person. */
  readonly email: string | null;
}

/**
 * Returns `cohort` as a {@link Cohort}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link AnalyticsRecordError} that names the field.
 */
export function decodeCohort(cohort: unknown, place: ReadPosition): Cohort {
  if (!isObject<keyof Cohort>(cohort)) throw new AnalyticsRecordError(place, '', 'an object', cohort);
  if (!Number.isSafeInteger(cohort.id)) throw new AnalyticsRecordError(place, 'id', 'a safe integer', cohort.id);
  if (typeof cohort.name !== 'string') throw new AnalyticsRecordError(place, 'name', 'a string', cohort.name);
  cohort.description ??= null;
  if (cohort.description !== null && typeof cohort.description !== 'string') {
    throw new AnalyticsRecordError(place, 'description', 'a string or null', cohort.description);
  }
  cohort.size ??= null;
  if (
    cohort.size !== null &&
    (typeof cohort.size !== 'number' || !Number.isSafeInteger(cohort.size) || cohort.size < 0)
  ) {
    throw new AnalyticsRecordError(place, 'size', 'a safe integer of at least 0 or null', cohort.size);
  }
  const owner = (cohort.owner ??= null);
  if (owner !== null) {
    if (!isObject<keyof CohortOwner>(owner)) {
      throw new AnalyticsRecordError(place, 'owner', 'an object or null', owner);
    }
    if (!Number.isSafeInteger(owner.id)) {
      throw new AnalyticsRecordError(place, 'owner.id', 'a safe integer', owner.id);
    }
    owner.email ??= null;
    if (owner.email !== null && (typeof owner.email !== 'string' || !EMAIL.test(owner.email))) {
      throw new AnalyticsRecordError(place, 'owner.email', 'an email address or null', owner.email, true);
    }
  }
  if (typeof cohort.is_visible !== 'boolean') {
    throw new AnalyticsRecordError(place, 'is_visible', 'true or false', cohort.is_visible);
  }
  if (typeof cohort.created_at !== 'string' || !INSTANT.test(cohort.created_at)) {
    throw new AnalyticsRecordError(place, 'created_at', 'an ISO 8601 instant', cohort.created_at);
  }
  return cohort as Cohort; // every field was checked above
}

/** What a {@link Cohort} has beyond its declared fields: it passes as it came. */
export function extraCohortFields({
  id,
  name,
  description,
  size,
  owner,
  is_visible,
  created_at,
  ...extra
}: Cohort): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Cohort} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const cohortSchema: StandardSchema<Cohort> = /* @__PURE__ */ standardSchema(
  decodeCohort,
  'cohort',
  cohortJsonSchema,
);
