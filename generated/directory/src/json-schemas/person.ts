// Code generated from specs/directory.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/directory.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for Person, in draft 2020-12. */
export const personJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Person',
  description: 'Somebody who belongs to the organisation.',
  type: 'object',
  properties: {
    id: { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991, description: 'Unique id.' },
    name: { type: ['string', 'null'], description: 'Full name.' },
    created_at: {
      type: ['string', 'null'],
      format: 'date-time',
      pattern:
        '^(?:\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):(?:[0-5]\\d:[0-5]\\d|(?:[25]9|44):60)(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)$',
      description: 'When the person joined.',
    },
  },
  required: ['id'],
};
