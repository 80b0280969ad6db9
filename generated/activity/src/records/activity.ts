// Code generated from specs/activity.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/activity.yaml

import { INSTANT, isObject } from '../internal/checks.ts';
import { ActivityRecordError, type ReadPosition } from '../errors.ts';
import { activityJsonSchema } from '../json-schemas/activity.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

/** One thing that a customer did. */
export interface Activity {
  /** Unique id. */
  readonly id: string;
  /** Who did it; null when that is not known. */
  readonly customer_id: string | null;
  /** When. An ISO 8601 instant. */
  readonly timestamp: string;
}

/**
 * Returns `activity` as an {@link Activity}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link ActivityRecordError} that names the field.
 */
export function decodeActivity(activity: unknown, place: ReadPosition): Activity {
  if (!isObject<keyof Activity>(activity)) throw new ActivityRecordError(place, '', 'an object', activity);
  if (typeof activity.id !== 'string') throw new ActivityRecordError(place, 'id', 'a string', activity.id);
  activity.customer_id ??= null;
  if (activity.customer_id !== null && typeof activity.customer_id !== 'string') {
    throw new ActivityRecordError(place, 'customer_id', 'a string or null', activity.customer_id);
  }
  if (typeof activity.timestamp !== 'string' || !INSTANT.test(activity.timestamp)) {
    throw new ActivityRecordError(place, 'timestamp', 'an ISO 8601 instant', activity.timestamp);
  }
  return activity as Activity; // every field was checked above
}

/** What an {@link Activity} has beyond its declared fields: it passes as it came. */
export function extraActivityFields({
  id,
  customer_id,
  timestamp,
  ...extra
}: Activity): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Activity} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const activitySchema: StandardSchema<Activity> = /* @__PURE__ */ standardSchema(
  decodeActivity,
  'activity',
  activityJsonSchema,
);
