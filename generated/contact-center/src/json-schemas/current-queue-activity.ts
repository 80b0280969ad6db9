// Code generated from specs/contact-center.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/contact-center.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for CurrentQueueActivity, in draft 2020-12. */
export const currentQueueActivityJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'CurrentQueueActivity',
  description: 'How busy one queue is right now. There is no history, so every read replaces the last.',
  type: 'object',
  properties: {
    id: { type: 'string', description: 'Unique id of the queue.' },
    name: { type: 'string', description: 'Name of the queue.' },
    waiting: { type: 'integer', minimum: 0, maximum: 9007199254740991, description: 'Contacts that wait.' },
    longest_wait: {
      type: ['integer', 'null'],
      minimum: 0,
      maximum: 9007199254740991,
      description: 'How long the first of them has waited; null when nobody waits. In seconds.',
    },
    current_timestamp: {
      type: 'string',
      format: 'date-time',
      pattern:
        '^(?:\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):(?:[0-5]\\d:[0-5]\\d|(?:[25]9|44):60)(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)$',
      description: 'When it was measured.',
    },
  },
  required: ['id', 'name', 'waiting', 'current_timestamp'],
};
