// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { INSTANT, isObject } from '../internal/checks.ts';
import { AnalyticsRecordError, type ReadPosition } from '../errors.ts';
import { eventJsonSchema } from '../json-schemas/event.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

/** Every tracked event. */
export interface Event {
  /** Unique id of the event. */
  readonly id: string;
  /** What happened. */
  readonly name: string;
  /** Who did it; null for anonymous visitors. */
  readonly customer_id: string | null;
  /** When it happened. An ISO 8601 instant. */
  readonly timestamp: string;
  /** The plan of the customer at that time. */
  readonly plan: 'free' | 'pro' | (string & {}) | null;
  /** What the event was tracked with. */
  readonly properties: { readonly [key: string]: unknown } | null;
}

/**
 * Returns `event` as an {@link Event}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link AnalyticsRecordError} that names the field.
 */
export function decodeEvent(event: unknown, place: ReadPosition): Event {
  if (!isObject<keyof Event>(event)) throw new AnalyticsRecordError(place, '', 'an object', event);
  if (typeof event.id !== 'string') throw new AnalyticsRecordError(place, 'id', 'a string', event.id);
  if (typeof event.name !== 'string') throw new AnalyticsRecordError(place, 'name', 'a string', event.name);
  event.customer_id ??= null;
  if (event.customer_id !== null && typeof event.customer_id !== 'string') {
    throw new AnalyticsRecordError(place, 'customer_id', 'a string or null', event.customer_id);
  }
  if (typeof event.timestamp !== 'string' || !INSTANT.test(event.timestamp)) {
    throw new AnalyticsRecordError(place, 'timestamp', 'an ISO 8601 instant', event.timestamp);
  }
  event.plan ??= null;
  if (event.plan !== null && typeof event.plan !== 'string') {
    throw new AnalyticsRecordError(place, 'plan', 'a string or null', event.plan);
  }
  event.properties ??= null;
  if (event.properties !== null && !isObject(event.properties)) {
    throw new AnalyticsRecordError(place, 'properties', 'an object or null', event.properties);
  }
  return event as Event; // every field was checked above
}

/** What an {@link Event} has beyond its declared fields: it passes as it came. */
export function extraEventFields({
  id,
  name,
  customer_id,
  timestamp,
  plan,
  properties,
  ...extra
}: Event): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Event} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const eventSchema: StandardSchema<Event> = /* @__PURE__ */ standardSchema(decodeEvent, 'event', eventJsonSchema);
