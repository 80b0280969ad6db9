// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import { DATE, isObject } from '../internal/checks.ts';
import { AnalyticsRecordError, type ReadPosition } from '../errors.ts';
import { activeUserJsonSchema } from '../json-schemas/active-user.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

/** How many people used the product on one day. */
export interface ActiveUser {
  /** Unique id of the row. */
  readonly id: string;
  /** The day in UTC. An ISO 8601 date. */
  readonly date: string;
  /** People who were active on that day. At least 0. */
  readonly users: number;
  /** Of these, people who had never been active before; null until it is known. At least 0. */
  readonly new_users: number | null;
  /** Where they were active; null for all platforms together. */
  readonly platform: 'web' | 'ios' | 'android' | (string & {}) | null;
}

/**
 * Returns `activeUser` as an {@link ActiveUser}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link AnalyticsRecordError} that names the field.
 */
export function decodeActiveUser(activeUser: unknown, place: ReadPosition): ActiveUser {
  if (!isObject<keyof ActiveUser>(activeUser)) throw new AnalyticsRecordError(place, '', 'an object', activeUser);
  if (typeof activeUser.id !== 'string') throw new AnalyticsRecordError(place, 'id', 'a string', activeUser.id);
  if (typeof activeUser.date !== 'string' || !DATE.test(activeUser.date)) {
    throw new AnalyticsRecordError(place, 'date', 'an ISO 8601 date', activeUser.date);
  }
  if (typeof activeUser.users !== 'number' || !Number.isSafeInteger(activeUser.users) || activeUser.users < 0) {
    throw new AnalyticsRecordError(place, 'users', 'a safe integer of at least 0', activeUser.users);
  }
  activeUser.new_users ??= null;
  if (
    activeUser.new_users !== null &&
    (typeof activeUser.new_users !== 'number' ||
      !Number.isSafeInteger(activeUser.new_users) ||
      activeUser.new_users < 0)
  ) {
    throw new AnalyticsRecordError(place, 'new_users', 'a safe integer of at least 0 or null', activeUser.new_users);
  }
  activeUser.platform ??= null;
  if (activeUser.platform !== null && typeof activeUser.platform !== 'string') {
    throw new AnalyticsRecordError(place, 'platform', 'a string or null', activeUser.platform);
  }
  return activeUser as ActiveUser; // every field was checked above
}

/** What an {@link ActiveUser} has beyond its declared fields: it passes as it came. */
export function extraActiveUserFields({
  id,
  date,
  users,
  new_users,
  platform,
  ...extra
}: ActiveUser): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link ActiveUser} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const activeUserSchema: StandardSchema<ActiveUser> = /* @__PURE__ */ standardSchema(
  decodeActiveUser,
  'activeUser',
  activeUserJsonSchema,
);
