// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for ActiveUser, in draft 2020-12. */
export const activeUserJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'ActiveUser',
  description: 'How many people used the product on one day.',
  type: 'object',
  properties: {
    id: { type: 'string', description: 'Unique id of the row.' },
    date: {
      type: 'string',
      format: 'date',
      pattern:
        '^(?:\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$',
      description: 'The day in UTC.',
    },
    users: {
      type: 'integer',
      minimum: 0,
      maximum: 9007199254740991,
      description: 'People who were active on that day.',
    },
    new_users: {
      type: ['integer', 'null'],
      minimum: 0,
      maximum: 9007199254740991,
      description: 'Of these, people who had never been active before; null until it is known.',
    },
    platform: {
      type: ['string', 'null'],
      description: 'Where they were active; null for all platforms together.',
      examples: ['web', 'ios', 'android'],
    },
  },
  required: ['id', 'date', 'users'],
};
