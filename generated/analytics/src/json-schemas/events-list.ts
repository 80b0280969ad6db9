// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for EventsList, in draft 2020-12. */
export const eventsListJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'EventsList',
  description: 'A kind of event that can be tracked.',
  type: 'object',
  properties: {
    id: { type: 'string', description: 'Unique id of the kind.' },
    name: { type: 'string', description: 'Name of the event.' },
    display_name: { type: ['string', 'null'], description: 'The name that people see.' },
    total: {
      type: ['integer', 'null'],
      minimum: 0,
      maximum: 9007199254740991,
      description: 'How often it was tracked so far.',
    },
    is_deleted: { type: 'boolean', description: 'Whether it is no longer tracked.' },
  },
  required: ['id', 'name', 'is_deleted'],
};
