// Code generated from specs/metrics.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/metrics.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for Metric, in draft 2020-12. */
export const metricJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Metric',
  description: 'A value that was measured.',
  type: 'object',
  properties: {
    id: { type: 'string', description: 'Unique id.' },
    name: { type: 'string', description: 'What was measured.' },
    value: { type: ['number', 'null'], description: 'How much; null where nothing was measured.' },
  },
  required: ['id', 'name'],
};
