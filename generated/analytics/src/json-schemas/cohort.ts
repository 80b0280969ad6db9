// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for Cohort, in draft 2020-12. */
export const cohortJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Cohort',
  description: 'A named group of users.',
  type: 'object',
  properties: {
    id: {
      type: 'integer',
      minimum: -9007199254740991,
      maximum: 9007199254740991,
      description: 'Unique id of the cohort.',
    },
    name: { type: 'string', description: 'Its name in the product.' },
    description: { type: ['string', 'null'], description: 'What it is for.' },
    size: {
      type: ['integer', 'null'],
      minimum: 0,
      maximum: 9007199254740991,
      description: 'How many users it has; null while it is counted.',
    },
    owner: {
      anyOf: [
        {
          type: 'object',
          properties: {
            id: {
              type: 'integer',
              minimum: -9007199254740991,
              maximum: 9007199254740991,
              description: 'Unique id of the person.',
            },
            email: {
              type: ['string', 'null'],
              pattern: '^[^\\s@]+@[^\\s@.]+(?:\\.[^\\s@.]+)+$',
              description: 'Address of the person.',
            },
          },
          required: ['id'],
        },
        { type: 'null' },
      ],
      description: 'Who may change it; null for cohorts of the system.',
    },
    is_visible: { type: 'boolean', description: 'Whether it is offered in menus.' },
    created_at: {
      type: 'string',
      format: 'date-time',
      pattern:
        '^(?:\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):(?:[0-5]\\d:[0-5]\\d|(?:[25]9|44):60)(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)$',
      description: 'When it was made.',
    },
  },
  required: ['id', 'name', 'is_visible', 'created_at'],
};
