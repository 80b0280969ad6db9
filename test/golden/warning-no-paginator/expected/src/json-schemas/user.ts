// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import type { JsonSchema } from '../internal/json-schema.ts';

/** What the API sends for User, in draft 2020-12. */
export const userJsonSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'User',
  type: 'object',
  properties: { id: { type: 'string' } },
  required: ['id'],
};
