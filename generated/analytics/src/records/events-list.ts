// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { isObject } from '../internal/checks.ts';
import { AnalyticsRecordError, type ReadPosition } from '../errors.ts';
import { eventsListJsonSchema } from '../json-schemas/events-list.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

/** A kind of event that can be tracked. */
export interface EventsList {
  /** Unique id of the kind. */
  readonly id: string;
  /** Name of the event. */
  readonly name: string;
  /** The name that people see. */
  readonly display_name: string | null;
  /** How often it was tracked so far. At least 0. */
  readonly total: number | null;
  /** Whether it is no longer tracked. */
  readonly is_deleted: boolean;
}

/**
 * Returns `eventsList` as an {@link EventsList}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link AnalyticsRecordError} that names the field.
 */
export function decodeEventsList(eventsList: unknown, place: ReadPosition): EventsList {
  if (!isObject<keyof EventsList>(eventsList)) throw new AnalyticsRecordError(place, '', 'an object', eventsList);
  if (typeof eventsList.id !== 'string') throw new AnalyticsRecordError(place, 'id', 'a string', eventsList.id);
  if (typeof eventsList.name !== 'string') {
    throw new AnalyticsRecordError(place, 'name', 'a string', eventsList.name);
  }
  eventsList.display_name ??= null;
  if (eventsList.display_name !== null && typeof eventsList.display_name !== 'string') {
    throw new AnalyticsRecordError(place, 'display_name', 'a string or null', eventsList.display_name);
  }
  eventsList.total ??= null;
  if (
    eventsList.total !== null &&
    (typeof eventsList.total !== 'number' || !Number.isSafeInteger(eventsList.total) || eventsList.total < 0)
  ) {
    throw new AnalyticsRecordError(place, 'total', 'a safe integer of at least 0 or null', eventsList.total);
  }
  if (typeof eventsList.is_deleted !== 'boolean') {
    throw new AnalyticsRecordError(place, 'is_deleted', 'true or false', eventsList.is_deleted);
  }
  return eventsList as EventsList; // every field was checked above
}

/** What an {@link EventsList} has beyond its declared fields: it passes as it came. */
export function extraEventsListFields({
  id,
  name,
  display_name,
  total,
  is_deleted,
  ...extra
}: EventsList): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link EventsList} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const eventsListSchema: StandardSchema<EventsList> = /* @__PURE__ */ standardSchema(
  decodeEventsList,
  'eventsList',
  eventsListJsonSchema,
);
