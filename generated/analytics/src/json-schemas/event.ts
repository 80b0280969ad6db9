// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for Event, in draft 2020-12. */
export const eventJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Event',
  description: 'Every tracked event.',
  type: 'object',
  properties: {
    id: { type: 'string', description: 'Unique id of the event.' },
    name: { type: 'string', description: 'What happened.' },
    customer_id: { type: ['string', 'null'], description: 'Who did it; null for anonymous visitors.' },
    timestamp: {
      type: 'string',
      format: 'date-time',
      pattern:
        '^(?:\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):(?:[0-5]\\d:[0-5]\\d|(?:[25]9|44):60)(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)$',
      description: 'When it happened.',
    },
    plan: {
      type: ['string', 'null'],
      description: 'The plan of the customer at that time.',
      examples: ['free', 'pro'],
    },
    properties: { anyOf: [{ type: 'object' }, { type: 'null' }], description: 'What the event was tracked with.' },
  },
  required: ['id', 'name', 'timestamp'],
};
