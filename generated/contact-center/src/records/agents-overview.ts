// Code generated from specs/contact-center.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/contact-center.yaml

import { INSTANT, isObject } from '../internal/checks.ts';
import { ContactCenterRecordError, type ReadPosition } from '../errors.ts';
import { agentsOverviewJsonSchema } from '../json-schemas/agents-overview.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

/** What one agent was doing at one moment. */
export interface AgentsOverview {
  /** Unique id of the row. */
  readonly id: string;
  /** Name of the agent. */
  readonly name: string;
  /** What the agent was doing; null before the first login. */
  readonly status: 'available' | 'busy' | 'away' | 'offline' | (string & {}) | null;
  /** When that was. An ISO 8601 instant. */
  readonly current_timestamp: string;
}

/**
 * Returns `agentsOverview` as an {@link AgentsOverview}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link ContactCenterRecordError} that names the field.
 */
export function decodeAgentsOverview(agentsOverview: unknown, place: ReadPosition): AgentsOverview {
  if (!isObject<keyof AgentsOverview>(agentsOverview))
    throw new ContactCenterRecordError(place, '', 'an object', agentsOverview);
  if (typeof agentsOverview.id !== 'string') {
    throw new ContactCenterRecordError(place, 'id', 'a string', agentsOverview.id);
  }
  if (typeof agentsOverview.name !== 'string') {
    throw new ContactCenterRecordError(place, 'name', 'a string', agentsOverview.name);
  }
  agentsOverview.status ??= null;
  if (agentsOverview.status !== null && typeof agentsOverview.status !== 'string') {
    throw new ContactCenterRecordError(place, 'status', 'a string or null', agentsOverview.status);
  }
  if (typeof agentsOverview.current_timestamp !== 'string' || !INSTANT.test(agentsOverview.current_timestamp)) {
    throw new ContactCenterRecordError(
      place,
      'current_timestamp',
      'an ISO 8601 instant',
      agentsOverview.current_timestamp,
    );
  }
  return agentsOverview as AgentsOverview; // every field was checked above
}

/** What an {@link AgentsOverview} has beyond its declared fields: it passes as it came. */
export function extraAgentsOverviewFields({
  id,
  name,
  status,
  current_timestamp,
  ...extra
}: AgentsOverview): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link AgentsOverview} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const agentsOverviewSchema: StandardSchema<AgentsOverview> = /* @__PURE__ */ standardSchema(
  decodeAgentsOverview,
  'agentsOverview',
  agentsOverviewJsonSchema,
);
