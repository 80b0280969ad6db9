// Code generated from specs/activity.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/activity.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for Activity, in draft 2020-12. */
export const activityJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Activity',
  description: 'One thing that a customer did.',
  type: 'object',
  properties: {
    id: { type: 'string', description: 'Unique id.' },
    customer_id: { type: ['string', 'null'], description: 'Who did it; null when that is not known.' },
    timestamp: {
      type: 'string',
      format: 'date-time',
      pattern:
        '^(?:\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):(?:[0-5]\\d:[0-5]\\d|(?:[25]9|44):60)(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)$',
      description: 'When.',
    },
  },
  required: ['id', 'timestamp'],
};
