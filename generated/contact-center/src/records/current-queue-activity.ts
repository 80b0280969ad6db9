// Code generated from specs/contact-center.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/contact-center.yaml

import { INSTANT, isObject } from '../internal/checks.ts';
import { ContactCenterRecordError, type ReadPosition } from '../errors.ts';
import { currentQueueActivityJsonSchema } from '../json-schemas/current-queue-activity.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

/** How busy one queue is right now. There is no history, so every read replaces the last. */
export interface CurrentQueueActivity {
  /** Unique id of the queue. */
  readonly id: string;
  /** Name of the queue. */
  readonly name: string;
  /** Contacts that wait. At least 0. */
  readonly waiting: number;
  /** How long the first of them has waited; null when nobody waits. In seconds. At least 0. */
  readonly longest_wait: number | null;
  /** When it was measured. An ISO 8601 instant. */
  readonly current_timestamp: string;
}

/**
 * Returns `currentQueueActivity` as a {@link CurrentQueueActivity}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link ContactCenterRecordError} that names the field.
 */
export function decodeCurrentQueueActivity(currentQueueActivity: unknown, place: ReadPosition): CurrentQueueActivity {
  if (!isObject<keyof CurrentQueueActivity>(currentQueueActivity))
    throw new ContactCenterRecordError(place, '', 'an object', currentQueueActivity);
  if (typeof currentQueueActivity.id !== 'string') {
    throw new ContactCenterRecordError(place, 'id', 'a string', currentQueueActivity.id);
  }
  if (typeof currentQueueActivity.name !== 'string') {
    throw new ContactCenterRecordError(place, 'name', 'a string', currentQueueActivity.name);
  }
  if (
    typeof currentQueueActivity.waiting !== 'number' ||
    !Number.isSafeInteger(currentQueueActivity.waiting) ||
    currentQueueActivity.waiting < 0
  ) {
    throw new ContactCenterRecordError(place, 'waiting', 'a safe integer of at least 0', currentQueueActivity.waiting);
  }
  currentQueueActivity.longest_wait ??= null;
  if (
    currentQueueActivity.longest_wait !== null &&
    (typeof currentQueueActivity.longest_wait !== 'number' ||
      !Number.isSafeInteger(currentQueueActivity.longest_wait) ||
      currentQueueActivity.longest_wait < 0)
  ) {
    throw new ContactCenterRecordError(
      place,
      'longest_wait',
      'a safe integer of at least 0 or null',
      currentQueueActivity.longest_wait,
    );
  }
  if (
    typeof currentQueueActivity.current_timestamp !== 'string' ||
    !INSTANT.test(currentQueueActivity.current_timestamp)
  ) {
    throw new ContactCenterRecordError(
      place,
      'current_timestamp',
      'an ISO 8601 instant',
      currentQueueActivity.current_timestamp,
    );
  }
  return currentQueueActivity as CurrentQueueActivity; // every field was checked above
}

/** What a {@link CurrentQueueActivity} has beyond its declared fields: it passes as it came. */
export function extraCurrentQueueActivityFields({
  id,
  name,
  waiting,
  longest_wait,
  current_timestamp,
  ...extra
}: CurrentQueueActivity): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link CurrentQueueActivity} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const currentQueueActivitySchema: StandardSchema<CurrentQueueActivity> = /* @__PURE__ */ standardSchema(
  decodeCurrentQueueActivity,
  'currentQueueActivity',
  currentQueueActivityJsonSchema,
);
