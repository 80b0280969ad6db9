// Code generated from specs/analytics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/analytics.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for Annotation, in draft 2020-12. */
export const annotationJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Annotation',
  description: 'A note that somebody put on a chart.',
  type: 'object',
  properties: {
    id: {
      type: 'integer',
      minimum: -9007199254740991,
      maximum: 9007199254740991,
      description: 'Unique id of the note.',
    },
    date: {
      type: 'string',
      format: 'date',
      pattern:
        '^(?:\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$',
      description: 'The day that the note is about.',
    },
    text: { type: 'string', description: 'What it says.' },
    author: { type: ['string', 'null'], description: 'Who wrote it; null when the account is gone.' },
    tags: { type: 'array', items: { type: 'string' }, description: 'Labels in the order in which they were added.' },
    created_at: {
      type: 'string',
      format: 'date-time',
      pattern:
        '^(?:\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):(?:[0-5]\\d:[0-5]\\d|(?:[25]9|44):60)(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)$',
      description: 'When it was written.',
    },
  },
  required: ['id', 'date', 'text', 'tags', 'created_at'],
};
