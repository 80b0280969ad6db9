// Code generated from specs/contact-center.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/contact-center.yaml

import { INSTANT, isObject } from '../internal/checks.ts';
import { ContactCenterRecordError, type ReadPosition } from '../errors.ts';
import { accountOverviewJsonSchema } from '../json-schemas/account-overview.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

/** The state of an account at one moment. */
export interface AccountOverview {
  /** Unique id of the row. */
  readonly id: string;
  /** Name of the account. */
  readonly name: string;
  /** The customer that the account belongs to. */
  readonly customer_id: string | null;
  /** When the state was taken. An ISO 8601 instant. */
  readonly current_timestamp: string;
}

/**
 * Returns `accountOverview` as an {@link AccountOverview}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link ContactCenterRecordError} that names the field.
 */
export function decodeAccountOverview(accountOverview: unknown, place: ReadPosition): AccountOverview {
  if (!isObject<keyof AccountOverview>(accountOverview))
    throw new ContactCenterRecordError(place, '', 'an object', accountOverview);
  if (typeof accountOverview.id !== 'string') {
    throw new ContactCenterRecordError(place, 'id', 'a string', accountOverview.id);
  }
  if (typeof accountOverview.name !== 'string') {
    throw new ContactCenterRecordError(place, 'name', 'a string', accountOverview.name);
  }
  accountOverview.customer_id ??= null;
  if (accountOverview.customer_id !== null && typeof accountOverview.customer_id !== 'string') {
    throw new ContactCenterRecordError(place, 'customer_id', 'a string or null', accountOverview.customer_id);
  }
  if (typeof accountOverview.current_timestamp !== 'string' || !INSTANT.test(accountOverview.current_timestamp)) {
    throw new ContactCenterRecordError(
      place,
      'current_timestamp',
      'an ISO 8601 instant',
      accountOverview.current_timestamp,
    );
  }
  return accountOverview as AccountOverview; // every field was checked above
}

/** What an {@link AccountOverview} has beyond its declared fields: it passes as it came. */
export function extraAccountOverviewFields({
  id,
  name,
  customer_id,
  current_timestamp,
  ...extra
}: AccountOverview): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link AccountOverview} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const accountOverviewSchema: StandardSchema<AccountOverview> = /* @__PURE__ */ standardSchema(
  decodeAccountOverview,
  'accountOverview',
  accountOverviewJsonSchema,
);
